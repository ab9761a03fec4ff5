"""Where the words of an HTML page's paragraphs stand in its source, tags and entities between them."""

import html
import re
from collections.abc import Iterable
from dataclasses import replace

from generator.articles.model import Paragraph, Span

_TOKEN = re.compile(
    r"<!--.{0,20000}?-->|<[^<>]{0,5000}>|(?P<entity>&#?\w{1,31};)|(?P<space>\s+)"
    r"|(?P<text>[^<&\s]+|[<&])",
    re.DOTALL,
)
_GONE = re.compile("[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_WORD = re.compile(r"[\w-]+")
_PLAIN = re.compile(r"[^<&]+")
_CHUNK = 64
_WINDOW = 200_000
_TRIES = 20


def locate(paragraphs: Iterable[Paragraph], source: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs, in the page's order, with the runs that each shares with source.

    One whose text does not stand there word for word (made by a script, say) points to its first word.
    """
    lines = [0, *(match.end() for match in re.finditer("\n", source))]
    found, cursor = [], 0
    for paragraph in paragraphs:
        begin = max(cursor, lines[min(max(paragraph.line - 2, 0), len(lines) - 1)])
        spans = _find(paragraph.text, source, begin)
        cursor = spans[-1][1] + spans[-1][2]
        found.append(replace(paragraph, spans=spans))
    return tuple(found)


def _find(text: str, source: str, begin: int) -> tuple[Span, ...]:
    word = _WORD.search(text)
    if word is None:
        return ((0, begin, 0),)
    first = at = source.find(word[0], begin, begin + _WINDOW)
    for _ in range(_TRIES):
        if at < 0:
            break
        spans = _match(text, word.start(), source, at)
        if spans:
            return spans
        at = source.find(word[0], at + 1, begin + _WINDOW)
    return ((0, max(first, begin), 0),)


def _match(text: str, position: int, source: str, at: int) -> tuple[Span, ...]:
    """Return the runs that text, from position on, shares with source from at on; () if it stands there differently."""
    before = at - position
    has_prefix = before >= 0 and source[before:at] == text[:position]
    spans: list[Span] = [(0, before, position) if has_prefix else (0, at, 0)]
    while position < len(text):
        chunk = text[position : position + _CHUNK]
        if source.startswith(chunk, at) and _PLAIN.fullmatch(chunk):
            spans.append((position, at, len(chunk)))
            position, at = position + len(chunk), at + len(chunk)
            continue
        token = _TOKEN.match(source, at)
        if token is None:
            return ()
        taken = _taken(text, position, token)
        if taken < 0:
            return ()
        if taken:
            spans.append((position, at, taken if token["text"] else 1))
        position, at = position + taken, token.end()
    return tuple(spans)


def _taken(text: str, position: int, token: re.Match[str]) -> int:
    """Return how many characters of text the token stands for, -1 if it is other text."""
    if token["space"]:
        return int(text[position] == " ")
    if token["entity"]:
        char = _GONE.sub("", html.unescape(token[0]))
        plain = " " if char.isspace() else char
        return len(plain) if text.startswith(plain, position) else 0 if plain == " " else -1
    if not token["text"]:
        return 0
    own = _GONE.sub("", token[0])
    here = text[position : position + len(own)]
    return len(here) if own.startswith(here) else -1
