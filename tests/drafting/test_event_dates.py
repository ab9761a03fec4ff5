"""Dates that events take from their sentence, from the story around it, and from the day of publication."""

from datetime import date

import pytest

from generator.drafting import dates, language
from generator.drafting.event_dates import Calendar
from tests.drafting.choosing import Chooser, Question
from tests.drafting.test_events import found

NAMES = ["Kenya", "Peru"]
DAY = date(2024, 3, 14)


def _calendar(text: str, day: date | None = DAY) -> Calendar:
    doc = language.parse(text)
    return Calendar(doc, dates.find(doc, str(day) if day else None), day)


def _date(text: str, word: str) -> str | None:
    doc = language.parse(text)
    told = next(token for token in doc if token.text == word)
    return Calendar(doc, dates.find(doc, str(DAY)), DAY).date_of(told)[0]


def _choices(text: str, word: str, day: date | None = DAY) -> dict[str | None, list[str]]:
    doc = language.parse(text)
    told = next(token for token in doc if token.text == word)
    calendar = Calendar(doc, dates.find(doc, str(day) if day else None), day)
    return {choice.date: choice.signs for choice in calendar.choices(told)}


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("The union called off its march on Monday.", "called", "2024-03-11"),
        ("Engineers reopened the bridge on 2 March after the flood.", "reopened", "2024-03-02"),
        ("The council, which approved the plan in 2019, met on Tuesday to review it.", "approved", "2019"),
        ("The council, which approved the plan in 2019, met on Tuesday to review it.", "met", "2024-03-12"),
        ("Ministers will meet in Lima on Thursday, the office said on Monday.", "said", "2024-03-11"),
        ("Police arrested nine people on Friday. They were charged with theft.", "charged", "2024-03-08"),
        ("The fighting went on since Saturday, aid workers said.", "fighting", "2024-03-09"),
    ],
)
def test_takes_the_time_that_its_word_is_told_with(text: str, word: str, date: str) -> None:
    assert _date(text, word) == date


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("The speech came a day after Kenya expelled an envoy of Peru.", "expelled", "2024-03-13"),
        ("Kenya bombed Peru on Monday. It came two days after Peru expelled an envoy.", "expelled", "2024-03-09"),
        ("The vote comes three weeks after the minister resigned.", "resigned", "2024-02-22"),
        ("The vote comes two months after the minister resigned.", "resigned", "2024-01"),
        ("The vote comes four years after the minister resigned.", "resigned", "2020"),
    ],
)
def test_counts_from_what_an_event_came_after(text: str, word: str, date: str) -> None:
    assert date in _choices(text, word)


def test_a_weekday_and_a_month_may_lie_on_either_side_of_publication() -> None:
    assert {"2024-03-11", "2024-03-18"} <= set(_choices("Miners march on Monday.", "march"))
    assert {"2023-11", "2024-11"} <= set(_choices("The vote in November is close.", "vote"))
    assert "2024-03-11" not in _choices("Miners march on 18 March 2024.", "march")


def test_the_end_of_what_goes_on_is_no_date_of_it() -> None:
    assert not {"../2024-03-15", "../2024-03-08"} & set(_choices("Kenya fired rockets at Peru until Friday.", "fired"))


def test_without_a_day_of_publication_only_the_text_tells() -> None:
    assert set(_choices("Kenya and Peru signed a treaty in 2019.", "signed", None)) == {"2019", None}
    assert _calendar("Kenya signed.", None).date_of(language.parse("Kenya signed.")[1]) == (None, False)


def test_far_times_are_another_story() -> None:
    text = "Kenya met Peru on 2 March. " + "It rained. " * 9 + "Nurses marched."
    assert "2024-03-02" not in _choices(text, "marched")
    assert "2024-03-02" in _choices(text.replace("It rained. ", "", 5), "marched")


def test_dates_speak_for_events_that_their_sentences_tell() -> None:
    (event,) = found("The new law prompted protests in Peru in 2019.", NAMES)
    assert (event.type, event.date) == ("protest", "2019")
    assert found("The new law prompted protests in Peru.", NAMES) == []


def test_no_sign_knows_a_name() -> None:
    signs = {sign for some in _choices("Kenya met Peru in Lima on 2 March.", "met").values() for sign in some}
    assert not [sign for sign in signs if any(name in sign.lower() for name in ("kenya", "peru", "lima"))]


def test_a_chooser_learns_which_signs_speak_for_the_right_choice() -> None:
    doc = "Miners met on Monday. Clerks met on Tuesday."
    near, far = _calendar(doc).choices(language.parse(doc)[1])[:2]
    right, wrong = near._replace(signs=["a", "c"], date="x"), far._replace(signs=["b", "c"], date="y")
    questions = [Question([right, wrong], "x", 1, str(number)) for number in range(9)]
    chooser = Chooser(questions, 10, 2, 0.5)
    assert chooser.table()["a"] > 0.5 > -0.5 > chooser.table()["b"]
    assert "c" not in chooser.table()
    assert chooser.best([Question([wrong, right], "x", 1, "")])[0][0] == "x"
