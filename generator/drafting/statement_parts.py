"""What of an attribution is a statement of its own: each item of a list of demands, each part of a broken quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting.findings import Attribution, Offsets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SHORT = 3
"""Words of a content that say something without their cue."""


@dataclass(frozen=True)
class Part:
    """One statement's content and the words that show it: the content, with the cue where that belongs to it."""

    attribution: Attribution
    content: Offsets
    quote: Offsets
    stance: str | None = None


def split(doc: "Doc", attributions: Sequence[Attribution]) -> Iterator[Part]:
    """Yield the parts of those attributions that report an act of communication."""
    for one in attributions:
        cue = cue_token(doc, one)
        if cue is not None and not _communicates(cue, one):
            continue
        for content in one.content:
            yield from _parts(doc, one, content, cue)


def cue_token(doc: "Doc", attribution: Attribution) -> "Token | None":
    """The main word of the cue: the first one, which the finders put before auxiliaries."""
    spans = [doc.char_span(*offsets, alignment_mode="expand") for offsets in attribution.cue]
    words = [word for span in spans if span is not None for word in span if word.pos_ in ("VERB", "NOUN", "ADJ")]
    return words[0] if words else None


def _communicates(cue: "Token", attribution: Attribution) -> bool:
    """Speech and taking sides, not mere attitudes: "said", "demanded", "rejected"; not "wanted", "thought"."""
    if attribution.kind != "indirect":
        return True
    if cue.pos_ == "VERB":
        return cue.lemma_ in _speech() or attribution.rule == "according-to"
    return True


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(
        verb for entry in vocabulary.load("cue_verbs").values() if not entry.get("mental") for verb in entry["verbs"]
    )


def _parts(doc: "Doc", one: Attribution, content: Offsets, cue: "Token | None") -> Iterator[Part]:
    span = doc.char_span(*content, alignment_mode="expand")
    if span is None or "\n\n" in span.text:
        span = _first_paragraph(doc, content)
    items = _items(span) if one.kind != "direct" and cue is not None and _demands(cue) else []
    if len(items) > 1:
        for n, item in enumerate(items):
            offsets = (item.start_char, item.end_char)
            yield Part(one, offsets, _with_cue(doc, offsets, cue) if n == 0 else offsets)
        return
    offsets = _trimmed(doc, span)
    nominal = one.rule in ("infinitive", "thing", "prepositional", "called", "as", "accused", "noun-clause", "noun-preposition")
    yield Part(one, offsets, _with_cue(doc, offsets, cue) if nominal and cue is not None else offsets)


def _first_paragraph(doc: "Doc", content: Offsets) -> "Span":
    end = doc.text.find("\n\n", *content)
    span = doc.char_span(content[0], end if end > 0 else content[1], alignment_mode="expand")
    assert span is not None
    return span


def _trimmed(doc: "Doc", span: "Span") -> Offsets:
    start = span.start + (span[0].lower_ == "that" and len(span) > 2)
    return doc[start].idx, span.end_char


def _with_cue(doc: "Doc", content: Offsets, cue: "Token | None") -> Offsets:
    """Content and cue as one stretch, where they stand close."""
    if cue is None or not -60 < content[0] - cue.idx < 120:
        return content
    return min(cue.idx, content[0]), max(content[1], cue.idx + len(cue))


def _demands(cue: "Token") -> bool:
    cues = vocabulary.load("stance_cues")["cues"]
    return any(cue.lemma_.lower() in cues[stance] for stance in ("demand", "propose", "commit"))


def _items(span: "Span") -> "list[Span]":
    """The coordinated members of a content's head, each with its own words."""
    heads = [span.root, *(word for word in span.root.conjuncts if span.start <= word.i < span.end)]
    if span.root.pos_ == "ADP":
        inner = [word for word in span.root.children if word.dep_ in ("pobj", "pcomp")]
        heads = [*inner, *(word for head in inner for word in head.conjuncts)]
    heads = sorted(set(heads), key=lambda word: word.i)
    starts = [span.start, *(head.left_edge.i if head.left_edge.i > heads[0].i else head.i for head in heads[1:])]
    ends = [*starts[1:], span.end]
    return [item for start, end in zip(starts, ends, strict=True) if (item := _clean(span.doc[start:end])) is not None]


def _clean(span: "Span") -> "Span | None":
    start, end = span.start, span.end
    while end > start and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space or span.doc[end - 1].dep_ == "cc"):
        end -= 1
    return span.doc[start:end] if end - start >= 2 else None
