"""Trace: what each page was made of the last time, kept in build/trace.json, so that an edit gathers few pages again.

An edit changes the record that it is made in, and the lists of what refers to the records that it names (see `reads`).
What adds, removes or renames records is not traced: all pages are gathered again.
"""

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.project import Project
from generator.records import walk
from generator.records.atomic import write_atomic
from generator.records.library import Library
from generator.records.texts import Texts
from generator.site.reads import changed_by


class Trace:
    """Which pages can be other than the last time.

    State: `records` has the sum of each and what it refers to; `pages` the files that each was made into, and the
    notes of what it was made of, as their numbers in `notes`.
    """

    def __init__(self, project: Project, library: Library, texts: Texts, salt: str) -> None:
        """Look for what changed since; salt is all that pages are made of beside records and articles' texts."""
        self._path = project.build / "trace.json"
        self._before = _state(self._path, _shape(library, salt))
        self._numbers = {note: number for number, note in enumerate(self._before["notes"])}
        self._records: dict[str, Any] = {}
        self._pages: dict[str, Any] = {}
        changed: set[str] = set()
        for name, found in _sums(library, texts):
            known = self._before["records"].get(name)
            if known is None or known[0] != found or not found:
                refers = _references(library, name)
                changed.update(changed_by(name, refers if known is None else {*refers, *known[1]}))
                known = [found, refers]
            self._records[name] = known
        self._changed = {self._numbers[note] for note in changed & self._numbers.keys()}
        self._is_new = bool(changed)

    def keeps(self, page: str) -> list[str]:
        """Return the files that a page was made into, if nothing changed that it was made of, else none."""
        known = self._before["pages"].get(page)
        if known is None or not self._changed.isdisjoint(known[1]):
            return []
        self._pages[page] = known
        return list(known[0])

    def note(self, page: str, files: list[str], made_of: Iterable[str]) -> None:
        """Keep what a page was made into, and what was looked up for it."""
        numbers = self._numbers
        self._is_new = True
        self._pages[page] = [files, [numbers.setdefault(note, len(numbers)) for note in made_of]]

    def save(self) -> None:
        """Write everything down for the next time."""
        if self._is_new:
            now = {**self._before, "notes": list(self._numbers), "records": self._records, "pages": self._pages}
            write_atomic(self._path, json.dumps(now), durable=False)


def _state(path: Path, shape: str) -> dict[str, Any]:
    """Return what was written down of the same records, else an empty state."""
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError):
        state = None
    if isinstance(state, dict) and state.get("shape") == shape:
        return state
    return {"shape": shape, "notes": [], "records": {}, "pages": {}}


def _shape(library: Library, salt: str) -> str:
    """Return a digest of what all pages depend on: the salt, which records there are, and their former ids."""
    found = [
        (kind, [(ident, record.former_ids) for ident, record in records.items()])
        for kind, records in library.records.items()
    ]
    return blake2b((salt + json.dumps(found)).encode(), digest_size=12).hexdigest()


def _sums(library: Library, texts: Texts) -> Iterable[tuple[str, str]]:
    """Yield `kind/id` and the sum of each record, with that of an article's text; empty where it is not known."""
    for kind, records in library.records.items():
        for ident in records:
            name = f"{kind}/{ident}"
            text = f" {texts.key(library.articles[ident])}" if kind == "articles" else ""
            yield name, library.sums.get(name, "") and library.sums[name] + text


def _references(library: Library, name: str) -> list[str]:
    """Return `kind/id` of what a record refers to, by the ids under which it is filed now."""
    kind, _, ident = name.partition("/")
    found = walk.references(library.records[kind][ident])
    return sorted({f"{to}/{library.resolve(to, other) or other}" for _, to, other in found})
