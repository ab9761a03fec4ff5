"""Scales: numbers and days to pixels, the round values that an axis is marked with, and days in bins."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from generator.site.text import Language

UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652}
"""What days are put together by where a day each would be too narrow, and how many days that are, about."""
LABEL, YEAR = 62, 36
"""Pixels from the label of a day or month, or of a year, to the next at least."""


def ticks(top: float, count: int = 4, least: float = 0) -> list[float]:
    """Return round values from 0 to at least top, about count of them, at least `least` apart.

    Steps of 1, 2 and 5 times a power of ten. Source: Heckbert, Nice Numbers for Graph Labels, Graphics Gems (1990).
    """
    if top <= 0:
        return [0.0, 1.0]
    rough = max(top / count, least)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in (1, 2, 5, 10) if nice * power >= rough)
    return [index * step for index in range(math.ceil(top / step - 1e-9) + 1)]


@dataclass(frozen=True)
class Days:
    """Days on a horizontal line from pixel left to pixel right."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return a day's pixel; days outside are held at the ends."""
        length = max((self.last - self.first).days, 1)
        share = (min(max(day, self.first), self.last) - self.first).days / length
        return self.left + share * (self.right - self.left)

    def marks(self, words: Language) -> list[tuple[date, str]]:
        """Return the days to mark and their labels: days, months or years, at most about eight, all with room."""
        length, width = (self.last - self.first).days, self.right - self.left
        most = max(2, min(8, width // LABEL))
        if length <= 45:
            step = max(1, math.ceil(length / min(6, most)))
            days = [self.first + timedelta(days=n) for n in range(0, length + 1, step)]
            return [(day, words.tick(day, "day")) for day in days]
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        fits = (step for step in (1, 2, 3, 6) if months / step <= most)
        years = (step for step in (12, 24, 60, 120) if months / step <= max(2, min(8, width // YEAR)))
        step = next(chain(fits, years, [1200]))
        starts = [date(self.first.year + n // 12, n % 12 + 1, 1) for n in range(0, months + 13, 1)]
        kept = [d for d in starts if self.first <= d <= self.last and ((d.year * 12 + d.month - 1) % step == 0)]
        return [(day, words.tick(day, "year" if step >= 12 else "month")) for day in kept]

    def unit(self, least: float) -> str:
        """Return the smallest unit of which one is at least `least` pixels wide."""
        return next((unit for unit in UNITS if self.wide(unit) >= least), "decade")

    def wide(self, unit: str) -> float:
        """Return how many pixels wide a unit is, about."""
        return UNITS[unit] * (self.right - self.left) / max((self.last - self.first).days, 1)


def start_of(day: date, unit: str) -> date:
    """Return the first day of the day's week (from Monday), month, quarter, year or decade, or the day itself."""
    if unit == "day":
        return day
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return date(day.year, day.month - (day.month - 1) % 3, 1)
    return date(day.year if unit == "year" else max(1, day.year - day.year % 10), 1, 1)


def end_of(start: date, unit: str) -> date:
    """Return the last day of the unit that begins on start."""
    if unit in ("day", "week"):
        return date.fromordinal(min(start.toordinal() + (6 if unit == "week" else 0), date.max.toordinal()))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    after = start.year * 12 + start.month - 1 + months
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1) if after // 12 <= date.max.year else date.max
