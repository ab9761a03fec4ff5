"""How good drafting is must not fall: floors in per cent, a point or so below what was measured; they only rise."""

import pytest

from tests.drafting.evaluate import measure

FLOORS = {
    "seeds": {
        "statements": 84, "holder": 91, "stance": 81, "events": 86, "event type": 94, "event date": 93, "actors": 85,
        "title": 100, "publisher": 100, "published": 100,
    },
    "texts": {
        "statements": 78, "holder": 88, "stance": 70, "events": 80, "event type": 84, "event date": 77, "actors": 75,
        "title": 100, "publisher": 100, "published": 100,
    },
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_drafting_is_as_good_as_it_was(name: str) -> None:
    scores = measure(name)
    below = {what: 100 * scores.value(what) for what, floor in FLOORS[name].items() if 100 * scores.value(what) < floor}
    assert below == {}
