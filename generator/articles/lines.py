"""A text's lines as they are read: cleaned, white space folded, hard wraps joined, each knowing where it came from."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html.entities import html5
from itertools import pairwise

from generator.articles.model import Span

_SPACE = "\\s\u0000-\u001f\u007f-\u009f"
_GONE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd"
# What is not copied as it stands: white space but single spaces, control and invisible characters, HTML entities.
_UNCOPIED = f"[{_SPACE}{_GONE}]{{2,}}|[^\\S ]|[\u0000-\u001f\u007f-\u009f{_GONE}]"
_RUN = re.compile(_UNCOPIED)
_FOLD = re.compile(
    f"(?P<run>{_UNCOPIED})|(?P<entity>&(?:#\\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)"
)
_BLANK = re.compile(f"[{_SPACE}]")
_BULLET = re.compile(r"(?:[•◦‣▪●○∙·*⁃]|[-–](?=\s)|\d{1,2}[.)](?=\s)(?!\s+\w+\s+\d{4}\b))\s*")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_QUOTED = re.compile(r">\s*")
SENTENCE_END = re.compile(r"""[.!?…。！？।۔:;]["'”’»“)\]]*(?:\[\d+\])?$""")
_MAX_WRAP = 110
_TORN = 3
"""Sentences broken over lines that make a page one whose lines end at links and other inline elements."""
_NEVER_FIRST = (
    ",",
    ";",
    ".",
    ":",
    ")",
    "]",
    "”",
    "’",
    "%",
    "to ",
    "of ",
    "and ",
    "or ",
    "for ",
    "with ",
    "as ",
    "that ",
    "but ",
)
_NEVER_LAST = (" the", " a", " an", " of", " and", " or", " to", " by", " from", " with", " for", " that", " as", " at")


@dataclass(frozen=True)
class Line:
    """One line to judge: number counts from 1, start is its offset, gap tells that a blank line is above."""

    number: int
    start: int
    text: str
    spans: tuple[Span, ...]
    kind: str = "text"
    gap: bool = True
    indent: int = 0

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def ends_sentence(self) -> bool:
        return bool(SENTENCE_END.search(self.text[-12:]))


def fold(source: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
    """Return source[start:end] on one line, entities read, and the runs it shares with source."""
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    folded = _Folded()
    position = start
    for match in _FOLD.finditer(source, start, end):
        folded.put(source[position : match.start()], position)
        position = match.end()
        if match["entity"]:
            folded.entity(match[0], match.start())
        elif _BLANK.search(match[0]):
            folded.space(match.start())
    folded.put(source[position:end], position)
    return "".join(folded.pieces), tuple(folded.spans)


def squeeze(text: str) -> str:
    """Return text without entities on one line, as fold does."""
    return _RUN.sub(lambda match: " " if _BLANK.search(match[0]) else "", text).strip()


class _Folded:
    """Text put together from runs of a source, single spaces between them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spans: list[Span] = []
        self.length, self.pending = 0, -1

    def space(self, at: int) -> None:
        if self.pending < 0:
            self.pending = at

    def put(self, piece: str, at: int, run: int = -1) -> None:
        if not piece:
            return
        if self.pending >= 0 and self.pieces:
            self._append(" ", self.pending, 1)
        self.pending = -1
        self._append(piece, at, len(piece) if run < 0 else run)

    def entity(self, written: str, at: int) -> None:
        known = written[1] == "#" or written[1:] in html5
        char = html.unescape(written) if known else written
        if char == written:
            self.put(written, at)
        elif not char.strip():
            self.space(at)
        elif char.isprintable():
            self.put(char, at, 1)

    def _append(self, piece: str, at: int, run: int) -> None:
        self.pieces.append(piece)
        self.spans.append((self.length, at, run))
        self.length += len(piece)


def lines_of(text: str) -> list[Line]:
    """Return the lines of text that hold anything, hard-wrapped paragraphs and broken sentences joined."""
    lines = list(_raw(text))
    width, is_broken = _width(lines), sum(_is_torn(line, after) for line, after in pairwise(lines)) >= _TORN
    joined: list[list[Line]] = []
    for line in lines:
        previous = joined[-1][-1] if joined else None
        if previous and _continues(previous, line, width, is_broken):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [_join(text, group) for group in joined]


def _raw(text: str) -> Iterator[Line]:
    offset, gap = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        start, end = offset, offset + len(raw)
        offset = end + 1
        kind, begin = _kind(raw, start)
        folded, spans = fold(text, begin, end)
        if not folded:
            gap = True
            continue
        yield Line(number, start, folded, spans, kind, gap, len(raw) - len(raw.lstrip()))
        gap = False


def _kind(raw: str, start: int) -> tuple[str, int]:
    lead = len(raw) - len(raw.lstrip())
    for kind, pattern in (("item", _BULLET), ("heading", _MARKDOWN_HEADING), ("quote", _QUOTED)):
        match = pattern.match(raw, lead)
        if match and match.end() < len(raw.rstrip()):
            return kind, start + match.end()
    return "text", start


def _width(lines: list[Line]) -> int:
    """Return the width at which long lines inside blocks break as the next word had no room, 0 if there is none."""
    widths = sorted(len(line.text) for line in lines)
    width = widths[-1 - len(widths) // 50] if len(lines) >= 4 else 0
    if not 40 <= width <= _MAX_WRAP:
        return 0
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap and len(line.text) > width / 2]
    full = [line for line, after in pairs if _is_full(line, after, width) and not line.ends_sentence]
    return width if len(full) >= 3 and len(full) >= 0.6 * len(pairs) else 0


def _continues(line: Line, after: Line, width: int, is_broken: bool) -> bool:
    """Tell whether the line below goes on with the line: it had no room, or sentences are broken, at links say."""
    if after.gap or after.kind != "text":
        return False
    if width:
        return _is_full(line, after, width)
    return _is_torn(line, after) or (is_broken and after.text[0].islower() and _is_open(line))


def _is_torn(line: Line, after: Line) -> bool:
    """Tell whether a sentence must go on below: no line ends so, or begins so."""
    is_torn = after.text.startswith(_NEVER_FIRST) or line.text.endswith(_NEVER_LAST)
    return is_torn and not after.gap and after.kind == "text" and _is_open(line)


def _is_open(line: Line) -> bool:
    return line.words >= 4 and not line.ends_sentence


def _is_full(line: Line, after: Line, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > width - 6


def _join(text: str, group: list[Line]) -> Line:
    first, last = group[0], group[-1]
    if first is last:
        return first
    begin = first.spans[0][1]
    tail = last.spans[-1]
    folded, spans = fold(text, begin, tail[1] + tail[2])
    return replace(first, text=folded, spans=spans)
