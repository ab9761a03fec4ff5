"""Reported speech and attitudes: what a cue verb governs. "She said that …", "he vowed to …", "they rejected …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.drafting import attribution_contents
from generator.drafting.attribution_contents import CLAUSES, FINITE, is_infinitive
from generator.drafting.attribution_sources import ASKING, agent_of, source_of
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
    phrases,
    plain,
    whole,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CUE_PARTS = frozenset(("aux", "auxpass", "neg", "prt"))


def find(page: Page) -> Iterator[Act]:
    """Yield an act for every cue verb outside of quotation marks whose frame finds its content."""
    table = frames()
    for verb in page.doc:
        licensed = table.get(lemma(verb)) if page.inside[verb.i] < 0 and _is_verb(verb) else None
        if licensed and not _hypothetical(verb):
            act = _act(page, verb, licensed)
        else:
            act = _made_clear(page, verb) or _after_ordinal(page, verb)
        if act:
            yield act


def _is_verb(word: "Token") -> bool:
    """A verb, or what the tagger takes for a noun though it has a subject: "The document calls for …"."""
    if word.pos_ == "NOUN":
        return word.dep_ in ("ROOT", "conj") and word.tag_ == "NNS" and child(word, "nsubj") is not None
    return word.pos_ == "VERB"


def _made_clear(page: Page, verb: "Token") -> Act | None:
    """Read "made clear that …", "has made it plain that …"."""
    if verb.lemma_ != "make" or page.inside[verb.i] >= 0:
        return None
    start, end = verb.i + 1, page.sentence(verb.i)[1]
    start += start < end and page.texts[start].lower() == "it"
    if start + 2 >= end or page.texts[start].lower() not in CLEAR or page.texts[start + 1].lower() != "that":
        return None
    clause = page.doc[start + 1].head
    last = min(end, whole(clause)[1]) if clause.i > start else end
    return Act(verb.i, [*cue_of(verb), (start, start + 1)], source_of(verb), [(start + 1, last)], "clause")


def _after_ordinal(page: Page, word: "Token") -> Act | None:
    """Read "The second demands the company resign", where the tagger sees second demands."""
    i = word.i
    if word.tag_ != "NNS" or "that" not in frames().get(word.lemma_, ()) or i < 2:
        return None
    if page.texts[i - 1].lower() not in ORDINALS or page.texts[i - 2].lower() != "the":
        return None
    end = page.sentence(i)[1]
    if i + 2 >= end or page.doc[i + 1].pos_ not in ("PROPN", "DET"):
        return None
    return Act(i, [(i, i + 1)], [(i - 2, i)], [(i + 1, end)], "mistagged")


def cue_of(verb: "Token") -> list[Range]:
    """The verb with its auxiliaries, negation and particle."""
    return [(verb.i, verb.i + 1), *((word.i, word.i + 1) for word in verb.children if word.dep_ in CUE_PARTS)]


CLEAR = frozenset(("clear", "plain", "known"))
MODALS = frozenset(("can", "could", "may", "might", "would", "will", "should", "must", "'ll", "’ll", "ca", "wo"))
SILENT = frozenset(("say", "comment", "discuss", "confirm", "reveal", "disclose", "elaborate", "speculate", "rule"))
"""What someone who would not say does not do."""


def _hypothetical(verb: "Token") -> bool:
    """A saying that may not have taken place: "might say", "if he says"; a question put; an order to say."""
    if any(word.dep_ == "mark" and word.lower_ in ("if", "unless", "whether") for word in verb.children):
        return True
    denied = any(word.dep_ == "neg" for word in verb.children) and verb.lemma_ in SILENT
    return not denied and any(word.dep_ == "aux" and word.lower_ in MODALS for word in verb.children)


def _act(page: Page, verb: "Token", licensed: frozenset[str]) -> Act | None:
    if any(word.dep_ == "auxpass" and word.lower_ not in ("'s", "’s") for word in verb.children):
        return _passive(page, verb, licensed)
    source = source_of(verb)
    rule, content = attribution_contents.content(verb, licensed)
    if rule in ("called", "thing", "prepositional") and _is_setting(page, content):
        return None
    if content:
        return _made(page, verb, source, content, rule)
    content = _around(page, verb, source) if verb.lemma_ in plain() else []
    return _made(page, verb, source, content, "around") if content else None


def _is_setting(page: Page, content: list[Range]) -> bool:
    """Read "called on Wednesday", "spoke on condition of anonymity": nothing of what is said."""
    words = [page.doc[i] for start, end in content for i in range(start, end) if page.doc[i].dep_ != "det"]
    return bool(words) and (all(word.ent_type_ in ("DATE", "TIME") for word in words) or words[0].lemma_ == "condition")


def _made(page: Page, verb: "Token", source: list[Range], content: list[Range], rule: str) -> Act:
    cue = cue_of(verb)
    if rule in ("thing", "prepositional", "accused", "infinitive"):
        content = [*content[:-1], (content[-1][0], _completed(page, content[-1][1], page.sentence(verb.i)[1]))]
    if rule in ("thing", "prepositional"):
        content = [*content[:-1], (content[-1][0], _listed(page, content[-1][1], page.sentence(verb.i)[1]))]
    if rule in ("clause", "thing") and content[-1][0] > verb.i:
        content = [*content[:-1], (content[-1][0], _mended(page, verb, content[-1], rule))]
    holes = [*cue, *_with_title(page, source)] if rule in ("parenthetical", "clause", "around") else cue
    start, end = page.sentence(verb.i)
    clipped = [(max(a, start), min(b, end)) for a, b in content]
    parts = [part for given in clipped for part in minus(given, holes) if given[0] < given[1]]
    return Act(verb.i, cue, source, parts, rule)


COMPLETING = frozenset(
    ("to", "for", "about", "as", "with", "from", "by", "of", "in", "within", "over", "against", "between")
)
"""Prepositions whose phrase belongs to the thing before it more often than to the verb that the parser hangs it on."""


def _completed(page: Page, end: int, last: int) -> int:
    """The end of "higher wages for its members", "both sides to talk", with what the parser hangs on the verb."""
    while end < last:
        word = page.doc[end]
        timed = any(inner.ent_type_ in ("DATE", "TIME") or inner.tag_ in WH for inner in word.children)
        if word.dep_ == "prep" and word.lower_ in COMPLETING and not timed:
            end = whole(word)[1]
        elif word.lower_ == "to" and word.dep_ == "aux" and word.head.i > end:
            end = whole(word.head)[1]
        else:
            break
    return min(end, last)


TITLE = 6
"""Words of "their union," before the name it stands by, at most."""


def _with_title(page: Page, source: list[Range]) -> list[Range]:
    """The source with the "the secretary," before it, which is not what is said either."""
    found = []
    for start, end in source:
        first = start - 2
        while first > max(0, start - TITLE) and page.doc[first].pos_ in ("NOUN", "ADJ", "DET", "PRON"):
            first -= 1
        titled = start > 2 and page.texts[start - 1] == "," == page.texts[first]
        found.append((first + 1 if titled and first < start - 2 else start, end))
    return found


BOUND = frozenset(("because", "unless", "if", "since", "until", "so"))
"""Conjunctions whose clause belongs to what is said, though the parser may hang it on the verb of saying."""


def _mended(page: Page, verb: "Token", given: Range, rule: str) -> int:
    """The end of what the parser broke off: before its verb, at a quotation within it, or before "because"."""
    start, end, last = *given, page.sentence(verb.i)[1]
    if verb.i + 1 < end < last and page.inside[end] == page.inside[end - 1] >= 0:
        end = page.ranges[page.inside[end]][1]
    if not verb.i + 1 < end < last or verb.dep_ in ("relcl", "acl"):
        return end
    before, follows = page.doc[end - 1], page.doc[end]
    unfinished = page.inside[end - 1] >= 0 > page.inside[end] and page.texts[end - 2][-1] not in ".!?"
    broken = before.tag_ in ("IN", "CC", "DT") or end - start < 3
    if rule == "thing":
        broken = follows.tag_ == "MD" and "that" in frames()[lemma(verb)]
    elif _bound(page, verb, start, end):
        return last
    goes_on = any(word.pos_ == "VERB" and word.lemma_ in frames() for word in page.doc[end:last])
    return last if (unfinished or (broken and not follows.is_punct)) and not goes_on else end


def _bound(page: Page, verb: "Token", start: int, end: int) -> bool:
    """Does the clause go on with its own verb, with "because …", or with ", and that …"?"""
    follows = page.doc[end]
    gerund = verb.tag_ == "VBG" and page.doc[start].dep_ != "mark"
    if page.texts[end - 1] != "," and ((follows.tag_ in FINITE and not gerund) or follows.lower_ in BOUND):
        return True
    that = next((word for word in page.doc[end : end + 3] if word.text != "," and word.dep_ != "cc"), follows)
    return that.lower_ == "that" and that.dep_ == "mark" and that.i > end


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


ADDRESSING = frozenset(("tell", "announce", "declare"))
"""Verbs whose object is not the subject of what is said."""

SAYING = frozenset(("say", "state", "argue", "insist", "note"))
"""Verbs that hardly have any object but what is said."""


def _around(page: Page, verb: "Token", source: list[Range]) -> list[Range]:
    """Where the parser lost the clause: the rest of the sentence behind "she said", or what stands before it."""
    if verb.lemma_ not in SAYING | {"tell"} and child(verb, "dobj") is not None:
        return []
    start, end = page.sentence(verb.i)
    first = min([verb.i, *(a for a, _ in source)])
    last = max([verb.i + 1, *(b for _, b in source)])
    if verb.tag_ in ("VBG", "VB") and verb.lemma_ not in ADDRESSING:
        return _rest(page, verb, verb.i + 1, end)
    if not source or first < start or last > end:
        return []
    behind = [i for i in range(last, end) if page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD")]
    before = page.doc[first - 1].text if first > start else ""
    if before == "," and first - start > 3 and not behind:
        return [(start, first - 1)]
    if before == "," and last < end and page.doc[last].text == ",":
        return [(start, first - 1), (last + 1, end)]
    return _rest(page, verb, last, end) if verb.i > source[0][0] else []


def _rest(page: Page, verb: "Token", first: int, end: int) -> list[Range]:
    """What follows from word number `first`, past "on Monday" and "in a letter", where it is a clause of its own."""
    while first < end and page.doc[first].head == verb and (page.doc[first].pos_ == "ADP" or page.doc[first].ent_type_):
        first = whole(page.doc[first])[1]
    finite = next((i for i in range(first, end) if page.doc[i].tag_ in FINITE), None)
    if finite is None or page.doc[first].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "SCONJ"):
        return []
    saying = verb.tag_ in ("VBG", "VB") and verb.lemma_ in SAYING
    subjects = any(page.doc[i].dep_ in ("nsubj", "nsubjpass", "expl") for i in range(first, finite))
    return [(first, end)] if subjects or saying else []


WH = ("WDT", "WP")
TOLD_BY = frozenset(("of", "for", "with", "about", "as"))
"""Prepositions behind which a passive tells what someone is said to be or to have done."""


def _passive(page: Page, verb: "Token", licensed: frozenset[str]) -> Act | None:
    """Read "The plan was rejected by the unions", "the ministry was told that …", "prices are expected to rise"."""
    source = agent_of(verb)
    patient = next((word for word in verb.children if word.dep_ in SUBJECTS), None)
    clause = child(verb, *CLAUSES)
    if patient is not None and patient.lower_ in ("this", "that") and "that" in licensed and clause is None:
        return _before_it(page, verb, source)
    content: list[Range] = []
    if clause is not None and licensed & {"that", "to", "whom"}:
        content = [whole(clause)]
        if is_infinitive(clause) and patient is not None:
            content = [whole(patient), whole(clause)]
    elif patient is not None and "thing" in licensed and source:
        content = [whole(patient)]
    elif patient is not None and patient.tag_ not in WH and (told := _told_of(verb, licensed)):
        content = told if verb.lemma_ in ASKING else [whole(patient), *told]
    elif patient is not None and "whom" in licensed and source:
        content = [whole(patient)]
    if not content:
        return None
    return Act(
        verb.i,
        cue_of(verb),
        source,
        [part for given in content for part in minus(given, [*cue_of(verb), *source])],
        "passive",
    )


def _told_of(verb: "Token", licensed: frozenset[str]) -> list[Range]:
    """Read "accused of fraud", "asked about the bridge", "declared the winner", "described as a mistake"."""
    name = child(verb, "oprd", "dobj") if "being" in licensed else None
    if name is not None:
        return [whole(name)]
    given = licensed & TOLD_BY
    preps = [word for word in verb.children if word.dep_ == "prep" and word.lower_ in given and word.i > verb.i]
    return [whole(word) for word in preps[:1]]


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
