"""What pydantic found wrong with a record, in an editor's words: where, what, and what to write instead."""

from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.records.models import Model
from generator.records.values import nearest
from generator.records.yamlfile import Path

_LIMITS = {
    "string_too_short": "is empty; fill it in",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "greater_than_equal": "is below {ge}",
    "less_than_equal": "is above {le}",
    "finite_number": "is not a number; write digits: 6000 or 12.5",
}


def explain(model: type[Model], detail: ErrorDetails) -> tuple[Path, str, str]:
    """Return (path of the value, message, rule's name) for one error of validating a record as model."""
    kind, path, given = detail["type"], detail["loc"], detail["input"]
    name = _name(path)
    if kind == "missing":
        return path, f"'{name}' is missing: {_help(model, path)}", "missing-field"
    if kind == "extra_forbidden":
        return (*path[:-1], f"key:{path[-1]}"), _unknown(model, path), "unknown-field"
    if "-" in kind:
        return path, f"{name}: {detail['msg']}", kind
    if given is None:
        return path, f"'{name}' is empty; fill it in or delete the line", "empty-value"
    if kind == "string_pattern_mismatch":
        return path, f"{name}: {_pattern(given, detail['ctx']['pattern'])}", "bad-id"
    if kind in _LIMITS:
        return path, f"'{name}' {_LIMITS[kind].format(**detail.get('ctx', {}))}", "out-of-range"
    return path, f"'{name}' {_wanted(model, kind, path, given)}", "wrong-type"


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


def model_in(annotation: Any) -> type[Model] | None:
    """Return the model that an annotation such as `tuple[Figure, ...]` or `Place | None` holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for found in map(model_in, get_args(annotation)) if found), None)


def _field(model: type[Model], path: Path) -> FieldInfo | None:
    named = [index for index, step in enumerate(path) if isinstance(step, str)]
    until = path[: named[-1] + 1] if named else ()
    return _parent(model, until).model_fields.get(str(until[-1])) if until else None


def _help(model: type[Model], path: Path) -> str:
    field = _field(model, path)
    return (field.description if field else None) or "fill it in"


def _unknown(model: type[Model], path: Path) -> str:
    fields = list(_parent(model, path).names())
    hint = nearest(str(path[-1]), fields) or f"; the fields here are {', '.join(fields)}"
    return f"there is no field '{str(path[-1])[:100]}'{hint}"


def _pattern(given: Any, pattern: str) -> str:
    said = f"'{str(given)[:100]}'"
    if "a-f" in pattern:
        return f"{said} is not a SHA-256 sum: 64 digits 0-9, a-f"
    if "a-z]{2,3}" in pattern:
        return f"{said} is not a language code; write en, uk, de"
    if "A-Z" in pattern:
        return f"{said} is not a country code; write two capitals: TR, NO"
    return f"{said} is not an id; write lower-case letters, digits and single hyphens: united-nations"


def _wanted(model: type[Model], kind: str, path: Path, given: Any) -> str:
    if kind == "string_type" and isinstance(given, dict):
        return "must be text; put quotes around text that holds ': '"
    if kind in ("string_type", "string_unicode"):
        return "must be text, not a list"
    if kind.startswith("bool"):
        return "must be true or false"
    if kind.startswith(("float", "int")):
        said = given if isinstance(given, str) else "a list"
        return f"must be a number, not '{str(said)[:40]}'; write digits without separators: 6000 or 12.5"
    field = _field(model, path)
    inner = model_in(field.annotation) if field else None
    if kind == "tuple_type":
        return f"must be a list; write each {'item' if inner else 'value'} on its own line, after '- '"
    return f"must hold 'key: value' lines: {', '.join(inner.names()) if inner else 'see the schema'}"
