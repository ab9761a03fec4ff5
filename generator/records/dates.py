"""EDTF dates as the records use them: ISO 8601-2 levels 0 and 1, with minutes where an article prints them.

Source: https://www.loc.gov/standards/datetime/ (levels 0 and 1). Read: `2025`, `2025-06`, `2025-06-02`,
`2025-06-03T07:23`, an interval `A/B` (`..` for an open end), and the qualifiers `?` `~` `%` behind a date.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?"
    r"(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<qualifier>[?~%])?"
)
_FORMS = "write 2025-06-02, 2025-06, 2025, 2025-05-24/2025-05-25 or 2025-07~"


@dataclass(frozen=True)
class Span:
    """The days a date can mean: from `first` to `last`, both included; `approximate` if the words hedge."""

    first: date
    last: date
    approximate: bool = False

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@lru_cache(maxsize=65536)
def parse(text: str) -> Span:
    """Return the days an EDTF string covers. Raises ValueError with the reason in plain words."""
    if "/" in text:
        return _interval(text)
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a date; {_FORMS}")
    if match["hour"] and (int(match["hour"]) > 23 or int(match["minute"]) > 59):
        raise ValueError(f"'{text}' has no such time of day")
    return _days(text, match)


_SLACK = timedelta(days=31)
"""How far from the truth a date may be that is marked approximate."""


def widest(text: str) -> Span:
    """Return the days that a date may mean at most: a month more on either side where it is approximate."""
    span = parse(text)
    if not span.approximate:
        return span
    first = max(span.first, date.min + _SLACK) - _SLACK
    last = min(span.last, date.max - _SLACK) + _SLACK
    return Span(first, last, approximate=True)


def _days(text: str, match: re.Match[str]) -> Span:
    year, month, day = int(match["year"]), match["month"], match["day"]
    try:
        first = date(year, int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(year, last_month, int(day or calendar.monthrange(year, last_month)[1]))
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar; write year-month-day, as in 2025-06-02") from None
    return Span(first, last, match["qualifier"] is not None)


def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise ValueError(f"'{text}' is not a date; {_FORMS}")
    if not start or not end or (start == ".." and end == ".."):
        raise ValueError(f"'{text}' needs a date on both sides of the '/'; write '..' for an open end")
    first = Span(date.min, date.min) if start == ".." else parse(start)
    last = Span(date.max, date.max) if end == ".." else parse(end)
    if last.last < first.first:
        raise ValueError(f"'{text}' ends before it begins")
    return Span(first.first, last.last, first.approximate or last.approximate)


def sort_key(text: str | None) -> tuple[date, date, str]:
    """Return what sorts dates by beginning, then by end; what has no date comes last."""
    if not text:
        return (date.max, date.max, "")
    span = parse(text)
    return (span.first, span.last, text)
