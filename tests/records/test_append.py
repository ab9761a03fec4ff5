"""Adding to a list in an editor's file: every old line stays, and the list is old + new."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import yamlfile
from generator.records.models import Evidence, Statement
from generator.records.write import append

NEW = Evidence(article="two", quote="new: 'words'")
PLAIN = {"article": "two", "quote": "new: 'words'"}


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (
            "# head\nevidence:\n- article: one # x\n  quote: 'x'\n# below\ntitle: t\n",
            ("evidence",),
            "# head\nevidence:\n- article: one # x\n  quote: 'x'\n- article: two\n  quote: \"new: 'words'\"\n# below\ntitle: t\n",  # noqa: E501
        ),
        (
            "evidence: []  # none yet\ntitle: t\n",
            ("evidence",),
            "evidence:  # none yet\n  - article: two\n    quote: \"new: 'words'\"\ntitle: t\n",
        ),
        (
            "evidence:\n\ntitle: t",
            ("evidence",),
            "evidence:\n  - article: two\n    quote: \"new: 'words'\"\n\ntitle: t",
        ),
        ("title: t", ("evidence",), "title: t\nevidence:\n  - article: two\n    quote: \"new: 'words'\"\n"),
        ("", ("evidence",), "evidence:\n  - article: two\n    quote: \"new: 'words'\"\n"),
        (
            "evidence: [{article: one, quote: x}]\n",
            ("evidence",),
            "evidence: [{article: one, quote: x}, {article: two, quote: \"new: 'words'\"}]\n",
        ),
        (
            "roles:\n - title: a\n   # b\n\n # end\nname: x\n",
            ("roles", 0, "evidence"),
            "roles:\n - title: a\n   evidence:\n     - article: two\n       quote: \"new: 'words'\"\n   # b\n\n # end\nname: x\n",  # noqa: E501
        ),
        (
            "roles: [{title: a}]\n",
            ("roles", 0, "evidence"),
            "roles: [{title: a, evidence: [{article: two, quote: \"new: 'words'\"}]}]\n",
        ),
        (
            "evidence:\n  - article: one\n    quote: |\n      a\n      b\n\ntitle: t\n",
            ("evidence",),
            None,
        ),
        ("evidence: ~ # x\n", ("evidence",), None),
        ("evidence: [\n  {article: one, quote: x},  # a, b\n]\n", ("evidence",), None),
        ("evidence: [\n  {article: one, quote: x}  # a, b\n  ]\n", ("evidence",), None),
        ("evidence:\r\n  - article: one\r\n    quote: x\r\ntitle: t\r\n", ("evidence",), None),
        ("\ufefftitle: t\nevidence: [{article: one, quote: x}]\n", ("evidence",), None),
        ("\ufeffevidence: [{article: one, quote: x}]", ("evidence",), None),
        ('"evidence" :\n  -\n    article: one\n    quote: "a\n      b"\n', ("evidence",), None),
        ("--- # doc\nevidence:\n- {article: one,\n   quote: x}\n...\n", ("evidence",), None),
    ],
)
def test_shapes(text: str, path: tuple[str | int, ...], expected: str | None) -> None:
    added = append(text, path, [NEW])
    if expected is not None:
        assert added == expected
    check(text, added, path, [PLAIN])


def check(text: str, added: str, path: tuple[str | int, ...], values: list[Any]) -> None:
    """Every old line stands, in its order (the one with the bracket aside), and the data is old + new."""
    kept = [line for line in text.splitlines() if not any(mark in line for mark in "]}~")]
    lines = iter(added.splitlines())
    assert all(line in lines for line in kept)
    old, new = yamlfile.load(text) or {}, yamlfile.load(added)
    for step in path[:-1]:
        old, new = old[step], new[step]
    assert new.pop(path[-1]) == (old.pop(path[-1], None) or []) + values
    assert old == new


def test_several_items_and_plain_ones() -> None:
    assert append("to: [a]\n", ("to",), ["b", "c"]) == "to: [a, b, c]\n"
    assert append("to:\n- a\n", ("to",), ["NO", "c"]) == "to:\n- a\n- 'NO'\n- c\n"
    assert append("to: [a]\n", ("to",), []) == "to: [a]\n"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("evidence: some text\n", ("evidence",)),
        ("evidence: {a: b}\n", ("evidence",)),
        ("old: &e [a]\nevidence: *e\n", ("evidence",)),
        ("title: t\n", ("roles", 3, "evidence")),
        ("- a\n", ("evidence",)),
    ],
)
def test_where_there_is_no_place_nothing_is_written(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(yamlfile.Fault):
        append(text, path, [NEW])


COMMENT = st.sampled_from(["", "# note: [a, b]", "  # indented", "", "      # deep - x"])
VALUE = st.sampled_from(
    ["plain", "'single: # x'", '"double \\" ]"', "a,b", "x # tail", "|\n{i}    lit\n{i}    two", ">-\n{i}    fold"]
)


@st.composite
def texts(draw: Any) -> str:
    """A position file as editors write them: any indentation, comments anywhere, quotes of all styles."""
    pad = " " * draw(st.integers(0, 4))
    lines = [draw(COMMENT), f"title: {draw(st.sampled_from(['x', chr(39) + 'y' + chr(39)]))}", draw(COMMENT)]
    style = draw(st.sampled_from(["block", "flow", "long flow", "empty", "none", "missing"]))
    values = draw(st.lists(VALUE, min_size=1, max_size=3))
    if style == "block":
        lines.append(f"statements:{draw(st.sampled_from(['', '  # why']))}")
        for value in values:
            lines += [draw(COMMENT), f"{pad}- stance: demand", draw(COMMENT), f"{pad}  summary: {value.format(i=pad)}"]
    elif style == "flow":
        lines.append(
            f"statements: [{', '.join('{stance: demand}' for _ in values)}{draw(st.sampled_from(['', ',', ' ']))}]"
        )
    elif style == "long flow":
        lines += ["statements: [", *("   {stance: demand}, # a, [b" for _ in values), f"{pad} ] # end"]
    elif style == "empty":
        lines.append(f"statements: [{draw(st.sampled_from(['', ' ']))}]{draw(st.sampled_from(['', ' # none']))}")
    elif style == "none":
        lines.append("statements:")
    lines += [draw(COMMENT), draw(st.sampled_from(["holder: x", "issue:\n  'y'", "", "summary: |\n  a\n\n  b\n"]))]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    last = draw(st.sampled_from(["", end]))
    return str(end.join("\n".join(lines).split("\n")) + last)


@settings(max_examples=150, deadline=None)
@given(texts(), st.integers(1, 2))
def test_any_file_keeps_its_lines(text: str, number: int) -> None:
    statement = Statement(stance="reject", date="2025-06-02", evidence=(NEW,), draft=True)
    plain = {"date": "2025-06-02", "stance": "reject", "evidence": [PLAIN], "draft": "true"}
    check(text, append(text, ("statements",), [statement] * number), ("statements",), [plain] * number)
