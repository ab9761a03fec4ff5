"""Where a text can be cut so that what stays is whole: not between a verb and its object, nor behind `to`.

A word that another cannot do without binds all words between the two; a quote begins or ends only where none are bound.
The marks of a quotation bind all words between them; those of a long one let it be cut where a clause ends.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.drafting import quotes
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEHIND = frozenset(
    (
        *("prep", "advmod", "advcl", "conj", "cc", "punct", "relcl", "acl", "appos", "npadvmod", "parataxis", "dep"),
        *("meta", "intj"),
    )
)
"""What may be left out behind the word that it belongs to, unless something tells otherwise."""

_AHEAD = frozenset(
    ("prep", "advmod", "advcl", "punct", "cc", "mark", "npadvmod", "ccomp", "intj", "preconj", "parataxis", "dep")
)
"""What may be left out before it."""

_PARTED = frozenset(("ccomp", "parataxis", "punct"))
"""Clauses, and marks, that may stand without the verb behind them: `"We will go", she said`."""

SHORT = 12
"""Words of a quotation that is quoted whole or not at all; a longer one may be cut where one of its clauses ends."""

_OBJECTS = frozenset(("dobj", "attr", "oprd"))

_CLAUSES = frozenset(("advcl", "conj", "parataxis"))
"""What a clause that may be left out is to the one before it."""

_DANGLING = frozenset(("ADP", "DET", "CCONJ", "SCONJ", "PART"))
"""Parts of speech that lead to what follows."""

_PAUSES = frozenset((*",;:.!?…—–", "--"))
_CLOSING = frozenset(".!?…”’\"')")
_OPENING = frozenset("“‘\"'(")


@lru_cache(maxsize=1)
def _turning() -> frozenset[str]:
    return frozenset(load("phrase_frames")["turning"])


def find(doc: "Doc") -> tuple[list[int], list[int]]:
    """Return the characters at which a quote may begin, and those behind which it may end, in order."""
    before, behind = [0] * (len(doc) + 2), [0] * (len(doc) + 2)
    for token in doc:
        first, last = sorted((token.i, token.head.i))
        if first == token.i and (token.dep_ not in _AHEAD or token.lower_ in _turning()):
            _bind(before, first, last)
        if (token.dep_ not in _PARTED) if first == token.i else _is_needed(token):
            _bind(behind, first, last)
        if token.dep_ == "xcomp" and last == token.i:
            _bind(before, first, last)
    for gap in _gaps_in_quotations(doc):
        _bind(before, gap - 1, gap)
        _bind(behind, gap - 1, gap)
    bound_before, bound_behind = list(accumulate(before)), list(accumulate(behind))
    starts = [token.idx for token in doc if not bound_before[token.i] and _may_begin(token)]
    ends = [token.idx + len(token) for token in doc if not bound_behind[token.i + 1] and _may_end(token)]
    return starts, ends


def _bind(gaps: list[int], first: int, last: int) -> None:
    """Bind the words from first to last: one more link at the gaps before each of them but the first."""
    gaps[first + 1] += 1
    gaps[last + 1] -= 1


def _gaps_in_quotations(doc: "Doc") -> Iterator[int]:
    """Yield the words before which no quotation may be cut: any but its first, in a long one but those of clauses."""
    begins = {word.left_edge.i for word in doc if word.dep_ in _CLAUSES and word.pos_ in ("VERB", "AUX")}
    begins |= {i - 1 for i in begins if i and doc[i - 1].dep_ == "cc"}
    for start, end in quotes.inner(doc.text):
        words = list(doc.char_span(start, end, alignment_mode="expand") or ())
        short = is_short(doc.text, (start, end))
        for word in words[1:]:
            is_clause = word.i in begins or _PAUSES & {word.text, word.nbor(-1).text}
            if short or word == words[-1] or not is_clause:
                yield word.i


def is_short(text: str, quotation: tuple[int, int]) -> bool:
    """Tell whether a quotation has so few words that a part of it would not say what it does."""
    return len(text[slice(*quotation)].split()) <= SHORT


def _is_needed(token: "Token") -> bool:
    """Tell whether a word behind its head completes it: its object, its `of`, its `but` or `unless`."""
    head, sort = token.head, token.dep_
    if sort in _OBJECTS and _is_behind_comma(token):
        return False
    if sort not in _BEHIND or token.lower_ in _turning() or any(c.lower_ in _turning() for c in token.lefts):
        return True
    if sort in ("prep", "npadvmod"):
        of_noun = sort == "prep" and token.lower_ in load("phrase_frames")["completing"]
        return token.left_edge.i == head.i + 1 and (head.pos_ in ("VERB", "AUX", "ADJ") or of_noun)
    if sort in ("acl", "advcl"):
        return token.tag_ == "VB" and token.left_edge.lower_ == "to" and not _is_behind_comma(token)
    if sort == "advmod":
        return token.i == head.i + 1 and head.pos_ == "VERB" and not token.lower_.endswith("ly")
    return sort == "conj" and (token.like_num or any(c.dep_ == "preconj" for c in head.lefts) or _is_between(head))


def _is_behind_comma(token: "Token") -> bool:
    """Tell whether a phrase stands behind a comma without a partner: what only looks like an object of the verb."""
    begin = token.left_edge.i
    commas = [word.i for word in token.doc[token.head.i : begin] if word.text == ","]
    return len(commas) % 2 == 1 and commas[-1] == begin - 1


def _is_between(token: "Token") -> bool:
    return token.dep_ == "pobj" and token.head.lower_ == "between"


def _may_begin(token: "Token") -> bool:
    leads = token.pos_ in _DANGLING and token.pos_ != "DET"
    return (token.text[0].isalnum() and not leads) or (token.text[0] in _OPENING and not token.whitespace_)


def _may_end(token: "Token") -> bool:
    if token.is_punct:
        return token.text[-1] in _CLOSING and not (token.i and token.nbor(-1).whitespace_)
    return token.text[-1].isalnum() and (token.pos_ not in _DANGLING or token.dep_ == "prt")
