"""Quotes cut until an article is quoted no more than it may be, so that its draft can be accepted as it is."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.drafting.excerpts import shortened
from generator.drafting.findings import Findings, FoundActor, FoundEvent, FoundStatement, Offsets

STEPS = (
    *(("also", 8), ("role", 8), ("statement", 16), ("event", 14)),
    *(("also", 0), ("statement", 12), ("event", 10), ("role", 5)),
    *(("statement", 10), ("event", 8), ("statement", 8), ("event", 5), ("statement", 6)),
)
"""What is cut, in this order, and to how many words at most; other mentions of an event go before statements are short.

All of 42 articles in five styles keep to their share so, at a cost of 4 of 582 statements found.
"""

MARGIN = 0.01
"""Share of an article that is left over, since a check counts in characters whose white space and marks are folded."""

PAUSES = 3
"""Words at the end of a cut quote among which it may end at a pause."""

_SENTENCE = re.compile(r"""[.!?]["'”’»)]*\s+""")


@dataclass
class _Quote:
    """A quote to be: whose it is, its span as cut, and where the words end that it must hold."""

    kind: str
    owner: tuple[int, ...]
    span: Offsets
    keep: tuple[int, int] = (0, 0)


def spare(text: str, findings: Findings, share: float) -> Findings:
    """Return findings whose quotes cover at most share of text: the least telling are cut first, the longest of a kind.

    Where even the shortest quotes cover more, they stay so short; what two quotes cover counts once.
    """
    quotes = list(_quotes(text, findings))
    room = int((share - MARGIN) * len(" ".join(text.split())))
    if _covered(text, quotes) <= room:
        return findings
    _share_with_statements(quotes)
    for kind, most in STEPS:
        for quote in sorted((one for one in quotes if one.kind == kind), key=_length, reverse=True):
            if _covered(text, quotes) <= room:
                return _with(findings, quotes)
            if most == 0:
                quotes.remove(quote)
            elif kind == "event":
                quote.span = _around(text, quote, most)
            else:
                quote.span = _cut(text, quote.span, most)
    return _with(findings, quotes)


def _quotes(text: str, findings: Findings) -> Iterable[_Quote]:
    for index, actor in enumerate(findings.actors):
        for n, role in enumerate(actor.roles):
            yield _Quote("role", (index, n), shortened(text, role.quote, 0))
    for index, event in enumerate(findings.events):
        ends = [other.end for other in findings.events if other.quote == event.quote]
        yield _Quote("event", (index,), shortened(text, event.quote, event.end), (min(ends), max(ends)))
        for n, span in enumerate(event.also):
            yield _Quote("also", (index, n), shortened(text, span, 0))
        for n, figure in enumerate(event.figures):
            yield _Quote("figure", (index, n), (figure.start, figure.end))
    for index, statement in enumerate(findings.statements):
        if statement.holder is not None or statement.speaker is not None:
            yield _Quote("statement", (index,), shortened(text, statement.quote, 0))


def _length(quote: _Quote) -> tuple[int, Offsets]:
    return quote.span[1] - quote.span[0], quote.span


def _covered(text: str, quotes: Iterable[_Quote]) -> int:
    covered = bytearray(len(text))
    for quote in quotes:
        start, end = quote.span
        covered[start:end] = b"\x01" * (end - start)
    return covered.count(1)


def _share_with_statements(quotes: Sequence[_Quote]) -> None:
    """Let an event that is told of within a statement's quote have that for its own."""
    said = [quote.span for quote in quotes if quote.kind == "statement"]
    for quote in quotes:
        if quote.kind == "event":
            within = (span for span in said if span[0] < quote.keep[0] and quote.keep[1] <= span[1])
            quote.span = next(within, quote.span)


def _cut(text: str, span: Offsets, most: int) -> Offsets:
    """The first words of the longest sentence of a quote that is too long, to a pause among the last of them."""
    if len(text[slice(*span)].split()) <= most:
        return span
    ends = [match.end() for match in _SENTENCE.finditer(text, *span)]
    sentences = zip([span[0], *ends], [*ends, span[1]], strict=True)
    start, end = max(sentences, key=lambda one: (len(text[slice(*one)].split()[:most]), -one[0]))
    words = [match.span() for match in re.finditer(r"\S+", text[start:end])][:most]
    last = next((stop for _, stop in reversed(words[-PAUSES:]) if text[start + stop - 1] in ",;:."), words[-1][1])
    return start, start + last


def _around(text: str, quote: _Quote, most: int) -> Offsets:
    """As many words on both sides of those that the quote must hold, more on one where the other has fewer."""
    words = [match.span() for match in re.finditer(r"\S+", text[slice(*quote.span)])]
    ends = [quote.span[0] + end for _, end in words]
    first, last = (min(bisect_left(ends, keep), len(words) - 1) for keep in quote.keep)
    room, behind = max(most - (last - first + 1), 0), len(words) - 1 - last
    ahead = min(first, max(room // 2, room - behind))
    return quote.span[0] + words[first - ahead][0], ends[min(last + room - ahead, len(words) - 1)]


def _with(findings: Findings, quotes: Sequence[_Quote]) -> Findings:
    spans = {(quote.kind, *quote.owner): quote.span for quote in quotes}

    def actor(index: int, one: FoundActor) -> FoundActor:
        roles = (replace(role, quote=spans["role", index, n]) for n, role in enumerate(one.roles))
        return replace(one, roles=list(roles))

    def event(index: int, one: FoundEvent) -> FoundEvent:
        also = (spans[key] for n in range(len(one.also)) if (key := ("also", index, n)) in spans)
        return replace(one, quote=spans["event", index], also=tuple(also))

    def statement(index: int, one: FoundStatement) -> FoundStatement:
        return replace(one, quote=spans.get(("statement", index), one.quote))

    return replace(
        findings,
        actors=[actor(index, one) for index, one in enumerate(findings.actors)],
        events=[event(index, one) for index, one in enumerate(findings.events)],
        statements=[statement(index, one) for index, one in enumerate(findings.statements)],
    )
