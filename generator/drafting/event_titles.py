"""Short titles of events in the present tense, from participants and verb."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from generator.drafting import datelines
from generator.drafting.event_lexicon import Trigger
from generator.drafting.event_participants import Actors, is_passive, subjects
from generator.drafting.findings import FoundParticipant, FoundPlace

_WORDS = 12
_ARGUMENTS = frozenset({"prt", "dobj", "dative", "attr", "oprd"})
_PREPOSITIONS = frozenset({"with", "to", "on", "against", "by", "for", "over", "from"})
_PARTICLES = frozenset({"off", "out", "down", "up", "away", "back"})
_OPEN = frozenset(
    {"prep", "det", "cc", "poss", "amod", "nummod", "compound", "aux", "case", "quantmod", "dative", "agent"}
)
_DROPPED = frozenset({"advcl", "relcl", "acl", "appos", "parataxis", "punct", "ccomp", "conj", "cc", "mark"})


def title(trigger: Trigger, who: Sequence[FoundParticipant], cast: Actors, place: FoundPlace | None) -> str:
    """Return the title of an event, such as "Miners and operators sign accord in Geneva"."""
    verbal = trigger.token.pos_ in ("VERB", "AUX")
    text = _verb_title(trigger.token, who, cast) if verbal else _noun_title(trigger.token, who, cast)
    if place and not _names_place(text, place.name):
        text += f" in {place.name}"
    return text[:1].upper() + text[1:]


def _names_place(text: str, place: str) -> bool:
    """Tell whether a title names a place already, if only by its first word: `in the Gulf`, `in Abuja`."""
    said = text.lower().replace(",", " ").split()
    return place.lower() in text.lower() or place.partition(",")[0].lower().split()[0] in said


def _verb_title(verb: Token, who: Sequence[FoundParticipant], cast: Actors) -> str:
    doers = subjects(verb)
    shown = [d for d in doers[:3] if d.pos_ != "PRON" or cast.named(d)]
    names = _names(who, cast)
    subject = _join(list(dict.fromkeys(_phrase(d, 6 if len(shown) == 1 else 4, cast, len(shown) > 1) for d in shown)))
    if is_passive(verb):
        return " ".join(w for w in (subject or _join(names[:3]), verb.lower_, *_tail(verb, cast)) if w)
    plural = len(shown) > 1 or any(_is_many(d, cast) for d in shown) or (not subject and _is_group(who, cast))
    return " ".join(w for w in (subject or _join(names[:1]), present(verb, plural), *_tail(verb, cast)) if w)


def _is_many(doer: Token, cast: Actors) -> bool:
    """Tell whether a subject is in the plural: `workers`, `Houthis`; not `United Nations`."""
    return doer.tag_ in ("NNS", "NNPS") and (cast.named(doer) is None or not any(doer.lefts))


def _is_group(who: Sequence[FoundParticipant], cast: Actors) -> bool:
    actor = cast.actors[who[0].actor] if who else None
    return actor is not None and actor.kind == "group" and actor.name.endswith("s")


def _tail(verb: Token, cast: Actors) -> list[str]:
    """Return a verb's particle, objects and prepositional phrases as far as they fit, in the order of the text."""
    kept, length = [], 0
    for child in _arguments_of(verb):
        timed = any(c.ent_type_ in ("DATE", "TIME") for c in child.children)
        if child.i == verb.i + 1 and child.lower_ in _PARTICLES and child.dep_ in ("prep", "advmod"):
            kept.append(_phrase(child, 4, cast))
        elif child.dep_ in _ARGUMENTS or (
            child.dep_ in ("prep", "agent") and child.lower_ in _PREPOSITIONS and not timed
        ):
            words = _phrase(child, 7, cast)
            if words and length + len(words.split()) <= _WORDS - 3:
                kept.append(words)
                length += len(words.split())
        elif child.dep_ == "xcomp" and length < _WORDS - 5:
            return [*kept, _phrase(child, 7, cast)]
    return kept


def _arguments_of(verb: Token) -> list[Token]:
    """Return what stands behind a verb; the object of the next where they share it: "ousted and detained X"."""
    own = list(verb.rights)
    if not any(c.dep_ in _ARGUMENTS for c in own):
        joined = (c for c in own if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= 2)
        own += [o for c in joined for o in c.rights if o.dep_ == "dobj"]
    return own


def _noun_title(noun: Token, who: Sequence[FoundParticipant], cast: Actors) -> str:
    phrase = _parties(noun, cast) or _phrase(noun, 9, cast)
    first, _, rest = phrase.partition(" ")
    if first.lower() in ("its", "their", "his", "her", "this", "that", "our", "these"):
        phrase = rest
    names = _names(who, cast)
    missing = [
        n for n in names if not set(n.lower().split()) & set(phrase.lower().replace("’", " ").replace("'", " ").split())
    ]
    return f"{phrase} ({_join(missing[:3])})" if missing and len(missing) == len(names) else phrase


def _parties(noun: Token, cast: Actors) -> str:
    """Return "talks between X and Y" whole: nothing where no preposition names two."""
    for prep in noun.children:
        inner = [t for c in prep.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)]
        if (
            prep.dep_ == "prep"
            and prep.lower_ in ("between", "among", "of")
            and len(inner) > 1
            and cast.named(inner[0])
        ):
            left = " ".join(t.text for t in noun.lefts if t.dep_ in ("compound", "amod") and t.ent_type_ != "DATE")
            return f"{left} {noun.text} {_phrase(prep, 9, cast)}".strip()
    return ""


def _names(who: Sequence[FoundParticipant], cast: Actors) -> list[str]:
    return [cast.actors[p.actor].name for p in who]


def _join(names: Sequence[str]) -> str:
    return " and ".join(([", ".join(names[:-1])] if len(names) > 1 else []) + list(names[-1:]))


def _phrase(token: Token, limit: int, cast: Actors, alone: bool = False) -> str:
    """Return the words of a phrase without its clauses, its article and what stands behind the limit."""
    name = cast.named(token)
    if name:
        return name
    if token.dep_ in ("prep", "agent"):
        inner = [t for c in token.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)]
        if inner and cast.named(inner[0]):
            return f"{token.lower_} {_join([_phrase(t, 5, cast, alone=True) for t in inner[:3]])}"
    words = _kept(token, alone)
    while words and words[0].dep_ == "det":
        words = words[1:]
    words = words[:limit]
    while len(words) > 1 and (words[-1].dep_ in _OPEN or words[-1].is_punct):
        words = words[:-1]
    text = (
        "".join(
            w.text + ("" if n.i == w.i + 1 and not w.whitespace_ else " ") for w, n in pairwise([*words, words[-1]])
        )
        if words
        else ""
    )
    return " ".join(text.split()).strip(" ,;:€$£\"“”'’-–")


def _kept(token: Token, alone: bool = False) -> list[Token]:
    found = [token]
    for child in token.children:
        listed = (
            not alone
            and child.dep_ in ("conj", "cc")
            and token.pos_ in ("PROPN", "NOUN")
            and child.pos_ in ("PROPN", "NOUN", "CCONJ")
        )
        if child.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in child.children):
            continue
        hyphen = child.dep_ == "punct" and child.tag_ == "HYPH"
        listed = listed or _is_paired(token, child)
        if datelines.behind(child.doc, child.idx) != child.idx:
            continue
        if (child.dep_ not in _DROPPED and not child.is_space) or listed or hyphen:
            found += _kept(child)
    return sorted(found, key=lambda t: t.i)


def _is_paired(token: Token, child: Token) -> bool:
    """Tell whether a word belongs to two attributes of one noun: "Peruvian and Kenyan troops"."""
    attribute = token.dep_ in ("amod", "nmod", "compound") and child.i < token.head.i
    return attribute and child.dep_ in ("conj", "cc") and child.pos_ in ("ADJ", "PROPN", "NOUN", "CCONJ")


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
