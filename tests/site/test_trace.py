"""After an edit only those pages are gathered that it can change."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from generator.project import Project
from generator.records.library import Library
from generator.site import index
from generator.site.pages import Page
from generator.site.parts import Parts
from generator.site.render import render

Gathered = Callable[[], set[str]]


@pytest.fixture
def gathered(project: Project, monkeypatch: pytest.MonkeyPatch) -> Gathered:
    """Render the small world, and return what renders it again and returns the pages that were gathered."""
    seen: list[str] = []
    gather = Page.gathered

    def noted(page: Page, parts: Parts) -> Iterator[tuple[Page, dict[str, Any]]]:
        seen.append(page.path)
        return gather(page, parts)

    monkeypatch.setattr(Page, "gathered", noted)

    def again() -> set[str]:
        seen.clear()
        render(project)
        return set(seen)

    assert len(again()) > 20
    return again


def edit(project: Project, record: str, **changes: object) -> None:
    path = project.records / f"{record}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**data, **changes}, sort_keys=False), encoding="utf-8")


def test_nothing_is_gathered_when_nothing_changed(gathered: Gathered) -> None:
    assert gathered() == set()


def test_an_edit_gathers_what_shows_the_record_and_what_it_names(project: Project, gathered: Gathered) -> None:
    edit(project, "events/2025-04-talks", title="Talks in April", participants=[{"actor": "wire"}])
    found = gathered()
    assert found >= {"index", "events/index", "events/2025-04-talks", "events/2025-03-01-talks", "actors/wire"}
    assert not found & {"actors/port", "positions/index", "positions/union--pay", "articles/first-report"}


def test_another_set_of_records_gathers_all(project: Project, gathered: Gathered) -> None:
    edit(project, "actors/wire", former_ids=["the-wire"])
    assert "positions/union--pay" in gathered()


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"shape": ""}'])
def test_a_broken_trace_costs_nothing_but_time(project: Project, gathered: Gathered, damaged: str) -> None:
    (project.build / "trace.json").write_text(damaged)
    assert len(gathered()) > 20
    assert gathered() == set()


def test_a_page_that_somebody_removed_is_made_again(project: Project, gathered: Gathered) -> None:
    (project.docs / "actors" / "wire.md").unlink()
    assert gathered() == {"actors/wire"}
    assert (project.docs / "actors" / "wire.md").is_file()


def test_what_is_looked_up_is_noted(project: Project) -> None:
    found = index.build(Library.load(project))
    found.reads.now = set()
    assert found.library.events["2025-04-talks"].planned
    assert found.events_of_issue["pay"]
    assert found.moves
    assert found.reads.now == {"events/2025-04-talks", "issues/pay<events", "positions"}
