"""A reader's way through the site: search, actor, position, evidence, article; on a desktop, a phone, from a file."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import bundle
from generator.project import Project

SIZES = {"desktop": (1440, 900), "phone": (360, 740)}


class Visit:
    """A page that notes every request it makes, and every error it meets."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def foreign(self, address: str) -> list[str]:
        home = urlsplit(address)
        ours = {(home.scheme, home.netloc), ("data", "")}
        return [url for url in self.requests if urlsplit(url)[:2] not in ours]


@pytest.fixture(params=SIZES)
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield Visit(context.new_page())
    context.close()


def from_search_to_article(visit: Visit, start: str) -> None:
    page = visit.page
    page.goto(start)
    page.get_by_role("searchbox").first.fill("Lavrov")
    page.keyboard.press("Enter")
    page.locator("#results").get_by_role("link", name="Sergey Lavrov", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sergey Lavrov")
    statement = page.locator(".b-statement").first
    statement.locator("b a").click()
    page.locator(".b-card a[href*='positions/']").first.click()
    expect(page.locator("p.b-kicker")).to_contain_text("Position")
    quote = page.locator(".b-quote").first
    words = quote.locator("blockquote").inner_text()
    quote.locator("figcaption a[href*='articles/']").first.click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    assert words.strip("“” \n") in page.locator(".b-excerpts").inner_text()


def test_from_search_to_article_over_http(visit: Visit, address: str) -> None:
    from_search_to_article(visit, address)
    assert visit.foreign(address) == []
    assert visit.errors == []


def test_from_search_to_article_in_the_bundle(visit: Visit, project: Project, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle.make(project)) as archive:
        archive.extractall(tmp_path)
    home = (tmp_path / "briefings" / "index.html").as_uri()
    from_search_to_article(visit, home)
    assert visit.foreign(home) == []
    assert visit.errors == []


PAGES = [
    "index.html",
    "events/index.html",
    "positions/index.html",
    "issues/index.html",
    "actors/index.html",
    "articles/index.html",
    "editions/index.html",
    "map.html",
    "figures.html",
    "disagreements.html",
    "coverage.html",
    "data.html",
    "method.html",
]


def kinds(project: Project) -> list[str]:
    """Return the pages of every kind, one record each: the first of its kind."""
    firsts = [min((project.site / kind).glob("2*.html"), default=None) for kind in ("events", "articles", "editions")]
    others = [
        min(path for path in (project.site / kind).glob("*.html") if path.stem != "index")
        for kind in ("actors", "issues", "positions")
    ]
    records = [path.relative_to(project.site).as_posix() for path in (*firsts, *others) if path]
    return PAGES + records


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_page_is_wider_than_the_window(browser: Browser, address: str, project: Project, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for name in kinds(project):
        page.goto(address + name)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    context.close()
    assert wide == []


def test_reads_without_scripts(browser: Browser, address: str, project: Project) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Positions", exact=True).click()
    page.locator(".b-cell").first.click()
    expect(page.locator(".b-quote").first).to_be_visible()
    page.goto(f"{address}search.html?q=Lavrov")
    expect(page.get_by_role("main").get_by_role("link", name="Actors")).to_be_visible()
    context.close()


def test_dark_by_the_system_and_by_choice(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Light or dark").click()
    light = page.evaluate(colour)
    assert dark != light
    page.reload()
    assert page.evaluate(colour) == light
    context.close()


def test_accounts_of_the_june_talks_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}events/2025-06-02-istanbul-talks.html")
    accounts = page.locator(".b-account")
    assert accounts.count() >= 3
    boxes = [accounts.nth(number).bounding_box() for number in range(3)]
    assert len({round(box["y"]) for box in boxes if box}) == 1, "side by side"
    expect(page.locator(".b-account .b-relay").first).to_contain_text("relaying")


def test_prints_without_the_frame(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".b-top")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_print_says_where_and_when_it_was_printed(page: Page, address: str) -> None:
    path = "issues/ceasefire.html"
    page.clock.set_fixed_time("2026-11-22")
    page.goto(address + path)
    line = page.locator(".b-paper")
    expect(line).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(line).to_contain_text("Terms of a ceasefire")
    expect(line).to_contain_text(path)
    after = line.evaluate("element => getComputedStyle(element, '::after').content")
    assert "November 22, 2026" in after or "22 November 2026" in after


DRAWN = ["positions/russia--territory.html", "events/index.html", "actors/ukraine.html", "map.html"]


@pytest.mark.parametrize("name", DRAWN)
def test_drawings_fit_the_window_and_paper(browser: Browser, address: str, name: str) -> None:
    for width, narrow, media in ((360, True, "screen"), (1440, False, "screen"), (700, False, "print")):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.emulate_media(media="print" if media == "print" else "screen")
        page.goto(address + name)
        shown = page.locator(".b-chart .chart:visible")
        assert shown.count() == page.locator(".b-chart").count() > 0
        assert page.locator(".b-chart .chart.narrow:visible").count() == (shown.count() if narrow else 0)
        boxes = shown.evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
        assert max(boxes) <= width
        assert shown.first.evaluate(
            "one => one.getAttribute('aria-labelledby').split(' ').every(id => document.getElementById(id))"
        )
        context.close()


def test_by_keyboard_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(".b-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_matrix_filters_with_and_without_scripts(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}positions/index.html")
    rows, cells = page.locator(".b-matrix tbody tr:visible"), page.locator(".b-cell:visible")
    every_row, every_cell = rows.count(), cells.count()
    assert every_row >= 12
    page.get_by_label("Holder").select_option(label=first_label(page, "Holder", "Ukraine"))
    assert 0 < rows.count() < every_row
    assert cells.count() == rows.count(), "one cell in each row that is left"
    page.get_by_role("button", name="Show everything").click()
    assert (rows.count(), cells.count()) == (every_row, every_cell)
    page.get_by_label("Issue").select_option(index=1)
    assert rows.count() == 1
    context.close()


def test_timeline_filters_by_type_and_actor(page: Page, address: str) -> None:
    page.goto(f"{address}events/index.html")
    rows = page.locator(".b-filtered .b-event-row:visible")
    everything = rows.count()
    page.get_by_label("Type").select_option(label=first_label(page, "Type", "talks"))
    talks = rows.count()
    assert 0 < talks < everything
    assert page.locator(".b-filtered h2:visible").count() <= talks, "empty months are hidden"
    page.get_by_label("Actor").select_option(label=first_label(page, "Actor", "Ukraine"))
    assert 0 < rows.count() <= talks


def test_filters_count_what_is_left_and_keep_the_choice_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}events/index.html")
    every = page.locator("h1 .b-count").inner_text()
    drawn = page.locator(".b-chart svg:first-child a:visible").count()
    expect(page.locator(".b-chart .note:visible").first).to_contain_text("not drawn")
    page.get_by_label("Type").select_option(label=first_label(page, "Type", "talks"))

    def told(rows: int) -> None:
        expect(page.locator(".b-found")).to_have_text(f"{rows} found")
        expect(page.locator("h1 .b-count")).to_have_text(f"{rows} / {every}")
        for month in page.locator(".b-filtered section:visible").all():
            left = month.locator(".b-event-row:visible").count()
            assert month.locator("h2 .b-count").inner_text().partition(" / ")[0] == str(left)
        assert page.locator(".b-tags-nav li:visible").count() == page.locator(".b-filtered h2:visible").count()
        assert 0 < page.locator(".b-chart svg:first-child a:visible").count() < drawn
        expect(page.locator(".b-chart .note:visible")).to_have_count(0)

    rows = page.locator(".b-filtered .b-event-row:visible").count()
    told(rows)
    assert page.url.endswith("?t=talks")
    page.reload()
    told(rows)
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("h1 .b-count")).to_have_text(every)
    expect(page.locator(".b-found")).to_be_empty()
    assert page.url == f"{address}events/index.html"


def first_label(page: Page, name: str, start: str) -> str:
    labels: list[str] = page.get_by_label(name).locator("option").all_inner_texts()
    return next(label for label in labels if label.startswith(f"{start} ("))


COVERED = """() => {
  const shown = [...document.querySelectorAll(".b-world svg")].filter((map) => map.getClientRects().length);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return shown.flatMap((map) => {
    const names = [...map.querySelectorAll(".label")], spots = [...map.querySelectorAll(".spot")];
    return names.flatMap((name) => [...names, ...spots]
      .filter((other) => other !== name && meet(name.getBoundingClientRect(), other.getBoundingClientRect()))
      .map((other) => `${name.textContent} over ${other.textContent || other.parentElement.ariaLabel}`));
  });
}"""


def test_names_on_maps_cover_nothing(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}map.html")
    assert visit.page.locator(".b-world svg:visible .label").count() > 5
    assert visit.page.evaluate(COVERED) == []


def test_the_menu_of_more_pages_opens_leads_on_and_closes(visit: Visit, address: str) -> None:
    visit.page.goto(f"{address}index.html")
    menu = visit.page.locator(".b-menu")
    menu.locator("summary").click()
    visit.page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Map")).to_be_hidden()
    menu.locator("summary").click()
    menu.get_by_role("link", name="Map").click()
    expect(visit.page).to_have_url(f"{address}map.html")
    expect(menu.locator("summary")).to_have_attribute("aria-current", "true")
