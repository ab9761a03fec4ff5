"""Maps: where one event happened, and where all of them did. Equirectangular about the window's middle latitude."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from generator.site.charts import svg
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
LETTER, TALL = 7.6, 15.0
"""Pixels of a letter of a name, on the average across, and down."""
_Box = tuple[float, float, float, float]


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
    box = next((box for box in _around((x, y, 9), name) if _free(box, [], frame)), None)
    if box:
        svg.add(root, "text", "label", name, x=box[0], y=box[3] - 4)
    return svg.render(root)


def overview(ident: str, spots: Sequence[Spot], title: str, narrow: bool = False) -> str:
    """Return a map of all spots, its circles as large as their counts; names, up to a comma, where they have room."""
    frame = _frame(spots, 960, 540, 20.0)
    if narrow:
        tall = frame.window.east - frame.window.west < 90
        frame = _frame(spots, svg.NARROW, svg.NARROW if tall else svg.NARROW * 0.6, 20.0)
    text = "; ".join(f"{spot.whole or spot.label}: {spot.count}" for spot in spots) + "."
    root = svg.drawing(ident, frame.width, frame.height, title, text, "map", narrow)
    _ground(root, frame)
    ranked = sorted(spots, key=lambda spot: (spot.whole != "", -spot.count, spot.label))
    circles = [(*frame.at(spot.lon, spot.lat), 4 + 2 * math.sqrt(spot.count)) for spot in ranked]
    for spot, (x, y, radius) in zip(ranked, circles, strict=True):
        parent = svg.link(root, spot.href, f"{spot.whole or spot.label}: {spot.count}") if spot.href else root
        svg.add(parent, "circle", "spot whole" if spot.whole else "spot", cx=x, cy=y, r=radius)
    taken = [(x - radius, y - radius, x + radius, y + radius) for x, y, radius in circles]
    for spot, circle in zip(ranked, circles, strict=True):
        name = spot.label.partition(",")[0]
        box = next((box for box in _around(circle, name) if _free(box, taken, frame)), None)
        if box:
            taken.append(box)
            svg.add(root, "text", "label", name, x=box[0], y=box[3] - 4)
    return svg.render(root)


def _around(circle: tuple[float, float, float], name: str) -> Iterator[_Box]:
    """Yield where a name can stand about a circle, the best first. Source: Imhof, Positioning Names on Maps (1975)."""
    x, y, radius = circle
    wide, gap = LETTER * len(name), radius + 3
    near = 0.7 * gap
    for left, top in (
        (x + gap, y - TALL / 2),
        (x - gap - wide, y - TALL / 2),
        (x + near, y - near - TALL),
        (x + near, y + near),
        (x - near - wide, y - near - TALL),
        (x - near - wide, y + near),
        (x - wide / 2, y - gap - TALL),
        (x - wide / 2, y + gap),
    ):
        yield left, top, left + wide, top + TALL


def _free(box: _Box, taken: Sequence[_Box], frame: _Frame) -> bool:
    left, top, right, low = box
    inside = left >= 2 and top >= 2 and right <= frame.width - 2 and low <= frame.height - 2
    return inside and not any(left < b[2] and b[0] < right and top < b[3] and b[1] < low for b in taken)


def closest(spots: Sequence[Spot], reach: float = 12.0) -> list[Spot]:
    """Return the spots within reach degrees of the busiest one, if they are three or more but not all; else none."""
    if not spots:
        return []
    middle = max(spots, key=lambda spot: (spot.count, spot.label))
    near = [s for s in spots if abs(s.lat - middle.lat) <= reach and abs(s.lon - middle.lon) <= reach]
    return near if 3 <= len(near) < len(spots) else []


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
