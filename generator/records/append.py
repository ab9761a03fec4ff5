"""Add items to a list in YAML text by inserting lines, so that nothing an editor wrote is moved or re-quoted."""

import re
from collections.abc import Callable, Sequence
from textwrap import indent
from typing import Any

import yaml

from generator.records import yamlfile
from generator.records.yamlfile import Fault

_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML 1.1 counts as the end of a line."""

Emit = Callable[[yaml.Node], str]


class Lines:
    """Text that is addressed by YAML marks (line and column from 0)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _BREAK.finditer(text))]
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def offset(self, mark: yaml.Mark) -> int:
        return min(self.starts[min(mark.line, len(self.starts) - 1)] + mark.column, len(self.text))

    def after_line(self, offset: int) -> int:
        """Return where the line after the one at offset starts; offset itself if it starts a line."""
        return next((start for start in self.starts if start >= offset), len(self.text))

    def insert(self, offset: int, added: str) -> str:
        return self.text[:offset] + added.replace("\n", self.newline) + self.text[offset:]

    def insert_lines(self, offset: int, lines: str) -> str:
        """Insert whole lines below the line at offset, which may lack its line end."""
        at = self.after_line(offset)
        missing = at == len(self.text) and at > 0 and not _BREAK.match(self.text[at - 1])
        return self.insert(at, ("\n" if missing else "") + lines)


def append_nodes(text: str, path: yamlfile.Path, items: Sequence[yaml.Node], emit: Emit) -> str:
    """Return text with items added to the list at path. See `generator.records.write.append`."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    added = _append(text, path, items, emit) if items else text
    if yamlfile.load(added) != _expected(text, path, [yamlfile.load(emit(item)) for item in items]):
        raise Fault(*yamlfile.locate(text, path), "nothing can be added here; write the list with '- ' lines", "append")
    return mark + added


def _expected(text: str, path: yamlfile.Path, values: list[Any]) -> Any:
    data = yamlfile.load(text) or {}
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = (inside.get(path[-1]) or []) + values
    return data


def _append(text: str, path: yamlfile.Path, items: Sequence[yaml.Node], emit: Emit) -> str:
    place, root = Lines(text), yamlfile.compose(text)
    key = str(path[-1])
    if root is None:
        return place.insert_lines(len(text), _block(key, items, emit))
    parent = _parent(root, path)
    pair = next((pair for pair in parent.value if pair[0].value == key), None)
    if pair is None:
        return _add_key(place, parent, key, items, emit)
    if pair[1].start_mark.line < pair[0].start_mark.line:
        raise _fault(pair[0], f"'{key}' is an alias (*name) of another list; write it out")
    return _add_items(place, parent, pair, items, emit)


def _parent(root: yaml.Node, path: yamlfile.Path) -> yaml.MappingNode:
    node = yamlfile.find(root, path[:-1])
    steps = [yamlfile.find(root, path[:length]) for length in range(len(path))]
    if not isinstance(node, yaml.MappingNode) or len({id(step) for step in steps}) < len(steps):
        raise _fault(node, f"there is no place here for '{path[-1]}'")
    return node


def _add_key(place: Lines, parent: yaml.MappingNode, key: str, items: Sequence[yaml.Node], emit: Emit) -> str:
    if parent.flow_style:
        return _into_brackets(place, parent, f"{key}: [{flow(items, emit)}]")
    lines = indent(_block(key, items, emit), " " * parent.start_mark.column)
    return place.insert_lines(end_of(place, parent), lines)


def _add_items(
    place: Lines,
    parent: yaml.MappingNode,
    pair: tuple[yaml.Node, yaml.Node],
    items: Sequence[yaml.Node],
    emit: Emit,
) -> str:
    key, node = pair
    if isinstance(node, yaml.SequenceNode) and node.flow_style and not (node.value or parent.flow_style):
        return _open_up(place, key, node, items, emit)
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        return _into_brackets(place, node, flow(items, emit))
    if isinstance(node, yaml.SequenceNode):
        lines = indent(_dashes(items, emit), " " * node.start_mark.column)
        return place.insert_lines(end_of(place, node), lines)
    if not isinstance(node, yaml.ScalarNode) or node.value not in ("", "~", "null", "Null", "NULL"):
        raise _fault(node, f"'{key.value}' is no list")
    start, end = place.offset(node.start_mark), place.offset(node.end_mark)
    if start < end or parent.flow_style:
        return place.text[:start] + f"{' ' * (start == end)}[{flow(items, emit)}]" + place.text[end:]
    return place.insert_lines(end, _under(key, items, emit))


def _open_up(place: Lines, key: yaml.Node, node: yaml.Node, items: Sequence[yaml.Node], emit: Emit) -> str:
    """Begin `key: []` as a list of lines below it."""
    start, end = place.offset(node.start_mark), place.offset(node.end_mark)
    rest = place.text[end : place.after_line(end)]
    if "#" in place.text[start:end] or (rest.strip() and not rest.strip().startswith("#")):
        return _into_brackets(place, node, flow(items, emit))
    emptied = Lines(place.text[:start].rstrip(" ") + place.text[end:])
    return emptied.insert_lines(len(place.text[:start].rstrip(" ")), _under(key, items, emit))


def _into_brackets(place: Lines, node: yaml.Node, added: str) -> str:
    close = place.offset(node.end_mark) - 1
    if not node.value:
        return place.insert(close, added)
    last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    between = re.sub(r"#[^\n\r]*", "", place.text[place.offset(last.end_mark) : close])
    return place.insert(close, f"{' ' if ',' in between else ', '}{added}")


def _block(key: str, items: Sequence[yaml.Node], emit: Emit) -> str:
    return f"{key}:\n{indent(_dashes(items, emit), '  ')}"


def _under(key: yaml.Node, items: Sequence[yaml.Node], emit: Emit) -> str:
    return indent(_dashes(items, emit), " " * (key.start_mark.column + 2))


def _dashes(items: Sequence[yaml.Node], emit: Emit) -> str:
    return emit(yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=False))


def flow(items: Sequence[yaml.Node], emit: Emit) -> str:
    """Return items as they stand between the brackets of a list."""
    for item in items:
        _flatten(item)
    text = emit(yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=True))
    return text.strip()[1:-1]


def _flatten(node: Any) -> None:
    if isinstance(node, yaml.ScalarNode):
        node.style = '"' if "\n" in node.value else node.style
    else:
        node.flow_style = True
        for child in (part for item in node.value for part in (item if isinstance(item, tuple) else (item,))):
            _flatten(child)


def end_of(place: Lines, node: Any) -> int:
    """Return where the last thing written in node ends; a collection's own mark lies below the comments after it."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return place.offset(node.end_mark)


def _fault(node: yaml.Node, message: str) -> Fault:
    return Fault(node.start_mark.line + 1, node.start_mark.column + 1, message, "append")
