"""Who voices an attribution and whose position it is: from the words of its source to the actors of the article."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.articles import outlets
from generator.drafting.attribution_spans import lemma, phrases, plain
from generator.drafting.coreference import says
from generator.drafting.findings import Attribution, FoundActor, Mention
from generator.drafting.newcomers import counted, explained
from generator.drafting.statement_parts import span
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

FORMS = ("name", "description", "pronoun")
NEAR = 400
"""Characters of a sentence in which "it" goes on speaking."""
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "latter", "former", "other", "it", "this"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "both"))
CITING = frozenset(("citing", "quoting"))


class Speakers:
    """Finds speakers in the order of the text, remembering whose document was last spoken of."""

    def __init__(self, doc: "Doc", actors: Sequence[FoundActor], mentions: Sequence[Mention]) -> None:
        self.doc, self.actors = doc, actors
        self.mentions = [mention for mention in mentions if mention.actor is not None]
        self.documents = sorted(self._documents())
        self.spoke: tuple[int, list[int]] = (0, [])

    def of(self, attribution: Attribution) -> list[int]:
        """The actors that the source names; "it" is who spoke before it in the sentence."""
        if not attribution.source:
            return []
        source = span(self.doc, attribution.source[0])
        found = self._again(source) or self._of(attribution)
        if len(found) == 1 and self._only_reports(found[0]):
            found = self._told_by(attribution) or found
        if found and attribution.rule == "clause":
            self.spoke = (source.start_char, found)
        return found

    def _only_reports(self, actor: int) -> bool:
        """Is it an outlet, which passes on what others say?"""
        one = self.actors[actor]
        return one.kind == "organization" and any(is_outlet(name) for name in (one.name, *one.aliases))

    def _told_by(self, one: Attribution) -> list[int]:
        """Who says it in what an outlet reports: the mayor, of "… the mayor said, the Courier reported"."""
        words = [word for offsets in one.content for word in span(self.doc, offsets)]
        whole = [
            word
            for word in words
            if says(word) and word.head.dep_ in ("ROOT", "ccomp", "parataxis") and word.pos_ != "NOUN"
        ]
        verbs = {word.head.i for word in whole if word.sent.start <= words[0].i}
        return self.all_at(whole[0]) if len(verbs) == 1 and whole[0].head.lemma_ in plain() else []

    def _again(self, source: "Span") -> list[int]:
        """Read "the bank said it cut rates and it would go on" as the bank's words, not those of what it speaks of."""
        start, found = self.spoke
        if source.text.lower() != "it":
            return []
        near = 0 < source.start_char - start < NEAR and "." not in self.doc.text[start : source.start_char]
        bodies = all(self.actors[actor].kind != "person" for actor in found)
        return list(found) if near and bodies else []

    def _of(self, attribution: Attribution) -> list[int]:
        """At the source's head, and joined to it by "and"; a document's owner."""
        source = span(self.doc, attribution.source[0])
        quoted = _quoted(self.doc, attribution)
        if quoted is not None and (actor := self.at(quoted)) is not None:
            return [actor]
        related = self._related(source)
        if related is not None:
            return [related]
        if cited := self._cited(source):
            return cited
        if self._speaks_for_its_owner(source):
            owner = self._owner(source)
            return [owner] if owner is not None else self._within(attribution)
        root = explained(counted(source.root))
        heads = [*_joined(root), root, *(word for word in root.conjuncts if source.start <= word.i < source.end)]
        found = [actor for head in heads for actor in self.all_at(head)]
        if not found:
            best = self._called(source, root)
            found = [best] if best is not None else self._within(attribution) if _is_mute(root) else []
        return list(dict.fromkeys(found))

    def _called(self, source: "Span", noun: "Token") -> int | None:
        """Whom a noun that is no mention means: who stands in apposition to it, else its owner, or whom it names.

        The owner of a relation is another: "his rival" is not he.
        """
        if (apposed := self._apposed(noun)) is not None:
            return apposed
        if noun.pos_ != "NOUN":
            return self._best(source)
        if noun.lower_ in load("groups")["relations"]:
            return None
        owner = self._beside(noun)
        return self._best(source, persons=True) if owner is None else owner

    def _apposed(self, noun: "Token") -> int | None:
        """Read "his rival, Bo Sample" as Bo Sample."""
        apposed = [word for word in noun.rights if word.dep_ == "appos"]
        found = (self.at(word) if self.at(word) is not None else self._apposed(word) for word in apposed)
        return next((actor for actor in found if actor is not None), None)

    def at(self, word: "Token") -> int | None:
        """The actor of the longest mention on a word."""
        return next(iter(self.all_at(word)), None)

    def all_at(self, word: "Token") -> list[int]:
        """The actors of the longest mention on a word: several for "both sides"."""
        on = [m for m in self.mentions if m.start <= word.idx < m.end]
        longest = max(on, key=lambda m: (m.end - m.start, -m.start), default=None)
        same = (m.actor for m in on if longest and (m.start, m.end) == (longest.start, longest.end))
        return [actor for actor in same if actor is not None]

    def _cited(self, source: "Span") -> list[int]:
        """Whom the source only passes on, of "agencies citing medics": all but "a source" that a paper cites."""
        citing = [word for word in source.root.children if word.lower_ in CITING and word.dep_ == "acl"]
        cited = [word for verb in citing for word in verb.rights if word.dep_ == "dobj"]
        found = [actor for word in cited for actor in self.all_at(word)]
        named = any(self.actors[actor].named for actor in self.all_at(source.root))
        return [] if named and not any(self.actors[actor].named for actor in found) else found

    def _speaks_for_its_owner(self, source: "Span") -> bool:
        """Is it a document, or the "it" and "the second" that mean one?"""
        if _is_document(source.root):
            return True
        if source.root.lower_ == "it" and self.at(source.root) is not None:
            return False
        return bool({source.root.lower_, source[-1].lower_} & ORDINALS) and self._follows_document(source)

    def _within(self, one: Attribution) -> list[int]:
        """Who says it in what a document tells: the "he" of "… he told reporters, according to a transcript"."""
        words = [word for offsets in one.content for word in span(self.doc, offsets)]
        saying = [word for word in words if says(word)]
        return self.all_at(saying[-1]) if saying else []

    def _related(self, source: "Span") -> int | None:
        """Read "the head of the museum, which" as the museum, "his crew and the rebels, who" as the rebels."""
        word = source[-1]
        if word.lower_ == "who" and word.head.dep_ == "relcl" and len(source) > 2:
            return self.at(word.head.head)
        if word.lower_ != "which":
            return None
        inside = [m for m in self.mentions if source.start_char <= m.start and m.end <= source.end_char]
        bodies = [m for m in inside if self.actors[m.actor or 0].kind == "organization" and m.form == "name"]
        return max(bodies, key=lambda m: (m.end, -m.start)).actor if bodies else None

    def _best(self, source: "Span", persons: bool = False) -> int | None:
        """Whom the source names anywhere in it, persons before others; where the noun is none, only named persons."""
        inside = [m for m in self.mentions if m.start < source.end_char and m.end > source.start_char]
        people = [m for m in inside if self.actors[m.actor or 0].kind == "person"]
        if persons:
            people, inside = [m for m in people if m.form == "name"], []
        best = min(people or inside, key=lambda m: (FORMS.index(m.form), m.start), default=None)
        return best.actor if best is not None else None

    def _owner(self, source: "Span") -> int | None:
        """Whose document: named in the phrase, else that of the document last named."""
        named = self._beside(source.root)
        if named is not None:
            return named
        if not {word.lower_ for word in source} & (DEFINITE | ORDINALS):
            return None
        before = [actor for place, actor in self.documents if place <= source.end_char]
        return before[-1] if before else None

    def _documents(self) -> Iterable[tuple[int, int]]:
        for word in self.doc:
            if word.pos_ in ("NOUN", "PROPN") and _is_document(word) and (owner := self._beside(word)) is not None:
                yield word.idx, owner

    def _beside(self, document: "Token") -> int | None:
        """Read "Ghana's memorandum", "the Ghanaian document", "a report by the ministry"."""
        for word in document.lefts:
            if word.dep_ in ("poss", "amod", "compound", "nmod") and (actor := self.at(word)) is not None:
                return actor
        for word in document.rights:
            if word.dep_ in ("prep", "agent") and word.lower_ in ("of", "by", "from"):
                for inner in word.children:
                    if inner.dep_ == "pobj" and (actor := self.at(inner)) is not None:
                        return actor
            for inner in word.children if word.lower_ == "in" else ():
                if (actor := self.at(inner)) is not None and self._only_reports(actor):
                    return actor
        return None

    def _follows_document(self, source: "Span") -> bool:
        """Is a document spoken of in this sentence or the four before it?"""
        before = [place for place, _ in self.documents if place < source.start_char]
        return bool(before) and span(self.doc, (before[-1], source.start_char)).text.count(". ") <= 4


def _quoted(doc: "Doc", attribution: Attribution) -> "Token | None":
    """Read "the agency quoted her as saying" as her words."""
    for offsets in attribution.cue:
        for word in span(doc, offsets):
            head = word if word.lemma_ in ("quote", "cite") else word.head.head if word.lower_ == "saying" else word
            if head.lemma_ in ("quote", "cite") and head.pos_ == "VERB":
                whom = next((inner for inner in head.children if inner.dep_ == "dobj"), None)
                said = [inner for child in head.children if child.lower_ == "as" for inner in child.children]
                return whom if any(inner.dep_ == "pcomp" for inner in said) else None
    return None


def _joined(head: "Token") -> list["Token"]:
    """Of "Lund and union leaders", Lund, whom the parser hangs on the leaders."""
    lefts = (word for word in head.lefts if word.dep_ in ("nmod", "compound") and word.ent_type_ == "PERSON")
    return [word for word in lefts if any(inner.dep_ == "cc" for inner in word.children)]


def is_outlet(name: str) -> bool:
    """Tell whether a name is one of an agency, a newspaper or a broadcaster."""
    return outlets.is_known(name) or outlets.shape(name) == 1.0


def _is_mute(word: "Token") -> bool:
    return lemma(word) in load("groups")["voiceless"] and word.pos_ == "NOUN"


def _is_document(word: "Token") -> bool:
    return lemma(word) in phrases("documents") and word.pos_ in ("NOUN", "PROPN")


def holder_of(actors: Sequence[FoundActor], speaker: int) -> int:
    """Whose position it is when this actor speaks: the body or state spoken for, a ministry's state, else their own."""
    seen: set[int] = set()
    holder = speaker
    while holder not in seen:
        seen.add(holder)
        above = actors[holder].speaks_for
        if above is None:
            return holder
        holder = above
    return holder
