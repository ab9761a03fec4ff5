"""Records to YAML text, the same text for the same record, and files written whole or not at all."""

from collections.abc import Collection, Sequence
from typing import Any

import yaml

from generator.records import yamlfile
from generator.records.amend import put_node
from generator.records.append import append_nodes
from generator.records.atomic import write_atomic
from generator.records.emit import emit
from generator.records.models import MODELS, Model, Record

__all__ = ["append", "dump", "put", "write_atomic"]

_FLOW_WIDTH = 100
_PREFIX = "tag:yaml.org,2002:"


def dump(record: Record) -> str:
    """Return the record as YAML: fields in the models' order, no defaults, evidence in double quotes."""
    kind = next(kind for kind, model in MODELS.items() if model is type(record))
    return f"# yaml-language-server: $schema=../schema/{kind}.json\n{emit(_node(record))}"


def append(text: str, path: yamlfile.Path, items: Sequence[Model | str]) -> str:
    """Return YAML text with items added to the end of the list at path; every other line stays as it is.

    path ends in the list's key; a list that is missing or empty is begun. In a list in brackets only the line with
    the bracket changes. Raises yamlfile.Fault where there is no such place.
    """
    return append_nodes(text, path, [_plain_node(item) for item in items], emit)


def put(text: str, path: yamlfile.Path, value: Any, ahead: Collection[str] = ()) -> str:
    """Return YAML text with value at path, whose last step is a mapping's key; every other line stays as it is.

    ahead: the keys behind the last of which the key is written if it is missing. An empty list takes the key away.
    Raises yamlfile.Fault where the value cannot be changed in its place.
    """
    return put_node(text, path, _value(str(path[-1]), value), ahead, emit)


def _plain_node(item: Model | str) -> yaml.Node:
    return _node(item) if isinstance(item, Model) else _text(item)


def _node(model: Model) -> yaml.MappingNode:
    pairs = [(_text(name), _value(name, getattr(model, name))) for name in model.names() if _is_told(model, name)]
    node = yaml.MappingNode(f"{_PREFIX}map", pairs, flow_style=False)
    node.flow_style = all(_is_short(value) for _, value in pairs) and len(emit(node)) <= _FLOW_WIDTH
    node.flow_style = node.flow_style and not isinstance(model, Record)
    return node


def _is_told(model: Model, name: str) -> bool:
    field = type(model).model_fields[name]
    return field.is_required() or bool(getattr(model, name) != field.default)


def _is_short(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style not in ("|", '"')


def _value(name: str, value: Any) -> yaml.Node:
    if isinstance(value, Model):
        return _node(value)
    if isinstance(value, tuple):
        return _list([_value("", item) for item in value])
    if isinstance(value, bool):
        return _scalar("true" if value else "false")
    if isinstance(value, float | int):
        return _scalar(repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value))
    if name in ("date", "published", "period"):
        return _scalar(value)
    return _text(value, '"' if name == "quote" else None)


def _list(items: list[yaml.Node]) -> yaml.SequenceNode:
    node = yaml.SequenceNode(f"{_PREFIX}seq", items, flow_style=True)
    node.flow_style = all(_is_short(item) for item in items) and len(emit(node)) <= _FLOW_WIDTH
    return node


def _scalar(value: str) -> yaml.ScalarNode:
    """Return a node that is written without quotes."""
    return yaml.ScalarNode(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False)), value)


_RESOLVER: Any = yaml.resolver.Resolver()


def _text(value: str, style: str | None = None) -> yaml.ScalarNode:
    if "\n" in value and not style:
        style = '"' if value != value.strip() or " \n" in value else "|"
    return yaml.ScalarNode(f"{_PREFIX}str", value, style=style)
