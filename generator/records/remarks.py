"""What an editor may not have meant in a sound record: fields left empty, and text that a comment may cut short."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.records import walk, yamlfile
from generator.records.models import Record

Remark = tuple[int, int, str, str]
"""Line and column, from 1, the message, and the rule's name."""

_COMMENT = re.compile(r"[ \t]+#")
_ENDS = (
    "the text ends before this #, which begins a comment: put quote marks around all of it, or, if it is a comment,"
    " around the text before it"
)


def find(model: type[Record], text: str, data: Any) -> Iterator[Remark]:
    """Yield what is to be told of the YAML text of a record of model; data is what it holds."""
    if not (_COMMENT.search(text) or _lacks(data)):
        return
    root = yamlfile.compose(text)
    for path, key, node in _plain(root, (), root) if root else ():
        comment = _COMMENT.match(text, node.end_mark.index)
        if node.value == "" and key is not node:
            told = f"'{path[-1]}' has no value, as if it were not there; fill it in or delete the line"
            yield key.start_mark.line + 1, key.start_mark.column + 1, told, "left-empty"
        elif comment and node.value and walk.is_prose(model, path):
            column = node.end_mark.column + len(comment[0])
            yield node.end_mark.line + 1, column, _ENDS, "comment-in-text"


def _lacks(data: Any) -> bool:
    """Tell whether a value is missing anywhere in data."""
    if isinstance(data, dict):
        return any(map(_lacks, data.values()))
    return any(map(_lacks, data)) if isinstance(data, list) else data is None


def _plain(node: yaml.Node, path: yamlfile.Path, key: yaml.Node) -> Iterator[tuple[yamlfile.Path, yaml.Node, Any]]:
    """Yield path, key (itself in a list) and node of every scalar without quote marks."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _plain(value, (*path, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _plain(item, (*path, index), item)
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        yield path, key, node
