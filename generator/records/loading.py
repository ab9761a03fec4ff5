"""Every record file of a project to its record; a file is parsed again only when it changed."""

import gc
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import NamedTuple

from generator.problems import Problem
from generator.project import KINDS, Project
from generator.records import recordfile
from generator.records.cache import Cache, stamp
from generator.records.models import MODELS, Record
from generator.records.restore import restored
from generator.records.values import nearest

Records = dict[str, dict[str, Record]]
_Row = tuple[str, ...]


class Loaded(NamedTuple):
    """Each kind's records by id, sorted; what is wrong with the files that hold none; remarks on the others.

    sums has each file's sum by `kind/id`.
    """

    records: Records
    problems: list[Problem]
    remarks: list[Problem]
    sums: dict[str, str]


def load(project: Project, cache: Cache) -> Loaded:
    """Return the records of a project, those whose files did not change from the cache."""
    with uncollected():
        try:
            return _load(project, cache)
        except ValueError:  # what is cached is no JSON or no records
            cache.drop("records", cache.all("records"))
            return _load(project, cache)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage while very many objects are made that stay, and hardly any in circles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(project: Project, cache: Cache) -> Loaded:
    known = cache.all("records")
    kept: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    records: Records = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    remarks: list[Problem] = []
    sums: dict[str, str] = {}
    changed: list[_Row] = []
    seen = set()
    problems += _misplaced(project)
    for kind, entry in _entries(project, problems):
        ident, name = entry.name.removesuffix(".yaml"), f"briefings/{kind}/{entry.name}"
        seen.add(name)
        row = _unchanged(entry, known.get(name), name, changed)
        if row is None:
            read = _parse(kind, entry, name, changed)
            told = read.problems
            if read.record is not None:
                records[kind][ident] = read.record
                sums[f"{kind}/{ident}"] = read.sha256
        else:
            told = [Problem(*fields) for fields in json.loads(row[3])]
            if row[2]:
                kept[kind][ident] = row[2]
                sums[f"{kind}/{ident}"] = row[1]
        (remarks if f"{kind}/{ident}" in sums else problems).extend(told)
    cache.put("records", changed)
    cache.drop("records", known.keys() - seen)
    for kind in KINDS:
        records[kind] = dict(sorted({**_restored(kind, kept[kind]), **records[kind]}.items()))
    return Loaded(records, problems, remarks, sums)


def _entries(project: Project, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield (kind, file) of each record file, sorted; hidden files are passed over, others become problems."""
    for kind in KINDS:
        folder = project.records / kind
        if folder.is_dir():
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.endswith(".yaml") and entry.name[0] != "." and entry.is_file(follow_symlinks=False):
                        yield kind, entry
                    elif entry.name[0] != ".":
                        name = f"briefings/{kind}/{entry.name}"
                        problems.append(Problem(name, 1, 1, "error", _stray(entry), "stray-file"))


def _misplaced(project: Project) -> Iterator[Problem]:
    """Yield the files and folders of briefings/ that look like records and lie where none are read."""
    if not project.records.is_dir():
        return
    own = [*KINDS, *(folder.name for folder in (project.pages, project.schema))]
    for path in sorted(project.records.iterdir()):
        if path.name in own or path.name[0] == ".":
            continue
        name = f"briefings/{path.name}"
        if path.is_dir() and next(path.rglob("*.y*ml"), None):
            meant = nearest(path.name, own) or f"; records lie in {', '.join(KINDS)}"
            yield Problem(name, 1, 1, "error", f"nothing in this folder is read{meant}", "stray-file")
        elif path.suffix.lower() in (".yaml", ".yml"):
            told = f"is not read here: move it into the folder of its kind ({', '.join(KINDS)})"
            yield Problem(name, 1, 1, "error", told, "stray-file")


def _stray(entry: os.DirEntry[str]) -> str:
    said = "is not read: a record is a plain file whose name ends in .yaml"
    stem, dot, suffix = entry.name.rpartition(".")
    if entry.is_symlink():
        return f"{said}, and this is a link; put the file itself here, or delete the link"
    if dot and suffix.lower() in ("yml", "yaml", "txt", "json") and entry.is_file():
        name = re.sub("[^a-z0-9-]+", "-", stem.removesuffix(".yaml").lower())
        return f"{said}; if this is a record, rename it to {name}.yaml, else move it out of this folder"
    return f"{said}; move it out of this folder"


def _unchanged(entry: os.DirEntry[str], row: _Row | None, name: str, changed: list[_Row]) -> _Row | None:
    """Return the cached row of a file if it still holds what it held then."""
    if row is None or (not row[2] and row[3] == "[]"):
        return None
    now = stamp(entry.stat())
    if now and row[0] == now:
        return row
    try:
        if hashlib.sha256(Path(entry.path).read_bytes()).hexdigest() != row[1]:
            return None
    except OSError:
        return None
    if now:
        changed.append((name, now, *row[1:]))
    return row


def _parse(kind: str, entry: os.DirEntry[str], name: str, changed: list[_Row]) -> recordfile.Read:
    now = stamp(entry.stat())
    read = recordfile.read(kind, entry.path, name)
    told = json.dumps([astuple(problem) for problem in read.problems])
    changed.append((name, now, read.sha256, read.data, told))
    return read


def _restored(kind: str, rows: dict[str, str]) -> dict[str, Record]:
    """Return the records of JSON that was made of valid ones. Raises ValueError for any other."""
    model = MODELS[kind]
    return {
        ident: restored(model, values)
        for ident, values in zip(rows, json.loads(f"[{','.join(rows.values())}]"), strict=True)
    }
