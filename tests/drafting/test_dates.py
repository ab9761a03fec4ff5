import pytest

from generator.drafting import dates
from generator.drafting.language import parse

THURSDAY = "2024-03-14"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Wednesday", "2024-03-13"),
        ("Thursday", "2024-03-14"),
        ("last Thursday", "2024-03-07"),
        ("next Monday", "2024-03-18"),
        ("Tuesday of last week", "2024-03-05"),
        ("yesterday", "2024-03-13"),
        ("overnight", "2024-03-14"),
        ("last night", "2024-03-13"),
        ("the day before yesterday", "2024-03-12"),
        ("the day before", "2024-03-13"),
        ("two days earlier", "2024-03-12"),
        ("on the night of 9 March", "2024-03-09"),
        ("the night between Friday and Saturday", "2024-03-08/2024-03-09"),
        ("the eve of 10 March", "2024-03-09"),
        ("last week", "2024-03-04/2024-03-10"),
        ("the weekend", "2024-03-09/2024-03-10"),
        ("over the past two days", "2024-03-12/2024-03-13"),
        ("within 100 days", "2024-03-14/2024-06-22"),
        ("in the next three months", "2024-03-14/2024-06-14"),
        ("recent days", "2024-03"),
        ("March 5", "2024-03-05"),
        ("5 March", "2024-03-05"),
        ("Tuesday, March 5", "2024-03-05"),
        ("the 5th of March 2021", "2021-03-05"),
        ("December 20", "2023-12-20"),
        ("March 4-6", "2024-03-04/2024-03-06"),
        ("28 February to 2 March", "2024-02-28/2024-03-02"),
        ("from March 4 to March 6", "2024-03-04/2024-03-06"),
        ("2023-11-02", "2023-11-02"),
        ("02.11.2023", "2023-11-02"),
        ("13/02/2024", "2024-02-13"),
        ("November 2023", "2023-11"),
        ("last November", "2023-11"),
        ("next June", "2024-06"),
        ("June last year", "2023-06"),
        ("March", "2024-03"),
        ("1998", "1998"),
        ("fiscal 1998", "1998"),
        ("nineteen ninety-eight", "1998"),
        ("the 1990s", "1990/1999"),
        ("2014-2022", "2014/2022"),
        ("2019-21", "2019/2021"),
        ("this year", "2024"),
        ("a year ago", "2023"),
        ("two months ago", "2024-01"),
        ("about three years ago", "2021~"),
        ("the third quarter of 2023", "2023-07/2023-09"),
        ("the first half of 2023", "2023-01/2023-06"),
        ("last summer", "2023-06/2023-08"),
        ("winter 2022", "2022-12/2023-02"),
        ("since early 2022", "2022/.."),
        ("until Monday", "../2024-03-18"),
        ("around March 5", "2024-03-05~"),
        ("Christmas", "2023-12-25"),
        ("Thanksgiving 2023", "2023-11-23"),
        ("year-end", "2024-12"),
        ("Monday morning", "2024-03-11"),
        ("early last month", "2024-02"),
    ],
)
def test_reads_words_against_the_day_of_publication(words: str, value: str) -> None:
    assert dates.resolve(words, THURSDAY) == value


@pytest.mark.parametrize(
    "words",
    ["soon", "the day", "31 February", "March 40", "a few years ago", "the fifth quarter of 2023", "03/04/2019"],
)
def test_leaves_open_what_the_words_do_not_tell(words: str) -> None:
    assert dates.resolve(words, THURSDAY) is None


@pytest.mark.parametrize(
    ("words", "tense", "value"),
    [
        ("Wednesday", "past", "2024-03-13"),
        ("Wednesday", "future", "2024-03-20"),
        ("the weekend", "future", "2024-03-16/2024-03-17"),
        ("August 20", "past", "2023-08-20"),
        ("August 20", "future", "2024-08-20"),
    ],
)
def test_tense_gives_the_direction(words: str, tense: str, value: str) -> None:
    assert dates.resolve(words, THURSDAY, tense=tense) == value


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("Wednesday", None, None),
        ("March 5", None, None),
        ("March 5, 2021", None, "2021-03-05"),
        ("since 2019", None, "2019/.."),
        ("Wednesday", "2024-03~", None),
        ("last month", "2024-03~", None),
        ("March 5", "2024-03~", "2024-03-05"),
        ("last year", "2024-03~", "2023"),
        ("yesterday", "2024-03", None),
        ("this month", "2024-03", "2024-03"),
        ("yesterday", "2024-03-14T07:05", "2024-03-13"),
        ("yesterday", "not a date", None),
    ],
)
def test_an_unknown_day_of_publication_leaves_only_what_the_text_dates(
    words: str, published: str | None, value: str | None
) -> None:
    assert dates.resolve(words, published) == value


def found(text: str, published: str | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(text[d.start : d.end], d.value) for d in dates.find(parse(text), published)]


def test_finds_expressions_in_running_text() -> None:
    text = "Miners met owners on Tuesday. They will meet again on Monday, after a pause since February 2023."
    assert found(text) == [("Tuesday", "2024-03-12"), ("Monday", "2024-03-18"), ("since February 2023", "2023-02/..")]


def test_takes_the_date_last_named_for_the_same_day_and_the_next() -> None:
    text = "The mine closed on 2 March 2021. On the same day the union met. The next day it called a strike."
    assert [value for _, value in found(text)] == ["2021-03-02", "2021-03-02", "2021-03-03"]


def test_a_named_weekday_anchors_the_others_where_the_article_is_not_dated() -> None:
    text = "Delegates met on Wednesday, March 13, 2024. They had arrived on Monday."
    assert [value for _, value in found(text, None)] == ["2024-03-13", "2024-03-11"]


@pytest.mark.parametrize(
    "text",
    ["They may march on.", "The firm hired 2000 workers.", "He won the second set.", "A 50-day deadline was set."],
)
def test_passes_over_what_is_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("They met Julia May. Nobody believed May.", []),
        ("They met Julia May. The mine closes in May.", [("May.", "2024-05")]),
        ("The mine closed. Nobody expected it before May.", [("May.", "2024-05")]),
    ],
)
def test_tells_a_month_from_a_surname(text: str, dated: list[tuple[str, str]]) -> None:
    assert found(text) == dated


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister is expected to explain a letter sent in May.", "2023-05"),
        ("The minister is expected to explain a letter in May.", "2024-05"),
        ("She said she would speak on Tuesday.", "2024-03-19"),
        ("She said she spoke on Tuesday.", "2024-03-12"),
    ],
)
def test_the_nearest_clause_gives_the_direction(text: str, value: str) -> None:
    assert [value for _, value in found(text)] == [value]


def test_a_clause_after_a_day_is_no_shift() -> None:
    assert found("A week after Oslo spoke, the mine closed.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Tuesday I fly to Rome.", "2024-03-19"),
        ("On Tuesday I flew to Rome.", "2024-03-12"),
        ("The union called a strike for Tuesday.", "2024-03-19"),
        ("By Tuesday thousands had returned.", "2024-03-12"),
        ("They must return by Tuesday.", "2024-03-19"),
    ],
)
def test_a_weekday_lies_where_timetable_and_tense_put_it(text: str, value: str) -> None:
    assert [date.value for date in dates.find(parse(text), "2024-03-14")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Oct. 7 attack on the port was the first.", "2023-10-07"),
        ("He has been in prison since October 7.", "2023-10-07/.."),
        ("The Oct. 7 election will be the first.", "2024-10-07"),
    ],
)
def test_what_nobody_knows_before_is_past(text: str, value: str) -> None:
    assert found(text, "2024-08-07")[0][1] == value
