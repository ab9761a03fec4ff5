"""Long quotes are cut where what stays is whole, and keep the words that matter."""

import pytest

from generator.drafting import wholes
from generator.drafting.excerpts import Cuts
from generator.drafting.findings import Findings
from generator.drafting.language import parse

TEXT = (
    "The port closed on Monday, after the union and the operator failed to agree on pay for the night shift, and ships "
    "waited at anchor outside the harbour wall while crews were told to stay aboard until the talks resume in the town."
)
ALL = (0, len(TEXT))
BY_PAUSES = Cuts.of(TEXT, Findings())


def words(span: tuple[int, int]) -> str:
    return TEXT[slice(*span)]


def cut(text: str, most: int) -> str:
    starts, ends = wholes.find(parse(text))
    start, end = Cuts(text, starts, ends).shortened((0, len(text)), most)
    return text[start:end]


def test_a_short_quote_is_left_as_it_is() -> None:
    assert BY_PAUSES.shortened((0, 25), 10) == (0, 25)


def test_a_long_quote_ends_at_a_pause_of_its_second_half() -> None:
    assert words(BY_PAUSES.shortened(ALL, 24)).endswith("for the night shift")


def test_a_quote_without_a_pause_near_goes_on_to_the_next() -> None:
    start = TEXT.index("after the union")
    assert words(BY_PAUSES.shortened((start, len(TEXT)), 5)).endswith("for the night shift")


def test_a_quote_without_any_pause_ends_with_a_word_that_means_something() -> None:
    text = "the crews and the " * 20 + "masters"
    start, end = Cuts.of(text, Findings()).shortened((0, len(text)), 6)
    assert text[start:end] == "the crews and the the crews"


def test_the_words_that_matter_stay() -> None:
    keep = (TEXT.index("resume"), TEXT.index("resume") + len("resume"))
    assert "resume" in words(BY_PAUSES.around(ALL, keep, 10))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "The council will impose charges on heavy lorries and buses within a month.",
            "The council will impose charges on heavy lorries and buses",
        ),
        (
            "The mayor urged the drivers to come back to the table before the end of May.",
            "The mayor urged the drivers to come back to the table",
        ),
        (
            "She rejected a demand for a higher grant after a long debate in the town hall.",
            "She rejected a demand for a higher grant",
        ),
        (
            "The bus would run until Sunday unless the drivers returned with a better offer soon.",
            "The bus would run until Sunday unless the drivers returned with a better offer",
        ),
        (
            '"We did not begin this quarrel with the town in 2019, but we shall end it when the court has spoken."',
            "We did not begin this quarrel with the town in 2019, but we shall end it",
        ),
    ],
)
def test_no_cut_breaks_a_phrase(text: str, whole: str) -> None:
    assert cut(text, 10) == whole


@pytest.mark.parametrize(
    ("text", "most", "whole"),
    [
        (
            'called the strike of the dockers "unnecessary and unfair to passengers" and to the town',
            7,
            'called the strike of the dockers "unnecessary and unfair to passengers"',
        ),
        (
            "called the judgment “a coup in robes” on the steps of the court",
            5,
            "called the judgment “a coup in robes”",
        ),
        (
            '"We have come to see the people who live in this town by the sea, and nobody else."',
            9,
            "We have come to see the people who live in this town by the sea",
        ),
        (
            'said the plan was "a blow to all who work at night in the port of the old town, and it will fail soon"',
            12,
            'said the plan was "a blow to all who work at night in the port of the old town',
        ),
    ],
)
def test_a_short_quotation_stays_whole_and_a_long_one_ends_with_a_clause(text: str, most: int, whole: str) -> None:
    assert cut(text, most) == whole


def test_a_mark_stands_only_with_its_partner() -> None:
    text = (
        '"We are not asking for the moon. We are asking for enough people on a ward to keep the sick alive," she said.'
    )
    stop = text.index(" We are asking")
    cuts = Cuts(text, [], [])
    first, second = (cuts.shortened(span) for span in ((0, stop), (stop + 1, text.index(" she"))))
    assert text[slice(*first)] == "We are not asking for the moon."
    assert text[slice(*second)] == "We are asking for enough people on a ward to keep the sick alive"


def test_a_quotation_that_ends_where_the_cut_is_is_closed() -> None:
    text = 'The operator called the walkout of the dockers "irresponsible and damaging" to the port and to the town.'
    end = text.index('"', text.index("damaging"))
    assert Cuts(text, [], [end]).shortened((0, len(text)), 12) == (0, end + 1)


def test_a_call_keeps_what_it_calls_for() -> None:
    text = "The association backed their demand for safe staffing but called on the union to spare cancer wards."
    starts, ends = wholes.find(parse(text))
    span = (text.index("called"), len(text) - 1)
    start, end = Cuts(text, starts, ends).shortened(span, 6)
    assert text[start:end] == "called on the union to spare cancer wards"


def test_what_looks_like_an_object_behind_a_comma_may_go() -> None:
    text = (
        "Some 2,400 nurses at three hospitals in Leeds walked out on Tuesday in a 48-hour strike over staffing levels "
        "and pay, the largest stoppage in the city since 2023."
    )
    assert cut(text, 12) == "Some 2,400 nurses at three hospitals in Leeds walked out on Tuesday"


def test_an_infinitive_keeps_the_verb_that_it_completes() -> None:
    text = 'The union of the nurses said on Monday that it had "no choice" but to walk out.'
    starts, ends = wholes.find(parse(text))
    keep = (text.index("walk"), text.index("walk") + len("walk out"))
    start, end = Cuts(text, starts, ends).around((0, len(text)), keep, 7)
    assert text[start:end] == 'it had "no choice" but to walk out.'


def test_an_event_s_quote_begins_with_whom_its_verb_is_told_of() -> None:
    text = (
        "Late in the evening, two workers of the night shift were hurt when a lorry drove through the gate of the yard."
    )
    starts, ends = wholes.find(parse(text))
    keep = (text.index("hurt"), text.index("hurt") + 4)
    start, end = Cuts(text, starts, ends).around((0, len(text)), keep, 5)
    assert text[start:end] == "two workers of the night shift were hurt"
