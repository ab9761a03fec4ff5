"""What a statement is on the site: its anchor, its order among others, and whether it moved from the one before."""

import hashlib

from generator.records.models import Statement


def anchor(statement: Statement) -> str:
    """Return the end of the statement's permanent link: its id, or one made from its date, stance and quote."""
    if statement.id:
        return statement.id
    words = statement.evidence[0].quote if statement.evidence else ""
    digest = hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]
    return "-".join(part for part in (statement.stance, digest) if part)


def is_move(before: Statement, after: Statement) -> bool:
    """Tell whether after takes another stance than before, of those that a position consists of.

    Reporting (`state`), judging (`assess`) and blaming (`accuse`) stand beside a position and do not move it.
    """
    return before.stance != after.stance and not {before.stance, after.stance} & {"state", "assess", "accuse"}
