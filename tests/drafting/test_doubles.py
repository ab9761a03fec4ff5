"""Which articles of other seeds repeat one."""

from dataclasses import replace
from typing import Any

import pytest

from generator.articles import Article, Paragraph
from generator.drafting import doubles

FIRST = Article(
    "a.html", 1, "0" * 64, "A dam", publisher="Fjord Post", published="2024-03-04", language="en",
    url="https://www.fjord.example/a-dam", paragraphs=(Paragraph("The council said: \u201cno\u201d.", "text", 1),),
)  # fmt: skip
OTHER = replace(
    FIRST, file="b.html", title="A bridge", url="https://fjord.example/a-bridge",
    paragraphs=(Paragraph("The council said yes.", "text", 1),),
)  # fmt: skip


@pytest.mark.parametrize(
    "same",
    [
        {"paragraphs": (Paragraph('The  council said: "no".', "text", 9),)},
        {"url": "http://fjord.example/a-dam/"},
        {"title": "A Dam"},
    ],
)
def test_the_same_article(same: dict[str, Any]) -> None:
    assert doubles.find([FIRST, replace(OTHER, **same)], {("a.html", 1): "x"}) == {("b.html", 1): ("a.html", 1)}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"title": "A dam", "published": "2024-03-11"},
        {"title": "A dam", "publisher": None},
        {"title": "A dam", "derived": ("title",)},
        {"file": "a.html", "part": 2, "url": FIRST.url, "title": "A dam"},
        {"paragraphs": ()},
    ],
)
def test_another_article(other: dict[str, Any]) -> None:
    assert doubles.find([FIRST, replace(OTHER, **other)], {}) == {}


def test_a_front_page_is_no_articles_address() -> None:
    home: dict[str, Any] = {"url": "https://fjord.example/"}
    assert doubles.find([replace(FIRST, **home), replace(OTHER, **home)], {}) == {}


def test_what_has_a_record_counts_first_and_is_left() -> None:
    copy = replace(FIRST, file="b.html")
    assert doubles.find([FIRST, copy], {("b.html", 1): "x"}) == {("a.html", 1): ("b.html", 1)}
    assert doubles.find([FIRST, copy], {("a.html", 1): "y", ("b.html", 1): "x"}) == {}
