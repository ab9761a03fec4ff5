"""What a drafter is, what the rules find in an article, and the gate that any drafter's findings pass."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from generator.articles import Article
from generator.drafting.findings import Findings, FoundEvent, FoundParticipant, FoundStatement, Mention, Offsets
from generator.drafting.known import Known
from generator.problems import Problem
from generator.records import dates as edtf
from generator.records.library import Library
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_QUOTE = 2000


class Drafter(Protocol):
    """Whatever reads an article and tells what it says, in place of the rules; see `draft_project`."""

    def draft(self, article: Article, library: Library) -> Findings:
        """Return what is found in article; library holds the records that names are resolved to."""
        ...


def understand(article: Article, doc: "Doc", known: Known) -> Findings:
    """Return all that the rules find in an article and its parse."""
    from generator.drafting import (
        actors,
        attribution,
        dates,
        events,
        figures,
        newcomers,
        occasions,
        places,
        relays,
        statements,
        voices,
        wholes,
    )

    settings = dates.find(doc, article.published), figures.find(doc), places.find(doc)
    attributions = attribution.find(doc)
    found_actors, mentions = actors.find(doc, known)
    found = events.find(doc, found_actors, mentions, *settings, attributions, article.published)
    found_events = [_with_companions(event, mentions) for event in found]
    found_actors, mentions = newcomers.add(doc, attributions, found_actors, mentions)
    told = statements.understand(doc, attributions, found_actors, mentions, settings[0])
    said = occasions.add(doc, told, found_events)
    found_actors, said = voices.add(article, doc, found_actors, mentions, attributions, said)
    starts, ends = wholes.find(doc)
    return Findings(
        found_actors,
        mentions,
        *settings,
        said,
        found_events,
        attributions,
        relays=relays.find(_headline(article), article.text, found_actors, mentions, said),
        unused=unused(doc, said, found_events),
        starts=starts,
        ends=ends,
    )


def _headline(article: Article) -> str:
    """Return the title that was printed, "" where ours was derived."""
    return (article.title or "") if "title" not in article.derived else ""


def _with_companions(event: FoundEvent, mentions: Sequence[Mention]) -> FoundEvent:
    """Return event with all whom one phrase of it means: `the two sides`, `French and Dutch ministers`."""
    means: dict[Offsets, list[int]] = {}
    for mention in mentions:
        within = event.quote[0] <= mention.start and mention.end <= event.quote[1]
        if within and mention.form == "description" and mention.actor is not None:
            means.setdefault((mention.start, mention.end), []).append(mention.actor)
    present = {one.actor: one.role for one in event.participants}
    for actors in means.values():
        role = next((present[actor] for actor in actors if actor in present), None)
        for actor in actors if role is not None else ():
            present.setdefault(actor, role or "")
    if len(present) == len(event.participants):
        return event
    return replace(event, participants=tuple(FoundParticipant(actor, role) for actor, role in present.items()))


def unused(doc: "Doc", said: Sequence[FoundStatement], events: Sequence[FoundEvent]) -> list[Offsets]:
    """Return the sentences of which no statement and no event quotes anything."""
    spans = [statement.quote for statement in said]
    spans += [span for event in events for span in (event.quote, *event.also)]
    spans.sort()
    starts = [start for start, _ in spans]
    reach = [0]
    for _, end in spans:
        reach.append(max(reach[-1], end))
    rest = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        if reach[bisect_right(starts, end - 1)] <= start and sentence.text.strip():
            rest.append((start, end))
    return rest


def gate(article: Article, findings: Findings, path: str) -> tuple[Findings, list[Problem]]:
    """Return findings without what breaks the rules of evidence, and a problem for each that was dropped.

    Every quote is a stretch of one paragraph of the article, every index an actor's, every value in its vocabulary.
    What is dated later than the article was not said then, and is no more than planned.
    """
    problems: list[Problem] = []

    def passes(what: str, faults: Iterable[str]) -> bool:
        fault = next(iter(faults), None)
        if fault:
            message = f"article {article.part}: a drafted {what} was dropped: {fault}"
            problems.append(Problem(path, 1, 1, "warning", message, "draft-evidence"))
        return fault is None

    text, known = article.text, len(findings.actors)
    said = [s for s in findings.statements if passes("statement", _statement_faults(s, text, known))]
    kept = [i for i, event in enumerate(findings.events) if passes("event", _event_faults(event, text, known))]
    moved = {old: new for new, old in enumerate(kept)}
    events = [_renumbered(findings.events[i], moved) for i in kept]
    said = [replace(s, event=moved.get(s.event) if s.event is not None else None) for s in said]
    said = [replace(s, date=None) if _is_after(s.date, article.published) else s for s in said]
    events = [replace(e, planned=True) if _is_after(e.date, article.published) else e for e in events]
    relays = [i for i in findings.relays if passes("relay", _index_faults((i,), known))]
    return replace(findings, statements=said, events=events, relays=relays), problems


def _is_after(date: str | None, published: str | None) -> bool:
    """Tell whether a date is later than the article, so that nobody can have said or done then what it tells."""
    return bool(date and published) and edtf.widest(str(date)).first > edtf.widest(str(published)).last


def _renumbered(event: FoundEvent, moved: dict[int, int]) -> FoundEvent:
    return replace(event, part_of=moved.get(event.part_of) if event.part_of is not None else None)


def _statement_faults(statement: FoundStatement, text: str, known: int) -> Iterator[str]:
    for span in (statement.quote, statement.occasion):
        yield from _quote_faults(span, text) if span is not None else ()
    indexes = [i for i in (statement.speaker, statement.holder, *statement.to) if i is not None]
    yield from _index_faults(indexes, known)
    if statement.stance not in load("stances"):
        yield f"'{statement.stance}' is no stance"
    yield from _date_faults(statement.date)


def _event_faults(event: FoundEvent, text: str, known: int) -> Iterator[str]:
    for quote in (event.quote, *event.also):
        yield from _quote_faults(quote, text)
    yield from _index_faults([participant.actor for participant in event.participants], known)
    if event.type not in load("event_types"):
        yield f"'{event.type}' is no event type"
    if any(participant.role not in load("participant_roles") for participant in event.participants):
        yield "a participant's role is none of the vocabulary"
    if not event.title.strip():
        yield "it has no title"
    yield from _date_faults(event.date)


def _quote_faults(quote: Offsets, text: str) -> Iterator[str]:
    start, end = quote
    if not 0 <= start < end <= len(text) or not any(char.isalnum() for char in text[start:end]):
        yield "its quote is no word of the article"
    elif "\n\n" in text[start:end].strip() or end - start > LONGEST_QUOTE:
        yield "its quote is longer than a paragraph"


def _index_faults(indexes: Iterable[int], known: int) -> Iterator[str]:
    if any(not 0 <= index < known for index in indexes):
        yield "it names an actor that was not found"


def _date_faults(date: str | None) -> Iterator[str]:
    try:
        if date is not None:
            edtf.parse(date)
    except ValueError as error:
        yield str(error)
