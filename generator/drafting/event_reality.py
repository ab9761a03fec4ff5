"""Tells what happened or is planned from what is denied, hypothetical, habitual or only wished."""

from functools import lru_cache
from typing import Any

from spacy.tokens import Token

from generator.drafting.event_lexicon import lexicon
from generator.drafting.statement_cues import taken_back
from generator.vocabulary import load

_CLAUSES = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "dobj", "csubj", "relcl", "dep", "ROOT", "amod", "oprd"}
)
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
"""Auxiliaries of what is done again and again: "elections are won by turnout"."""

_FINITE_AUX = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "been",
        "'s",
        "’s",
        "did",
        "has",
        "have",
        "had",
        "'ve",
        "’ve",
        "'re",
        "’re",
        "being",
        "got",
    }
)


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Return vocabulary/event_reality.yaml as sets."""
    raw: dict[str, Any] = load("event_reality")
    return {name: frozenset(items) for name, items in raw.items() if isinstance(items, list)}


def reality(token: Token) -> str | None:
    """Return past (or going on), planned, present (tense), bare (a noun without a verb), or None."""
    if token.sent.text.rstrip().endswith("?"):
        return None
    if token.pos_ in ("VERB", "AUX"):
        return verb_reality(token)
    if _is_unreal_noun(token):
        return None
    verb = lender(token)
    if verb is None:
        governed = token.dep_ == "dobj" and token.head.tag_ == "VB"
        return None if governed and verb_reality(token.head) is None else "bare"
    real = verb_reality(verb)
    if real == "planned" and noun_does(token, verb):
        return "bare"
    if real == "planned" and token.dep_ == "dobj" and verb.lemma_.lower() in words()["lasting"]:
        return None
    object_of = token.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in words()["scheduling"]
    return "planned" if real and object_of else real


def noun_does(noun: Token, verb: Token) -> bool:
    """Tell whether an event is only said to do something, not to take place: "the strike will cost jobs"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() not in lexicon().light | words()["scheduling"]


def lender(noun: Token) -> Token | None:
    """Return the verb that a noun takes its tense from: as subject, or as object of one that says little else."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("with", "by") and verb.head.lemma_.lower() in words()["responses"]:
        return verb.head
    if is_setting(noun):
        return verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if noun.dep_ in ("nsubj", "nsubjpass"):
        said_of = verb.lemma_ in ("be", "suppose", "expect", "due")
        ahead = (c for c in verb.children if said_of and c.dep_ == "xcomp" and c.tag_ == "VB")
        return next(ahead, verb)
    lemma = verb.lemma_.lower()
    lends = lemma in lexicon().light or lemma in lexicon().transparent or lemma in words()["counting"]
    return verb if noun.dep_ in ("dobj", "attr") and lends else None


def is_setting(noun: Token) -> bool:
    """Tell whether someone spoke at an event: "said at a news conference", "told reporters during a summit"."""
    verb = noun.head.head
    said = verb.pos_ == "VERB" and verb.lemma_.lower() in lexicon().transparent | words()["speaking"]
    return said and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during") and noun.head.dep_ == "prep"


def verb_reality(verb: Token, depth: int = 0) -> str | None:
    """Return past, planned or present for a verb, None where it is not told as real."""
    lists = words()
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if depth > 5 or _is_unreal(verb):
        return None
    if auxiliaries & lists["unreal_auxiliaries"]:
        return _modal(verb, auxiliaries)
    if auxiliaries & lists["future_auxiliaries"]:
        return None if _is_asked(verb) or _is_conditional(verb) else "planned"
    if verb.tag_ in ("VB", "VBG", "VBN") and not auxiliaries & _FINITE_AUX:
        return _governed(verb, depth)
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in lists["unreal_heads"]:
        return None
    if (verb.tag_ in ("VBZ", "VBP") and not auxiliaries) or (verb.tag_ == "VBN" and auxiliaries <= _PRESENT):
        return "present"
    return "past"


def _is_asked(verb: Token) -> bool:
    """Tell "how they will negotiate", which is a question."""
    asked = {c.lower_ for c in verb.lefts if c.dep_ in ("advmod", "mark")} & words()["asking"]
    return bool(asked) and (verb.dep_ in ("ccomp", "pcomp") or not asked & {"when", "where"})


def _is_conditional(verb: Token) -> bool:
    """Tell "if they attack, the port will close"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for clause in clauses for m in clause.lefts)


def _is_unreal(verb: Token) -> bool:
    lists = words()
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("mark", "advmod") and child.lower_ in lists["unreal_marks"]):
            return True
        habit = child.dep_ == "advmod" and child.lower_ in lists["habits"]
        if habit or (child.dep_ == "npadvmod" and child.lower_ == "times"):
            return True
        nominal = child.dep_ in ("nsubj", "nsubjpass", "dobj")
        if nominal and any(g.lower_ in lists["negations"] for g in (child, *child.lefts)):
            return True
    return (verb.i == verb.sent.start and verb.tag_ == "VB") or _is_inverted(verb)


def _is_inverted(verb: Token) -> bool:
    """Tell "had he resigned, ...", which says that he did not."""
    had = [c.i for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "were", "should")]
    doer = [c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(had and doer and had[0] < doer[0] and verb.dep_ in ("advcl", "ccomp") and verb.i < verb.head.i)


def _modal(verb: Token, auxiliaries: set[str]) -> str | None:
    """Reported "would" is a plan ("said it would send"), and so is "should take place"."""
    if "would" in auxiliaries and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in lexicon().transparent:
        return "planned"
    return "planned" if "should" in auxiliaries and verb.lemma_ == "take" else None


def _governed(verb: Token, depth: int) -> str | None:
    """Return what the governor makes of an infinitive or participle."""
    lists, head = words(), verb.head
    lemma = head.lemma_.lower()
    if verb.tag_ == "VBN" and not any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux"):
        return "past" if not _is_adjective(verb) and lemma not in lists["unreal_heads"] else None
    if verb.tag_ == "VB" and _is_subjunctive(verb):
        return None
    shared = head.head if is_done_by(verb) else head if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") else None
    if shared is not None and shared != verb:
        return verb_reality(shared, depth + 1)
    if head == verb or verb.dep_ not in _CLAUSES:
        return "present" if verb.tag_ == "VBG" and verb.dep_ == "ROOT" else None
    if head.pos_ == "NOUN" and head.dep_ == "dobj" and head.head.lemma_.lower() in lists["undecided"]:
        return None
    if lemma == "have" and verb.tag_ == "VB":
        return None
    if lemma in lists["planned_heads"] or (lemma == "be" and verb.tag_ != "VBG"):
        real = verb_reality(head, depth + 1) if head.pos_ in ("VERB", "AUX") else not taken_back(head)
        return "planned" if real else None
    if lemma in lists["unreal_heads"] or verb.dep_ == "amod":
        return None
    if head.pos_ == "VERB" and (lemma in lists["aspect"] or (verb.tag_ == "VBG" and verb.dep_ == "advcl")):
        return verb_reality(head, depth + 1)
    return "bare" if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "acl") else None


def is_done_by(verb: Token) -> bool:
    """Tell "responded by imposing", "agreed after approving": as real as the verb that it hangs on."""
    prep = verb.head
    told = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and prep.lower_ in words()["telling"]
    return told and prep.head.pos_ in ("VERB", "AUX") and prep.head != prep


def _is_adjective(verb: Token) -> bool:
    """Tell whether a participle only describes the noun behind it: "and seriously wounded soldiers"."""
    if verb.dep_ == "amod" or (verb.dep_ in ("dobj", "pobj") and any(c.dep_ == "det" for c in verb.lefts)):
        return True
    doc, i = verb.doc, verb.i
    degree = i > 0 and doc[i - 1].lower_ in words()["degrees"]
    bare = i + 1 < len(doc) and doc[i + 1].tag_ == "NNS" and doc[i + 1].head == verb
    return degree and bare and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_subjunctive(verb: Token) -> bool:
    """Tell whether a bare verb form is what someone asks for ("that it reopen"), or an item joined to a finite verb."""
    if any(c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ == "conj":
        return verb.head.tag_ in ("VBZ", "VBP")
    return verb.dep_ == "ccomp" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_unreal_noun(noun: Token) -> bool:
    lists = words()
    if any(c.lower_ in lists["unreal_modifiers"] for c in noun.lefts):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("without", "despite", "instead", "about", "for"):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in lists["setting"]:
        return False
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "with", "for") and _is_charged(governor):
        return True
    return governor.lemma_.lower() in lists["unreal_heads"] and noun.dep_ in ("dobj", "pobj", "conj")


def _is_charged(token: Token) -> bool:
    """Tell whether a verb says what someone is said to have done: "convicted of murder", "charged with an attack"."""
    while token.pos_ != "VERB" and token.head != token:
        token = token.head
    return token.lemma_.lower() in words()["charging"]


def is_perfect(token: Token) -> bool:
    """Tell whether an event is told in the present perfect, which names no time of its own ("has expelled")."""
    verb = token if token.pos_ in ("VERB", "AUX") else lender(token) or token
    return any(c.lower_ in ("has", "have", "’ve", "'ve") for c in verb.children if c.dep_ == "aux")
