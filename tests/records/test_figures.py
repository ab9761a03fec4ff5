"""Numbers of quotes: which values they may give, and which they contradict."""

import pytest

from generator.records.checks.figures import _contradicting


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        (450, "The union counted 450 ships"),
        (1200, "about 1,200 people a day"),
        (1200, "some 1 200 people"),
        (300, "between 300 and 450 drones"),
        (450, "300–450 drones"),
        (450, "300 –450 drones"),
        (80, "an 80-for-80 swap of players"),
        (2_500_000, "2.5 million tonnes"),
        (3_000_000, "two to three million"),
        (2_000_000, "two to three million"),
        (5_000_000_000, "€5bn for the army"),
        (1_000_000, "a million shells"),
        (500_000, "half a million shells"),
        (24, "dozens of drones in 3 waves"),
        (25, "twenty-five ships"),
        (2500, "two thousand five hundred men"),
        (250, "two hundred and fifty men"),
        (30, "30 per cent"),
        (12.5, "12.5% of the land"),
        (-5, "at -5 degrees"),
        (-5, "at minus 5 degrees"),
        (1, "A soldier was killed on 16 July"),
        (0, "No one of the 12 was hurt"),
        (2, "both bridges over 3 rivers"),
        (3, "the third attack in 2 days"),
        (900, "hundreds of drones"),
        (1_200_000, "seized 1.2 million dollars"),
        (-2_000_000, "at minus 2 million"),
        (5, "a wall 5 m high"),
        (5_000_000, "£5m for the port"),
        (12, "12 men took 3 million"),
        (2, "hired an 84-year-old and a 58-year-old baker"),
        (3, "honoured a man aged 61 and women aged 77, 69 and 71"),
        (900, "on 16 July and on May 3 at 10:30, F-16 jets of the 3rd wing, built in 1998"),
        (900, "a wave of drones"),
    ],
)
def test_a_value_that_the_words_may_give_is_sound(value: float, quote: str) -> None:
    assert _contradicting(value, [quote]) == []


@pytest.mark.parametrize(
    ("value", "quotes", "said"),
    [
        (900, ["The union counted 450 ships"], ["450"]),
        (-450, ["The union counted 450 ships"], ["450"]),
        (45, ["The union counted 450 ships"], ["450"]),
        (5, ["at minus 5 degrees"], ["5"]),
        (7, ["twenty-five ships"], ["twenty", "five"]),
        (3, ["2.5 million tonnes", "five ships"], ["2.5 million", "five"]),
        (1.2, ["seized 1.2 million dollars"], ["1.2 million"]),
        (1_000_000, ["seized 1.2 million dollars"], ["1.2 million"]),
        (12, ["seized 12 million dollars"], ["12 million"]),
        (2, ["two million men"], ["two million"]),
    ],
)
def test_a_value_that_the_words_contradict_is_told(value: float, quotes: list[str], said: list[str]) -> None:
    assert _contradicting(value, quotes) == said
    assert _contradicting(value, [*quotes, f"{value:,.15g} of them"]) == []


@pytest.mark.parametrize("word", ["hundred", "million"])
def test_words_without_end_spell_no_number(word: str) -> None:
    assert _contradicting(7, [f"one {word}{f' {word}' * 200}", f"one {word} " * 200])
