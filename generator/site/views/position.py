"""Position page: what exactly do they want, since when, did it change, and where do the others stand?"""

from typing import Any

from generator.site.parts import Parts


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
        "now": parts.standing(ident),
        "statements": parts.statements(said),
        "moves": sum(1 for item in said if item.moved_from),
        "since": parts.when(said[0].statement.date) if said else "",
        "others": [parts.standing(other) for other in others],
        "editions": parts.links("editions", index.editions_of["positions", ident]),
        "draft": position.draft,
        "changed": parts.newest(evidence),
    }
