"""Quotes cut until an article is quoted no more than it may be, or until no whole phrase could be shorter.

Beyond that nothing is left out: of a dense article it is for the editor to say what is worth least.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.drafting.excerpts import Cuts
from generator.drafting.findings import Findings, FoundActor, FoundEvent, FoundStatement, Offsets

STEPS = (
    *(("also", 8), ("event", 14), ("statement", 16), ("also", 0), ("statement", 12), ("event", 10)),
    *(("statement", 10), ("event", 8), ("role", 0), ("statement", 8), ("event", 0), ("statement", 6)),
)
"""What is cut, in this order, and to how many words at most; a whole that has more keeps them.

With 0, other mentions of an event go, and of a role its title stays without the name.
"""

TELLING = 3
"""Words of a title that tell enough without the name: "minister of social affairs", not "leader"."""

MARGIN = 0.01
"""Share of an article that is left over, since a check counts in characters whose white space and marks are folded."""


_Key = tuple[str | int, ...]
"""A kind of quote, and whose it is: numbers of the finding and of the quote in it."""


@dataclass
class _Quote:
    """A quote to be: whose it is, its span as cut, and the words that it must hold."""

    kind: str
    owner: tuple[int, ...]
    span: Offsets
    keep: Offsets = (0, 0)


@dataclass(frozen=True)
class Spared:
    """Findings as they may be quoted; how many of their quotes were shortened, how many second ones were left out.

    quoted is the share of the text that is quoted now.
    """

    findings: Findings
    shortened: int = 0
    left_out: int = 0
    quoted: float = 0.0

    def told(self, share: float) -> str:
        """Return in words what was cut, "" if nothing was."""
        if not self.shortened + self.left_out:
            return ""
        what = [f"{_count(self.shortened, 'quote')} shortened"] if self.shortened else []
        what += [f"{_count(self.left_out, 'further quote')} left out"] if self.left_out else []
        over = (
            f"; {self.quoted:.0%} still is, in whole phrases: delete drafts not worth keeping"
            if self.quoted > share
            else ""
        )
        return f"{' and '.join(what)}, since at most {share:.0%} of an article may be quoted (excerpt_share){over}"


def _count(number: int, what: str) -> str:
    return f"1 {what} was" if number == 1 else f"{number} {what}s were"


def spare(text: str, findings: Findings, share: float) -> Spared:
    """Return findings whose quotes cover at most share of text: the least telling are cut first, the longest of a kind.

    Where even the shortest wholes cover more, they stay so; what two quotes cover counts once.
    """
    cuts = Cuts.of(text, findings)
    quotes = list(_quotes(cuts, findings))
    before: dict[_Key, Offsets] = {(quote.kind, *quote.owner): quote.span for quote in quotes}
    size = max(len(" ".join(text.split())), 1)
    if _covered(text, quotes) > (share - MARGIN) * size:
        _share_with_statements(quotes)
        _cut(cuts, quotes, int((share - MARGIN) * size))
    after: dict[_Key, Offsets] = {(quote.kind, *quote.owner): quote.span for quote in quotes}
    shortened = sum(before[key][1] - before[key][0] > end - start for key, (start, end) in after.items())
    return Spared(_with(findings, after), shortened, len(before) - len(after), _covered(text, quotes) / size)


def _cut(cuts: Cuts, quotes: list[_Quote], room: int) -> None:
    """Shorten quotes, and leave out those of `also`, until they cover no more characters than there is room for."""
    for kind, most in STEPS:
        for quote in sorted((one for one in quotes if one.kind == kind), key=_length, reverse=True):
            if _covered(cuts.text, quotes) <= room:
                return
            if kind == "also" and most == 0:
                quotes.remove(quote)
            elif kind == "role":
                quote.span = quote.keep
            elif kind == "event":
                quote.span = cuts.around(quote.span, quote.keep, most)
            else:
                quote.span = cuts.shortened(cuts.longest_sentence(quote.span, most), most)


def _quotes(cuts: Cuts, findings: Findings) -> Iterable[_Quote]:
    for index, actor in enumerate(findings.actors):
        for n, role in enumerate(actor.roles):
            span = cuts.shortened(role.quote)
            start = cuts.text.find(role.title, *span) if len(role.title.split()) >= TELLING else -1
            yield _Quote("role", (index, n), span, (start, start + len(role.title)) if start >= 0 else span)
    for index, event in enumerate(findings.events):
        told = [other for other in findings.events if other.quote == event.quote]
        keep = (min(other.start for other in told), max(other.end for other in told))
        yield _Quote("event", (index,), cuts.around(event.quote, keep), keep)
        for n, span in enumerate(event.also):
            yield _Quote("also", (index, n), cuts.shortened(span))
        for n, figure in enumerate(event.figures):
            yield _Quote("figure", (index, n), figure.quote)
    for index, statement in enumerate(findings.statements):
        if statement.holder is not None or statement.speaker is not None:
            yield _Quote("statement", (index,), cuts.shortened(statement.quote))


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
            within = (span for span in said if span[0] <= quote.keep[0] and quote.keep[1] <= span[1])
            quote.span = next(within, quote.span)


def _with(findings: Findings, spans: Mapping[_Key, Offsets]) -> Findings:

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
