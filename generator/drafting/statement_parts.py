"""What of an attribution is a statement of its own: each item of a list of demands, each part of a broken quotation."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.drafting import datelines, stance
from generator.drafting.findings import Attribution, Offsets
from generator.drafting.statement_cues import communicates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LISTED = frozenset(("demand", "propose", "commit", "reject", "support", "oppose", "threaten"))
"""Stances whose coordinated contents are told one by one."""

WILLING = frozenset(("commit", "support", "propose"))
"""Stances that "ready to" has, and "not ready to" rejects."""

INSERTED = 150
"""Characters of "the minister told reporters on Monday." between two parts of a quotation, at most."""

AFTERTHOUGHT = 11
"""Words of a quotation's second part, at most, where it only rounds off the first."""

DOUBTS = frozenset(("doubt", "question"))
"""Cues that belong to their content, which without them says the opposite: "doubts that it will work"."""

CLAIM = 5
"""Words that make a clause a claim of its own."""

SAYING = 5
"""Words of a quotation that are a statement apart from the rest of it, at least."""

DASHES = ("—", "–", "-")

ITEM = 3
"""Words that make a coordinated phrase an item of its own."""

NEAR = 20
"""Words of a quote that takes its speaker in, at most."""

WHOLE = frozenset(
    (
        "clause",
        "around",
        "parenthetical",
        "according-to",
        "list",
        "headline",
        "label",
        "signed",
        "turn",
        "quote-then-cue",
        "cue-then-quote",
    )
)
"""Rules whose content says it all; with the others the cue belongs to it: "insists on talks"."""

GOING_ON = frozenset(
    (
        "including",
        "which",
        "who",
        "where",
        "when",
        "while",
        "with",
        "such",
        "like",
        "but",
        "as",
        "not",
        "followed",
        "only",
        "or",
        "especially",
        "particularly",
        "after",
        "before",
        "if",
        "because",
        "since",
        "although",
    )
)
"""Words behind a comma that go on with what stands before it."""


@dataclass(frozen=True)
class Part:
    """One statement's content and the words that show it: the content, with the cue where that belongs to it."""

    attribution: Attribution
    content: Offsets
    quote: Offsets
    cue: "Token | None"
    stance: str | None = None
    """Where not the content tells it but what the list is called: "four proposals:"."""


def split(doc: "Doc", attributions: Sequence[Attribution]) -> Iterator[Part]:
    """Yield the parts of those attributions that report an act of communication."""
    lists = {one.cue for one in attributions if one.rule == "list"}
    for one in attributions:
        cue = cue_token(doc, one)
        if (cue is not None and not communicates(cue, one)) or (one.rule != "list" and one.cue in lists):
            continue
        parts = (
            part
            for content in _unbroken(doc, one)
            for piece in _pieces(doc, one, content)
            for claim in _claims(doc, one, piece)
            for part in _parts(doc, one, claim, cue)
        )
        yield from _resumed(doc, parts) if one.kind == "direct" else parts


def _resumed(doc: "Doc", parts: Iterator[Part]) -> Iterator[Part]:
    """Join what a quotation goes on to say behind "she said." unless it goes over to another stance."""
    kept: Part | None = None
    for part in parts:
        if kept is not None and _goes_on(doc, kept, part):
            kept = replace(kept, quote=(kept.quote[0], part.quote[1]))
            continue
        if kept is not None:
            yield kept
        kept = part
    if kept is not None:
        yield kept


def _goes_on(doc: "Doc", first: Part, second: Part) -> bool:
    gap = doc.text[first.quote[1] : second.quote[0]]
    short = sum(word.is_alpha for word in span(doc, second.content)) <= AFTERTHOUGHT
    if not short or not 0 < len(gap) <= INSERTED or "\n" in gap:
        return False
    said, says = (stance.of(span(doc, part.content), part.cue) for part in (first, second))
    return says == said or says not in stance.STRONG


def _unbroken(doc: "Doc", one: Attribution) -> list[Offsets]:
    """The contents, those joined again that "she said" interrupts in mid-sentence; none that say nothing."""
    found: list[Offsets] = []
    for content in one.content:
        if found and _interrupted(span(doc, (found[-1][0], content[1])), found[-1], content, one.rule):
            found[-1] = (found[-1][0], content[1])
        elif any(word.is_alpha or word.like_num for word in span(doc, content)):
            found.append(content)
    return found


def _interrupted(both: "Span", first: Offsets, second: Offsets, rule: str) -> bool:
    text, start = both.text, both.start_char
    before, after = text[: first[1] - start].rstrip("\"'”’» "), text[second[0] - start :].lstrip("\"'“‘« ")
    ended = before[-1:] in (".", "!", "?")
    return "\n" not in text and not ended and (rule in ("parenthetical", "according-to") or after[:1].islower())


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


def sentence(found: "Span") -> Offsets:
    """The characters of the sentence that a stretch begins in; faster than Span.sent, which counts from the first."""
    doc, start, end = found.doc, found.start, found.start + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _pieces(doc: "Doc", one: Attribution, content: Offsets) -> Iterator[Offsets]:
    """A content cut at paragraphs, and a quotation also where it goes over to another stance."""
    found = span(doc, content)
    cuts = [word.i for word in found if "\n" in word.text]
    for first, end in zip([found.start, *(i + 1 for i in cuts)], [*cuts, found.end], strict=True):
        if first < end:
            piece = (max(content[0], doc[first].idx), min(content[1], doc[end - 1].idx + len(doc[end - 1])))
            yield from _sentences(doc, piece) if one.kind == "direct" else [piece]


def _claims(doc: "Doc", one: Attribution, piece: Offsets) -> Iterator[Offsets]:
    """Reported clauses joined by "and" or "but", each with a subject of its own."""
    start = piece[0]
    if one.kind == "indirect" and one.rule in ("clause", "around", "according-to", "parenthetical"):
        content = span(doc, piece)
        for word in _joined(content):
            own = word in content and any(inner.dep_ in ("nsubj", "nsubjpass", "expl") for inner in word.children)
            own = own and any(inner.tag_ == "MD" or inner.lower_ == "that" for inner in word.children)
            begin = word.left_edge.idx
            if (
                own
                and len(doc.char_span(start, begin, alignment_mode="contract") or ()) >= CLAIM
                and len(list(word.subtree)) >= CLAIM
            ):
                yield start, _before_joint(doc, begin)
                start = begin
    yield start, piece[1]


def _joined(content: "Span") -> "list[Token]":
    """The verbs on a level with the content's main verb, and those that the parser hangs on the cue instead."""
    stray = {word for word in content if word.dep_ == "conj" and not content.start <= word.head.i < content.end}
    that = {
        word.head
        for word in content
        if word.lower_ == "that" and word.dep_ == "mark" and word.i > content.start and _joint(word)
    }
    return sorted({*content.root.conjuncts, *stray, *that} - {content.root}, key=lambda word: word.i)


def _joint(word: "Token") -> bool:
    return word.i > 0 and word.nbor(-1).lower_ in ("and", "but")


def _before_joint(doc: "Doc", begin: int) -> int:
    """Where the words before ", and" end."""
    word = span(doc, (begin, begin + 1))[0]
    while word.i > 0 and (word.nbor(-1).is_punct or word.nbor(-1).dep_ == "cc" or word.nbor(-1).is_space):
        word = word.nbor(-1)
    return int(word.nbor(-1).idx + len(word.nbor(-1))) if word.i > 0 else begin


def _sentences(doc: "Doc", piece: Offsets) -> Iterator[Offsets]:
    start, said = piece[0], None
    whole = span(doc, piece)
    bounds = [whole.start, *(word.i for word in whole[1:] if word.is_sent_start), whole.end]
    for first, end in itertools.pairwise(bounds):
        sentence = doc[first:end]
        begin = max(sentence.start_char, piece[0])
        says = stance.of(sentence, None)
        short = (
            min(_count(doc[first : whole.end]), _count(span(doc, (start, begin)))) < SAYING if begin > start else True
        )
        if said is not None and says != said and says in stance.STRONG and not short:
            yield start, doc[first - 1].idx + len(doc[first - 1])
            start, said = begin, says
        said = says if said is None or says in stance.STRONG else said
    yield start, piece[1]


def _count(words: "Span") -> int:
    return sum(word.is_alpha for word in words)


def _parts(doc: "Doc", one: Attribution, piece: Offsets, cue: "Token | None") -> Iterator[Part]:
    content = span(doc, piece)
    if one.rule == "list" and cue is not None:
        yield Part(one, piece, piece, cue, _called(cue))
        return
    does = stance.of(content, cue)
    items = _items(content) if one.kind != "direct" and does in LISTED and (cue is not None) else []
    if (
        one.rule in ("clause", "around", "parenthetical", "according-to")
        and stance.of_cue(cue.lemma_ if cue else "") not in LISTED
    ):
        items = []
    items = [item for item in items if len(item) >= ITEM] if len(items) > 1 else []
    if len(items) > 1:
        for n, item in enumerate(items):
            offsets = (item.start_char, item.end_char)
            yield Part(one, offsets, _with_cue(offsets, cue) if n == 0 else offsets, cue)
        return
    offsets = _trimmed(content, piece)
    short = one.rule not in WHOLE or len(content) < 5 or (cue is not None and cue.lemma_ in DOUBTS)
    unwilling = cue is not None and does in WILLING and _is_not(cue)
    quote = _with_source(doc, one, _with_cue(offsets, cue) if short else offsets)
    yield Part(one, offsets, quote, cue, "reject" if unwilling else None)


def _is_not(cue: "Token") -> bool:
    """Read "is not ready to"."""
    return cue.pos_ == "ADJ" and any(word.dep_ == "neg" for word in cue.head.children)


def _called(cue: "Token") -> str | None:
    """The stance in the list's own name."""
    named = [word for word in cue.subtree if word.pos_ == "NOUN" and word.i >= cue.i]
    return next((found for word in named if (found := stance.of_cue(word.lemma_))), None)


def _trimmed(content: "Span", piece: Offsets) -> Offsets:
    start = content.start + (content[0].lower_ == "that" and len(content) > 2)
    begin = datelines.behind(content.doc, max(content.doc[start].idx, piece[0]))
    return min(begin, piece[1] - 1), piece[1]


def _with_cue(content: Offsets, cue: "Token | None") -> Offsets:
    """Content and cue as one stretch, where they stand close."""
    if cue is None or not -60 < content[0] - cue.idx < 120:
        return content
    negations = [word for word in (*cue.lefts, *cue.head.children) if word.dep_ == "neg" and 0 < cue.i - word.i < 4]
    verbs = [aux for word in negations for aux in word.head.lefts if aux.dep_ in ("aux", "auxpass") and aux.i < word.i]
    first = min([cue.idx, *(word.idx for word in (*negations, *verbs))])
    joined = min(first, content[0]), max(content[1], cue.idx + len(cue))
    return joined if "\n" not in span(cue.doc, joined).text else content


def _with_source(doc: "Doc", one: Attribution, quote: Offsets) -> Offsets:
    """A quote with the speaker's words, where it has hardly any itself or is a passive: "The mayor backed her"."""
    if not one.source or (one.rule != "passive" and _count(span(doc, quote)) >= ITEM):
        return quote
    joined = min(one.source[0][0], quote[0]), max(one.source[0][1], quote[1])
    apart = len(span(doc, joined)) > NEAR or "\n" in doc.text[slice(*joined)]
    return quote if apart else joined


def _items(content: "Span") -> "list[Span]":
    """The items of "A, B, and C", each with its own words; of "A and B" where both say something by themselves."""
    cuts = _listed(content) or _paired(content)
    starts, ends = [content.start, *cuts], [*cuts, content.end]
    items = [_clean(content.doc[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [item for item in items if item is not None]


def _listed(content: "Span") -> list[int]:
    """Where the items of a list begin, from its commas or semicolons; none unless "and" or ";" leads to the last."""
    inner = [word for word in content[:-1] if word.is_punct]
    marks = [word.i for word in inner if word.text in (",", ";") or (word.text in DASHES and word.nbor().dep_ == "cc")]
    cuts = [
        i + 1
        for i in marks
        if content.doc[i + 1].lower_ not in GOING_ON
        and content.doc[i + 1].tag_ not in ("VBG", "VBN", "WDT", "WP", "RB")
    ]
    kept: list[int] = []
    for cut, following in zip(cuts, [*cuts, content.end][1:], strict=True):
        if following - cut > ITEM and (kept or cut - content.start > 1):
            kept.append(cut)
    last = content.doc[kept[-1]] if kept else None
    closed = last is not None and (last.dep_ == "cc" or last.nbor(-1).text == ";")
    return kept if closed else []


def _paired(content: "Span") -> list[int]:
    """Where the second of two coordinated phrases begins, under the content's root or the objects below it."""
    root = content.root
    for _ in range(4):
        second = next((word for word in root.children if word.dep_ == "conj" and word in content), None)
        if second is not None:
            bare = root.pos_ == "VERB" and not any(
                word.dep_ in ("dobj", "prep", "xcomp", "ccomp") for word in root.children
            )
            return [] if bare or len(list(second.subtree)) < ITEM else [max(second.left_edge.i, root.i + 1)]
        below = next(
            (
                word
                for word in root.children
                if word.dep_ in ("pobj", "pcomp", "dobj", "xcomp", "prep") and word in content and word.i > root.i
            ),
            None,
        )
        if below is None:
            return []
        root = below
    return []


def _clean(item: "Span") -> "Span | None":
    start, end = item.start, item.end
    while end > start and (
        (item.doc[end - 1].is_punct and item.doc[end - 1].text not in "”\"'’)")
        or item.doc[end - 1].is_space
        or item.doc[end - 1].dep_ == "cc"
    ):
        end -= 1
    while start < end and (
        item.doc[start].dep_ == "cc" or (item.doc[start].is_punct and item.doc[start].text not in "“\"'‘(")
    ):
        start += 1
    return item.doc[start:end] if end > start else None
