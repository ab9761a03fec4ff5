"""Names about circles: by their own circle or led to it, over nothing."""

import math
import random

import pytest

from generator.site.charts import labels
from generator.site.charts.labels import Circle, Label

PORTS = [Circle(100, 100, 7), Circle(101, 98, 6), Circle(100, 102, 6)]
"""Three so close together that none could be told by a name beside it."""
NAMES = ["Great Port", "The Dunes", "South Harbour"]


def scattered(seed: int, count: int) -> list[Circle]:
    chance = random.Random(seed)  # noqa: S311 - the same circles each time
    return [Circle(chance.gauss(170, 50), chance.gauss(130, 40), chance.uniform(5, 14)) for _ in range(count)]


def gaps(label: Label, circles: list[Circle]) -> list[float]:
    return [label.box.apart(one.x, one.y) - one.radius for one in circles]


def test_a_lone_name_stands_right_of_its_circle() -> None:
    (label,) = labels.place([Circle(100, 100, 6)], ["Port"], 340, 204)
    assert label
    assert (label.anchor, label.line) == ("start", None)
    assert label.x == 100 + 6 + labels.GAP


def test_a_name_left_of_its_circle_is_held_at_its_end() -> None:
    (label,) = labels.place([Circle(330, 100, 6)], ["Great Port"], 340, 204)
    assert label
    assert (label.anchor, label.x) == ("end", 330 - 6 - labels.GAP)


def test_names_of_circles_upon_one_another_are_led_to_their_own() -> None:
    placed = labels.place(PORTS, NAMES, 340, 204)
    for label, circle in zip(placed, PORTS, strict=True):
        assert label
        assert label.line
        assert label.line[:2] == (circle.x, circle.y)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("count", [6, 20, 60])
def test_names_cover_neither_one_another_nor_a_circle(seed: int, count: int) -> None:
    circles = scattered(seed, count)
    placed = labels.place(circles, ["Some Province"] * count, 340, 300)
    found = [(label, circle) for label, circle in zip(placed, circles, strict=True) if label]
    assert found
    for label, own in found:
        assert not [other for other, _ in found if other is not label and other.box.meets(label.box)]
        assert min(gaps(label, circles)) >= labels.GAP - 0.5
        others = gaps(label, [one for one in circles if one is not own])
        assert label.line or min(others, default=math.inf) >= labels.CLEAR


def test_where_there_is_no_room_a_name_is_left_out() -> None:
    assert labels.place([Circle(20, 10, 6)], ["A very long name of a place"], 40, 20) == [None]
    assert labels.place([Circle(20, 10, 6)], [""], 340, 200) == [None]
