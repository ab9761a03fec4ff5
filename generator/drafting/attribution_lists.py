"""What stands behind a colon: the items of "The memorandum demands:", and headlines, "Ministry: talks go on"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.drafting import attribution_interviews
from generator.drafting.attribution_sources import source_of
from generator.drafting.attribution_spans import Act, Page, Range, frames, lemma, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

ITEM = re.compile(r"\s*(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)])?\s*(?:and\s+|or\s+)?(.*\S)", re.DOTALL)
LISTING = frozenset(
    (
        "include",
        "contain",
        "list",
        "read",
        "outline",
        "comprise",
        "set",
        "follow",
        "provide",
        "stipulate",
        "envisage",
        "name",
    )
)
MOST = 25
"""Items of one list, at most."""
NAME = 7
"""Words of a headline's speaker, at most."""


def find(page: Page) -> Iterator[Act]:
    """Yield an act for each list behind a cue, and for a headline that credits its source."""
    lines = _lines(page)
    yield from _headline(page, lines)
    yield from attribution_interviews.find(page, lines)
    for n, (_start, end) in enumerate(lines):
        if page.doc[end - 1].text == ":" and page.inside[end - 1] < 0:
            items = _items(page, lines[n + 1 :])
            cue = _cue(page, page.sentence(end - 1)) if len(items) > 1 else None
            if cue is not None:
                yield Act(cue.i, [(cue.i, cue.i + 1)], source_of(cue) if cue.pos_ == "VERB" else [], items, "list")


def _lines(page: Page) -> list[Range]:
    """The paragraphs as token ranges, white space at their ends left out."""
    lines, start = [], 0
    for i, text in enumerate(page.texts):
        if "\n" in text:
            if i > start:
                lines.append((start, i))
            start = i + 1
    if start < len(page.doc):
        lines.append((start, len(page.doc)))
    return lines


def _items(page: Page, lines: list[Range]) -> list[Range]:
    """The paragraphs that go on the list: marked as items, begun in lower case, or ended by a semicolon."""
    items: list[Range] = []
    for start, end in lines[:MOST]:
        text = page.doc[start:end].text
        marked = bool(re.match(r"[-–—•*·]|\(?\d{1,2}[.)]\s", text)) or page.doc[start].is_lower or text.endswith(";")
        if not marked and not (items and page.doc[items[-1][1] - 1].text == ";"):
            break
        skip = 1 if page.doc[start].lower_ in ("and", "or", "-", "–", "—", "•", "*", "·") else 0
        items.append((start + skip, end))
        if text.endswith(".") and not marked:
            break
    return items


def _cue(page: Page, sentence: Range) -> "Token | None":
    table = frames()
    words = [page.doc[i] for i in range(*sentence)]
    verbs = [word for word in words if word.pos_ == "VERB" and (lemma(word) in table or lemma(word) in LISTING)]
    return (
        verbs[-1] if verbs else next((word for word in words if word.pos_ == "NOUN" and lemma(word) in nouns()), None)
    )


def _headline(page: Page, lines: list[Range]) -> Iterator[Act]:
    """The first line, or another that does not end as a sentence does."""
    for start, end in lines:
        if (
            end - start < 6
            or end - start > 40
            or page.doc[end - 1].text in (".", "!", "?", ":", ";", ",")
            or page.inside[end - 1] >= 0
        ):
            continue
        for i in range(start + 1, end - 1):
            word = page.doc[i]
            if word.text == ":" and i - start <= NAME and _is_name(page, (start, i)):
                yield Act(i, [(i, i + 1)], [(start, i)], [(i + 1, end)], "headline")
                break
            apart = word.text in ("-", "–", "—", "|") and word.whitespace_ and page.doc[i - 1].whitespace_
            if apart and end - i - 1 <= NAME and i - start > 4 and _is_name(page, (i + 1, end)):
                yield Act(i, [(i, i + 1)], [(i + 1, end)], [(start, i)], "headline")
                break


def _is_name(page: Page, words: Range) -> bool:
    """A name or a noun for a speaker, and nothing but nouns around it."""
    tokens = [page.doc[i] for i in range(*words)]
    return (
        tokens[-1].pos_ in ("PROPN", "NOUN")
        and all(word.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "PUNCT") for word in tokens)
        and any(word.pos_ == "PROPN" for word in tokens)
    )
