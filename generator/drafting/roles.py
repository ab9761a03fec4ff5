"""The role that an article gives a person, before the name, behind it, or across a comma."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting.attribution_spans import plain
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 18
"""Words of the longest role that is read: `Chief of the Main Directorate of the General Staff of the Army`."""

_LINKS = {"(", ")", "of", "for", "and", "&", "the", "-", "–", "on", "to", "at", "in", "'s", "’s", "'", "’"}


@dataclass(frozen=True)
class RoleSpan:
    """Tokens of a role, and its title word; past: a role that the person no longer has."""

    start: int
    end: int
    title: int
    past: bool
    office: bool


_PARTS = ("offices", "ranks", "own")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    roles = load("roles")
    return {part: frozenset(roles[part]) for part in (*_PARTS, "honorifics", "past", "shortened")}


def is_title(token: "Token") -> bool:
    """Tell whether a token is a noun for an office, a rank or another role."""
    words = _words()
    word = token.lower_.strip(".")
    if word in load("roles")["names too"] and token.ent_type_ == "PERSON":
        return False
    return any(word in words[part] for part in (*_PARTS, "shortened"))


def title_of(doc: "Doc", span: RoleSpan) -> str:
    """Return a role in the article's words; `head` for who heads a body."""
    if doc[span.title].pos_ == "VERB":
        return str(load("roles")["headed"].get(doc[span.title].lemma_, doc[span.title].text))
    text = doc[span.start : span.end].text.strip(" -–'’")
    return text.removesuffix("s") if span.title == span.end - 1 and _is_plural_title(doc[span.title]) else text


def role_nouns(title: str) -> set[str]:
    """Return the words of a title in lower case, with what the short ones stand for: governor for `Gov.`"""
    short = load("roles")["short"]
    words = set(title.lower().replace(".", "").split())
    return words | {short[word] for word in words if word in short}


def is_office(word: str) -> bool:
    """Tell whether who speaks in this role speaks for the body it is in."""
    words = _words()
    word = word.lower().strip(".")
    return word in words["offices"] or word in words["ranks"] or load("roles")["short"].get(word) in words["offices"]


def is_national(title: str) -> bool:
    """Tell whether a role that names no body is in a state's government: prime minister, defense secretary."""
    words = title.lower().split()
    fields = load("roles")["portfolios"]
    minister = words[-1:] in (["minister"], ["secretary"]) and bool(
        {" ".join(words[-3:-1]), " ".join(words[-2:-1])} & set(fields)
    )
    return not set(words) & _words()["past"] and (minister or " ".join(words) in load("roles")["national"])


def of_person(doc: "Doc", name: Name, persons: set[int]) -> Iterator[RoleSpan]:
    """Yield the roles given to the person named at name; persons are the first tokens of all persons' names."""
    for found in (
        _before(doc, name, persons),
        _across_comma(doc, name),
        _behind(doc, name, persons),
        _headed(doc, name),
        _heads(doc, name),
        _is(doc, name),
        _told(doc, name),
    ):
        if found is not None:
            yield found


def _headed(doc: "Doc", name: Name) -> RoleSpan | None:
    """`The mission is headed by NAME`: the verb gives the role, its subject the body."""
    head = doc[name.end - 1]
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "by" else None
    if verb is None or verb.lemma_ not in load("roles")["headed"]:
        return None
    return RoleSpan(verb.i, name.start - 1, verb.i, past=False, office=True)


def _heads(doc: "Doc", name: Name) -> RoleSpan | None:
    """`NAME, who commands the guard`: the verb gives the role, its object the body."""
    verb = doc[min(name.end + 2, len(doc) - 1)]
    if [token.lower_ for token in doc[name.end : name.end + 2]] != [",", "who"] or verb.tag_ != "VBZ":
        return None
    body = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if verb.lemma_ not in load("roles")["headed"] or body is None:
        return None
    return RoleSpan(verb.i, body.i + 1, verb.i, past=False, office=True)


def _is(doc: "Doc", name: Name) -> RoleSpan | None:
    """`NAME, who is also the head of the bank`."""
    begin = name.end + 3 + is_also(doc, name)
    if [token.lower_ for token in doc[name.end : name.end + 3]] != [",", "who", "is"] or begin >= len(doc):
        return None
    title = _first_title(doc, begin)
    end = title + 1 if title is not None else begin
    while end < len(doc) and end - begin < LONGEST and not _closes(doc[end]):
        end += 1
    return _span(doc, begin, end, title) if title is not None else None


def is_also(doc: "Doc", name: Name) -> bool:
    """Tell whether a name is of somebody spoken of before by another role: `NAME, who is also the head of the bank`."""
    return [token.lower_ for token in doc[name.end : name.end + 4]] == [",", "who", "is", "also"]


def _told(doc: "Doc", name: Name) -> RoleSpan | None:
    """`NAME is the head of the bank`."""
    head = doc[name.end - 1]
    title = next((child for child in head.head.rights if child.dep_ == "attr"), None)
    if head.dep_ != "nsubj" or head.head.lower_ not in ("is", "'s", "’s") or title is None or not is_title(title):
        return None
    begin, end = title.left_edge.i, title.i + 1
    while end < len(doc) and end - begin < LONGEST and not _closes(doc[end]):
        end += 1
    return _span(doc, begin, end, title.i)


def _span(doc: "Doc", start: int, end: int, title: int) -> RoleSpan:
    while start < title and doc[start].lower_ in ("the", "a", "an", "its", "his", "her", "their", "our"):
        start += 1
    past = any(doc[i].lower_ in _words()["past"] for i in range(start, title))
    trade = start > 0 and doc[start - 1].lower_ in ("a", "an") and doc[title].lower_ in load("roles")["trades"]
    return RoleSpan(start, end, title, past, is_office(doc[title].text) and not trade)


def _before(doc: "Doc", name: Name, persons: set[int]) -> RoleSpan | None:
    """`US Secretary of State NAME`: the title stands directly before the name, or `of` and its body between them."""
    first = _first_of_several(doc, name, persons)
    title = next(_titles_before(doc, first), None)
    if first < name.start and (title is None or doc[title].tag_ not in ("NNS", "NNPS")):
        return None
    if title is None or doc[first - 1].lower_ in ("of", "for", "to", "at", "the"):
        return None
    start = title
    while start > 0 and title - start < LONGEST and _modifies(doc[start - 1], doc[start]):
        start -= 1
    return _span(doc, start, first, title)


def _first_of_several(doc: "Doc", name: Name, persons: set[int]) -> int:
    """Return where the list of persons begins that a name stands in: `senators ANN EXAMPLE and BO SAMPLE`."""
    first = name.start
    while first > 2 and doc[first - 1].lower_ in ("and", ","):
        before = max((p for p in persons if p < first - 1), default=-1)
        if before < 0 or any(doc[i].pos_ != "PROPN" for i in range(before, first - 1)):
            return first
        first = before
    return first


def _titles_before(doc: "Doc", start: int) -> Iterator[int]:
    for index in range(start - 1, max(start - LONGEST, -1), -1):
        token = doc[index]
        if (is_title(token) or _is_plural_title(token)) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            behind = doc[index + 1].lower_
            if index == start - 1 or behind in ("of", "for") or (behind == "to" and is_title(token)):
                yield index
        elif token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.lower_ not in _LINKS:
            return
        if token.is_sent_start:
            return


def _is_plural_title(token: "Token") -> bool:
    return token.tag_ in ("NNS", "NNPS") and token.lower_.removesuffix("s") in _words()["offices"] | _words()["own"]


def _modifies(token: "Token", right: "Token") -> bool:
    if right.is_sent_start or "\n" in token.text or token.ent_type_ == "PERSON":
        return False
    if token.lower_ in ("and", "&") and token.i and token.nbor(-1).ent_type_ == "PERSON":
        return False
    if token.text in ("'s", "’s", "-", "’", "'"):
        return True
    if token.lower_ in ("and", "&"):
        return (
            right.text[0].isupper()
            and token.i > 0
            and token.nbor(-1).text[0].isupper()
            and token.nbor(-1).pos_ == "PROPN"
        )
    return token.pos_ in ("PROPN", "ADJ", "NOUN") and not (
        token.pos_ == "NOUN" and token.dep_ in ("nsubj", "pobj", "dobj")
    )


def _behind(doc: "Doc", name: Name, persons: set[int]) -> RoleSpan | None:
    """`NAME, head of the bank,`: a noun phrase with a title word between the comma behind the name and the next."""
    begin = name.end + 1
    if begin >= len(doc) or doc[name.end].text not in (",", "—", "–", "("):
        return None
    title = _first_title(doc, begin)
    if title is None or (title + 1 in persons and doc[title + 1].dep_ != "poss"):
        return None
    end = title + 1
    while end < len(doc) and end - begin < LONGEST and not _closes(doc[end]):
        end += 1
    acts = end < len(doc) and doc[end].tag_ in ("VBD", "VBZ", "VBP")
    if acts and (doc[title].dep_ in ("nsubj", "nsubjpass") or doc[end].lemma_ in plain()):
        return None
    return _span(doc, begin, end, title)


def _first_title(doc: "Doc", begin: int) -> int | None:
    for index in range(begin, min(begin + 9, len(doc))):
        token = doc[index]
        if is_title(token) and token.pos_ in ("NOUN", "PROPN"):
            following = doc[index + 1] if index + 1 < len(doc) else None
            if following is None or not is_title(following):
                return index
        elif token.pos_ not in (
            "NOUN",
            "PROPN",
            "ADJ",
            "DET",
            "NUM",
            "PRON",
            "PART",
            "ADP",
            "X",
        ) and token.text not in ("-", "—"):
            return None
        if token.is_sent_start and index > begin:
            return None
    return None


def _closes(token: "Token") -> bool:
    if (
        token.tag_ in ("WDT", "WP", "WRB")
        or token.text in (",", ";", ":", ".", "—", "–", ")", "(", "”", "“", '"')
        or "\n" in token.text
        or token.is_sent_start
    ):
        return True
    return token.pos_ in ("VERB", "AUX") and token.dep_ != "acl" and token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _across_comma(doc: "Doc", name: Name) -> RoleSpan | None:
    """`The head of the bank, NAME,`: the name is in apposition to a title word."""
    head, end = doc[name.end - 1], name.start - 1
    if end < 1 or doc[end].text != ",":
        return None
    if head.dep_ == "appos" and is_title(head.head) and head.head.i < end:
        start = head.head.left_edge.i
        return _span(doc, start, end, head.head.i) if end - start <= LONGEST else None
    if name.end < len(doc) and doc[name.end].text not in (",", ".", ")", ";"):
        return None
    return _definite_title(doc, end)


def _definite_title(doc: "Doc", end: int) -> RoleSpan | None:
    """Return the role in `the ... TITLE ...` that ends at end, with no verb in it."""
    title = None
    for index in range(end - 1, max(end - LONGEST, -1), -1):
        token = doc[index]
        if is_title(token) and token.pos_ in ("NOUN", "PROPN"):
            title = index
        elif (
            token.lower_ == "the"
            and title is not None
            and index < title
            and doc[index - 1].lower_ not in ("of", "to", "for")
        ):
            return _span(doc, index, end, title)
        elif token.pos_ in ("VERB", "AUX", "PUNCT") or token.is_sent_start:
            return None
    return None
