"""Who is said to say what: every attribution of an article, as spans of content, cue and source.

Knows nothing of actors. Spans are as wide as the act: the whole clause or quotation (as in PolNeAR, Newell et al.
2018).
"""

from typing import TYPE_CHECKING

from generator.drafting import attribution_clauses, attribution_lists, attribution_nouns, attribution_quotes
from generator.drafting.attribution_spans import Act, Page, attribution, page
from generator.drafting.findings import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: "Doc") -> list[Attribution]:
    """Return the attributions of a parsed article in order of their cues, those within another's content left out."""
    return _told(doc)[0]


def nested(doc: "Doc") -> list[Attribution]:
    """Return what `find` leaves out: attributions within another's content, and those whose cue is as often a deed."""
    return _told(doc)[1]


Told = tuple[list[Attribution], list[Attribution]]
KEPT = "generator.drafting.attribution"
"""Where a document keeps what was found in it, so that the nested ones cost no second search."""


def _told(doc: "Doc") -> Told:
    if KEPT not in doc.user_data:
        doc.user_data[KEPT] = _search(doc)
    told: Told = doc.user_data[KEPT]
    return told


def _search(doc: "Doc") -> Told:
    made = page(doc)
    acts = [*attribution_clauses.find(made), *attribution_nouns.find(made), *attribution_lists.find(made)]
    acts = sorted(attribution_quotes.settle(made, acts), key=lambda act: (act.head, act.content))
    outer = _outermost(acts)
    held = {id(act) for act in outer}
    inner = [act for act in acts if id(act) not in held]
    return _spans(made, outer), _spans(made, inner)


def _spans(made: Page, acts: list[Act]) -> list[Attribution]:
    found = (attribution(made, act) for act in acts)
    return [one for one in found if one is not None]


OWNED = frozenset(
    ("thing", "infinitive", "prepositional", "called", "accused", "as", "noun-clause", "noun-preposition")
)
"""Rules whose act says little where nobody is known to do it."""


def _outermost(acts: list[Act]) -> list[Act]:
    """Leave out the acts that are told of within another's content."""
    kept: list[Act] = []
    for act in acts:
        if act.rule == "minor" or (act.rule in OWNED and not act.source):
            continue
        inside = (
            other for other in acts if other is not act and any(start <= act.head < end for start, end in other.content)
        )
        if not any(_size(other) > _size(act) for other in inside):
            kept.append(act)
    return kept


def _size(act: Act) -> int:
    return sum(end - start for start, end in act.content)
