"""Land and borders of a window of the world, from Natural Earth at 1:50 million.

countries-50m.json is world-atlas 2.0.2's, unchanged: Natural Earth (public domain) as TopoJSON, which the package's
author, Mike Bostock, releases under the ISC licence. Format: https://github.com/topojson/topojson-specification
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise

Point = tuple[float, float]


@dataclass(frozen=True)
class Window:
    """The part of the world shown, in degrees: longitudes west to east, latitudes south to north."""

    west: float
    south: float
    east: float
    north: float


@lru_cache(maxsize=1)
def _world() -> tuple[list[list[Point]], list[list[Point]]]:
    """Return (rings of land, lines of borders and coasts) in degrees."""
    topology = json.loads(files(__package__).joinpath("countries-50m.json").read_text(encoding="utf-8"))
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        [(x * kx + dx, y * ky + dy) for x, y in accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])]
        for arc in topology["arcs"]
    ]
    polygons = (polygon for geometry in topology["objects"]["land"]["geometries"] for polygon in geometry["arcs"])
    rings = (_ring(ring, arcs) for polygon in polygons for ring in polygon)
    return [turn for ring in rings for turn in _turns(ring)], [turn for arc in arcs for turn in _turns(arc)]


def _ring(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _turns(points: list[Point]) -> list[list[Point]]:
    """Return points without a jump at the 180th meridian: as they go on beyond it, and the same a turn away."""
    whole, shift = [points[0]], 0.0
    for (before, _), (lon, lat) in pairwise(points):
        shift += 360.0 * ((lon - before < -180) - (lon - before > 180))
        whole.append((lon + shift, lat))
    xs = [lon for lon, _ in whole]
    copies = [0.0, *([-360.0] if max(xs) > 180 else []), *([360.0] if min(xs) < -180 else [])]
    return [[(lon + copy, lat) for lon, lat in whole] for copy in copies]


def land(window: Window) -> list[list[Point]]:
    """Return the rings of land within window, cut at its edges."""
    return [cut for ring in _world()[0] if _touches(ring, window) and len(cut := _cut(ring, window)) > 2]


def lines(window: Window) -> list[list[Point]]:
    """Return the borders and coasts that come within window."""
    return [line for line in _world()[1] if _touches(line, window)]


def _touches(points: list[Point], window: Window) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) <= window.east and max(xs) >= window.west and min(ys) <= window.north and max(ys) >= window.south


def _cut(ring: list[Point], window: Window) -> list[Point]:
    """Clip a ring to the window. Source: Sutherland and Hodgman, Reentrant Polygon Clipping, CACM 17 (1974)."""
    for axis, edge, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        ring = _cut_edge(ring, axis, edge, sign)
    return ring


def _cut_edge(ring: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for index, here in enumerate(ring):
        before = ring[index - 1]
        inside, was_inside = (here[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
        if inside != was_inside:
            kept.append(_crossing(before, here, axis, edge))
        if inside:
            kept.append(here)
    return kept


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    share = (edge - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)
