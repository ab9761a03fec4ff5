"""Which id an editor most likely meant by one that no record has."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_DATE = re.compile(r"^((?:\d{4}-(?:\d\d-){0,2})?)")
_ALIKE = 0.8
"""Two spellings of one word share at least so much: one letter wrong, missing or swapped in a word of five or more."""
_MOST = 3


def meant(ident: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` for the ids that are spelled like ident, else for those that hold its words."""
    ident, ids = ident[:250], sorted(known)
    found = [one for one in ids if _is_slip(ident, one)] or [one for one in ids if _words(ident) <= _words(one)]
    told = " or ".join(f"'{one}'" for one in found)
    return f"; did you mean {told}?" if 0 < len(found) <= _MOST else ""


def _words(ident: str) -> set[str]:
    return set(ident.split("-"))


def _is_slip(ident: str, other: str) -> bool:
    """Tell whether two ids are one but for a slip of the pen: in the date alone, or in the letters of some words."""
    (_, date, rest), (_, other_date, other_rest) = (_DATE.split(one, maxsplit=1) for one in (ident, other))
    if date != other_date or rest == other_rest:
        return bool(rest == other_rest)
    words, others = rest.split("-"), other_rest.split("-")
    if "".join(words) == "".join(others):
        return True
    return len(words) == len(others) and all(map(_are_alike, words, others))


def _are_alike(word: str, other: str) -> bool:
    if word == other or abs(len(word) - len(other)) > len(word):
        return word == other
    matcher = SequenceMatcher(None, word, other)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
