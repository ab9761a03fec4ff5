"""Index: how the records refer to each other, in both directions, gathered once in one pass over the library."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from generator.project import KINDS
from generator.records import dates
from generator.records.library import Library
from generator.records.models import Evidence, Statement
from generator.site.reads import ById, Reads, Referring, by_id, watched
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


class Index:
    """Relations by the id of the record referred to; lists of events and statements are in order of date.

    What is looked up, in the library too, is noted in `reads`.
    """

    def __init__(self, library: Library, reads: Reads) -> None:
        self.reads = reads
        self.library = watched(library, reads)
        self.said: Referring[Said] = Referring(reads, "positions", "positions")
        self.said_by: Referring[Said] = Referring(reads, "actors", "positions")
        self.said_to: Referring[Said] = Referring(reads, "actors", "positions")
        self.said_at: Referring[Said] = Referring(reads, "events", "positions")
        self.uses: Referring[Use] = Referring(reads, "articles", "")
        self.events_of_actor: Referring[str] = Referring(reads, "actors", "events")
        self.events_of_issue: Referring[str] = Referring(reads, "issues", "events")
        self.events_of_article: Referring[str] = Referring(reads, "articles", "events")
        self.parts_of_event: Referring[str] = Referring(reads, "events", "events")
        self.positions_of_holder: Referring[str] = Referring(reads, "actors", "positions")
        self.positions_on_issue: Referring[str] = Referring(reads, "issues", "positions")
        self.members: Referring[str] = Referring(reads, "actors", "actors")
        self.officers: Referring[str] = Referring(reads, "actors", "actors")
        self.articles_of_publisher: Referring[str] = Referring(reads, "actors", "articles")
        self.articles_relaying: Referring[str] = Referring(reads, "actors", "articles")
        self.editions_of: dict[str, Referring[str]] = {
            kind: Referring(reads, kind, "editions") for kind in ("events", "positions")
        }
        self._in_order: dict[str, list[str]] = {}
        self._moves: list[Said] = []
        self.event_order = self._ordered("events", lambda event: event.date)
        self.article_order = self._ordered("articles", lambda article: article.published)
        self._ordered("editions", lambda edition: edition.period)

    def _ordered(self, kind: str, day: Callable[[Any], str | None]) -> ById[int]:
        """Put the records of a kind in order of date, and return the place of each."""
        records = self.library.records[kind]
        self._in_order[kind] = sorted(records, key=lambda ident: (dates.sort_key(day(records[ident])), ident))
        return by_id(self.reads, kind, {ident: place for place, ident in enumerate(self._in_order[kind])})

    @property
    def events(self) -> list[str]:
        """All events in order of date."""
        return self._all("events")

    @property
    def articles(self) -> list[str]:
        """All articles in order of publication."""
        return self._all("articles")

    @property
    def editions(self) -> list[str]:
        """All editions in order of their periods."""
        return self._all("editions")

    def _all(self, kind: str) -> list[str]:
        self.reads.now.add(kind)
        return self._in_order[kind]

    @property
    def moves(self) -> list[Said]:
        """All statements that moved a position, in order of date."""
        self.reads.now.add("positions")
        return self._moves

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
    index = Index(library, Reads())
    _articles(index)
    _actors(index)
    _events(index)
    _positions(index)
    _editions(index)
    return index


def _articles(index: Index) -> None:
    records = index.library.articles
    for ident in index.articles:
        article = records[ident]
        if article.publisher:
            index.articles_of_publisher.add(index.id_of("actors", article.publisher), ident)
        for actor in article.relays:
            index.articles_relaying.add(index.id_of("actors", actor), ident)


def _actors(index: Index) -> None:
    for ident, actor in index.library.actors.items():
        if actor.part_of:
            index.members.add(index.id_of("actors", actor.part_of), ident)
        for role in actor.roles:
            for body in {role.of, role.speaks_for} - {None}:
                index.officers.add(index.id_of("actors", str(body)), ident)
            _use(index, role.evidence, "actors", ident)


def _events(index: Index) -> None:
    records = index.library.events
    for ident in index.events:
        event = records[ident]
        for participant in event.participants:
            index.events_of_actor.add(index.id_of("actors", participant.actor), ident)
        for issue in event.issues:
            index.events_of_issue.add(index.id_of("issues", issue), ident)
        if event.part_of:
            index.parts_of_event.add(index.id_of("events", event.part_of), ident)
        evidence = index.evidence_of_event(ident)
        for item in evidence:
            index.events_of_article.add(index.id_of("articles", item.article), ident)
        _use(index, evidence, "events", ident)


def _positions(index: Index) -> None:
    moves = []
    for ident, position in index.library.positions.items():
        index.positions_of_holder.add(index.id_of("actors", position.holder), ident)
        index.positions_on_issue.add(index.id_of("issues", position.issue), ident)
        for anchor, statement, moved_from in named(position):
            said = Said(ident, anchor, statement, moved_from)
            index.said.add(ident, said)
            moves += [said] if moved_from else []
            _statement(index, said)
    index.moves.extend(sorted(moves, key=lambda said: said.order))
    for lists in (index.said_by, index.said_to, index.said_at):
        for statements in lists.values():
            statements.sort(key=lambda said: said.order)


def _statement(index: Index, said: Said) -> None:
    statement = said.statement
    if statement.speaker:
        index.said_by.add(index.id_of("actors", statement.speaker), said)
    for actor in dict.fromkeys(statement.to):
        index.said_to.add(index.id_of("actors", actor), said)
    if statement.event:
        index.said_at.add(index.id_of("events", statement.event), said)
    _use(index, statement.evidence, "positions", said.position, said.anchor)


def _use(index: Index, evidences: Iterable[Evidence], kind: str, ident: str, place: str = "") -> None:
    for evidence in evidences:
        index.uses.add(index.id_of("articles", evidence.article), Use(evidence.quote, kind, ident, place))


def _editions(index: Index) -> None:
    records = index.library.editions
    for ident in index.editions:
        for item in records[ident].items:
            for kind, target in (("events", item.event), ("positions", item.position)):
                if target:
                    index.editions_of[kind].add(index.id_of(kind, target), ident)


def former(index: Index) -> list[tuple[str, str, str]]:
    """Return (kind, former id, id now) of each renamed record whose former id is free."""
    known = index.library.records
    pairs = ((kind, old, new) for kind in KINDS for old, new in index.library.former[kind].items())
    return sorted((kind, old, new) for kind, old, new in pairs if old not in known[kind])
