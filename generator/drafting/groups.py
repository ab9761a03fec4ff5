"""Actors without a name of their own: `Chinese officials`, `the rebels`, `a ministry spokesman`, `the army`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting.attribution_spans import plain
from generator.drafting.layout import Layout
from generator.drafting.roles import is_office, is_title
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COUNTS = ("first", "second", "third", "fourth", "fifth")
_DETERMINERS = {"the", "this", "these", "that", "those", "both", "its", "their", "his", "her", "our", "such"}


@dataclass(frozen=True)
class Described:
    """A noun phrase for an actor. sort: state, forces, official, own, person, body, document; `of` says whose it is."""

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
def _endings() -> tuple[str, ...]:
    return tuple(load("groups")["endings"])


def _sort(token: "Token") -> str | None:
    """Return what sort of group a noun means: by itself or by its second half, of `dockworkers`; None for an action."""
    word = token.lower_
    if word not in _sorts() and word.endswith(_endings()):
        return "own"
    behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    acts = (word == "opposition" and behind == "to") or (word == "public" and _is_bare(token))
    return None if acts else _sorts().get(word)


def _is_bare(token: "Token") -> bool:
    """Tell whether a noun stands without an article behind a preposition: `in public`."""
    return token.dep_ in ("pobj", "compound") and not any(child.dep_ == "det" for child in token.lefts)


@lru_cache(maxsize=1)
def _organization_heads() -> frozenset[str]:
    words = load("organization_words")
    return frozenset(words["described"]) | frozenset(words["named"]) | frozenset(words["countries"])


def find(layout: Layout, names: list[Name]) -> Iterator[Described]:
    """Yield the noun phrases that describe an actor by its kind."""
    covered = {index: name for name in names for index in range(name.start, name.end)}
    documents = load("groups")["documents"]
    for number in sorted({*layout.of_kind("NOUN", "PROPN"), *layout.of_words(*_COUNTS)}):
        if number in covered:
            continue
        token = layout.doc[number]
        if not (token.pos_ == "NOUN" or token.is_lower or _sort(token) or _counts(token) or _is_the(token)):
            continue
        sort = _sort(token)
        if sort is None and token.tag_ in ("NN", "NNP") and is_title(token) and not _is_number(token):
            sort = "person"
        if sort is None and token.lower_ in _organization_heads() and token.tag_ in ("NN", "NNP"):
            sort = "body"
        if sort is None and (token.lower_ in documents or _counts(token)):
            sort = "document"
        like_a_name = token.text.istitle() or token.pos_ == "ADJ"
        if sort and (like_a_name or token.dep_ not in ("compound", "amod", "npadvmod", "nmod")):
            yield _described(token, sort, covered)


def _is_number(token: "Token") -> bool:
    """Tell whether a noun that can be somebody's or a number's is the latter: `figure`, unless it says something."""
    says = token.dep_ == "nsubj" and token.head.lemma_ in plain()
    return token.lower_ in load("roles")["numbers too"] and not says


def _is_the(token: "Token") -> bool:
    """Tell whether a title that is written like a name stands alone: `the Prime Minister`, `the Commissioner`."""
    last = token.i + 1 == len(token.doc) or token.nbor().pos_ != "PROPN"
    return is_title(token) and last and any(child.lower_ == "the" for child in token.lefts)


def _counts(token: "Token") -> bool:
    """Tell whether a token counts parts of something as a subject: `The first demands ...`."""
    return (
        token.lower_ in _COUNTS
        and token.i > 0
        and token.nbor(-1).lower_ == "the"
        and token.head.pos_ == "VERB"
        and token.head.i > token.i
    )


def _described(head: "Token", sort: str, covered: dict[int, Name]) -> Described:
    start = min(
        (
            child.left_edge.i
            for child in head.lefts
            if child.dep_ not in ("punct", "advcl", "nsubj") and _classifies(head, child, covered)
        ),
        default=head.i,
    )
    of = {covered[i].start: covered[i] for i in range(start, head.i) if i in covered and _ties(head, covered[i])}
    end = head.i + 1
    for name in _behind(head, covered, ("of", "from", "for") if of else ("of", "from", "for", "at", "in")):
        of[name.start] = name
        end = max(end, name.end)
    lower = [head.doc[i].lower_ for i in range(start, head.i)]
    pair = " ".join([*lower[-1:], head.lower_])
    sort = "official" if pair in load("groups")["delegation"] else _sorts().get(pair, sort)
    if head.lower_ in ("group", "team") and head.doc[head.i : head.i + 3].text.lower().endswith(
        ("of negotiators", "of delegates")
    ):
        sort = "official"
    definite = _counts(head) or (bool(lower) and (lower[0] in _DETERMINERS or bool({"'s", "’s"} & set(lower))))
    return Described(
        start,
        end,
        head.i,
        sort,
        _text(head, end, covered),
        tuple(of[k] for k in sorted(of)),
        definite,
        is_office(head.text),
    )


def _behind(head: "Token", covered: dict[int, Name], ties: tuple[str, ...]) -> Iterator[Name]:
    """Yield the names that `of` ties to head: the army of Ruritania, officials from the bank, media in Ruritania."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ties:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from (covered[word.i] for word in (inner, *inner.conjuncts) if word.i in covered)


def _classifies(head: "Token", child: "Token", covered: dict[int, Name]) -> bool:
    """Tell whether a word before a noun says more of it, and is no person who is joined to it."""
    return child.i not in covered or _ties(head, covered[child.i])


def _ties(head: "Token", name: Name) -> bool:
    """Tell whether a name before a noun says whose it is; a person's that is only joined to it does not."""
    doc = head.doc
    if doc[name.end].text == "-" and doc[name.end + 1].tag_ in ("VBN", "VBD", "VBG"):
        return False
    if any(doc[i].tag_ == "VBG" and doc[i].dep_ != "amod" for i in range(name.end, head.i)):
        return False
    return name.kind != "person" or _owns(doc, name) or not any(doc[i].dep_ == "cc" for i in range(name.end, head.i))


def _owns(doc: "Doc", name: Name) -> bool:
    return name.end < len(doc) and doc[name.end].tag_ == "POS"


def _text(head: "Token", end: int, covered: dict[int, Name]) -> str:
    """Return the phrase's name: its noun with what classifies it and whose it is, without articles and numbers."""
    one = any(child.lower_ in ("a", "an") for child in head.lefts)
    placed = one and head.doc[head.i + 1 : end].text.startswith(("in ", "at "))
    behind = head.doc[head.i + 1 : end].text if placed or head.lower_ not in _organization_heads() else ""
    end = end if behind else head.i + 1
    kept = [head.i]
    named = any(child.i in covered for child in head.lefts)
    owner = next(
        (i for i in range(max(head.i - 7, head.left_edge.i), head.i) if i in covered and _owns(head.doc, covered[i])),
        None,
    )
    if owner is not None:
        return head.doc[covered[owner].start : end].text
    for child in head.lefts:
        if child.i in covered and not _classifies(head, child, covered):
            continue
        if child.dep_ == "poss" and child.pos_ == "NOUN" and is_title(head) and is_title(child):
            kept += range(child.i, head.i)
        if child.i in covered:
            name = covered[child.i]
            first = min((i for i in range(child.left_edge.i, name.start) if i in covered), default=name.start)
            kept += range(first, name.end)
        elif (
            child.dep_ == "compound"
            or child.lower_ in load("roles")["portfolios"]
            or (child.dep_ == "amod" and not named and child.tag_ == "JJ" and not any(child.lefts))
        ):
            kept += [child.i, *(inner.i for inner in child.lefts if inner.dep_ == "compound")]
    kept = [i for i in sorted(set(kept)) if i > head.i - 7 or i in covered]
    text = " ".join([*(head.doc[i].text for i in kept), *([behind] if behind else [])])
    return text[:1].upper() + text[1:]
