"""The dates that mentions take from the story they are told in, where their own words name none."""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from generator.drafting.date_words import CARDINALS
from generator.drafting.event_mentions import EventMention
from generator.drafting.event_reality import is_background, is_perfect, lender, words
from generator.drafting.event_settings import StoryTime, is_day
from generator.drafting.findings import FoundDate
from generator.records.dates import parse

MUTUAL = frozenset({"consult", "agree", "cooperate", "support"})
NEAR = 8
"""Sentences over which a story goes on."""

CLOSE = 3
"""Sentences over which an attack's results are told."""

_DATED = 3
"""What a date speaks for a mention."""

_LEAD = 3
"""Sentences in which an article tells its news."""

_RECENT = timedelta(days=7)
"""How far back the days lie that a report is about."""


def dated(mentions: list[EventMention], times: Sequence[StoryTime], day: date | None) -> list[EventMention]:
    """Give undated mentions the date of the story they go on from, or one counted from it: "a day after the strike".

    day is that of publication.
    """
    told: list[EventMention] = []
    for mention in mentions:
        token = mention.trigger.token
        if mention.date is None:
            mention.date = _counted(mention, mentions, times, day)
            mention.score += _DATED * (mention.date is not None)
        if mention.date:
            told += [mention] if _is_story(mention) else []
        elif mention.reality == "past" and not is_background(token) and not _is_beside(token):
            before = next((t for t in reversed(told) if _goes_on(t, mention)), None)
            time = next((t for t in reversed(times) if t.main and _is_time_of(t, mention)), None)
            if time and (before is None or before.sentence < time.sentence):
                mention.date = time.date
                told.append(mention)
            elif before:
                mention.date = before.date
                mention.score += mention.sentence - before.sentence <= 1 and mention.paragraph == before.paragraph
                told.append(mention)
            else:
                mention.date = _day_told_of(mention, times, day)
    return mentions


def _day_told_of(mention: EventMention, times: Sequence[StoryTime], day: date | None) -> str | None:
    """Return the day of what a sentence mainly tells, but does not date: the recent day that was last named.

    That must have been just before, or be the one recent day that the article names. What the first sentences tell
    before any day is named is of the day of publication, if that is named at all.
    """
    if day is None or mention.heading or not _is_main(mention.trigger.token):
        return None
    recent = {t.date for t in times if is_day(t.date) and -_RECENT <= date.fromisoformat(t.date) - day <= timedelta(1)}
    if any(t.sentence == mention.sentence for t in times):
        return None
    last = next((t for t in reversed(times) if t.sentence < mention.sentence), None)
    apart = mention.sentence - last.sentence if last else 0
    if last and last.date in recent and (apart == 1 or (apart <= NEAR and len(recent) == 1)):
        return last.date
    return str(day) if mention.sentence <= _LEAD and str(day) in recent else None


def _is_main(token: Token) -> bool:
    """Tell whether a word tells what its sentence says was done: "police arrested", "nine were arrested"."""
    verb = token if token.pos_ == "VERB" else lender(token) or token
    while verb.dep_ == "conj":
        verb = verb.head
    done = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "auxpass")
    return verb.dep_ == "ROOT" and done


def news_day(mention: EventMention, dates: Sequence[FoundDate], day: date | None) -> str | None:
    """Return the day of publication for what an article's headline tells, or its first sentences in the perfect."""
    token = mention.trigger.token
    if mention.heading and mention.sentence == 0:
        return str(day) if day and mention.date is None and not mention.planned else None
    first = mention.sentence <= _LEAD and not any(told.value and told.start < token.sent.start_char for told in dates)
    news = first and mention.date is None and mention.reality == "past" and is_perfect(token)
    return str(day) if news and day else None


def _counted(
    mention: EventMention, mentions: Sequence[EventMention], times: Sequence[StoryTime], day: date | None
) -> str | None:
    """Return the day so many days before another event that a mention is told to have come before it.

    The other is of the day just told or, with none, of that of publication.
    """
    found = _lag(mention.trigger.token)
    if found is None:
        return None
    verb, days = found
    if verb.tag_ in ("VBZ", "VBP") or is_perfect(verb):
        base = str(day) if day else None
    else:
        told: list[EventMention | StoryTime] = [m for m in mentions if m.date and m is not mention]
        near = [m.date for m in [*told, *(t for t in times if t.main)] if 0 <= mention.sentence - m.sentence <= CLOSE]
        base = near[-1] if near else str(day) if day and days else None
    return str(date.fromisoformat(base) - timedelta(days=days)) if base and is_day(base) else None


def _lag(token: Token) -> tuple[Token, int] | None:
    """Return the verb of "came two days after they met", and how many days before it what a word tells took place."""
    after = _after(token)
    if after is None or after.i < 2:
        return None
    verb = after.head.head if after.dep_ == "mark" else after.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    unit, number = after.nbor(-1).lemma_, after.nbor(-2).lower_
    if unit in words()["short_spans"]:
        return verb, 0
    count = 1 if number in ("a", "one", "the") else CARDINALS.get(number)
    return (verb, count) if unit == "day" and count else None


def _after(token: Token) -> Token | None:
    """Return the "after" that a word stands behind or whose clause it tells."""
    if token.dep_ in ("pobj", "pcomp"):
        return token.head if token.head.lower_ == "after" else None
    own = (c for c in token.children if c.lower_ == "after" and c.dep_ in ("mark", "prep") and c.i < token.i)
    return next(own, None) if token.pos_ in ("VERB", "AUX") else None


def _is_beside(token: Token) -> bool:
    """Tell whether what a word tells lies before or after the story: "after troops had crossed", "since they met"."""
    while token.head != token:
        if token.dep_ in ("advcl", "pcomp") and any(c.lower_ in words()["relative"] for c in token.children):
            return True
        token = token.head
    return False


def _is_time_of(time: StoryTime, mention: EventMention) -> bool:
    near = 0 < mention.sentence - time.sentence <= CLOSE and time.paragraph == mention.paragraph
    return near and not is_perfect(mention.trigger.token)


def _is_story(mention: EventMention) -> bool:
    """Tell whether a mention sets the time of a story: told as past, on days that are known."""
    token = mention.trigger.token
    verb = token if token.pos_ == "VERB" else lender(token) or token
    while verb.dep_ == "conj":
        verb = verb.head
    span = parse(mention.date or "0001/..")
    told = mention.reality == "past" and not mention.heading and verb.dep_ not in ("advcl", "relcl", "acl")
    return told and (span.last - span.first).days <= 7


def _goes_on(before: EventMention, mention: EventMention) -> bool:
    if mention.sentence - before.sentence > NEAR:
        return False
    same_type = before.trigger.type == mention.trigger.type
    if is_perfect(mention.trigger.token):
        mutual = {before.trigger.type, mention.trigger.type} <= MUTUAL and mention.sentence - before.sentence <= 1
        return (same_type or mutual) and before.paragraph == mention.paragraph
    if before.paragraph != mention.paragraph:
        news = mention.sentence - before.sentence <= CLOSE and bool(shared(before, mention))
        return news or (same_type and mention.trigger.type in ("assault", "protest"))
    return same_type or bool(shared(before, mention)) or mention.sentence - before.sentence <= 2


def shared(a: EventMention, b: EventMention) -> set[int]:
    """Return the actors who take part in both."""
    return {p.actor for p in a.who} & {p.actor for p in b.who}
