"""What a statement does, told by its content alone: whose deed each clause tells of, its modality, its judging words.

Every clause and every phrase of the vocabulary gives its stance a weight; the heaviest wins, of equals the first.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting.stance_clauses import Clause, agent, clauses, first, words
from generator.drafting.stance_others import others_deed, others_stand
from generator.drafting.stance_own import own_deed, own_mind, planned
from generator.drafting.stance_words import DEFAULT, FAINT, FLOOR, INNER, PLAIN, SURE, Sign, performed
from generator.drafting.stance_worth import being, judged_deed, telling

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PHRASES = {"threaten": 1.05, "accuse": FAINT, "assess": 0.4}
"""Weights of phrases; PLAIN else."""

CONDITIONS = frozenset(("after", "if", "when", "once"))
Placed = tuple[float, int, str]
"""Weight, place (negative, so that of equals the first is greatest), stance."""


def of(content: "Span", *, own: bool = False, cue: "Token | None" = None) -> str:
    """Return the stance of a content; own: its main clause speaks of the holder's own deeds; cue: its "said"."""
    weight, _, stance = max(found(content, own, cue), default=(0.0, 0, DEFAULT), key=lambda one: one[:2])
    return stance if weight >= FLOOR else DEFAULT


def found(content: "Span", own: bool, cue: "Token | None" = None) -> list[Placed]:
    """All that a content tells of its stance."""
    return [*_by_clauses(content, own, cue), *_by_phrases(content)]


def _by_clauses(content: "Span", own: bool, cue: "Token | None") -> Iterator[Placed]:
    for clause in clauses(content, own, cue):
        for rule in RULES:
            told = rule(clause)
            if told:
                stance, weight = told
                yield weight * (1.0 if clause.main else INNER), -clause.verb.idx, stance


def _by_phrases(content: "Span") -> Iterator[Placed]:
    text = content.text.lower().replace("’", "'")
    for stance, pattern in _patterns().items():
        match = pattern.search(text)
        if match:
            yield PHRASES.get(stance, PLAIN) - 0.001, -(content.start_char + match.start()), stance


def _modal(clause: Clause) -> Sign | None:
    """Must, should, need to: a demand on others; could, may: a guess."""
    needs = _needs(clause)
    if clause.aux & words("duty") or needs:
        return _duty(clause, needs)
    barred = clause.negated and bool(clause.aux & {"can", "could", "ca"})
    if barred and (clause.among("yielding") or clause.own) and not clause.among("thinking"):
        return _unable(clause)
    if clause.own and not clause.negated and clause.aux & words("chance"):
        return _own_chance(clause)
    if clause.aux & words("chance") and not clause.negated:
        return ("demand", SURE) if _on_condition(clause) else ("assess", PLAIN)
    return ("assess", FAINT - 0.1) if clause.aux & {"can", "ca"} else None


def _needs(clause: Clause) -> bool:
    """Read "they have to pay", "they need to pay"."""
    return clause.has("need", "have") and any(
        word.dep_ == "xcomp" and any(mark.lower_ == "to" for mark in word.lefts) for word in clause.verb.children
    )


def _unable(clause: Clause) -> Sign | None:
    """Read "we cannot accept it" as a refusal, "we cannot confirm it" as none, "we cannot support it" as opposition."""
    silent = clause.verb.lemma_.lower() in vocabulary.load("stance_cues")["silences"]
    if silent and not clause.has("give", "provide"):
        return DEFAULT, SURE
    act = performed(clause.verb)
    return ("oppose" if act == "support" else "reject"), SURE


def _on_condition(clause: Clause) -> bool:
    """Read "talks can begin only after", "can resume only if": what stands behind is asked for."""
    doc, last = clause.verb.doc, clause.verb.right_edge.i
    return any(
        word.lower_ == "only" and word.nbor().lower_ in CONDITIONS for word in doc[clause.verb.left_edge.i : last]
    )


def _own_chance(clause: Clause) -> Sign:
    """Read "we could strike" as a threat, "we could talk" as a proposal."""
    proposed = first(clause.subject) and clause.among("acting") and "have" not in clause.aux
    return ("propose" if proposed else "assess"), PLAIN


def _duty(clause: Clause, needs: bool) -> Sign | None:
    """What others must do is demanded; what they had to do, or will or seem to have to, is told."""
    if clause.subject is not None and clause.subject.lower_ == "i":
        return None
    if needs and (clause.verb.tag_ in ("VBD", "VBN") or clause.future or "did" in clause.aux or not clause.main):
        return ("assess", FAINT) if clause.future else None
    if clause.doubted:
        return "reject", SURE
    if _presumed(clause):
        return "assess", PLAIN
    done = "have" in clause.aux
    thing = any(word.dep_ == "dobj" and word.lower_ != "place" for word in clause.verb.children)
    scheduled = clause.among("scheduled") and not clause.own and "should" in clause.aux and not thing
    return None if scheduled else ("oppose" if done else "demand", SURE)


def _presumed(clause: Clause) -> bool:
    """Read "it must have rained", "the deal should help" as a guess."""
    past = "must" in clause.aux and "have" in clause.aux
    thing = clause.subject is not None and clause.subject.dep_ == "nsubj" and not agent(clause.subject)
    return past or ("should" in clause.aux and thing and clause.among("effects") and not clause.negated)


def _order(clause: Clause) -> Sign | None:
    """Read "Give us the keys!": a bare verb without a subject."""
    verb = clause.verb
    if verb.tag_ not in ("VB", "VBP") or verb.dep_ == "conj" or not clause.main:
        return None
    if clause.subject is not None or clause.aux - {"do", "let"} or not any(verb.rights):
        return None
    if clause.has("thank"):
        return None
    return ("propose", SURE) if clause.has("let") else ("demand", PLAIN)


RULES = (
    _modal, own_deed, planned, own_mind, others_deed, others_stand, being, _order, telling, judged_deed
)  # fmt: skip


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    given = vocabulary.load("stance_content")["phrases"].items()
    return {stance: re.compile(rf"\b(?:{_any(phrases)})\b") for stance, phrases in given}


def _any(phrases: list[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
