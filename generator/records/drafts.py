"""What of the records is still a draft."""

from collections.abc import Iterator

from generator.records.library import Library


def count(library: Library) -> tuple[int, int]:
    """Return how many records and statements are drafts, and how many there are."""
    flags = [record.draft for records in library.records.values() for record in records.values()]
    flags += [statement.draft for position in library.positions.values() for statement in position.statements]
    return sum(flags), len(flags)


def listing(library: Library) -> Iterator[str]:
    """Yield a line for each file that is a draft or holds draft statements, and at the end one that sums up."""
    for kind, records in library.records.items():
        for ident, record in records.items():
            statements = getattr(record, "statements", ())
            drafted = sum(statement.draft for statement in statements)
            name = f"briefings/{kind}/{ident}.yaml"
            if drafted and not record.draft:
                yield f"{name}: {drafted} of {len(statements)} statements"
            elif record.draft:
                yield name
    drafts, everything = count(library)
    yield f"{drafts:,} of {everything:,} records and statements are still draft"
