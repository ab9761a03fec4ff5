import itertools

import pytest
import yaml

from generator.records.emit import Dumper, emit

STRING, MAP, LIST = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))
VALUES = [
    "", " x", "x ", "a: b", "a #b", "- x", "NO", "null", "~", "1.5", "2024-01-02", "x\ny", "x\n\ny\n", "“q”", "'", '"',
    "a,b", "[x]", "{y}", "é", "日本", "😀 smile",
    "\u00a0x", "a\tb", "yes", "0123", "a:b", "#c", "%d", "@e", "`f", "!g",
    "&h", "*i", "|j", ">k", "a\\b", "trail\\", "..", "---", "...",
    "Text with “quotes” – and dash", "a  b", "x:", "?", "? x", ": x",
    "\u0085x", "tab\t", "(x)", "x)",
]  # fmt: skip


def as_pyyaml(node: yaml.Node) -> str:
    text: str = yaml.serialize(node, Dumper=Dumper, width=10**9, allow_unicode=True, indent=2)
    return text.removesuffix("...\n") if isinstance(node, yaml.ScalarNode) else text


def scalar(value: str, style: str | None = None) -> yaml.ScalarNode:
    return yaml.ScalarNode(STRING, value, style=style)


def mapping(*values: yaml.Node, flow: bool = False) -> yaml.MappingNode:
    pairs = [(scalar(f"key{number}"), value) for number, value in enumerate(values)]
    return yaml.MappingNode(MAP, pairs, flow_style=flow)


def sequence(*values: yaml.Node, flow: bool = False) -> yaml.SequenceNode:
    return yaml.SequenceNode(LIST, list(values), flow_style=flow)


@pytest.mark.parametrize(("value", "style"), list(itertools.product(VALUES, [None, '"'])))
def test_every_shape_is_written_as_pyyaml_writes_it(value: str, style: str | None) -> None:
    def one() -> yaml.ScalarNode:  # a node used twice would become an anchor
        return scalar(value, style)

    shapes = [
        one(),
        mapping(one()),
        mapping(sequence(one(), one())),
        mapping(sequence(one(), mapping(one(), flow=True), flow=True)),
        sequence(mapping(one(), one())),
        sequence(mapping(one(), flow=True), sequence(flow=True)),
    ]
    for node in shapes:
        assert emit(node) == as_pyyaml(node)


def test_a_long_text_stands_as_it_is() -> None:
    node = yaml.MappingNode(MAP, [(scalar("summary"), scalar("One line.\nAnother line.\n", "|"))], flow_style=False)
    assert emit(node) == "summary: |\n  One line.\n  Another line.\n"
