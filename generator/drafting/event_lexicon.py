"""The vocabulary of words that tell events, turned into look-ups, and what a word is that tells one."""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from spacy.tokens import Token

from generator.vocabulary import load


@dataclass(frozen=True)
class Trigger:
    """A word that tells an event. saying: by words alone; formal: those words are an act on paper or in court."""

    token: Token
    type: str
    rule: str
    saying: bool = False
    formal: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The vocabulary of triggers by lemma; see vocabulary/event_triggers.yaml."""

    verbs: dict[str, str]
    sayings: dict[str, str]
    nouns: dict[str, str]
    pairs: dict[str, dict[str, str]]
    ambiguous: dict[str, dict[str, frozenset[str]]]
    matrix: dict[str, str]
    formal: frozenset[str]
    transparent: frozenset[str]
    untyped: frozenset[str]
    light: frozenset[str]
    willing: frozenset[str]
    measures: frozenset[str]
    movements: frozenset[str]
    movers: frozenset[str]
    transitive: frozenset[str]
    figurative: frozenset[str]
    natural: frozenset[str]
    strange: frozenset[str]
    withheld: frozenset[str]
    labour: frozenset[str]
    papers: frozenset[str]
    documents: frozenset[str]
    ordinals: frozenset[str]
    ergative: frozenset[str]
    courts: frozenset[str]
    departures: frozenset[str]
    spoken: frozenset[str]
    deciders: frozenset[str]
    decisions: frozenset[str]
    objectless: frozenset[str]
    concrete: frozenset[str]
    sparring: frozenset[str]
    abstract: frozenset[str]
    intransitive: dict[str, str]
    rulings: dict[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return vocabulary/event_triggers.yaml turned into look-ups by lemma."""
    raw: dict[str, Any] = load("event_triggers")
    types = {name: raw[name] for name in load("event_types")}
    by: dict[str, dict[str, str]] = {"verbs": {}, "sayings": {}, "nouns": {}}
    pairs: dict[str, dict[str, str]] = {}
    for name, words in types.items():
        for part, table in by.items():
            table.update({word: name for word in words.get(part, []) if word not in table})
        for verb, objects in words.get("pairs", {}).items():
            pairs.setdefault(verb, {}).update({o: name for o in objects if o not in pairs.get(verb, {})})
    ambiguous = {n: {t: frozenset(w) for t, w in options.items()} for n, options in raw["ambiguous"].items()}
    parts: dict[str, Any] = {name: raw[name] for name in ("matrix", "intransitive", "rulings")}
    parts |= {field.name: frozenset(raw[field.name]) for field in fields(Lexicon) if field.type == frozenset[str]}
    parts |= by
    return Lexicon(pairs=pairs, ambiguous=ambiguous, **parts)
