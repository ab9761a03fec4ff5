"""What `make audit` measures and what must hold on every change: accessibility, links, HTML, weight."""

import feedparser
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from tests.audit import browser as audit
from tests.audit import pages
from tests.audit.__main__ import HEAVIEST

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_every_kind_of_page_is_accessible(page: Page, address: str, project: Project) -> None:
    """All rules on a light desktop; on a dark phone those that colours and width bear on. `make audit` does all."""
    found = []
    for path in pages.one_of_each(project.site):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        found += [f"{path}: {violation}" for violation in audit.violations(page)]
        page.set_viewport_size({"width": 360, "height": 740})
        page.emulate_media(color_scheme="dark")
        rules = ("color-contrast", "target-size", "scrollable-region-focusable")
        found += [f"dark {path}: {violation}" for violation in audit.violations(page, *rules)]
        found += [f"{path}: wider than the window"] if page.evaluate(OVERFLOW) > 0 else []
    assert found == []


def test_links_anchors_ids_and_html_are_sound(project: Project) -> None:
    assert pages.faults(project.site) == []


def test_the_first_view_is_light(browser: Browser, address: str, project: Project) -> None:
    chosen = pages.one_of_each(project.site)
    heaviest = sorted(chosen, key=lambda path: -(project.site / path).stat().st_size)[:3]
    assert max(audit.transferred(browser, address + path) for path in ["", *heaviest]) <= HEAVIEST


def test_a_zoomed_page_needs_no_sideways_scrolling(browser: Browser, address: str, project: Project) -> None:
    """400 % of 1280 px is 320 px wide. Source: WCAG 2.2, 1.4.10 Reflow."""
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    wide = []
    for path in pages.one_of_each(project.site):
        page.goto(address + path)
        wide += [path] if page.evaluate(OVERFLOW) > 0 else []
    context.close()
    assert wide == []


def test_a_feed_reader_follows_an_entry_to_its_page(page: Page, address: str) -> None:
    page.goto(address)
    named = page.locator("link[type='application/atom+xml']").first.get_attribute("href")
    feed = feedparser.parse(page.request.get(f"{address}{named}").text())
    assert not feed.bozo
    assert feed.feed.title
    assert len(feed.entries) > 3
    entry = feed.entries[0]
    assert entry.title
    assert entry.summary
    page.goto(f"{address}{entry.link.removeprefix('/')}" if "://" not in entry.link else entry.link)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_versions_of_a_date_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}disagreements.html")
    row = page.locator(".b-differ").filter(has=page.get_by_role("link", name="third round")).first
    told = row.locator(".b-version").all_inner_texts()
    assert told == ["23 July 2025", "24 July 2025"]
    assert (
        len({round(box["y"]) for box in (card.bounding_box() for card in row.locator(".b-account").all()) if box}) == 1
    )


def test_print_shows_quotes_links_and_what_is_folded(page: Page, address: str) -> None:
    page.goto(f"{address}events/2025-06-02-istanbul-talks.html")
    page.emulate_media(media="print", color_scheme="light")
    for hidden in (".b-top", ".b-bottom", ".b-tools", ".b-cite"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".b-account blockquote").first).to_be_visible()
    assert page.pdf().startswith(b"%PDF")
