"""What a clause tells of how things are: what there is, what they are called, what they lead to."""

from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import appraisal
from generator.drafting.stance_clauses import Clause, agent, first, words
from generator.drafting.stance_others import misconduct
from generator.drafting.stance_own import done
from generator.drafting.stance_words import BE, DEFAULT, FAINT, LINKING, PLAIN, SLIGHT, SURE, THIN, Sign

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT = {"support": "oppose", "accuse": "deny"}
"""What a judgement is once it is negated; an assessment else."""


def judged_deed(clause: Clause) -> Sign | None:
    """Read "has done an awful job", "gone too far" by the words that judge; not what the holder did."""
    if not clause.main or clause.negated:
        return None
    near = list(clause.verb.children)
    near += [inner for word in near if word.dep_ == "dobj" for inner in word.children]
    if any(_excessive(word) for word in near):
        return "oppose", FAINT
    things = [word for word in clause.verb.children if word.dep_ in ("dobj", "attr")]
    if not clause.among("light") or not things:
        return None
    stance = appraisal.polarity(_predicate(things[0]))
    return ("oppose", FAINT) if stance == "oppose" else ("assess", SLIGHT + 0.01) if stance == "assess" else None


def being(clause: Clause) -> Sign | None:
    """What is there or is not, and how things are judged."""
    verb = clause.verb
    if verb.tag_ == "VBN" and clause.aux & BE and not clause.own and not clause.negated:
        stance = appraisal.polarity([verb])
        return (stance, FAINT) if stance in ("accuse", "oppose") else None
    if clause.negated and verb.lower_ in words("blameless"):
        return "deny", FAINT
    if not clause.has(*LINKING):
        return None
    if any(word.dep_ == "expl" and word.lower_ == "there" for word in verb.children):
        return _existing(clause)
    said = next((word for word in verb.children if word.dep_ in ("acomp", "attr", "oprd")), None)
    return _placed(clause) if said is None else _said(clause, said)


def _placed(clause: Clause) -> Sign | None:
    """Read "the reason is that", "we are on the brink" as a view."""
    pointed = clause.subject is not None and clause.subject.lemma_.lower() in words("points")
    near = clause.main and any(word.lemma_.lower() in words("nearness") for word in clause.verb.subtree)
    return ("assess", FAINT) if pointed or near else None


def _said(clause: Clause, said: "Token") -> Sign | None:
    """What the predicate of "is", "seems" makes of its subject."""
    if clause.subject is not None and _told(clause.subject) and appraisal.is_false(said):
        return "deny", PLAIN
    if clause.negated and said.lower_ == "able" and clause.verb.tag_ != "VBD" and not clause.own:
        return "assess", FAINT
    if said.pos_ == "NOUN" and misconduct(said):
        return "accuse", FAINT
    return _judged(clause, said)


def _told(subject: "Token") -> bool:
    """Is it what was said: "that", "these reports", "talk of a truce"?"""
    claims = vocabulary.load("stance_cues")["claims"]
    return subject.lower_ in ("it", "that", "this", "these", "they") or subject.lemma_.lower() in claims


def _judged(clause: Clause, said: "Token") -> Sign | None:
    stance = appraisal.polarity(_predicate(said))
    if stance:
        weight = PLAIN if stance == "accuse" else FAINT
        approved = {inner.lower_ for inner in _predicate(said)} & appraisal.words("approving")
        if clause.negated and approved and clause.subject is not None and agent(clause.subject):
            return "oppose", FAINT
        return (NOT.get(stance, "assess") if clause.negated else stance), weight
    plain = said.pos_ in ("NUM", "PROPN", "ADV") or said.tag_ == "VBN" or _condition(said)
    return ("assess", PLAIN / 2) if not plain and (clause.verb.tag_ in ("VBZ", "VBP") or clause.future) else None


def _excessive(said: "Token") -> bool:
    """Read "too many", "too far"."""
    return any(word.lower_ == "too" for word in said.lefts) and said.lemma_.lower() in words("measures")


def _predicate(said: "Token") -> "list[Token]":
    """What is said of a subject and its nearest modifiers: "a tremendous achievement"; not what it is done to."""
    near = [word for word in said.children if word.dep_ in ("amod", "advmod", "compound", "nmod", "conj", "neg")]
    return [said, *near]


def _condition(said: "Token") -> bool:
    return said.lower_ in appraisal.words("conditions")


def _existing(clause: Clause) -> Sign | None:
    thing = next((word for word in clause.verb.children if word.dep_ in ("attr", "nsubj", "dobj")), None)
    no = thing is not None and any(word.lower_ == "no" for word in thing.children)
    if (no or clause.negated) and clause.future:
        outlook = thing is not None and thing.lemma_.lower() in words("outlooks")
        return ("assess", PLAIN) if outlook else ("reject", SURE)
    if no and clause.verb.lower_ == "been":
        return "deny", FAINT
    if no and thing is not None and clause.verb.tag_ in ("VBZ", "VBP") and clause.main:
        weighed = appraisal.polarity([thing]) == "assess" or thing.lemma_.lower() in words("outlooks")
        return ("assess" if weighed else "deny"), FAINT
    counted = any(word.like_num for word in clause.verb.subtree)
    return ("assess", THIN) if clause.verb.tag_ in ("VBZ", "VBP") and not counted else None


def telling(clause: Clause) -> Sign | None:
    """What is so in general, and what a thing leads to, is judged; what is over and counted is reported."""
    if not clause.main or clause.future or clause.has("be", "have"):
        return None
    if clause.own and (first(clause.subject) or not clause.among("effects")):
        return None
    counted = any(word.like_num for word in clause.verb.subtree)
    causes = clause.among("effects") and not (clause.subject is not None and agent(clause.subject))
    over = done(clause) and not causes and not clause.among("thinking") and not clause.aux & BE
    if over or (counted and clause.verb.tag_ == "VBN" and not clause.among("weighed")):
        return DEFAULT, SLIGHT
    watched = clause.has("see") and any(word.dep_ in ("xcomp", "ccomp", "advcl") for word in clause.verb.children)
    viewed = not watched and clause.among("weighed") and clause.verb.tag_ == "VBN" and clause.aux & BE
    lasting = (clause.present or _grows(clause)) and not counted
    return ("assess", THIN) if clause.among("effects") or viewed or lasting else None


def _grows(clause: Clause) -> bool:
    """Read "the gap is narrowing" as a judgement, "the ministers are meeting" as none."""
    going_on = clause.verb.tag_ == "VBG" and bool(clause.aux & {"is", "are"})
    return going_on and clause.subject is not None and not agent(clause.subject)
