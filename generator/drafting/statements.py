"""Attributions understood: each claim or demand on its own, with who voiced it, whose position it is, to whom, when, and its stance."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.drafting import stance, statement_parts
from generator.drafting.findings import Attribution, FoundActor, FoundDate, FoundStatement, Mention, Offsets
from generator.drafting.statement_parts import Part

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SAME = 0.6
"""Share of the shorter statement's content words that two tellings of one statement have in common."""

ADDRESSED = frozenset(("dobj", "dative", "iobj"))
FORMS = ("name", "description", "pronoun")


def understand(
    doc: "Doc",
    attributions: Sequence[Attribution],
    actors: Sequence[FoundActor],
    mentions: Sequence[Mention],
    dates: Sequence[FoundDate] = (),
) -> list[FoundStatement]:
    """Return the statements of an article in the text's order, each told once, at its fullest form.

    An attribution gives several where its content lists several demands, or where several speakers share it; one whose
    speaker is no actor gives none.
    """
    found: list[FoundStatement] = []
    for part in statement_parts.split(doc, attributions):
        for speaker in _speakers(doc, part.attribution, mentions):
            found.append(_statement(doc, part, speaker, actors, mentions, dates))
    return _once(doc, sorted(found, key=lambda one: (one.quote, one.holder or 0)))


def _statement(
    doc: "Doc", part: Part, speaker: int, actors: Sequence[FoundActor], mentions: Sequence[Mention], dates: Sequence[FoundDate]
) -> FoundStatement:
    holder = holder_of(actors, speaker)
    content = _span(doc, part.content)
    cue = statement_parts.cue_token(doc, part.attribution)
    own = _subject_actor(content, mentions, actors) == holder
    weighing = _weighs(doc, part.attribution, actors[speaker]) and holder == speaker
    return FoundStatement(
        attribution=part.attribution,
        stance=part.stance or stance.of(content, cue, own=own, weighing=weighing),
        speaker=speaker,
        holder=holder,
        to=_addressees(cue, mentions, holder, actors),
        date=_date(doc, part.attribution, dates),
        quote=part.quote,
    )


def _span(doc: "Doc", offsets: Offsets) -> "Span":
    span = doc.char_span(*offsets, alignment_mode="expand")
    assert span is not None
    return span


def holder_of(actors: Sequence[FoundActor], speaker: int) -> int:
    """Whose position it is when this actor speaks: the body or state spoken for, a ministry's state, else their own."""
    seen: set[int] = set()
    holder = speaker
    while holder not in seen:
        seen.add(holder)
        actor = actors[holder]
        above = actor.speaks_for
        if above is None and actor.kind in ("organization", "group") and actor.part_of is not None:
            above = actor.part_of if actors[actor.part_of].kind == "state" else None
        if above is None:
            return holder
        holder = above
    return holder


def _speakers(doc: "Doc", attribution: Attribution, mentions: Sequence[Mention]) -> list[int]:
    """The actors that the source names: the one at its head, and those joined to it by "and"."""
    if not attribution.source:
        return []
    source = _span(doc, (attribution.source[0][0], attribution.source[0][1]))
    inside = [m for m in mentions if m.actor is not None and source.start_char <= m.start and m.end <= source.end_char]
    heads = [source.root, *(word for word in source.root.conjuncts if source.start <= word.i < source.end)]
    found = [actor for head in heads if (actor := _at(head, inside)) is not None]
    if not found:
        covering = [m for m in mentions if m.actor is not None and m.start < source.end_char and m.end > source.start_char]
        best = min(inside or covering, key=lambda m: (FORMS.index(m.form), m.start), default=None)
        found = [best.actor] if best is not None and best.actor is not None else []
    return list(dict.fromkeys(found))


def _at(head: "Token", mentions: Iterable[Mention]) -> int | None:
    """The actor of the mention on a word; on one of several, the longest, and a person's name in apposition first."""
    on = [m for m in mentions if m.start <= head.idx < m.end]
    return max(on, key=lambda m: (m.end - m.start, -m.start)).actor if on else None


def _subject_actor(content: "Span", mentions: Sequence[Mention], actors: Sequence[FoundActor]) -> int | None:
    """Whose deeds the content speaks of: the holder behind its main subject."""
    subject = next((word for word in content.root.children if word.dep_ in ("nsubj", "nsubjpass")), None)
    actor = _at(subject, (m for m in mentions if m.actor is not None)) if subject is not None else None
    return holder_of(actors, actor) if actor is not None else None


def _weighs(doc: "Doc", attribution: Attribution, actor: FoundActor) -> bool:
    words = [actor.name, *actor.aliases, *(role.title for role in actor.roles), *(doc.text[a:b] for a, b in attribution.source)]
    return any(word in stance.weighing() for text in words for word in text.lower().split())


def _addressees(
    cue: "Token | None", mentions: Sequence[Mention], holder: int, actors: Sequence[FoundActor]
) -> tuple[int, ...]:
    if cue is None:
        return ()
    words = [word for word in cue.children if word.dep_ in ADDRESSED]
    words += [inner for word in cue.children if word.dep_ in ("prep", "dative") and word.lower_ in ("on", "to") for inner in word.children]
    found = [_at(word, (m for m in mentions if m.actor is not None)) for word in words]
    return tuple(sorted({actor for actor in found if actor is not None and holder_of(actors, actor) != holder}))


def _date(doc: "Doc", attribution: Attribution, dates: Sequence[FoundDate]) -> str | None:
    """The time expression in the cue's sentence and outside of the content: "said on Wednesday"."""
    if not attribution.cue:
        return None
    sentence = _span(doc, attribution.cue[0]).sent
    for found in dates:
        within = sentence.start_char <= found.start < sentence.end_char
        if within and found.value and not any(start <= found.start < end for start, end in attribution.content):
            return found.value
    return None


def _once(doc: "Doc", statements: list[FoundStatement]) -> list[FoundStatement]:
    """Of several tellings of one holder's statement keep the fullest: the longest, a headline's last."""
    kept: list[FoundStatement] = []
    words = {id(one): _words(doc, one) for one in statements}
    for one in sorted(statements, key=lambda one: -len(words[id(one)])):
        if not any(_same(one, other, words[id(one)], words[id(other)]) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.quote, one.holder or 0))


def _words(doc: "Doc", one: FoundStatement) -> frozenset[str]:
    return frozenset(word.lemma_.lower() for word in _span(doc, one.quote) if not word.is_stop and (word.is_alpha or word.like_num))


def _same(one: FoundStatement, other: FoundStatement, mine: frozenset[str], others: frozenset[str]) -> bool:
    if one.holder != other.holder:
        return False
    inside = other.quote[0] <= one.quote[0] and one.quote[1] <= other.quote[1]
    return inside or len(mine) >= 2 and len(mine & others) >= SAME * len(mine)
