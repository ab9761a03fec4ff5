"""Maps: where one event happened, and where all of them did. Equirectangular about the window's middle latitude."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from generator.site.charts import labels, svg
from generator.site.charts.outlines import Point, Window, land, lines
from generator.site.text import Language

LOCATOR_SPAN = 24.0
"""Degrees of latitude a locator map shows: enough to recognise a coast or a neighbour."""
LOCATOR_STEPS = 6.0, 8.0
"""Degrees of latitude and longitude between the middles of locator maps: near places share the ground they are on."""

WORLD = Window(-180, -58, 180, 84)
"""All that people live on."""
APART = 1.5
"""Pixels that the points of an outline are apart at least: finer is not seen, and each costs a reader 5 bytes."""


@dataclass(frozen=True)
class Spot:
    """One place on a map: degrees, label, where it leads, how many events; whole: what is said of a country."""

    lat: float
    lon: float
    label: str
    href: str = ""
    count: int = 1
    whole: str = ""


@dataclass(frozen=True)
class _Frame:
    window: Window
    width: float
    height: float

    @property
    def scale(self) -> Point:
        """Pixels in a degree, across and down."""
        w = self.window
        return self.width / (w.east - w.west), self.height / (w.north - w.south)

    def at(self, lon: float, lat: float) -> Point:
        w = self.window
        return (lon - w.west) / (w.east - w.west) * self.width, (w.north - lat) / (w.north - w.south) * self.height

    def shows(self, spot: Spot) -> bool:
        w = self.window
        return w.west <= spot.lon <= w.east and w.south <= spot.lat <= w.north


def locator(ident: str, lat: float, lon: float, name: str, words: Language) -> str:
    """Return a small map with one place on it."""
    middle, centre = (round(value / step) * step for value, step in zip((lat, lon), LOCATOR_STEPS, strict=True))
    frame = _frame([Spot(middle, centre, name)], 320, 200, LOCATOR_SPAN)
    text = f"{name}: {_degrees(lat, 'N', 'S', words)}, {_degrees(lon, 'E', 'W', words)}."
    root = svg.drawing(ident, frame.width, frame.height, f"{words.say('map')}: {name}", text, "map")
    _ground(root, frame)
    x, y = frame.at(lon, lat)
    svg.add(root, "circle", "halo", cx=x, cy=y, r=11)
    svg.add(root, "circle", "spot", cx=x, cy=y, r=5)
    _names(root, [labels.Circle(x, y, 9)], [name], frame)
    return svg.render(root)


def overview(ident: str, spots: Sequence[Spot], title: str, closer: str = "", narrow: bool = False) -> str:
    """Return a map of all spots, its circles as large as their counts; names, up to a comma, where they have room.

    Of spots of which `closest` tells, closer names their own map: its frame is drawn here, their names are there.
    """
    frame = _fitting(spots, narrow)
    inset = _fitting(near, narrow) if closer and (near := closest(spots)) else None
    return _map(ident, spots, title, frame, narrow, inset, closer)


def close_up(ident: str, spots: Sequence[Spot], title: str, narrow: bool = False) -> str:
    """Return a map of where spots lie close together, with all that are in its window."""
    frame = _fitting(closest(spots), narrow)
    return _map(ident, [spot for spot in spots if frame.shows(spot)], title, frame, narrow)


def _map(
    ident: str,
    spots: Sequence[Spot],
    title: str,
    frame: _Frame,
    narrow: bool,
    inset: _Frame | None = None,
    closer: str = "",
) -> str:
    text = "; ".join(f"{spot.whole or spot.label}: {spot.count}" for spot in spots) + "."
    root = svg.drawing(ident, frame.width, frame.height, title, text, "map", narrow)
    _ground(root, frame)
    ranked = sorted(spots, key=lambda spot: (spot.whole != "", -spot.count, spot.label))
    circles = [labels.Circle(*frame.at(spot.lon, spot.lat), 4 + 2 * math.sqrt(spot.count)) for spot in ranked]
    for spot, (x, y, radius) in zip(ranked, circles, strict=True):
        parent = svg.link(root, spot.href, f"{spot.whole or spot.label}: {spot.count}") if spot.href else root
        svg.add(parent, "circle", "spot whole" if spot.whole else "spot", cx=x, cy=y, r=radius)
    taken = _inset(root, frame, inset, closer) if inset else []
    names = ["" if inset and inset.shows(spot) else spot.label.partition(",")[0] for spot in ranked]
    _names(root, circles, names, frame, taken)
    return svg.render(root)


def _names(
    root: Element,
    circles: Sequence[labels.Circle],
    names: Sequence[str],
    frame: _Frame,
    taken: Sequence[labels.Box] = (),
) -> None:
    placed = labels.place(circles, names, frame.width, frame.height, taken)
    for name, label in zip(names, placed, strict=True):
        if label and label.line:
            x1, y1, x2, y2 = label.line
            svg.add(root, "line", "lead", x1=x1, y1=y1, x2=x2, y2=y2)
        if label:
            anchor = {} if label.anchor == "start" else {"text_anchor": label.anchor}
            svg.add(root, "text", "label", name, x=label.x, y=label.box.low - 4, **anchor)


def _inset(root: Element, frame: _Frame, inset: _Frame, name: str) -> list[labels.Box]:
    """Draw the frame of a closer map with its name above or below it; return the room that both take."""
    west, south, east, north = inset.window
    (left, top), (right, low) = frame.at(west, north), frame.at(east, south)
    svg.add(root, "rect", "frame", x=left, y=top, width=right - left, height=low - top)
    y = top - labels.TALL - 2 if top > labels.TALL + 4 else low + 2
    x = max(2.0, min(left, frame.width - labels.wide(name) - 2))
    svg.add(root, "text", "label", name, x=x, y=y + labels.TALL - 4)
    return [labels.Box(left, top, right, low), labels.Box(x, y, x + labels.wide(name), y + labels.TALL)]


def closest(spots: Sequence[Spot], reach: float = 12.0) -> list[Spot]:
    """Return the spots within reach degrees of the busiest one, if they are three or more but not all; else none."""
    if not spots:
        return []
    middle = max(spots, key=lambda spot: (spot.count, spot.label))
    near = [s for s in spots if abs(s.lat - middle.lat) <= reach and abs(s.lon - middle.lon) <= reach]
    return near if 3 <= len(near) < len(spots) else []


def _fitting(spots: Sequence[Spot], narrow: bool) -> _Frame:
    """Return the window of a map of spots, as broad as a page or a phone."""
    frame = _frame(spots, 960, 540, 20.0)
    if not narrow:
        return frame
    tall = frame.window.east - frame.window.west < 90
    return _frame(spots, svg.NARROW, svg.NARROW if tall else svg.NARROW * 0.6, 20.0)


def _frame(spots: Sequence[Spot], width: float, height: float, least: float) -> _Frame:
    """Return the window that shows all spots with a margin, at least `least` degrees high."""
    south, north = min((s.lat for s in spots), default=0), max((s.lat for s in spots), default=0)
    west, east = min((s.lon for s in spots), default=0), max((s.lon for s in spots), default=0)
    middle, centre = (south + north) / 2, (west + east) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    tall = max((north - south) * 1.3, (east - west) * 1.3 * squeeze * height / width, least)
    wide = tall * width / height / squeeze
    if wide > 360:
        return _Frame(WORLD, width, width / 360 * (WORLD.north - WORLD.south))
    return _Frame(Window(centre - wide / 2, middle - tall / 2, centre + wide / 2, middle + tall / 2), width, height)


def _ground(root: Element, frame: _Frame) -> None:
    ground, borders = _paths(frame)
    svg.add(root, "rect", "sea", width=frame.width, height=frame.height)
    svg.add(root, "path", "land", d=ground)
    svg.add(root, "path", "border", d=borders)


@lru_cache(maxsize=4096)
def _paths(frame: _Frame) -> tuple[str, str]:
    window, (across, down) = frame.window, frame.scale
    least = 1.99 * APART / across, 1.99 * APART / down  # a little less than what is _large
    rings, borders = land(window, least), lines(window, least)
    ground = "".join(_path(points) + "z" for ring in rings if _large(points := _pixels(frame, ring)))
    runs = (run for line in borders for run in _inside(frame, _pixels(frame, line)))
    return ground, "".join(_path(run) for run in runs if _large(run))


def _pixels(frame: _Frame, points: Sequence[Point]) -> list[Point]:
    """Return points in pixels, without those less than APART from the one before; the last one stays."""
    (west, _, _, north), (across, down), apart = frame.window, frame.scale, APART * APART
    left, top = (points[0][0] - west) * across, (north - points[0][1]) * down
    kept = [(left, top)]
    for lon, lat in points:
        x, y = (lon - west) * across, (north - lat) * down
        if (x - left) * (x - left) + (y - top) * (y - top) >= apart:
            kept.append((x, y))
            left, top = x, y
    return [*kept, (x, y)]


def _inside(frame: _Frame, points: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield the runs of points on the map, each with one point beyond the edge at either end."""
    width, height = frame.width, frame.height
    shown = [0 <= x <= width and 0 <= y <= height for x, y in points]
    if all(shown):
        yield list(points)
        return
    run: list[Point] = []
    for before, here, was, is_ in zip(points, points[1:], shown, shown[1:], strict=False):
        if was or is_:
            run = run or [before]
            run.append(here)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _large(points: Sequence[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys)) > 2 * APART


def _path(points: Sequence[Point]) -> str:
    """Return points as path data: the first in whole pixels, then the steps between them."""
    left, top = round(points[0][0]), round(points[0][1])
    steps = []
    data = f"M{left} {top}l"
    for point in points[1:]:
        x, y = round(point[0]), round(point[1])
        if x != left or y != top:
            steps.append(f"{x - left} {y - top}")
            left, top = x, y
    return data + " ".join(steps)


def _degrees(value: float, plus: str, minus: str, words: Language) -> str:
    return f"{words.number(round(abs(value), 1))}° {plus if value >= 0 else minus}"
