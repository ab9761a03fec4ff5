"""Names compared: one key for all spellings and transliterations of a name, acronyms, and persons' names in parts."""

import re
from functools import lru_cache

from slugify import slugify

from generator.vocabulary import load

_POSSESSIVE = re.compile(r"['’]s\b")
_SOUNDS = (
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?:sch|sh|ch|kh|zh|h)"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[eiyj]+(?:a|e)?$|[eiyj]+"), "i"),
    (re.compile(r"[ou]+|w"), "u"),
    (re.compile(r"c(?=k)|q|c"), "k"),
    (re.compile(r"g"), "h"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What romanization tables (BGN/PCGN, ISO 9, national systems) write differently for one letter."""

_FIRMS = frozenset(("co", "corp", "inc", "ltd", "plc", "company", "corporation"))
"""Legal forms, which a company's acronym may leave out."""

SMALL_WORDS = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "in",
        "on",
        "to",
        "de",
        "la",
        "del",
        "du",
        "der",
        "von",
        "van",
        "al",
        "el",
        "bin",
        "ibn",
        "da",
    )
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return name without accents, case, possessives, punctuation and a leading article."""
    plain = _POSSESSIVE.sub("", name).replace("’", "").replace("'", "").replace(".", "")
    return slugify(plain, separator=" ").removeprefix("the ")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a key that transliterations of one word share: Zelensky, Zelenskyy, Zelenskiy; Kiev, Kyiv."""
    key = fold(word)
    for pattern, letter in _SOUNDS:
        key = pattern.sub(letter, key)
    return key


def acronyms(name: str) -> set[str]:
    """Return the acronyms that name can have: with and without its small words, ISW and IotSoW."""
    words = re.findall(r"[^\W_]+", _POSSESSIVE.sub("", name))
    firm = words[-1:] and words[-1].lower() in _FIRMS
    large = [word[0].upper() for word in words if word.lower() not in SMALL_WORDS]
    whole = {"".join(large), "".join(word[0].upper() for word in words)} if len(large) > 1 else set()
    return whole | ({"".join(large[:-1])} if firm and len(large) > 2 else set())


def same_person(one: str, other: str) -> bool:
    """Tell whether two persons' full names can be one person's: surnames alike, first names alike or an initial."""
    first, second = fold(one).split(), fold(other).split()
    if len(first) < 2 or len(second) < 2 or sound(first[-1]) != sound(second[-1]):
        return False
    return _same_given(first[0], second[0])


def _same_given(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return sound(one) == sound(other) or bool(_equivalents().get(one, set()) & _equivalents().get(other, set()))


@lru_cache(maxsize=1)
def _equivalents() -> dict[str, set[int]]:
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(load("given_names")):
        for name in names:
            groups.setdefault(fold(name), set()).add(number)
    return groups


def surname(name: str) -> str:
    """Return a person's surname as printed, with its particles: `van der Leyen`, else the last word."""
    words = name.split()
    index = len(words) - 1
    while index > 1 and words[index - 1].lower() in SMALL_WORDS | {"le"}:
        index -= 1
    return " ".join(words[index:])
