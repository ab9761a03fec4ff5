"""Quotations by their marks alone."""

import pytest

from generator.drafting import quotes


def texts(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The mayor said, "We are ready."', ['"We are ready."']),
        ("“We are ready,” she said. “We leave today.”", ["“We are ready,”", "“We leave today.”"]),
        ("«We are ready», the captain said.", ["«We are ready»"]),
        ("„We are ready“, the captain said.", ["„We are ready“"]),
        ("''We are ready,'' the captain said, ''and we don't wait.''", ["''We are ready,''", "''and we don't wait.''"]),
        ("The union’s ‘final offer’ was refused.", ["‘final offer’"]),
        ("She said: 'The workers' demand is fair.'", ["'The workers' demand is fair.'"]),
        ("“He told me ‘never again’ twice,” she said.", ["“He told me ‘never again’ twice,”"]),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text", ["The workers' demands and the port's answer", "It's the '90s again", "a 6'2\" fence", "5 o'clock"]
)
def test_apostrophes_open_nothing(text: str) -> None:
    assert [quote for quote in texts(text) if len(quote) > 12] == []


def test_a_quote_left_open_runs_over_the_paragraph() -> None:
    found = quotes.find("“The first reason is water.\n\n“The second is bread,” the baker said.")
    assert [(quote.closed, quote.joined) for quote in found] == [(False, False), (True, True)]


def test_a_forgotten_mark_ends_with_its_paragraph() -> None:
    text = "“The bridge is closed, he said.\n\nThe road is open."
    assert texts(text) == ["“The bridge is closed, he said."]


def test_dash_dialogue_has_every_second_stretch() -> None:
    assert texts("— Come in, — said the host. — Sit down.") == ["Come in,", "Sit down."]
    assert texts('— We have two plans," the host said. — One is cheap.') == ["We have two plans,", "One is cheap."]


def test_a_dash_within_a_sentence_is_no_dialogue() -> None:
    assert texts("The plan — a cheap one — was dropped.") == []


def test_a_dash_and_a_name_sign_what_stands_above() -> None:
    assert texts("— Ama Boateng") == texts("— Ama Boateng.") == texts("— Boateng") == []
    assert texts("— Come in") == ["Come in"]
