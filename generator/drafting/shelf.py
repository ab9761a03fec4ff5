"""The records while articles are merged in: looked up by what makes two of them the same, changed by adding."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from generator.drafting import standing
from generator.drafting.known import sounds_like
from generator.drafting.names import sound, surname
from generator.drafting.words import content
from generator.records import dates
from generator.records.library import Library
from generator.records.models import Actor, ArticleRecord, Event, Evidence, Issue, Model, Position, Record

Place = tuple[str | int, ...]


@dataclass
class Change:
    """One record file to write: new, or with items added to its lists (path in the file: items), or fields put in."""

    kind: str
    ident: str
    is_new: bool
    added: dict[Place, list[Model | str]] = field(default_factory=dict)
    put: dict[str, Any] = field(default_factory=dict)


class Shelf:
    """All records, and the changes since the last `take`."""

    def __init__(self, library: Library) -> None:
        self.records: dict[str, dict[str, Any]] = {kind: dict(records) for kind, records in library.records.items()}
        self.former = library.former
        self.changes: dict[tuple[str, str], Change] = {}
        self.names: dict[str, set[str]] = defaultdict(set)
        self.surnames: dict[str, set[str]] = defaultdict(set)
        self.events_by_day: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.events_by_quote: dict[tuple[str, str], str] = {}
        self.said: dict[str, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
        """By holder and word: position and number of the statements whose evidence holds the word."""
        self.standing = standing.claims(library)
        """By article: what records quoted from it when the run began."""
        for ident, actor in self.actors.items():
            self._index_actor(ident, actor)
        for ident, event in self.events.items():
            self._index_event(ident, event)
        for ident, position in self.positions.items():
            for number, statement in enumerate(position.statements):
                self._index_statement(position.holder, ident, number, statement.evidence)

    @property
    def actors(self) -> dict[str, Actor]:
        return self.records["actors"]

    @property
    def events(self) -> dict[str, Event]:
        return self.records["events"]

    @property
    def issues(self) -> dict[str, Issue]:
        return self.records["issues"]

    @property
    def positions(self) -> dict[str, Position]:
        return self.records["positions"]

    @property
    def articles(self) -> dict[str, ArticleRecord]:
        return self.records["articles"]

    def free(self, kind: str, wanted: str) -> str:
        """Return wanted as an id, with a number behind it where a record or a former id has it already."""
        ident, number = wanted, 1
        while ident in self.records[kind] or ident in self.former[kind]:
            number += 1
            ident = f"{wanted}-{number}"
        return ident

    def add(self, kind: str, ident: str, record: Record) -> None:
        """Put a new record on the shelf."""
        self.records[kind][ident] = record
        self.changes[kind, ident] = Change(kind, ident, True)
        if isinstance(record, Actor):
            self._index_actor(ident, record)
        elif isinstance(record, Event):
            self._index_event(ident, record)
        elif isinstance(record, Position):
            for number, statement in enumerate(record.statements):
                self._index_statement(record.holder, ident, number, statement.evidence)

    def extend(self, kind: str, ident: str, name: str, items: Sequence[Model | str]) -> None:
        """Add items to one of a record's lists."""
        if not items:
            return
        record = self.records[kind][ident]
        self.records[kind][ident] = record.model_copy(update={name: (*getattr(record, name), *items)})
        self._note(kind, ident, (name,), items)
        if isinstance(record, Actor):
            self._index_actor(ident, self.actors[ident])
        elif isinstance(record, Event) and name == "evidence":
            self._index_quotes(ident, self.events[ident])
        elif isinstance(record, Position):
            for number in range(len(record.statements), len(self.positions[ident].statements)):
                self._index_statement(record.holder, ident, number, self.positions[ident].statements[number].evidence)

    def add_evidence(self, kind: str, ident: str, name: str, number: int, evidence: Sequence[Evidence]) -> None:
        """Add evidence to one item of a record's list: a statement of a position, a role of an actor."""
        if not evidence:
            return
        record = self.records[kind][ident]
        items = list(getattr(record, name))
        items[number] = items[number].model_copy(update={"evidence": (*items[number].evidence, *evidence)})
        self.records[kind][ident] = record.model_copy(update={name: tuple(items)})
        self._note(kind, ident, (name, number, "evidence"), evidence)
        if kind == "positions":
            self._index_statement(record.holder, ident, number, evidence)

    def put(self, kind: str, ident: str, values: dict[str, Any]) -> None:
        """Give fields of a record these values."""
        if values:
            self.records[kind][ident] = self.records[kind][ident].model_copy(update=values)
            self._change(kind, ident).put.update(values)

    def drafted(self) -> int:
        """Return how much was added to records since the last `take`, those of articles aside."""
        changes = [change for change in self.changes.values() if change.kind != "articles"]
        return len(changes) + sum(len(items) for change in changes for items in change.added.values())

    def take(self) -> list[Change]:
        """Return the changes since the last time: actors and issues before what refers to them."""
        order = ("issues", "actors", "events", "positions", "articles")
        taken = sorted(self.changes.values(), key=lambda change: (order.index(change.kind), change.ident))
        self.changes = {}
        return taken

    def _note(self, kind: str, ident: str, place: Place, items: Sequence[Model | str]) -> None:
        self._change(kind, ident).added.setdefault(place, []).extend(items)

    def _change(self, kind: str, ident: str) -> Change:
        return self.changes.setdefault((kind, ident), Change(kind, ident, False))

    def _index_actor(self, ident: str, actor: Actor) -> None:
        for name in (actor.name, *actor.aliases):
            self.names[sounds_like(name)].add(ident)
            if actor.kind == "person" and " " in name:
                self.surnames[sound(surname(name))].add(ident)

    def _index_event(self, ident: str, event: Event) -> None:
        for bucket in buckets(event.date, [participant.actor for participant in event.participants]):
            self.events_by_day[event.type, bucket].append(ident)
        self._index_quotes(ident, event)

    def _index_quotes(self, ident: str, event: Event) -> None:
        for evidence in event.evidence:
            self.events_by_quote.setdefault((evidence.article, " ".join(evidence.quote.split())), ident)

    def _index_statement(self, holder: str, position: str, number: int, evidence: Sequence[Evidence]) -> None:
        words = {word for one in evidence for word in content(one.quote)}
        for word in sorted(words):
            entry = self.said[holder][word]
            if (position, number) not in entry:
                entry.append((position, number))


def buckets(date: str | None, actors: Sequence[str]) -> Iterator[str]:
    """Yield the keys under which an event is found again: its days or months; its actors if it is undated."""
    if date is None:
        yield from sorted(set(actors))
        return
    span = dates.parse(date)
    if (span.last - span.first).days <= 8:
        day = span.first
        while day <= span.last:
            yield day.isoformat()
            day += timedelta(days=1)
    else:
        yield span.first.strftime("%Y-%m")
        if span.last.year - span.first.year < 2:
            yield span.last.strftime("%Y-%m")
