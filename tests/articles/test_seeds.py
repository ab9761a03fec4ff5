"""The six seeds: what must be understood of each, and what must not get into the text."""

from pathlib import Path

import pytest

from generator.articles import Article, house, read_seed

ROOT = Path(__file__).parents[2]
SEEDS = [
    (
        "000",
        1,
        "ISW: Moscow tries to trade",
        "Euromaidan Press",
        "2025-07-11T12:04",
        "Russia is attempting to trade",
        "and reduce its army.",
    ),
    (
        "001",
        1,
        "Kremlin uses diplomacy with US",
        "UNN",
        "2025-07-10T16:18",
        "The Kremlin is using diplomatic",
        "ending the war in Ukraine.",
    ),
    (
        "002",
        1,
        "ISW: Russia wants Ukraine out",
        "Euromaidan Press",
        "2025-06-03T07:23",
        "The Institute for the Study of War",
        "under international law.",
    ),
    (
        "002",
        2,
        "Ukraine faces third consecutive night",
        "Euromaidan Press",
        "2025-05-26T03:07",
        "Kyiv endured its third",
        "casualties preliminarily.",
    ),
    (
        "003",
        1,
        "Negotiations will not Lead to Peace",
        None,
        "2025-07~",
        "Despite publicly hankering",
        "God help Ukraine!",
    ),
    (
        "004",
        1,
        "Russia and Ukraine still have serious",
        "Izvestia",
        "2025-07~",
        "Russia and Ukraine still have",
        "understands its goals.",
    ),
]
JUNK = [
    "Vue normale",
    "Flux principal",
    "You could close this page",
    "Become a patron",
    "❌",
    "✇",
    "388 views",
    "Trump will make the decision",
    "Khlyudzinsky",
    "Skip to main content",
    "Advertisement",
    "Select important",
    "Photo:",
    "Medinsky (left)",
    "Yandex",
    "27d3a83e8b82479f",
    "attack on odesa",
]


def read(number: str) -> tuple[Article, ...]:
    path = next((ROOT / "seeds").glob(f"{number}_*.txt"))
    reading = house.read_seeds([path], ROOT)[0]
    assert reading.problems == ()
    return reading.articles


@pytest.mark.parametrize(("number", "part", "title", "publisher", "published", "first", "last"), SEEDS)
def test_a_seed_is_understood(
    number: str, part: int, title: str, publisher: str | None, published: str, first: str, last: str
) -> None:
    article = read(number)[part - 1]
    assert (article.title or "").startswith(title)
    assert (article.publisher, article.published, article.language) == (publisher, published, "en")
    assert article.paragraphs[0].text.startswith(first)
    assert article.paragraphs[-1].text.endswith(last)
    assert not [junk for junk in JUNK for paragraph in article.paragraphs if junk in paragraph.text]


def test_parts_are_counted() -> None:
    assert [len(read(number)) for number in ("000", "001", "002", "003", "004")] == [1, 1, 2, 1, 1]


def test_what_was_guessed_says_so() -> None:
    assert read("000")[0].derived == ()
    assert read("003")[0].derived == ("published",)
    assert set(read("004")[0].derived) == {"title", "published"}


def test_a_byline_is_an_author() -> None:
    assert read("001")[0].authors == ("Vadim Khlyudzinsky",)
    assert read("000")[0].authors == ()


def test_a_list_keeps_its_items() -> None:
    items = [paragraph.text for paragraph in read("002")[0].paragraphs if paragraph.kind == "item"]
    assert len(items) == 4
    assert items[0].startswith("an unconditional ceasefire")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_character_of_a_paragraph_is_found_in_the_seed(number: str) -> None:
    path = next((ROOT / "seeds").glob(f"{number}_*.txt"))
    reading = read_seed(path, ROOT)
    for article in reading.articles:
        for paragraph in article.paragraphs:
            for position, char in enumerate(paragraph.text):
                there = reading.text[paragraph.source_offset(position)]
                assert char == there or (char == " " and there.isspace())


def test_every_line_is_kept_or_dropped_with_a_reason() -> None:
    path = next((ROOT / "seeds").glob("002_*.txt"))
    reading = read_seed(path, ROOT)
    lines = {number for number, line in enumerate(reading.text.split("\n"), 1) if line.strip("\ufeff \xa0\t")}
    kept = {paragraph.line for article in reading.articles for paragraph in article.paragraphs}
    dropped = {drop.line for article in reading.articles for drop in article.dropped}
    assert not kept & dropped
    assert len(lines - kept - dropped) == len(reading.articles)  # the titles
    assert all(drop.reason for article in reading.articles for drop in article.dropped)
