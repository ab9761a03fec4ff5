"""Whose account an article passes on: a body that its headline credits, or that most of its statements come from."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.drafting.findings import FoundActor, FoundStatement, Mention

_CREDIT_BEFORE = re.compile(r"^[\s“\"‘']*$")
_CREDIT = re.compile(r"\s*[:|]|\s+(?:says|reports|warns|finds|writes)\b")
_AFTER = re.compile(r"(?:[-–—,|]|\bper|\bvia|\baccording to|\bciting)\s*(?:the\s+)?$", re.IGNORECASE)
_CITING = re.compile(
    r"(?:\bciting|\bas reported by|\baccording to a report (?:by|from)|\bin a report by|\bpublished by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LEAST, SHARE = 3, 0.4
"""Statements of one body that make the article its relay: as many, and this share of all."""


def find(
    title: str,
    text: str,
    actors: Sequence[FoundActor],
    mentions: Sequence[Mention],
    statements: Sequence[FoundStatement],
) -> tuple[int, ...]:
    """Return the organizations whose account the article passes on; text begins with title, which may be empty."""
    bodies = {i for i, actor in enumerate(actors) if actor.kind == "organization" and actor.speaks_for is None}
    credited = {m.actor for m in mentions if m.actor in bodies and _is_credited(title, text, m)}
    spoken = Counter(s.speaker for s in statements if s.speaker in bodies)
    credited |= {i for i, number in spoken.items() if number >= max(LEAST, SHARE * len(statements))}
    cited = {m.actor for m in mentions if m.actor in bodies and _CITING.search(text, max(m.start - 40, 0), m.start)}
    credited |= {i for i in cited if spoken[i] >= 2}
    return tuple(sorted(i for i in credited if i is not None))


def _is_credited(title: str, text: str, mention: Mention) -> bool:
    """Tell whether a headline names the mentioned body as its source: `ABC: ...`, `... - ABC`, `... , ABC says`."""
    if mention.end > len(title):
        return False
    before, after = text[: mention.start], text[mention.end : len(title)]
    if _CREDIT_BEFORE.match(before):
        return bool(_CREDIT.match(after))
    return bool(_AFTER.search(before)) and (not after.strip() or bool(_CREDIT.match(after)))
