"""Reported speech and attitudes: what a cue verb governs. "She said that …", "he vowed to …", "they rejected …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.drafting.attribution_spans import (
    ORDINALS,
    SUBJECTS,
    Act,
    Page,
    Range,
    child,
    frames,
    lemma,
    minus,
    named,
    phrases,
    plain,
    source_of,
    subject,
    to_finite,
    whole,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CUE_PARTS = frozenset(("aux", "auxpass", "neg", "prt"))
CLAUSES = ("ccomp", "xcomp")
SHIFTED = frozenset(("would", "could", "might", "had"))


def find(page: Page) -> Iterator[Act]:
    """Yield an act for every cue verb outside of quotation marks whose frame finds its content."""
    table = frames()
    for verb in page.doc:
        licensed = table.get(lemma(verb)) if page.inside[verb.i] < 0 and _is_verb(verb) else None
        if licensed and not _hypothetical(verb):
            act = _act(page, verb, licensed)
            if act:
                yield act
        elif verb.pos_ == "NOUN" and "that" in table.get(verb.lemma_, ()) and (act := _after_ordinal(page, verb)):
            yield act


def _is_verb(word: "Token") -> bool:
    """A verb, or what the tagger takes for a noun though it has a subject: "The document calls for …"."""
    if word.pos_ == "NOUN":
        return word.dep_ in ("ROOT", "conj") and word.tag_ == "NNS" and child(word, "nsubj") is not None
    return word.pos_ == "VERB"


def _after_ordinal(page: Page, word: "Token") -> Act | None:
    """Read "The second demands the company resign", where the tagger sees second demands."""
    i = word.i
    if word.tag_ != "NNS" or i < 2 or page.texts[i - 1].lower() not in ORDINALS or page.texts[i - 2].lower() != "the":
        return None
    end = page.sentence(i)[1]
    if i + 2 >= end or page.doc[i + 1].pos_ not in ("PROPN", "DET"):
        return None
    return Act(i, [(i, i + 1)], [(i - 2, i)], [(i + 1, end)], "mistagged")


def cue_of(verb: "Token") -> list[Range]:
    """The verb with its auxiliaries, negation and particle."""
    return [(verb.i, verb.i + 1), *((word.i, word.i + 1) for word in verb.children if word.dep_ in CUE_PARTS)]


MODALS = frozenset(("can", "could", "may", "might", "would", "will", "should", "must", "'ll", "’ll", "ca", "wo"))
OWN = frozenset(("i", "we", "you"))


def _hypothetical(verb: "Token") -> bool:
    """A saying that may not have taken place: "might say", "if he says"; a question put; an order to say."""
    if any(word.dep_ == "mark" and word.lower_ in ("if", "unless", "whether") for word in verb.children):
        return True
    return any(word.dep_ == "aux" and word.lower_ in MODALS for word in verb.children)


def _act(page: Page, verb: "Token", licensed: frozenset[str]) -> Act | None:
    if any(word.dep_ == "auxpass" and word.lower_ not in ("'s", "’s") for word in verb.children):
        return _passive(page, verb, licensed)
    source = source_of(verb)
    if source and page.doc[source[0][0] : source[0][1]].text.lower() in OWN:
        return None
    for rule in (_parenthetical, _clause, _infinitive, _called, _as, _accused, _prepositional, _thing):
        content = rule(verb, licensed)
        if content:
            return _made(page, verb, source, content, rule.__name__[1:])
    if any(frame.startswith("minor ") for frame in licensed):
        minor = frozenset(frame.removeprefix("minor ") for frame in licensed)
        content = _clause(verb, minor) or _thing(verb, minor)
        if content:
            return _made(page, verb, source, content, "minor")
    content = _around(page, verb, source) if verb.lemma_ in plain() else []
    return _made(page, verb, source, content, "around") if content else None


def _made(page: Page, verb: "Token", source: list[Range], content: list[Range], rule: str) -> Act:
    cue = cue_of(verb)
    if rule in ("thing", "prepositional"):
        content = [*content[:-1], (content[-1][0], _listed(page, content[-1][1], page.sentence(verb.i)[1]))]
    holes = [*cue, *source] if rule in ("parenthetical", "clause", "around") else cue
    start, end = page.sentence(verb.i)
    clipped = [(max(a, start), min(b, end)) for a, b in content]
    parts = [part for given in clipped for part in minus(given, holes) if given[0] < given[1]]
    return Act(verb.i, cue, source, parts, rule)


def _listed(page: Page, end: int, last: int) -> int:
    """The end of "A, B, and C" where the parser has only A as the object: nothing but noun phrases follows."""
    rest = page.doc[end:last]
    if (
        not rest
        or rest[0].text not in (",", ";", "—", "–")
        or any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in rest)
    ):
        return end
    joined = any(
        word.dep_ == "cc" and word.lower_ in ("and", "or") and word.nbor(-1).text in (",", ";") for word in rest
    )
    return last if joined and rest[1].pos_ in ("DET", "NOUN", "ADJ", "PROPN", "NUM") else end


def _around(page: Page, verb: "Token", source: list[Range]) -> list[Range]:
    """Where the parser lost the clause: the rest of the sentence behind "she said", or what stands before it."""
    start, end = page.sentence(verb.i)
    first = min([verb.i, *(a for a, _ in source)])
    last = max([verb.i + 1, *(b for _, b in source)])
    if not source or first < start or last > end:
        return []
    behind = [i for i in range(last, end) if page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD")]
    before = page.doc[first - 1].text if first > start else ""
    if before == "," and first - start > 3 and not behind:
        return [(start, first - 1)]
    if before == "," and last < end and page.doc[last].text == ",":
        return [(start, first - 1), (last + 1, end)]
    clause = (
        any(page.doc[i].dep_ in ("nsubj", "nsubjpass", "expl") for i in range(last, behind[0])) if behind else False
    )
    if clause and page.doc[last].pos_ in ("DET", "PRON", "PROPN", "NOUN", "NUM", "SCONJ") and verb.i > source[0][0]:
        return [(last, end)]
    return []


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
    return minus(whole(verb.head), [whole(verb)])


def _clause(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    found = child(verb, "ccomp") or _gerund(verb, licensed)
    if found is None or not licensed & {"that", "whom", "quote"}:
        return []
    if verb.lemma_ == "hold" and child(found, "mark") is None:
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
    if whom is not None and _is_infinitive(found) and whom.i < found.i:
        start = min(start, whole(whom)[0])
    if _is_infinitive(found) and "whom" not in licensed and "to" not in licensed and "that" not in licensed:
        return []
    return [(start, end)]


def _cut(clause: "Token", end: int) -> int:
    """Where a conjoined verb that is a cue itself goes on with the speaker's deeds: "said that …, and called on …"."""
    for word in clause.conjuncts:
        has_subject = any(inner.dep_ in SUBJECTS for inner in word.children)
        told = word.tag_ == clause.head.tag_ and word.tag_ in ("VBD", "VBZ", "VBP") and word.lemma_ in frames()
        if told and word.i > clause.i and not has_subject:
            joint = (inner.i for inner in word.head.children if inner.dep_ == "cc" and inner.i < word.i)
            return min(end, next(joint, word.i))
    return end


ASIDES = frozenset(("relcl", "appos"))
LEAST = 4


def _aside(clause: "Token", start: int, end: int) -> int:
    """Where the writer's own ", who is …" or ", a plan that …" ends a reported clause."""
    for word in clause.subtree:
        first = word.left_edge.i
        if (
            word.dep_ in ASIDES
            and start + LEAST < first < end <= word.right_edge.i + 1
            and word.doc[first - 1].text == ","
        ):
            return first
    return end


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


def _is_infinitive(verb: "Token") -> bool:
    return any(word.dep_ == "aux" and word.lower_ == "to" for word in verb.children)


def _infinitive(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    found = child(verb, "xcomp")
    if found is None or not _is_infinitive(found) or not licensed & {"to", "whom"}:
        return []
    start, end = whole(found)
    end = to_finite(found, end)
    whom = child(verb, "dobj")
    if whom is not None and whom.i < found.i:
        return [(whole(whom)[0], end)] if "whom" in licensed else []
    return [(start, end)] if "to" in licensed else []


def _called(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "called the plan a mistake": the parser has the complement as oprd, or both as a small clause."""
    if "being" not in licensed:
        return []
    small = child(verb, "oprd", "ccomp")
    thing = child(verb, "dobj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return []
    if small is None and thing is not None and thing.i > verb.i:
        quoted = any(word.text in ("“", '"', "‘", "''", "``") for word in thing.subtree)
        return [whole(thing)] if quoted or thing.right_edge.pos_ == "ADJ" else []
    if small is None or small.i < verb.i:
        return []
    return [
        (min(whole(small)[0], whole(thing)[0] if thing is not None and thing.i > verb.i else small.i), whole(small)[1])
    ]


def _as(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "described the plan as a mistake"."""
    thing = child(verb, "dobj")
    as_ = next(
        (word for word in verb.children if word.dep_ == "prep" and word.lower_ == "as" and word.i > verb.i), None
    )
    if "as" not in licensed or thing is None or as_ is None:
        return []
    return (
        [(min(whole(thing)[0], as_.i), max(whole(as_)[1], whole(thing)[1]))]
        if thing.i > verb.i
        else [whole(thing), whole(as_)]
    )


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
    prep = next(
        (word for word in verb.children if word.dep_ == "prep" and word.lower_ in licensed and word.i > verb.i), None
    )
    wished = next((word for word in verb.children if word.dep_ in ("advcl", "ccomp") and _for_to(word)), None)
    if wished is not None and "for" in licensed:
        return [(wished.left_edge.i + 1, whole(wished)[1])]
    if prep is None or (child(verb, "dobj") is not None and "thing" in licensed):
        return []
    inner = child(prep, "pobj", "pcomp")
    if inner is None:
        return []
    end = max([whole(prep)[1], *(whole(word)[1] for word in verb.children if word.dep_ in CLAUSES and word.i > prep.i)])
    return [(prep.i + 1, end)]


def _for_to(clause: "Token") -> bool:
    """Read "for both sides to talk" as a clause."""
    return clause.left_edge.lower_ == "for" and clause.left_edge.dep_ == "mark" and _is_infinitive(clause)


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


def _passive(page: Page, verb: "Token", licensed: frozenset[str]) -> Act | None:
    """Read "The plan was rejected by the unions", "the ministry was told that …", "prices are expected to rise"."""
    agent = child(verb, "agent")
    by = child(agent, "pobj") if agent is not None else None
    source = named(by, verb) if by is not None else []
    patient = next((word for word in verb.children if word.dep_ in SUBJECTS), None)
    clause = child(verb, *CLAUSES)
    if patient is not None and patient.lower_ in ("this", "that") and "that" in licensed and clause is None:
        return _before_it(page, verb, source)
    content: list[Range] = []
    if clause is not None and licensed & {"that", "to", "whom"}:
        content = [whole(clause)]
        if _is_infinitive(clause) and patient is not None:
            content = [whole(patient), whole(clause)]
    elif patient is not None and "thing" in licensed and (by is not None):
        content = [whole(patient)]
    elif patient is not None and "whom" in licensed and by is not None:
        content = [
            whole(patient),
            *(whole(word) for word in verb.children if word.dep_ == "prep" and word.lower_ in licensed),
        ]
    if not content:
        return None
    return Act(
        verb.i,
        cue_of(verb),
        source,
        [part for given in content for part in minus(given, [*cue_of(verb), *source])],
        "passive",
    )


def _before_it(page: Page, verb: "Token", source: list[Range]) -> Act | None:
    """Read "This was reported by the ministry", "This is stated in a report": what the sentence before says."""
    if not source:
        report = next(
            (word for word in verb.subtree if word.dep_ == "pobj" and lemma(word) in phrases("documents")), None
        )
        source = [whole(report)] if report is not None else []
    start = page.sentence(verb.i)[0]
    while start > 0 and page.doc[start - 1].is_space:
        start -= 1
    if not source or start < 1:
        return None
    return Act(verb.i, cue_of(verb), source, [page.sentence(start - 1)], "sentence-before")
