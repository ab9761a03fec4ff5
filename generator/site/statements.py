"""What a statement is on the site: its anchor, and whether it moved the position."""

import hashlib
from collections.abc import Iterable, Iterator

from generator.records import dates
from generator.records.models import OTHER, Figure, Position, Statement
from generator.vocabulary import load


def anchor(statement: Statement) -> str:
    """Return the end of the statement's permanent link: its id, or one made from its date, stance and quote."""
    if statement.id:
        return statement.id
    words = statement.evidence[0].quote if statement.evidence else ""
    digest = hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]
    return "-".join(part for part in (statement.stance, digest) if part)


def figure_anchors(figures: Iterable[Figure]) -> list[str]:
    """Return the end of each figure's permanent link, made from its number and quote, in the order given."""
    taken: set[str] = set()
    return [_free(_figure_anchor(figure), taken) for figure in figures]


def _figure_anchor(figure: Figure) -> str:
    quote = figure.evidence[0].quote if figure.evidence else figure.measure
    words = f"{figure.value:g} {figure.upper or ''} {' '.join(quote.split())}"
    return f"figure-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def named(position: Position) -> Iterator[tuple[str, Statement, Statement | None]]:
    """Yield each statement as in_order does, with its anchor, which no other statement of the position has.

    What is no question, but holds what is said on none, has no course: nothing moves there.
    """
    taken: set[str] = set()
    for statement, before in in_order(position.statements):
        yield _free(anchor(statement), taken), statement, before if position.issue != OTHER else None


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def in_order(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement | None]]:
    """Yield the statements by date, each with the one it moved the position from, None where it did not.

    A move is a later day's statement that leans to another side (see vocabulary/stances.yaml) than the last before it
    that leaned to any; what only tells (state, assess, accuse) stands beside a position.
    """
    before: Statement | None = None
    for statement in sorted(statements, key=lambda s: dates.sort_key(s.date)):
        leans = side(statement) != "tells"
        yield statement, before if before and leans and _moved(before, statement) else None
        before = statement if leans else before


def _moved(before: Statement, after: Statement) -> bool:
    if not before.date or not after.date or side(before) == side(after):
        return False
    return dates.parse(before.date).last < dates.parse(after.date).first


def side(statement: Statement) -> str:
    """Return which way the statement leans: for, against, asks or tells."""
    return str(load("stances")[statement.stance]["side"])
