"""Stretches in quotation marks: paired, single, guillemets, typed twice (''so''), left open, run over paragraphs.

Works on characters alone, so that it can set sentence boundaries before anything is parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
CLOSERS = {
    "“": ("”", '"', "″", "’’", "''"),
    '"': ('"', "”", "″", "''"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "‘": ("’", "'"),
    "‹": ("›",),
    "`": ("'",),
    "``": ("''", '"'),
}
MARK = re.compile(r"``|''|’’|[“”„«»‘’‹›\"'`″]")
SINGLE = frozenset("‘’'`‹›")
DASH = re.compile(r"^\s*[—–]\s+(?=\S)")
SIGNATURE = re.compile(r"^\s*[—–]\s+(?:[A-Z][\w.’'-]*|(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]*\.?)\s*$")
"""A dash and a name: who said what stands above, not what is said."""
TURNS = 4
"""Lines that begin with a dash, at least, in an interview."""
DASH_BREAK = re.compile(r"(?<=[,.!?…])\s+[—–]\s+|(?<=[,.!?…])[\"”»],?\s+")


@dataclass(frozen=True)
class Quote:
    """Characters start to end, marks included. closed: it has its closing mark. joined: it goes on the quote before it,
    left open at the end of the paragraph before. single: its marks are single ones (scare quotes, titles, headlines).
    """

    start: int
    end: int
    closed: bool = True
    joined: bool = False
    single: bool = False
    dash: bool = False


def find(text: str) -> list[Quote]:
    """Return the outermost quotes of a text in order; a quote never crosses the end of a paragraph."""
    found: list[Quote] = []
    turns = _in_turns(text)
    for paragraph in PARAGRAPH.finditer(text):
        joined = bool(found) and not found[-1].closed
        inside = [*(() if turns else _dashes(paragraph))] or [
            *_in_paragraph(text, paragraph.start(), paragraph.end(), joined)
        ]
        found += sorted(inside, key=lambda quote: quote.start)
    return found


def _in_turns(text: str) -> bool:
    """Is this an interview, whose dashes part questions from answers, and not a dialogue with a narrator in it?"""
    lines = [found.group() for found in PARAGRAPH.finditer(text) if DASH.match(found.group())]
    return len(lines) >= TURNS and sum(line.endswith("?") for line in lines) > 1 and not any(map(_narrated, lines))


def _narrated(line: str) -> bool:
    return bool(re.search(r"[,.!?…]\s+[—–]\s+\w", line))


def _dashes(paragraph: re.Match[str]) -> Iterator[Quote]:
    """Dialogue set with dashes: "— Come in, — said the host. — Sit down."; every second stretch is the narrator's."""
    line = paragraph.group()
    opening = DASH.match(line)
    if not opening or any(mark in line for mark in "“«") or line.count('"') > 1 or SIGNATURE.match(line):
        return
    edges = [opening.end(), *(edge for found in DASH_BREAK.finditer(line) for edge in found.span()), len(line)]
    for start, end in list(zip(edges[::2], edges[1::2], strict=True))[::2]:
        yield Quote(paragraph.start() + start, paragraph.start() + end, dash=True)


def _in_paragraph(text: str, start: int, end: int, joined: bool) -> Iterator[Quote]:
    opened: tuple[int, str] | None = None
    for mark in MARK.finditer(text, start, end):
        sign = mark.group()
        if opened is None:
            if _opens(text, mark, start):
                opened = (mark.start(), sign)
        elif _closes(text, mark, opened[1]):
            yield Quote(
                opened[0], mark.end(), joined=joined and not text[start : opened[0]].strip(), single=opened[1] in SINGLE
            )
            opened = None
    if opened and opened[1] not in SINGLE and _runs_on(text, end, opened[1]):
        yield Quote(opened[0], end, closed=False, joined=joined and not text[start : opened[0]].strip())
    elif opened:
        yield from _in_rest(text, opened, end, joined)


def _in_rest(text: str, opened: tuple[int, str], end: int, joined: bool) -> Iterator[Quote]:
    """An opening mark without a partner: a forgotten closing mark if double, an apostrophe if single."""
    if opened[1] in SINGLE:
        yield from _in_paragraph(text, opened[0] + 1, end, False)
    else:
        yield Quote(opened[0], end, closed=True, joined=joined)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    sign, before, after = (
        mark.group(),
        text[max(start, mark.start() - 1) : mark.start()],
        text[mark.end() : mark.end() + 1],
    )
    if sign in ("“", "„", "«", "‹", "``"):
        return True
    if sign in ("”", "»", "›", "’", "’’", "″") or not after or after.isspace():
        return False
    clear = not before or not (before.isalnum() or before in ".,!?%)’'")
    return (
        clear
        if sign in SINGLE or sign == "''"
        else clear or not before.isalnum() or (before.isdigit() and after.isupper())
    )


def _closes(text: str, mark: re.Match[str], opened: str) -> bool:
    sign, before, after = mark.group(), text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if sign not in CLOSERS.get(opened, (opened,)):
        return False
    if opened in SINGLE:
        ends = not before.isspace() or text[: mark.start()].rstrip(" ")[-1:] in (",", ".", "!", "?")
        return ends and not after.isalnum() and not _possessive(text, mark)
    return opened != '"' or not before.isspace() or not after.isalnum()


def _possessive(text: str, mark: re.Match[str]) -> bool:
    """Is this the apostrophe of "the workers' demand", with the closing mark still to come on the line?"""
    line = text[mark.end() : mark.end() + 80].split("\n", 1)[0]
    return text[mark.start() - 1] == "s" and bool(re.match(r"\s[a-z][^‘]*?[a-zA-Z.,!?]['’](?![a-zA-Z])", line))


def _runs_on(text: str, end: int, sign: str) -> bool:
    """Does the next paragraph open with the same mark, as a quote that runs on does?"""
    return text[end : end + 200].lstrip().startswith(sign)


def inner(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where quotes begin and end with their marks, each before those within it; none that only a dash opens."""
    for quote in find(text[start:end]):
        if not quote.dash:
            span = start + quote.start, start + quote.end
            yield span
            if span[1] - span[0] > 2:
                yield from inner(text, span[0] + 1, span[1] - 1)
