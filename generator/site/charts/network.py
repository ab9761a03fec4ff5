"""Networks: one actor, and those it meets and speaks to: around it clockwise, or for phones beside it, downward."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.charts import svg
from generator.site.text import Language, shortened

WIDTH, HEIGHT = 720.0, 460.0
MOST = 16
"""Neighbours drawn; the list beside the drawing has them all."""
DOWN = 30.0
"""Pixels from one neighbour to the next, where they stand under one another."""
LETTERS = 26
"""Letters of a name that a narrow drawing has room for."""


@dataclass(frozen=True)
class Neighbour:
    """One actor and how often it is met (meetings) or spoken to (mentions)."""

    name: str
    href: str
    meetings: int
    mentions: int


def around(ident: str, name: str, neighbours: Sequence[Neighbour], words: Language, narrow: bool = False) -> str:
    """Return the drawing; a full line is meetings, a dashed one is words only, its width how often."""
    shown = sorted(neighbours, key=lambda n: (-n.meetings - n.mentions, n.name))[:MOST]
    met, spoken = words.say("shared_events"), words.say("spoken_to")
    text = "; ".join(f"{n.name}: {met} {n.meetings}, {spoken} {n.mentions}" for n in shown) + "."
    width, height = (svg.NARROW, DOWN * len(shown) + 10) if narrow else (WIDTH, HEIGHT)
    root = svg.drawing(ident, width, height, f"{name}: {words.say('met')}", text, "network", narrow)
    cx, cy = (14, height / 2) if narrow else (WIDTH / 2, HEIGHT / 2)
    spots = _beside(len(shown)) if narrow else _circle(len(shown))
    for (x, y), n in zip(spots, shown, strict=True):
        thick = 1 + math.log2(1 + n.meetings + n.mentions)
        svg.add(root, "line", "tie" if n.meetings else "tie words", x1=cx, y1=cy, x2=x, y2=y, stroke_width=thick)
    for (x, y), n in zip(spots, shown, strict=True):
        parent = svg.link(root, n.href, n.name)
        svg.add(parent, "circle", "node", cx=x, cy=y, r=7)
        label = shortened(n.name, LETTERS) if narrow else n.name
        side = (x > cx + 5) - (x < cx - 5)
        anchor = {1: "start", 0: "middle", -1: "end"}[side]
        down = 4 if side else (-12 if y < cy else 22)
        svg.add(parent, "text", "label", label, x=x + 12 * side, y=y + down, text_anchor=anchor)
    svg.add(root, "circle", "node self", cx=cx, cy=cy, r=12)
    if not narrow:
        svg.add(root, "text", "label self", name, x=cx, y=cy + 30, text_anchor="middle")
    return svg.render(root)


def _circle(count: int) -> list[tuple[float, float]]:
    angles = [2 * math.pi * index / max(count, 1) - math.pi / 2 for index in range(count)]
    return [(WIDTH / 2 + 190 * math.cos(angle), HEIGHT / 2 + 175 * math.sin(angle)) for angle in angles]


def _beside(count: int) -> list[tuple[float, float]]:
    return [(svg.NARROW / 3, DOWN * (index + 0.5) + 5) for index in range(count)]
