"""Names that the language pipeline overlooks: what an acronym is short for, given names, surnames, subjects."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from generator.drafting import kinds
from generator.drafting.layout import Layout
from generator.drafting.names import SMALL_WORDS
from generator.drafting.spans import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORT = re.compile(r"[A-Z]{2,8}")
_LONGEST = 14
"""Tokens of the longest name that an acronym is short for."""

_SUBJECTS = ("nsubj", "nsubjpass", "appos")


def abbreviated(layout: Layout) -> Iterator[Name]:
    """Yield the names that stand before `(RMT)` with these initials: `the Rail, Maritime and Transport union`."""
    doc = layout.doc
    for number in layout.of_words("("):
        if number + 2 < len(doc) and doc[number + 2].text == ")" and _SHORT.fullmatch(doc[number + 1].text):
            start = _start_of(doc, number, doc[number + 1].text)
            if start is not None:
                yield Name(start, number, doc[start:number].text, "organization")


def _start_of(doc: "Doc", end: int, short: str) -> int | None:
    """Return where the name before end begins whose words have these initials, small words counted or not."""
    left = list(short)
    for number in range(end - 1, max(end - _LONGEST, -1), -1):
        token = doc[number]
        if token.text == "," or (number == end - 1 and kinds.is_body_word(token.text) and not token.is_title):
            continue
        small = token.lower_ in SMALL_WORDS or token.lower_ in ("a", "an")
        if len(token) > 1 and token.is_upper and left[-len(token) :] == list(token.text):
            del left[-len(token) :]
        elif token.text[0].upper() == left[-1] and (token.text[0].isupper() or small):
            left.pop()
        elif not small or token.is_sent_start:
            return None
        if not left:
            return number if token.text[0].isupper() else None
    return None


def shortened(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the acronyms that brackets behind a body's name have told, wherever else they stand."""
    doc, covered = layout.doc, _covered(names)
    known = set()
    for name in names:
        behind = [token.text for token in doc[name.end : name.end + 3]]
        if (
            not name.entries
            and len(behind) == 3
            and (behind[0], behind[2]) == ("(", ")")
            and _SHORT.fullmatch(behind[1])
        ):
            known.add(behind[1])
    if known:
        for number in layout.of_words(*(short.lower() for short in known)):
            if doc[number].text in known and number not in covered:
                yield Name(number, number + 1, doc[number].text, "organization")


def repeated(layout: Layout, names: Sequence[Name]) -> Iterator[Name]:
    """Yield names of several words wherever else they stand, though the pipeline sees none or a part there."""
    for text, kind in sorted({(name.text, name.kind) for name in names if len(name.words) > 1 and not name.entries}):
        for match in re.finditer(rf"\b{re.escape(text)}\b", layout.text):
            start, end = layout.token_at.get(match.start()), layout.token_before.get(match.end())
            if start is not None and end is not None:
                yield Name(start, end, text, kind)


def capitalized(layout: Layout, names: Sequence[Name], labelled: set[str]) -> Iterator[Name]:
    """Yield runs of loose proper nouns: a given name and what follows, surnames of those named elsewhere, subjects.

    labelled: entity types that speak against a subject's being a name.
    """
    doc, covered = layout.doc, _covered(names)
    surnames = {name.words[-1] for name in names if name.kind == "person" and len(name.words) > 1}
    for number in layout.of_kind("NOUN"):
        token = doc[number]
        if number not in covered and token.text in surnames and token.is_title and not any(token.lefts):
            yield Name(number, number + 1, token.text, "person")
    loose = [number for number in layout.of_kind("PROPN") if number not in covered]
    for _, run in groupby(enumerate(loose), key=lambda pair: pair[1] - pair[0]):
        tokens = [doc[number] for _, number in run]
        if len(tokens) == 1 and tokens[0].text in surnames:
            yield Name(tokens[0].i, tokens[0].i + 1, tokens[0].text, "person")
            continue
        given = next((i for i, token in enumerate(tokens[:-1]) if _is_given(token, tokens[i + 1])), None)
        if given is not None:
            start = tokens[given].i - 2 * (doc[max(tokens[given].i - 1, 0)].text == "-")
            yield Name(start, tokens[-1].i + 1, doc[start : tokens[-1].i + 1].text, "person")
        elif _acts(tokens[-1]) and all(token.text[0].isupper() for token in tokens):
            titled = () if kinds.is_body_word(tokens[-1].text) else reversed(tokens[:-1])
            start = next((token.i + 1 for token in titled if kinds.is_any_title(token.lower_)), tokens[0].i)
            name = Name(start, tokens[-1].i + 1, doc[start : tokens[-1].i + 1].text, "unknown")
            if doc[start].ent_type_ not in labelled:
                yield name


def _acts(token: "Token") -> bool:
    """Tell whether a noun is a subject, what a body is called, or whom one speaks for: `a spokesman for Meridor`."""
    speaks = token.dep_ == "pobj" and token.head.lower_ == "for" and kinds.is_any_title(token.head.head.lower_)
    return speaks or token.dep_ in _SUBJECTS or (token.dep_ == "oprd" and token.head.lower_ in ("called", "named"))


def _is_given(token: "Token", behind: "Token") -> bool:
    """Tell whether a word is a given name that a surname follows."""
    return (
        kinds.is_given_name(token.text) and behind.is_title and behind.is_alpha and not kinds.is_body_word(behind.text)
    )


def _covered(names: Sequence[Name]) -> set[int]:
    return {index for name in names for index in range(name.start, name.end)}
