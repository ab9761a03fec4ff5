"""What drafting does with articles that have records: again, renamed, corrected, or with something stated later."""

import re
from pathlib import Path

import pytest

from generator.drafting import draft as drafting
from generator.drafting.draft import draft_project
from generator.project import Project
from generator.records.checks import check
from generator.records.library import Library
from tests.drafting.conftest import STORY
from tests.drafting.test_draft import files


@pytest.mark.parametrize("story", ["01-dock-strike", "06-climate-communique", "08-square-cleared"])
def test_drafts_that_nobody_touched_are_drafted_again_as_they_are(project: Project, story: str) -> None:
    text = (Path(__file__).parents[1] / "gold" / "texts" / f"{story}.txt").read_text(encoding="utf-8")
    (project.seeds / "a.txt").write_text(text, encoding="utf-8")
    (ident,) = draft_project(project).drafted
    before = files(project)
    assert draft_project(project, again=(ident,)).lines() == ["drafted 1 article; wrote 0 record files"]
    assert files(project) == before
    (project.records / "articles" / f"{ident}.yaml").unlink()
    assert draft_project(project).lines() == ["drafted 1 article; wrote 1 record file"]
    assert files(project) == before


def test_names_that_an_editor_accepted_are_known(project: Project) -> None:
    draft_project(project)
    union = next(path for path in (project.records / "actors").glob("*.yaml") if "Harbour Union" in path.read_text())
    known: list[set[str]] = []
    for text in (union.read_text(), union.read_text().replace("draft: true\n", "")):
        union.write_text(text)
        known.append(set(drafting._accepted(Library.load(project)).actors))
    assert known == [set(), {union.stem}]


def test_what_an_editor_corrected_is_not_drafted_as_it_was(project: Project) -> None:
    (ident,) = draft_project(project).drafted
    path = next(p for p in (project.records / "positions").glob("*.yaml") if "will not go back" in p.read_text())
    told = path.read_text().replace('\\"Our members will not go back', "will not go back")
    path.write_text(re.sub("(stance: ).*", "\\1deny", told))
    assert "until there" in path.read_text()
    before = files(project)
    draft_project(project, again=(ident,))
    assert files(project) == before


def test_an_actor_that_an_editor_replaced_does_not_come_back(project: Project) -> None:
    (ident,) = draft_project(project).drafted
    for path in [*(project.records / "positions").glob("*.yaml"), *(project.records / "events").glob("*.yaml")]:
        path.write_text(path.read_text().replace("harbour-union", "norway"))
    for path in (project.records / "actors").glob("*.yaml"):
        if "Harbour Union" in path.read_text():
            path.unlink()
    before = files(project)
    draft_project(project, again=(ident,))
    assert files(project) == before


def test_a_renamed_seed_is_no_new_article(project: Project) -> None:
    draft_project(project)
    before = files(project)
    (project.seeds / "a.txt").rename(project.seeds / "Ärger im Hafen (1).TXT")
    report = draft_project(project)
    (problem,) = report.problems
    assert (report.drafted, report.records_written, problem.severity) == ((), 1, "note")
    after = files(project)
    assert {name for name in before if after[name] != before[name]} == {problem.path}
    assert draft_project(project, again=("Ärger im Hafen (1).TXT",)).problems == ()
    assert files(project) == after


UNSIGNED = STORY.replace("3 March 2024\n\n", "")
STATED = "publisher: The Post\nurl: https://post.example/a\npublished: 2024-03-03\n"


def test_what_is_stated_later_beside_a_seed_gets_into_the_record(project: Project) -> None:
    (project.seeds / "a.txt").write_text(UNSIGNED)
    (ident,) = draft_project(project).drafted
    path = project.records / "articles" / f"{ident}.yaml"
    path.write_text(path.read_text().replace("title:", "# mine\ntitle:"))
    (project.seeds / "a.yaml").write_text(STATED)
    (line,) = draft_project(project).lines()
    assert line.endswith("has its record; added what is stated beside the seed to the record of 1 article")
    library = Library.load(project)
    record = library.articles[ident]
    assert (record.publisher, record.published, record.url) == ("the-post", "2024-03-03", "https://post.example/a")
    assert library.actors["the-post"].draft
    assert "# mine\ntitle:" in path.read_text()
    assert "unknown-origin" not in {problem.rule for problem in check(project).problems}
    before = files(project)
    assert (draft_project(project).lines(), files(project)) == (
        ["nothing new to draft: every article in seeds/ has its record"],
        before,
    )


def test_what_an_editor_wrote_stays_and_is_told_where_it_differs(project: Project) -> None:
    (project.seeds / "a.txt").write_text(UNSIGNED)
    (ident,) = draft_project(project).drafted
    path = project.records / "articles" / f"{ident}.yaml"
    path.write_text(path.read_text().replace("seed:", "published: 2024-03-04\nseed:"))
    before = path.read_text()
    (project.seeds / "a.yaml").write_text("- published: 2024-03-03\n")
    report = draft_project(project)
    assert path.read_text() == before
    (problem,) = report.problems
    line = before.splitlines().index("published: 2024-03-04") + 1
    assert (problem.path, problem.line, problem.column) == (project.relative(path), line, 12)
    assert problem.message == "'published' is another here than in seeds/a.yaml, and stays: correct one of the two"
    (project.seeds / "a.yaml").write_text("- published: 2024-03-04T10:00\n")
    assert draft_project(project).problems == ()


@pytest.mark.parametrize("draft", [True, False])
def test_a_guess_gives_way_while_it_is_a_draft(project: Project, draft: bool) -> None:
    (ident,) = draft_project(project).drafted
    path = project.records / "articles" / f"{ident}.yaml"
    text = path.read_text() if draft else path.read_text().replace("draft: true\n", "")
    path.write_text(text)
    (project.seeds / "a.yaml").write_text("title: Another\ngenre: analysis\n")
    assert len(draft_project(project).problems) == (0 if draft else 1)
    record = Library.load(project).articles[ident]
    assert record.genre == "analysis"
    assert (record.title == "Another") == draft


def test_a_file_that_cannot_be_added_to_is_told(project: Project) -> None:
    (ident,) = draft_project(project).drafted
    path = project.records / "articles" / f"{ident}.yaml"
    path.write_text(path.read_text().replace("title: ", "title: &it ") + "authors: [*it]\n")
    (project.seeds / "a.yaml").write_text("title: Another\n")
    (problem,) = draft_project(project).problems
    assert (problem.path, problem.severity) == (project.relative(path), "error")
    assert "write it by hand" in problem.message
