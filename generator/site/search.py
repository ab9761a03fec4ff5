"""What each record is found by: its title, its other names and dates, and its text; and the line that shows it."""

from collections.abc import Iterator

from generator.site import searchindex
from generator.site.parts import Parts, page_path
from generator.site.searchindex import Row
from generator.site.text import plain, shortened

KINDS = ("events", "actors", "issues", "positions", "articles", "editions")
"""In the order in which equally good results are shown: events first."""
SHOWN = 180
"""Characters of the line that is shown of a result."""

Found = tuple[tuple[str, ...], str, list[str], str]
"""Other names and dates, the line shown, texts, the date shown."""


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Yield the index of all records, the newest first in each kind."""
    rows = [_row(parts, kind, ident) for kind in KINDS for ident in _newest_first(parts, kind)]
    kinds = {kind: parts.language.say(kind) for kind in KINDS}
    yield from searchindex.files(rows, kinds, parts.language.months())


def _newest_first(parts: Parts, kind: str) -> list[str]:
    orders = {"events": parts.index.events, "articles": parts.index.articles, "editions": parts.index.editions}
    return list(reversed(orders[kind])) if kind in orders else list(parts.library.records[kind])


def _row(parts: Parts, kind: str, ident: str) -> Row:
    names, shown, texts, date = _FINDERS[kind](parts, ident)
    text = plain(" … ".join(dict.fromkeys(text for text in texts if text)))
    title = plain(parts.title(kind, ident))
    draft = parts.standing(ident).draft if kind == "positions" else parts.link(kind, ident).draft
    date = " · ".join(filter(None, (date, parts.language.say("draft") if draft else "")))
    return Row(kind, page_path(kind, ident), title, tuple(map(plain, names)), text, shortened(shown, SHOWN), date)


def _dates(parts: Parts, shown: str, *told: str | None) -> tuple[str, ...]:
    """Return dates as readers look for them: as a page shows them, in words, and as figures, those of a range too."""
    days = [date.partition("T")[0] for date in told if date]
    forms = (form for day in days for form in (parts.when(day), day, *day.split("/")) if form)
    return tuple(dict.fromkeys([shown, *forms]))


def _event(parts: Parts, ident: str) -> Found:
    event = parts.library.events[ident]
    quotes = [evidence.quote for evidence in parts.index.evidence_of_event(ident)]
    actors = [parts.link("actors", participant.actor).title for participant in event.participants]
    place = event.place.name if event.place else ""
    outcomes = [outcome.text for outcome in event.outcomes]
    shown = event.summary or (quotes[0] if quotes else "")
    texts = [event.summary or "", *outcomes, *quotes, ", ".join([place, *actors])]
    date = parts.event(ident).date
    return _dates(parts, date, event.date), shown, texts, date


def _actor(parts: Parts, ident: str) -> Found:
    actor = parts.library.actors[ident]
    roles = "; ".join(role.title for role in actor.roles)
    return tuple(actor.aliases), actor.summary or roles, [actor.summary or "", roles], ""


def _issue(parts: Parts, ident: str) -> Found:
    issue = parts.library.issues[ident]
    return tuple(issue.keywords), issue.question, [issue.question, issue.summary or ""], ""


def _position(parts: Parts, ident: str) -> Found:
    position, said = parts.library.positions[ident], parts.index.said[ident]
    quotes = [evidence.quote for item in said for evidence in item.statement.evidence]
    summaries = [item.statement.summary for item in said if item.statement.summary]
    speakers = {parts.link("actors", item.statement.speaker).title for item in said if item.statement.speaker}
    shown = position.summary or (summaries or quotes or [""])[-1]
    date = parts.standing(ident).date
    dates = _dates(parts, date, *(item.statement.date for item in said)) if said else ()
    return dates, shown, [position.summary or "", *summaries, *quotes, ", ".join(sorted(speakers))], date


def _article(parts: Parts, ident: str) -> Found:
    article = parts.library.articles[ident]
    publisher = parts.link("actors", article.publisher).title if article.publisher else ""
    date = parts.when(article.published)
    dates = _dates(parts, date, article.published)
    return dates, publisher, [publisher, ", ".join(article.authors)], date


def _edition(parts: Parts, ident: str) -> Found:
    edition = parts.library.editions[ident]
    points = [item.text for item in edition.items if item.text]
    date = parts.when(edition.period)
    return _dates(parts, date, edition.period), edition.lede or "", [edition.lede or "", *points], date


_FINDERS = {
    "events": _event,
    "actors": _actor,
    "issues": _issue,
    "positions": _position,
    "articles": _article,
    "editions": _edition,
}
