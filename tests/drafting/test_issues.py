import pytest

from generator.drafting.issues import OTHER, Issues
from generator.drafting.words import content, shared, stem
from generator.records.models import Issue

ISSUES = {
    "pay": Issue(title="Dockers' pay", question="How much?", keywords=("wages", "pay rise", "per cent")),
    "night-shifts": Issue(title="Night shifts", question="How many?", keywords=("night shift", "single-crewed cranes")),
    "other": Issue(title="Other matters", question="What else?", keywords=("wages",)),
}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The union wants higher wages for all", "pay"),
        ("an end to working night shifts alone", "night-shifts"),
        ("a pay rise of nine per cent and fewer night shifts", "pay"),
        ("single-crewed cranes are a danger", "night-shifts"),
        ("the weather has been kind this week", OTHER),
        ("", OTHER),
    ],
)
def test_a_statement_goes_where_its_words_are(text: str, issue: str) -> None:
    assert Issues(ISSUES).of(text) == issue


def test_what_stands_around_breaks_a_tie() -> None:
    assert Issues(ISSUES).of("an increase", "Talks on wages and the pay rise, in per cent, went on.") == "pay"


def test_no_issues_leave_everything_to_other() -> None:
    assert Issues({}).of("wages") == OTHER


def test_stems_and_shared_words() -> None:
    assert stem("negotiations") == stem("negotiating") == stem("negotiate")
    assert "the" not in content("The ships")
    one, other = (
        frozenset(content("all ships wait outside the harbour mouth")),
        frozenset(content("ships wait outside harbour")),
    )
    assert shared(one, other) == 1.0
    assert shared(frozenset(["a"]), frozenset(["a"])) == 0.0
