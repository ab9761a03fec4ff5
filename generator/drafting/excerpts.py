"""Excerpts: a quote cut to the words that a claim needs, since articles are quoted and not republished."""

import re

from generator.drafting.findings import Offsets

LONGEST = 20
"""Words of a drafted quote: a clause. On the seeds it finds as much as whole sentences do and quotes a fifth less."""

_WORD = re.compile(r"\S+")
_PAUSE = (",", ";", ":", "—", "–", ".", "”", '"')


def shortened(text: str, span: Offsets, keep: int, most: int = LONGEST) -> Offsets:
    """Return at most `most` words of span: from its start, or from later if the word that ends at keep lies beyond.

    It ends at the last pause of its second half, or else with the last word that fits.
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text, *span)]
    if len(words) <= most:
        return span
    needed = next((index for index, (_, end) in enumerate(words) if end >= keep), 0)
    first = 0 if needed < most else needed - most // 2
    chosen = words[first : first + most]
    pauses = [end for _, end in chosen[most // 2 :] if text[end - 1] in _PAUSE and end >= keep]
    return chosen[0][0], (pauses or [chosen[-1][1]])[-1]
