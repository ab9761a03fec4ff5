"""What a record refers to and rests on, found by the models' own annotations."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records.models import Evidence, Model, model_in
from generator.records.yamlfile import Path

_Step = tuple[str, str, bool]
"""A field, what it holds (a kind of record, `evidence`, or nothing for another model), whether it is a list."""


def references(model: Model, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield (path, kind, id) of every record that model names."""
    for name, kind, many in _plan(type(model)):
        value = getattr(model, name)
        if not value:
            continue
        here = (*path, name)
        if kind and kind != "evidence":
            if many:
                yield from (((*here, index), kind, ident) for index, ident in enumerate(value))
            else:
                yield here, kind, value
        elif many:
            for index, item in enumerate(value):
                yield from references(item, (*here, index))
        else:
            yield from references(value, here)


def evidence(model: Model, path: Path = ()) -> Iterator[tuple[Path, tuple[Evidence, ...]]]:
    """Yield (path, evidence) of every claim in model, empty lists included."""
    for name, kind, many in _plan(type(model)):
        value = getattr(model, name)
        if kind == "evidence":
            yield (*path, name), value
        elif not kind and value:
            for index, item in enumerate(value if many else (value,)):
                yield from evidence(item, (*path, name, index) if many else (*path, name))


@cache
def _plan(model: type[Model]) -> tuple[_Step, ...]:
    steps = []
    for name, field in model.model_fields.items():
        inner, many = _inner(field.annotation)
        kind = _noted(field, "ref")
        if kind:
            steps.append((name, kind, many))
        elif inner is not None:
            steps.append((name, "evidence" if inner is Evidence else "", many))
    return tuple(steps)


def _inner(annotation: Any) -> tuple[type[Model] | None, bool]:
    many = get_origin(annotation) is tuple
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation, many
    found = [_inner(part)[0] for part in get_args(annotation)]
    return next((model for model in found if model), None), many


def prose(model: type[Model], path: Path) -> str:
    """Return `quote` or `own` for a path to an article's words or the editor's in a record of model, else nothing."""
    *above, name = [step for step in path if isinstance(step, str)]
    for step in above:
        model = model_in(model.model_fields[step].annotation) or model
    return _noted(model.model_fields[name], "prose")


def _noted(field: FieldInfo, name: str) -> str:
    """Return what `values` notes under name of the kind of value that a field, or each item of its list, is."""
    return _note(field.json_schema_extra, name) or _note_in(field.annotation, name)


def _note(extra: Any, name: str) -> str:
    return str(extra.get(name, "")) if isinstance(extra, dict) else ""


def _note_in(annotation: Any, name: str) -> str:
    if get_origin(annotation) is Annotated:
        notes = [_note(part.json_schema_extra, name) for part in annotation.__metadata__ if isinstance(part, FieldInfo)]
    else:
        notes = [_note_in(part, name) for part in get_args(annotation)]
    return next((note for note in notes if note), "")
