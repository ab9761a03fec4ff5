"""Drafts are listed under the article that each is compared with."""

from pathlib import Path

from generator.project import Project
from generator.records import drafts
from generator.records.library import Library
from tests import sample

POSITION = f"""\
holder: northland
issue: other
statements:
  - stance: state
    evidence: [{{article: {sample.ARTICLE}, quote: "the bridge toll"}}]
    draft: true
"""
WRITTEN = {"briefings/issues/other.yaml": "title: Other\nquestion: What else?\ndraft: true\n"}


def lines(root: Path, **more: str) -> list[str]:
    sample.write(root, {**WRITTEN, **more})
    return list(drafts.listing(Library.load(Project(root))))


def test_files_stand_under_their_article(tmp_path: Path) -> None:
    path = "briefings/positions/northland--other.yaml"
    found = lines(tmp_path, **{path: POSITION + "draft: true\n"})
    assert found[0].startswith("compare each file with its article")
    place = found.index(f"{sample.ARTICLE}: 1 position to compare")
    assert found[place + 1] == f"  {path}"
    assert found[-3:-1] == ["of no article: 1 issue to compare", "  briefings/issues/other.yaml"]


def test_draft_statements_of_an_accepted_position_are_counted(tmp_path: Path) -> None:
    found = lines(tmp_path, **{"briefings/positions/northland--other.yaml": POSITION})
    assert "  briefings/positions/northland--other.yaml: 1 of 1 statements" in found


def test_without_drafts_there_is_nothing_to_do(tmp_path: Path) -> None:
    sample.write(tmp_path)
    (line,) = drafts.listing(Library.load(Project(tmp_path)))
    assert line.startswith("0 of")
