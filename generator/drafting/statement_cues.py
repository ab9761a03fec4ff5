"""Which attributions report an act of communication: speech and taking sides, not mere attitudes and mentions."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import stance
from generator.drafting.attribution_spans import lemma as cue_lemma
from generator.drafting.findings import Attribution
from generator.drafting.stance_clauses import agent

if TYPE_CHECKING:
    from spacy.tokens import Token

PLANS = frozenset(("plan", "intend", "refuse", "prepare", "resolve", "want"))
WISHES = frozenset(("want", "favor", "favour"))
"""What a body wants is its demand: "the union wants a rise"."""
OTHERS = frozenset(("who", "that", "you", "i", "we"))
MOVING = frozenset(("prompt", "enlist", "persuade"))
"""Cues that with an infinitive tell what came of something."""
OVER = frozenset(("result", "name", "winner", "outcome", "exchange", "figure", "death", "birth", "arrest", "verdict"))
SIDES = frozenset(("accept", "reject", "support", "oppose", "deny"))
"""Stances that even "the plan" says enough for."""
NONE = frozenset(("no", "neither", "none", "nobody", "never", "nor", "zero"))
IDLE = frozenset(
    (
        "discuss",
        "debate",
        "mention",
        "refer",
        "cite",
        "address",
        "consider",
        "note",
        "read",
        "recall",
        "quote",
        "describe",
        "show",
        "find",
        "outline",
        "repeat",
        "emphasize",
        "emphasise",
        "tweet",
        "say",
        "respond",
        "reply",
    )
)
"""Cues that with a noun phrase only name a matter."""


OPEN = frozenset(
    ("ask", "wonder", "inquire", "enquire", "see", "know", "decide", "determine", "learn", "find", "hear", "consider")
)
"""Cues before what nobody answers yet: "asked whether"."""
QUESTIONS = frozenset(("if", "whether", "what", "why", "how", "who", "where", "when", "which"))


def communicates(cue: "Token", one: Attribution) -> bool:
    """Speech and taking sides, not mere attitudes: "said", "demanded", "rejected"; not "thought", "mentioned it"."""
    if one.kind != "indirect":
        return one.kind == "direct" or not _asks(cue, one)
    if one.rule in ("according-to", "parenthetical", "sentence-before"):
        return True
    if cue.pos_ == "NOUN" and taken_back(cue):
        return False
    if _silent(cue) or _asks(cue, one) or _lifeless(cue, one) or _names_matter(cue, one) or _does(cue, one):
        return False
    if cue.lemma_ == "announce" and one.rule == "thing" and _known(cue):
        return False
    if one.rule in ("thing", "prepositional", "clause", "infinitive", "around") and any(
        word.dep_ == "neg" for word in cue.children
    ):
        return stance.of_cue(cue.lemma_) in ("accept", "support", "propose") and cue.lemma_ in _speech()
    if cue.lemma_ in WISHES and one.rule in ("thing", "accused"):
        return not _vague(cue) and _listens(cue)
    if one.rule in ("thing", "prepositional") and (cue.lemma_ in IDLE or _vague(cue)):
        return False
    if cue.pos_ == "VERB":
        told = cue.lemma_ in PLANS and one.rule in ("infinitive", "clause")
        return told or cue_lemma(cue) in _speech() or (cue.lemma_ == "make" and one.rule == "clause")
    return True


def _asks(cue: "Token", one: Attribution) -> bool:
    """Read "asked whether", "is deciding if", "wants to see how" as questions, which claim nothing."""
    content = cue.doc.char_span(*one.content[0], alignment_mode="expand")
    asked = content is not None and content[0].lower_ in QUESTIONS and content[0].i > cue.i
    return asked and cue.lemma_ in OPEN


def _silent(cue: "Token") -> bool:
    """Read "declined to comment"."""
    said = [word for word in cue.children if word.dep_ == "xcomp" and word.lemma_ in _idle("silent")]
    return cue.lemma_ in ("decline", "refuse") and bool(said)


def _names_matter(cue: "Token", one: Attribution) -> bool:
    """Read "talked about the pay", "was asked about it", "its decision to sell", "the threat to trade" as no claim."""
    if one.rule in ("noun-clause", "noun-preposition"):
        threat = one.rule == "noun-preposition" and cue.lemma_ == "threat"
        return threat or cue.lemma_ in _idle("nouns")
    about = [word for word in cue.children if word.dep_ == "prep" and word.lower_ in ("about", "of", "on", "to")]
    return one.rule in ("prepositional", "accused", "passive") and cue.lemma_ in _idle("about") and bool(about)


def _does(cue: "Token", one: Attribution) -> bool:
    """Read "a bill to support farms", "the law requires a permit", "was found dead", "wanted to stay" as no claim."""
    if one.rule == "minor":
        return cue.lemma_ == "require" or any(word.dep_ == "aux" and word.lower_ == "to" for word in cue.children)
    return (one.rule == "called" and cue.lemma_ == "find") or (one.rule == "infinitive" and cue.lower_ == "wanted")


@cache
def _idle(kind: str) -> frozenset[str]:
    return frozenset(vocabulary.load("cue_phrases")["idle"][kind])


def taken_back(noun: "Token") -> bool:
    """Read "no plans to", "without a promise to", "refused to make a commitment to", "dropped its demand" as none."""
    if any(word.lower_ in NONE or word.dep_ == "neg" for word in noun.lefts):
        return True
    word = noun
    while word.head != word and not _stands_apart(word):
        word = word.head
        if word.lower_ == "without" or word.lemma_.lower() in _undone() or any(c.dep_ == "neg" for c in word.children):
            return True
        if any(c.dep_ == "nsubj" and (c.lower_ in NONE or _none_of(c)) for c in word.children):
            return True
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("xcomp", "pcomp", "acl"):
            return False
    return False


def _stands_apart(word: "Token") -> bool:
    """Is it a subject, another's, or behind a preposition of a verb: "withdrew after a demand"?"""
    behind = word.dep_ == "prep" and word.lower_ not in ("without", "of", "out") and word.head.pos_ == "VERB"
    return behind or word.dep_ in ("nsubj", "nsubjpass", "advcl", "relcl") or _owned(word)


def _owned(noun: "Token") -> bool:
    """Is it another's: "rejected Iceland's demand", "refused the request by Iceland"?"""
    named = any(word.dep_ == "poss" and word.pos_ != "PRON" for word in noun.children)
    return noun.pos_ == "NOUN" and (named or any(word.lower_ in ("by", "from") for word in noun.rights))


def _none_of(word: "Token") -> bool:
    return any(left.lower_ in NONE for left in word.lefts)


@lru_cache(maxsize=1)
def _undone() -> frozenset[str]:
    return frozenset(vocabulary.load("cue_phrases")["undone"])


def _lifeless(cue: "Token", one: Attribution) -> bool:
    """Read "the heat threatens to kill", "it prompted him to flee" as no one's words."""
    if cue.pos_ != "VERB" or one.rule not in ("infinitive", "thing"):
        return False
    subject = next((word for word in cue.children if word.dep_ == "nsubj"), None)
    if cue.lemma_ in MOVING and one.rule == "infinitive":
        return True
    return (
        one.rule == "infinitive"
        and subject is not None
        and subject.pos_ == "NOUN"
        and not agent(subject)
        and subject.lemma_.lower() not in vocabulary.load("cue_phrases")["documents"]
    )


def _known(cue: "Token") -> bool:
    """Is what is announced over: results, a name, a death?"""
    return any(word.dep_ == "dobj" and word.lemma_.lower() in OVER for word in cue.children)


def _listens(cue: "Token") -> bool:
    """Is it the verb of a sentence, in the present, of another than you and me?"""
    subject = next((word for word in cue.children if word.dep_ == "nsubj"), None)
    return cue.tag_ in ("VBZ", "VBP") and subject is not None and subject.lower_ not in OTHERS


def _vague(cue: "Token") -> bool:
    """Its object is a pronoun, or "this information" where the verb takes no side: "denied the claims" is enough."""
    thing = next((word for word in cue.children if word.dep_ in ("dobj", "pobj")), None)
    if thing is None or thing.pos_ == "PRON":
        return thing is not None
    bare = all((word.pos_ in ("DET", "NOUN") and word.is_stop) or word == thing for word in thing.subtree)
    return bare and stance.of_cue(cue.lemma_) not in SIDES


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return frozenset(
        verb for entry in vocabulary.load("cue_verbs").values() if not entry.get("mental") for verb in entry["verbs"]
    )
