"""Short titles of events in the present tense, from participants and verb."""

from collections.abc import Sequence

from spacy.tokens import Token

from generator.drafting.event_participants import is_passive, subjects
from generator.drafting.event_types import Trigger
from generator.drafting.findings import FoundActor, FoundParticipant, FoundPlace

_WORDS = 12
_DROPPED = frozenset({"advcl", "relcl", "acl", "appos", "parataxis", "punct", "ccomp", "conj", "cc", "mark"})


def title(
    trigger: Trigger, who: Sequence[FoundParticipant], actors: Sequence[FoundActor], place: FoundPlace | None
) -> str:
    """Return the title of an event, such as "Ministers of X and Y sign accord in Geneva"."""
    text = _verb_title(trigger, who, actors) if trigger.token.pos_ in ("VERB", "AUX") else _noun_title(trigger.token, who, actors)
    if place and place.name.lower() not in text.lower():
        text += f" in {place.name}"
    return text[:1].upper() + text[1:]


def _verb_title(trigger: Trigger, who: Sequence[FoundParticipant], actors: Sequence[FoundActor]) -> str:
    verb = trigger.token
    doers = subjects(verb)
    if is_passive(verb):
        subject = _phrase(doers[0], 6) if doers else _names(who, actors)
        return " ".join(w for w in (subject, verb.lower_, *_tail(verb)) if w)
    names = [actors[p.actor].name for p in who if p.role in ("actor", "participant")]
    subject = _phrase(doers[0], 6) if doers and doers[0].pos_ != "PRON" else (names[0] if names else "")
    if doers and len(doers) > 1:
        subject = " and ".join(_phrase(d, 4) for d in doers[:3])
    plural = len(doers) > 1 or any(d.tag_ in ("NNS", "NNPS") for d in doers)
    return " ".join(w for w in (subject, present(verb, plural), *_tail(verb)) if w)


def _tail(verb: Token) -> list[str]:
    """Return a verb's particle, object and first fitting prepositional phrase, in the order of the text."""
    kept, length = [], 0
    for child in verb.rights:
        if child.dep_ in ("prt", "dobj", "dative", "attr", "oprd") or (child.dep_ in ("prep", "agent") and child.lower_ in ("with", "to", "on", "against", "by", "for", "over", "from")):
            words = _phrase(child, 7)
            if words and length + len(words.split()) <= _WORDS - 2:
                kept.append(words)
                length += len(words.split())
        elif child.dep_ == "xcomp":
            kept.append(_phrase(child, 6))
            break
    return kept


def _noun_title(noun: Token, who: Sequence[FoundParticipant], actors: Sequence[FoundActor]) -> str:
    phrase = _phrase(noun, 9)
    for article in ("the ", "a ", "an ", "this ", "that ", "its ", "their ", "his ", "her "):
        phrase = phrase.removeprefix(article)
    names = [actors[p.actor].name for p in who]
    missing = [n for n in names if not set(n.lower().split()) & set(phrase.lower().split())]
    return f"{phrase} ({_join(missing[:3])})" if missing and len(missing) == len(names) else phrase


def _names(who: Sequence[FoundParticipant], actors: Sequence[FoundActor]) -> str:
    return _join([actors[p.actor].name for p in who][:3])


def _join(names: Sequence[str]) -> str:
    return " and ".join(([", ".join(names[:-1])] if len(names) > 1 else []) + list(names[-1:]))


def _phrase(token: Token, limit: int) -> str:
    """Return the words of a phrase without its clauses, its article and what stands behind the limit."""
    words = [t for t in _kept(token)]
    while words and words[0].dep_ == "det":
        words = words[1:]
    words = words[:limit]
    while words and (words[-1].dep_ in ("prep", "det", "cc", "poss", "amod", "nummod", "compound") or words[-1].is_punct) and len(words) > 1:
        words = words[:-1]
    return "".join(t.text_with_ws for t in words).replace("\n", " ").strip(" ,;:\"“”'’")


def _kept(token: Token) -> list[Token]:
    found = [token]
    for child in token.children:
        if child.dep_ not in _DROPPED and not child.is_space or (child.dep_ in ("conj", "cc") and child.pos_ in ("PROPN", "NOUN", "CCONJ") and token.pos_ in ("PROPN", "NOUN")):
            found += _kept(child)
    return sorted(found, key=lambda t: t.i)


def present(verb: Token, plural: bool) -> str:
    """Return a verb's present tense, third person."""
    lemma = verb.lemma_.lower()
    if plural:
        return {"be": "are"}.get(lemma, lemma)
    if lemma in ("be", "have"):
        return {"be": "is", "have": "has"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
