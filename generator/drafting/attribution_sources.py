"""Who does what a verb says, where the parser has its subject and where it has lost it."""

from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting.attribution_spans import (
    NOMINAL,
    ORDINALS,
    SUBJECTS,
    Range,
    child,
    frames,
    lemma,
    phrases,
    plain,
    whole,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CARRIED = frozenset(("conj", "advcl", "pcomp", "prep", "xcomp", "acl", "ccomp", "dep", "acomp", "agent"))
"""How a verb hangs on one whose subject it shares."""
ASKING = frozenset(("ask", "wonder", "question", "inquire", "enquire", "query"))
PRONOUNS = frozenset(("who", "which", "that"))


def subject(verb: "Token") -> "Token | None":
    """Who does what the verb says: its own subject, else the one it shares with the verb or noun that it hangs on."""
    for _ in range(6):
        own = _own(verb)
        if own is not None:
            return antecedent(own, verb)
        head = verb.head
        if head == verb:
            return None
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            if verb.tag_ == "VBN":
                return None
            above = _above(head)
            if above is None or not (_issued(head) or _apart(verb)):
                return head
            head = above
        if verb.dep_ == "xcomp" and head.pos_ == "VERB":
            controller = child(head, "dobj") if head.lemma_ != "promise" else None
            if controller is not None and controller.i < verb.i:
                return controller
        elif verb.dep_ not in CARRIED or (verb.dep_ == "ccomp" and verb.tag_ != "VBG"):
            return None
        verb = head.head if _trails(verb) or _goes_on(verb) else head
    return None


def _own(verb: "Token") -> "Token | None":
    """The verb's own subject: of several, such as a dateline and a name, the nearest one before the verb."""
    found = [word for word in verb.children if word.dep_ in SUBJECTS]
    return next((word for word in reversed(found) if word.i < verb.i), found[0] if found else None)


def _apart(verb: "Token") -> bool:
    """Read ", saying that …" and "went out of his way to say", whose subject is not the noun that they hang on."""
    comma = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return comma or any(word.dep_ == "aux" and word.lower_ == "to" for word in verb.children)


def _issued(noun: "Token") -> bool:
    """Is this the statement of "issued a statement saying" or "in a tweet saying", which is not who says it?"""
    return lemma(noun) in phrases("statements")


def _above(noun: "Token") -> "Token | None":
    """The verb that a noun is the object of, over its preposition and over other nouns."""
    word = noun
    while word.dep_ in ("dobj", "pobj", "prep", "conj", "appos", "attr", "nmod", "compound", "npadvmod", "acl"):
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            return word
    return None


def _trails(verb: "Token") -> bool:
    """Is this the "adding" of "she said that …, adding that …", which the parser hangs on the wrong verb?"""
    head, first = verb.head, verb.left_edge.i
    return (
        verb.tag_ == "VBG"
        and verb.dep_ == "advcl"
        and head.dep_ == "ccomp"
        and head.i < verb.i
        and head.head.lemma_ in frames()
        and verb.doc[first - 1].text == ","
    )


def _goes_on(verb: "Token") -> bool:
    """Is this the "urged" of "said that its members had lost …, and urged …", whose tense is that of "said"?"""
    clause, table = verb.head, frames()
    outer = clause.head
    inner = child(clause, "nsubj")
    mute = inner is not None and lemma(inner) in vocabulary.load("groups")["voiceless"]
    same = verb.tag_ == outer.tag_ and verb.tag_ in ("VBD", "VBZ", "VBG") and (mute or clause.tag_ != verb.tag_)
    return verb.dep_ == "conj" and clause.dep_ == "ccomp" and same and outer.lemma_ in table and verb.lemma_ in table


def antecedent(word: "Token", verb: "Token") -> "Token":
    """Of a relative pronoun, the noun that it stands for."""
    if word.lower_ in PRONOUNS and verb.dep_ == "relcl" and verb.head.i < word.i:
        return verb.head
    return word


def source_of(verb: "Token") -> list[Range]:
    """The speaker's words for an active verb, without the clause that the verb itself stands in.

    For a participle such as "asked by a reporter", the words of its agent; nobody's for "when asked".
    """
    if verb.tag_ == "VBN" and verb.dep_ == "advcl" and child(verb, "aux", "auxpass") is None:
        agent = agent_of(verb)
        if agent or verb.lemma_ in ASKING:
            return agent
    if apposed := _set_off(verb):
        return apposed
    found = subject(verb)
    if found is None:
        return _beside(verb)
    return [] if found.dep_ == "expl" else named(found, verb)


def agent_of(verb: "Token") -> list[Range]:
    """The words behind the "by" of a passive."""
    agent = child(verb, "agent")
    by = child(agent, "pobj") if agent is not None else None
    return named(by, verb) if by is not None else []


def _beside(verb: "Token") -> list[Range]:
    """Where the parser has no subject: the noun phrase right before a finite verb, or right behind it."""
    doc, last = verb.doc, verb.i - 1
    while last > 0 and doc[last].pos_ in ("AUX", "ADV", "PART"):
        last -= 1
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or last < verb.i - 1
    told = finite or child(verb, "ccomp") is not None
    if finite and doc[last].text == "," and (apposed := _apposed(verb, last)):
        return apposed
    if last >= 0 and told and (doc[last].pos_ in NOMINAL or doc[last].lower_ in ORDINALS):
        start = last
        while start > 0 and doc[start - 1].pos_ in (*NOMINAL, "ADJ", "DET", "NUM") and not doc[start].is_sent_start:
            start -= 1
        return [(start, last + 1)]
    if (
        finite
        and verb.i + 1 < len(doc)
        and doc[verb.i + 1].pos_ in (*NOMINAL, "DET")
        and child(verb, "dobj", "nsubj") is None
    ):
        end = verb.i + 2
        while end < len(doc) and doc[end].pos_ in (*NOMINAL, "ADJ") and not doc[end].is_sent_start:
            end += 1
        return [(verb.i + 1, end)]
    return []


def _set_off(verb: "Token") -> list[Range]:
    """Read "…, its leader, Ann Example, said" as hers where the parser has joined the verb to the clause before it."""
    comma = verb.i - 1
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_ in plain()
    if not joined or comma < 1 or verb.doc[comma].text != "," or _own(verb) is not None:
        return []
    found = _apposed(verb, comma)
    first = found[0][0] - 1 if found else 0
    titled = first > 0 and verb.doc[first].text == "," and verb.doc[first - 1].dep_ == "appos"
    return found if titled else []


def _apposed(verb: "Token", comma: int) -> list[Range]:
    """Read "Ama Boateng, the secretary, said" as hers, and "the secretary, Ama Boateng, said"."""
    doc, start = verb.doc, comma - 1
    while start > 0 and doc[start].text != "," and not doc[start].is_sent_start and doc[start].pos_ != "VERB":
        start -= 1
    first = start
    while first > 0 and doc[first - 1].pos_ in (*NOMINAL, "ADJ", "DET", "NUM") and not doc[first].is_sent_start:
        first -= 1
    if doc[start].text != "," or first == start:
        return []
    return [(start + 1 if doc[comma - 1].pos_ == "PROPN" and doc[start - 1].pos_ != "PROPN" else first, comma)]


def named(noun: "Token", verb: "Token") -> list[Range]:
    """A noun phrase as a source: cut before the relative clause or apposition that holds the verb."""
    start, end = whole(noun)
    cut = [
        whole(word) for word in noun.children if word.i > noun.i and (word.left_edge.i <= verb.i <= word.right_edge.i)
    ]
    if start <= verb.i < end and not cut:
        start, end = (verb.i + 1, end) if noun.i > verb.i else (start, verb.i)
    end = min([end, *(hole[0] for hole in cut)])
    clauses = (
        word for word in noun.children if word.dep_ == "relcl" and word.left_edge.i <= verb.i <= word.right_edge.i
    )
    subjects = (word for clause in clauses for word in clause.children if word.dep_ in SUBJECTS)
    pronoun = next((word for word in subjects if word.lower_ in PRONOUNS), None)
    return [(start, end), (pronoun.i, pronoun.i + 1)] if pronoun is not None else [(start, end)]
