"""What of an attribution is a statement of its own: each item of a list of demands, each part of a broken quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import stance
from generator.drafting.findings import Attribution, Offsets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LISTED = frozenset(("demand", "propose", "commit", "reject", "support", "oppose", "threaten"))
"""Stances whose coordinated contents are told one by one."""

ITEM = 3
"""Words that make a coordinated phrase an item of its own."""

WHOLE = frozenset(("clause", "around", "parenthetical", "according-to", "list", "headline", "label", "quote-then-cue", "cue-then-quote"))
"""Rules whose content says it all; with the others the cue belongs to it: "insists on talks"."""

PLANS = frozenset(("decide", "plan", "intend", "refuse", "prepare", "resolve", "want"))
IDLE = frozenset(("discuss", "debate", "mention", "refer", "cite", "address", "consider", "note", "read", "recall", "quote", "describe", "show", "find"))
"""Cues that with a noun phrase only name a matter."""


@dataclass(frozen=True)
class Part:
    """One statement's content and the words that show it: the content, with the cue where that belongs to it."""

    attribution: Attribution
    content: Offsets
    quote: Offsets
    cue: "Token | None"


def split(doc: "Doc", attributions: Sequence[Attribution]) -> Iterator[Part]:
    """Yield the parts of those attributions that report an act of communication."""
    for one in attributions:
        cue = cue_token(doc, one)
        if cue is not None and not _communicates(cue, one):
            continue
        for content in one.content:
            for piece in _pieces(doc, one, content):
                yield from _parts(doc, one, piece, cue)


def cue_token(doc: "Doc", attribution: Attribution) -> "Token | None":
    """The main word of the cue."""
    spans = [span(doc, offsets) for offsets in attribution.cue]
    words = [word for found in spans for word in found if word.pos_ in ("VERB", "NOUN", "ADJ")]
    return words[0] if words else None


def span(doc: "Doc", offsets: Offsets) -> "Span":
    """The tokens of a stretch of characters."""
    found = doc.char_span(*offsets, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no tokens at {offsets}")
    return found


def _communicates(cue: "Token", one: Attribution) -> bool:
    """Speech and taking sides, not mere attitudes: "said", "demanded", "rejected"; not "thought", "mentioned the plan"."""
    if one.kind != "indirect":
        return True
    if one.rule in ("thing", "prepositional", "clause") and any(word.dep_ == "neg" for word in cue.children):
        return stance.of_cue(cue.lemma_) in ("accept", "support", "commit", "propose")
    if one.rule in ("thing", "prepositional") and (cue.lemma_ in IDLE or _vague(cue)):
        return False
    if cue.pos_ == "VERB":
        return cue.lemma_ in _speech() or cue.lemma_ in PLANS and one.rule in ("infinitive", "clause")
    return True


def _vague(cue: "Token") -> bool:
    """Its object is a pronoun or "this information"."""
    thing = next((word for word in cue.children if word.dep_ in ("dobj", "pobj")), None)
    return thing is not None and (thing.pos_ == "PRON" or all(word.pos_ in ("DET", "NOUN") and word.is_stop or word == thing for word in thing.subtree))


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(
        verb for entry in vocabulary.load("cue_verbs").values() if not entry.get("mental") for verb in entry["verbs"]
    )


def _pieces(doc: "Doc", one: Attribution, content: Offsets) -> Iterator[Offsets]:
    """A content cut at paragraphs, and a quotation also where it goes over to another stance."""
    start = content[0]
    for line in doc.text[content[0] : content[1]].split("\n"):
        if line.strip():
            piece = (start, start + len(line))
            yield from _sentences(doc, piece) if one.kind == "direct" else [piece]
        start += len(line) + 1


def _sentences(doc: "Doc", piece: Offsets) -> Iterator[Offsets]:
    start, said = piece[0], None
    for sentence in span(doc, piece).sents:
        begin = max(sentence.start_char, piece[0])
        says = stance.of(sentence, None)
        if said is not None and says != said and says in stance.STRONG and begin > start:
            yield start, len(doc.text[:begin].rstrip())
            start, said = begin, says
        said = says if said is None or says in stance.STRONG else said
    yield start, piece[1]


def _parts(doc: "Doc", one: Attribution, piece: Offsets, cue: "Token | None") -> Iterator[Part]:
    content = span(doc, piece)
    does = stance.of(content, cue)
    items = _items(content) if one.kind != "direct" and does in LISTED and (cue is not None) else []
    if one.rule in ("clause", "around", "parenthetical", "according-to") and stance.of_cue(cue.lemma_ if cue else "") not in LISTED:
        items = []
    items = [item for item in items if len(item) >= ITEM] if len(items) > 1 else []
    if len(items) > 1:
        for n, item in enumerate(items):
            offsets = (item.start_char, item.end_char)
            yield Part(one, offsets, _with_cue(offsets, cue) if n == 0 and one.rule != "list" else offsets, cue)
        return
    offsets = _trimmed(content, piece)
    short = one.rule not in WHOLE or len(content) < 5
    yield Part(one, offsets, _with_cue(offsets, cue) if short and one.rule != "list" else offsets, cue)


def _trimmed(content: "Span", piece: Offsets) -> Offsets:
    start = content.start + (content[0].lower_ == "that" and len(content) > 2)
    return max(content.doc[start].idx, piece[0]), piece[1]


def _with_cue(content: Offsets, cue: "Token | None") -> Offsets:
    """Content and cue as one stretch, where they stand close."""
    if cue is None or not -60 < content[0] - cue.idx < 120:
        return content
    joined = min(cue.idx, content[0]), max(content[1], cue.idx + len(cue))
    return joined if "\n" not in cue.doc.text[joined[0] : joined[1]] else content


def _items(content: "Span") -> "list[Span]":
    """The coordinated members of a content, each with its own words: its verbs, else its main verb's objects."""
    root = content.root
    heads = _coordinated(root, content)
    while len(heads) < 2:
        below = next((word for word in root.children if word.dep_ in ("pobj", "pcomp", "dobj", "xcomp", "prep") and word in content), None)
        if below is None or below.i < root.i:
            return []
        root = below
        heads = _coordinated(root, content)
    starts = [content.start, *(max(head.left_edge.i, before.i + 1) for before, head in zip(heads, heads[1:], strict=False))]
    ends = [*starts[1:], content.end]
    return [item for start, end in zip(starts, ends, strict=True) if (item := _clean(content.doc[start:end])) is not None]


def _coordinated(root: "Token", content: "Span") -> "list[Token]":
    return sorted({root, *(word for word in root.conjuncts if word in content)}, key=lambda word: word.i)


def _clean(item: "Span") -> "Span | None":
    start, end = item.start, item.end
    while end > start and (item.doc[end - 1].is_punct and item.doc[end - 1].text not in "”\"'’)" or item.doc[end - 1].is_space or item.doc[end - 1].dep_ == "cc"):
        end -= 1
    while start < end and (item.doc[start].dep_ == "cc" or item.doc[start].is_punct and item.doc[start].text not in "“\"'‘("):
        start += 1
    return item.doc[start:end] if end > start else None
