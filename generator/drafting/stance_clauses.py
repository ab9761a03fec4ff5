"""The clauses of a content: each finite verb with its subject, its auxiliaries and whose deed it tells of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CLAUSES = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "pcomp", "acl"))
SUBJECTS = ("nsubj", "nsubjpass", "expl")
PERSONS = frozenset(("he", "she", "they", "you", "who", "we", "i"))
NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
AGENTS = ("state", "forces", "official", "own", "armed")
"""Lists of vocabulary/groups.yaml whose words do what they do on purpose."""


@dataclass(frozen=True)
class Clause:
    """A finite verb with what governs its force.

    own: it tells of the holder's deeds; main: it is no part of another; doubted: it stands under "I do not think".
    """

    verb: "Token"
    subject: "Token | None"
    aux: frozenset[str]
    negated: bool
    own: bool
    main: bool
    doubted: bool = False

    @property
    def future(self) -> bool:
        return bool(self.aux & words("future")) or self.verb.lower_ == "going"

    @property
    def present(self) -> bool:
        """Is it in the simple present?"""
        return self.verb.tag_ in ("VBZ", "VBP") or (self.verb.tag_ == "VB" and bool(self.aux & {"do", "does"}))

    def has(self, *lemmas: str) -> bool:
        return self.verb.lemma_.lower() in lemmas

    def among(self, name: str) -> bool:
        return self.verb.lemma_.lower() in words(name)


def clauses(content: "Span", own: bool, cue: "Token | None" = None) -> Iterator[Clause]:
    """Yield the clauses of a content; own: its main clause speaks of the holder's own deeds; cue: its "said"."""
    for verb in content:
        if verb.pos_ not in ("VERB", "AUX") or verb == cue:
            continue
        top, joined = _leads(verb, content) or verb.head == cue, verb.dep_ in ("conj", "parataxis")
        if top or verb.dep_ in CLAUSES:
            main = top or ((joined or _thought(verb)) and _leads(verb.head, content))
            main = main or (_view(verb) and _within(verb, content))
            clause = _clause(verb, own, main)
            yield clause
            yield from _raised(clause)


def _raised(clause: Clause) -> Iterator[Clause]:
    """Read "they seem to have lied" as "they lied"."""
    for verb in clause.verb.children if clause.among("raising") else ():
        if verb.dep_ == "xcomp" and verb.pos_ == "VERB":
            yield replace(clause, verb=verb)


def first_person(content: "Span") -> bool:
    """Does the speaker speak of themselves?"""
    return any(word.lower_ in words("first") and word.dep_ in SUBJECTS for word in content)


def first(subject: "Token | None") -> bool:
    """Is it "I" or "we"?"""
    return subject is not None and subject.lower_ in words("first")


def agent(subject: "Token") -> bool:
    """Can the subject be blamed: a person, a body, a state, not a thing or an event?"""
    if subject.lower_ in ("who", "that", "which") and subject.head.dep_ == "relcl":
        subject = subject.head.head
    if subject.lower_ in PERSONS or subject.ent_type_ in NAMES or subject.pos_ == "PROPN":
        return True
    return subject.lemma_.lower() in _agents() or subject.lower_ in _agents()


@lru_cache(maxsize=1)
def _agents() -> frozenset[str]:
    groups, roles = vocabulary.load("groups"), vocabulary.load("roles")
    bodies = vocabulary.load("organization_words")
    named = [
        *(groups[name] for name in AGENTS if name in groups),
        *(roles[name] for name in ("offices", "ranks", "own")),
    ]
    return frozenset(word for given in [*named, *bodies.values(), words("agents")] for word in given)


def _leads(word: "Token", content: "Span") -> bool:
    """Does the word depend on nothing within the content?"""
    head = word.head.i
    return head == word.i or not content.start <= head < content.end


def _thought(verb: "Token") -> bool:
    """Read "I think (that) they lied", where the parser makes the thinking the main clause."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in words("thinking")


def _doubted(verb: "Token") -> bool:
    unsure = _thought(verb) and verb.head.lemma_ in words("doubting")
    return unsure and any(word.dep_ == "neg" for word in verb.head.children)


def _view(verb: "Token") -> bool:
    """Read "the view that they lied", "this is a reminder that we must vote", "they are the ones who lied"."""
    if verb.dep_ == "relcl":
        return verb.head.lemma_.lower() in ("one", "those", "people")
    return verb.dep_ in ("acl", "ccomp") and verb.head.pos_ == "NOUN" and any(w.dep_ == "mark" for w in verb.children)


def _within(verb: "Token", content: "Span") -> bool:
    """Is what the verb belongs to the main clause's own?"""
    head = verb.head
    return _leads(head, content) or (head.dep_ in ("attr", "dobj") and _leads(head.head, content))


def _clause(verb: "Token", own: bool, main: bool) -> Clause:
    children = list(verb.children)
    subject = next((word for word in children if word.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((word for word in verb.head.children if word.dep_ in SUBJECTS), None)
    aux = frozenset(word.lower_.replace("’", "'") for word in children if word.dep_ in ("aux", "auxpass"))
    negated = any(word.dep_ == "neg" or word.lower_ in ("never", "neither") for word in children)
    return Clause(verb, subject, aux, negated, _is_own(subject, own and main), main, _doubted(verb))


def _is_own(subject: "Token | None", own: bool) -> bool:
    if subject is None:
        return own
    if first(subject):
        return True
    if any(word.dep_ == "poss" and word.lower_ in ("our", "my") for word in subject.children):
        return True
    return own and subject.dep_ != "expl"


def harms(verb: "Token") -> bool:
    """Read "strike", "impose tariffs", "take legal action" as what is done against others."""
    lemma = verb.lemma_.lower()
    if lemma in words("harming"):
        return True
    things = (word for word in verb.children if word.dep_ in ("dobj", "nsubjpass"))
    return lemma in words("inflicting") and any(word.lemma_.lower() in words("harms") for word in things)


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of vocabulary/stance_content.yaml."""
    return frozenset(vocabulary.load("stance_content")[name])
