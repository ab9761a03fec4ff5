"""Quotations find their speaker: the cue before, after or within them, else the speaker of the quotation before."""

from typing import TYPE_CHECKING

from generator.drafting.attribution_clauses import cue_of
from generator.drafting.attribution_sources import source_of
from generator.drafting.attribution_spans import Act, Page, Range, frames, plain, whole

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = ("—", "–", "-", "--")
SIGNED = 12
"""Words of the line that signs a quotation, at most."""
LONE = 6
"""Words of a quotation that is a paragraph, at least."""
REACH = 40
"""Words between a quotation and its cue, at most."""


def settle(page: Page, acts: list[Act]) -> list[Act]:
    """Return the acts widened to whole quotations, and new ones for the quotations left over."""
    owner: dict[int, Act] = {}
    for act in acts:
        _widen(page, act, owner)
    last: Act | None = None
    for q in range(len(page.ranges)):
        if q in owner:
            last = owner[q]
            continue
        found = _after(page, q) or _before(page, q) or _label(page, q) or _signed(page, q) or _announced(page, q)
        if found is not None:
            act = found
            same = next((one for one in acts if one.head == act.head), None)
            if same is None:
                acts.append(act)
            else:
                same.content = same.content + act.content if owner and same in owner.values() else act.content
                act = same
            last = owner[q] = act
        elif last is not None and (_goes_on(page, q, last) or _alone(page, q, last)):
            last.content.append(page.ranges[q])
            owner[q] = last
        elif fallback := _governed(page, q):
            acts.append(fallback)
            owner[q] = fallback
        elif reported := _reported(page, q, acts):
            acts.append(reported)
            last = owner[q] = reported
    _give_sources(page, acts)
    return acts


def _give_sources(page: Page, acts: list[Act]) -> None:
    """Give an act that has no source the speaker near its quotation."""
    for act in acts:
        if not act.source and act.head < len(page.doc) and act.rule in ("clause", "around"):
            act.source = _lost_source(page, act)


def _lost_source(page: Page, act: Act) -> list[Range]:
    """The speaker of a quotation whose verb has no subject in the parse: the noun phrase between them or behind it."""
    ends = {page.ranges[page.inside[i - 1]][1] for _, i in act.content if page.inside[i - 1] >= 0}
    for end in sorted(ends, reverse=True):
        if end <= act.head < end + REACH:
            return _near_source(page, page.doc[act.head], (end, page.sentence(act.head)[1]))
    return []


def _stands_alone(page: Page, q: int) -> bool:
    start, end = page.ranges[q]
    before, behind = page.texts[start - 1 : start], page.texts[end : end + 1]
    return (not before or "\n" in before[0]) and (not behind or "\n" in behind[0])


def _alone(page: Page, q: int, last: Act) -> bool:
    """A paragraph that is nothing but a quotation, behind one that its speaker is in."""
    start, end = page.ranges[q]
    doc = page.doc
    since = max([last.head, *(part[1] for part in last.content)])
    return (
        _stands_alone(page, q)
        and end - start >= LONE
        and sum("\n" in doc[i].text for i in range(min(since, start), start)) == 1
    )


def _reported(page: Page, q: int, acts: list[Act]) -> Act | None:
    """Read a paragraph that is nothing but a quotation as going on with what the one before it reports."""
    start, end = page.ranges[q]
    first = start - 1
    while first > 0 and "\n" not in page.texts[first - 1]:
        first -= 1
    told = [act for act in acts if act.source and first <= act.head < start and page.doc[act.head].lemma_ in plain()]
    if not told or not _stands_alone(page, q) or end - start < LONE:
        return None
    act = max(told, key=lambda one: one.head)
    return Act(act.head, act.cue, act.source, [(start, end)], "cue-then-quote")


def _widen(page: Page, act: Act, owner: dict[int, Act]) -> None:
    """A content that touches a quotation takes all of it."""
    touched = {page.inside[i] for start, end in act.content for i in range(start, end)} - {-1}
    for q in sorted(touched):
        inner = page.ranges[q]
        if act.rule != "turn":
            act.content = [*act.content, inner]
        owner.setdefault(q, act)


def _gap_after(page: Page, q: int) -> Range:
    """The words from the end of a quotation to the end of its sentence, paragraph, or to the next quotation."""
    start = i = page.ranges[q][1]
    doc = page.doc
    while i < len(doc) and page.inside[i] < 0 and "\n" not in doc[i].text and i - start < REACH:
        if doc[i].text in (".", "!", "?", ";") or (
            i > start and doc[i].is_sent_start and doc[i].is_title and doc[i - 1].is_punct
        ):
            break
        i += 1
    return start, i


def _gap_before(page: Page, q: int) -> Range:
    end = i = page.ranges[q][0]
    doc = page.doc
    while i > 0 and page.inside[i - 1] < 0 and "\n" not in doc[i - 1].text and end - i < REACH:
        if doc[i - 1].text in (".", "!", "?") and doc[i].text not in (",", ";"):
            break
        i -= 1
    return i, end


def _speech(page: Page, gap: Range) -> "list[Token]":
    table = frames()
    return [
        page.doc[i] for i in range(*gap) if page.doc[i].pos_ == "VERB" and "quote" in table.get(page.doc[i].lemma_, ())
    ]


def _after(page: Page, q: int) -> Act | None:
    """“…,” she said. / “…,” said the minister, who …"""
    gap = _gap_after(page, q)
    verbs = _speech(page, gap)
    doc = page.doc
    if not verbs or (
        page.quotes[q].closed
        and doc[page.ranges[q][1] - 2].text == "."
        and doc[gap[0]].is_title
        and gap[0] < gap[1]
        and doc[gap[0]].is_sent_start
    ):
        return None
    verb = verbs[0]
    source = _near_source(page, verb, gap)
    return Act(verb.i, cue_of(verb), source, [page.ranges[q]], "quote-then-cue") if source else None


def _near_source(page: Page, verb: "Token", gap: Range) -> list[Range]:
    """The verb's subject if it lies outside of quotations, else the noun phrase next to the verb."""
    for found in source_of(verb), _beside(page, verb, gap):
        outside = [part for part in found if all(page.inside[i] < 0 for i in range(*part))]
        if outside:
            return outside
    return []


def _beside(page: Page, verb: "Token", gap: Range) -> list[Range]:
    doc = page.doc
    before = [i for i in range(gap[0], verb.i) if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    if before:
        return [(max(gap[0], whole(doc[before[-1]])[0]), verb.i)]
    after = next((i for i in range(verb.i + 1, gap[1]) if doc[i].pos_ in ("NOUN", "PROPN", "PRON")), None)
    return [(verb.i + 1, max(after + 1, min(gap[1], whole(doc[after])[1])))] if after is not None else []


def _before(page: Page, q: int) -> Act | None:
    """She said, “…” / The minister went on: “…”"""
    gap = _gap_before(page, q)
    verbs = _speech(page, gap)
    doc = page.doc
    if not verbs:
        return None
    verb = verbs[-1]
    lead = doc[gap[1] - 1]
    if lead.text not in (",", ":", "that", "—", "–", "-") and gap[1] - verb.i > 3:
        return None
    source = _near_source(page, verb, gap)
    return Act(verb.i, cue_of(verb), source, [page.ranges[q]], "cue-then-quote")


def _label(page: Page, q: int) -> Act | None:
    """Minister: “…”"""
    gap = _gap_before(page, q)
    doc = page.doc
    if gap[1] - gap[0] < 2 or doc[gap[1] - 1].text != ":":
        return None
    return Act(gap[1] - 1, [(gap[1] - 1, gap[1])], [(gap[0], gap[1] - 1)], [page.ranges[q]], "label")


def _announced(page: Page, q: int) -> Act | None:
    """Read "The mayor went on:" as the line before a quotation."""
    colon = page.ranges[q][0] - 1
    while colon > 0 and page.doc[colon].is_space:
        colon -= 1
    if colon < 1 or page.texts[colon] != ":" or colon == page.ranges[q][0] - 1:
        return None
    gap = page.sentence(colon)
    verbs = _speech(page, gap) or [page.doc[i] for i in range(*gap) if page.doc[i].dep_ == "ROOT"]
    source = source_of(verbs[-1]) if verbs and page.inside[verbs[-1].i] < 0 else []
    return Act(verbs[-1].i, cue_of(verbs[-1]), source, [page.ranges[q]], "cue-then-quote") if source else None


def _signed(page: Page, q: int) -> Act | None:
    """Read a quotation whose next line is "— Ama Boateng."."""
    end, last = page.ranges[q][1], len(page.doc)
    dash = end + 1
    if dash + 1 >= last or "\n" not in page.texts[end] or page.texts[dash] not in DASHES:
        return None
    stop = next((i for i in range(dash, min(last, dash + SIGNED)) if "\n" in page.texts[i] or i == last - 1), dash)
    name = page.doc[dash + 1 : stop + (stop == last - 1)]
    if not any(word.pos_ == "PROPN" for word in name) or any(word.pos_ in ("VERB", "AUX") for word in name):
        return None
    return Act(dash, [(dash, dash + 1)], [(name.start, name.end)], [page.ranges[q]], "signed")


def _goes_on(page: Page, q: int, last: Act) -> bool:
    """A quotation that starts its sentence, with nothing but its speaker's other words since the last one."""
    start, _end = page.ranges[q]
    doc = page.doc
    if page.quotes[q].joined:
        return True
    begins = start == 0 or doc[start - 1].is_space or page.texts[start - 1][-1] in ".!?" or page.quotes[q].dash
    since = max([last.head, *(part[1] for part in last.content)])
    breaks = sum("\n" in doc[i].text for i in range(min(since, start), start))
    return begins and breaks == 0


def _governed(page: Page, q: int) -> Act | None:
    """A quoted part of a sentence without a verb of saying: its verb's subject is taken for the speaker."""
    start, end = page.ranges[q]
    if end - start < 6:
        return None
    inner = page.doc[start:end].root
    verb = inner.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if page.inside[verb.i] >= 0 or verb.pos_ != "VERB":
        return None
    source = source_of(verb)
    return Act(verb.i, cue_of(verb), source, [page.ranges[q]], "quoted-part") if source else None
