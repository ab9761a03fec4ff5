"""What reading a seed gives: articles, their paragraphs, and what was dropped, each with its place in the seed."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from generator.problems import Problem

Span = tuple[int, int, int]
"""Start in the paragraph's text, start in the decoded seed, length of the run that both share."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph on one line. kind is text, heading, item (of a list) or quote; line counts from 1."""

    text: str
    kind: str
    line: int
    spans: tuple[Span, ...] = ()

    def source_offset(self, position: int) -> int:
        """Return where the character at position stands in the decoded seed; the paragraph's start if unknown."""
        if not self.spans:
            return 0
        index = max(bisect_right(self.spans, (position, 1 << 62, 0)) - 1, 0)
        start, source, length = self.spans[index]
        return source + min(max(position - start, 0), length)


@dataclass(frozen=True)
class Dropped:
    """A line of the seed that is not the article's, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Article:
    """One article of a seed; `derived` names the fields that were guessed from the text, not printed in it.

    `stated` has each field that is stated beside the seed, with what was read of it in the seed.
    """

    file: str
    part: int
    sha256: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    derived: tuple[str, ...] = ()
    language: str = "und"
    genre: str = "report"
    url: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    stated: tuple[tuple[str, Any], ...] = ()
    headline: str | None = None
    """The page's own, where another title is stated beside the seed."""

    @property
    def text(self) -> str:
        """Title and paragraphs, joined by blank lines: what is drafted from."""
        printed = [self.title] if self.title and "title" not in self.derived else []
        return "\n\n".join([*printed, *(paragraph.text for paragraph in self.paragraphs)])

    @property
    def quotable(self) -> str:
        """The text, and above it the page's own headline: what evidence is searched in."""
        return "\n\n".join(filter(None, [self.headline, self.text]))


@dataclass(frozen=True)
class Reading:
    """What one seed gave: its decoded text, the encoding it was in, its articles, and what is wrong with it."""

    file: str
    text: str
    encoding: str
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
