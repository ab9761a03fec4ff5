"""Position page: what exactly do they want, since when, did it change, and where do the others stand?"""

from typing import Any, NamedTuple

from generator.site.parts import Link, Parts, Stance, page_path


class Standing(NamedTuple):
    """Where a holder stands on an issue, from the newest statement that takes a stance."""

    holder: Link
    issue: Link
    path: str
    stance: Stance | None
    date: str
    iso: str
    summary: str
    quote: str
    moved: bool
    statements: int
    draft: bool


def standing(parts: Parts, ident: str) -> Standing:
    """Return where the position stands now."""
    position, latest = parts.library.positions[ident], parts.index.latest(ident)
    said = parts.index.said[ident]
    statement = latest.statement if latest else None
    return Standing(
        parts.link("actors", position.holder),
        parts.link("issues", position.issue),
        page_path("positions", ident),
        parts.stance(statement.stance) if statement else None,
        parts.when(statement.date) if statement else "",
        statement.date or "" if statement else "",
        (statement.summary if statement and statement.summary else position.summary) or "",
        statement.evidence[0].quote if statement and statement.evidence else "",
        any(item.moved_from for item in said),
        len(said),
        position.draft or bool(statement and statement.draft),
    )


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of a position shows."""
    position, index = parts.library.positions[ident], parts.index
    said = index.said[ident]
    evidence = [e for item in said for e in item.statement.evidence]
    issue = index.id_of("issues", position.issue)
    record = parts.library.issues.get(issue)
    others = [other for other in index.positions_on_issue[issue] if other != ident]
    return {
        "title": parts.title("positions", ident),
        "description": position.summary or parts.evidence_line(evidence),
        "holder": parts.link("actors", position.holder),
        "issue": parts.link("issues", position.issue),
        "question": record.question if record else "",
        "summary": position.summary or "",
        "now": standing(parts, ident),
        "statements": parts.statements(said),
        "moves": sum(1 for item in said if item.moved_from),
        "since": parts.when(said[0].statement.date) if said else "",
        "others": [standing(parts, other) for other in others],
        "editions": parts.links("editions", index.editions_of["positions", ident]),
        "draft": position.draft,
        "changed": parts.newest(evidence),
    }
