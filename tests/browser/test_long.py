"""A site with much in it: positions of 1, 20 and 500 statements, lists of hundreds, in words that hardly compress."""

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from generator.site.build import build
from tests.audit import browser as audit
from tests.audit import pages, weights
from tests.audit.__main__ import HEAVIEST
from tests.audit.serve import serving
from tests.site.conftest import ROOT, write

STANCES = ("demand", "accuse", "demand", "assess", "demand", "reject", "accept")
VISIBLE = "element => element.checkVisibility({contentVisibilityAuto: true})"


def _words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(count))


def _statements(chance: random.Random, count: int) -> list[dict[str, Any]]:
    first = date(2022, 1, 3)
    return [
        {
            "id": f"said-{number}",
            "date": str(first + timedelta(days=1200 * number // count)),
            "stance": STANCES[number % 7],
            "summary": _words(chance, 9),
            "evidence": [{"article": "report", "quote": _words(chance, 16)}],
        }
        for number in range(count)
    ]


def _records() -> dict[str, dict[str, Any]]:
    chance = random.Random(4)  # noqa: S311 - words for a test
    found: dict[str, dict[str, Any]] = {
        "articles/report": {"title": "Report", "published": "2025-06-01", "publisher": "actor-0"}
    }
    for number in range(450):
        found[f"actors/actor-{number}"] = {"name": _words(chance, 2).title(), "kind": "person"}
    for number in range(60):
        found[f"issues/issue-{number}"] = {"title": _words(chance, 3), "question": _words(chance, 8)}
        for holder in range(12):
            position = {"holder": f"actor-{number + holder}", "issue": f"issue-{number}"}
            found[f"positions/{number + holder}--{number}"] = position | {"statements": _statements(chance, 1)}
    for count in (1, 20, 500):
        position = {"holder": "actor-400", "issue": f"issue-{count % 60}"}
        found[f"positions/long--{count}"] = position | {"statements": _statements(chance, count)}
    for number in range(900):
        found[f"events/event-{number}"] = {
            "title": _words(chance, 8),
            "type": "consult" if number % 2 else "protest",
            "date": str(date(2023, 1, 1) + timedelta(days=number)),
            "place": {"name": f"Place {number % 3}", "lat": 50 + number % 3, "lon": 10.0},
            "participants": [{"actor": "actor-1"}, {"actor": f"actor-{number % 40}"}],
            "issues": ["issue-1"],
            "figures": [{"measure": "people", "value": number + 1}, {"measure": "people", "value": number + 2}],
            "evidence": [{"article": "report", "quote": _words(chance, 12)}],
        }
    return found


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("long")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "briefings" / "pages").mkdir(parents=True)
    for name in ("about", "method", "corrections"):
        (root / "briefings" / "pages" / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    write(root, _records())
    project = Project(root)
    build(project)
    return project


@pytest.fixture(scope="module")
def long_address(long_site: Project) -> Iterator[str]:
    with serving(long_site.site) as served:
        yield served


def test_the_first_view_of_every_page_is_light(long_site: Project, browser: Browser, long_address: str) -> None:
    heavy = sorted(weights.of_every_page(long_site.site).items(), key=lambda item: -item[1])
    assert heavy[0][1] <= HEAVIEST, heavy[:5]
    assert audit.transferred(browser, long_address + heavy[0][0]) <= HEAVIEST


def test_links_and_anchors_of_long_lists_are_sound(long_site: Project) -> None:
    assert pages.faults(long_site.site) == []


def test_one_statement_needs_no_folds(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}positions/long--1.html")
    assert page.locator(".b-statement").count() == 1
    assert page.locator(".b-fold-in, .chart-timeline").count() == 0


@pytest.mark.parametrize("count", [20, 500])
def test_the_newest_stand_first_and_each_statement_has_its_anchor(page: Page, long_address: str, count: int) -> None:
    page.goto(f"{long_address}positions/long--{count}.html")
    anchors = page.locator(".b-line-of-time > article").evaluate_all("all => all.map(one => one.id)")
    assert anchors == [f"said-{number}" for number in reversed(range(count))]
    assert page.locator(".b-statement:visible, .b-brief:visible").count() < 10
    assert page.locator(".b-turning > li").count() > 0
    circles = page.locator(".chart-timeline .dot").evaluate_all("all => all.map(one => one.getBoundingClientRect().x)")
    assert 0 < len(circles) < 200, "what would overlap is counted"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("count", "number"), [(20, 3), (500, 450), (500, 0)])
def test_a_permanent_link_opens_the_fold(
    browser: Browser, long_address: str, scripts: bool, count: int, number: int
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{long_address}positions/long--{count}.html#said-{number}")
    statement = page.locator(f"#said-{number}")
    expect(statement).to_be_in_viewport()
    if number == 0:
        statement.get_by_role("link").click()
        assert page.url.endswith(f"#said-{number}")
        statement = page.locator(f"#said-{number}")
        expect(statement).to_be_in_viewport()
    expect(statement.locator("blockquote")).to_be_visible()
    context.close()


def test_a_turning_point_leads_to_its_statement(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}positions/long--20.html")
    page.locator(".b-turning a").last.click()
    anchor = page.evaluate("location.hash")
    expect(page.locator(anchor)).to_be_in_viewport()


def test_print_opens_the_folds(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}positions/long--20.html")
    assert not page.locator("#said-0 blockquote").evaluate(VISIBLE)
    page.emulate_media(media="print")
    assert page.locator("#said-0 blockquote").evaluate(VISIBLE)


def test_the_timeline_has_pages_by_year_with_filters_of_their_own(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}events/index.html")
    assert 100 <= page.locator(".b-event-row").count() <= 200
    page.get_by_role("link", name="2025", exact=True).click()
    rows = page.locator(".b-event-row:visible")
    everything = rows.count()
    assert everything == 169
    page.get_by_label("Type").select_option(index=1)
    assert 0 < rows.count() < everything


def test_pages_of_lists_are_accessible(page: Page, long_site: Project, long_address: str) -> None:
    chosen = [path for path in pages.one_of_each(long_site.site) if "/pages/" in path or path.count("/") > 1]
    assert chosen
    found = []
    for path in [*chosen, "positions/long--500.html", "actors/actor-1.html", "map.html"]:
        page.goto(long_address + path)
        found += [f"{path}: {violation}" for violation in audit.violations(page)]
    assert found == []
