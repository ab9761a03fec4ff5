"""Bars: numbers that sources give, one under the other, with ranges and hedges shown as such."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.amounts import short
from generator.site.charts import svg
from generator.site.charts.scale import ticks
from generator.site.text import Language

WIDTH = 420.0
LETTER = 9.0
"""Pixels kept for a letter of a value, as large as a phone shows it."""
ROW, LINE = 46.0, 16.0
BROAD = 8.0
"""Pixels kept for a letter of a label; one longer than the drawing goes on in the next line."""


@dataclass(frozen=True)
class Bar:
    """One number: who or when (label), the value as words say it (shown), and the upper end of a range."""

    label: str
    value: float
    shown: str
    upper: float | None = None
    exact: bool = True
    href: str = ""


def bars(ident: str, title: str, rows: Sequence[Bar], words: Language, width: float = WIDTH) -> str:
    """Return bars from zero on one scale, width px wide; a range's upper part and hedged numbers are drawn lighter."""
    labels = [textwrap.wrap(bar.label, int(width / BROAD)) or [""] for bar in rows]
    height = ROW * len(rows) + LINE * sum(len(lines) - 1 for lines in labels) + 30
    text = "; ".join(f"{bar.label}: {bar.shown}" for bar in rows) + "."
    root = svg.drawing(ident, width, height, title, text, "bars")
    whole = all(float(end).is_integer() for bar in rows for end in (bar.value, bar.upper or 0))
    marks = ticks(max((bar.upper or bar.value for bar in rows), default=1), least=1 if whole else 0)
    room = 12 + LETTER * max((len(bar.shown) for bar in rows), default=0)
    scale = max(width - room, width / 4) / marks[-1]
    for mark in marks:
        x = mark * scale
        svg.add(root, "line", "rule", x1=x, x2=x, y1=0, y2=height - 22)
        anchor = "start" if mark == 0 else "middle"
        svg.add(root, "text", "when", short(words, mark), x=x, y=height - 6, text_anchor=anchor)
    y = -ROW
    for bar, lines in zip(rows, labels, strict=True):
        y += ROW
        parent = svg.link(root, bar.href, f"{bar.label}: {bar.shown}") if bar.href else root
        for place, line in enumerate(lines):
            svg.add(parent, "text", "label", line, x=0, y=y + 15 + LINE * place)
        y += LINE * (len(lines) - 1)
        length = max(bar.value, 0) * scale
        svg.add(parent, "rect", "bar" if bar.exact else "bar hedged", x=0, y=y + 21, width=length, height=16)
        if bar.upper is not None:
            svg.add(parent, "rect", "bar range", x=length, y=y + 21, width=(bar.upper - bar.value) * scale, height=16)
        end = max(bar.upper or bar.value, 0) * scale
        svg.add(parent, "text", "value", bar.shown, x=end + 6, y=y + 34)
    return svg.render(root)
