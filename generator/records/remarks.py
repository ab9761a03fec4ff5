"""What an editor may not have meant in a sound record: empty fields, text cut short by a comment, letters mixed up."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from generator.records import walk, yamlfile
from generator.records.models import Record

Remark = tuple[int, int, str, str]
"""Line and column, from 1, the message, and the rule's name."""

_COMMENT = re.compile(r"(?<![ \t])[ \t]+#")
_ENDS = (
    "the text ends before this #, which begins a comment: put quote marks around all of it, or, if it is a comment,"
    " around the text before it"
)


_OTHERS = "\u0400-\u04ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
"""Cyrillic, and what in Greek looks Latin."""
_LATIN = "A-Za-z\u00c0-\u024f"
_MIXED = re.compile(f"[{_OTHERS}](?=[{_LATIN}])|(?<=[{_LATIN}])[{_OTHERS}]")


def find(model: type[Record], text: str, data: Any) -> Iterator[Remark]:
    """Yield what is to be told of the YAML text of a record of model; data is what it holds."""
    has_comment, has_letters = " #" in text or "\t#" in text, not text.isascii() and _MIXED.search(text)
    if not (has_comment or has_letters or _lacks(data)):
        return
    root = yamlfile.compose(text)
    for path, key, node in _scalars(root, (), root) if root else ():
        comment, mixed = _COMMENT.match(text, node.end_mark.index), _MIXED.search(node.value)
        if node.value == "" and not node.style and key is not node:
            told = f"'{path[-1]}' has no value, as if it were not there; fill it in or delete the line"
            yield key.start_mark.line + 1, key.start_mark.column + 1, told, "left-empty"
        if comment and node.value and not node.style and walk.prose(model, path):
            column = node.end_mark.column + len(comment[0])
            yield node.end_mark.line + 1, column, _ENDS, "comment-in-text"
        if mixed and walk.prose(model, path) == "own":
            yield node.start_mark.line + 1, node.start_mark.column + 1, _mixed_up(mixed), "mixed-letters"


def _mixed_up(found: re.Match[str]) -> str:
    before, behind = re.search(r"\w*$", found.string[: found.start()]), re.match(r"\w*", found.string[found.start() :])
    word = f"{before[0] if before else ''}{behind[0] if behind else ''}"
    called = f"{unicodedata.name(found[0], 'letter').lower()}, U+{ord(found[0]):04X}"
    return f"'{word[:100]}' has {found[0]} ({called}) among Latin letters; type the word anew"


def _lacks(data: Any) -> bool:
    """Tell whether a value is missing anywhere in data."""
    if isinstance(data, dict):
        return any(map(_lacks, data.values()))
    return any(map(_lacks, data)) if isinstance(data, list) else data is None


def _scalars(node: yaml.Node, path: yamlfile.Path, key: yaml.Node) -> Iterator[tuple[yamlfile.Path, yaml.Node, Any]]:
    """Yield path, key (itself in a list) and node of every scalar."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(value, (*path, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index), item)
    else:
        yield path, key, node
