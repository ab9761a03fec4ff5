"""New issues proposed from what recurs among the statements that fit none: needs no language model."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from slugify import slugify

from generator.drafting import phrases
from generator.drafting.issues import OTHER
from generator.drafting.phrases import Key
from generator.drafting.words import content
from generator.problems import printable
from generator.records.library import Library
from generator.records.models import Issue
from generator.records.write import dump

LEAST = 3
"""Statements in which a phrase must occur to be proposed; one word alone must in one more."""
_HOLDERS = 2
_SHARED = 0.5
"""From this share of the fewer statements on, two phrases are taken for one matter."""
_MOST_KEYWORDS = 5
_EXAMPLES = 3

Place = tuple[str, int]
"""A position's id, and the number of a statement in it."""


@dataclass(frozen=True)
class Proposal:
    """An issue worth making: its best phrase, the statements that hold it (position's id and quote), its record."""

    phrase: str
    statements: tuple[tuple[str, str], ...]
    holders: tuple[str, ...]
    record: Issue

    def lines(self) -> Iterator[str]:
        """Yield the proposal in words, with examples and the record as its file would hold it."""
        by = ", ".join(self.holders)
        yield f"an issue worth having? '{self.phrase}' recurs in {len(self.statements)} statements by {by}:"
        for position, quote in self.statements[:_EXAMPLES]:
            yield f"  {position}: {json.dumps(printable(quote), ensure_ascii=False)}"
        yield f"to have it, save this as briefings/issues/{slugify(self.phrase)}.yaml:"
        yield from ("", *dump(self.record).splitlines(), "")


@dataclass(frozen=True)
class _Recurring:
    """A phrase that recurs: its forms, and the statements where it stands, and where as a noun phrase."""

    key: Key
    forms: Counter[str]
    places: frozenset[Place]
    nominal: int

    @property
    def printed(self) -> str:
        """The form that most statements print; of these the shortest, in alphabetical order."""
        return min(self.forms, key=lambda form: (-self.forms[form], len(form), form))

    def weight(self, holders: int) -> int:
        return len(self.places) * holders * (2 * len(self.key) - 1)


def propose(library: Library, most: int = 10) -> list[Proposal]:
    """Return the noun phrases that recur among the statements under `other` of several holders, the weightiest first.

    Of phrases that occur in the same statements the weightiest names the issue, and the others become its keywords.
    """
    found = _recurring(library)
    holders = {one.key: len({library.positions[ident].holder for ident, _ in one.places}) for one in found}
    ranked = sorted(found, key=lambda one: (-one.weight(holders[one.key]), one.key))
    kept: list[_Recurring] = []
    for one in ranked:
        enough = len(one.places) >= LEAST + (len(one.key) == 1) and holders[one.key] >= _HOLDERS
        if enough and not any(_is_one(one, other) for other in kept):
            kept.append(one)
    return [_proposal(library, one, ranked) for one in kept[:most]]


def filing(library: Library, proposals: list[Proposal], program: str) -> Iterator[str]:
    """Yield the command by which drafted statements are filed anew once the issues are saved, if there are any."""
    places = {ident for proposal in proposals for ident, _ in proposal.statements}
    said = (statement for ident in places for statement in library.positions[ident].statements if statement.draft)
    articles = sorted({evidence.article for statement in said for evidence in statement.evidence})
    if articles:
        yield "with issues saved, this moves the drafted statements there (and drafts again what was deleted):"
        yield f"  {program} draft {' '.join(f'--again {article}' for article in articles)}"


def _recurring(library: Library) -> list[_Recurring]:
    """Return the phrases that stand in two statements or more, most of them as a noun phrase."""
    forms: dict[Key, dict[Place, str]] = defaultdict(dict)
    nominal: dict[Key, set[Place]] = defaultdict(set)
    actors = library.actors.values()
    names = frozenset(word for actor in actors for name in (actor.name, *actor.aliases) for word in content(name))
    for place, quote in _quotes(library):
        for phrase in phrases.find(quote, names):
            if not all(map(phrases.is_common, phrase.printed.split())):
                forms[phrase.key].setdefault(place, phrase.printed)
                nominal[phrase.key] |= {place} if phrase.is_nominal else set()
    return [
        _Recurring(key, Counter(places.values()), frozenset(places), len(nominal[key]))
        for key, places in sorted(forms.items())
        if len(places) > 1 and len(nominal[key]) * 3 >= len(places) * 2
    ]


def _quotes(library: Library) -> Iterator[tuple[Place, str]]:
    for ident, position in library.positions.items():
        if position.issue == OTHER:
            for number, statement in enumerate(position.statements):
                yield from (((ident, number), evidence.quote) for evidence in statement.evidence)


def _is_one(one: _Recurring, other: _Recurring) -> bool:
    shared = len(one.places & other.places)
    return shared >= _SHARED * min(len(one.places), len(other.places)) or set(one.key) == set(other.key)


def _adds(one: _Recurring, keywords: list[_Recurring]) -> bool:
    """Tell whether a keyword finds what the others don't: it holds none of them, and more statements hold it."""
    words = frozenset(one.key)
    wholes = [known for known in keywords if words < set(known.key)]
    is_wider = all(len(one.places) > len(known.places) for known in wholes)
    return is_wider and not any(words.issuperset(known.key) for known in keywords)


def _proposal(library: Library, best: _Recurring, ranked: list[_Recurring]) -> Proposal:
    keywords = [best]
    for one in ranked:
        if _adds(one, keywords) and len(one.places & best.places) * 3 >= len(one.places) * 2:
            keywords.append(one)
    title = best.printed[0].upper() + best.printed[1:]
    record = Issue(
        title=title,
        question=f"{title}: who wants what?",
        keywords=tuple(one.printed for one in keywords[:_MOST_KEYWORDS]),
    )
    quotes = {place: quote for place, quote in _quotes(library) if place in best.places}
    statements = tuple((place[0], quote) for place, quote in sorted(quotes.items()))
    holders = tuple(sorted({library.positions[ident].holder for ident, _ in best.places}))
    return Proposal(best.printed, statements, holders, record)
