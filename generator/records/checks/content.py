"""Rules about what records say: dates that can be, names that tell apart, positions that say something."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.records import dates, walk
from generator.records.checks.likeness import name_key
from generator.records.checks.registry import Context, Finding, rule
from generator.records.models import Evidence, Model

_Subject = tuple[str, str]
_MERGE = "keep one file, with the other's id under 'former_ids', or tell the names apart"


def _published_before(context: Context, day: date, evidence: tuple[Evidence, ...]) -> list[str]:
    """Return the articles of evidence that were published before day, one for each piece."""
    found = []
    for piece in evidence:
        article = context.library.articles.get(context.library.resolve("articles", piece.article) or "")
        if article and article.published and dates.widest(article.published).last < day:
            found.append(piece.article)
    return found


@rule(
    "event-after-article",
    "error",
    "An event is not later than every article that tells it, unless it is `planned`.",
    "Correct the date, add `planned: true`, or add evidence from an article that tells that it happened.",
)
def event_after_article(context: Context) -> Iterator[Finding]:
    """Events told before they happened."""
    for ident, event in context.library.events.items():
        if event.date and not event.planned:
            before = _published_before(context, dates.widest(event.date).first, event.evidence)
            if before and len(before) == len(event.evidence):
                said = f"{event.date} is later than {before[0]}, which tells it; correct the date, add 'planned: true'"
                message = f"{said}, or add evidence from an article that tells that it happened"
                yield Finding("events", ident, ("date",), message)


@rule(
    "statement-after-article",
    "error",
    "A statement is not later than the articles that quote it.",
    "Correct the date.",
)
def statement_after_article(context: Context) -> Iterator[Finding]:
    """Statements quoted before they were made."""
    for ident, position in context.library.positions.items():
        for index, statement in enumerate(position.statements):
            if statement.date:
                before = _published_before(context, dates.widest(statement.date).first, statement.evidence)
                if before:
                    said = f"{statement.date} is later than {before[0]}, which quotes it"
                    message = f"{said}; correct the date or delete the line"
                    yield Finding("positions", ident, ("statements", index, "date"), message)


@rule(
    "date-in-name",
    "warning",
    "An event or article whose file's name begins with a date is of that date.",
    "Correct the date, or rename the file and put its old name under `former_ids`.",
)
def date_in_name(context: Context) -> Iterator[Finding]:
    """Events and articles whose date and name contradict each other."""
    for kind, field in (("events", "date"), ("articles", "published")):
        for ident, record in context.library.records[kind].items():
            named, said = _DATE.match(ident), getattr(record, field)
            if named and said and not _overlap(named[0], said):
                rest = ident[named.end() :]
                first = re.split("[/T~?%]", said)[0].strip(".") or named[0]
                remedy = f"correct it, or rename the file to {first}{rest}.yaml with this"
                message = f"{said} is not the date with which the file's name begins; {remedy} name under 'former_ids'"
                yield Finding(kind, ident, (field,), message)


_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=-|$)")


def _overlap(date_in_name: str, said: str) -> bool:
    """Tell whether two dates can be one; what begins as a date and is none in the calendar goes with all."""
    with suppress(ValueError):
        named, meant = dates.parse(date_in_name), dates.widest(said)
        return named.first <= meant.last and meant.first <= named.last
    return True


@rule(
    "planned-passed",
    "warning",
    "A planned event lies ahead of the newest article that tells of it, of its actors or of its issues.",
    "If it happened, delete `planned` and quote who tells so; else move its date, delete it or tell what happened.",
)
def planned_passed(context: Context) -> Iterator[Finding]:
    """Planned events whose day has passed: an article on another matter is no reason to look again."""
    newest = _newest(context)
    for ident, event in context.library.events.items():
        if event.planned and event.date:
            day = max(newest.get(subject, date.min) for subject in _subjects(context, event, ("events", ident)))
            if dates.widest(event.date).last < day:
                message = (
                    f"planned for {event.date}, but an article of {day} tells of the same matter: if it happened,"
                    " delete this line and add evidence from an article that tells so; if not, correct the date,"
                    " delete the event, or retitle it as what happened instead"
                )
                yield Finding("events", ident, ("planned",), message)


def _newest(context: Context) -> dict[_Subject, date]:
    """Return, for each record that an event or a statement names, the day of the newest article that tells it there."""
    newest: dict[_Subject, date] = {}
    library = context.library
    told = [_subjects(context, event, ("events", ident)) for ident, event in library.events.items()]
    for position in library.positions.values():
        whose = (("actors", position.holder), ("issues", position.issue))
        told += [_subjects(context, statement, *whose) for statement in position.statements]
    for subjects in told:
        articles = (library.articles.get(ident) for kind, ident in subjects if kind == "articles")
        days = [dates.widest(one.published).first for one in articles if one and one.published]
        for subject in subjects if days else ():
            newest[subject] = max(newest.get(subject, date.min), *days)
    return newest


def _subjects(context: Context, model: Model, *more: _Subject) -> set[_Subject]:
    """Return the kinds and ids of the records that model names, and more; not the issue of what fits none."""
    named = {*((kind, ident) for _, kind, ident in walk.references(model)), *more} - {("issues", "other")}
    return {(kind, context.library.resolve(kind, ident) or ident) for kind, ident in named}


@rule(
    "unknown-origin",
    "warning",
    "A draft article has its publisher and its date, which could not be read from it.",
    "Add them from the page, or accept the article without.",
)
def unknown_origin(context: Context) -> Iterator[Finding]:
    """Draft articles of which drafting could not tell whose they are, or of what day."""
    for ident, article in context.library.articles.items():
        missing = [name for name in ("publisher", "published") if getattr(article, name) is None]
        if article.draft and missing:
            found = " nor ".join(_ORIGIN[name] for name in missing)
            fields = " and ".join(f"'{name}:'" for name in missing)
            message = f"no {found} was found in the article: add {fields}, or delete 'draft: true' if it has none"
            yield Finding("articles", ident, ("title",), message)


_ORIGIN = {"publisher": "publisher", "published": "date"}


@rule(
    "actor-clash",
    "error",
    "No two actors have the same name.",
    "Merge them (keep the other's id in `former_ids`), or tell the names apart.",
)
def actor_clash(context: Context) -> Iterator[Finding]:
    """Actors of one name."""
    first: dict[str, str] = {}
    for ident, actor in context.library.actors.items():
        other = first.setdefault(name_key(actor.name), ident)
        if other != ident:
            yield Finding("actors", ident, ("name",), f"'{actor.name}' is the name of '{other}' too; {_MERGE}")


@rule(
    "alias-clash",
    "warning",
    "An alias is no other actor's name or alias.",
    "Keep it with the actor that articles mean by it.",
)
def alias_clash(context: Context) -> Iterator[Finding]:
    """Aliases that do not tell who is meant."""
    owners: dict[str, list[str]] = defaultdict(list)
    for ident, actor in context.library.actors.items():
        for key in sorted({name_key(name) for name in (actor.name, *actor.aliases)}):
            owners[key].append(ident)
    for ident, actor in context.library.actors.items():
        for index, alias in enumerate(actor.aliases):
            other = next((owner for owner in owners[name_key(alias)] if owner != ident), None)
            if other:
                message = f"'{alias}' is a name of '{other}' too; delete it from one of the two"
                yield Finding("actors", ident, ("aliases", index), message)


@rule("empty-position", "warning", "A position has a statement.", "Add a statement, or delete the file.")
def empty_position(context: Context) -> Iterator[Finding]:
    """Positions that nobody took."""
    for ident, position in context.library.positions.items():
        if not position.statements:
            yield Finding(
                "positions", ident, ("statements",), "no statement in this position; add one, or delete the file"
            )


@rule(
    "same-position",
    "warning",
    "An actor has one position on an issue, under whatever ids the two were known.",
    "Move the statements into one file, HOLDER--ISSUE.yaml, and delete the other.",
)
def same_position(context: Context) -> Iterator[Finding]:
    """Positions that became one when their holders or issues were merged."""
    first: dict[tuple[str | None, str | None], str] = {}
    resolve = context.library.resolve
    for ident, position in context.library.positions.items():
        key = (resolve("actors", position.holder), resolve("issues", position.issue))
        other = first.setdefault(key, ident) if all(key) else ident
        if other != ident:
            kept = "--".join(map(str, key))
            gone, double = (other, ident) if ident == kept else (ident, other)
            message = f"the same actor's position on the same issue as '{double}': move the statements to '{kept}', add"
            yield Finding(
                "positions", gone, ("holder",), f"{message} this id to its 'former_ids', and delete this file"
            )


@rule("duplicate-statement", "error", "A statement's id stands once in its position.", "Give the later one another id.")
def duplicate_statement(context: Context) -> Iterator[Finding]:
    """Statements that share a permanent link."""
    for ident, position in context.library.positions.items():
        seen: set[str] = set()
        for index, statement in enumerate(position.statements):
            if statement.id and statement.id in seen:
                message = f"'{statement.id}' is the id of an earlier statement here; give this one another"
                yield Finding("positions", ident, ("statements", index, "id"), message)
            seen.add(statement.id or "")
