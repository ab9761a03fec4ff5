"""Hostile words in every field of every record: the built pages show them as the text that they are."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from generator.project import KINDS, Project
from generator.records import recordfile
from generator.site.build import build
from generator.site.text import plain
from tests.hostile import FULL, HOSTILE, places, put

REFERENCES = {"a", "b", "i", "e", "b--i"}
"""The ids that FULL refers to; here each record refers to those with its own number."""
TAGS = re.compile(
    r"html|head|body|meta|title|link|script|noscript|header|nav|main|footer|div|section|article|aside|h[123]|p|span|a|ul"
    r"|ol|li|dl|dt|dd|figure|figcaption|blockquote|details|summary|table|thead|tbody|tr|th|td|time|b|i|code|pre|form"
    r"|input|button|label|svg|circle|path|desc|rect|line|text|g|select|option|colgroup|col|style"
)

FILTERS = re.compile(r"(?:[.a-z\d:()=\[\],\s-]+\{display:none\}\s*)+")
"""The one style sheet in a page's head: classes and numbers of ours."""


def full_of(word: str, own: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a record of each kind with word in every field that takes it; it refers to the records called own."""
    for kind in KINDS:
        data = {key: value for key, value in FULL[kind].items() if key != "former_ids"}
        for path in places(data):
            changed = put(data, path, word)
            record, _ = recordfile.parse(kind, json.dumps(changed, ensure_ascii=False), "x.yaml")
            if record is not None:
                data = changed
            elif path[-1] != "id" and reached(data, path) in REFERENCES:
                data = put(data, path, own)
        yield kind, data


def reached(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose record `wN` of each kind is full of hostile word number N."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "mkdocs.yml").write_text((Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"))
    (root / "briefings" / "pages").mkdir(parents=True)
    for name in ("about", "method", "corrections"):
        (root / "briefings" / "pages" / f"{name}.md").write_text(f"# {name}\n")
    records = {}
    for number, word in enumerate(HOSTILE):
        for kind, data in full_of(word, f"w{number}"):
            records[f"{kind}/w{number}"] = data
    for path, data in records.items():
        file = root / "briefings" / f"{path}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    build(Project(root))
    return root / "site"


def pages(site: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), lxml.html.fromstring(path.read_bytes())


def test_no_word_becomes_markup(site: Path) -> None:
    count = 0
    for name, tree in pages(site):
        for element in tree.iter():
            assert isinstance(element.tag, str), (name, "comment")
            assert TAGS.fullmatch(element.tag), (name, element.tag)
            check_attributes(name, element)
            if element.tag == "style":
                assert FILTERS.fullmatch(element.text or ""), (name, element.text)
            if element.tag == "script" and not element.get("src"):
                harmless_script(name, element)
        count += 1
    assert count > len(HOSTILE) * len(KINDS)


def check_attributes(name: str, element: Any) -> None:
    for key, value in element.attrib.items():
        assert not key.startswith("on"), (name, key)
        assert key not in ("style", "srcdoc"), (name, key)
        if key in ("href", "src", "action"):
            outside = ":" in value.split("/")[0] or value.startswith(("//", "\\"))
            assert not outside or is_original(element), (name, value)


def is_original(element: Any) -> bool:
    """Tell whether the element is the link to an article's original, which may be any http address."""
    return element.get("rel") == "external nofollow noopener" and str(element.get("href")).startswith("http")


def harmless_script(name: str, element: Any) -> None:
    if element.get("type") in ("application/json", "application/ld+json"):
        json.loads(element.text)
    else:
        assert "localStorage" in element.text, name
        assert len(element.text) < 300, name


@pytest.mark.parametrize("kind", ["articles", "actors", "events", "issues", "editions"])
def test_each_word_shows_as_it_is(site: Path, kind: str) -> None:
    shown = 0
    for number, word in enumerate(HOSTILE):
        field = "name" if kind == "actors" else "title"
        if dict(full_of(word, "x"))[kind][field] != word:
            continue
        tree = lxml.html.fromstring((site / kind / f"w{number}.html").read_bytes())
        heading = " ".join(tree.xpath("string(//h1)").split())
        assert heading.startswith(plain(word)), word
        assert plain(word) in " ".join(tree.xpath("string(//title)").split()), word
        shown += 1
    assert shown > 100
