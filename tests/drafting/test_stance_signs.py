import pytest

from generator.drafting import language, stance_signs
from generator.vocabulary import load


def likeliest(text: str, verdict: str, *, own: bool = False) -> str:
    content = language.parse(text)[:]
    signs = stance_signs.signs(content, None, verdict, kind="direct", rule="quote-then-cue", own=own)
    return stance_signs.likeliest(signs)


@pytest.mark.parametrize(
    ("text", "verdict", "stance"),
    [
        ("The government must pay the nurses.", "demand", "demand"),
        ("We will send two ships to the port.", "commit", "commit"),
        ("They lied to the voters and stole their money.", "assess", "accuse"),
        ("Two ships arrived on Monday.", "state", "state"),
    ],
)
def test_weighs_the_verdict_of_the_rules_with_the_words(text: str, verdict: str, stance: str) -> None:
    assert likeliest(text, verdict) == stance


def test_takes_a_statement_without_words() -> None:
    assert likeliest("…", "state") in load("stances")


def test_has_odds_for_each_stance() -> None:
    tables = load("stance_odds")
    assert set(tables) == set(load("stances"))
    assert all("bias" in table for table in tables.values())
