"""A statement's anchor, and what counts as a move."""

import pytest

from generator.records.models import Evidence, Statement
from generator.site.statements import anchor, in_order


def said(date: str | None, stance: str, ident: str | None = None) -> Statement:
    return Statement(id=ident, date=date, stance=stance, evidence=(Evidence(article="a", quote="Some words"),))


def test_an_anchor_is_the_id_or_made_from_the_words() -> None:
    assert anchor(said("2025-01-01", "demand", "my-id")) == "my-id"
    made = anchor(said("2025-01-01", "demand"))
    assert made == anchor(said("2025-02-02", "demand"))
    assert made != anchor(said("2025-01-01", "reject"))


@pytest.mark.parametrize(
    ("first", "second", "moved"),
    [
        (("2025-01-01", "reject"), ("2025-01-02", "accept"), True),
        (("2025-01-01", "demand"), ("2025-02", "propose"), True),
        (("2025-01-01", "support"), ("2025-01-02", "commit"), False),
        (("2025-01-01", "reject"), ("2025-01-01", "accept"), False),
        (("2025-01-01", "reject"), ("2025-01~", "accept"), False),
        ((None, "reject"), ("2025-01-02", "accept"), False),
        (("2025-01-01", "reject"), ("2025-01-02", "assess"), False),
    ],
)
def test_a_move_is_a_later_lean_to_another_side(
    first: tuple[str | None, str], second: tuple[str | None, str], moved: bool
) -> None:
    (_, none), (_, moved_from) = in_order([said(*first), said(*second)])
    assert none is None
    assert (moved_from is not None) == moved


def test_what_only_tells_does_not_hide_a_move() -> None:
    told = [said("2025-01-01", "reject"), said("2025-01-02", "state"), said("2025-01-03", "accept")]
    assert [moved is not None for _, moved in in_order(told)] == [False, False, True]
