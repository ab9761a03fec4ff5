"""What a time expression is read against, and the arithmetic of the calendar."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.records.dates import Span


@dataclass(frozen=True)
class Now:
    """What a time expression is read against: the days the article may be of, the tense, and the date last named.

    The tense is past, future or, where what is dated cannot lie ahead, over.
    """

    published: Span | None = None
    tense: str | None = None
    before: str | None = None
    years: tuple[int, ...] = ()

    @property
    def day(self) -> date | None:
        span = self.published
        return span.first if span and span.is_day and not span.approximate else None

    @property
    def month(self) -> tuple[int, int] | None:
        span = self.published
        if span is None or span.approximate or (span.first.year, span.first.month) != (span.last.year, span.last.month):
            return None
        return span.first.year, span.first.month

    @property
    def year(self) -> int | None:
        span = self.published
        return span.first.year if span and span.first.year == span.last.year else None

    @property
    def middle(self) -> date | None:
        span = self.published
        return span.first + (span.last - span.first) / 2 if span else None


AGAINST = {("past", True, False): 5, ("over", True, False): 1000, ("future", False, True): 3}
"""What a day ahead or behind counts for that a tense speaks against; set by hand on TempEval-3. Over: surely past."""

Handler = Callable[[re.Match[str], Now], "str | None"]


def add_months(day: date, months: int) -> date:
    """Return the day that many months on, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def interval(first: date | str, last: date | str) -> str:
    """Return EDTF for a span of days, or for the one day."""
    return str(first) if first == last else f"{first}/{last}"


def month_of(year: int, month: int) -> str:
    """Return a month as EDTF; months before 1 and after 12 lie in other years."""
    years, index = divmod(month - 1, 12)
    return f"{year + years:04d}-{index + 1:02d}"


def months_from(year: int, first: int, count: int) -> str:
    """Return so many months from the first as EDTF."""
    return interval(month_of(year, first), month_of(year, first + count - 1))


def valid(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(candidates: list[date], now: Now) -> date | None:
    """Return what lies nearest, where what the tense speaks against counts several times (a day is no matter)."""
    middle = now.middle
    if middle is None or not candidates:
        return None

    def distance(day: date) -> tuple[int, date]:
        days = (day - middle).days
        ahead, behind = days > 1, days < -1
        weight = AGAINST.get((now.tense or "", ahead, behind), 1)
        return abs(days) * weight, day

    return min(candidates, key=distance)
