"""Actors without a name of their own: `Chinese officials`, `the rebels`, `a ministry spokesman`, `the army`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting.roles import is_office, is_title
from generator.drafting.spotting import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = {"the", "this", "these", "that", "those", "both", "its", "their", "his", "her", "our", "such"}
_SKIPPED_DEPS = {
    "det",
    "nummod",
    "predet",
    "punct",
    "quantmod",
    "cc",
    "poss",
    "case",
    "advmod",
    "prep",
    "relcl",
    "acl",
    "appos",
}


@dataclass(frozen=True)
class Described:
    """A noun phrase for an actor. sort: state, forces, official, own, person; `of` are the names that say whose it is."""

    start: int
    end: int
    head: int
    sort: str
    text: str
    of: tuple[Name, ...]
    definite: bool
    office: bool = False


@lru_cache(maxsize=1)
def _sorts() -> dict[str, str]:
    groups = load("groups")
    return {word: sort for sort in ("own", "official", "forces", "state") for word in groups[sort]}


@lru_cache(maxsize=1)
def _organization_heads() -> frozenset[str]:
    words = load("organization_words")
    return frozenset(words["described"]) | frozenset(words["countries"])


def find(doc: "Doc", names: list[Name]) -> Iterator[Described]:
    """Yield the noun phrases that describe an actor by its kind."""
    covered = {index: name for name in names for index in range(name.start, name.end)}
    sorts = _sorts()
    for token in doc:
        if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and token.lower_ in sorts) or token.i in covered:
            continue
        sort = sorts.get(token.lower_)
        if sort is None and token.tag_ in ("NN", "NNP") and is_title(token):
            sort = "person"
        if sort is None and token.lower_ in _organization_heads() and token.tag_ in ("NN", "NNP"):
            sort = "body"
        if sort and token.dep_ not in ("compound", "amod", "npadvmod", "nmod"):
            yield _described(token, sort, covered)


def _described(head: "Token", sort: str, covered: dict[int, Name]) -> Described:
    start = min(
        (child.left_edge.i for child in head.lefts if child.dep_ not in ("punct", "advcl", "nsubj")), default=head.i
    )
    of = {covered[i].start: covered[i] for i in range(start, head.i) if i in covered}
    end = head.i + 1
    for name in _behind(head, covered):
        of[name.start] = name
        end = max(end, name.end)
    lower = [head.doc[i].lower_ for i in range(start, head.i)]
    pair = " ".join([*lower[-1:], head.lower_])
    sort = _sorts().get(pair, sort)
    definite = bool(lower) and (lower[0] in _DETERMINERS or lower[-1:] in (["'s"], ["’s"]))
    return Described(
        start, end, head.i, sort, _text(head, covered), tuple(of[k] for k in sorted(of)), definite, is_office(head.text)
    )


def _behind(head: "Token", covered: dict[int, Name]) -> Iterator[Name]:
    """Yield the names that `of` ties to head: the army of Ruritania, officials from the ministry, media in Ruritania."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "at", "in", "for"):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.i in covered:
                    yield covered[inner.i]


def _text(head: "Token", covered: dict[int, Name]) -> str:
    """Return the phrase's name: its noun with what classifies it, without articles, numbers and passing adjectives."""
    kept = [head.i]
    named = any(child.i in covered for child in head.lefts)
    for child in head.lefts:
        if child.i in covered:
            name = covered[child.i]
            kept += range(name.start, name.end)
        elif child.dep_ == "compound" or (child.dep_ == "amod" and not named and child.tag_ == "JJ"):
            kept.append(child.i)
    kept = [i for i in sorted(set(kept)) if i > head.i - 7]
    text = " ".join(head.doc[i].text for i in kept)
    return text[:1].upper() + text[1:]
