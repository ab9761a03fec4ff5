"""Dates that events take from the story, from each other, and from the day of publication."""

import pytest

from tests.drafting.test_events import found

NAMES = ["Kenya", "Peru"]


def _dates(text: str, published: str | None = "2024-03-14") -> list[str | None]:
    return [event.date for event in found(text, NAMES, published=published)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kenya bombed Peru on Monday. It came two days after Peru expelled an envoy.", ["2024-03-11", "2024-03-09"]),
        ("Kenya bombed Peru on Monday, hours after Peru expelled an envoy.", ["2024-03-11", "2024-03-11"]),
        ("Kenya bombed Peru on Monday, years after Peru expelled an envoy.", ["2024-03-11"]),
        ("Nurses walked out on Friday, a day after an unprecedented strike by teachers.", ["2024-03-08", "2024-03-07"]),
        ("The speech came a day after Kenya expelled an envoy of Peru.", ["2024-03-13"]),
        ("The speech came hours after Kenya expelled an envoy of Peru.", [None]),
        ("The war went on since October 2013. It came two days after Peru expelled an envoy.", ["2013-10", None]),
    ],
)
def test_counts_from_what_an_event_came_after(text: str, dates: list[str | None]) -> None:
    assert _dates(text) == dates


def test_what_an_article_first_tells_in_the_perfect_is_of_its_day() -> None:
    assert _dates("Kenya has expelled the ambassador of Peru.") == ["2024-03-14"]


@pytest.mark.parametrize(
    "text",
    ["Kenya expelled the ambassador of Peru.", "On Monday Kenya was calm. Kenya has expelled the ambassador of Peru."],
)
def test_the_simple_past_and_later_news_have_no_day_by_themselves(text: str) -> None:
    assert _dates(text) == [None]


_STORY = "Kenya bombed Peru {}.\n\nIt was dark{}.\n\nThe mayor slept.\n\nNurses {} through the capital."


@pytest.mark.parametrize(
    ("when", "other", "told", "dates"),
    [
        ("on Monday", "", "marched", ["2024-03-11", "2024-03-11"]),
        ("on Monday", " on Tuesday", "marched", ["2024-03-11", None]),
        ("on Monday", "", "had marched", ["2024-03-11", None]),
        ("in 2019", "", "marched", ["2019", None]),
    ],
)
def test_main_clauses_are_of_the_one_recent_day(when: str, other: str, told: str, dates: list[str | None]) -> None:
    assert _dates(_STORY.format(when, other, told)) == dates


@pytest.mark.parametrize(("named", "date"), [("Thursday", "2024-03-14"), ("Monday", None)])
def test_the_first_sentences_are_of_the_day_of_publication_if_that_is_named(named: str, date: str | None) -> None:
    assert _dates(f"Kenya expelled the ambassador of Peru. Nobody knew why on {named}.") == [date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kenya said on Monday that it was expelling an envoy of Peru.", ["2024-03-11"]),
        ("Kenya said on Monday that it expelled an envoy of Peru.", [None]),
        ("Kenya signed an order to expel an envoy on Monday.", ["2024-03-11"]),
        ("Kenya announced plans to expel an envoy on Monday.", ["2024-03-18"]),
    ],
)
def test_takes_the_date_of_the_telling_for_what_is_done_by_it(text: str, dates: list[str | None]) -> None:
    assert _dates(text) == dates


def test_news_is_not_what_was_done_long_before() -> None:
    text = "Kenya has dropped an investigation into Peru. The investigation had been shelved in 2017."
    assert _dates(text) == ["2024-03-14", "2017"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya bombed Peru, which was attacked in 2019.", None),
        ("Kenya fired rockets at Peru until Friday.", None),
        ("Kenya arrested nine men in connection with last year’s bombings in Peru.", None),
        ("Kenya imposed a curfew at midnight.", "2024-03-14"),
        ("Kenya expelled an envoy two hours ago.", "2024-03-14"),
        ("Kenya will meet Peru ahead of Sunday’s vote.", None),
        ("Kenya met with Peru to discuss the border on Monday.", "2024-03-11"),
    ],
)
def test_takes_only_dates_that_are_its_own(text: str, date: str | None) -> None:
    assert _dates(text)[0] == date


def test_a_part_of_the_day_is_of_the_day_last_named() -> None:
    text = "Kenya held a summit on Tuesday. Peru met with Kenya in the afternoon."
    assert _dates(text)[-1] == "2024-03-12"
