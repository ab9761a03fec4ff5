"""Feeds: Atom and JSON Feed for the site, and for each issue and actor, of statements, moves and corrections.

An entry's time is the record's (the statement's date, else its article's; the correction's), never the clock's.
Sources: RFC 4287 (Atom), https://www.jsonfeed.org/version/1.1/, RFC 4151 (tag URIs as permanent entry ids).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from generator.records import dates
from generator.records.library import Library
from generator.records.models import Correction, Event, Position, Statement
from generator.site.data.address import Address
from generator.site.data.export import pretty
from generator.site.quoting import unquoted
from generator.site.statements import named
from generator.site.text import Language

LONGEST = 50
"""Entries a feed carries at most, the newest first."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One entry: a statement or a move of a position, or a correction of any record."""

    ident: str
    title: str
    link: str
    text: str
    when: datetime
    draft: bool


def files(library: Library, address: Address, site_name: str, words: Language) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the site, content) of every feed; under a former id stands the same feed."""
    everything: list[Entry] = []
    by_feed: dict[str, list[Entry]] = defaultdict(list)
    for place, entry in _entries(library, address, words):
        everything.append(entry)
        for feed in dict.fromkeys(place):
            by_feed[feed].append(entry)
    yield from _feed("feed", site_name, everything, address, "", words.code)
    for kind in ("issues", "actors"):
        for ident, record in library.records[kind].items():
            title = f"{site_name}: {getattr(record, 'title', None) or getattr(record, 'name', '')}"
            for name in (ident, *record.former_ids):
                path = f"feeds/{kind}/{name}"
                yield from _feed(path, title, by_feed[f"{kind}/{ident}"], address, f"{kind}/{ident}.html", words.code)


def _entries(library: Library, address: Address, words: Language) -> Iterator[tuple[list[str], Entry]]:
    """Yield every entry with the issues and actors in whose feeds it stands."""
    for ident, position in library.positions.items():
        place = _feeds(library, "positions", ident)
        for mark, statement, moved_from in named(position):
            yield place, _entry(library, ident, mark, statement, address, "statement", words)
            if moved_from is not None:
                yield place, _entry(library, ident, mark, statement, address, "moved", words)
    for kind, records in library.records.items():
        for ident, record in records.items():
            for number, correction in enumerate(record.corrections, 1):
                yield (
                    _feeds(library, kind, ident),
                    _correction(library, kind, ident, number, correction, address, words),
                )


def _feeds(library: Library, kind: str, ident: str) -> list[str]:
    """Return the feeds that bring news of a record."""
    record = library.records[kind][ident]
    if isinstance(record, Position):
        found = [("issues", record.issue), ("actors", record.holder)]
    elif isinstance(record, Event):
        found = [("issues", issue) for issue in record.issues]
        found += [("actors", participant.actor) for participant in record.participants]
    else:
        found = [(kind, ident)]
    return [f"{home}/{library.resolve(home, name)}" for home, name in found]


def _entry(
    library: Library, ident: str, mark: str, statement: Statement, address: Address, sort: str, words: Language
) -> Entry:
    label = words.label("stances", statement.stance)
    draft = statement.draft or library.positions[ident].draft
    holder, issue = _holder_and_issue(library, library.positions[ident])
    quotes = (words.say("quoted", words=unquoted(evidence.quote)) for evidence in statement.evidence)
    title = words.say(f"feed_{sort}", holder=holder, issue=issue, stance=label)
    return Entry(
        ident=_tag(address, f"{sort}/{ident}/{mark}"),
        title=words.say("feed_draft", title=title) if draft else title,
        link=address.statement(ident, mark),
        text=" ".join([statement.summary or "", *quotes]).strip(),
        when=_when(library, statement),
        draft=draft,
    )


def _holder_and_issue(library: Library, position: Position) -> tuple[str, str]:
    holder = library.actors.get(library.resolve("actors", position.holder) or "")
    issue = library.issues.get(library.resolve("issues", position.issue) or "")
    return (holder.name if holder else position.holder), (issue.title if issue else position.issue)


def _correction(
    library: Library, kind: str, ident: str, number: int, correction: Correction, address: Address, words: Language
) -> Entry:
    record = library.records[kind][ident]
    title = getattr(record, "title", None) or getattr(record, "name", "")
    if isinstance(record, Position):
        holder, issue = _holder_and_issue(library, record)
        title = words.say("position_title", holder=holder, issue=issue)
    return Entry(
        ident=_tag(address, f"correction/{kind}/{ident}/{number}"),
        title=words.say("feed_corrected", title=title),
        link=f"{address.page(kind, ident)}#corrections",
        text=correction.text,
        when=_moment(correction.date),
        draft=False,
    )


def _when(library: Library, statement: Statement) -> datetime:
    published = (library.articles[e.article].published for e in statement.evidence if e.article in library.articles)
    return next((_moment(text) for text in (statement.date, *published) if text), EPOCH)


def _moment(edtf: str) -> datetime:
    first = dates.parse(edtf).first
    return datetime.combine(first, time(), UTC) if first > date.min else EPOCH


def _tag(address: Address, name: str) -> str:
    return f"tag:{urlsplit(address.base).hostname or 'localhost'},2025:{name}"


def _feed(
    path: str, title: str, entries: Iterable[Entry], address: Address, page: str, language: str
) -> Iterator[tuple[str, bytes]]:
    newest = sorted(entries, key=lambda entry: (entry.when, entry.ident), reverse=True)[:LONGEST]
    yield f"{path}.xml", _atom(path, title, newest, address, page, language)
    yield f"{path}.json", _json(path, title, newest, address, page, language)


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """Atom whose `updated` is the newest entry's also when there is none: the library would take the clock's."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=EPOCH)


def _atom(path: str, title: str, entries: list[Entry], address: Address, page: str, language: str) -> bytes:
    feed = _Atom(
        title=title,
        link=address.absolute(page),
        description="",
        language=language,
        author_name=title,
        feed_url=address.absolute(f"{path}.xml"),
        feed_guid=_tag(address, path),
    )
    for entry in entries:
        feed.add_item(
            entry.title, entry.link, entry.text, unique_id=entry.ident, pubdate=entry.when, updateddate=entry.when
        )
    return bytes(feed.writeString("utf-8"), "utf-8")


def _json(path: str, title: str, entries: list[Entry], address: Address, page: str, language: str) -> bytes:
    items = [
        {
            "id": entry.ident,
            "url": entry.link,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.when.isoformat(),
        }
        for entry in entries
    ]
    return pretty(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": address.absolute(page),
            "feed_url": address.absolute(f"{path}.json"),
            "language": language,
            "items": items,
        }
    )
