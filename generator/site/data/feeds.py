"""Feeds: Atom and JSON Feed for the site, and for each issue and actor, of new statements and of moves.

An entry's time is the record's (the statement's date, else its article's), never the clock's.
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
from generator.records.models import Position, Statement
from generator.site.data.address import Address
from generator.site.data.export import pretty
from generator.site.statements import named
from generator.site.text import unquoted
from generator.vocabulary import load

LONGEST = 50
"""Entries a feed carries at most, the newest first."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One entry: a new statement, or a move, of a position."""

    ident: str
    title: str
    link: str
    text: str
    when: datetime
    draft: bool


def files(library: Library, address: Address, site_name: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the site, content) of every feed; under a former id stands the same feed."""
    everything: list[Entry] = []
    by_feed: dict[str, list[Entry]] = defaultdict(list)
    for ident, position in library.positions.items():
        entries = list(_entries(library, ident, position, address))
        everything += entries
        by_feed[f"issues/{library.resolve('issues', position.issue)}"] += entries
        by_feed[f"actors/{library.resolve('actors', position.holder)}"] += entries
    yield from _feed("feed", site_name, everything, address, "", language)
    for kind in ("issues", "actors"):
        for ident, record in library.records[kind].items():
            title = f"{site_name}: {getattr(record, 'title', None) or getattr(record, 'name', '')}"
            for name in (ident, *record.former_ids):
                path = f"feeds/{kind}/{name}"
                yield from _feed(path, title, by_feed[f"{kind}/{ident}"], address, f"{kind}/{ident}.html", language)


def _entries(library: Library, ident: str, position: Position, address: Address) -> Iterator[Entry]:
    for mark, statement, moved_from in named(position.statements):
        yield _entry(library, ident, mark, statement, address, "statement")
        if moved_from is not None:
            yield _entry(library, ident, mark, statement, address, "moved")


def _entry(library: Library, ident: str, mark: str, statement: Statement, address: Address, sort: str) -> Entry:
    position = library.positions[ident]
    holder, issue = library.actors.get(position.holder), library.issues.get(position.issue)
    who = holder.name if holder else position.holder
    what = issue.title if issue else position.issue
    label = load("stances")[statement.stance]["label"]
    draft = statement.draft or position.draft
    head = f"{who} moves on {what}: {label}" if sort == "moved" else f"{who} {label}: {what}"
    return Entry(
        ident=_tag(address, f"{sort}/{ident}/{mark}"),
        title=f"{head} (draft)" if draft else head,
        link=address.statement(ident, mark),
        text=" ".join(
            [statement.summary or "", *(f"“{unquoted(evidence.quote)}”" for evidence in statement.evidence)]
        ).strip(),
        when=_when(library, statement),
        draft=draft,
    )


def _when(library: Library, statement: Statement) -> datetime:
    published = (library.articles[e.article].published for e in statement.evidence if e.article in library.articles)
    for text in (statement.date, *published):
        if text:
            first = dates.parse(text).first
            return datetime.combine(first, time(), UTC) if first > date.min else EPOCH
    return EPOCH


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
