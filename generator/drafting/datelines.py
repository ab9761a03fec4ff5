"""Where a paragraph's dateline ends: "LAGOS (Wire) — " tells where a report was written and is no part of it."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drafting.findings import Offsets

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DATELINE = re.compile(
    r"(?:\A|\n\n)\W{0,2}"
    r"(?:(?:[A-ZÀ-Þ]{3,}(?:[-'’ ][A-ZÀ-Þ]{2,})*)(?:[,/][^\n()—–]{1,50})?(?:\s*\([^()\n]{2,40}\))?"
    r"|[A-ZÀ-Þ][\w'’-]+(?:[ ,/][^\n()—–.]{1,50})?\s*\([^()\n]{2,40}\))"
    r"\s*(?:[—–]|--?\s)\s*"
)


@lru_cache(maxsize=2)
def of(doc: "Doc") -> tuple[Offsets, ...]:
    """Return the datelines of a text's paragraphs. Asked for each word, so found once a text."""
    return tuple((match.start(), match.end()) for match in _DATELINE.finditer(doc.text))


def behind(doc: "Doc", start: int) -> int:
    """Return where to begin instead of start, if that lies in a dateline: behind it."""
    return next((end for begin, end in of(doc) if begin <= start < end), start)
