"""The parts that pages are put together from: links, quotes, statements, rows of events. Each is plain data.

Paths are from the site's root; a template puts what leads there from its page before them.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

from generator.records import dates
from generator.records.models import OTHER, Evidence, Statement
from generator.site.index import Index, Said
from generator.site.quoting import unquoted
from generator.site.shares import Share, share
from generator.site.statements import side
from generator.site.text import Language, shortened
from generator.vocabulary import load

T = TypeVar("T")
CLAIM = 160
"""Characters of what is said, where there is room for no more."""


class Link(NamedTuple):
    """A title and where it leads; an empty path where nothing is."""

    title: str
    path: str
    draft: bool = False


class Stance(NamedTuple):
    """A stance as a word, with its mark and tone (for, against, press, open)."""

    name: str
    word: str
    mark: str
    tone: str
    means: str


class Quote(NamedTuple):
    """The words of an article: which one, who published it when, and whose account it passes on."""

    words: str
    article: Link
    publisher: Link | None
    date: str
    relays: tuple[Link, ...]


class Part:
    """What is shown on several pages. It is made once, digested once and, for pages of one depth, rendered once."""

    @cached_property
    def digest(self) -> str:
        fields = [value for name, value in vars(self).items() if name != "digest"]
        return blake2b(json.dumps(fields).encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, eq=False)
class StatementPart(Part):
    """One statement, ready to be shown on any page."""

    anchor: str
    path: str
    date: str
    iso: str
    stance: Stance
    summary: str
    holder: Link
    issue: Link
    speaker: Link | None
    to: tuple[Link, ...]
    event: Link | None
    occasion: str
    quotes: tuple[Quote, ...]
    moved_from: Stance | None
    draft: bool


@dataclass(frozen=True, eq=False)
class Standing(Part):
    """Where a holder stands on an issue, from the newest statement that takes one, and what else it says that day.

    On what is no question there is no stance, only what was said last.
    """

    holder: Link
    issue: Link
    path: str
    stance: Stance | None
    stances: tuple[Stance, ...]
    date: str
    iso: str
    summary: str
    quote: str
    claim: str
    moved: bool
    statements: int
    draft: bool


@dataclass(frozen=True, eq=False)
class EventRow(Part):
    """One event as a line of a list."""

    link: Link
    date: str
    iso: str
    type: str
    mark: str
    kind: str
    planned: bool
    place: str
    actors: tuple[Link, ...]
    accounts: int
    note: str = ""


def page_path(kind: str, ident: str) -> str:
    """Return the path of a record's page in the site."""
    return f"{kind}/{ident}.html"


def _end(text: str) -> tuple[date, str]:
    """Return what sorts dates by their last day: what appeared some time in a month may be the newest of it."""
    return dates.parse(text).last, text


class Parts:
    """Makes parts out of records; every view is given one."""

    def __init__(self, index: Index, language: Language, texts: Mapping[str, str | None] | None = None) -> None:
        """Make parts out of the records of an index; the articles' folded texts are for their shares alone."""
        self.index = index
        self.library = index.library
        self.language = language
        self._texts = texts or {}
        self._stances: dict[str, Stance] = {}
        self._made: dict[tuple[str, ...], tuple[Any, set[str]]] = {}

    def _once(self, key: tuple[str, ...], make: Callable[..., T], *given: Any) -> T:
        """Return what make made of these the first time; whoever asks for it has read all that it was made of."""
        reads = self.index.reads
        found = self._made.get(key)
        if found is None:
            outer, reads.now = reads.now, set()
            found = self._made[key] = make(*given), reads.now
            reads.now = outer
        reads.now |= found[1]
        made: T = found[0]
        return made

    def share(self, ident: str) -> Share | None:
        """Return how much of an article is quoted; nothing where its text is unknown."""
        text = self._texts.get(ident)
        return share(text, {use.quote for use in self.index.uses[ident]}) if text else None

    def link(self, kind: str, ident: str) -> Link:
        """Return the link to a record; its id as title and no path where it does not exist."""
        return self._once(("link", kind, ident), self._link, kind, self.index.id_of(kind, ident))

    def _link(self, kind: str, ident: str) -> Link:
        record = self.library.records[kind].get(ident)
        if record is None:
            return Link(ident, "")
        return Link(self.title(kind, ident), page_path(kind, ident), record.draft)

    def title(self, kind: str, ident: str) -> str:
        """Return the words that name a record."""
        record = self.library.records[kind][ident]
        if kind == "positions":
            position = self.library.positions[ident]
            holder, issue = self.link("actors", position.holder), self.link("issues", position.issue)
            return self.language.say("position_title", holder=holder.title, issue=issue.title)
        return str(getattr(record, "name", None) or getattr(record, "title", ident))

    def links(self, kind: str, idents: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.link(kind, ident) for ident in idents)

    def when(self, date: str | None) -> str:
        return self.language.when(date)

    def day(self, date: str | None) -> str:
        """Return a date without its time of day."""
        return self.when(date.partition("T")[0] if date else None)

    def stance(self, name: str) -> Stance:
        """Return the stance of that name with its word in the site's language."""
        if name not in self._stances:
            look = load("stance_marks").get(name, {"mark": "•", "tone": "open"})
            word = self.language.label("stances", name)
            self._stances[name] = Stance(name, word, look["mark"], look["tone"], self.language.means("stances", name))
        return self._stances[name]

    def quote(self, evidence: Evidence) -> Quote:
        """Return a piece of evidence with its article named."""
        article = self.library.articles.get(self.index.id_of("articles", evidence.article))
        link = self.link("articles", evidence.article)
        if article is None:
            return Quote(unquoted(evidence.quote), link, None, "", ())
        publisher = self.link("actors", article.publisher) if article.publisher else None
        day, relays = self.day(article.published), self.links("actors", article.relays)
        return Quote(unquoted(evidence.quote), link, publisher, day, relays)

    def quotes(self, evidences: Iterable[Evidence]) -> tuple[Quote, ...]:
        return tuple(self.quote(evidence) for evidence in evidences)

    def statement(self, said: Said) -> StatementPart:
        """Return a statement with its links."""
        return self._once(("statement", said.position, said.anchor), self._statement, said)

    def _statement(self, said: Said) -> StatementPart:
        position, statement = self.library.positions[said.position], said.statement
        moved = self.stance(said.moved_from.stance) if said.moved_from else None
        return StatementPart(
            said.anchor,
            f"{page_path('positions', said.position)}#{said.anchor}",
            self.said_when(statement),
            statement.date or "",
            self.stance(statement.stance),
            statement.summary or "",
            self.link("actors", position.holder),
            self.link("issues", position.issue),
            self.link("actors", statement.speaker) if statement.speaker else None,
            self.links("actors", statement.to),
            self.link("events", statement.event) if statement.event else None,
            statement.occasion or "",
            self.quotes(statement.evidence),
            moved,
            statement.draft or self.library.positions[said.position].draft,
        )

    def statements(self, said: Iterable[Said]) -> list[StatementPart]:
        return [self.statement(item) for item in said]

    def event(self, ident: str, note: str = "") -> EventRow:
        """Return an event as a row; its first four participants are named."""
        return self._once(("event", ident, note), self._event, ident, note)

    def _event(self, ident: str, note: str) -> EventRow:
        event = self.library.events[ident]
        type_ = load("event_types").get(event.type, {})
        return EventRow(
            self.link("events", ident),
            self.told_when(event.date, event.evidence),
            event.date or "",
            self.language.label("event_types", event.type),
            type_.get("mark", "•"),
            event.type,
            event.planned,
            event.place.name if event.place else "",
            self.links("actors", dict.fromkeys(p.actor for p in event.participants[:4])),
            len({evidence.article for evidence in event.evidence}),
            note,
        )

    def events(self, idents: Iterable[str]) -> list[EventRow]:
        return [self.event(ident) for ident in idents]

    def standing(self, ident: str) -> Standing:
        """Return where a position stands now."""
        return self._once(("standing", ident), self._standing, ident)

    def _standing(self, ident: str) -> Standing:
        position, latest = self.library.positions[ident], self.index.latest(ident)
        said = self.index.said[ident]
        statement = latest.statement if latest else None
        taken = self._same_day(ident, statement) if statement and position.issue != OTHER else []
        return Standing(
            self.link("actors", position.holder),
            self.link("issues", position.issue),
            page_path("positions", ident),
            self.stance(taken[0].stance) if taken else None,
            tuple(self.stance(name) for name in dict.fromkeys(one.stance for one in taken)),
            self.said_when(statement) if statement else "",
            (statement.date or "") if statement else "",
            (statement.summary if statement and statement.summary else position.summary) or "",
            unquoted(statement.evidence[0].quote) if statement and statement.evidence else "",
            self._claim(statement) if statement else "",
            any(item.moved_from for item in said),
            len(said),
            position.draft or any(one.draft for one in taken) or bool(statement and statement.draft),
        )

    def claim(self, ident: str, stance: str) -> tuple[str, bool]:
        """Return what a position's newest statement of a stance claims, in few words, and whether it is a draft."""
        said = [item.statement for item in self.index.said[ident] if item.statement.stance == stance]
        dated = [statement for statement in said if statement.date] or said
        return self._claim(dated[-1]), dated[-1].draft or self.library.positions[ident].draft

    def _claim(self, statement: Statement) -> str:
        """Return what is said in few words: the editor's, or the beginning of the quote, in quote marks."""
        if statement.summary:
            return shortened(statement.summary, CLAIM)
        words = unquoted(shortened(statement.evidence[0].quote, CLAIM)) if statement.evidence else ""
        return self.language.say("quoted", words=words) if words else ""

    def _same_day(self, ident: str, latest: Statement) -> list[Statement]:
        """Return a position's latest statement, then the others of the same day that lean to a side."""
        said = (item.statement for item in reversed(self.index.said[ident]))
        return [latest, *(s for s in said if s.date and s.date == latest.date and side(s) != "tells")]

    def said_when(self, statement: Statement) -> str:
        """Return when something was said; if that is not known, when the article appeared that reports it."""
        return self.told_when(statement.date, statement.evidence)

    def told_when(self, date: str | None, evidences: Iterable[Evidence]) -> str:
        """Return a date; where there is none, the day of the first article that tells it, and that it is only that."""
        if date:
            return self.when(date)
        articles = (self.library.articles.get(self.index.id_of("articles", e.article)) for e in evidences)
        published = min((a.published for a in articles if a and a.published), key=dates.sort_key, default=None)
        return self.language.say("in_article_of", date=self.day(published)) if published else self.when(None)

    def newest(self, evidences: Iterable[Evidence]) -> str | None:
        """Return the newest publication date among the articles that the evidence is from."""
        articles = (self.library.articles.get(self.index.id_of("articles", e.article)) for e in evidences)
        published = [a.published for a in articles if a is not None and a.published]
        return max(published, key=_end, default=None)

    def newest_of(self, idents: Iterable[str]) -> str | None:
        """Return the newest publication date among the articles of these ids."""
        published = [self.library.articles[ident].published for ident in idents]
        return max((date for date in published if date), key=dates.sort_key, default=None)

    def evidence_line(self, evidences: Iterable[Evidence], length: int = 160) -> str:
        """Return the first words quoted, for a page's description."""
        return next((shortened(evidence.quote, length) for evidence in evidences), "")
