"""Issue page: where do they agree and differ?"""

from typing import Any

from generator.records.models import OTHER
from generator.site.parts import Parts, Stance, Standing
from generator.site.views.long import Lists
from generator.vocabulary import load

NAMED = 20
"""Holders, and agreements, named on each side of an issue at its head; all stand below."""


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an issue shows."""
    issue, index = parts.library.issues[ident], parts.index
    positions = index.positions_on_issue[ident]
    ranked = sorted(((parts.standing(i), i) for i in positions), key=lambda s: (-s[0].statements, s[0].holder.title))
    standings = [standing for standing, _ in ranked]
    said = sorted((item for position in positions for item in index.said[position]), key=lambda item: item.order)
    evidence = [e for item in said for e in item.statement.evidence]
    lists = Lists(parts, f"issues/{ident}", parts.link("issues", ident))
    events = parts.events(index.newest_first(index.events_of_issue[ident]))
    agreed = [row for row in events if row.kind == "agree" and not row.planned]
    return {
        "title": issue.title,
        "description": issue.question,
        "question": issue.question,
        "summary": issue.summary or "",
        "standings": lists.cards("positions", standings),
        "offered": _leaning(parts, ranked, "for"),
        "refused": _leaning(parts, ranked, "against"),
        "asked": _leaning(parts, ranked, "asks"),
        "agreed": agreed[:NAMED],
        "is_question": ident != OTHER,
        "statements": lists.statements("statements", parts.statements(reversed(said))),
        "events": lists.events("events", events),
        "draft": issue.draft,
        "changed": parts.newest(evidence),
        "leaves": lists.leaves,
    }


def _leaning(parts: Parts, ranked: list[tuple[Standing, str]], side: str) -> list[tuple[Standing, Stance, str, bool]]:
    """Return who leans to a side, the stance that does, what is claimed by it, and whether that is a draft.

    Who takes several stances on one day can stand on more sides.
    """
    sides = load("stances")
    found = [(item, i, stance) for item, i in ranked for stance in item.stances if sides[stance.name]["side"] == side]
    return [(item, stance, *parts.claim(i, stance.name)) for item, i, stance in found[:NAMED]]
