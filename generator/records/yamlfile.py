"""YAML in: one loader, safe and literal, in which every value knows its line and column.

Scalars stay the text that was written (`NO` is Norway, `0123` is text); an empty value, `~` and `null` are None;
duplicate keys, tags and runaway aliases are refused.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from generator.records import syntax

_TEXT = "tag:yaml.org,2002:str"
_TAGS = {
    yaml.ScalarNode: _TEXT,
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """Composes nodes without guessing at types: every scalar is text. Uses libyaml where PyYAML has it."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:  # noqa: ARG002 - PyYAML's
        return _TAGS[kind]

    def descend_resolver(self, parent: Any, index: Any) -> None:
        """Do nothing: there are no resolvers by path."""

    def ascend_resolver(self) -> None:
        """Do nothing: there are no resolvers by path."""


Path = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_VALUES = 50_000
"""A record of this many values is an attack or a mistake: ten aliases of ten, five levels deep, is past it."""
MAX_DEPTH = 40

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 does not take for text: https://yaml.org/spec/1.1/#c-printable"""

_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass
class Fault(Exception):
    """What stops a file from being read: where (from 1), why, and the rule's name."""

    line: int
    column: int
    message: str
    rule: str = "yaml-syntax"


def compose(text: str) -> yaml.Node | None:
    """Return the YAML node tree of text, None for an empty one. Raises Fault."""
    if len(text) > MAX_BYTES:
        raise Fault(1, 1, f"the file is longer than {MAX_BYTES:,} characters; split it", "yaml-size")
    if marks := _CONFLICT.search(text):
        line = text.count("\n", 0, marks.start()) + 1
        raise Fault(
            line, 1, "git could not merge this: keep one side and delete the lines <<<<<<<, ======= and >>>>>>>"
        )
    try:
        _check_depth(text)
        loader = Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise _fault(error, text) from None
    return node


def _check_depth(text: str) -> None:
    """Refuse nesting that would overflow the composer's stack; only text with very many openers can have it."""
    if sum(text.count(opener) for opener in "[{-?") < 2000:
        return
    depth = 0
    for event in yaml.parse(text, Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > 1000:
            raise Fault(1, 1, f"nested deeper than {MAX_DEPTH} levels", "yaml-size")


def construct(node: yaml.Node | None) -> Any:
    """Return node's value in dicts, lists, text and None. Raises Fault for duplicate keys, tags and alias bombs."""
    budget = [MAX_VALUES]
    return None if node is None else _construct(node, budget, ())


def load(text: str) -> Any:
    """Return the value of YAML text. Raises Fault."""
    value = construct(compose(text))
    if cut := syntax.comment(text, Loader):
        raise Fault(*cut)
    return value


def locate(text: str, path: Path) -> tuple[int, int]:
    """Return line and column (from 1) of the value at path, or of its nearest parent that is there.

    A path that ends in "key:NAME" asks for the key itself, as an unknown field does.
    """
    return locate_all(text, [path])[0]


def locate_all(text: str, paths: Iterable[Path]) -> list[tuple[int, int]]:
    """Return what `locate` does for each of paths."""
    root = compose(text)
    return [_place(find(root, path)) if root else (1, 1) for path in paths]


def find(node: yaml.Node, path: Path) -> yaml.Node:
    """Return the node at path, or its nearest parent that is there."""
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return node


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    child: yaml.Node
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        name = str(step)
        for key, value in node.value:
            if key.value == name.removeprefix("key:"):
                child = key if name.startswith("key:") or _is_empty(value) else value
                return child
    return None


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""


def _construct(node: yaml.Node, budget: list[int], above: tuple[int, ...]) -> Any:
    if type(node) is yaml.ScalarNode:
        return _scalar(node)
    budget[0] -= len(node.value) + 1
    if budget[0] < 0:
        raise _at(node, f"more than {MAX_VALUES:,} values, aliases (*name) written out; use none", "yaml-size")
    if id(node) in above:
        raise _at(node, "an alias (*name) that contains itself; write the value plainly", "yaml-alias")
    if len(above) > MAX_DEPTH:
        raise _at(node, f"nested deeper than {MAX_DEPTH} levels", "yaml-size")
    if node.tag != _TAGS[type(node)]:
        raise _at(node, f"{node.tag} is a YAML tag, which is not read; delete it", "yaml-tag")
    inside = (*above, id(node))
    if type(node) is yaml.SequenceNode:
        return [_construct(item, budget, inside) for item in node.value]
    return _mapping(node, budget, inside)


def _mapping(node: yaml.Node, budget: list[int], inside: tuple[int, ...]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not yaml.ScalarNode:
            raise _at(key, "a key must be a word, not a list or a mapping", "yaml-key")
        if key.value.startswith("-"):
            raise _at(key, f"a space is missing behind the hyphen; write - {key.value[1:101]}:", "yaml-syntax")
        if key.value == "<<":
            raise _at(key, "merge keys (<<) are not read; write the values plainly", "yaml-key")
        if key.value in result:
            first = next(one.start_mark.line + 1 for one, _ in node.value if one.value == key.value)
            raise _at(key, f"'{key.value}' stands twice here, first in line {first}; keep one", "duplicate-key")
        result[key.value] = _scalar(value) if type(value) is yaml.ScalarNode else _construct(value, budget, inside)
    return result


def _scalar(node: yaml.ScalarNode) -> str | None:
    if node.tag != _TEXT:
        raise _at(node, f"{node.tag} is a YAML tag; put quote marks around text that begins with !", "yaml-tag")
    value: str = node.value
    return None if value in _NULLS and not node.style else value


def _at(node: yaml.Node, message: str, rule: str) -> Fault:
    return Fault(*_place(node), message, rule)


def _fault(error: yaml.YAMLError, text: str) -> Fault:
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return _unprintable(text)
    said = str(getattr(error, "problem", None) or "this cannot be read").replace("\n", " ")
    began = (begun.line, begun.column) if begun else None
    return Fault(*syntax.slip(syntax.Failure(text, Loader, said, mark.line, mark.column, began)))


def _unprintable(text: str) -> Fault:
    found = _UNPRINTABLE.search(text)
    start = found.start() if found else 0
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    code = f" (U+{ord(found[0]):04X})" if found else ""
    return Fault(line, column, f"a character{code} that YAML does not allow; delete it")
