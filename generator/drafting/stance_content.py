"""What a statement does, told by its content alone: whose deed each clause tells of, its modality, its judging words.

Every clause and every phrase of the vocabulary gives its stance a weight; the heaviest wins, of equals the first.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEFAULT = "state"
FLOOR = 0.3
"""What a stance must weigh to count."""

INNER = 0.5
"""Weight of a subordinate clause beside the main one."""

SURE, PLAIN, FAINT = 1.0, 0.8, 0.6
"""Weights: an act named or done in the words; a modal or judging word; a word that only may judge."""

CLAUSES = frozenset(("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "pcomp"))
SUBJECTS = ("nsubj", "nsubjpass", "expl")
ENDS = frozenset(("until", "unless", "before", "without"))
EVENT = tuple[float, int, str]
"""Weight, place (negative, so that of equals the first is greatest), stance."""


@dataclass(frozen=True)
class Clause:
    """A finite verb with what governs its force. own: it tells of the holder's deeds."""

    verb: "Token"
    subject: "Token | None"
    aux: frozenset[str]
    negated: bool
    own: bool
    main: bool

    @property
    def future(self) -> bool:
        return bool(self.aux & words("future")) or self.verb.lower_ == "going"

    def has(self, *lemmas: str) -> bool:
        return self.verb.lemma_.lower() in lemmas

    def among(self, name: str) -> bool:
        return self.verb.lemma_.lower() in words(name)


def of(content: "Span", *, own: bool = False) -> str:
    """Return the stance of a content; own: its main clause speaks of the holder's own deeds."""
    found = [*_by_clauses(content, own), *_by_phrases(content, own)]
    weight, _, stance = max(found, default=(0.0, 0, DEFAULT), key=lambda one: one[:2])
    return stance if weight >= FLOOR else DEFAULT


def first_person(content: "Span") -> bool:
    """Does the speaker speak of themselves?"""
    return any(word.lower_ in words("first") and word.dep_ in SUBJECTS for word in content)


def _by_clauses(content: "Span", own: bool) -> Iterator[EVENT]:
    for clause in _clauses(content, own):
        for rule in (_modal, _own_deed, _others_deed, _being, _order):
            found = rule(clause)
            if found:
                stance, weight = found
                yield weight * (1.0 if clause.main else INNER), -clause.verb.idx, stance


def _by_phrases(content: "Span", own: bool) -> Iterator[EVENT]:
    text = content.text.lower().replace("’", "'")
    for stance, pattern in _patterns().items():
        match = pattern.search(text) if own or stance not in words("own") or first_person(content) else None
        if match:
            weight = FAINT if stance in ("assess", "accuse") else PLAIN
            yield weight - 0.001, -(content.start_char + match.start()), stance


def _clauses(content: "Span", own: bool) -> Iterator[Clause]:
    for verb in content:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        top, joined = _leads(verb, content), verb.dep_ in ("conj", "parataxis")
        if top or verb.dep_ in CLAUSES:
            main = top or ((joined or _thought(verb)) and _leads(verb.head, content))
            yield _clause(verb, own, main)


def _leads(word: "Token", content: "Span") -> bool:
    """Does the word depend on nothing within the content?"""
    head = word.head.i
    return head == word.i or not content.start <= head < content.end


def _thought(verb: "Token") -> bool:
    """Read "I think (that) they lied", where the parser makes the thinking the main clause."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in words("thinking")


def _clause(verb: "Token", own: bool, main: bool) -> Clause:
    children = list(verb.children)
    subject = next((word for word in children if word.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((word for word in verb.head.children if word.dep_ in SUBJECTS), None)
    aux = frozenset(word.lower_.replace("’", "'") for word in children if word.dep_ in ("aux", "auxpass"))
    negated = any(word.dep_ == "neg" or word.lower_ in ("never", "neither") for word in children)
    return Clause(verb, subject, aux, negated, _is_own(subject, own and main), main)


def _is_own(subject: "Token | None", own: bool) -> bool:
    if subject is None:
        return own
    if _first(subject):
        return True
    if any(word.dep_ == "poss" and word.lower_ in ("our", "my") for word in subject.children):
        return True
    return own and subject.dep_ != "expl"


def _modal(clause: Clause) -> tuple[str, float] | None:
    """Must, should, need to: a demand on others; could, may: a guess."""
    infinitive = next((word for word in clause.verb.children if word.dep_ == "xcomp"), None)
    needs = clause.has("need", "have") and infinitive is not None and infinitive.tag_ == "VB"
    if clause.aux & words("duty") or needs:
        if clause.subject is not None and clause.subject.lower_ == "i":
            return None
        done = "have" in clause.aux
        thing = any(word.dep_ == "dobj" and word.lower_ != "place" for word in clause.verb.children)
        scheduled = clause.among("scheduled") and not clause.own and "should" in clause.aux and not thing
        return None if scheduled else ("oppose" if done else "demand", SURE)
    if clause.aux & words("chance") and not clause.negated:
        return "assess", PLAIN
    if clause.aux & {"can", "could", "ca"} and clause.negated and clause.own and clause.among("yielding"):
        return "reject", SURE
    return None


def _own_deed(clause: Clause) -> tuple[str, float] | None:
    """What the holder will, won't, did not do, or does by saying so."""
    if not clause.own:
        return None
    if clause.future and not clause.among("thinking"):
        unreal = "have" in clause.aux or (clause.among("resting") and not clause.negated)
        return None if unreal else _promise(clause)
    lemma = clause.verb.lemma_.lower()
    if clause.negated and clause.among("thinking"):
        return None
    act = performed(lemma)
    if clause.negated and act not in ("accept", "support") and _done(clause):
        return "deny", PLAIN
    reported = clause.verb.tag_ == "VBD" and act in ("support", "oppose") and not _first(clause.subject)
    present = reported or clause.verb.tag_ in ("VB", "VBP", "VBZ") or clause.aux & {"have", "has", "had", "'ve"}
    return ((negative(act) if clause.negated else act), SURE) if act and present else None


def _first(subject: "Token | None") -> bool:
    return subject is not None and subject.lower_ in words("first")


def _done(clause: Clause) -> bool:
    """Of the past: "did not pay", "have never paid"."""
    return bool(clause.aux & {"did", "have", "has", "had", "'ve", "'d"}) or clause.verb.tag_ == "VBD"


def _promise(clause: Clause) -> tuple[str, float]:
    if clause.negated:
        held = any(word.lower_ in ENDS for word in clause.verb.subtree)
        return ("demand" if held else "reject"), SURE
    if clause.among("hostile"):
        return "threaten", SURE
    if clause.among("yielding") and clause.subject is not None:
        return "accept", SURE
    return "commit", PLAIN + 0.1


def _others_deed(clause: Clause) -> tuple[str, float] | None:
    """What others did wrong, won't do, or may do."""
    if clause.own or clause.subject is None:
        return None
    if _nobody(clause.subject) and clause.aux & {"has", "had", "have", "is", "was"}:
        return "deny", PLAIN
    blind = clause.subject.dep_ == "nsubjpass" or clause.subject.lemma_.lower() in words("blind")
    if clause.among("wrongs") and not clause.negated and not blind:
        return "accuse", PLAIN
    if clause.negated and clause.aux & {"would", "wo"} and clause.subject.lower_ in ("they", "he", "she", "you"):
        return "accuse", FAINT
    if clause.future:
        return (DEFAULT, FLOOR) if clause.among("scheduled") else ("assess", FLOOR + 0.1)
    return None


def _nobody(subject: "Token") -> bool:
    no_one = subject.lower_ == "one" and subject.left_edge.lower_ == "no"
    return no_one or subject.lower_ in ("nobody", "none")


def _being(clause: Clause) -> tuple[str, float] | None:
    """What is there or is not, and how things are judged."""
    verb = clause.verb
    if not clause.has("be", "seem", "remain", "become", "look", "sound"):
        return None
    if any(word.dep_ == "expl" and word.lower_ == "there" for word in verb.children):
        return _existing(clause)
    said = next((word for word in verb.children if word.dep_ in ("acomp", "attr", "oprd")), None)
    if said is None:
        return None
    if clause.subject is not None and clause.subject.lower_ in ("it", "that", "this", "these", "they") and _false(said):
        return "deny", PLAIN
    judged = polarity(said.subtree)
    if judged:
        return judged if not clause.negated else None
    plain = said.pos_ in ("NUM", "PROPN", "ADV") or said.tag_ == "VBN" or said.lower_ in words("conditions")
    current = verb.tag_ in ("VBZ", "VBP")
    return ("assess", PLAIN / 2) if current and not plain else None


def _false(said: "Token") -> bool:
    return said.lemma_.lower() in words("falsehoods")


def _existing(clause: Clause) -> tuple[str, float] | None:
    thing = next((word for word in clause.verb.children if word.dep_ in ("attr", "nsubj", "dobj")), None)
    no = thing is not None and any(word.lower_ == "no" for word in thing.children)
    if (no or clause.negated) and clause.future:
        return "reject", SURE
    if no and thing is not None and thing.lemma_ in words("grounds"):
        return "deny", PLAIN
    return None


def _order(clause: Clause) -> tuple[str, float] | None:
    """Read "Give us the keys!": a bare verb that begins its sentence."""
    verb = clause.verb
    first = verb.left_edge
    if verb.tag_ != "VB" or not clause.main or clause.subject is not None or clause.aux - {"do", "let"}:
        return None
    if first != verb and first.lower_ not in ("please", "do", "don", "never", "just", "“", '"', "‘", "'", "—"):
        return None
    return ("propose", SURE) if clause.has("let") else ("demand", PLAIN)


def polarity(said: "Iterable[Token]") -> tuple[str, float] | None:
    """The stance of a phrase by its judging words: "a disgrace", "the most important step"."""
    found = [lemma for inner in said for lemma in (inner.lemma_.lower(), inner.lower_)]
    for name, stance, weight in (
        ("wrong", "accuse", PLAIN),
        ("bad", "oppose", FAINT),
        ("good", "support", FAINT),
        ("judging", "assess", FAINT),
    ):
        if any(lemma in words(name) for lemma in found):
            return stance, weight
    return None


@lru_cache(maxsize=1)
def cues() -> dict[str, str]:
    """Cue word, a verb or noun, -> its stance."""
    table: dict[str, str] = {}
    for stance, given in vocabulary.load("stance_cues")["cues"].items():
        for word in given:
            table.setdefault(word, stance)
    return table


def performed(word: str) -> str | None:
    """The stance of the verb of "we reject", "it has agreed"; None for those that only tell how things are."""
    stance = cues().get(word)
    return stance if stance not in ("assess", None) else None


def negative(stance: str) -> str:
    """The stance of one that is negated: "does not support" opposes."""
    return str(vocabulary.load("stance_cues")["negated"].get(stance, stance))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    given = vocabulary.load("stance_cues")["content"].items()
    return {stance: re.compile(rf"\b(?:{_any(phrases)})\b" + _unless(stance)) for stance, phrases in given}


def _any(phrases: list[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _unless(stance: str) -> str:
    """Read "we will" as a commitment, "we will not" as none."""
    return r"(?! (?:not|never)\b)" if stance == "commit" else ""


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of vocabulary/stance_cues.yaml."""
    return frozenset(vocabulary.load("stance_cues")[name])
