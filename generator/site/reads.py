"""Reads: what is looked up is noted, so that after an edit only those pages are gathered again that it can change.

A note is text: `events/ID` for a record, `issues/ID<events` for the list of the events that refer to it (`issues/ID<`
for that of all that do), `events` for all of a kind or their order, `*` for what any edit may change.
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import replace
from typing import Any, TypeVar

from generator.records.library import Library

T = TypeVar("T")
ANY = "*"


class Reads:
    """What was looked up since `now` was set."""

    def __init__(self) -> None:
        self.now: set[str] = set()


class ById(dict[str, T]):
    """What there is under each id: a look-up notes the id between `before` and `after`, all else notes `whole`."""

    def __init__(self, reads: Reads, before: str, after: str, whole: str) -> None:
        super().__init__()
        self._reads, self._before, self._after, self._whole = reads, before, after, whole

    def __getitem__(self, ident: str) -> T:
        self._reads.now.add(f"{self._before}{ident}{self._after}")
        return super().__getitem__(ident)

    def get(self, ident: str, default: Any = None) -> Any:
        self._reads.now.add(f"{self._before}{ident}{self._after}")
        return super().get(ident, default)

    def __iter__(self) -> Iterator[str]:
        self._reads.now.add(self._whole)
        return super().__iter__()

    def values(self) -> ValuesView[T]:  # type: ignore[override]
        self._reads.now.add(self._whole)
        return super().values()

    def items(self) -> ItemsView[str, T]:  # type: ignore[override]
        self._reads.now.add(self._whole)
        return super().items()


class Referring(ById[list[T]]):
    """Lists of what refers to each record of the kind `to`, out of those of the kind `by`: of any, if that is empty.

    A record that nothing refers to has an empty list.
    """

    def __init__(self, reads: Reads, to: str, by: str) -> None:
        super().__init__(reads, f"{to}/", f"<{by}", by or ANY)

    def __missing__(self, ident: str) -> list[T]:
        return []

    def add(self, ident: str, item: T) -> None:
        """Add item to the list of what refers to ident, unless it is its last already."""
        found = self.setdefault(ident, [])
        if not found or found[-1] != item:
            found.append(item)


def by_id(reads: Reads, kind: str, found: Mapping[str, T]) -> ById[T]:
    """Return what was found of each record of a kind."""
    made: ById[T] = ById(reads, f"{kind}/", "", kind)
    made.update(found)
    return made


def watched(library: Library, reads: Reads) -> Library:
    """Return a library of the same records that notes which are looked up."""
    return replace(library, records={kind: by_id(reads, kind, found) for kind, found in library.records.items()})


def changed_by(record: str, references: Iterable[str]) -> Iterator[str]:
    """Yield the notes of all that an edit of a record can change; record and what it refers to are `kind/id`."""
    kind = record.partition("/")[0]
    yield from (ANY, kind, record, f"{record}<{kind}")
    for reference in references:
        yield from (f"{reference}<{kind}", f"{reference}<")
