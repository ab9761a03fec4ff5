"""The search index: what each record is found by, as a script, so that it loads from file:// too, when asked for."""

import json
from collections.abc import Iterator
from typing import Any

from generator.site.parts import Parts, page_path
from generator.site.text import plain, shortened

KINDS = ("events", "actors", "issues", "positions", "articles", "editions")
"""In the order in which results are shown: events first."""


def files(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Yield the index: [kind, path, title, other names, line shown, other words, date] for each record."""
    rows = [_row(parts, kind, ident) for kind in KINDS for ident in parts.library.records[kind]]
    names = {kind: parts.language.say(kind) for kind in KINDS}
    text = json.dumps({"kinds": names, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    yield "search/index.js", f"briefingsSearch({safe});\n".encode()


def _row(parts: Parts, kind: str, ident: str) -> list[str]:
    title = plain(parts.title(kind, ident))
    names, shown, words, date = _FINDERS[kind](parts, ident)
    fields = [names, shortened(shown, 180), words]
    return [kind, page_path(kind, ident), title, *(plain(text) for text in fields), date]


def _event(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    event = parts.library.events[ident]
    quotes = [evidence.quote for evidence in parts.index.evidence_of_event(ident)]
    actors = [parts.link("actors", participant.actor).title for participant in event.participants]
    place = [event.place.name] if event.place else []
    outcomes = [outcome.text for outcome in event.outcomes]
    words = " ".join([*place, *actors, *outcomes, *quotes])
    return "", event.summary or (quotes[0] if quotes else ""), words, parts.when(event.date)


def _actor(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    actor = parts.library.actors[ident]
    roles = [role.title for role in actor.roles]
    return " | ".join(actor.aliases), actor.summary or "; ".join(roles), " ".join(roles), ""


def _issue(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    issue = parts.library.issues[ident]
    return " | ".join(issue.keywords), issue.question, issue.summary or "", ""


def _position(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    position, said = parts.library.positions[ident], parts.index.said[ident]
    quotes = [evidence.quote for item in said for evidence in item.statement.evidence]
    summaries = [item.statement.summary for item in said if item.statement.summary]
    speakers = {parts.link("actors", item.statement.speaker).title for item in said if item.statement.speaker}
    shown = position.summary or (summaries or quotes or [""])[-1]
    latest = parts.index.latest(ident)
    date = parts.when(latest.statement.date) if latest else ""
    return "", shown, " ".join([*sorted(speakers), *summaries, *quotes]), date


def _article(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    article = parts.library.articles[ident]
    publisher = parts.link("actors", article.publisher).title if article.publisher else ""
    return "", publisher, " ".join(article.authors), parts.when(article.published)


def _edition(parts: Parts, ident: str) -> tuple[str, str, str, str]:
    edition = parts.library.editions[ident]
    points: list[Any] = [item.text for item in edition.items if item.text]
    return "", edition.lede or "", " ".join(points), parts.when(edition.period)


_FINDERS = {
    "events": _event,
    "actors": _actor,
    "issues": _issue,
    "positions": _position,
    "articles": _article,
    "editions": _edition,
}
