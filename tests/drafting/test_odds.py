import math

import pytest

from generator.drafting.odds import chance, likeliest, total

TABLE = {"bias": -1.0, "heavy": 3.0, "light": 0.5}


def test_weighs_the_signs_that_are_known() -> None:
    assert total(TABLE, ["heavy", "unknown"]) == 2.0
    assert total(TABLE, []) == -1.0


def test_tells_a_chance() -> None:
    assert chance(TABLE, ["light", "light"]) == 0.5
    assert chance(TABLE, ["heavy"]) == pytest.approx(1 / (1 + math.exp(-2)))


def test_takes_what_the_signs_speak_for_most_and_the_first_of_equals() -> None:
    tables = {"b": {"bias": 0.0, "heavy": 1.0}, "a": {"bias": 0.0}}
    assert likeliest(tables, ["heavy"]) == "b"
    assert likeliest(tables, ["unknown"]) == "a"
