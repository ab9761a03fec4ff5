"""Records from JSON that `model_dump_json` made of validated ones: the same as validating it again, sooner."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from generator.records.models import Model

_Making = Callable[[Any], Any]
M = TypeVar("M", bound=Model)


def restored(model: type[M], values: Any) -> M:
    """Return the record of model that has these values; takes them over.

    Raises ValueError for what has not just the fields of the model, and TypeError for what is no mapping or list.
    """
    fields, makings, names = _shape(model)
    if not isinstance(values, dict) or values.keys() != fields:
        raise ValueError(f"no {model.__name__}")
    for name, making in makings:
        value = values[name]
        if value:
            values[name] = making(value)
        elif value is not None:
            values[name] = ()
    made = model.__new__(model)
    made.__setstate__(
        {"__dict__": values, "__pydantic_fields_set__": names, "__pydantic_extra__": None, "__pydantic_private__": None}
    )
    return made


@cache
def _shape(model: type[Model]) -> tuple[Any, list[tuple[str, _Making]], set[str]]:
    """Return the names of the fields, and what makes the values of those that JSON has no type for."""
    found = [(name, _making(field.annotation)) for name, field in model.model_fields.items()]
    return model.model_fields.keys(), [(name, making) for name, making in found if making], set(model.model_fields)


def _making(annotation: Any) -> _Making | None:
    """Return what makes a value of a field's type: a part of a record, a tuple of parts, a tuple of values, or None."""
    for part in get_args(annotation):
        making = _making(part)
        if making:
            return _each(making) if getattr(annotation, "__origin__", None) is tuple else making
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return lambda values: restored(annotation, values)
    return tuple if getattr(annotation, "__origin__", None) is tuple else None


def _each(making: _Making) -> _Making:
    return lambda values: tuple([making(value) for value in values])
