"""Rules about which record names which."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.records.checks.guesses import meant
from generator.records.checks.likeness import keys, may_be_one
from generator.records.checks.registry import Context, Finding, Run, rule
from generator.records.models import Evidence, Model
from generator.records.yamlfile import Path

_MERGE = "keep one file, with the other's id under 'former_ids', or add 'part_of:' to the lesser"
_MERGED = " (was it renamed or merged? add this id to the 'former_ids' of the record that it is now)"
"""Told once of each missing id."""
_MAX_NAMED = 6
_MAX_GUESSES = 50
"""Likeness is sought for this many missing ids; it costs a look at every id."""


def _unknown(kind: str) -> Run:
    def run(context: Context) -> Iterator[Finding]:
        library, hints = context.library, dict[str, str]()
        broken = {problem.path for problem in library.problems}
        known = library.records[kind].keys() | library.former[kind].keys()
        for reference in context.references:
            target = reference.target
            if reference.kind != kind or target in known or f"briefings/{kind}/{target}.yaml" in broken:
                continue
            more = "" if target in hints else _MERGED
            if target not in hints:
                near = meant(target, known) if len(hints) < _MAX_GUESSES else ""
                hints[target] = near or f"; write or restore briefings/{kind}/{target}.yaml, or correct the id"
            yield Finding(*reference[:3], f"no {kind[:-1]} '{target}'{hints[target]}{more}")

    return run


for _kind in ("actors", "articles", "events", "issues", "positions"):
    _one = _kind[:-1]
    rule(
        f"unknown-{_one}",
        "error",
        f"Every {_one} that a record names has a record, or had it under that id.",
        "Correct the id, or write the record.",
    )(_unknown(_kind))


@rule(
    "unknown-statement",
    "error",
    "A statement that an edition names is in the position it names.",
    "Correct the statement's id, or name its position.",
)
def unknown_statement(context: Context) -> Iterator[Finding]:
    """Editions' items whose statement is not there."""
    positions = context.library.positions
    for ident, edition in context.library.editions.items():
        for index, item in enumerate(edition.items):
            if item.statement is None:
                continue
            position = context.library.resolve("positions", item.position) if item.position else None
            known = [statement.id or "" for statement in positions[position].statements] if position else []
            if item.statement not in known and (position or not item.position):
                where = f"in {item.position}" if item.position else "without its position: add 'position:'"
                told = meant(item.statement, known) or _there(known) if position else ""
                message = f"no statement '{item.statement}' {where}{told}"
                yield Finding("editions", ident, ("items", index, "statement"), message)


def _there(ids: Sequence[str]) -> str:
    """Return words that say which of a position's statements can be named, and what to do else."""
    named = [f"'{ident}'" for ident in ids if ident]
    more = f" and {len(named) - _MAX_NAMED:,} more" if len(named) > _MAX_NAMED else ""
    listed = f"; it has {', '.join(named[:_MAX_NAMED])}{more}" if named else "; none in it has an 'id:'"
    return f"{listed}: write one of these, or delete 'statement:'" if named else f"{listed}: give the one meant an id"


@rule(
    "empty-item",
    "error",
    "A key point of an edition names the event or position it rests on.",
    "Add `event:` or `position:`.",
)
def empty_item(context: Context) -> Iterator[Finding]:
    """Editions' items that rest on nothing."""
    for ident, edition in context.library.editions.items():
        for index, item in enumerate(edition.items):
            if not (item.event or item.position):
                message = "a key point rests on a record: add 'event:' or 'position:'"
                yield Finding("editions", ident, ("items", index), message)


@rule(
    "duplicate-reference",
    "error",
    "A list names nothing twice: ids, names, participants in one role, pieces of evidence.",
    "Delete the second one.",
)
def duplicate_reference(context: Context) -> Iterator[Finding]:
    """Items that stand twice in a list."""
    for kind, records in context.library.records.items():
        for ident, record in records.items():
            for path, said in _doubles(record):
                yield Finding(kind, ident, path, f"{said} stands twice in this list; delete one")


def _doubles(model: Model, path: Path = ()) -> Iterator[tuple[Path, str]]:
    for name, value in vars(model).items():
        if not value or isinstance(value, str):
            continue
        if isinstance(value, tuple):
            yield from _doubles_in(value, (*path, name))
        elif isinstance(value, Model):
            yield from _doubles(value, (*path, name))


def _doubles_in(items: tuple[object, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if len(items) > 1:
        seen = set()
        for index, item in enumerate(items):
            key = _key(item)
            if key in seen:
                yield (*path, index), f"'{item}'" if isinstance(item, str) else "the same item"
            seen.add(key)
    for index, item in enumerate(items):
        if isinstance(item, Model) and not isinstance(item, Evidence):
            yield from _doubles(item, (*path, index))


def _key(item: object) -> object:
    return (item.article, item.quote) if isinstance(item, Evidence) else item


@rule(
    "former-id",
    "error",
    "A former id belongs to one record and is no record's id now.",
    "Delete the former id, or rename the record that has it.",
)
def former_id(context: Context) -> Iterator[Finding]:
    """Former ids that are taken."""
    for kind, records in context.library.records.items():
        owners = Counter(old for record in records.values() for old in record.former_ids)
        for ident, record in records.items():
            for index, old in enumerate(record.former_ids):
                if old in records:
                    yield Finding(
                        kind,
                        ident,
                        ("former_ids", index),
                        f"'{old}' is the id of {kind}/{old}.yaml; delete it here, or that file",
                    )
                elif owners[old] > 1:
                    yield Finding(
                        kind,
                        ident,
                        ("former_ids", index),
                        f"'{old}' is a former id of another record too; keep it with one",
                    )


@rule(
    "file-name",
    "error",
    "A position's file is named HOLDER--ISSUE.yaml.",
    "Rename the file, or correct the holder or the issue.",
)
def file_name(context: Context) -> Iterator[Finding]:
    """Positions under another name."""
    for ident, position in context.library.positions.items():
        wanted = f"{position.holder}--{position.issue}"
        known = context.library.resolve("actors", position.holder) and context.library.resolve("issues", position.issue)
        if ident != wanted and known:
            yield Finding(
                "positions", ident, ("holder",), f"rename the file to {wanted}.yaml, or correct holder or issue"
            )


@rule("part-of-cycle", "error", "Nothing is part of itself, by whatever steps.", "Delete one `part_of`.")
def part_of_cycle(context: Context) -> Iterator[Finding]:
    """Circles of part_of."""
    for kind in ("actors", "events"):
        parents = {
            ident: context.library.resolve(kind, parent)
            for ident, record in context.library.records[kind].items()
            if (parent := getattr(record, "part_of", None))
        }
        for ident in _in_cycles(parents):
            yield Finding(
                kind, ident, ("part_of",), f"part of '{parents[ident]}', which is part of this again; delete one"
            )


def _in_cycles(parents: Mapping[str, str | None]) -> list[str]:
    """Return what lies on a circle; every id is looked at once."""
    cleared: set[str] = set()
    found: list[str] = []
    for start in parents:
        trail: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in trail and at not in cleared:
            trail[at] = len(trail)
            at = parents.get(at)
        if at in trail:
            found += list(trail)[trail[at] :]
        cleared |= trail.keys()
    return sorted(found)


@rule("unused-actor", "warning", "Every actor is named by another record.", "Delete it, or name it where it acts.")
def unused_actor(context: Context) -> Iterator[Finding]:
    """Actors that nothing names."""
    return _unused(context, "actors", "acts, speaks or publishes nowhere")


@rule(
    "unused-issue",
    "warning",
    "Every issue has a position or an event.",
    "Delete the issue, or file something under it.",
)
def unused_issue(context: Context) -> Iterator[Finding]:
    """Issues that nothing names."""
    return _unused(context, "issues", "has no position and no event")


def _unused(context: Context, kind: str, said: str) -> Iterator[Finding]:
    if context.library.problems:  # what cannot be read may name it
        return
    used = {
        context.library.resolve(kind, reference.target)
        for reference in context.references
        if reference.kind == kind and reference[:2] != (kind, reference.target)
    }
    for ident in context.library.records[kind]:
        if ident not in used:
            yield Finding(kind, ident, (), f"this {kind[:-1]} {said}; name it in a record, or delete it")


@rule(
    "same-event",
    "warning",
    "No two events look like one: same type, common days, and the title, two participants, or one and the place.",
    "Merge them (keep the other's id in `former_ids`), or make one `part_of` the other.",
)
def same_event(context: Context) -> Iterator[Finding]:
    """Events that an editor may want to merge. Linear: each event is filed under the few keys that a double shares."""
    events = context.library.events
    first: dict[object, str] = {}
    for ident, event in events.items():
        others = [other for key in keys(event) if (other := first.setdefault(key, ident)) != ident]
        double = next((other for other in others if may_be_one(event, events[other], (ident, other))), None)
        if double:
            yield Finding("events", ident, (), f"looks like the same event as '{double}'; {_MERGE}")
