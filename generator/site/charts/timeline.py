"""Timelines: a position's statements by stance, and events by day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.site.charts import svg
from generator.site.charts.scale import Days

WIDTH = 720.0
ROW = 34.0
LEFT = 96.0


@dataclass(frozen=True)
class Dot:
    """One thing on a timeline: its day, the row it stands in, its text, where it leads; moved: marked as a change."""

    day: date
    row: str
    text: str
    href: str = ""
    moved: bool = False
    mark: str = ""


def by_row(ident: str, title: str, rows: Sequence[str], dots: Sequence[Dot]) -> str:
    """Return dots on one line a row, from the first day to the last, joined in the order of time."""
    height = ROW * len(rows) + 40
    text = "; ".join(f"{dot.day}: {dot.text}{' (moved)' if dot.moved else ''}" for dot in dots) + "."
    root = svg.drawing(ident, WIDTH, height, title, text, "timeline")
    days = _days([dot.day for dot in dots], LEFT + 16)
    _axis(root, days, height)
    places = {row: ROW * (index + 0.5) + 6 for index, row in enumerate(rows)}
    for row, y in places.items():
        svg.add(root, "line", "rule", x1=LEFT, x2=WIDTH, y1=y, y2=y)
        svg.add(root, "text", "row", row, x=LEFT - 8, y=y + 4, text_anchor="end")
    for before, after in pairwise(dots):
        way = svg.add(root, "line", "way moved" if after.moved else "way", x1=days.x(before.day), y1=places[before.row])
        way.set("x2", svg.number(days.x(after.day)))
        way.set("y2", svg.number(places[after.row]))
    for dot in dots:
        _dot(root, days.x(dot.day), places[dot.row], dot)
    return svg.render(root)


def by_day(ident: str, title: str, dots: Sequence[Dot], limit: int = 12) -> str:
    """Return dots stacked upon their days, at most limit on one day; a number tells how many more there are."""
    counts = Counter(dot.day for dot in dots)
    tallest = min(max(counts.values(), default=1), limit)
    height = 24.0 * tallest + 64
    text = "; ".join(f"{day}: {count}" for day, count in sorted(counts.items())) + "."
    root = svg.drawing(ident, WIDTH, height, title, text, "timeline")
    days = _days([dot.day for dot in dots], 20)
    _axis(root, days, height)
    seen: Counter[date] = Counter()
    for dot in dots:
        seen[dot.day] += 1
        if seen[dot.day] <= limit:
            _dot(root, days.x(dot.day), height - 32 - 22.0 * seen[dot.day], dot)
    for day, count in sorted(counts.items()):
        if count > limit:
            x = days.x(day)
            svg.add(root, "text", "more", f"+{count - limit}", x=x, y=height - 36 - 22.0 * limit, text_anchor="middle")
    return svg.render(root)


def _days(days: Sequence[date], left: float) -> Days:
    first, last = min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 1, 1))
    if first == last:
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return Days(first, last, left, WIDTH - 24)


def _axis(root: Element, days: Days, height: float) -> None:
    y = height - 24
    svg.add(root, "line", "axis", x1=days.left - 12, x2=days.right + 12, y1=y, y2=y)
    for day, label in days.marks():
        x = days.x(day)
        svg.add(root, "line", "tick", x1=x, x2=x, y1=y, y2=y + 5)
        svg.add(root, "text", "when", label, x=x, y=y + 19, text_anchor="middle")


def _dot(root: Element, x: float, y: float, dot: Dot) -> None:
    parent = svg.link(root, dot.href, dot.text) if dot.href else root
    if dot.moved:
        svg.add(parent, "circle", "halo", cx=x, cy=y, r=11)
    svg.add(parent, "circle", "dot moved" if dot.moved else "dot", cx=x, cy=y, r=9 if dot.mark else 6)
    if dot.mark:
        svg.add(parent, "text", "mark", dot.mark, x=x, y=y + 4, text_anchor="middle")
