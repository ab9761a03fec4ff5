"""Networks: one actor in the middle, those it meets and speaks about around it, most often first, clockwise."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.charts import svg
from generator.site.text import Language

WIDTH, HEIGHT = 720.0, 460.0
MOST = 16
"""Neighbours drawn; the list beside the drawing has them all."""


@dataclass(frozen=True)
class Neighbour:
    """One actor and how often it is met (meetings) or spoken about or to (mentions)."""

    name: str
    href: str
    meetings: int
    mentions: int


def around(ident: str, name: str, neighbours: Sequence[Neighbour], words: Language) -> str:
    """Return the drawing; a full line is meetings, a dashed one is words only, its width how often."""
    shown = sorted(neighbours, key=lambda n: (-n.meetings - n.mentions, n.name))[:MOST]
    met, spoken = words.say("shared_events"), words.say("spoken_to")
    text = "; ".join(f"{n.name}: {met} {n.meetings}, {spoken} {n.mentions}" for n in shown) + "."
    root = svg.drawing(ident, WIDTH, HEIGHT, f"{name}: {words.say('met')}", text, "network")
    cx, cy = WIDTH / 2, HEIGHT / 2
    angles = [2 * math.pi * index / max(len(shown), 1) - math.pi / 2 for index in range(len(shown))]
    spots = [(cx + 190 * math.cos(angle), cy + 175 * math.sin(angle)) for angle in angles]
    for (x, y), n in zip(spots, shown, strict=True):
        width = 1 + math.log2(1 + n.meetings + n.mentions)
        svg.add(root, "line", "tie" if n.meetings else "tie words", x1=cx, y1=cy, x2=x, y2=y, stroke_width=width)
    for (x, y), n in zip(spots, shown, strict=True):
        parent = svg.link(root, n.href, n.name)
        svg.add(parent, "circle", "node", cx=x, cy=y, r=7)
        side = (x > cx + 5) - (x < cx - 5)
        anchor = {1: "start", 0: "middle", -1: "end"}[side]
        svg.add(
            parent,
            "text",
            "label",
            n.name,
            x=x + 12 * side,
            y=y + (4 if side else (-12 if y < cy else 22)),
            text_anchor=anchor,
        )
    svg.add(root, "circle", "node self", cx=cx, cy=cy, r=12)
    svg.add(root, "text", "label self", name, x=cx, y=cy + 30, text_anchor="middle")
    return svg.render(root)
