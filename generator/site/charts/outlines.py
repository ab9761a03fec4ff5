"""Land and borders of a window of the world, from Natural Earth at 1:50 million.

countries-50m.json is world-atlas 2.0.2's, unchanged: Natural Earth (public domain) as TopoJSON, which the package's
author, Mike Bostock, releases under the ISC licence. Format: https://github.com/topojson/topojson-specification
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from generator.site.kept import beside_source

SOURCE = Path(__file__).with_name("countries-50m.json")
Point = tuple[float, float]
_Line = tuple[list[int], list[int]]
_Transform = tuple[tuple[float, float], tuple[float, float]]


class Window(NamedTuple):
    """The part of the world shown, in degrees: longitudes west to east, latitudes south to north."""

    west: float
    south: float
    east: float
    north: float


@dataclass(eq=False)
class _Outline:
    """A line, and the least window that it fits in; where its points are depends on how the line was come by."""

    box: Window
    find: Callable[[], list[Point]]

    @cached_property
    def points(self) -> list[Point]:
        return self.find()

    def shows(self, window: Window, least: Point) -> bool:
        """Tell whether it may be seen in window, where nothing is that is no wider nor higher than least."""
        west, south, east, north = self.box
        large = east - west > least[0] or north - south > least[1]
        return large and west <= window[2] and east >= window[0] and south <= window[3] and north >= window[1]


class _Arcs:
    """The lines that all others are put together from, in whole steps of the file's grid until one is asked for."""

    def __init__(self, transform: _Transform, lines: list[_Line]) -> None:
        (self._kx, self._ky), (self._dx, self._dy) = transform
        self._lines = lines
        self._boxes = [(min(xs), min(ys), max(xs), max(ys)) for xs, ys in lines]

    def __len__(self) -> int:
        return len(self._lines)

    def points(self, indexes: Iterable[int]) -> list[Point]:
        """Return the arcs of these indexes as one line in degrees; ~index is the arc turned round."""
        points: list[Point] = []
        for index in indexes:
            xs, ys = self._lines[max(index, ~index)]
            arc = [(x * self._kx + self._dx, y * self._ky + self._dy) for x, y in zip(xs, ys, strict=True)]
            if index < 0:
                arc.reverse()
            points += arc[1:] if points else arc
        return points

    def outlines(self, indexes: Sequence[int]) -> list[_Outline]:
        """Return the line of these arcs; where it jumps at the 180th meridian, the lines it is on both sides."""
        boxes = [self._boxes[max(index, ~index)] for index in indexes]
        west, south, east, north = boxes[0]
        for other in boxes[1:]:
            west, south, east, north = (*map(min, (west, south), other), *map(max, (east, north), other[2:]))
        kx, ky, dx, dy = self._kx, self._ky, self._dx, self._dy
        box = Window(west * kx + dx, south * ky + dy, east * kx + dx, north * ky + dy)
        if box.east - box.west <= 180:
            return [_Outline(box, lambda: self.points(indexes))]
        return [_outline(points) for points in _turns(self.points(indexes))]


def _outline(points: list[Point]) -> _Outline:
    xs, ys = zip(*points, strict=True)
    return _Outline(Window(min(xs), min(ys), max(xs), max(ys)), lambda: points)


@lru_cache(maxsize=1)
def _world() -> tuple[list[_Outline], list[_Outline]]:
    """Return (rings of land, lines of borders and coasts) in degrees."""
    transform, steps, rings = beside_source(SOURCE, _decoded)
    arcs = _Arcs(transform, steps)
    land, borders = ([o for indexes in lines for o in arcs.outlines(indexes)] for lines in (rings, _single(arcs)))
    return land, borders


def _decoded() -> tuple[_Transform, list[_Line], list[list[int]]]:
    """Return how steps of the grid become degrees, each arc's places on the grid, and the arcs of each ring of land."""
    topology = json.loads(SOURCE.read_text(encoding="utf-8"))
    transform = topology["transform"]["scale"], topology["transform"]["translate"]
    deltas = (zip(*arc, strict=True) for arc in topology["arcs"])
    lines = [(list(accumulate(xs)), list(accumulate(ys))) for xs, ys in deltas]
    rings = [r for land in topology["objects"]["land"]["geometries"] for polygon in land["arcs"] for r in polygon]
    return transform, lines, rings


def _single(arcs: _Arcs) -> list[list[int]]:
    return [[index] for index in range(len(arcs))]


def _turns(points: list[Point]) -> list[list[Point]]:
    """Return points without a jump at the 180th meridian: as they go on beyond it, and the same a turn away."""
    jumps = [n for n, (a, b) in enumerate(pairwise(points), 1) if not -180 <= b[0] - a[0] <= 180]
    if not jumps:
        return [points]
    whole, shift = points[: jumps[0]], 0.0
    for start, end in pairwise([*jumps, len(points)]):
        shift += 360.0 if points[start][0] < points[start - 1][0] else -360.0
        whole += [(lon + shift, lat) for lon, lat in points[start:end]]
    xs = [lon for lon, _ in whole]
    copies = [0.0, *([-360.0] if max(xs) > 180 else []), *([360.0] if min(xs) < -180 else [])]
    return [[(lon + copy, lat) for lon, lat in whole] if copy else whole for copy in copies]


def land(window: Window, least: Point) -> list[list[Point]]:
    """Return the rings of land within window, cut at its edges; those wider or higher than least degrees."""
    return [cut for ring in _world()[0] if ring.shows(window, least) and len(cut := _cut(ring, window)) > 2]


def lines(window: Window, least: Point) -> list[list[Point]]:
    """Return the borders and coasts that come within window; those wider or higher than least degrees."""
    return [line.points for line in _world()[1] if line.shows(window, least)]


def _cut(ring: _Outline, window: Window) -> list[Point]:
    """Clip a ring to the window. Source: Sutherland and Hodgman, Reentrant Polygon Clipping, CACM 17 (1974)."""
    box, points = ring.box, ring.points
    edges = (
        (box.west < window.west, 0, window.west, 1),
        (box.east > window.east, 0, window.east, -1),
        (box.south < window.south, 1, window.south, 1),
        (box.north > window.north, 1, window.north, -1),
    )
    for crosses, axis, edge, sign in edges:
        if crosses:
            points = _cut_edge(points, axis, edge, sign)
    return points


def _cut_edge(ring: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    was_inside = (before[axis] - edge) * sign >= 0
    for here in ring:
        inside = (here[axis] - edge) * sign >= 0
        if inside != was_inside:
            kept.append(_crossing(before, here, axis, edge))
        if inside:
            kept.append(here)
        before, was_inside = here, inside
    return kept


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    share = (edge - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)
