"""What of the records is still a draft, and beside which article each is compared."""

from collections import defaultdict
from collections.abc import Iterator

from generator.records.library import Library
from generator.records.models import ArticleRecord, Evidence, Model, Position, Record

_NEXT = "compare each file with its article in seeds/, correct it, and delete its `draft: true`; delete what is wrong:"
_NOWHERE = "of no article"


def count(library: Library) -> tuple[int, int]:
    """Return how many records and statements are drafts, and how many there are."""
    flags = [record.draft for records in library.records.values() for record in records.values()]
    flags += [statement.draft for position in library.positions.values() for statement in position.statements]
    return sum(flags), len(flags)


def listing(library: Library) -> Iterator[str]:
    """Yield what to do, then under each article the files to compare with it, and at the end a line that sums up.

    A file stands once, under the first article in order of ids that it quotes or that names it.
    """
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    homes = _homes_of_actors(library)
    for kind, records in library.records.items():
        for ident, record in records.items():
            if told := _told(kind, ident, record):
                home = ident if isinstance(record, ArticleRecord) else _home(record, homes.get(ident))
                groups[home][kind].append(told)
    if groups:
        yield _NEXT
    for home in sorted(groups, key=lambda home: (home == _NOWHERE, home)):
        kinds = groups[home]
        counts = ", ".join(_counted(kind, len(kinds[kind])) for kind in _ORDER if kinds[kind])
        yield f"{home}: {counts} to compare"
        yield from (f"  {told}" for kind in _ORDER for told in kinds[kind])
    drafts, everything = count(library)
    yield f"{drafts:,} of {everything:,} records and statements are still draft"


_ORDER = ("articles", "events", "positions", "actors", "issues", "editions")


def _counted(kind: str, number: int) -> str:
    return f"{number} {kind.removesuffix('s') if number == 1 else kind}"


def _told(kind: str, ident: str, record: Record) -> str | None:
    """Return the path of a draft, or of what holds draft statements and how many; None for what is accepted."""
    statements = record.statements if isinstance(record, Position) else ()
    drafted, name = sum(statement.draft for statement in statements), f"briefings/{kind}/{ident}.yaml"
    if drafted and not record.draft:
        return f"{name}: {drafted} of {len(statements)} statements"
    return name if record.draft else None


def _home(record: Record, otherwise: str | None) -> str:
    return min((evidence.article for evidence in _evidence(record)), default=otherwise or _NOWHERE)


def _evidence(model: Model) -> Iterator[Evidence]:
    """Yield all evidence in a record."""
    for name in model.names():
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Evidence):
                yield item
            elif isinstance(item, Model):
                yield from _evidence(item)


def _homes_of_actors(library: Library) -> dict[str, str]:
    """Return the first article whose events, statements or own record name each actor."""
    homes: dict[str, str] = {}
    named: list[tuple[str, str | None]] = []
    for ident, article in library.articles.items():
        named += [(ident, actor) for actor in (article.publisher, *article.relays)]
    for event in library.events.values():
        named += [(_home(event, None), participant.actor) for participant in event.participants]
    for position in library.positions.values():
        for said in position.statements:
            named += [(_home(position, None), actor) for actor in (position.holder, said.speaker, *said.to)]
    for home, actor in named:
        if actor is not None and home != _NOWHERE:
            homes[actor] = min(home, homes.get(actor, home))
    return homes
