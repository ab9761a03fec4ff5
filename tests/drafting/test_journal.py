import json
from pathlib import Path

import pytest

from generator.drafting import journal
from generator.project import Project
from generator.records.atomic import write_atomic

PAGES = [journal.Page("actors", "union", "name: Union\n"), journal.Page("articles", "first", "title: First\n")]


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch, pages: list[journal.Page]) -> Project:
    """Return a project in which writing pages was broken off before the first."""
    (root / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    project = Project(root)

    def first_only(path: Path, content: str, *, durable: bool = True) -> bool:
        if path.suffix == ".yaml":
            raise KeyboardInterrupt
        return write_atomic(path, content, durable=durable)

    monkeypatch.setattr(journal, "write_atomic", first_only)
    with pytest.raises(KeyboardInterrupt):
        journal.write_all(project, pages)
    monkeypatch.undo()
    return project


def test_an_interrupted_writing_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = interrupted(tmp_path, monkeypatch, PAGES)
    assert journal.finish(project) == ["first"]
    assert (project.records / "actors/union.yaml").read_text(encoding="utf-8") == "name: Union\n"
    assert journal.finish(project) == []


def test_what_was_edited_since_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = interrupted(tmp_path, monkeypatch, PAGES)
    mine = project.records / "actors/union.yaml"
    write_atomic(mine, "name: Mine\n")
    journal.finish(project)
    assert mine.read_text(encoding="utf-8") == "name: Mine\n"


@pytest.mark.parametrize(
    "row", [["actors", "../../x", "", ""], ["..", "x", "", ""], [["actors"], "x", "", ""], [1, 2, 3, 4], 5]
)
def test_a_journal_from_elsewhere_writes_no_other_file(tmp_path: Path, row: object) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    project = Project(tmp_path)
    write_atomic(project.build / "draft-journal.json", json.dumps([row]))
    assert journal.finish(project) == []
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} <= {"mkdocs.yml", "draft-journal.json"}
