"""Put one value into YAML text by changing its place alone, so that nothing else an editor wrote is touched."""

from collections.abc import Collection
from typing import Any

import yaml

from generator.records import yamlfile
from generator.records.append import Emit, Lines, end_of, flow
from generator.records.yamlfile import Fault


def put_node(text: str, path: yamlfile.Path, node: yaml.Node, ahead: Collection[str], emit: Emit) -> str:
    """Return text with the value at path, whose last step is a mapping's key. See `generator.records.write.put`."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    root = yamlfile.compose(text)
    parent = yamlfile.find(root, path[:-1]) if root else None
    changed = text
    if isinstance(parent, yaml.MappingNode):
        changed = _put(Lines(text), parent, str(path[-1]), node, ahead, emit)
    if not _holds(changed, text, path, yamlfile.load(emit(node))):
        raise Fault(*yamlfile.locate(text, path), f"'{path[-1]}' cannot be changed here; write it by hand", "amend")
    return mark + changed


def _holds(changed: str, text: str, path: yamlfile.Path, value: Any) -> bool:
    """Tell whether changed has value at path and is as text otherwise."""
    try:
        (old, _), (new, put) = _without(text, path), _without(changed, path)
    except Fault:
        return False
    return bool(old == new and put == (value or None))


def _without(text: str, path: yamlfile.Path) -> tuple[Any, Any]:
    """Return the data in text without what stands at path, and what stands there; an empty list is nothing."""
    inside = data = yamlfile.load(text)
    for step in path[:-1]:
        inside = inside[step]
    return data, inside.pop(path[-1], None) or None


def _put(place: Lines, parent: yaml.MappingNode, key: str, node: yaml.Node, ahead: Collection[str], emit: Emit) -> str:
    """Return the text with node as key's value; the line of what becomes an empty list goes if it holds no more."""
    is_list = isinstance(node, yaml.SequenceNode)
    written = f"[{flow(node.value, emit)}]" if is_list else flow([node], emit) if parent.flow_style else emit(node)
    pair = next((pair for pair in parent.value if pair[0].value == key), None)
    if pair is None:
        before = [value for name, value in parent.value if name.value in ahead]
        at = end_of(place, before[-1]) if before else place.offset(parent.start_mark)
        return place.insert_lines(at, f"{' ' * parent.start_mark.column}{key}: {written.strip()}\n")
    start, end = place.offset(pair[1].start_mark), end_of(place, pair[1])
    below = place.after_line(end)
    if node.value == [] and not place.text[end:below].strip():
        return place.text[: place.offset(pair[0].start_mark) - pair[0].start_mark.column] + place.text[below:]
    return place.text[:start] + " " * (start == end) + written.strip() + place.text[end:]
