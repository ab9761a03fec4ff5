"""Short titles of events in the present tense, from participants and verb."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from generator.drafting import datelines
from generator.drafting.event_lexicon import Trigger, lexicon
from generator.drafting.event_participants import Actors, is_passive, subjects
from generator.drafting.event_reality import words
from generator.drafting.findings import FoundParticipant, FoundPlace

_WORDS = 12
_YEAR = 4
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
_ARGUMENTS = _OBJECTS | {"prt"}
_DOERS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
_AMOUNTS = frozenset({"most", "many", "some", "several", "half", "number", "majority", "dozen", "hundred", "thousand"})
_NEAR = 3
_PREPOSITIONS = frozenset({"with", "to", "on", "against", "by", "for", "over", "from", "under", "before", "into"})
_PARTICLES = frozenset({"off", "out", "down", "up", "away", "back"})
_OPEN = frozenset(
    {"prep", "det", "cc", "poss", "amod", "nummod", "compound", "aux", "case", "quantmod", "dative", "agent"}
)
_DROPPED = frozenset({"advcl", "relcl", "acl", "appos", "parataxis", "punct", "ccomp", "conj", "cc", "mark"})


def title(trigger: Trigger, who: Sequence[FoundParticipant], cast: Actors, place: FoundPlace | None) -> str:
    """Return the title of an event, such as "Miners and operators sign accord in Geneva"."""
    verbal = trigger.token.pos_ in ("VERB", "AUX")
    text = _verb_title(trigger.token, who, cast) if verbal else _noun_title(trigger.token, who, cast)
    if not verbal:
        text = _with_verb(trigger.token, cast) or text if " " not in text else text + _came_to_nothing(trigger.token)
    if place and not _names_place(text, place.name):
        text += f" in {place.name}"
    return text[:1].upper() + text[1:]


def _with_verb(noun: Token, cast: Actors) -> str:
    """Return the title of the clause whose subject or object a noun is, which by itself says too little: "Talks"."""
    verb = noun.head
    if noun.dep_ not in (*_DOERS, "dobj") or verb.pos_ != "VERB" or verb.lemma_.lower() in lexicon().transparent:
        return ""
    if any(child.dep_ in ("ccomp", "xcomp") for child in verb.children):
        return ""
    text = _verb_title(verb, (), cast)
    return text if noun.text.lower() in text.lower().split() and len(text.split()) > 1 else ""


def _came_to_nothing(noun: Token) -> str:
    """Return the verb that a title must not leave out: " collapse" of talks."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_.lower() not in words()["failing"]:
        return ""
    return f" {present(verb, noun.tag_ in ('NNS', 'NNPS'))}"


def _names_place(text: str, place: str) -> bool:
    """Tell whether a title names a place already, if only by its first word: `in the Gulf`, `in Abuja`."""
    said = text.lower().replace(",", " ").split()
    return place.lower() in text.lower() or place.partition(",")[0].lower().split()[0] in said


def _verb_title(verb: Token, who: Sequence[FoundParticipant], cast: Actors) -> str:
    """Return who does what; where no one is said to, "Killing of two guards"."""
    shown = [d for d in subjects(verb)[:3] if d.pos_ in _NOMINAL and (d.pos_ != "PRON" or cast.named(d))]
    subject = _join(list(dict.fromkeys(_phrase(d, 6 if len(shown) == 1 else 4, cast, len(shown) > 1) for d in shown)))
    tail = _tail(verb, cast)
    if is_passive(verb):
        return " ".join(w for w in (subject or _join(_names(who, cast)[:3]), verb.lower_, *tail) if w)
    acting = _names([p for p in who if p.role in ("actor", "participant")], cast)[:1]
    if not subject and not acting:
        done = any(c.dep_ == "dobj" for c in verb.children)
        particle = tail[:1] if done and tail and tail[0].lower() in _PARTICLES else []
        return " ".join([gerund(verb), *particle, *(["of"] if done else []), *tail[len(particle) :]])
    plural = len(shown) > 1 or any(_is_many(d, cast) for d in shown) or (not subject and _is_group(who, cast))
    return " ".join([subject or _join(acting), present(verb, plural), *tail])


def _is_many(doer: Token, cast: Actors) -> bool:
    """Tell whether a subject is in the plural: `workers`, `Houthis`, `most of the strikes`; not `United Nations`."""
    if doer.lemma_.lower() in _AMOUNTS:
        return any(o.tag_ == "NNS" for prep in doer.children if prep.lower_ == "of" for o in prep.children)
    return doer.tag_ in ("NNS", "NNPS") and (cast.named(doer) is None or not any(doer.lefts))


def _is_group(who: Sequence[FoundParticipant], cast: Actors) -> bool:
    actor = cast.actors[who[0].actor] if who else None
    return actor is not None and actor.kind == "group" and actor.name.endswith("s")


def _tail(verb: Token, cast: Actors) -> list[str]:
    """Return a verb's particle, objects and prepositional phrases as far as they fit, in the order of the text."""
    kept, length = [], 0
    for child in _arguments_of(verb):
        if child.i == verb.i + 1 and child.lower_ in _PARTICLES and child.dep_ in ("prep", "advmod"):
            kept.append(_phrase(child, 4, cast))
        elif child.dep_ in _OBJECTS and child.left_edge.i and child.left_edge.nbor(-1).text == ",":
            continue
        elif child == verb.head or child.dep_ in _ARGUMENTS or _is_told(child, cast):
            words = _phrase(child, 7, cast)
            if words and length + len(words.split()) <= _WORDS - 3:
                kept.append(words)
                length += len(words.split())
        elif child.dep_ == "xcomp" and length < _WORDS - 5:
            return [*kept, _phrase(child, 7, cast)]
        elif child.dep_ == "ccomp" and not kept and len(list(child.subtree)) <= _WORDS - 3:
            return ["that", _phrase(child, _WORDS - 3, cast)]
    return kept


def _is_told(prep: Token, cast: Actors) -> bool:
    """Tell whether a prepositional phrase belongs in a title: not when it was, nor "under a deal"."""
    if prep.lower_ in ("until", "till"):
        return prep.head.lemma_ == "give"
    if prep.dep_ not in ("prep", "agent") or prep.lower_ not in _PREPOSITIONS:
        return False
    behind = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    if prep.lower_ == "under":
        return not any(list(c.children) for c in behind)
    if prep.lower_ == "before":
        return any(cast.named(c) or c.lemma_.lower() in lexicon().courts | lexicon().deciders for c in behind)
    return not any(c.ent_type_ in ("DATE", "TIME") for c in behind)


def _arguments_of(verb: Token) -> list[Token]:
    """Return what stands behind a verb, and the object that it has from elsewhere.

    As in "ousted and held X", "men it sent" and "the pact it withdrew from".
    """
    own = list(verb.rights)
    if is_passive(verb) or any(c.dep_ in _OBJECTS for c in own):
        return own
    joined = (c for c in own if c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= _NEAR)
    own += [o for c in joined for o in c.rights if o.dep_ == "dobj"]
    bare = verb.dep_ == "relcl" and not any(t.tag_ in ("WDT", "WP") and t.dep_ in _DOERS for t in verb.children)
    if not bare:
        return own
    stranded = [c for c in own if c.dep_ == "prep" and not any(_is_behind(o) for o in c.children)][:1]
    return [*stranded, verb.head, *(c for c in own if c not in stranded)]


def _is_behind(word: Token) -> bool:
    """Tell whether a word is what a preposition leads to, not a "that" or "which" that stands for something before."""
    return word.dep_ in ("pobj", "pcomp") and word.tag_ not in ("WDT", "WP")


def _noun_title(noun: Token, who: Sequence[FoundParticipant], cast: Actors) -> str:
    phrase = _parties(noun, cast) or _phrase(noun, 9, cast)
    said = set(phrase.lower().replace("’", " ").replace("'", " ").split())
    actors = [cast.actors[p.actor] for p in who]
    names = _names(who, cast)
    missing = [a.name for a in actors if not any(set(form.lower().split()) & said for form in (a.name, *a.aliases))]
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
    words = [word for word in _kept(token, alone) if word.tag_ != "WDT"]
    while words and (words[0].dep_ == "det" or words[0].tag_ in ("PRP$", "WP$") or words[0].lower_ == "own"):
        words = words[1:]
    cut = set(words[limit:])
    words = words[:limit]
    while len(words) > 1 and (words[-1].dep_ in _OPEN or words[-1].is_punct or _leads_to(words[-1], cut)):
        words = words[:-1]
    text = "".join(w.text + _between(w, n) for w, n in pairwise([*words, *words[-1:]]))
    return " ".join(text.split()).strip(" ,;:€$£\"“”'’-–")


def _between(word: Token, following: Token) -> str:
    """Return what stands between two words of a phrase: nothing, a blank, or the comma of a list and a blank."""
    gap = word.doc[word.i + 1 : following.i]
    if following.i == word.i + 1 and not word.whitespace_:
        return ""
    listed = any(t.dep_ == "conj" and t.left_edge == following for t in (following, *following.ancestors))
    return ", " if listed and any(t.text == "," for t in gap) and not any(t.dep_ == "cc" for t in gap) else " "


def _leads_to(word: Token, cut: set[Token]) -> bool:
    """Tell whether a word only says something of one that was cut off: "the Indian" of "the Indian-controlled part"."""
    return word.head in cut or any(c in cut for c in word.children if c.dep_ in ("pobj", "pcomp", "dobj", "ccomp"))


def _is_day(child: Token) -> bool:
    """Tell whether a word before a noun tells its date: "Friday’s election", "the April 22 attack", "last month’s"."""
    dated = child.ent_type_ in ("DATE", "TIME") and child.dep_ in (
        "poss",
        "compound",
        "nmod",
        "npadvmod",
        "nummod",
        "amod",
    )
    named = child.pos_ == "PROPN" or (child.is_digit and len(child) == _YEAR) or child.dep_ in ("poss", "npadvmod")
    return dated and named and not any(t.tag_ == "HYPH" for t in (*child.subtree, child.nbor(1)))


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
        relative = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in child.children) and child.dep_ == "prep"
        if relative or _is_day(child) or datelines.behind(child.doc, child.idx) != child.idx:
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


def gerund(verb: Token) -> str:
    """Return a verb's form in -ing: taking, hitting, dying."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBG":
        return verb.lower_
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + "ing"
    short = len(lemma) > 2 and sum(c in "aeiou" for c in lemma) == 1
    if short and lemma[-2] in "aeiou" and lemma[-1] not in "aeiouwxy":
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"
