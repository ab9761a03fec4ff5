"""Changing one value in an editor's file: every other line stays as it is."""

from typing import Any

import pytest

from generator.records import yamlfile
from generator.records.write import put

AHEAD = ("title", "publisher")


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("title: a # x\n# y\nurl: u\n", ("title",), "b: c", "title: 'b: c' # x\n# y\nurl: u\n"),
        (
            "# h\ntitle: a # x\n# y\nurl: u\n",
            ("published",),
            "2024",
            "# h\ntitle: a # x\npublished: 2024\n# y\nurl: u\n",
        ),
        ("url: u", ("title",), "a", "title: a\nurl: u"),
        ("title: a", ("published",), "2024", "title: a\npublished: 2024\n"),
        ("title:\r\nurl: u\r\n", ("title",), "a", "title: a\r\nurl: u\r\n"),
        ("seed: {file: a.txt, part: 2} # x\n", ("seed", "file"), "b, c.txt", "seed: {file: 'b, c.txt', part: 2} # x\n"),
        (
            "seed:\n  file: 'a.txt'  # x\n  part: 2\n",
            ("seed", "file"),
            "b.txt",
            "seed:\n  file: b.txt  # x\n  part: 2\n",
        ),
        ("title: a\nderived: [title]\nurl: u\n", ("derived",), (), "title: a\nurl: u\n"),
        ("derived:\n  - title\n# y\ntitle: a\n", ("derived",), (), "# y\ntitle: a\n"),
        ("title: a\nderived: [title] # x\n", ("derived",), (), "title: a\nderived: [] # x\n"),
        ("derived: [title, published]\n", ("derived",), ("title",), "derived: [title]\n"),
        ("\ufefftitle: a\n", ("title",), "b", "\ufefftitle: b\n"),
    ],
)
def test_a_value_is_put_in_its_place(text: str, path: yamlfile.Path, value: Any, expected: str) -> None:
    assert put(text, path, value, AHEAD) == expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("seed: &s {file: a}\nother: *s\n", ("seed", "file")),
        ("title: >\n  a\n  b\nurl: u\n", ("title",)),
        ("{title: a}\n", ("url",)),
    ],
)
def test_what_cannot_be_changed_in_its_place_is_told(text: str, path: yamlfile.Path) -> None:
    with pytest.raises(yamlfile.Fault, match="by hand"):
        put(text, path, "b")
