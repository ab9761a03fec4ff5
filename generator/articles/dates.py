"""Dates as pages print them, in many languages, to ISO 8601."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.vocabulary import load

_WORD = r"[^\W\d_]+[.׳॰]?(?: [^\W\d_]{3,})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ste|de|[.ºª])?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_ORDERS = (
    re.compile(
        rf"(?<!\d){_DAY}[\s/-]{{1,3}}(?:de |of )?(?P<month>[^\W\d_]+)[.,]?"
        rf"(?:[\s,/-]{{1,3}}(?:de |del )?{_YEAR}(?!\d))?"
    ),
    re.compile(rf"(?P<month>[^\W\d_]{{3,}})\.?[\s/-]{{1,2}}{_DAY}(?![\d:])(?:[\s,/-]{{1,3}}{_YEAR}(?!\d))?"),
)
_ENGLISH = frozenset(
    ["jan", "feb", "mar", "apr", "may", "june", "july", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
"""Short names that stand for a month without a year; those of other languages are English words too."""
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})(?!\d)日?")
_NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d{2}|\d{2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:h]|\.(?=\d\d(?:\s*[ap]\.?m|\s*(?:uhr|ist|gmt|bst|utc)\b)))"
    r"(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)\s*(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<=\d{4})[ ,]{1,3}(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)(?![.\d])")
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])\s*(?P<half>[ap]\.?m\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Printed:
    """One date in a text; year 0 stands for none printed; start and end are where it stands, its time included."""

    year: int
    month: int
    day: int
    time: str
    start: int
    end: int

    def iso(self, year: int = 0) -> str:
        """Return the date with its time, if printed, as ISO 8601."""
        day = f"{self.year or year:04}-{self.month:02}-{self.day:02}"
        return f"{day}T{self.time}" if self.time else day

    def falls_on(self, weekday: int, year: int) -> bool:
        """Tell whether the day is that weekday (Monday 0) in that year."""
        return exists(year, self.month, self.day) and date(year, self.month, self.day).weekday() == weekday


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("months").items() for name in names}


def find(text: str, month_first: bool = False) -> list[Printed]:
    """Return the dates that stand in text (its first 2,000 characters), in order, overlaps resolved to the first."""
    text = text[:2000]
    if not _DIGIT.search(text):
        return []
    found = [
        (match.start(), match.end(), int(match["year"]), int(match["month"]), int(match["day"]))
        for match in _ISO.finditer(text)
    ]
    found += [(match.start(), match.end(), *_numeric(match, month_first)) for match in _NUMERIC.finditer(text)]
    for pattern in _ORDERS:
        for match in pattern.finditer(text):
            month = _months().get(match["month"].lower(), 0)
            if month and (match["year"] or len(match["month"]) > 4 or match["month"].lower() in _ENGLISH):
                found.append((match.start(), match.end(), int(match["year"] or 0), month, int(match["day"])))
    return _settle(text, sorted(found, key=lambda item: (item[0], -item[1])))


def _numeric(match: re.Match[str], month_first: bool) -> tuple[int, int, int]:
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 100 else 0
    if b > 12 or (month_first and a <= 12 and match["sep"] != "."):
        return year, a, b
    return year, b, a


def _settle(text: str, found: list[tuple[int, int, int, int, int]]) -> list[Printed]:
    result: list[Printed] = []
    for index, (start, end, year, month, day) in enumerate(found):
        if not exists(year, month, day) or (result and start < result[-1].end):
            continue
        limit = next((item[0] for item in found[index + 1 :] if item[0] >= end), end + 40)
        time, time_end = _time(text, end, min(limit, end + 40))
        result.append(Printed(year, month, day, time, start, max(end, time_end)))
    return result


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has that day; year 0 stands for any."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _time(text: str, start: int, end: int) -> tuple[str, int]:
    match = _DOTTED.match(text, start, end) or _TIME.search(text, start, end) or _HOUR.search(text, start, end)
    if not match:
        return "", start
    hour = int(match["hour"])
    minute = int(match.groupdict().get("minute") or 0)
    half = (match.groupdict().get("half") or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}", match.end()
