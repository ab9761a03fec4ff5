"""Actor page: who is this, what do they want, what have they done?"""

from collections import Counter
from typing import Any

from generator.records.models import Evidence
from generator.site.parts import Link, Parts
from generator.site.views.long import Lists


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an actor shows."""
    actor, index = parts.library.actors[ident], parts.index
    positions = index.positions_of_holder[ident]
    standings = sorted((parts.standing(item) for item in positions), key=lambda s: s.issue.title)
    met = _met(parts, ident)
    lists = Lists(parts, f"actors/{ident}", parts.link("actors", ident))
    events = [parts.event(item, _role(parts, ident, item)) for item in index.newest_first(index.events_of_actor[ident])]
    members = parts.links("actors", dict.fromkeys(index.members[ident] + index.officers[ident]))
    published = parts.links("articles", reversed(index.articles_of_publisher[ident]))
    return {
        "title": actor.name,
        "description": actor.summary or _described(parts, ident),
        "kind": parts.language.label("actor_kinds", actor.kind),
        "summary": actor.summary or "",
        "aliases": actor.aliases,
        "roles": [
            {
                "title": role.title,
                "of": parts.link("actors", role.of) if role.of else None,
                "speaks_for": parts.link("actors", role.speaks_for) if role.speaks_for else None,
                "period": parts.when(role.period) if role.period else "",
                "quotes": parts.quotes(role.evidence),
            }
            for role in actor.roles
        ],
        "part_of": parts.link("actors", actor.part_of) if actor.part_of else None,
        "members": lists.links("members", members),
        "standings": lists.cards("positions", standings),
        "said": lists.statements("voiced", parts.statements(reversed(index.said_by[ident]))),
        "said_to": lists.statements("said_to", parts.statements(reversed(index.said_to[ident]))),
        "events": lists.events("events", events),
        "met": met,
        "network": [(link.title, link.path, shared, spoken) for link, shared, spoken in met if link.path],
        "published": lists.links("published_articles", published),
        "relayed": lists.links("relayed_articles", parts.links("articles", reversed(index.articles_relaying[ident]))),
        "draft": actor.draft,
        "changed": parts.newest(_evidence(parts, ident)),
        "leaves": lists.leaves,
    }


def _described(parts: Parts, ident: str) -> str:
    actor = parts.library.actors[ident]
    roles = "; ".join(role.title for role in actor.roles[:3])
    return f"{actor.name}: {roles or parts.language.label('actor_kinds', actor.kind)}"


def _role(parts: Parts, ident: str, event: str) -> str:
    for participant in parts.library.events[event].participants:
        if parts.index.id_of("actors", participant.actor) == ident:
            return parts.language.label("participant_roles", participant.role)
    return ""


def _met(parts: Parts, ident: str) -> list[tuple[Link, int, int]]:
    """Return the others the actor meets in events or speaks to, with how often each, the most frequent first."""
    index = parts.index
    met: Counter[str] = Counter()
    for event in index.events_of_actor[ident]:
        others = {index.id_of("actors", p.actor) for p in parts.library.events[event].participants}
        met.update(others - {ident})
    spoken: Counter[str] = Counter()
    for position in index.positions_of_holder[ident]:
        for said in index.said[position]:
            spoken.update({index.id_of("actors", actor) for actor in said.statement.to} - {ident})
    everyone = sorted({*met, *spoken}, key=lambda other: (-met[other] - spoken[other], other))
    return [(parts.link("actors", other), met[other], spoken[other]) for other in everyone[:24]]


def _evidence(parts: Parts, ident: str) -> list[Evidence]:
    index, actor = parts.index, parts.library.actors[ident]
    evidence = [e for role in actor.roles for e in role.evidence]
    for position in index.positions_of_holder[ident]:
        evidence += [e for said in index.said[position] for e in said.statement.evidence]
    evidence += [e for said in index.said_by[ident] for e in said.statement.evidence]
    for event in index.events_of_actor[ident]:
        evidence += parts.library.events[event].evidence
    return evidence
