"""Where something was said, in the article's words: "in an interview with the Post", "at a rally", "on Telegram"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drafting.attribution_spans import lemma, phrases, whole
from generator.drafting.findings import Attribution, FoundEvent, FoundStatement, Offsets
from generator.drafting.statement_parts import sentence, span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 12
"""Words of an occasion, at most: longer ones end before the first phrase that does not fit."""
ENDS = frozenset(("relcl", "appos", "acl", "advcl", "punct", "cc", "conj"))
SPEAKING = frozenset(("speak", "address", "talk", "write", "appear", "testify", "post", "attend", "host", "deliver"))
"""Verbs beside the cue whose phrase tells the occasion: "speaking at a rally, she said"."""


def add(doc: "Doc", said: Sequence[FoundStatement], events: Sequence[FoundEvent] = ()) -> list[FoundStatement]:
    """Return the statements with their occasions, and with the event of the article that the occasion names."""
    return [_with_occasion(doc, one, events) for one in said]


def _with_occasion(doc: "Doc", one: FoundStatement, events: Sequence[FoundEvent]) -> FoundStatement:
    found = of(doc, one.attribution)
    if found is None:
        return one
    named = (i for i, event in enumerate(events) if found[0] <= event.start and event.end <= found[1])
    return replace(one, occasion=found, event=next(named, None))


def of(doc: "Doc", attribution: Attribution) -> Offsets | None:
    """The words that tell where an attribution was said, None where it has none."""
    if not attribution.cue:
        return None
    cue = span(doc, attribution.cue[0])
    start, end = sentence(cue)
    taken = [*attribution.content, *attribution.cue]
    for prep in span(doc, (start, end)):
        inside = any(a <= prep.idx < b for a, b in taken)
        if prep.dep_ == "prep" and not inside and prep.lower_ in phrases("media") and _near(prep, cue.root):
            found = _phrase(prep)
            if found is not None and not any(a < found[1] and found[0] < b for a, b in taken):
                return found
    return None


def _near(prep: "Token", cue: "Token") -> bool:
    """Does the phrase hang on the verb of saying, or on "speaking at …" beside it?"""
    head = prep.head
    return head == cue or (head.lemma_ in SPEAKING and cue in (head.head, *head.conjuncts, *head.head.conjuncts))


def _phrase(prep: "Token") -> Offsets | None:
    noun = next((word for word in prep.children if word.dep_ == "pobj"), None)
    if noun is None or not _is_occasion(prep, noun):
        return None
    last = _last(noun, prep.i + LONGEST)
    while last.is_punct and last.i > noun.i:
        last = last.nbor(-1)
    return prep.idx, last.idx + len(last)


def _last(noun: "Token", most: int) -> "Token":
    """The last word of a noun with the phrases behind it, as many as end before word number `most`."""
    last = noun
    for part in _parts(noun):
        inner = next((word for word in part.children if word.dep_ == "pobj"), None)
        end = _last(inner, most) if inner is not None else part.right_edge
        if end.i >= most or part.left_edge.i > last.i + 1:
            break
        last = end
    return last


def _parts(noun: "Token") -> Iterator["Token"]:
    """The phrases behind a noun, up to an aside or a time."""
    for part in noun.rights:
        timed = any(word.ent_type_ in ("DATE", "TIME") for word in (part, *part.children))
        if part.dep_ in ENDS or timed:
            return
        yield part


def _is_occasion(prep: "Token", noun: "Token") -> bool:
    start, _ = whole(noun)
    name = noun.doc[start : noun.i + 1].text
    if noun.pos_ == "PROPN" and any(word in phrases("channels") for word in name.split()):
        return prep.lower_ in ("on", "in", "via", "to", "through")
    return lemma(noun) in phrases("occasions") and prep.lower_ not in ("to", "from")
