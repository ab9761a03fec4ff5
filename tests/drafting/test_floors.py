"""How good drafting is must not fall: floors in per cent, a point or so below what was measured; they only rise."""

import pytest

from tests.drafting.evaluate import measure

FLOORS = {
    "seeds": {
        "statements": 84, "holder": 92, "stance": 93, "events": 83, "event type": 99, "event date": 89, "actors": 86,
        "title": 100, "publisher": 100, "published": 100,
    },
    "texts": {
        "statements": 80, "holder": 90, "stance": 86, "events": 85, "event type": 89, "event date": 88, "actors": 79,
        "title": 100, "publisher": 100, "published": 100,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_drafting_is_as_good_as_it_was(name: str) -> None:
    scores = measure(name)
    below = {what: 100 * scores.value(what) for what, floor in FLOORS[name].items() if 100 * scores.value(what) < floor}
    assert below == {}
