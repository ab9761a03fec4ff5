"""The records as tables: one CSV each, and all of them in one SQLite file.

A table's columns stand once, in TABLES; the schema page, the CSV heads and the SQLite tables are made from them. Their
meanings are phrases of the interface languages.
"""

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.records.library import Library
from generator.records.models import Evidence, Figure, Outcome, Version

Cell = str | float | int | None
Rows = Iterator[tuple[Cell, ...]]


@dataclass(frozen=True)
class Table:
    """One table: its name, what a row is, its columns with their meaning, and what makes its rows."""

    name: str
    row: str
    columns: dict[str, str]
    rows: Callable[[Library], Rows]


def _articles(library: Library) -> Rows:
    for ident, a in library.articles.items():
        yield ident, a.title, a.publisher, a.published, a.language, a.genre, a.url, " ".join(a.relays), a.draft


def _actors(library: Library) -> Rows:
    for ident, a in library.actors.items():
        yield ident, a.name, a.kind, " | ".join(a.aliases), a.part_of, a.summary, a.draft


def _roles(library: Library) -> Rows:
    for ident, actor in library.actors.items():
        for role in actor.roles:
            yield ident, role.title, role.of, role.speaks_for, role.period


def _events(library: Library) -> Rows:
    for ident, e in library.events.items():
        place = e.place
        where = (place.name, place.country, place.lat, place.lon) if place else (None, None, None, None)
        yield ident, e.title, e.type, e.date, e.planned, *where, e.part_of, e.summary, e.draft


def _participants(library: Library) -> Rows:
    for ident, event in library.events.items():
        for participant in event.participants:
            yield ident, participant.actor, participant.role


def _figures(library: Library) -> Rows:
    for ident, event in library.events.items():
        for f in event.figures:
            articles = " ".join(evidence.article for evidence in f.evidence)
            yield ident, f.measure, f.value, f.upper, f.bound, f.unit, f.by, articles


def _versions(library: Library) -> Rows:
    for ident, event in library.events.items():
        for version in event.versions:
            articles = " ".join(evidence.article for evidence in version.evidence)
            yield ident, version.of, version.value, version.by, articles


def _issues(library: Library) -> Rows:
    for ident, issue in library.issues.items():
        yield ident, issue.title, issue.question, " | ".join(issue.keywords), issue.summary


def _statements(library: Library) -> Rows:
    for position_id, position in library.positions.items():
        for number, s in enumerate(position.statements, 1):
            head = (position_id, number, s.id, position.holder, position.issue)
            told = (s.event, s.occasion, s.summary, s.draft or position.draft)
            yield *head, s.date, s.stance, s.speaker, " ".join(s.to), *told


def _evidence(library: Library) -> Rows:
    for ident, event in library.events.items():
        yield from _quoted("events", ident, "event", None, event.evidence)
        parts: dict[str, tuple[Figure | Outcome | Version, ...]] = {
            "figure": event.figures,
            "outcome": event.outcomes,
            "version": event.versions,
        }
        for part, items in parts.items():
            for number, item in enumerate(items, 1):
                yield from _quoted("events", ident, part, number, item.evidence)
    for ident, position in library.positions.items():
        for number, statement in enumerate(position.statements, 1):
            yield from _quoted("positions", ident, "statement", number, statement.evidence)
    for ident, actor in library.actors.items():
        for number, role in enumerate(actor.roles, 1):
            yield from _quoted("actors", ident, "role", number, role.evidence)


def _quoted(kind: str, ident: str, part: str, number: int | None, evidences: tuple[Evidence, ...]) -> Rows:
    for evidence in evidences:
        yield kind, ident, part, number, evidence.article, evidence.quote


_ID = "the record's id"
_DRAFT = "1: made by the generator and not reviewed"
TABLES = (
    Table(
        "articles",
        "an article",
        {
            "id": _ID,
            "title": "headline",
            "publisher": "actor id",
            "published": "EDTF date",
            "language": "ISO 639",
            "genre": "see the method page",
            "url": "the original",
            "relays": "actor ids whose account it passes on",
            "draft": _DRAFT,
        },
        _articles,
    ),
    Table(
        "actors",
        "an actor",
        {
            "id": _ID,
            "name": "editorial spelling",
            "kind": "person, organization, state or group",
            "aliases": "other names, ' | ' between them",
            "part_of": "actor id",
            "summary": "the editor's words",
            "draft": _DRAFT,
        },
        _actors,
    ),
    Table(
        "roles",
        "a role of an actor",
        {"actor": "actor id", "title": "the role", "of": "actor id", "speaks_for": "actor id", "period": "EDTF date"},
        _roles,
    ),
    Table(
        "events",
        "an event",
        {
            "id": _ID,
            "title": "short, present tense",
            "type": "PLOVER type",
            "date": "EDTF date",
            "planned": "1: not yet happened",
            "place": "name",
            "country": "ISO 3166-1",
            "lat": "degrees north",
            "lon": "degrees east",
            "part_of": "event id",
            "summary": "the editor's words",
            "draft": _DRAFT,
        },
        _events,
    ),
    Table(
        "participants",
        "an actor's part in an event",
        {"event": "event id", "actor": "actor id", "role": "see the method page"},
        _participants,
    ),
    Table(
        "figures",
        "a number given for an event",
        {
            "event": "event id",
            "measure": "what is counted",
            "value": "the number, or the lower end",
            "upper": "the upper end",
            "bound": "how exact the words are",
            "unit": "none: a count",
            "by": "actor id of who says so",
            "articles": "article ids",
        },
        _figures,
    ),
    Table(
        "versions",
        "one way in which a part of an event is told, where accounts differ",
        {
            "event": "event id",
            "of": "what is told differently",
            "value": "in the editor's words",
            "by": "actor id of who says so",
            "articles": "article ids",
        },
        _versions,
    ),
    Table(
        "issues",
        "an issue",
        {
            "id": _ID,
            "title": "short name",
            "question": "in neutral words",
            "keywords": "' | ' between them",
            "summary": "the editor's words",
        },
        _issues,
    ),
    Table(
        "statements",
        "a statement in a position",
        {
            "position": "position id",
            "number": "its place in the position, from 1",
            "id": "its permanent id",
            "holder": "actor id",
            "issue": "issue id",
            "date": "EDTF date",
            "stance": "see the method page",
            "speaker": "actor id, if not the holder",
            "to": "actor ids",
            "event": "event id of the occasion",
            "occasion": "where or how it was said, in the article's words",
            "summary": "the editor's words",
            "draft": _DRAFT,
        },
        _statements,
    ),
    Table(
        "evidence",
        "a quote that a record rests on",
        {
            "kind": "events, positions or actors",
            "record": "record id",
            "part": "event, figure, outcome, version, statement or role",
            "number": "its place in the record, from 1",
            "article": "article id",
            "quote": "the article's own words",
        },
        _evidence,
    ),
)

EXAMPLES = {
    "moves": """\
SELECT holder, issue, date, stance, summary
FROM statements
WHERE stance IN ('accept', 'reject')
ORDER BY date DESC
LIMIT 20;""",
    "numbers": """\
SELECT e.date, e.title, f.measure, count(*) AS accounts, min(f.value) AS least, max(f.value) AS most
FROM figures AS f JOIN events AS e ON e.id = f.event
GROUP BY f.event, f.measure
ORDER BY accounts DESC, e.date;""",
    "quoted": """\
SELECT a.title, a.publisher, count(*) AS excerpts
FROM evidence AS q JOIN articles AS a ON a.id = q.article
GROUP BY a.id
ORDER BY excerpts DESC;""",
}
"""Queries that the data page shows; their titles are interface strings (sql_*)."""


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the site, content) of each CSV and of the SQLite file."""
    yield "data/briefings.sqlite", _sqlite(library)
    for table in TABLES:
        yield f"data/{table.name}.csv", _csv(table, library)


def _csv(table: Table, library: Library) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows(library))
    return out.getvalue().encode()


def _cell(value: Cell) -> Cell:
    """Return value so that a spreadsheet takes it as text, not as a formula.

    Source: OWASP, CSV Injection: cells that begin with = + - @ tab or carriage return get a leading apostrophe.
    """
    if isinstance(value, bool):
        return int(value)
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _sqlite(library: Library) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        for table in TABLES:
            names = [f'"{name}"' for name in table.columns]
            connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(names)})')
            marks = ", ".join("?" * len(names))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.rows(library))  # noqa: S608 - names are ours
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()
