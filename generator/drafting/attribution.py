"""Who is said to say what: every attribution of an article, as spans of content, cue and source.

Knows nothing of actors. Spans are as wide as the act: the whole clause or quotation (as in PolNeAR, Newell et al. 2018).
"""

from typing import TYPE_CHECKING

from generator.drafting import attribution_clauses, attribution_nouns, attribution_quotes
from generator.drafting.attribution_spans import Act, attribution, page
from generator.drafting.findings import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: "Doc") -> list[Attribution]:
    """Return the attributions of a parsed article in order of their cues."""
    made = page(doc)
    acts = [*attribution_clauses.find(made), *attribution_nouns.find(made)]
    acts = _outermost(attribution_quotes.settle(made, acts))
    acts.sort(key=lambda act: (act.head, act.content))
    found = (attribution(made, act) for act in acts)
    return [one for one in found if one is not None]


def _outermost(acts: list[Act]) -> list[Act]:
    """Leave out the acts that are told of within another's content."""
    kept: list[Act] = []
    for act in acts:
        inside = (
            other for other in acts if other is not act and any(start <= act.head < end for start, end in other.content)
        )
        if not any(_size(other) > _size(act) for other in inside):
            kept.append(act)
    return kept


def _size(act: Act) -> int:
    return sum(end - start for start, end in act.content)
