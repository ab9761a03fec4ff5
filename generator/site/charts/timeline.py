"""Timelines: a position's statements by stance, and events by day. What would overlap is put together and counted."""

import math
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.site.charts import marks, svg
from generator.site.charts.scale import Days, end_of, start_of
from generator.site.text import Language

WIDTH, MARGIN = 720.0, 24.0
ROW, LINE = 34.0, 16.0
HALF = 26.0
"""Pixels of half a label of the axis."""
LETTER = 6.0
"""Pixels of a letter, on the average; those of a row's name and of a note are kept a fifth wider."""
APART = 17.0
"""Pixels that dots of one row are apart at least; where they would be closer, they are counted."""
CELL = 12.0
"""Pixels of one event's mark."""
TALLEST = 12
"""Marks on one another at most, and MOST of them on one drawing; with more, bars are drawn."""
MOST = 160
FEW = 40
"""Dots of which each stands on its own day; with more, where they are close, they are counted by weeks or longer."""


@dataclass(frozen=True)
class Dot:
    """One thing on a timeline: its day, the row it stands in, its text, where it leads; moved: marked as a change."""

    day: date
    row: str
    text: str
    href: str = ""
    moved: bool = False
    mark: str = ""


def by_row(
    ident: str, title: str, rows: Sequence[str], dots: Sequence[Dot], words: Language, narrow: bool = False
) -> str:
    """Return dots, in order of time, on one line a row; those too close to tell apart as circles with their number."""
    days = _days([dot.day for dot in dots], _beside([*rows, words.say("moved")]) + 24, narrow)
    if _crowded(dots, days):
        return _counted(ident, title, rows, dots, days, words, narrow)
    note = _note(words.say("ring_means"), days) if any(dot.moved for dot in dots) else []
    height = ROW * len(rows) + 40 + LINE * len(note)
    text = "; ".join(f"{words.when(str(dot.day))}: {dot.text}{_moved(dot, words)}" for dot in dots) + "."
    root = svg.drawing(ident, days.right + MARGIN, height, title, text, "timeline", narrow)
    _axis(root, days, height - LINE * len(note), words)
    _write(root, note, height)
    places = _rows(root, rows, days)
    for before, after in pairwise(dots):
        way = svg.add(root, "line", "way moved" if after.moved else "way", x1=days.x(before.day), y1=places[before.row])
        way.set("x2", svg.number(days.x(after.day)))
        way.set("y2", svg.number(places[after.row]))
    for dot in dots:
        _dot(root, days.x(dot.day), places[dot.row], dot)
    return svg.render(root)


def _moved(dot: Dot, words: Language) -> str:
    return f" ({words.say('moved')})" if dot.moved else ""


def _crowded(dots: Sequence[Dot], days: Days) -> bool:
    by_place: dict[str, list[float]] = defaultdict(list)
    for dot in dots:
        by_place[dot.row].append(days.x(dot.day))
    return any(b - a < APART for xs in by_place.values() for a, b in pairwise(sorted(xs)))


def _beside(rows: Sequence[str]) -> float:
    """Return the room for the names of rows, in px."""
    return 1.2 * LETTER * max(map(len, rows), default=0) + 8


def _rows(root: Element, rows: Sequence[str], days: Days) -> dict[str, float]:
    places = {row: ROW * (index + 0.5) + 6 for index, row in enumerate(rows)}
    left = days.left - 16
    for row, y in places.items():
        svg.add(root, "line", "rule", x1=left, x2=days.right + MARGIN, y1=y, y2=y)
        svg.add(root, "text", "row", row, x=left - 8, y=y + 4, text_anchor="end")
    return places


def _note(said: str, days: Days) -> list[str]:
    """Return what a reader must know of a drawing, in lines as long as it is wide."""
    return textwrap.wrap(said, int((days.right + MARGIN) / LETTER / 1.2))


def _write(root: Element, lines: Sequence[str], height: float) -> None:
    for place, line in enumerate(reversed(lines)):
        svg.add(root, "text", "when note", line, x=0, y=height - 4 - LINE * place)


def _counted(
    ident: str, title: str, rows: Sequence[str], dots: Sequence[Dot], days: Days, words: Language, narrow: bool
) -> str:
    """Return a circle for each row and stretch of time, its area and number as many as there are; moves below."""
    moves, unit = words.say("moved"), "" if len(dots) <= FEW else days.unit(APART)
    lines = [*rows, *([moves] if any(dot.moved for dot in dots) else [])]
    by_line = {row: [dot for dot in dots if row == dot.row or (row == moves and dot.moved)] for row in lines}
    bins = {
        (row, first, last): found
        for row in lines
        for first, last, found in (_stretches(by_line[row], unit) if unit else _clusters(by_line[row], days))
    }
    note, most = (
        _note(words.say(f"put_together_{unit or 'near'}"), days),
        max(4, *(len(found) for found in bins.values())),
    )
    height, largest = ROW * len(lines) + 44 + LINE * len(note), min(12, days.wide(unit) / 2) if unit else 12
    labels = {place: f"{_from_to(*place[1:], unit, words)}, {place[0]}: {len(bins[place])}" for place in bins}
    text = "; ".join(labels[place] for place in sorted(labels, key=lambda place: (place[1], place[0]))) + "."
    root = svg.drawing(ident, days.right + MARGIN, height, title, text, "timeline", narrow)
    _axis(root, days, height - LINE * len(note) - 4, words)
    _write(root, note, height)
    places = _rows(root, lines, days)
    for (row, first, last), found in bins.items():
        x = (days.x(first) + days.x(last)) / 2
        label = found[0].text if len(found) == 1 else labels[row, first, last]
        parent = svg.link(root, found[-1].href, label) if found[-1].href else root
        kind = "dot moved" if row == moves else "dot"
        svg.add(parent, "circle", kind, cx=x, cy=places[row], r=4 + (largest - 4) * math.sqrt(len(found) / most))
        if len(found) > 1:
            svg.add(parent, "text", "count", str(len(found)), x=x, y=places[row] + 4, text_anchor="middle")
    return svg.render(root)


def _stretches(dots: Sequence[Dot], unit: str) -> list[tuple[date, date, list[Dot]]]:
    """Return dots by their week, month or longer unit: its first and last day, and what is in it."""
    bins: dict[date, list[Dot]] = defaultdict(list)
    for dot in dots:
        bins[start_of(dot.day, unit)].append(dot)
    return [(start, end_of(start, unit), found) for start, found in bins.items()]


def _clusters(dots: Sequence[Dot], days: Days) -> list[tuple[date, date, list[Dot]]]:
    """Return dots each on its day; those that would cover one another together, from their first day to their last."""
    found: list[list[Dot]] = []
    for dot in sorted(dots, key=lambda dot: dot.day):
        if found and days.x(dot.day) - days.x(found[-1][0].day) < APART:
            found[-1].append(dot)
        else:
            found.append([dot])
    return [(group[0].day, group[-1].day, group) for group in found]


def _from_to(first: date, last: date, unit: str, words: Language) -> str:
    if unit:
        return _span(first, unit, words)
    return words.when(str(first) if first == last else f"{first}/{last}")


def _span(start: date, unit: str, words: Language) -> str:
    if unit == "day":
        return words.when(str(start))
    if unit in ("month", "year"):
        return words.when(str(start)[: 7 if unit == "month" else 4])
    return words.when(f"{start}/{end_of(start, unit)}")


def by_day(ident: str, title: str, dots: Sequence[Dot], words: Language, narrow: bool = False, undrawn: int = 0) -> str:
    """Return dots, in order of time, as marks stacked upon their days, or their weeks or months where days are narrow.

    Where they are too many for that, bars count them, each leading to its first dot. undrawn: how many others have no
    day, which is said below.
    """
    days = _days([dot.day for dot in dots], 20, narrow)
    unit = days.unit(CELL)
    bins: dict[date, list[Dot]] = defaultdict(list)
    for dot in dots:
        bins[start_of(dot.day, unit)].append(dot)
    wide = {start: max(CELL, days.x(end_of(start, unit)) - days.x(start)) for start in bins}
    across = {start: max(1, int(wide[start] // CELL)) if unit != "day" else 1 for start in bins}
    tallest = max((math.ceil(len(found) / across[start]) for start, found in bins.items()), default=1)
    if tallest > TALLEST or len(dots) > MOST:
        return _bars(ident, title, dots, days, words, narrow, undrawn)
    height = CELL * tallest + 52
    root = _stacks(ident, title, bins, unit, height, days, words, narrow, undrawn)
    for start, found in bins.items():
        left = (days.x(start) + days.x(end_of(start, unit)) - CELL * min(len(found), across[start])) / 2
        for place, dot in enumerate(found):
            row, column = divmod(place, across[start])
            parent = svg.link(root, dot.href, dot.text) if dot.href else root
            _shape(parent, left + CELL * (column + 0.5), height - 32 - CELL * (row + 0.5), dot.mark, CELL - 2)
    return svg.render(root)


def _stacks(
    ident: str,
    title: str,
    bins: dict[date, list[Dot]],
    unit: str,
    height: float,
    days: Days,
    words: Language,
    narrow: bool,
    undrawn: int,
) -> Element:
    """Return a drawing with an axis on which what is in bins can be drawn, and below it how much is not."""
    note = _note(words.say("undrawn", count=undrawn), days) if undrawn else []
    text = " ".join(["; ".join(f"{_span(day, unit, words)}: {len(bins[day])}" for day in bins) + ".", *note])
    whole = height + LINE * len(note)
    root = svg.drawing(ident, days.right + MARGIN, whole, title, text, "timeline", narrow)
    _axis(root, days, height, words)
    _write(root, note, whole)
    return root


def _bars(ident: str, title: str, dots: Sequence[Dot], days: Days, words: Language, narrow: bool, undrawn: int) -> str:
    unit = days.unit(10)
    bins: dict[date, list[Dot]] = defaultdict(list)
    for dot in dots:
        bins[start_of(dot.day, unit)].append(dot)
    height, most = 200.0, max(len(found) for found in bins.values())
    root = _stacks(ident, title, bins, unit, height, days, words, narrow, undrawn)
    for start, found in bins.items():
        left, right = days.x(start), days.x(end_of(start, unit))
        tall = max(2.0, (height - 60) * len(found) / most)
        parent = (
            svg.link(root, found[-1].href, f"{_span(start, unit, words)}: {len(found)}") if found[-1].href else root
        )
        x, width = min(left, days.right - 6), max(6.0, right - left - 1)
        svg.add(parent, "rect", "bar", x=x, y=height - 26 - tall, width=width, height=tall)
        if width >= 14 or len(found) == most:
            svg.add(
                parent, "text", "when", str(len(found)), x=x + width / 2, y=height - 31 - tall, text_anchor="middle"
            )
    return svg.render(root)


def _days(days: Sequence[date], left: float, narrow: bool = False) -> Days:
    first, last = min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 1, 1))
    if first == last:
        first, last = first - timedelta(days=1), last + timedelta(days=1)
    return Days(first, last, left, (svg.NARROW if narrow else WIDTH) - MARGIN)


def _axis(root: Element, days: Days, height: float, words: Language) -> None:
    y = height - 24
    svg.add(root, "line", "axis", x1=days.left - 12, x2=days.right + 12, y1=y, y2=y)
    for day, label in days.marks(words):
        x = days.x(day)
        svg.add(root, "line", "tick", x1=x, x2=x, y1=y, y2=y + 5)
        anchor = "start" if x < HALF else "end" if x > days.right + MARGIN - HALF else "middle"
        svg.add(root, "text", "when", label, x=x, y=y + 19, text_anchor=anchor)


def _dot(root: Element, x: float, y: float, dot: Dot) -> None:
    parent = svg.link(root, dot.href, dot.text) if dot.href else root
    if dot.moved:
        svg.add(parent, "circle", "halo", cx=x, cy=y, r=11)
    svg.add(parent, "circle", "dot moved" if dot.moved else "dot", cx=x, cy=y, r=9 if dot.mark else 6)
    if dot.mark:
        _shape(parent, x, y, dot.mark, 9, "mark")


def _shape(parent: Element, x: float, y: float, mark: str, size: float, kind: str = "shape") -> None:
    """Add a mark about (x, y), size px wide: its shape, or the letter that it is, or a disc where there is none."""
    drawn = marks.SHAPES.get(mark or "●")
    if drawn is None:
        svg.add(parent, "text", kind, mark, x=x, y=y + 4, text_anchor="middle")
        return
    scale = size / marks.SIZE
    place = f"translate({svg.number(x - size / 2)} {svg.number(y - size / 2)}) scale({scale:.3g})"
    svg.add(parent, "path", kind, d=drawn, transform=place)
