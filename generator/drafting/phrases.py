"""Noun phrases told without a language model: by the small words around them and by the lists of verbs.

Enough to say what recurs in short quotes; drafting itself reads sentences with a parser.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.drafting.words import is_idle, stem
from generator.vocabulary import load

Key = tuple[str, ...]
MOST = 3
"""Words in a phrase."""

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_NOUN = re.compile(r"\w{3}(?:[ts]ion|ment|[ai]ty|ness|[ae]nce|ship|ism)s?$")
"""Endings of nouns: Quirk and others (as in phrase_frames.yaml), I.31-I.35."""
_VERBAL_ENDINGS = ("ing", "ed", "ly")
_POSSESSIVE = re.compile(r"['’]s?$")


class Phrase(NamedTuple):
    """One to three neighbouring words: their stems, how they are printed, whether they stand as a noun phrase does."""

    key: Key
    printed: str
    is_nominal: bool


def find(text: str, names: frozenset[str]) -> Iterator[Phrase]:
    """Yield the phrases of text; a capitalized word whose stem is in names belongs to an actor's name and to none."""
    before, run = "", list[str]()
    for token in [*_TOKEN.findall(text), "."]:
        word = _POSSESSIVE.sub("", token)
        name = word[:1].isupper() and stem(word.lower()) in names
        if word[:1].isalpha() and len(word) > 1 and not _is_small(word.lower()) and not name:
            run.append(word)
            if word == token:
                continue
        elif not run and token.lower() in _frames("qualifying"):
            continue
        yield from _in_run(run, before)
        before, run = ("of" if word != token else token.lower()), []


def _in_run(run: list[str], before: str) -> Iterator[Phrase]:
    """Yield the phrases of a run of words that no small word parts; before is the small word or mark in front of it."""
    determined = before in _frames("nominal") or before.isdigit()
    first = 1 if run and not determined and stem(run[0].lower()) in _verb_stems() else 0
    for start in range(first, len(run)):
        for end in range(start + 1, min(start + MOST, len(run)) + 1):
            words = run[start:end]
            like_a_noun = end - first > 1 or (before not in _frames("verbal") and _is_noun(words[0]))
            is_nominal = end == len(run) and (determined or like_a_noun)
            if len(words) > 1 or not words[0].endswith(_VERBAL_ENDINGS):
                yield Phrase(tuple(stem(word.lower()) for word in words), " ".join(words).lower(), is_nominal)


def _is_noun(word: str) -> bool:
    return _NOUN.search(word.lower()) is not None


def _is_small(word: str) -> bool:
    return is_idle(word) or any(word in _frames(name) for name in ("nominal", "verbal", "qualifying", "outside"))


@cache
def _frames(name: str) -> frozenset[str]:
    """Return small words by what they do: stand before a noun phrase (nominal), before a verb (verbal), ..."""
    return frozenset(load("phrase_frames")[name])


@cache
def _verb_stems() -> frozenset[str]:
    """Return the stems of verbs of saying and of what happens."""
    kinds = [load("event_triggers").get(name, {}) for name in load("event_types")]
    doings = [kind.get(part, []) for kind in kinds for part in ("verbs", "sayings")]
    return frozenset(stem(word) for word in _words([_sayings(), doings]))


def _sayings() -> list[Any]:
    return [group["verbs"] for group in load("cue_verbs").values()]


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Tell whether a word by itself names no matter: an act of speech, a body, a time, a number, a part of any."""
    return any(word.removesuffix(ending) in _common() for ending in ("", "s", "es"))


@cache
def _common() -> frozenset[str]:
    lists = ("cue_nouns", "time_words", "number_words", "organization_words", "groups", "roles", "place_words")
    return _words([_sayings(), load("phrase_frames")["common"], *map(load, lists)])


def _words(value: Any) -> frozenset[str]:
    """Return all words in a vocabulary, keys of mappings included."""
    if isinstance(value, str):
        return frozenset(value.lower().split())
    if isinstance(value, dict):
        value = [*map(str, value), *value.values()]
    return frozenset().union(*map(_words, value)) if isinstance(value, list) else frozenset()
