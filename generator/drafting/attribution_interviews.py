"""Transcripts and interviews: who speaks is told by labels, "SMITH:", "Q:", or by turns that begin with a dash."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.drafting.attribution_sources import source_of
from generator.drafting.attribution_spans import Act, Page, Range, phrases, whole

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = 7
"""Words of a label, at most."""
LABELLED = 4
"""Turns with a label, at least, where the labels are not in capitals."""
DASHES = ("—", "–", "-")
ASKING = frozenset(("q", "question"))
ANSWERING = frozenset(("a", "answer"))


def find(page: Page, lines: Sequence[Range]) -> Iterator[Act]:
    """Yield an act for each turn of a transcript, and for each answer of an interview."""
    turns = _labelled(page, lines)
    yield from turns or _answers(page, lines)


def _labelled(page: Page, lines: Sequence[Range]) -> list[Act]:
    """Lines that begin with a label and a colon, of two speakers at least."""
    capitals, others = [], []
    for start, end in lines:
        first = start + (page.texts[start] in ('"', "“", "''"))
        colon = next((i for i in range(first, min(first + NAME, end)) if page.texts[i] == ":"), first)
        words = page.texts[first:colon]
        if not words or colon + 2 >= end:
            continue
        turn = Act(colon, [(colon, colon + 1)], [(first, colon)], [(colon + 1, end)], "turn")
        if all(word.isupper() or not word.isalpha() for word in words) and len(words[-1]) > 1:
            capitals.append(turn)
        elif all(word[:1].isupper() or not word.isalpha() for word in words):
            others.append(turn)
    if len({_label(page, turn) for turn in capitals}) > 1:
        return capitals
    said = Counter(_label(page, turn) for turn in others)
    again = {label for label, times in said.items() if times > 1}
    turns = [turn for turn in others if _label(page, turn) in again]
    return _named(page, turns) if len(again) > 1 and len(turns) >= LABELLED else []


def _label(page: Page, turn: Act) -> tuple[str, ...]:
    return tuple(page.texts[slice(*turn.source[0])])


def _named(page: Page, turns: list[Act]) -> list[Act]:
    """The turns without the questions; "A" is whom the article introduces as interviewed."""
    kept = [turn for turn in turns if _label(page, turn)[-1].lower() not in ASKING]
    for turn in kept:
        if _label(page, turn)[-1].lower() in ANSWERING:
            turn.source = _interviewed(page, turn.head)
    return [turn for turn in kept if turn.source]


def _answers(page: Page, lines: Sequence[Range]) -> Iterator[Act]:
    """Every other line that begins with a dash: those with the fewer question marks."""
    turns = [(start, end) for start, end in lines if page.texts[start] in DASHES and end - start > 1]
    if not turns or page.inside[turns[0][0] + 1] >= 0 or len(turns) < LABELLED:
        return
    asked = [sum(page.texts[end - 1] == "?" for _, end in turns[n::2]) for n in (0, 1)]
    source = _interviewed(page, turns[0][0])
    if source and asked[0] != asked[1]:
        for start, end in turns[int(asked[0] > asked[1]) :: 2]:
            yield Act(start, [(start, start + 1)], source, [(start + 1, end)], "turn")


def _interviewed(page: Page, before: int) -> list[Range]:
    """Who speaks or answers in the words that lead to the first turn, or whom we spoke to."""
    for word in page.doc[:before]:
        if word.lemma_ in phrases("interviews") and (met := _met(word)):
            return met
    persons = (word for word in page.doc[:before] if word.ent_type_ == "PERSON" and word.dep_ == "nsubj")
    return next(([whole(word)] for word in persons), [])


def _met(word: "Token") -> list[Range]:
    """Read "X spoke to our paper", "we talked to X", "an interview with X"."""
    own = source_of(word) if word.pos_ == "VERB" else []
    if own and word.doc[own[0][0]].lower_ not in ("we", "i"):
        return own
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ in ("to", "with"):
            return [whole(inner) for inner in prep.children if inner.dep_ == "pobj"]
    return []
