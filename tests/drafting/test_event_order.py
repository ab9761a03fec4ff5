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
