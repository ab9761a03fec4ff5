"""What `make audit` measures and what must hold on every change: accessibility, links, HTML, weight."""

from urllib.parse import urlsplit

import feedparser
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from tests.audit import browser as audit
from tests.audit import pages, weights
from tests.audit.__main__ import HEAVIEST

VISIBLE = "element => element.checkVisibility({contentVisibilityAuto: true})"
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


def test_the_first_view_of_every_page_is_light(browser: Browser, address: str, project: Project) -> None:
    heavy = sorted(weights.of_every_page(project.site).items(), key=lambda item: -item[1])
    assert heavy[0][1] <= HEAVIEST
    for path in ["", heavy[0][0]]:
        assert audit.transferred(browser, address + path) <= dict(heavy)[path], "as a browser counts it"


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


def test_a_feed_reader_follows_entries_to_their_statements(page: Page, address: str) -> None:
    page.goto(address)
    named = page.locator("link[type='application/atom+xml']").first.get_attribute("href")
    feed = feedparser.parse(page.request.get(f"{address}{named}").text())
    assert not feed.bozo
    assert feed.feed.title
    assert len(feed.entries) > 3
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    told = page.request.get(f"{address}{named}".replace(".xml", ".json")).json()
    assert [item["title"] for item in told["items"]] == [entry.title for entry in feed.entries]
    said = [entry for entry in feed.entries if "/positions/" in entry.link]
    for entry in (said[0], said[-1]):
        path, _, anchor = entry.link.partition("#")
        page.goto(f"{address}{urlsplit(path).path.lstrip('/')}#{anchor}")
        target = page.locator(f"[id='{anchor}']")
        expect(target).to_be_in_viewport()
        assert target.locator("blockquote").first.inner_text().strip("“”") in entry.summary


def test_versions_of_a_date_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}disagreements.html")
    row = page.locator(".b-differ").filter(has=page.get_by_role("link", name="third round")).first
    told = row.locator(".b-version").all_inner_texts()
    assert told == ["23 July 2025", "24 July 2025"]
    assert (
        len({round(box["y"]) for box in (card.bounding_box() for card in row.locator(".b-account").all()) if box}) == 1
    )


def test_print_shows_quotes_and_what_is_folded_without_the_frame(page: Page, address: str) -> None:
    page.goto(address)
    folded = page.locator(".b-evidence blockquote").first
    assert not folded.evaluate(VISIBLE)
    page.emulate_media(media="print", color_scheme="light")
    assert folded.evaluate(VISIBLE)
    page.goto(f"{address}events/2025-06-02-istanbul-talks.html")
    for hidden in (".b-top", ".b-bottom", ".b-tools", ".b-cite"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".b-account blockquote").first).to_be_visible()
    page.goto(f"{address}positions/index.html")
    expect(page.locator(".b-filters")).to_be_hidden()
    page.set_viewport_size({"width": 700, "height": 900})
    expect(page.locator(".b-filters")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
