"""Names about circles on a drawing: each by its own circle or led to it by a line, none over another or a circle."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

TALL = 15.0
"""Pixels of a name from top to bottom."""
WIDTHS = {**dict.fromkeys("ijl.,:;'’ ", 4.9), **dict.fromkeys("frtI-–()/", 6.6), **dict.fromkeys("mwMWШЩЮ", 13.4)}
CAPITAL, OTHER = 10.6, 9.0
"""Pixels across letters at 13 px in a bold face as wide as any that a reader's system may take."""
GAP, CLEAR = 3.0, 6.0
"""Pixels from a name to its own circle, and to any other at least, as it would be taken for that one's."""
LED = 40
"""Circles on a drawing at most where names are led by lines; among more, those without room are left out."""
_REACHES = (16.0, 26.0, 40.0, 58.0, 80.0)
_STEP = 3.0


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    low: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share more than an edge."""
        return self.left < other.right and other.left < self.right and self.top < other.low and other.top < self.low

    def apart(self, x: float, y: float) -> float:
        """Return how far a point is from the rectangle, 0 inside."""
        return math.hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.low))


class Circle(NamedTuple):
    """A circle in pixels."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True)
class Label:
    """Where a name stands: its box, the side at which it is held, and where its line begins, None without one."""

    box: Box
    anchor: str
    line: tuple[float, float, float, float] | None = None

    @property
    def x(self) -> float:
        """Return the pixel at which the name is held."""
        left, _, right, _ = self.box
        return {"start": left, "middle": (left + right) / 2, "end": right}[self.anchor]


def wide(name: str) -> float:
    """Return how many pixels wide a name is at most."""
    return sum(WIDTHS.get(char, CAPITAL if char.isupper() or char.isdigit() else OTHER) for char in name)


def place(
    circles: Sequence[Circle], names: Sequence[str], width: float, height: float, taken: Sequence[Box] = ()
) -> list[Label | None]:
    """Return where the names of circles stand on a drawing, the first ones first; None for "" and where is no room."""
    room = _Room(circles, Box(2, 2, width - 2, height - 2), list(taken))
    return [room.label(index, name) if name else None for index, name in enumerate(names)]


class _Room:
    """What of a drawing is taken: circles, names, and lines as a row of small boxes."""

    def __init__(self, circles: Sequence[Circle], edge: Box, taken: list[Box]) -> None:
        self.circles, self.edge, self.taken = circles, edge, taken

    def label(self, index: int, name: str) -> Label | None:
        own = self.circles[index]
        is_covered = self._is_covered(own)
        for box, anchor in () if is_covered else _around(own, wide(name)):
            if self._is_free(box) and all(_gap(box, one) >= CLEAR for one in self.circles if one is not own):
                return self._take(Label(box, anchor))
        for box, anchor, end in _far(own, wide(name)) if len(self.circles) <= LED else ():
            if self._is_free(box) and all(_gap(box, one) >= GAP for one in self.circles):
                way = list(_points((own.x, own.y), end))
                if self._is_open(way, own):
                    self.taken += [Box(x - 1, y - 1, x + 1, y + 1) for x, y in way]
                    start = (own.x, own.y) if is_covered else _edge(own, end)
                    return self._take(Label(box, anchor, (*start, *end)))
        return None

    def _is_covered(self, own: Circle) -> bool:
        """Tell whether a circle lies so much upon another that a name beside them could be either's."""
        others = (one for one in self.circles if one is not own)
        return any(math.hypot(own.x - one.x, own.y - one.y) <= max(own.radius, one.radius) for one in others)

    def _is_free(self, box: Box) -> bool:
        left, top, right, low = self.edge
        inside = box.left >= left and box.top >= top and box.right <= right and box.low <= low
        return inside and not any(box.meets(one) for one in self.taken)

    def _is_open(self, way: Sequence[tuple[float, float]], own: Circle) -> bool:
        """Tell whether a line from own's middle meets no name, no other line, and no circle that is not upon own."""
        others = [one for one in self.circles if math.hypot(own.x - one.x, own.y - one.y) > own.radius + one.radius]
        return not any(box.apart(x, y) < 1 for x, y in way[2:] for box in self.taken) and not any(
            math.hypot(x - one.x, y - one.y) < one.radius + 2 for x, y in way for one in others
        )

    def _take(self, label: Label) -> Label:
        self.taken.append(label.box)
        return label


def _edge(circle: Circle, end: tuple[float, float]) -> tuple[float, float]:
    """Return where a line from the circle's middle to end leaves it."""
    share = circle.radius / math.dist((circle.x, circle.y), end)
    return circle.x + share * (end[0] - circle.x), circle.y + share * (end[1] - circle.y)


def _gap(box: Box, circle: Circle) -> float:
    return box.apart(circle.x, circle.y) - circle.radius


def _around(circle: Circle, across: float) -> Iterator[tuple[Box, str]]:
    """Yield where a name can stand about a circle, the best first. Source: Imhof, Positioning Names on Maps (1975)."""
    x, y, radius = circle
    gap = radius + GAP
    near = 0.7 * gap
    for at, top, anchor in (
        (x + gap, y - TALL / 2, "start"),
        (x - gap, y - TALL / 2, "end"),
        (x + near, y - near - TALL, "start"),
        (x + near, y + near, "start"),
        (x - near, y - near - TALL, "end"),
        (x - near, y + near, "end"),
        (x, y - gap - TALL, "middle"),
        (x, y + gap, "middle"),
    ):
        yield _box(at, top, across, anchor), anchor


def _box(at: float, top: float, across: float, anchor: str) -> Box:
    left = at - {"start": 0.0, "middle": across / 2, "end": across}[anchor]
    return Box(left, top, left + across, top + TALL)


def _far(circle: Circle, across: float) -> Iterator[tuple[Box, str, tuple[float, float]]]:
    """Yield where a name can stand farther from its circle, the nearest first, and where its line then ends."""
    for reach in _REACHES:
        for step in range(16):
            turn = math.pi * (step if step % 2 else -step) / 16
            x = circle.x + (circle.radius + reach) * math.cos(turn)
            y = circle.y + (circle.radius + reach) * math.sin(turn)
            side = math.cos(turn)
            anchor = "start" if side > 0.3 else "end" if side < -0.3 else "middle"
            top = y - TALL / 2 if anchor != "middle" else y - TALL if math.sin(turn) < 0 else y
            at = x + (GAP if anchor == "start" else -GAP if anchor == "end" else 0)
            yield _box(at, top, across, anchor), anchor, (x, y)


def _points(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield points of a line, some pixels apart, the last one short of its end."""
    length = math.dist(start, end)
    for step in range(int(length / _STEP)):
        share = step * _STEP / length
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
