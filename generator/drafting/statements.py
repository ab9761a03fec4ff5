"""Attributions understood: each claim on its own, its speaker and holder, to whom and when, and its stance."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.drafting import attribution, stance, stance_signs, statement_parts
from generator.drafting.findings import Attribution, FoundActor, FoundDate, FoundStatement, Mention
from generator.drafting.speakers import Speakers, holder_of
from generator.drafting.statement_parts import Part, span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SAME = 0.6
"""Share of the shorter statement's content words that two tellings of one statement have in common."""

ADDRESSED = frozenset(("dobj", "dative", "iobj"))
THEIRS = frozenset(("he", "she", "it", "they", "his", "her", "its", "their"))
"""Pronouns that in reported speech mean the speaker, where nothing else is known of them."""
REPORTED = frozenset(("clause", "around", "parenthetical", "according-to"))
"""Rules whose cue is a verb of saying."""
NESTED = frozenset(("demand", "propose", "commit", "reject", "threaten", "deny", "accuse", "support", "oppose"))
"""What is told of within another's statement only where it is a stance of its own."""


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
    reader = _Reader(doc, actors, mentions, dates)
    found = [one for part in statement_parts.split(doc, attributions) for one in reader.read(part)]
    for part in statement_parts.split(doc, attribution.nested(doc)):
        found += [
            one
            for one in reader.read(part)
            if ((one.stance in NESTED and not _unfinished(doc, one)) or _stands_alone(one, found))
            and not _told(one, found)
            and "adjective" not in one.attribution.rule
        ]
    return _once(doc, sorted(found, key=lambda one: one.quote))


def _possessors(subject: "Token") -> list["Token"]:
    """The "his" of "his department will", the "its" of "its members will"."""
    return [word for word in subject.children if word.dep_ == "poss" and word.lower_ in THEIRS]


def _stands_alone(one: FoundStatement, found: Sequence[FoundStatement]) -> bool:
    """Is what an attribution holds told of in another's content that gave no statement?"""
    apart = all(one.quote[1] <= other.quote[0] or other.quote[1] <= one.quote[0] for other in found)
    return apart and one.attribution.rule != "minor" and bool(one.attribution.source)


def _unfinished(doc: "Doc", one: FoundStatement) -> bool:
    """Is it what someone is to demand, or might by demanding: "they asked the court to reject the law"?"""
    cue = statement_parts.cue_token(doc, one.attribution)
    helping = [word.lower_ for word in cue.children if word.dep_ in ("aux", "auxpass")] if cue is not None else []
    return cue is not None and ("to" in helping or (cue.tag_ == "VBG" and not helping))


def _told(inner: FoundStatement, outer: Sequence[FoundStatement]) -> bool:
    """Is a nested statement the position of the same holder as the one it stands in?"""
    return any(
        one.holder == inner.holder and one.quote[0] < inner.quote[1] and inner.quote[0] < one.quote[1] for one in outer
    )


class _Reader:
    """Reads parts of attributions as statements, with what is known of the article."""

    def __init__(
        self, doc: "Doc", actors: Sequence[FoundActor], mentions: Sequence[Mention], dates: Sequence[FoundDate]
    ) -> None:
        self.doc, self.actors, self.dates = doc, actors, dates
        self.speakers = Speakers(doc, actors, mentions)

    def read(self, part: Part) -> list[FoundStatement]:
        return [self._statement(part, speaker) for speaker in self.speakers.of(part.attribution)]

    def _statement(self, part: Part, speaker: int) -> FoundStatement:
        holder = holder_of(self.actors, speaker)
        content = span(self.doc, part.content)
        return FoundStatement(
            attribution=part.attribution,
            stance=part.stance or stance_signs.likeliest(self._signs(part, content, speaker, holder)),
            speaker=speaker,
            holder=holder,
            to=self._addressees(part.cue, holder),
            date=self._date(part.attribution),
            quote=part.quote,
        )

    def _signs(self, part: Part, content: "Span", speaker: int, holder: int) -> list[str]:
        one = part.attribution
        weighing = holder == speaker and self._weighs(one, self.actors[speaker])
        own, source = self._is_own(part, speaker, holder), self._source_word(one)
        return stance_signs.signs(
            content,
            part.cue,
            stance.of(content, part.cue, own=own, weighing=weighing, source=source),
            kind=one.kind,
            rule=one.rule,
            own=own,
            weighing=weighing,
            source=source,
            holder=self.actors[holder].kind,
        )

    def _source_word(self, one: Attribution) -> "Token | None":
        return span(self.doc, one.source[0]).root if one.source else None

    def _is_own(self, part: Part, speaker: int, holder: int) -> bool:
        """Does the content speak of the holder's own deeds?"""
        content, direct = span(self.doc, part.content), part.attribution.kind == "direct"
        subject = next((word for word in content.root.children if word.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or (direct and subject.pos_ == "PRON"):
            return False
        if any(self._is_holders(word, holder) for word in subject.children):
            return True
        words = [subject, *subject.conjuncts]
        deeds = [self.speakers.at(word) for word in words]
        known = [holder_of(self.actors, actor) for actor in deeds if actor is not None]
        if holder in known or direct:
            return holder in known
        if any(self._holds(word, subject, holder) for word in _possessors(subject)):
            return True
        reported = part.attribution.rule in REPORTED
        if reported and self._means(content[: subject.i - content.start], subject, speaker, holder):
            return True
        return not known and any(word.lower_ in THEIRS for word in words)

    def _is_holders(self, word: "Token", holder: int) -> bool:
        """Read "Ghanaian troops", "Ghana's troops" as Ghana's own."""
        actor = self.speakers.at(word) if word.dep_ in ("amod", "poss", "compound", "nmod") else None
        return actor is not None and holder_of(self.actors, actor) == holder

    def _means(self, before: "Span", subject: "Token", speaker: int, holder: int) -> bool:
        """Is the "it" of "the ministry said it would" the ministry, and the "he" of "the mayor said he" the mayor?"""
        if subject.lower_ in ("he", "she"):
            return self.actors[speaker].kind == "person" and not any(word.ent_type_ == "PERSON" for word in before)
        if subject.lower_ == "it":
            return self.actors[holder].kind != "person" and subject.dep_ != "expl"
        return subject.lower_ == "they" and any(word.lower_ in ("will", "would") for word in subject.head.children)

    def _holds(self, their: "Token", subject: "Token", holder: int) -> bool:
        """Is the "its" of "its members" the holder's, for all that is known?"""
        actor = self.speakers.at(their)
        return actor in (None, self.speakers.at(subject)) or holder_of(self.actors, actor or 0) == holder

    def _weighs(self, one: Attribution, actor: FoundActor) -> bool:
        texts = [
            actor.name,
            *actor.aliases,
            *(role.title for role in actor.roles),
            *(span(self.doc, words).text for words in one.source),
        ]
        return any(word in stance.weighing() for text in texts for word in text.lower().split())

    def _addressees(self, cue: "Token | None", holder: int) -> tuple[int, ...]:
        if cue is None:
            return ()
        words = [word for word in cue.children if word.dep_ in ADDRESSED]
        words += [
            inner
            for word in cue.children
            if word.dep_ in ("prep", "dative") and word.lower_ in ("on", "to")
            for inner in word.children
        ]
        found = {actor for word in words for actor in self.speakers.all_at(word)}
        return tuple(sorted(actor for actor in found if holder_of(self.actors, actor) != holder))

    def _date(self, one: Attribution) -> str | None:
        """The time expression in the cue's sentence and outside of the content: "said on Wednesday"."""
        if not one.cue:
            return None
        start, end = statement_parts.sentence(span(self.doc, one.cue[0]))
        for found in self.dates:
            within = start <= found.start < end
            if within and found.value and not any(start <= found.start < end for start, end in one.content):
                return found.value
        return None


def _once(doc: "Doc", statements: list[FoundStatement]) -> list[FoundStatement]:
    """Of several tellings of one holder's statement keep the fullest."""
    kept: list[FoundStatement] = []
    words = {id(one): _words(doc, one) for one in statements}
    for one in sorted(statements, key=lambda one: -len(words[id(one)])):
        if not any(_same(one, other, words[id(one)], words[id(other)]) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.quote)


def _words(doc: "Doc", one: FoundStatement) -> frozenset[str]:
    found = span(doc, one.quote)
    return frozenset(word.lemma_.lower() for word in found if not word.is_stop and (word.is_alpha or word.like_num))


def _same(one: FoundStatement, other: FoundStatement, mine: frozenset[str], others: frozenset[str]) -> bool:
    if one.holder != other.holder:
        return False
    inside = other.quote[0] <= one.quote[0] and one.quote[1] <= other.quote[1]
    return inside or (len(mine) >= 2 and len(mine & others) >= SAME * len(mine))
