"""Finds what happened, is happening or is planned: one event for all that the article tells of it.

Not what is denied, hypothetical or habitual, and not a mere saying. What speaks for a mention (a finite past, a date, a
place, who took part) is weighed against what speaks against it (that it stands inside a quote).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from generator.drafting import event_mentions
from generator.drafting.dates import days_of
from generator.drafting.event_dates import Calendar
from generator.drafting.event_mentions import EventMention
from generator.drafting.event_merging import merged
from generator.drafting.event_participants import Actors
from generator.drafting.event_reality import words
from generator.drafting.event_titles import title
from generator.drafting.findings import (
    Attribution,
    FoundActor,
    FoundDate,
    FoundEvent,
    FoundFigure,
    FoundPlace,
    Mention,
)
from generator.records.dates import Span, parse


def find(
    doc: Doc,
    actors: Sequence[FoundActor],
    mentions: Sequence[Mention],
    dates: Sequence[FoundDate],
    figures: Sequence[FoundFigure],
    places: Sequence[FoundPlace],
    attributions: Sequence[Attribution],
    published: str | None,
) -> list[FoundEvent]:
    """Return the events of an article, in the order of their fullest mention."""
    cast = Actors(doc, actors, mentions)
    seen_on, day = days_of(published), day_of(published)
    direct = event_mentions.direct_tokens(doc, attributions)
    facts = event_mentions.Facts(doc, cast, dates, figures, places, direct, Calendar(doc, dates, day), day)
    told = [_seen_from(mention, seen_on) for mention in event_mentions.find(facts)]
    kept = merged(told, event_mentions.NEEDED)
    tellers = _tellers(doc, cast, attributions)
    return [_event(mention, cast, _part_of(mention, kept), tellers) for mention in kept]


def day_of(published: str | None) -> date | None:
    """Return the day of publication (EDTF) where it is known for certain."""
    seen_on = days_of(published)
    return seen_on.first if seen_on and seen_on.is_day and not seen_on.approximate else None


def _tellers(doc: Doc, cast: Actors, attributions: Sequence[Attribution]) -> list[tuple[int, int, int]]:
    """Return the stretches that someone else than the article tells, each with the actor who does."""
    found = []
    for attribution in attributions:
        spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in attribution.source]
        actors = [actor for span in spans if span is not None if (actor := cast.at(span.root)) is not None]
        found += [(start, end, actors[0]) for start, end in attribution.content if actors]
    return found


def _told_by(figure: FoundFigure, tellers: Sequence[tuple[int, int, int]]) -> FoundFigure:
    """Return a figure with who gives it: the teller of the shortest stretch around it."""
    around = [(end - start, who) for start, end, who in tellers if start <= figure.start and figure.end <= end]
    return replace(figure, by=min(around)[1]) if around and figure.by is None else figure


def _part_of(mention: EventMention, kept: Sequence[EventMention]) -> int | None:
    """Return the event that a mention names as the larger one: "at the summit", "during the offensive"."""
    by_token = {t.i: index for index, other in enumerate(kept) if other is not mention for t in other.tokens}
    for token in mention.tokens:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in words()["part_prepositions"]:
                named = [by_token[c.i] for c in prep.children if c.dep_ == "pobj" and c.i in by_token]
                if named:
                    return named[0]
    return None


def _seen_from(mention: EventMention, published: Span | None) -> EventMention:
    """Return a mention, planned where its date lies wholly behind the day of publication."""
    if published and mention.date and parse(mention.date).first > published.last:
        mention.reality = "planned"
    return mention


def _event(
    mention: EventMention, cast: Actors, part_of: int | None, tellers: Sequence[tuple[int, int, int]]
) -> FoundEvent:
    token = mention.trigger.token
    return FoundEvent(
        start=token.idx,
        end=token.idx + len(token),
        quote=mention.quote,
        title=title(mention.trigger, mention.who, cast, mention.place),
        type=mention.trigger.type,
        rule=mention.trigger.rule,
        date=mention.date,
        planned=mention.planned,
        place=mention.place,
        participants=tuple(mention.who),
        figures=tuple(_told_by(figure, tellers) for figure in mention.figures),
        part_of=part_of,
        also=tuple(mention.also),
    )
