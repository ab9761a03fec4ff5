"""Issue page: where do they agree and differ?"""

from typing import Any

from generator.site.parts import Parts, Standing
from generator.vocabulary import load


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an issue shows."""
    issue, index = parts.library.issues[ident], parts.index
    positions = index.positions_on_issue[ident]
    standings = sorted((parts.standing(item) for item in positions), key=lambda s: (-s.statements, s.holder.title))
    said = sorted((item for position in positions for item in index.said[position]), key=lambda item: item.order)
    evidence = [e for item in said for e in item.statement.evidence]
    return {
        "title": issue.title,
        "description": issue.question,
        "question": issue.question,
        "summary": issue.summary or "",
        "standings": standings,
        "common": _leaning(standings, "for"),
        "apart": _leaning(standings, "against"),
        "asked": _leaning(standings, "asks"),
        "agreed": [parts.event(event) for event in index.events_of_issue[ident] if _is_agreement(parts, event)],
        "statements": parts.statements(reversed(said)),
        "events": parts.events(index.newest_first(index.events_of_issue[ident])),
        "draft": issue.draft,
        "changed": parts.newest(evidence),
    }


def _leaning(standings: list[Standing], side: str) -> list[Standing]:
    sides = load("stances")
    return [item for item in standings if item.stance is not None and sides[item.stance.name]["side"] == side]


def _is_agreement(parts: Parts, ident: str) -> bool:
    event = parts.library.events[ident]
    return event.type == "agree" and not event.planned
