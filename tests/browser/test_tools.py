"""Cite, listen, essentials and permanent links, as a reader meets them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from generator.records.library import Library
from generator.site import index

SPEECH = """
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => [{}], addEventListener: () => {}, log: [],
    speak(utterance) { said.push(utterance); }, pause() { this.log.push("pause"); },
    resume() { this.log.push("resume"); }, cancel() { this.log.push("cancel"); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
MUTE = "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"


@pytest.fixture(scope="module")
def position(project: Project) -> tuple[str, str]:
    """The position with most statements: its path, and its last statement's anchor."""
    said = index.build(Library.load(project)).said
    ident = max(sorted(said), key=lambda position: len(said[position]))
    return f"positions/{ident}.html", said[ident][-1].anchor


@pytest.fixture
def silent(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_listen_reads_the_page_without_its_chrome(page: Page, address: str, position: tuple[str, str]) -> None:
    page.add_init_script(SPEECH)
    page.goto(address + position[0])
    page.get_by_role("button", name="Listen").press("Enter")
    for _ in range(5):
        page.evaluate("said.at(-1).onend()")
    read = page.evaluate("said.map((utterance) => utterance.text)")
    assert any(page.inner_text("h1").startswith(text[:20]) for text in read)
    assert not any("Cite" in text or "Search" in text or "Listen" in text for text in read)
    assert page.locator(".b-read").count() == 1
    page.get_by_role("button", name="Pause").press("Enter")
    page.get_by_role("button", name="Go on").press("Enter")
    page.get_by_role("button", name="Stop").press("Enter")
    assert page.evaluate("speechSynthesis.log") == ["pause", "resume", "cancel"]
    assert page.locator(".b-read").count() == 0


def test_listen_is_absent_without_speech(page: Page, address: str, position: tuple[str, str]) -> None:
    page.add_init_script(MUTE)
    page.goto(address + position[0])
    expect(page.locator(".b-fold")).to_be_visible()
    expect(page.locator(".b-listen")).to_be_hidden()


def test_tools_are_absent_without_scripts(silent: Page, address: str, position: tuple[str, str]) -> None:
    silent.goto(address + position[0])
    assert not silent.locator(".b-tools").is_visible()
    silent.locator(".b-cite summary").click()
    assert "@online" in silent.inner_text(".b-cite")
    assert silent.locator(".b-cite button").count() == 0


def test_essentials_fold_the_page_to_its_points(page: Page, address: str, position: tuple[str, str]) -> None:
    page.goto(address + position[0])
    before = page.evaluate("document.querySelector('.b-page').scrollHeight")
    button = page.get_by_role("button", name="Essentials")
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.querySelector('.b-page').scrollHeight") < before
    assert page.locator("h1").is_visible()
    button.press("Space")
    assert page.evaluate("document.querySelector('.b-page').scrollHeight") == before


def test_cite_names_the_statement_that_was_asked_for(page: Page, address: str, position: tuple[str, str]) -> None:
    path, anchor = position
    page.goto(address + path)
    page.locator(f"a.b-hash[href='#{anchor}']").click()
    page.locator(".b-cite summary").click()
    plain, bibtex, csl = page.locator(".b-cite pre").all_inner_texts()
    link = f"{address}{path}#{anchor}"
    assert plain.strip().endswith(link)
    assert f"url = {{{link}}}" in bibtex
    assert json.loads(csl)[0]["URL"] == link


def test_copy_puts_the_citation_on_the_clipboard(browser: Browser, address: str, position: tuple[str, str]) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + position[0])
    page.locator(".b-cite summary").click()
    page.locator(".b-cite button").first.click()
    expect(page.locator(".b-cite [role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".b-cite pre").first.inner_text().strip()
    context.close()


def test_every_statement_and_figure_has_a_link_to_itself(silent: Page, address: str, project: Project) -> None:
    library = Library.load(project)
    event = next(ident for ident, event in library.events.items() if event.figures)
    for path, rows in ((f"events/{event}.html", "tr[id^=figure]"),):
        silent.goto(address + path)
        anchors = [row.get_attribute("id") for row in silent.locator(rows).all()]
        assert len(anchors) == len(library.events[event].figures)
        for anchor in anchors:
            expect(silent.locator(f"a.b-hash[href='#{anchor}']")).to_have_accessible_name("Permanent link")


def test_works_from_files(page: Page, project: Project, position: tuple[str, str]) -> None:
    page.goto((Path(project.site) / position[0]).as_uri())
    page.locator(".b-fold").click()
    page.locator(".b-cite summary").click()
    assert "@online" in page.inner_text(".b-cite")
