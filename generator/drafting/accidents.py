"""Words that are capitalized by where they stand and name nobody: in a headline, at a sentence's beginning."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.drafting import kinds
from generator.drafting.layout import Layout
from generator.drafting.names import SMALL_WORDS, fold
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSON = 4
"""Words of a person's name, at most."""

_LEAST = 4
"""Words of a line that can be told to be a headline."""


def without(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """Return names without those that only a headline in capitals or a sentence's beginning makes look like one."""
    doc, titled = layout.doc, _titled(layout)
    told = [name for name in names if name.start not in titled and not _begins(doc, name)]
    known = {fold(name.text) for name in told} | {fold(name.words[-1]) for name in told if name.kind == "person"}
    names = [name for name in names if name.entries or fold(name.text) in known or not _sorts(doc, name)]
    within = (doc[i] for i in layout.of_kind("PROPN") if i not in titled and not doc[i].is_sent_start)
    known |= {fold(token.text) for token in within if token.is_title}
    return [name for name in names if name.entries or not _is_accident(doc, name, titled, known)]


def _is_accident(doc: "Doc", name: Name, titled: set[int], known: set[str]) -> bool:
    if fold(name.text) in known:
        return False
    if name.end - name.start == 1:
        return _is_one_word(doc, name, titled)
    if name.start in titled and name.kind == "person" and len(name.words) > _PERSON:
        return True
    if name.start not in titled or name.kind not in ("person", "organization", "unknown"):
        return False
    return not (kinds.is_given_name(name.words[0]) or kinds.is_organization_word(name.words) or _has_acronym(name))


def _is_one_word(doc: "Doc", name: Name, titled: set[int]) -> bool:
    """Tell whether a word is no name: adherents, a noun of a headline or at a sentence's beginning (`Riot police`)."""
    token = doc[name.start]
    if name.kind != "organization" and token.lower_ in _groups() and token.text[0].isupper():
        return True
    if name.start in titled and name.kind in ("organization", "unknown") and not name.text.isupper():
        return True
    if _begins(doc, name) and name.kind == "unknown":
        return True
    return bool(token.is_sent_start and token.pos_ != "PROPN" and not token.is_upper)


def _sorts(doc: "Doc", name: Name) -> bool:
    """Tell whether a word that begins a sentence only tells which group is meant: `Riot police`, `Primary teachers`."""
    token = doc[name.start]
    tied = token.dep_ in ("compound", "amod") and token.head.lower_ in _groups()
    return tied and _begins(doc, name) and name.kind in ("person", "organization", "unknown")


def _groups() -> set[str]:
    groups = load("groups")
    return {*groups["own"], *groups["official"]}


def _has_acronym(name: Name) -> bool:
    return any(word.isupper() and len(word) > 1 for word in name.words)


def _begins(doc: "Doc", name: Name) -> bool:
    """Tell whether a name of one word begins a sentence, behind a quotation mark or not."""
    first = name.start
    if first and not doc[first].is_sent_start and not doc[first - 1].is_alpha and doc[first - 1].is_sent_start:
        first -= 1
    return name.end - name.start == 1 and bool(doc[first].is_sent_start) and not doc[name.start].is_upper


def _titled(layout: Layout) -> set[int]:
    """Return the tokens of the lines that are headlines with each long word capitalized."""
    found: set[int] = set()
    for line in _lines(layout.doc):
        words = [layout.doc[i].text for i in line if layout.doc[i].is_alpha]
        long = [word for word in words if len(word) > 2 and word.lower() not in SMALL_WORDS]
        low = sum(word.islower() for word in long)
        ends = layout.doc[line[-1]].text in (".", "”", '"')
        if len(words) >= _LEAST and (low == 0 and len(long) > _LEAST if ends else low * 5 <= len(long)):
            found.update(line)
    return found


def _lines(doc: "Doc") -> Iterator[list[int]]:
    line: list[int] = []
    for token in doc:
        if "\n" in token.text:
            if line:
                yield line
            line = []
        else:
            line.append(token.i)
    if line:
        yield line
