"""What a clause tells of others: what they did wrong, won't do, may do, or stand for."""

from typing import TYPE_CHECKING

from generator.drafting import appraisal
from generator.drafting.stance_clauses import Clause, agent, harms, words
from generator.drafting.stance_own import done, felt
from generator.drafting.stance_words import DEFAULT, FAINT, FLOOR, PLAIN, Sign, cues, negative, performed

if TYPE_CHECKING:
    from spacy.tokens import Token

GOING_ON = ("continue", "remain")
OWN = frozenset(("our", "my", "its", "his", "her"))


def others_deed(clause: Clause) -> Sign | None:
    """What others did wrong, won't do, or may do."""
    if clause.own or clause.subject is None:
        return None
    if _nobody(clause.subject) and clause.aux & {"has", "had", "have", "is", "was"}:
        return "deny", PLAIN
    told = _left_undone(clause, clause.subject) if clause.negated else _done_wrong(clause, clause.subject)
    return told or (_others_future(clause) if clause.future else None)


def _done_wrong(clause: Clause, subject: "Token") -> Sign | None:
    wrongly = clause.main and any(word.lower_ in words("culpably") for word in clause.verb.children)
    if wrongly or _spurned(clause):
        return "accuse", FAINT
    if subject.dep_ == "nsubjpass":
        return ("threaten", FAINT) if clause.future and harms(clause.verb) else None
    if _is_wrong(clause) and agent(subject):
        return "accuse", PLAIN
    return ("accuse", FAINT) if clause.among("breaking") or misconduct(subject) else None


def _spurned(clause: Clause) -> bool:
    """Read "they rejected our offer" as a charge."""
    theirs = cues().get(clause.verb.lemma_.lower()) in ("reject", "oppose")
    return theirs and any(
        word.dep_ == "dobj" and any(whose.lower_ in OWN | {"their"} for whose in word.children)
        for word in clause.verb.children
    )


def _left_undone(clause: Clause, subject: "Token") -> Sign | None:
    """Read "they never paid" as a charge, "she did not lie" as a denial."""
    guiltless = clause.has("intend", "mean", "plan") or (clause.among("wrongs") and not clause.has("refuse", "fail"))
    if guiltless and done(clause):
        return "deny", FAINT
    owing = clause.among("owed") and not clause.future and agent(subject)
    return ("accuse", FAINT) if owing else None


def _others_future(clause: Clause) -> Sign:
    """What is scheduled or arranged is told, what bodies will do promised or refused, all else foreseen."""
    if clause.verb.tag_ == "VBN" and "be" in clause.aux:
        return ("demand", FAINT) if clause.has("require", "oblige", "ask", "demand") else (DEFAULT, FLOOR)
    if clause.main and clause.subject is not None and agent(clause.subject):
        if (clause.among("harming") or clause.has("impose")) and not clause.negated:
            return "threaten", FAINT
        if _acts(clause):
            return ("reject" if clause.negated else "commit"), FAINT
    return (DEFAULT, FLOOR) if clause.among("scheduled") else ("assess", FLOOR + 0.1)


def _acts(clause: Clause) -> bool:
    placed = any(word.dep_ == "dobj" and word.lower_ in ("place", "part") for word in clause.verb.children)
    return (clause.among("giving") or clause.among("acting")) and not placed


def _is_wrong(clause: Clause) -> bool:
    """Did they steal, or are they trying to?"""
    if clause.among("wrongs"):
        return True
    aims = [word for word in clause.verb.children if word.dep_ == "xcomp"]
    return clause.among("trying") and any(word.lemma_.lower() in words("forcing") | words("wrongs") for word in aims)


def others_stand(clause: Clause) -> Sign | None:
    """What others support, refuse or are ready for: their stance is the statement's where no other is."""
    if clause.own or not clause.main or clause.subject is None or clause.future or not agent(clause.subject):
        return None
    leaning = felt(clause)
    if leaning and leaning[0] in ("support", "oppose", "threaten"):
        return leaning[0], FAINT - 0.05
    verbs = [clause.verb, *(word for word in clause.verb.children if word.dep_ == "xcomp" and clause.has(*GOING_ON))]
    acts = (performed(verb) for verb in verbs)
    act = next((act for act in acts if act and act not in ("propose", "accept", "commit")), None)
    present = clause.verb.tag_ in ("VBZ", "VBP") and clause.subject.pos_ != "PRON"
    return ((negative(act) if clause.negated else act), FAINT - 0.1) if act and present else None


def misconduct(subject: "Token") -> bool:
    """Is the subject somebody's refusal, failure, aggression?"""
    whose = any(
        (word.dep_ == "poss" or (word.dep_ in ("prep", "agent") and word.lower_ in ("by", "of")))
        and word.lower_ not in OWN
        for word in subject.children
    )
    return whose and subject.lemma_.lower() in appraisal.words("conduct") | appraisal.words("wrong")


def _nobody(subject: "Token") -> bool:
    no_one = subject.lower_ == "one" and subject.left_edge.lower_ == "no"
    return no_one or subject.lower_ in ("nobody", "none")
