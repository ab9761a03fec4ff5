"""Those who say something and whom nothing else names: `two Democratic speechwriters`, `his operatives`.

The noun phrase of such a source becomes an actor of its own, so that no words are given to whoever is named beside it.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting.attribution_spans import ORDINALS, lemma, phrases
from generator.drafting.findings import Attribution, FoundActor, Mention
from generator.drafting.names import fold
from generator.drafting.roles import is_office, is_title
from generator.drafting.stance_clauses import agent
from generator.drafting.statement_parts import span
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 8
"""Words behind a noun that its name is told apart by."""

_NAMED_BY = frozenset(("compound", "amod", "nmod", "poss"))


def add(
    doc: "Doc", attributions: Sequence[Attribution], actors: Sequence[FoundActor], mentions: Sequence[Mention]
) -> tuple[list[FoundActor], list[Mention]]:
    """Return actors and mentions with those of sources that mean nobody found so far."""
    found, told = list(actors), list(mentions)
    by_key = {fold(actor.name): number for number, actor in enumerate(found) if not actor.named}
    for one in attributions:
        for head in _heads(doc, one):
            if one.rule == "headline" and not (agent(head) or is_office(head.text)):
                continue
            if any(m.start <= word.idx < m.end for word in (head, explained(head)) for m in told):
                continue
            actor = _actor(head, told, found)
            number = by_key.setdefault(fold(actor.name), len(found))
            if number == len(found):
                found.append(actor)
            told.append(Mention(head.idx, head.idx + len(head), number, "description", "source"))
    return found, sorted(told, key=lambda m: (m.start, m.end))


def _heads(doc: "Doc", one: Attribution) -> "list[Token]":
    """The nouns of a source that somebody can be: no text, no place of work, no abstraction; none for a name."""
    if not one.source:
        return []
    source = span(doc, one.source[0])
    nouns = [counted(source.root), *(word for word in source.root.conjuncts if word in source)]
    things = any(cue.lemma_ in load("groups")["of things"] for offsets in one.cue for cue in span(doc, offsets))
    return [noun for noun in nouns if noun.pos_ == "NOUN" and _is_somebody(noun, things)]


def _is_somebody(noun: "Token", things: bool) -> bool:
    """Can the noun be somebody, where things can do the same or not?"""
    word, groups = lemma(noun), load("groups")
    if word in phrases("documents") or word in groups["voiceless"]:
        return False
    if word in ("country", "nation", "side") and not any(child.dep_ in _NAMED_BY for child in noun.lefts):
        return False
    if any(child.dep_ == "appos" for child in noun.children) or word in groups["unpersonal"]:
        return False
    if word in _bodies() or agent(noun) or word.endswith(tuple(groups["personal"])):
        return True
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("which", "that") and not is_title(noun):
        return False
    many = noun.tag_ == "NNS" or word in groups["anybody"] or is_title(noun)
    return many and not things and not word.endswith(tuple(groups["abstract"]))


def counted(head: "Token") -> "Token":
    """Of "a number of members", "some of the residents", "dozens of them" those who are counted."""
    if head.lower_ in load("groups")["quantities"]:
        of = next((child for child in head.rights if child.lower_ == "of"), None)
        inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
        return inner if inner is not None else head
    return head


def explained(noun: "Token") -> "Token":
    """Of "Ann Example, a former ally who" return Example, else the noun itself."""
    name = noun.head
    return name if noun.dep_ == "appos" and name.pos_ == "PROPN" and name.i < noun.i else noun


def _end(head: "Token") -> int:
    """Return where a noun for anybody ends with what tells who is meant: `people briefed on the talks`."""
    told = next((word for word in head.rights if word.dep_ in ("acl", "relcl", "amod") and word.i == head.i + 1), None)
    if told is None or lemma(head) not in load("groups")["anybody"]:
        return head.idx + len(head)
    last = min(told.right_edge.i, head.i + _LONGEST)
    last = next((i - 1 for i in range(head.i + 1, last + 1) if head.doc[i].is_punct or "\n" in head.doc[i].text), last)
    return head.doc[last].idx + len(head.doc[last])


def _actor(head: "Token", mentions: Sequence[Mention], actors: Sequence[FoundActor]) -> FoundActor:
    beside = [child for child in head.lefts if child.dep_ in _NAMED_BY and child.pos_ != "PRON"]
    beside = [child for child in beside if child.lower_ not in ORDINALS]
    others = [
        child.i for child in beside if child.i < head.i - 1 and any(inner.dep_ == "cc" for inner in child.children)
    ]
    beside = [child for child in beside if child.i not in others]
    first = min([child.left_edge for child in beside] + [head], key=lambda word: word.i)
    whose = [word for word in head.rights if word.lower_ in ("of", "for") for word in word.children]
    on = [m for m in mentions for word in (*beside, *whose) if m.start <= word.idx < m.end and m.actor is not None]
    of = next((m for m in on if actors[m.actor or 0].kind in ("state", "organization")), None)
    behind = of is not None and of.start > head.idx
    end = of.end if of is not None and behind else _end(head)
    name = " ".join(head.doc.text[first.idx : end].split()).removeprefix("the ").removeprefix("The ")
    body = of.actor if of is not None else None
    kind = "group" if head.tag_ in ("NNS", "NNPS") else "organization" if lemma(head) in _bodies() else "person"
    speaks = body if kind != "organization" and is_office(head.text) else None
    return FoundActor(name[:1].upper() + name[1:], kind, part_of=body, speaks_for=speaks, named=False)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    words = load("organization_words")
    return frozenset(word for part in ("state", "other", "described", "before") for word in words[part])
