"""Index: how the records refer to each other, in both directions, gathered once in one pass over the library."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.project import KINDS
from generator.records import dates
from generator.records.library import Library
from generator.records.models import Evidence, Statement
from generator.site.statements import named, side


class Said(NamedTuple):
    """One statement of a position: its anchor there, and the statement before it if this one moved the position."""

    position: str
    anchor: str
    statement: Statement
    moved_from: Statement | None = None

    @property
    def order(self) -> tuple[object, ...]:
        return (*dates.sort_key(self.statement.date), self.position, self.anchor)


class Use(NamedTuple):
    """One quote of an article, and the record (and its statement's anchor) that rests on it."""

    quote: str
    kind: str
    ident: str
    anchor: str = ""


Ids = dict[str, list[str]]


def _ids() -> Ids:
    return defaultdict(list)


@dataclass
class Index:
    """Relations by the id of the record referred to; lists of events and statements are in order of date."""

    library: Library
    said: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    moves: list[Said] = field(default_factory=list)
    said_by: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    said_to: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    said_at: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    uses: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    events: list[str] = field(default_factory=list)
    event_order: dict[str, int] = field(default_factory=dict)
    events_of_actor: Ids = field(default_factory=_ids)
    events_of_issue: Ids = field(default_factory=_ids)
    events_of_article: Ids = field(default_factory=_ids)
    parts_of_event: Ids = field(default_factory=_ids)
    positions_of_holder: Ids = field(default_factory=_ids)
    positions_on_issue: Ids = field(default_factory=_ids)
    members: Ids = field(default_factory=_ids)
    officers: Ids = field(default_factory=_ids)
    articles: list[str] = field(default_factory=list)
    article_order: dict[str, int] = field(default_factory=dict)
    articles_of_publisher: Ids = field(default_factory=_ids)
    articles_relaying: Ids = field(default_factory=_ids)
    editions: list[str] = field(default_factory=list)
    editions_of: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def id_of(self, kind: str, ident: str) -> str:
        """Return the id under which a record is filed now; the id itself where there is none."""
        return self.library.resolve(kind, ident) or ident

    def newest_first(self, events: list[str]) -> list[str]:
        """Return events in order of date turned round; those without a date stay last."""
        records = self.library.events
        dated = [ident for ident in reversed(events) if records[ident].date]
        return dated + [ident for ident in events if not records[ident].date]

    def soonest_first(self, events: Iterable[str]) -> list[str]:
        """Return events in order of the last day they can mean; those without a date stay last."""
        return sorted(events, key=lambda ident: dates.sort_key(self.library.events[ident].date)[1])

    def latest(self, position: str) -> Said | None:
        """Return a position's newest statement that leans to a side, or else its newest; a dated one if there is."""
        said = self.said[position]
        taking = [item for item in said if side(item.statement) != "tells"] or said
        dated = [item for item in taking if item.statement.date] or taking
        return dated[-1] if dated else None

    def evidence_of_event(self, ident: str) -> list[Evidence]:
        """Return all evidence of an event, its figures, outcomes and versions, without repeats."""
        event = self.library.events[ident]
        parts = [
            event.evidence,
            *(figure.evidence for figure in event.figures),
            *(outcome.evidence for outcome in event.outcomes),
            *(version.evidence for version in event.versions),
        ]
        return unique(evidence for part in parts for evidence in part)


def unique(evidences: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence without repeats, in order."""
    return list({(e.article, e.quote): e for e in evidences}.values())


def build(library: Library) -> Index:
    """Gather the relations of all records; time and space grow linearly with the references."""
    index = Index(library)
    _articles(index)
    _actors(index)
    _events(index)
    _positions(index)
    _editions(index)
    return index


def _add(ids: Ids, key: str, ident: str) -> None:
    if ident not in ids[key][-1:]:
        ids[key].append(ident)


def _articles(index: Index) -> None:
    records = index.library.articles
    index.articles = sorted(records, key=lambda i: (dates.sort_key(records[i].published), i))
    index.article_order = {ident: place for place, ident in enumerate(index.articles)}
    for ident in index.articles:
        article = records[ident]
        if article.publisher:
            _add(index.articles_of_publisher, index.id_of("actors", article.publisher), ident)
        for actor in article.relays:
            _add(index.articles_relaying, index.id_of("actors", actor), ident)


def _actors(index: Index) -> None:
    for ident, actor in index.library.actors.items():
        if actor.part_of:
            _add(index.members, index.id_of("actors", actor.part_of), ident)
        for role in actor.roles:
            for body in {role.of, role.speaks_for} - {None}:
                _add(index.officers, index.id_of("actors", str(body)), ident)
            _use(index, role.evidence, "actors", ident)


def _events(index: Index) -> None:
    records = index.library.events
    index.events = sorted(records, key=lambda i: (dates.sort_key(records[i].date), i))
    index.event_order = {ident: place for place, ident in enumerate(index.events)}
    for ident in index.events:
        event = records[ident]
        for participant in event.participants:
            _add(index.events_of_actor, index.id_of("actors", participant.actor), ident)
        for issue in event.issues:
            _add(index.events_of_issue, index.id_of("issues", issue), ident)
        if event.part_of:
            _add(index.parts_of_event, index.id_of("events", event.part_of), ident)
        evidence = index.evidence_of_event(ident)
        for item in evidence:
            _add(index.events_of_article, index.id_of("articles", item.article), ident)
        _use(index, evidence, "events", ident)


def _positions(index: Index) -> None:
    for ident, position in index.library.positions.items():
        _add(index.positions_of_holder, index.id_of("actors", position.holder), ident)
        _add(index.positions_on_issue, index.id_of("issues", position.issue), ident)
        for anchor, statement, moved_from in named(position.statements):
            said = Said(ident, anchor, statement, moved_from)
            index.said[ident].append(said)
            _statement(index, said)
    index.moves = sorted((s for said in index.said.values() for s in said if s.moved_from), key=lambda s: s.order)
    for lists in (index.said_by, index.said_to, index.said_at):
        for statements in lists.values():
            statements.sort(key=lambda said: said.order)


def _statement(index: Index, said: Said) -> None:
    statement = said.statement
    if statement.speaker:
        index.said_by[index.id_of("actors", statement.speaker)].append(said)
    for actor in dict.fromkeys(statement.to):
        index.said_to[index.id_of("actors", actor)].append(said)
    if statement.event:
        index.said_at[index.id_of("events", statement.event)].append(said)
    _use(index, statement.evidence, "positions", said.position, said.anchor)


def _use(index: Index, evidences: Iterable[Evidence], kind: str, ident: str, place: str = "") -> None:
    for evidence in evidences:
        index.uses[index.id_of("articles", evidence.article)].append(Use(evidence.quote, kind, ident, place))


def _editions(index: Index) -> None:
    records = index.library.editions
    index.editions = sorted(records, key=lambda i: (dates.sort_key(records[i].period), i))
    for ident in index.editions:
        for item in records[ident].items:
            for kind, target in (("events", item.event), ("positions", item.position)):
                if target:
                    known = index.editions_of[kind, index.id_of(kind, target)]
                    if ident not in known:
                        known.append(ident)


def former(index: Index) -> list[tuple[str, str, str]]:
    """Return (kind, former id, id now) of each renamed record whose former id is free."""
    known = index.library.records
    pairs = ((kind, old, new) for kind in KINDS for old, new in index.library.former[kind].items())
    return sorted((kind, old, new) for kind, old, new in pairs if old not in known[kind])
