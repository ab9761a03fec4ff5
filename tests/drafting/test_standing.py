"""Which quotes of an article are the same words as what a record quotes from it already."""

import pytest

from generator.drafting.standing import Claim, Standing
from generator.records.models import Evidence

TEXT = "Analysts doubt that the meeting will produce a deal. Norway said no. A deal in the north is another matter."
SAID = "Analysts doubt that the meeting will produce a deal"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SAID, "the meeting will produce a deal", True),
        (SAID, "that the meeting will produce a deal. Norway said no", True),
        ("doubt that the  Meeting", "doubt that “the meeting”", True),
        (SAID, "produce a deal. Norway said no. A deal in the north", False),
        (SAID, "Norway said no", False),
        ("no", "another matter", False),
        ("no", "in the north", False),
        ("is not in it", "nor is this", False),
    ],
)
def test_the_same_words(one: str, other: str, same: bool) -> None:
    for quote, told in ((one, other), (other, one)):
        standing = Standing([Claim("positions", "x", "statements", told)], TEXT)
        evidence = Evidence(article="a", quote=quote)
        assert bool(standing.claims(evidence, "positions", "statements")) == same
        assert (standing.are_new([evidence], [Evidence(article="a", quote=told)]) == []) == same
        assert standing.are_new([evidence], [Evidence(article="b", quote=told)]) == [evidence]


def test_claims_of_one_sort_count_and_the_exact_one_comes_first() -> None:
    wide, exact = Claim("events", "wide", "evidence", SAID), Claim("events", "exact", "evidence", "will produce a deal")
    standing = Standing([wide, exact, Claim("events", "wide", "figures", "a deal")], TEXT)
    evidence = Evidence(article="a", quote="will produce a deal")
    assert standing.claims(evidence, "events", "evidence") == [exact, wide]
    assert standing.claims(evidence, "positions", "statements") == []
