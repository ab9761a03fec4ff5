"""Scales: numbers and days to pixels, and the round values that an axis is marked with."""

import calendar
import math
from dataclasses import dataclass
from datetime import date, timedelta


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

    def marks(self) -> list[tuple[date, str]]:
        """Return the days to mark and their labels: days, months or years, at most about eight."""
        length = (self.last - self.first).days
        if length <= 45:
            step = max(1, math.ceil(length / 6))
            days = [self.first + timedelta(days=n) for n in range(0, length + 1, step)]
            return [(day, f"{day.day} {calendar.month_abbr[day.month]}") for day in days]
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months / step <= 8)
        starts = [date(self.first.year + n // 12, n % 12 + 1, 1) for n in range(0, months + 13, 1)]
        starts = [
            day for day in starts if self.first <= day <= self.last and ((day.year * 12 + day.month - 1) % step == 0)
        ]
        return [
            (day, str(day.year) if step >= 12 else f"{calendar.month_abbr[day.month]} {day.year}") for day in starts
        ]
