"""What a cue verb governs, frame by frame: a clause, an infinitive, a thing, what stands behind a preposition."""

from typing import TYPE_CHECKING

from generator.drafting.attribution_sources import ASKING, subject
from generator.drafting.attribution_spans import (
    SUBJECTS,
    Range,
    child,
    frames,
    lemma,
    minus,
    phrases,
    plain,
    to_finite,
    whole,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = ("ccomp", "xcomp")
ON = frozenset(("on", "upon", "for"))
"""Prepositions before whoever is called upon."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
SENSING = frozenset(("see", "hear"))
"""Verbs that with a bare infinitive or participle tell what was witnessed: "saw him leave"."""
ANSWERING = frozenset(("respond", "reply"))
"""Verbs of what is not done where nothing is said."""
STOPS = frozenset((":", ";"))
CONTINUING = ("VBD", "VBZ", "VBP", "VBG")
SHIFTED = frozenset(("would", "could", "might", "had"))


def content(verb: "Token", licensed: frozenset[str]) -> tuple[str, list[Range]]:
    """The first rule that finds what the verb governs, by its name, and what it finds; nothing is an empty list."""
    for rule in (_parenthetical, _clause, _infinitive, _called, _as, _accused, _prepositional, _thing):
        found = rule(verb, licensed)
        if found:
            return rule.__name__[1:], found
    if any(frame.startswith("minor ") for frame in licensed):
        minor = frozenset(frame.removeprefix("minor ") for frame in licensed)
        return "minor", _clause(verb, minor) or _infinitive(verb, minor) or _thing(verb, minor)
    return "", []


REPORTED = frozenset(("report", "observe", "point", "put", "show", "quote", "describe"))


def _parenthetical(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "The talks, she said, will go on", "as the ministry put it": the clause that the verb interrupts."""
    marked = any(word.dep_ in ("mark", "advmod") and word.lower_ == "as" for word in verb.children)
    if not ("that" in licensed or "quote" in licensed) or not (
        verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and marked)
    ):
        return []
    if child(verb, *CLAUSES, "dobj") is not None or (marked and lemma(verb) not in plain() | REPORTED):
        return []
    if verb.lemma_ in ("know", "see") and any(word.lower_ in ("you", "we") for word in verb.children):
        return []
    if any(word.dep_ == "nsubjpass" and word.lower_ in ("this", "that", "it") for word in verb.head.children):
        return []
    return minus(whole(verb.head), [whole(verb)])


def _clause(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    found = _complement(verb) or _gerund(verb, licensed)
    if found is None or not licensed & {"that", "whom", "quote"}:
        return []
    if (verb.lemma_ == "hold" and child(found, "mark") is None) or (verb.lemma_ in SENSING and not _is_finite(found)):
        return []
    fronted = found.i < verb.i
    if fronted and child(verb, "xcomp") is not None:
        return []
    start, end = whole(found)
    if fronted:
        return minus((start, end), [(verb.i, verb.i + 1)])
    end = _backshifted(verb, end)
    end = _aside(found, start, _participle(found, _cut(found, end)))
    whom = child(verb, "dobj")
    if whom is not None and is_infinitive(found) and whom.i < found.i:
        start = min(start, whole(whom)[0])
    if is_infinitive(found) and "whom" not in licensed and "to" not in licensed and "that" not in licensed:
        return []
    return [(start, end)]


def _is_finite(clause: "Token") -> bool:
    return clause.tag_ in FINITE or any(word.tag_ in FINITE and "aux" in word.dep_ for word in clause.children)


def _complement(verb: "Token") -> "Token | None":
    """The clause that the verb governs: of two the one behind it, since the parser joins a sentence before with it."""
    clauses = [word for word in verb.children if word.dep_ == "ccomp" or _asked(word)]
    behind = next((word for word in clauses if word.i > verb.i and word.left_edge.tag_ != "WDT"), None)
    if behind is None and clauses and not _stops(clauses[-1], verb):
        return clauses[-1]
    return behind


def _asked(clause: "Token") -> bool:
    """Read "asked them if they would go", which the parser takes for a condition."""
    return (
        clause.dep_ == "advcl"
        and clause.head.lemma_ in ASKING
        and clause.head.i < clause.i
        and any(
            word.dep_ in ("mark", "advmod") and word.lower_ in ("if", "whether", "why", "how") for word in clause.lefts
        )
    )


def _stops(clause: "Token", verb: "Token") -> bool:
    """Does a colon or semicolon part a sentence from the verb of saying behind it? Then it is not what is said."""
    return any(word.dep_ == "punct" and word.text in STOPS and clause.i < word.i < verb.i for word in verb.children)


def _cut(clause: "Token", end: int) -> int:
    """Where a conjoined verb that is a cue itself goes on with the speaker's deeds: "said that …, and called on …"."""
    for word in clause.conjuncts:
        has_subject = any(inner.dep_ in SUBJECTS for inner in word.children)
        told = word.tag_ == clause.head.tag_ and word.tag_ in CONTINUING and word.lemma_ in frames()
        if told and word.i > clause.i and not has_subject:
            joint = (inner.i for inner in word.head.children if inner.dep_ == "cc" and inner.i < word.i)
            return min(end, next(joint, word.i))
    return end


LEAST = 4


def _aside(clause: "Token", start: int, end: int) -> int:
    """Where the writer's own ", who is …" or ", a plan that …" ends what is reported; sooner behind a mere name."""
    for word in clause.subtree:
        first = word.left_edge.i
        least = 0 if word.head == clause and clause.pos_ == "PROPN" else LEAST
        if (
            (word.dep_ == "relcl" or (word.dep_ == "appos" and word.pos_ != "PROPN" and not _lists(word, end)))
            and start + least < first < end <= word.right_edge.i + 1
            and word.doc[first - 1].text == ","
        ):
            return first
    return end


def _lists(item: "Token", end: int) -> bool:
    """Is what looks like an apposition one item of "A, B, and C"?"""
    return any(word.dep_ == "cc" and word.nbor(-1).text == "," for word in item.doc[item.i : end])


def _participle(clause: "Token", end: int) -> int:
    """Where ", adding that …" goes on with what the speaker says."""
    table = frames()
    for word in clause.subtree:
        if clause.i < word.i < end and word.tag_ == "VBG" and word.dep_ == "advcl" and word.lemma_ in table:
            first = word.left_edge.i
            if word.doc[first - 1].text == "," and first > clause.i:
                return first
    return end


def _gerund(verb: "Token", licensed: frozenset[str]) -> "Token | None":
    """Read "proposed holding talks"; also "said legalizing it could help", which the parser misreads."""
    found = child(verb, "xcomp")
    if found is not None and found.i > verb.i and verb.lemma_ in plain() and found.tag_ in FINITE:
        return found
    if found is None or found.i < verb.i or found.tag_ != "VBG" or child(verb, "dobj") is not None:
        return None
    return found if "ing" in licensed or (verb.lemma_ in plain() and verb.lemma_ != "announce") else None


def _backshifted(verb: "Token", end: int) -> int:
    """The end of "said that A would go, and B would stay", whose second clause the parser hangs on "said"."""
    for word in verb.conjuncts:
        subject_ = any(inner.dep_ in ("nsubj", "nsubjpass", "expl") for inner in word.children)
        shifted = any(inner.dep_ == "aux" and inner.lower_ in SHIFTED for inner in word.children)
        if subject_ and shifted and verb.tag_ == "VBD" and end <= word.left_edge.i <= end + 3:
            return whole(word)[1]
    return end


def is_infinitive(verb: "Token") -> bool:
    """Does "to" stand before the verb?"""
    return any(word.dep_ == "aux" and word.lower_ == "to" for word in verb.children)


def _infinitive(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    found = child(verb, "xcomp")
    if found is None or not is_infinitive(found) or not licensed & {"to", "whom"}:
        return []
    start, end = whole(found)
    end = to_finite(found, end)
    whom = child(verb, "dobj")
    if whom is not None and whom.i < found.i:
        return [(whole(whom)[0], end)] if "whom" in licensed else []
    on = next(
        (word for word in verb.children if word.lower_ in ON and word.lower_ in licensed and word.i > verb.i), None
    )
    if on is not None and on.i < start:
        start = on.i + 1
    return [(start, end)] if "to" in licensed else []


def _called(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "called the plan a mistake": the parser has the complement as oprd, or both as a small clause."""
    if "being" not in licensed:
        return []
    small = child(verb, "oprd", "ccomp", "xcomp")
    small = None if small is not None and is_infinitive(small) else small
    thing = child(verb, "dobj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return []
    if small is None and thing is not None and thing.i > verb.i:
        quoted = any(word.text in ("“", '"', "‘", "''", "``") for word in thing.subtree)
        return [whole(thing)] if quoted or thing.right_edge.pos_ == "ADJ" else []
    if small is None or small.i < verb.i or any(word.lower_ == "for" and word.i < small.i for word in verb.rights):
        return []
    return [
        (min(whole(small)[0], whole(thing)[0] if thing is not None and thing.i > verb.i else small.i), whole(small)[1])
    ]


def _as(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "described the plan as a mistake"."""
    thing = child(verb, "dobj")
    as_ = next((word for word in verb.children if word.i > verb.i and _begins_with_as(word)), None)
    if "as" not in licensed or thing is None or as_ is None:
        return []
    return (
        [(min(whole(thing)[0], as_.i), max(whole(as_)[1], whole(thing)[1]))]
        if thing.i > verb.i
        else [whole(thing), whole(as_)]
    )


def _begins_with_as(word: "Token") -> bool:
    """Read "as a mistake"; also "as unfair", which the parser takes for a clause."""
    return (word.dep_ == "prep" and word.lower_ == "as") or (word.dep_ == "advcl" and word.left_edge.lower_ == "as")


def _accused(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "accused the company of fraud": whom, and of what."""
    thing = child(verb, "dobj")
    if thing is None or not licensed & {"of", "for", "with"} or ("whom" not in licensed and "thing" not in licensed):
        return []
    prep = next(
        (word for word in verb.children if word.dep_ == "prep" and word.lower_ in licensed and word.i > thing.i), None
    )
    if (
        prep is None
        and "whom" in licensed
        and any(word.dep_ == "prep" and word.lower_ in licensed for word in thing.subtree)
    ):
        return [whole(thing)]
    return [whole(thing), whole(prep)] if prep is not None else []


def _prepositional(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "called for talks", "insisted on talking", "called on both sides to talk"."""
    prep = next((word for word in verb.children if word.i > verb.i and _leads(word, licensed)), None)
    wished = next((word for word in verb.children if word.dep_ in ("advcl", "ccomp") and _for_to(word)), None)
    if wished is not None and "for" in licensed:
        return [(wished.left_edge.i + 1, whole(wished)[1])]
    if prep is None or (child(verb, "dobj") is not None and "thing" in licensed):
        return []
    if verb.lemma_ in ANSWERING and child(verb, "neg") is not None:
        return []
    inner = child(prep, "pobj", "pcomp")
    if inner is None:
        return []
    end = max(
        [
            whole(prep)[1],
            *(whole(word)[1] for word in verb.children if word.dep_ in (*CLAUSES, "oprd") and word.i > prep.i),
        ]
    )
    return [(prep.i + 1, _aside(inner, prep.i + 1, end))]


def _leads(word: "Token", licensed: frozenset[str]) -> bool:
    """Is this a preposition before what is said? "To" more often leads to an infinitive, or to whom it is said."""
    return word.dep_ == "prep" and ("to noun" if word.lower_ == "to" else word.lower_) in licensed


def _for_to(clause: "Token") -> bool:
    """Read "for both sides to talk" as a clause."""
    return clause.left_edge.lower_ == "for" and clause.left_edge.dep_ == "mark" and is_infinitive(clause)


def _thing(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    found = child(verb, "dobj")
    if found is None or (found.pos_ == "PRON" and found.i < verb.i):
        return []
    if "thing" not in licensed and not ("finding" in licensed and _document(verb)):
        return []
    start, end = whole(found)
    return [(start, max(end, _with_end(verb, found)) if "finding" in licensed else _aside(found, start, end))]


def _document(verb: "Token") -> bool:
    found = subject(verb)
    return found is not None and lemma(found) in phrases("documents")


def _with_end(verb: "Token", thing: "Token") -> int:
    """Read "showed X with a lead over Y": the parser may hang the rest on the verb."""
    return max(
        (
            whole(word)[1]
            for word in verb.children
            if word.dep_ == "prep" and word.lower_ == "with" and word.i > thing.i
        ),
        default=0,
    )
