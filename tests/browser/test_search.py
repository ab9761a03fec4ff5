"""The search as its readers use it: in a browser, on this repository's records."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from generator.records.library import Library
from generator.site.parts import page_path
from generator.site.spelling import words

ASK = """async (queries) => {
  const answers = [];
  for (const query of queries) answers.push(await briefingsSearch.first(query));
  return answers;
}"""


def first(page: Page, address: str, queries: list[str]) -> list[Any]:
    page.goto(f"{address}search.html")
    page.wait_for_function("window.briefingsSearch")
    answers: list[Any] = page.evaluate(ASK, queries)
    return answers


def library(project: Project) -> Library:
    return Library.load(project)


def test_first_result_is_the_actor_event_or_issue_of_that_title(page: Page, address: str, project: Project) -> None:
    records = library(project).records
    asked = [
        (page_path(kind, ident), str(getattr(record, "title", None) or getattr(record, "name", "")))
        for kind in ("actors", "events", "issues")
        for ident, record in records[kind].items()
    ]
    answers = first(page, address, [title for _, title in asked])
    wrong = [
        (title, answer)
        for (path, title), answer in zip(asked, answers, strict=True)
        if answer is None or answer[0] != path
    ]
    assert not wrong


def test_finds_actors_by_each_alias(page: Page, address: str, project: Project) -> None:
    asked = [(actor.name, alias) for actor in library(project).actors.values() for alias in actor.aliases]
    answers = first(page, address, [alias for _, alias in asked])
    assert all(answer is not None for answer in answers)
    own = sum(1 for (name, _), answer in zip(asked, answers, strict=True) if answer[1] == name)
    assert own >= 0.95 * len(asked)


@pytest.mark.parametrize(
    "query", ["2 June 2025", "June 2, 2025", "2nd June 2025", "02.06.2025", "2/6/2025", "2025-06-02"]
)
def test_finds_what_took_place_on_a_day(page: Page, address: str, project: Project, query: str) -> None:
    events = library(project).events.items()
    that_day = {page_path("events", ident) for ident, event in events if (event.date or "").startswith("2025-06-02")}
    page.goto(f"{address}search.html?q={query}")
    found = page.locator("[id=found-events] + ol a")
    expect(found.first).to_be_visible()
    shown = {link.get_attribute("href") for link in found.all()}
    assert shown <= that_day


@pytest.mark.parametrize("query", ["2025-03-07", "7 March 2025"])
def test_finds_nothing_of_other_days_than_the_one_asked_for(
    page: Page, address: str, project: Project, query: str
) -> None:
    page.goto(f"{address}search.html?q={query}")
    expect(page.locator("#search-status")).to_contain_text(re.compile("found", re.IGNORECASE))
    articles = library(project).articles.items()
    that_day = {page_path("articles", ident) for ident, a in articles if (a.published or "").startswith("2025-03-07")}
    found = page.locator("[id=found-articles] + ol a").all()
    assert {link.get_attribute("href") for link in found} <= that_day


@pytest.mark.parametrize("query", ["jjjj", "zzzz", "qqqq"])
def test_letters_that_fold_to_one_find_no_words_that_begin_so(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search.html?q={query}")
    expect(page.locator("#search-status")).to_contain_text("Nothing found")


def test_says_of_an_undated_event_what_its_page_says(page: Page, address: str) -> None:
    (answer,) = first(page, address, ["Gepard"])
    assert answer[2] == "reported about July 2025"


def test_a_number_is_found_as_that_number_alone(page: Page, address: str) -> None:
    assert first(page, address, ["5%", "50-day"])[0] is None
    assert "50-day" in first(page, address, ["50-day"])[0][1]


def test_finds_what_has_most_of_the_words_where_nothing_has_all(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=Zelenskyy children")
    status = page.locator("#search-status")
    expect(status).to_contain_text("found. No record has all of these words")
    page.goto(f"{address}search.html?q=Zelenskyy chldren")
    expect(status).to_contain_text("shown. No record has the spelling")
    expect(page.locator("#results li a").first).to_be_visible()


def test_finds_positions_by_their_quotes(page: Page, address: str, project: Project) -> None:
    quotes = [
        statement.evidence[0].quote
        for position in library(project).positions.values()
        for statement in position.statements[:1]
    ][:30]
    for quote, answer in zip(quotes, first(page, address, quotes), strict=True):
        assert answer is not None, quote


@pytest.mark.parametrize("query", ["Zelensky", "Zelenskyy", "Zelenskiy", "zelenski", "Zelesnky", "ZELENSKYI"])
def test_forgives_romanisations_and_slips(page: Page, address: str, query: str) -> None:
    (answer,) = first(page, address, [query])
    assert "Zelensky" in answer[1]


@pytest.mark.parametrize("query", ["Lavrov", "lavorv", "Lavrof", "avrov", "alvrov"])
def test_forgives_transpositions_and_first_letters(page: Page, address: str, query: str) -> None:
    (answer,) = first(page, address, [query])
    assert answer[0] == "actors/sergey-lavrov.html"


def test_one_spelling_in_python_and_in_the_browser(page: Page, address: str) -> None:
    texts = [
        "Zelenskyy’s",
        "World War II zzzz",
        "Kyiv Kiev Київ",
        "Erdoğan",
        "Łódź",
        "п'ять Йосип",
        "Straße",
        "naïve cœur",
        "२ हिन्दी",
        "4.5 % of 5%",
    ]
    page.goto(f"{address}search.html")
    page.wait_for_function("window.briefingsSearch")
    page.evaluate("briefingsSearch.first('x')")
    split = page.evaluate(
        "async (texts) => { await briefingsSearch.first('x'); return texts.map(briefingsSearch.split); }", texts
    )
    assert split == [words(text) for text in texts]


def test_loads_no_index_before_a_reader_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}search.html", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    page.fill("#query", "talks")
    expect(page.locator("#results li").first).to_be_visible()
    assert [url for url in asked if "/search/index.js" in url]
    assert all(url.startswith(address) for url in asked)


def test_results_stand_by_kind_are_announced_and_reached_by_keys(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=Istanbul")
    expect(page.locator("#results li a").first).to_be_visible()
    status = page.locator("#search-status")
    expect(status).to_have_attribute("aria-live", "polite")
    assert "found" in status.inner_text()
    assert len(page.locator("#results h2").all()) > 1
    page.locator("#query").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html", wait_until="commit")
    assert "search.html" not in page.url


def test_says_when_nothing_is_found_and_offers_the_lists(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=qqqqzzzz")
    expect(page.locator("#search-status")).to_contain_text("qqqqzzzz")
    expect(page.locator("#search-lists").get_by_role("link", name="Events")).to_be_visible()
    page.fill("#query", "Istanbul")
    expect(page.locator("#results li").first).to_be_visible()
    expect(page.locator("#search-lists")).to_be_hidden()


def test_says_when_words_are_only_nearly_what_records_have(page: Page, address: str) -> None:
    status = page.locator("#search-status")
    page.goto(f"{address}search.html?q=lavorv")
    expect(status).to_contain_text("No record has the spelling lavorv")
    expect(page.locator("#results li a").first).to_contain_text("Lavrov")
    page.fill("#query", "Lavrov")
    expect(status).to_contain_text("found")
    expect(status).not_to_contain_text("spelling")


def test_works_from_files(page: Page, project: Project) -> None:
    page.goto(f"{(project.site / 'index.html').as_uri()}")
    page.locator(".b-find input").fill("Lavrov")
    page.keyboard.press("Enter")
    expect(page.locator("#results li a").first).to_contain_text("Lavrov")


def test_without_scripts_the_page_names_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search.html?q=talks")
    assert "lists" in page.inner_text("#search-status")
    assert page.locator("main a[href='events/index.html']").is_visible()
    context.close()
