import pytest
from spacy.tokens import Doc, Token

from generator.drafting import dates, event_odds
from generator.drafting.event_signs import deed, may_tell
from generator.drafting.language import parse
from generator.vocabulary import load

PUBLISHED = "2024-03-14"


def likely(text: str) -> list[str]:
    """Return the words of a text that are likely to tell events."""
    doc = parse(text)
    found = event_odds.likely(doc, frozenset(), dates.find(doc, PUBLISHED))
    return [token.text for tokens in found.values() for token in tokens]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def test_finds_what_is_likely_to_be_told_as_an_event() -> None:
    assert likely("The Justice Department released the report on Monday.") == ["released"]


@pytest.mark.parametrize(
    "text",
    [
        "The river is long and wide.",
        "The port did not close on Monday.",
        "If the port closes on Monday, ships will wait.",
        "Many people think that the port is too small.",
    ],
)
def test_finds_nothing_in_states_denials_and_conditions(text: str) -> None:
    assert likely(text) == []


def test_knows_a_deed_by_its_verb_and_object() -> None:
    doc = parse("They took the town, and the crowd gathered; the summit ended.")
    assert deed(word(doc, "took")) == "coerce"
    assert deed(word(doc, "summit")) == "consult"
    assert deed(word(doc, "town")) == ""


def test_passes_over_names_and_parts_of_names() -> None:
    doc = parse("Maria Keller visited Nairobi.")
    assert [token.text for token in doc if may_tell(token)] == ["visited"]


def test_gives_a_word_the_type_that_it_most_likely_tells() -> None:
    doc = parse("Police rounded up forty students on Monday.")
    assert event_odds.kind(word(doc, "rounded")) == "coerce"


def test_has_deeds_of_every_type_and_odds_for_each() -> None:
    types = set(load("event_types"))
    assert set(load("deeds")) == types
    assert set(load("event_type_odds")) == types
    assert all("bias" in table for table in (load("event_odds"), *load("event_type_odds").values()))
