"""When an event took place: which of the times that an article names its word is told with, weighed by odds.

A time is one of the text's dates, such a weekday or month on the other side of publication, what lies "two days after"
one, or the day of publication, the day before it, its month or year; or the text does not tell.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Doc, Token

from generator.drafting import event_date_signs as signs
from generator.drafting import odds
from generator.drafting.date_words import CARDINALS
from generator.drafting.findings import FoundDate
from generator.vocabulary import load

SURE = 0.25
"""Chance that a time needs to be an event's: as many dates are then missed as are wrong (tests/drafting/fit.py)."""

_FIRM = 0.65
"""Chance from which the time that its sentence names speaks for a word's telling an event at all."""

_BACK, _AHEAD = -8, 3
"""Sentences from an event within which a time may be its own."""

_LAG_BACK = -3
_UNITS = {"day": 1, "week": 7}
_WEEKDAYS = "weekday"
_MONTHS = frozenset({"month", "month-day", "day-month", "holiday"})
"""Rules of dates that may lie on either side of publication."""


class Choice(NamedTuple):
    """What may be an event's date (EDTF, None for untold), whether its own sentence says so, and what speaks for it."""

    date: str | None
    own: bool
    signs: list[str]


class Calendar:
    """The times that an article names; day is that of publication."""

    def __init__(self, doc: Doc, dates: Sequence[FoundDate], day: date | None) -> None:
        self._day = day
        self._spots: dict[int, signs.Spot] = {}
        paragraph = 0
        for number, sent in enumerate(doc.sents):
            self._spots.update((token.i, signs.Spot(number, paragraph)) for token in sent)
            paragraph += sent.text_with_ws.count("\n\n") > 0
        self._times = [self._time(doc, told) for told in dates if _may_date(told)]
        self._named = Counter(time.date for time in self._times)

    def _time(self, doc: Doc, told: FoundDate) -> signs.Time:
        span = doc.char_span(told.start, told.end, alignment_mode="expand")
        word = span.root if span is not None else doc[0]
        return signs.Time(told.value or "", told.rule, word, self._spots[word.i])

    def date_of(self, word: Token) -> tuple[str | None, bool]:
        """Return the likeliest date of the event that a word tells, and whether its own sentence firmly says so."""
        choices, chances = self.choices(word), defaultdict[str, float](float)
        shares = odds.shares(load("event_date_odds"), [choice.signs for choice in choices])
        for choice, share in zip(choices, shares, strict=True):
            if choice.date is not None:
                chances[choice.date] += share
        best = max(sorted(chances), key=lambda value: chances[value], default=None)
        if best is None or chances[best] < SURE:
            return None, False
        own = any(choice.own for choice in choices if choice.date == best)
        return best, own and chances[best] >= _FIRM

    def choices(self, word: Token) -> list[Choice]:
        """Return what may be the date of the event that a word tells, with the signs for each."""
        spot = self._spots[word.i]
        here = sum(time.spot.sentence == spot.sentence for time in self._times)
        setting = signs.Setting(word, spot, min(here, 2), self._named, self._day)
        return [*self._told(setting), *self._lagging(setting), *self._around(setting)]

    def _told(self, setting: signs.Setting) -> Iterator[Choice]:
        """Yield the times of the text near a word, and those weekdays and months on the other side of publication."""
        last = max((t.word.i for t in self._times if t.spot.sentence < setting.spot.sentence), default=-1)
        for time in self._times:
            apart = time.spot.sentence - setting.spot.sentence
            if not _BACK <= apart <= _AHEAD:
                continue
            found = list(signs.of_time(setting, time, last=time.word.i == last))
            yield Choice(_begun(time), apart == 0, found)
            other = _on_other_side(time, self._day) if apart == 0 else None
            if other:
                yield Choice(other, True, [*found, *signs.of_other_side(setting, time)])

    def _lagging(self, setting: signs.Setting) -> Iterator[Choice]:
        """Yield the times so long before others as a word is told to have come before them: "a week after it"."""
        lag = signs.lag_of(setting.word)
        number = CARDINALS.get(lag.number, 1 if lag.number in ("a", "one", "the") else 0) if lag else 0
        if lag is None or not number or self._day is None:
            return
        bases = [(self._day, "published")]
        for time in self._times:
            apart = time.spot.sentence - setting.spot.sentence
            if signs.is_day(time.date) and _LAG_BACK <= apart <= 0:
                bases.append((date.fromisoformat(time.date), str(apart)))
        for base, name in bases:
            yield Choice(_before(base, lag.unit, number), True, list(signs.of_lag(setting, lag, name)))

    def _around(self, setting: signs.Setting) -> Iterator[Choice]:
        """Yield the times of publication, and that the text tells none."""
        found = list(signs.of_setting(setting))
        if self._day is not None:
            today, yesterday = str(self._day), str(self._day - timedelta(1))
            named = f"named {today in self._named} {yesterday in self._named}"
            values = {"day": today, "day before": yesterday, "month": today[:7], "year": today[:4]}
            for name, value in values.items():
                yield Choice(value, False, [f"{name} {sign}" for sign in [*found, named]])
        yield Choice(None, False, [f"untold {sign}" for sign in found])


def _may_date(told: FoundDate) -> bool:
    """Tell whether a date can be that of an event: not "until Friday", which tells how long."""
    return told.value is not None and not told.value.startswith("../")


def _begun(time: signs.Time) -> str:
    """Return the value of a time; of "since Saturday" the day on which what goes on began."""
    return time.date.removesuffix("/..") if time.rule == "since" else time.date


def _on_other_side(time: signs.Time, day: date | None) -> str | None:
    """Return the same weekday, or month of the year, on the other side of a day; None where there is none."""
    value = time.date
    if day is None or "/" in value:
        return None
    if time.rule == _WEEKDAYS and signs.is_day(value) and value != str(day):
        told = date.fromisoformat(value)
        return str(told + timedelta(7 if told < day else -7))
    if time.rule in _MONTHS and not value.endswith("02-29"):
        year = int(value[:4]) + (1 if value < str(day) else -1)
        return f"{year}{value[4:]}"
    return None


def _before(base: date, unit: str, number: int) -> str:
    """Return what lies so many days, weeks, months or years before a day, with the precision of the unit."""
    if unit in _UNITS:
        return str(base - timedelta(number * _UNITS[unit]))
    months = base.year * 12 + base.month - 1 - number * (12 if unit == "year" else 1)
    return f"{months // 12:04}" if unit == "year" else f"{months // 12:04}-{months % 12 + 1:02}"
