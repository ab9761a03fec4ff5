"""What a clause tells of its holder: what they will and won't do, do by saying so, feel and think."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import appraisal
from generator.drafting.stance_clauses import Clause, agent, first, harms, words
from generator.drafting.stance_words import (
    BE,
    DEFAULT,
    FAINT,
    FLOOR,
    LINKING,
    PLAIN,
    SLIGHT,
    SURE,
    Sign,
    cues,
    negative,
    performed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

PERFORMING = frozenset(("have", "has", "had", "'ve", "am", "'m", "are", "'re"))
"""Auxiliaries of "we have rejected", "we are asking"."""

GUESSES = frozenset(("likely", "probably", "perhaps", "possibly", "inevitably", "surely", "undoubtedly"))
READY = frozenset(("ready", "willing", "prepared", "determined", "set", "poised", "committed", "eager", "keen"))
OURS = frozenset(("our", "my", "its", "his", "her", "their"))
SUFFERING = ("receive", "face", "win", "draw", "drop", "withdraw", "cite", "see", "get")
"""Light verbs whose subject is not who makes the promise or threat."""

OUTCOMES = ("win", "lose", "get", "receive")
"""What no one can promise: their future is foreseen."""

DEEPLY = frozenset(("deeply", "gravely", "seriously", "extremely", "profoundly"))
ENDS = frozenset(("until", "unless", "before", "without"))
CEASING = ("cease", "stop", "end", "halt")
TURNING = ("change", "budge", "move", "talk", "give", "consider")


def own_deed(clause: Clause) -> Sign | None:
    """What the holder will, won't, did not do, or does by saying so."""
    if not clause.own:
        return None
    if clause.future and not clause.among("thinking"):
        unreal = "have" in clause.aux or (clause.among("resting") and not clause.negated) or _guessed(clause)
        if clause.has(*OUTCOMES) and not clause.negated:
            return "assess", FLOOR + 0.1
        return (("assess", FLOOR + 0.1) if clause.among("effects") else None) if unreal else _promise(clause)
    if clause.negated:
        return _own_refusal(clause)
    if clause.has("want"):
        return _wants(clause)
    act = performed(clause.verb)
    reported = clause.verb.tag_ == "VBD" and not first(clause.subject)
    present = reported or clause.verb.tag_ in ("VB", "VBP", "VBZ") or clause.aux & PERFORMING
    return (act, SURE) if act and present else None


def planned(clause: Clause) -> Sign | None:
    """Read "the union plans to meet", whoever it is."""
    plans = clause.main and clause.among("planning") and not clause.negated and infinitive(clause)
    return ("commit", PLAIN) if plans else None


def _wants(clause: Clause) -> Sign | None:
    """Read "we want a vote", "she wants them to leave" as a demand, "we want to vote" as a plan."""
    if clause.verb.tag_ not in ("VB", "VBP", "VBZ"):
        return None
    if any(word.dep_ in ("dobj", "ccomp") for word in clause.verb.children):
        return "demand", PLAIN
    return ("commit", FAINT) if infinitive(clause) else None


def _guessed(clause: Clause) -> bool:
    """Read "it would likely raise tensions" as a forecast, though "it" may be the speaker."""
    return any(word.lower_ in GUESSES for word in clause.verb.children) or (
        clause.among("effects") and not first(clause.subject)
    )


def _own_refusal(clause: Clause) -> Sign | None:
    """What the holder does not do: "we are not changing it", "we never bribed anyone"."""
    if clause.has("expect", "plan", "intend", "mean", "want") and infinitive(clause):
        return "reject", PLAIN
    if clause.has("want", "like") and any(word.dep_ in ("dobj", "ccomp") for word in clause.verb.children):
        return "oppose", FAINT
    if clause.among("thinking"):
        return None
    if clause.verb.tag_ == "VBG":
        yields = clause.among("yielding") or clause.among("acting") or clause.has(*TURNING)
        return ("reject", FAINT) if yields else None
    act = performed(clause.verb)
    if act not in ("accept", "support") and done(clause):
        return None if clause.has("be", "have", "appear", "seem") else ("deny", PLAIN)
    return (negative(act), SURE) if act else None


def own_mind(clause: Clause) -> Sign | None:
    """What the holder feels or thinks: "we are grateful", "it regrets", "he expects"."""
    if not clause.own or clause.future:
        return None
    return felt(clause) or _voiced(clause) or _thinks(clause)


def felt(clause: Clause) -> Sign | None:
    """Read "we are ready to strike", "she was outraged"."""
    said = [word for word in clause.verb.children if word.dep_ in ("acomp", "attr", "oprd")]
    passive = clause.verb.tag_ == "VBN" and clause.aux & BE
    for word in [clause.verb] if passive else said if clause.has(*LINKING) else []:
        stance = "threaten" if word.lower_ in READY and _or_else(clause) else _leaning(clause, word)
        if stance:
            deep = not clause.negated and any(inner.lower_ in DEEPLY for inner in word.children)
            weight = SURE if deep else PLAIN if stance != "assess" else FAINT
            return (negative(stance) if clause.negated else stance), weight
    return None


def _leaning(clause: Clause, word: "Token") -> str | None:
    if word.lower_ in READY:
        deeds = [inner for inner in word.children if inner.dep_ == "xcomp"]
        hostile = any(inner.lemma_.lower() in words("hostile") or harms(inner) for inner in deeds)
        return "threaten" if hostile and not clause.negated else "commit"
    if word.lower_ == "disappointed":
        given = any(
            inner.lemma_.lower() in appraisal.words("decisions")
            or (inner.ent_type_ in ("PERSON", "ORG") and inner.head.lower_ in ("in", "with"))
            for inner in word.subtree
        )
        return "oppose" if given else "assess"
    return appraisal.feeling(word) or cues().get(word.lower_)


def _voiced(clause: Clause) -> Sign | None:
    """Read "we reaffirmed our commitment", "it has no intention" by the noun."""
    light = clause.verb.lemma_.lower() in vocabulary.load("cue_nouns")["light"]["verbs"] and not clause.has(*SUFFERING)
    for noun in clause.verb.children:
        owned = any(word.dep_ == "poss" and word.lower_ in OURS for word in noun.children)
        if noun.dep_ != "dobj" or not (light or owned):
            continue
        stance = appraisal.named_feeling(noun) or cues().get(noun.lemma_.lower())
        if stance:
            no = clause.negated or any(word.lower_ == "no" for word in noun.children)
            open_ = no and noun.lemma_ in ("decision", "determination")
            return (DEFAULT if open_ else negative(stance) if no else stance), PLAIN
    return None


def _thinks(clause: Clause) -> Sign | None:
    if clause.verb.tag_ == "VBD" and (first(clause.subject) or clause.among("perceiving")):
        return None
    if clause.has("hope", "expect", "trust") and _wished(clause):
        return "demand", FAINT + 0.05
    if clause.has("expect") and any(word.lower_ == "from" for word in clause.verb.subtree):
        return "demand", FAINT + 0.05
    lemma = clause.verb.lemma_.lower()
    if cues().get(lemma) != "assess":
        return None
    if lemma == "consider" and any(word.dep_ == "xcomp" and word.tag_ == "VBG" for word in clause.verb.children):
        return None
    told = any(word.dep_ == "ccomp" and word.pos_ in ("VERB", "AUX") for word in clause.verb.children)
    naming = lemma in vocabulary.load("stance_cues")["naming"] and not told
    return (appraisal.polarity(_named(clause.verb)) if naming else None) or "assess", SLIGHT if told else FAINT


def _named(verb: "Token") -> "Iterator[Token]":
    """What "we consider it a crime", "we see this as a mistake" call a thing."""
    for word in verb.children:
        if word.dep_ in ("oprd", "attr", "acomp", "ccomp", "xcomp", "dobj"):
            yield from word.subtree if word.dep_ == "ccomp" else (word, *word.children)
        elif word.dep_ == "prep" and word.lower_ == "as":
            yield from (inner for thing in word.children for inner in (thing, *thing.children))


def _wished(clause: Clause) -> bool:
    """Read "I hope the parties will end the strike": another's deed is wished for."""
    inner = next((word for word in clause.verb.children if word.dep_ == "ccomp"), None)
    if inner is None or inner.lemma_.lower() not in words("acting") | words("yielding"):
        return False
    whose = next((word for word in inner.children if word.dep_ == "nsubj"), None)
    will = any(word.lower_ in ("will", "would") for word in inner.children)
    return will and whose is not None and not first(whose) and agent(whose)


def infinitive(clause: Clause) -> bool:
    """Read "plans to go", "wants to go"."""
    return any(word.dep_ == "xcomp" and word.tag_ == "VB" for word in clause.verb.children)


def done(clause: Clause) -> bool:
    """Of the past: "did not pay", "have never paid"."""
    return bool(clause.aux & {"did", "have", "has", "had", "'ve", "'d"}) or clause.verb.tag_ == "VBD"


def _promise(clause: Clause) -> Sign:
    if (clause.negated and clause.among("idle")) or _or_else(clause):
        return "threaten", SURE
    if clause.negated:
        held = any(word.lower_ in ENDS for word in clause.verb.subtree) and not clause.has(*CEASING)
        return ("demand" if held else "reject"), SURE
    if clause.has("refuse", "decline", "reject", "boycott"):
        return "reject", SURE
    if clause.among("hostile") or harms(clause.verb):
        return "threaten", SURE
    if clause.among("yielding") and clause.subject is not None:
        return "accept", SURE
    return "commit", PLAIN + 0.1


def _or_else(clause: Clause) -> bool:
    """Read "if they do not pay, we will": what the holder will do hangs on another's not yielding."""
    for inner in clause.verb.children:
        if inner.dep_ != "advcl":
            continue
        marks = {word.lower_ for word in inner.children if word.dep_ == "mark"}
        theirs = any(word.dep_ in ("nsubj", "nsubjpass") and not first(word) for word in inner.children)
        refused = any(word.dep_ == "neg" for word in inner.children)
        if theirs and not clause.negated and ("unless" in marks or ("if" in marks and refused)):
            return True
    return False
