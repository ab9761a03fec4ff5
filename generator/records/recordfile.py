"""One record file: its name and its YAML text to a validated model, or to problems with their places."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.problems import Problem
from generator.records import faults, remarks, yamlfile
from generator.records.models import MODELS, Record
from generator.records.values import SLUG

_ID = re.compile(SLUG)
_RESERVED = {
    "index",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}
"""Names that an index page has, or that Windows keeps for devices."""


@dataclass(frozen=True)
class Read:
    """What one file gave: its record, with remarks as its problems, or None and every reason why it is none.

    sha256 is its bytes' sum, data the record as JSON.
    """

    record: Record | None
    problems: list[Problem]
    sha256: str = ""
    data: str = ""


def read(kind: str, path: str | Path, name: str) -> Read:
    """Return the record in path, or every reason why there is none; name is the path from the project's root."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - Path is slow, and this reads every record
            content = file.read()
    except OSError as error:
        return Read(None, [_problem(name, 1, 1, f"cannot be read: {error.strerror}", "yaml-encoding")])
    sha256 = hashlib.sha256(content).hexdigest()
    found = file_name_problem(kind, name, name.rpartition("/")[2].removesuffix(".yaml"))
    if found:
        return Read(None, [found], sha256)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = "this character is not UTF-8; save the file as UTF-8"
        return Read(None, [_problem(name, line, column, message, "yaml-encoding")], sha256)
    record, problems = parse(kind, text, name)
    return Read(record, problems, sha256, record.model_dump_json() if record else "")


def parse(kind: str, text: str, name: str) -> tuple[Record | None, list[Problem]]:
    """Return the record that text holds and remarks on it, or None and the problems, placed in the file called name."""
    try:
        data = yamlfile.load(text)
    except yamlfile.Fault as fault:
        return None, [_problem(name, fault.line, fault.column, fault.message, fault.rule)]
    if not isinstance(data, dict):
        said = "the file is empty" if data is None else "the file holds no 'key: value' lines"
        return None, [_problem(name, 1, 1, f"{said}; fill it in or delete it", "record-shape")]
    try:
        record = MODELS[kind].model_validate(data)
    except ValidationError as error:
        if other := _other_kind(kind, data):
            said = f"this looks like {other}; move it to briefings/{other.split()[-1]}s/"
            return None, [_problem(name, 1, 1, said, "record-shape")]
        return None, sorted(_located(name, text, MODELS[kind], error))
    found = remarks.find(MODELS[kind], text, data)
    return record, [Problem(name, line, column, "warning", told, rule) for line, column, told, rule in found]


def _other_kind(kind: str, data: dict[str, Any]) -> str:
    """Return `an event` where data has what that kind requires, not what its own does, and more of its fields."""
    if _required(kind) <= data.keys():
        return ""
    fits = {other: len(data.keys() & MODELS[other].names()) for other in MODELS if _required(other) <= data.keys()}
    other = max(fits, key=fits.__getitem__, default=kind)
    if fits.get(other, 0) <= len(data.keys() & MODELS[kind].names()):
        return ""
    return f"{'an' if other[0] in 'aei' else 'a'} {other.removesuffix('s')}"


def _required(kind: str) -> set[str]:
    return {name for name, field in MODELS[kind].model_fields.items() if field.is_required()}


def file_name_problem(kind: str, name: str, stem: str) -> Problem | None:
    """Return what is wrong with a record file's name, which is the record's id."""
    longest = 242 if kind == "positions" else 120
    if not _ID.fullmatch(stem) or len(stem) > longest:
        wanted = "lower-case letters, digits and hyphens, as in 2025-06-02-second-round-of-talks.yaml"
        return _problem(name, 1, 1, f"the file's name is the record's id: rename it to {wanted}", "bad-id")
    if stem in _RESERVED:
        return _problem(name, 1, 1, f"'{stem}' cannot be an id; rename the file", "bad-id")
    return None


def _located(name: str, text: str, model: type[Record], error: ValidationError) -> list[Problem]:
    explained = faults.explain_all(model, error.errors(include_url=False))
    places = yamlfile.locate_all(text, [path for path, _, _ in explained])
    return [
        _problem(name, line, column, message, rule)
        for (_, message, rule), (line, column) in zip(explained, places, strict=True)
    ]


def _problem(name: str, line: int, column: int, message: str, rule: str) -> Problem:
    return Problem(name, line, column, "error", message, rule)
