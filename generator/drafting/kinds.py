"""What kind of thing a name names, by what stands around it anywhere in the text; lands that no list knows."""

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting import places
from generator.drafting.known import Entry
from generator.drafting.layout import Layout, root
from generator.drafting.names import SMALL_WORDS, fold
from generator.drafting.roles import is_title
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WITHIN = {"in", "near", "outside", "across", "around"}

_PHRASE = 12
"""Words behind a comma that say what a name is."""

TOLD = 2
"""What a sign in the text counts for; the pipeline's label counts one."""


def settle(layout: Layout, names: list[Name]) -> list[Name]:
    """Return names with one kind for all mentions of each; without words that are capitalized by their place only."""
    doc, votes = layout.doc, defaultdict[str, Counter[str]](Counter)
    surnames = {name.words[-1] for name in names if name.kind == "person" and len(name.words) > 1}
    families = {f"{surname}s" for surname in surnames}
    kept = [name for name in names if name.entries or name.text in surnames or not _is_plural(doc, name)]
    kept = [name for name in kept if name.entries or name.text not in families]
    told: dict[str, set[str]] = defaultdict(set)
    for name in kept:
        key, sign = fold(name.text), None if name.entries else _sign(doc, name)
        votes[key][sign or name.kind] += TOLD if sign else 1
        told[key] |= {sign} if sign else set()
    for name in kept:
        votes[fold(name.text)]["organization"] += 10 * TOLD * _is_acronym(doc, name)
    for key in _acting_only(doc, kept):
        votes[key]["organization"] += 0 if told[key] else votes[key].total()
    for key in [key for key in votes if " " in key]:
        votes[key]["person"] += votes[key.split()[-1]]["person"] if key.split()[-1] in votes else 0
    for whole, last in {(fold(name.text), fold(name.words[-1])) for name in kept if "-" in name.words[-1]}:
        votes[whole]["person"] += votes[last]["person"] * TOLD if last != whole and last in votes else 0
    persons = {key.split()[-1] for key, counter in votes.items() if _is_full_name(key, counter)}
    return [
        name if name.entries else replace(name, kind=_kind(fold(name.text), votes[fold(name.text)], persons, told))
        for name in kept
    ]


def _acting_only(doc: "Doc", names: list[Name]) -> set[str]:
    """Return single words that the pipeline takes for places, that no gazetteer has, and that act and are nowhere."""
    acts, lies = Counter[str](), set[str]()
    for name in names:
        token = doc[name.start]
        if name.entries or name.end - name.start > 1 or name.kind not in ("place", "region", "people"):
            continue
        acts[fold(name.text)] += token.dep_ == "nsubj" and token.head.pos_ == "VERB"
        if token.dep_ == "pobj" and token.head.lower_ in _WITHIN:
            lies.add(fold(name.text))
    return {key for key, number in acts.items() if number > 1 and key not in lies and not places.is_city(key)}


def _is_acronym(doc: "Doc", name: Name) -> bool:
    """Tell whether a name stands in brackets as what a body is called in short."""
    brackets = name.start > 0 and name.end < len(doc) and doc[name.start - 1].text == "(" and doc[name.end].text == ")"
    return brackets and name.end - name.start == 1 and name.text.isupper() and len(name.text) > 1


def _is_plural(doc: "Doc", name: Name) -> bool:
    """Tell whether a word is a noun in the plural that begins a sentence: `Dockers`."""
    token = doc[name.start]
    return name.end - name.start == 1 and token.tag_ in ("NNS", "NNPS") and bool(token.is_sent_start)


def _sign(doc: "Doc", name: Name) -> str | None:
    """Return the kind that the words in and around a name tell, None if they tell none."""
    called = name.kind == "person" and name.words[0] in _given_names()
    if is_organization_word(name.words) and not called:
        return "organization"
    if told := _told_by_words(name.words):
        return told
    before = doc[name.start - 1] if name.start and not doc[name.start].is_sent_start else None
    sorts = load("organization_words")["before"]
    if before is not None and before.lower_ in sorts and not called:
        return "organization"
    head = root(doc, name.start, name.end)
    body = head.head.lower_ in sorts or (head.head.pos_ == "NOUN" and head.head.lower_ in _bodies())
    behind = head.dep_ == "appos" and head.head.i < name.start and head.head.dep_ != "pobj"
    joined = head.dep_ == "compound" and head.head.lower_ in load("organization_words")["joined"]
    if (behind and body) or joined or _is_led(doc, name):
        return "organization"
    if head.dep_ == "appos" and head.head.i < name.start and is_title(head.head) and not is_body_word(name.words[-1]):
        return "person"
    if name.kind == "person" and (name.text in load("groups")["platforms"] or any(map(_is_made_up, name.words))):
        return "organization"
    if name.kind != "people" and _looks_personal(
        name, None if before is None or not is_any_title(before.lower_) else before.lower_
    ):
        return "person"
    if before is not None and name.kind == "person" and len(name.words) == 1 and (other := _no_person(before, head)):
        return other
    return _behind(doc, name) or _says_of_self(doc, name)


def _is_led(doc: "Doc", name: Name) -> bool:
    """Tell whether a name is one of what has leaders, or of what a `which` stands for: `leader of Green Dawn`."""
    before = [token.lower_ for token in doc[max(name.start - 3, 0) : name.start] if token.lower_ != "the"]
    if name.kind not in ("person", "unknown", "people") or (before and is_any_title(before[-1])):
        return False
    led = before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in load("organization_words")["led"]
    behind = doc[name.end : name.end + 2]
    return led or (len(behind) == 2 and behind[0].text == "," and behind[1].lower_ == "which")


def _is_made_up(word: str) -> bool:
    """Tell whether a word is written as only brands are: with a capital inside or a digit, but not as McDonald."""
    return bool(re.fullmatch(r"(?!Mac|Mc|De|Di|Du|La|Le|Van|Fitz|O['’])[A-Z][a-z]+[A-Z]\w*|.*\d.*", word))


def _bodies() -> list[str]:
    """Return nouns that say what a body is: the association, the council."""
    return list(load("organization_words")["described"])


def _no_person(before: "Token", head: "Token") -> str | None:
    """Return what a single name is that the pipeline takes for a person's: `the Houthis`, `in Saltby`."""
    if before.lower_ == "the" and head.dep_ not in ("compound", "amod", "nmod"):
        return "organization"
    return "place" if before.lower_ in _WITHIN and head.dep_ == "pobj" else None


def _told_by_words(words: list[str]) -> str | None:
    """Return what a name's last word tells it to be: a law, a building, a part of a country."""
    places, last = load("place_words"), words[-1].lower()
    if is_work(words):
        return "work"
    if last in places["sites"] or (len(words) > 2 and words[0].lower() in places["sites"] and words[1] == "of"):
        return "facility"
    return "place" if len(words) > 1 and last in places["regions"] else None


def is_work(words: list[str]) -> bool:
    """Tell whether a name is one of a law or a treaty, which acts for nobody."""
    return re.sub(r"\W+$", "", words[-1]).lower() in load("organization_words")["works"]


def _looks_personal(name: Name, title: str | None) -> bool:
    words = name.words
    if len(words) > 4 or not all(word[0].isupper() or word.lower() in SMALL_WORDS for word in words):
        return False
    if title is not None:
        return not words[-1].isupper()
    if len(words) == 3 and re.fullmatch(r"[A-Z]\.", words[1]):
        return True
    return len(words) > 1 and words[0] in _given_names() and all(word.isalpha() for word in words[1:])


def _behind(doc: "Doc", name: Name) -> str | None:
    """Read the comma behind a name: `, 58,`, `, who`, `, head of ...`, `, a campaign group`."""
    after = [token.lower_ for token in doc[name.end : name.end + 3]]
    if len(after) < 3 or after[0] != "," or (name.kind == "place" and _is_within(doc, name, after[1])):
        return None
    if after[1] == "who" or (after[1].isdigit() and len(after[1]) == 2 and after[2] == ","):
        return "person"
    for token in doc[name.end + 1 : name.end + 1 + _PHRASE]:
        owns = token.i + 1 < len(doc) and token.nbor().tag_ == "POS"
        if owns or token.dep_ in ("compound", "amod") or token.text == "-":
            continue
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT", "NUM", "DET") or token.text == ",":
            return None
        if is_title(token):
            return "person"
        if token.pos_ == "NOUN" and (token.lower_ in _organization_words()[0] or token.lower_ in _bodies()):
            return "organization"
    return None


def _is_within(doc: "Doc", name: Name, behind: str) -> bool:
    """Tell whether a place is one that somebody else is of, or that no description of itself follows."""
    prepositional = name.start > 0 and doc[name.start - 1].dep_ == "prep"
    return prepositional or not (behind in ("a", "an", "the", "who") or behind.isdigit())


def _says_of_self(doc: "Doc", name: Name) -> str | None:
    """`NAME said that she ...` is a person's."""
    head = doc[name.end - 1]
    if head.dep_ != "nsubj" or len(name.words) > 3:
        return None
    clauses = [child for child in head.head.children if child.dep_ == "ccomp"]
    subjects = [child.lower_ for clause in clauses for child in clause.children if child.dep_ == "nsubj"]
    return "person" if {"he", "she"} & set(subjects) else None


def is_any_title(word: str) -> bool:
    """Tell whether a word before a name is an office, a rank, another role or an honorific."""
    return word.strip(".") in titles()


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Return the nouns for offices, ranks and other roles of persons, and the honorifics."""
    roles = load("roles")
    return frozenset(word for part in ("offices", "ranks", "own", "honorifics") for word in roles[part])


def is_given_name(word: str) -> bool:
    """Tell whether a word is a frequent given name."""
    return word in _given_names()


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(name for names in load("given_name_genders").values() for name in names)


def _is_full_name(key: str, counter: Counter[str]) -> bool:
    return " " in key and counter["person"] * 2 >= sum(counter.values())


def _kind(key: str, counter: Counter[str], persons: set[str], told: dict[str, set[str]]) -> str:
    if " " not in key and key in persons:
        return "person"
    if " " not in key and set(counter) & {"person", "organization", "unknown"} and places.is_city(key):
        return "person" if "person" in told[key] else "organization" if "organization" in told[key] else "place"
    return min(counter, key=lambda kind: (kind == "unknown", -counter[kind], kind))


@lru_cache(maxsize=1)
def _organization_words() -> tuple[frozenset[str], frozenset[str]]:
    words = load("organization_words")
    return frozenset(word for part in ("state", "other") for word in words[part]), frozenset(words["first"])


def is_body_word(word: str) -> bool:
    """Tell whether a word by itself says that a name is an organization's: Council, Bank, Community."""
    ends, begins = _organization_words()
    return word.lower() in ends or word.lower() in begins


def is_organization_word(words: list[str]) -> bool:
    """Tell whether a name of several words is one of an organization: by its last word, or `Ministry of ...`."""
    ends, begins = _organization_words()
    lower = [re.sub(r"\W+$", "", word).lower() for word in words]
    if len(lower) < 2:
        return False
    return lower[-1] in ends or " ".join(lower[-2:]) in ends or (lower[0] in begins and lower[1] in ("of", "for", "on"))


def lands(layout: Layout, names: list[Name]) -> list[Entry]:
    """Return names of states that no list has (`Ruritania's prime minister`), and the words for their people."""
    doc, words = layout.doc, frozenset(load("organization_words")["government"])
    found = {name.text for name in names if not name.entries and len(name.words) < 3 and _governs(doc, name, words)}
    ruled = {name.text for name in names if name.text in found and name.kind != "person" and _rules(doc, name)}
    ruled -= {name.text for name in names if name.kind == "organization" and is_organization_word(name.words)}
    found = {text for text in found if text in ruled or any(n.text == text and _is_ground(doc, n) for n in names)}
    entries = [Entry(text, f"land:{text}", "name") for text in sorted(found)]
    for text in sorted({name.text for name in names if not name.entries and name.end - name.start == 1}):
        for land in sorted(found):
            alike = len(land) > 4 and text != land and text[: len(land) - 1] == land[:-1] and len(text) - len(land) <= 3
            if alike and not text.endswith("'s"):
                entries.append(Entry(text, f"land:{land}", "people"))
    return entries


def _is_ground(doc: "Doc", name: Name) -> bool:
    """Tell whether a name is somewhere that one can be in."""
    return name.kind == "place" or (name.start > 0 and doc[name.start - 1].lower_ in ("in", "across", "throughout"))


def _rules(doc: "Doc", name: Name) -> bool:
    """Tell whether a name's own body is one that only states have: `X's highest court`."""
    after = [token.lower_ for token in doc[name.end : name.end + 3]]
    only = load("organization_words")["sovereign"]
    return after[:1] in (["'s"], ["’s"]) and (after[1:2] != [] and (after[1] in only or " ".join(after[1:3]) in only))


def _governs(doc: "Doc", name: Name, words: frozenset[str]) -> bool:
    after = [token.lower_ for token in doc[name.end : name.end + 3]]
    if after[:1] in (["'s"], ["’s"]):
        return bool(after[1:]) and (after[1] in words or " ".join(after[1:3]) in words)
    before = [token.lower_ for token in doc[max(name.start - 3, 0) : name.start]]
    return len(before) == 3 and before[-1] == "of" and (before[-2] in words or " ".join(before[:2]) in words)
