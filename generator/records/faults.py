"""What pydantic found wrong with a record, in an editor's words: where, what, and what to write instead."""

import re
import unicodedata
from difflib import get_close_matches
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.records.datehint import hint
from generator.records.models import Model, model_in
from generator.records.values import nearest
from generator.records.yamlfile import Path

_LIMITS = {
    "string_too_short": "is empty; fill it in",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "greater_than_equal": "is {given}, below {ge}; write {ge} or more",
    "less_than_equal": "is {given}, above {le}; write {le} or less",
    "finite_number": "is not a number; write digits: 6000 or 12.5",
}


def explain_all(model: type[Model], details: list[ErrorDetails]) -> list[tuple[Path, str, str]]:
    """Return what `explain` does for each error; a required field that was mistyped is told once, where it stands."""
    mistyped = {(*d["loc"][:-1], _nearest_field(model, d["loc"])) for d in details if d["type"] == "extra_forbidden"}
    return [explain(model, d) for d in details if d["type"] != "missing" or d["loc"] not in mistyped]


def _nearest_field(model: type[Model], path: Path) -> str:
    close = get_close_matches(str(path[-1])[:200], _parent(model, path).names(), n=1)
    return close[0] if close else ""


def explain(model: type[Model], detail: ErrorDetails) -> tuple[Path, str, str]:
    """Return (path of the value, message, rule's name) for one error of validating a record as model."""
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    name = _name(path)
    if kind == "missing":
        return path, f"'{name}' is missing: add '{path[-1]}:' here. {_help(model, path)}", "missing-field"
    if kind == "extra_forbidden":
        return (*path[:-1], f"key:{path[-1]}"), _unknown(model, path), "unknown-field"
    if kind == "bad-date":
        return path, f"{name}: {_dated(str(given), detail['msg'])}", kind
    if "-" in kind:
        return path, f"{name}: {detail['msg']}", kind
    if given is None:
        return path, f"'{name}' is empty; fill it in or delete the line", "empty-value"
    if kind == "string_pattern_mismatch":
        return path, f"{name}: {_pattern(given, detail['ctx']['pattern'])}", "bad-id"
    if kind in _LIMITS:
        return path, f"'{name}' {_LIMITS[kind].format(**detail.get('ctx', {}), given=_short(given))}", "out-of-range"
    return path, f"'{name}' {_wanted(model, kind, path, given)}", "wrong-type"


def _dated(given: str, said: str) -> str:
    meant = hint(given)
    return f"'{_short(given)}' is not a date as records write it; did you mean {meant}?" if meant else said


def _short(given: Any) -> str:
    return str(given)[:100]


def _name(path: Path) -> str:
    """Return the field that path leads to, and the item's number in it: `figures 2`, `quote`."""
    fields = [step for step in path if isinstance(step, str)]
    number = f" {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    return f"{fields[-1] if fields else 'the record'}{number}"


def _parent(model: type[Model], path: Path) -> type[Model]:
    """Return the model whose field path ends in."""
    for step in path[:-1]:
        if isinstance(step, str):
            model = model_in(model.model_fields[step].annotation) or model
    return model


def _field(model: type[Model], path: Path) -> FieldInfo | None:
    named = [index for index, step in enumerate(path) if isinstance(step, str)]
    until = path[: named[-1] + 1] if named else ()
    return _parent(model, until).model_fields.get(str(until[-1])) if until else None


def _help(model: type[Model], path: Path) -> str:
    field = _field(model, path)
    return (field.description if field else None) or "fill it in"


def _unknown(model: type[Model], path: Path) -> str:
    here, name = _parent(model, path), str(path[-1])
    if not name.isascii():
        odd = next(char for char in name if not char.isascii())
        called = f"{unicodedata.name(odd, 'character').lower()}, U+{ord(odd):04X}"
        return f"the field's name holds an unusual character ({called}); type name and spaces before it anew"
    fields = list(here.names())
    owner = next((field for field in fields if name in _names_in(here, field)), None)
    told = f"; it belongs to '{owner}': indent it as the lines of that" if owner else nearest(name, fields)
    return f"there is no field '{_short(name)}' here" + (told or f"; the fields are {', '.join(fields)}")


def _names_in(model: type[Model], field: str) -> tuple[str, ...]:
    inner = model_in(model.model_fields[field].annotation)
    return inner.names() if inner else ()


def _pattern(given: Any, pattern: str) -> str:
    said = f"'{_short(given)}'"
    if "a-f" in pattern:
        return f"{said} is not a SHA-256 sum: 64 digits 0-9, a-f"
    if "a-z]{2,3}" in pattern:
        return f"{said} is not a language code; write en, uk, de"
    from slugify import slugify

    slug = slugify(re.sub(r"\.ya?ml$", "", _short(given))) or "united-nations"
    return f"{said} is not an id: lower-case letters, digits and single hyphens, such as {slug}"


def _wanted(model: type[Model], kind: str, path: Path, given: Any) -> str:
    if kind == "string_type" and isinstance(given, dict):
        return "must be text; put quotes around text that holds ': '"
    if kind in ("string_type", "string_unicode"):
        return "must be text, not a list"
    if kind.startswith("bool"):
        return "must be true or false"
    if kind.startswith(("float", "int")):
        said = given if isinstance(given, str) else "a list"
        told = f"must be a number, not '{str(said)[:40]}'; write digits without separators: 6000 or 12.5"
        beside = "bound" in _parent(model, path).names()
        return told + ("; words like 'about' go to 'bound', a range's end to 'upper', '%' to 'unit'" if beside else "")
    field = _field(model, path)
    inner = model_in(field.annotation) if field else None
    if kind == "tuple_type":
        return _listed(given, inner)
    return _fielded(given, inner) if inner else "must hold 'key: value' lines; see the schema"


def _fielded(given: Any, inner: type[Model]) -> str:
    needed = [name for name, field in inner.model_fields.items() if field.is_required()]
    if not isinstance(given, str) or not needed:
        return f"must hold 'key: value' lines: {', '.join(inner.names())}"
    values = [_short(given)] if len(needed) == 1 else ["…"] * len(needed)
    pairs = ", ".join(f"{name}: {value}" for name, value in zip(needed, values, strict=True))
    return f"must name its fields, which are {', '.join(inner.names())}; write {{{pairs}}}"


def _listed(given: Any, inner: type[Model] | None) -> str:
    if isinstance(given, str) and not inner:
        return f"must be a list; write [{_short(given).strip('[]')}]"
    if isinstance(given, dict) and given:
        return f"must be a list; write '- ' before '{_short(next(iter(given)))}', and its other lines below that word"
    if inner:
        needed = [name for name, field in inner.model_fields.items() if field.is_required()]
        return f"must be a list of items, each begun with '- ' and holding {' and '.join(needed) or 'its fields'}"
    return "must be a list; write each value on its own line, after '- '"
