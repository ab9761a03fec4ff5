"""YAML nodes to text, as PyYAML's emitter writes them with lists indented, in a tenth of its time.

What is plain to see is written here; a scalar that needs an opinion (quotes, escapes, types) is left to PyYAML and
kept, and so is a whole node with a text of several lines.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

_STRING = "tag:yaml.org,2002:str"
_PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f](?:[\w ().’“”‘–—/-]*[\w).’”])?", re.UNICODE)
_QUOTED = re.compile(r"[\x20-\x7e\xa0-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffc]*")
"""What stands as it is in plain scalars, and in double quotes but for the quote and the backslash."""

_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]")
_RESOLVER: Any = yaml.resolver.Resolver()


class Dumper(yaml.SafeDumper):
    """Indents the items of a list under its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's
        super().increase_indent(flow, False)


def emit(node: yaml.Node) -> str:
    """Return the text of a node, with a line end."""
    if any(_BREAK.search(value) for value in _values(node)):
        text = _serialize(node)
        return text.removesuffix("...\n") if isinstance(node, yaml.ScalarNode) else text
    if _is_inline(node):
        return f"{_inline(node, False)}\n"
    return "".join(f"{line}\n" for line in _block(node))


def _serialize(node: yaml.Node) -> str:
    text: str = yaml.serialize(node, Dumper=Dumper, width=10**9, allow_unicode=True, indent=2)
    return text


def _values(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from _values(pair[0])
            yield from _values(pair[1])
    else:
        for item in node.value:
            yield from _values(item)


def _is_inline(node: yaml.Node) -> bool:
    return not isinstance(node, yaml.CollectionNode) or bool(node.flow_style) or not node.value


def _block(node: yaml.Node) -> Iterator[str]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else [(None, item) for item in node.value]
    for key, value in pairs:
        lead = "-" if key is None else f"{_inline(key, False)}:"
        if _is_inline(value):
            yield f"{lead} {_inline(value, False)}"
        elif key is None:
            first, *rest = _block(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield lead
            yield from (f"  {line}" for line in _block(value))


def _inline(node: yaml.Node, flow: bool) -> str:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node.tag, node.value, node.style, flow)
    if isinstance(node, yaml.MappingNode):
        return "{" + ", ".join(f"{_inline(key, True)}: {_inline(value, True)}" for key, value in node.value) + "}"
    return "[" + ", ".join(_inline(item, True) for item in node.value) + "]"


def _scalar(tag: str, value: str, style: str | None, flow: bool) -> str:
    if style == '"' and tag == _STRING and _QUOTED.fullmatch(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _judged(tag, value, style, flow)


@lru_cache(maxsize=65536)
def _judged(tag: str, value: str, style: str | None, flow: bool) -> str:
    plain = not style and tag == _STRING and _PLAIN.fullmatch(value) and "  " not in value
    if plain and _RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) == _STRING:
        return value
    pair = (yaml.ScalarNode(_STRING, "k"), yaml.ScalarNode(tag, value, style=style))
    text = _serialize(yaml.MappingNode("tag:yaml.org,2002:map", [pair], flow_style=flow)).rstrip("\n")
    return text.removeprefix("{k: ").removesuffix("}") if flow else text.removeprefix("k:").removeprefix(" ")
