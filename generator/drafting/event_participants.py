"""Who takes part in an event and in which role, from the dependencies of the word that tells it."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.drafting.event_lexicon import Trigger, lexicon
from generator.drafting.event_reality import is_done_by, is_setting
from generator.drafting.event_types import trigger_at, with_conjuncts
from generator.drafting.findings import FoundActor, FoundParticipant, Mention
from generator.vocabulary import load

_MUTUAL = frozenset({"consult", "cooperate", "agree"})
_HARM = frozenset({"assault", "coerce", "accuse", "threaten", "sanction", "protest", "mobilize", "reject"})
_TARGET_PREPOSITIONS = frozenset({"on", "against", "at", "upon", "over", "into", "toward", "towards"})
_RECIPIENT_PREPOSITIONS = frozenset({"to", "for"})
_PLACING = frozenset({"in", "at", "during", "near", "outside", "inside", "across", "around", "throughout", "within"})
_PLACE_KINDS = frozenset(load("place_words")["kinds"])
_OPENING = 6
"""Words between the name a sentence opens with and its verb."""
_CONTROL = frozenset({"xcomp", "advcl"})


class Actors:
    """The actors of an article by the tokens that mention them."""

    def __init__(self, doc: Doc, actors: Sequence[FoundActor], mentions: Iterable[Mention]) -> None:
        self.actors = actors
        self._by_token: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}
        for mention in mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None or mention.actor is None:
                continue
            for token in span:
                self._by_token.setdefault(token.i, mention.actor)
            if mention.form == "description":
                self._more.setdefault(span.root.i, []).append(mention.actor)

    def at(self, token: Token) -> int | None:
        """Return the actor that a noun names or describes, or that acts through it ("Russian forces")."""
        if token.i in self._by_token:
            return self._by_token[token.i]
        modifiers = (c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod", "poss"))
        return next((self._by_token[c.i] for c in modifiers if c.i in self._by_token), None)

    def meant(self, token: Token) -> list[int]:
        """Return all whom a noun means: two for "the two sides", else what `at` returns."""
        several = self._more.get(token.i, [])
        one = self.at(token)
        return several if len(several) > 1 else [] if one is None else [one]

    def is_person(self, token: Token) -> bool:
        """Tell whether a word itself mentions a person."""
        actor = self._by_token.get(token.i)
        return actor is not None and self.actors[actor].kind == "person"

    def named(self, token: Token) -> str | None:
        """Return the name of the actor that a word itself mentions, None for unnamed groups and for several."""
        actor = self._by_token.get(token.i)
        if len(self._more.get(token.i, ())) > 1:
            return None
        return self.actors[actor].name if actor is not None and self.actors[actor].kind != "group" else None


def participants(trigger: Trigger, actors: Actors) -> list[FoundParticipant]:
    """Return those who take part, each once, in the order of the text's roles: who acts before whom it is done to."""
    found: dict[int, str] = {}
    for token, role in _arguments(trigger):
        for actor in actors.meant(token):
            found.setdefault(actor, _role(trigger.type, role))
    return [FoundParticipant(actor, role) for actor, role in found.items()]


def _role(kind: str, role: str) -> str:
    if kind in _MUTUAL and role != "mediator":
        return "participant"
    if role == "object":
        return "victim" if kind == "assault" else "target" if kind in _HARM else "recipient"
    if role == "to":
        return "target" if kind in _HARM else "recipient"
    return role


def _arguments(trigger: Trigger) -> Iterator[tuple[Token, str]]:
    token = trigger.token
    if token.pos_ in ("VERB", "AUX"):
        yield from _verb_arguments(token)
        for child in token.children:
            if child.dep_ in ("dobj", "nsubjpass", "attr"):
                told = trigger_at(child) is not None
                yield from ((t, r if told or r != "actor" else "object") for t, r in _noun_arguments(child))
            if child.dep_ == "prep" and child.lower_ not in _PLACING:
                said = (o for o in child.children if o.dep_ == "pobj" and o.lemma_.lower() not in _PLACE_KINDS)
                yield from ((t, r) for o in said for t, r in _noun_arguments(o))
    else:
        yield from _noun_arguments(token)
        yield from _lender_arguments(token)


def _lender_arguments(noun: Token) -> Iterator[tuple[Token, str]]:
    """Yield what the verb that lends a noun its tense has beside it: "X launched an attack", "in a memo X said"."""
    paper = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_.lower() in lexicon().papers
    if paper or is_setting(noun):
        yield from ((doer, "actor") for doer in subjects(noun.head.head))
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        yield from (pair for pair in _verb_arguments(noun.head) if pair[0] != noun)
    elif noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB":
        yield from (
            pair for pair in _verb_arguments(noun.head) if pair[0] != noun and pair[1] in ("participant", "actor")
        )


def subjects(verb: Token) -> list[Token]:
    """Return a verb's subjects; where it has none, those of the verb that governs it or is joined to it."""
    for _ in range(4):
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")][-1:]
        if own:
            return list(dict.fromkeys(_antecedent(t, verb) for o in own for t in with_conjuncts(o)))
        if verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBG", "VBN", "VBD"):
            return [verb.head]
        if verb.dep_ == "acl":
            return _owner(verb.head)
        if is_done_by(verb):
            verb = verb.head.head
            continue
        if (verb.dep_ in _CONTROL or verb.dep_ == "conj") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        else:
            return _opening(verb)
    return []


def _owner(noun: Token) -> list[Token]:
    """Return whose plan or promise a noun is: "X's plan to", "X has a plan to"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    return owners or (subjects(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else [])


def _opening(verb: Token) -> list[Token]:
    """Return the name that a sentence opens with where its finite verb has no subject in the parse."""
    first = verb.doc[verb.sent.start]
    if first.is_lower and first.i:
        first = first.nbor(-1)
    named = first.pos_ == "PROPN" and verb.tag_ in ("VBD", "VBZ")
    return [first] if named and 0 < verb.i - first.i <= _OPENING else []


def _antecedent(token: Token, verb: Token) -> Token:
    return verb.head if token.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: by its subject or auxiliary, or as a bare participle."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False
    return verb.dep_ != "conj" or is_passive(verb.head)


def _verb_arguments(verb: Token) -> Iterator[tuple[Token, str]]:
    passive = is_passive(verb)
    for subject in subjects(verb):
        yield subject, "object" if passive else "actor"
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd"):
            yield from ((t, "object") for t in with_conjuncts(child))
        elif child.dep_ == "dative":
            yield from ((t, "recipient") for t in with_conjuncts(child))
        elif child.dep_ in ("prep", "agent"):
            yield from _prepositional(child, passive)


def _prepositional(prep: Token, passive: bool) -> Iterator[tuple[Token, str]]:
    word = prep.lower_
    role = {"with": "participant", "between": "participant", "among": "participant", "from": "participant"}.get(word)
    if word == "by":
        role = "actor" if passive or prep.dep_ == "agent" or prep.head.pos_ == "NOUN" else None
    elif word in _TARGET_PREPOSITIONS:
        role = "target"
    elif word in _RECIPIENT_PREPOSITIONS:
        role = "to"
    if role:
        for obj in prep.children:
            if obj.dep_ == "pobj":
                yield from ((t, role) for t in with_conjuncts(obj))


def _noun_arguments(noun: Token) -> Iterator[tuple[Token, str]]:
    """Yield who is named beside a noun: "X's attack on Y", "the X-Y talks", "a meeting of X and Y"."""
    for child in noun.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield child, "actor"
            yield from ((c, "actor") for c in child.conjuncts)
            yield from ((c, "actor") for c in child.children if c.dep_ in ("compound", "nmod", "amod", "poss"))
        elif child.dep_ == "prep":
            yield from _of_or(child)


def _of_or(prep: Token) -> Iterator[tuple[Token, str]]:
    if prep.lower_ == "of":
        for obj in prep.children:
            if obj.dep_ == "pobj":
                yield from ((t, "object") for t in with_conjuncts(obj))
    else:
        yield from _prepositional(prep, passive=False)
