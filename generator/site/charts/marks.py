"""Marks as drawn shapes: what a font may lack is drawn, one small path for each character of the vocabularies.

Shapes are ours, on a square of 16 by 16; a character that has none stays a letter.
"""

from functools import cache

from markupsafe import Markup, escape

SIZE = 16
_DISC = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z"
_DIAMOND = "M8 .7L15.3 8L8 15.3L.7 8z"
SHAPES = {
    "◆": _DIAMOND,
    "◇": _DIAMOND + "M8 3.7L3.7 8L8 12.3L12.3 8z",
    "◈": _DIAMOND + "M8 3.2L3.2 8L8 12.8L12.8 8zM8 5.4L10.6 8L8 10.6L5.4 8z",
    "●": _DISC,
    "⊘": _DISC + "M5.8 4.3A4.3 4.3 0 0 1 11.7 10.2zM10.2 11.7A4.3 4.3 0 0 1 4.3 5.8z",
    "▲": "M8 1.5L15 14.5H1z",
    "▽": "M1 1.5H15L8 14.5zM4.2 3.5L8 10.6L11.8 3.5z",
    "◁": "M14.5 1V15L1.5 8zM12.5 4.2L5.4 8L12.5 11.8z",
    "▶": "M1.5 1L14.5 8L1.5 15z",
    "■": "M2 2H14V14H2z",
    "▣": "M1.5 1.5H14.5V14.5H1.5zM3.5 3.5V12.5H12.5V3.5zM5.5 5.5H10.5V10.5H5.5z",
    "✚": "M5.8 1H10.2V5.8H15V10.2H10.2V15H5.8V10.2H1V5.8H5.8z",
    "+": "M6.8 2H9.2V6.8H14V9.2H9.2V14H6.8V9.2H2V6.8H6.8z",
    "−": "M2 6.8H14V9.2H2z",
    "✕": "M3.6 1.8L8 6.2L12.4 1.8L14.2 3.6L9.8 8L14.2 12.4L12.4 14.2L8 9.8L3.6 14.2L1.8 12.4L6.2 8L1.8 3.6z",
    "✓": "M2 8.6L3.8 6.8L6.6 9.6L12.6 2.6L14.5 4.3L6.7 13.4z",
    "!": "M6.6 1H9.4L9 10.2H7zM6.6 12H9.4V14.8H6.6z",
    "‼": "M3.2 1H6L5.6 10.2H3.6zM3.2 12H6V14.8H3.2zM10 1H12.8L12.4 10.2H10.4zM10 12H12.8V14.8H10z",
    "≈": "M1.5 6.6C4 2.6 6.5 3.6 8 5S12 7 14.5 3.4V6C12 9.6 9.5 8.8 8 7.4S4 5.4 1.5 9.2z"
    "M1.5 11.6C4 7.6 6.5 8.6 8 10S12 12 14.5 8.4V11C12 14.6 9.5 13.8 8 12.4S4 10.4 1.5 14.2z",
    "✊": "M2.5 5.2H4.6V2.6H7V1.6H9.4V2.6H11.8V4H13.6V9.6L11.6 12V15.2H5V12L2.5 9.4zM4.6 6.4V8.6H5.4V6.4z"
    "M7 4V8.6H7.8V4zM9.6 4V8.6H10.4V4z",
    "✹": "M8 .6L9.5 4.4L13.2 2.8L11.6 6.5L15.4 8L11.6 9.5L13.2 13.2L9.5 11.6L8 15.4L6.5 11.6L2.8 13.2L4.4 9.5"
    "L.6 8L4.4 6.5L2.8 2.8L6.5 4.4z",
    "⇄": "M10.6 .8L15.4 4.6L10.6 8.4V5.7H.8V3.5H10.6zM5.4 7.6V10.3H15.2V12.5H5.4V15.2L.6 11.4z",
}
"""Each is filled by the even-odd rule, so that a path within a path is a hole."""


@cache
def html(mark: str) -> Markup:
    """Return a mark for HTML: a drawing of a letter's height, silent for screen readers; nothing for no mark."""
    if not mark:
        return Markup("")
    shape = SHAPES.get(mark)
    if shape is None:
        return Markup('<span class="b-mark" aria-hidden="true">{}</span>').format(escape(mark))
    return Markup('<svg class="b-mark" viewBox="0 0 16 16" aria-hidden="true"><path d="{}"/></svg>').format(shape)
