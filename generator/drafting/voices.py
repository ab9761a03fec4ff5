"""An article's own voice: the author's clearest assertions in a column, an issuing body's in a communiqué.

A sentence counts where no one else is credited with it and it takes a stance: it demands, judges, or speaks as "we".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.articles import Article
from generator.drafting import quotes, stance_clauses, stance_content
from generator.drafting.findings import Attribution, FoundActor, FoundStatement, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

OPINION = frozenset(("opinion", "analysis"))
CLEAREST = 6
"""Assertions of one author, at most."""
LEAST = 6
"""Words of an assertion, at least."""
WEIGHTS = {"demand": 3, "propose": 3, "oppose": 2, "accuse": 2, "support": 2, "reject": 2, "threaten": 1, "assess": 1}
OWN = 1
"""What "I" or "we" adds to the weight of an assertion."""
PLURAL = frozenset(
    ("ministers", "leaders", "participants", "parties", "delegates", "members", "we", "they", "sides", "states")
)


def add(
    article: Article,
    doc: "Doc",
    actors: list[FoundActor],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    said: Sequence[FoundStatement],
) -> tuple[list[FoundActor], list[FoundStatement]]:
    """Return actors and statements with those of the article's own voice; the author becomes an actor where none is."""
    if any(one.rule == "turn" for one in attributions):
        return actors, list(said)
    if _is_issued(article.text):
        body = _body(article.text, actors, mentions)
        if body is None:
            return actors, list(said)
        held = [_held(doc.text, one, body, actors) for one in said]
        return actors, _with(held, _spoken(doc, attributions, body, None))
    if article.genre in OPINION and article.authors:
        author, with_author = _author(article.authors[0], actors)
        own = _spoken(doc, attributions, author, CLEAREST)
        return (with_author if own else actors), _with(said, own)
    return actors, list(said)


def _with(said: Sequence[FoundStatement], own: Sequence[FoundStatement]) -> list[FoundStatement]:
    new = [one for one in own if not any(one.quote[0] < old.quote[1] and old.quote[0] < one.quote[1] for old in said)]
    return sorted([*said, *new], key=lambda one: one.quote)


def _author(name: str, actors: list[FoundActor]) -> tuple[int, list[FoundActor]]:
    for number, actor in enumerate(actors):
        if name in (actor.name, *actor.aliases):
            return number, actors
    return len(actors), [*actors, FoundActor(name, "person")]


def _spoken(doc: "Doc", attributions: Sequence[Attribution], speaker: int, most: int | None) -> list[FoundStatement]:
    """The clearest assertions, in the order of the text."""
    others = (one for one in attributions if not _is_own(doc.text, one))
    taken = [span for one in others for span in (*one.content, *one.cue)]
    taken += [(one.start, one.end) for one in quotes.find(doc.text) if not one.single]
    found = [
        (-weight, sentence.start_char, sentence, stance)
        for sentence in doc.sents
        if not any(start < sentence.end_char and sentence.start_char < end for start, end in taken)
        for stance, weight in _asserted(sentence, advises=most is not None)
    ]
    clearest = sorted(found, key=lambda one: one[:2])[:most]
    return [
        _statement(sentence, stance, speaker) for _, _, sentence, stance in sorted(clearest, key=lambda one: one[1])
    ]


def _is_own(text: str, one: Attribution) -> bool:
    """Is it what "I think", "we know"?"""
    return any(text[slice(*span)].lower() in ("i", "we") for span in one.source)


def _asserted(sentence: "Span", *, advises: bool) -> Iterator[tuple[str, int]]:
    """The stance of a sentence and how clearly it takes it; nothing for a question, a heading or mere report.

    advises: its "should" proposes, as a columnist's does; a body's demands.
    """
    text = sentence.text.strip()
    if len(sentence) < LEAST or not text.endswith((".", "!", ".”", '."', ".’")):
        return
    stance = stance_content.of(sentence)
    if advises and stance == "demand" and any(word.lower_ == "should" for word in sentence):
        stance = "propose"
    own = stance_clauses.first_person(sentence)
    weight = WEIGHTS.get(stance, 0) + OWN * own
    if weight > 1:
        yield stance, weight


def _statement(sentence: "Span", stance: str, speaker: int) -> FoundStatement:
    lead = len(sentence.text) - len(sentence.text.lstrip())
    quote = (sentence.start_char + lead, sentence.start_char + len(sentence.text.rstrip()))
    return FoundStatement(Attribution((quote,), (), (), "indirect", "voice"), stance, speaker, speaker, quote=quote)


@lru_cache(maxsize=1)
def _issued() -> re.Pattern[str]:
    words = "|".join(map(re.escape, vocabulary.load("cue_phrases")["issued"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _is_issued(text: str) -> bool:
    """Is this the text of a communiqué? Its first line says so."""
    return bool(_issued().search(text.partition("\n")[0]))


def _body(text: str, actors: Sequence[FoundActor], mentions: Sequence[Mention]) -> int | None:
    """Who issues a communiqué: the first organization that it names in its first lines, else the first group."""
    lead = "\n".join(text.split("\n\n")[:3])
    first = [one.actor for one in sorted(mentions, key=lambda one: one.start) if one.end <= len(lead)]
    for kind in ("organization", "group"):
        for actor in first:
            if actor is not None and actors[actor].kind == kind:
                return actor
    return None


def _held(text: str, one: FoundStatement, body: int, actors: Sequence[FoundActor]) -> FoundStatement:
    """What "ministers" agree to in a communiqué is the issuing body's position."""
    source = " ".join(text[slice(*span)] for span in one.attribution.source).lower().split()
    plural = one.holder == one.speaker and one.speaker is not None and not actors[one.speaker].named
    return replace(one, holder=body) if plural and source and source[-1] in PLURAL else one
