"""Drafted statements move from `other` to the issue made for them, and nothing that an editor touched does."""

from pathlib import Path

import pytest

from generator.drafting.refile import Refiled, refile
from generator.project import Project
from generator.records.library import Library
from tests import sample

OTHER = "briefings/positions/northland--other.yaml"
TOLL = "briefings/positions/northland--bridge-toll.yaml"
SAID = f"""\
  - id: toll
    stance: state
    evidence: [{{article: {sample.ARTICLE}, quote: "the bridge toll"}}]
    draft: true
"""
DRAFT = "    draft: true\n"
ELSE = SAID.replace("id: toll", "id: fish").replace("the bridge toll", "fish")
POSITION = "# schema\nholder: northland\nissue: other\nstatements:\n" + SAID + "draft: true\n"
ISSUES = {
    "briefings/issues/other.yaml": "title: Other\nquestion: What else?\n",
    "briefings/issues/bridge-toll.yaml": "title: Bridge toll\nquestion: Who?\nkeywords: [bridge toll]\n",
}


def refiled(root: Path, position: str, articles: tuple[str, ...] = (sample.ARTICLE,), **more: str) -> Refiled:
    sample.write(root, {**ISSUES, OTHER: position, **more})
    project = Project(root)
    return refile(project, Library.load(project), articles)


def test_a_draft_moves_and_an_empty_position_goes(tmp_path: Path) -> None:
    assert refiled(tmp_path, POSITION) == Refiled(1, 2)
    assert not (tmp_path / OTHER).exists()
    (statement,) = Library.load(Project(tmp_path)).positions["northland--bridge-toll"].statements
    assert (statement.id, statement.draft) == ("toll", True)


def test_the_rest_stays_and_what_is_there_is_added_to(tmp_path: Path) -> None:
    there = POSITION.replace("other", "bridge-toll").replace("the bridge toll", "a toll") + "# mine\n"
    more = {TOLL: there}
    refiled(tmp_path, POSITION.replace(SAID, SAID + ELSE), (sample.ARTICLE,), **more)
    positions = Library.load(Project(tmp_path)).positions
    assert [one.id for one in positions["northland--other"].statements] == ["fish"]
    assert [one.id for one in positions["northland--bridge-toll"].statements] == ["toll", "toll-2"]
    assert (tmp_path / TOLL).read_text().endswith("# mine\n")


@pytest.mark.parametrize(
    "position",
    [POSITION.replace("    draft: true\n", ""), POSITION.replace(SAID, ELSE)],
    ids=["accepted", "another matter"],
)
def test_what_is_accepted_or_on_no_issue_stays(tmp_path: Path, position: str) -> None:
    assert refiled(tmp_path, position) == Refiled()
    assert (tmp_path / OTHER).read_text() == position


def test_only_the_articles_that_are_named_count(tmp_path: Path) -> None:
    assert refiled(tmp_path, POSITION, ("another",)) == Refiled()


def test_a_file_with_comments_is_told(tmp_path: Path) -> None:
    found = refiled(tmp_path, POSITION + "# mine\n")
    assert (found.statements, [problem.rule for problem in found.problems]) == (0, ["not-refiled"])
    assert "bridge-toll" in found.problems[0].message
    assert (tmp_path / OTHER).exists()


def test_one_keyword_moves_nothing_to_an_issue_of_others(tmp_path: Path) -> None:
    issue = {"briefings/issues/bridge-toll.yaml": "title: Toll\nquestion: Who?\nkeywords: [toll]\n"}
    filed = POSITION.replace("issue: other", "issue: bridge-toll").replace("id: toll", "id: old").replace(DRAFT, "")
    for holder, moved in (("northland", 1), ("farland", 0)):
        folder = tmp_path / holder
        there = filed.replace("holder: northland", f"holder: {holder}").replace(sample.ARTICLE, "elsewhere")
        records = {**issue, f"briefings/positions/{holder}--bridge-toll.yaml": there}
        assert refiled(folder, POSITION, (sample.ARTICLE,), **records).statements == moved
