"""Everything that was found in a seed and the rule that found it: for programs with offsets, for people marked."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.articles import Article, Paragraph, Reading
from generator.drafting.findings import Attribution, Findings, FoundEvent, FoundStatement, Offsets
from generator.drafting.sparing import spare
from generator.problems import printable
from generator.project import Settings

Span = list[int]
Placing = Callable[[Offsets], Span]
"""Takes a stretch of an article's text to the stretch that is told."""
COLOURS = {"statement": "36", "cue": "33", "source": "32", "event": "35", "date": "34"}
"""Terminal colours (ECMA-48, SGR): cyan for what is said, yellow the words that say so, green by whom."""


@dataclass(frozen=True)
class Places:
    """Where each part of an article's text stands in the decoded seed."""

    starts: list[int]
    parts: list[tuple[Paragraph | None, int]]
    """Paragraph, or None for the title; for that, where it begins in the seed."""

    @classmethod
    def of(cls, article: Article, decoded: str) -> "Places":
        """Return the places of article's title and paragraphs in the text of its seed."""
        starts: list[int] = []
        parts: list[tuple[Paragraph | None, int]] = []
        at = 0
        if article.title and "title" not in article.derived:
            starts.append(0)
            parts.append((None, _title_offset(article.title, decoded)))
            at = len(article.title) + 2
        for paragraph in article.paragraphs:
            starts.append(at)
            parts.append((paragraph, 0))
            at += len(paragraph.text) + 2
        return cls(starts, parts)

    def offset(self, position: int) -> int:
        """Return where the character at position of the article's text stands in the seed."""
        index = max(bisect_right(self.starts, position) - 1, 0)
        paragraph, start = self.parts[index]
        inside = position - self.starts[index]
        return start + inside if paragraph is None else paragraph.source_offset(inside)

    def span(self, span: Offsets) -> Span:
        """Return a stretch of the article's text as a stretch of the seed."""
        return [self.offset(span[0]), self.offset(span[1] - 1) + 1]


def _title_offset(title: str, decoded: str) -> int:
    words = r"\s+".join(re.escape(word) for word in title.split())
    match = re.search(words, decoded)
    return match.start() if match else 0


def explain(
    reading: Reading,
    find: Callable[[Article], Findings] | None = None,
    *,
    as_read: bool = False,
    share: float = Settings.excerpt_share,
) -> dict[str, Any]:
    """Return what was found in each article of a seed, for JSON; `find` stands in for the rules where it is given.

    Quotes are those of the records, which quote at most share of an article. Offsets count characters of the seed's
    decoded text, or, as_read, of the article's. Raises ProjectError when the language model is not installed.
    """
    articles = []
    for article in reading.articles:
        if article.language in ("en", "und"):
            findings = spare(article.text, (find or find_by_rules)(article), share).findings
            articles.append(_article(article, findings, list if as_read else Places.of(article, reading.text).span))
        else:
            articles.append({"title": article.title, "skipped": f"the language is '{article.language}', not English"})
    return {"file": reading.file, "articles": articles}


def find_by_rules(article: Article) -> Findings:
    """Return what the rules find in article with no records at hand."""
    from generator.drafting import drafter, known, language

    return drafter.understand(article, language.parse(article.text), known.of_actors({}))


def _article(article: Article, findings: Findings, place: Placing) -> dict[str, Any]:
    names = [actor.name for actor in findings.actors]

    def name(index: int | None) -> str | None:
        return names[index] if index is not None else None

    def facts(found: Sequence[Any], *fields: str) -> list[dict[str, Any]]:
        return [
            {"span": place((one.start, one.end)), **{field: getattr(one, field) for field in fields}} for one in found
        ]

    return {
        "title": article.title,
        "statements": list(_statements(article.text, findings, place, name)),
        "mentions": [
            {"span": place((m.start, m.end)), "actor": name(m.actor), "form": m.form, "rule": m.rule}
            for m in findings.mentions
        ],
        "events": [_event(event, place, name) for event in findings.events],
        "dates": facts(findings.dates, "value", "rule"),
        "figures": facts(findings.figures, "value", "upper", "bound", "unit", "measure", "rule"),
        "places": facts(findings.places, "name", "country", "rule"),
        "relays": [name(index) for index in findings.relays],
        "unused": [place(span) for span in findings.unused],
    }


def _statements(
    text: str, findings: Findings, place: Placing, name: Callable[[int | None], str | None]
) -> Iterator[dict[str, Any]]:
    """Yield every act of saying, and what became a statement without one.

    One that became several statements has their quotes as parts.
    """
    for attribution in [*findings.attributions, *_found_otherwise(findings)]:
        told = [statement for statement in findings.statements if _is_of(statement, attribution)]
        first = told[0] if told else None
        source = " ".join(text[start:end] for start, end in attribution.source)
        yield {
            "content": [place(span) for span in attribution.content],
            "cue": [place(span) for span in attribution.cue],
            "source": [place(span) for span in attribution.source],
            "kind": attribution.kind,
            "speaker": (name(first.speaker) if first else None) or source or None,
            "holder": name(first.holder) if first else None,
            "stance": first.stance if first else None,
            "date": first.date if first else None,
            "occasion": text[slice(*first.occasion)] if first and first.occasion else None,
            "rule": attribution.rule,
            "drafted": bool(told),
            "why_not": None if told else _why_not(text, findings, attribution),
            "quotes": [place(statement.quote) for statement in told],
            "parts": [place(statement.quote) for statement in told] if len(told) > 1 else [],
        }


def _found_otherwise(findings: Findings) -> Iterator[Attribution]:
    """Yield where statements are from that no act of saying holds: a demand told by a noun, the second part of one."""
    rest = (one for one in findings.statements if not any(_is_of(one, other) for other in findings.attributions))
    yield from dict.fromkeys(statement.attribution for statement in rest)


def _why_not(text: str, findings: Findings, attribution: Attribution) -> str:
    """Return why an act of saying became no statement."""
    if not attribution.source:
        return "nobody is named who says it"
    start, end = attribution.source[0]
    if not any(m.start < end and start < m.end and m.actor is not None for m in findings.mentions):
        return f"'{' '.join(text[start:end].split())}' is no actor that was found"
    around = [s for s in findings.statements for a, b in attribution.content if s.quote[0] < b and a < s.quote[1]]
    if around:
        return "another statement tells it"
    return "it tells no position: it only mentions a matter, or takes one back"


def _is_of(statement: FoundStatement, attribution: Attribution) -> bool:
    own = statement.attribution
    if own == attribution:
        return True
    return own.cue == attribution.cue and any(
        start < end2 and start2 < end for start, end in own.content for start2, end2 in attribution.content
    )


def _event(event: FoundEvent, place: Placing, name: Callable[[int | None], str | None]) -> dict[str, Any]:
    return {
        "span": place((event.start, event.end)),
        "quote": place(event.quote),
        "also": [place(span) for span in event.also],
        "title": event.title,
        "type": event.type,
        "date": event.date,
        "planned": event.planned,
        "place": event.place.name if event.place else None,
        "participants": [{"actor": name(one.actor), "role": one.role} for one in event.participants],
        "rule": event.rule,
    }


def as_text(reading: Reading, *, colour: bool = False, share: float = Settings.excerpt_share) -> str:
    """Return the seed's articles as they were read, their findings marked: in colours, else in named brackets.

    Raises ProjectError when the language model is not installed.
    """
    parts = []
    for article, found in zip(reading.articles, explain(reading, as_read=True, share=share)["articles"], strict=True):
        parts.append(f"# {printable(reading.file)}, article {article.part}: {printable(article.title or '(no title)')}")
        if "skipped" in found:
            parts.append(found["skipped"])
            continue
        parts += ["", *_marked(article.text, found, colour), ""]
        parts += [_told(article.text, statement) for statement in found["statements"]]
        parts += [_happened(event) for event in found["events"]]
    return "\n".join(parts)


def _marked(text: str, article: dict[str, Any], colour: bool) -> list[str]:
    marks = [
        (start, end, sort)
        for statement in article["statements"]
        for sort, key in (("source", "source"), ("cue", "cue"), ("statement", "content"))
        for start, end in statement[key]
    ]
    marks += [(*event["span"], "event") for event in article["events"]]
    marks += [(*date["span"], "date") for date in article["dates"]]
    inserts: list[tuple[int, int, str]] = []
    for start, end, sort in marks:
        opening, closing = (f"\x1b[{COLOURS[sort]}m", "\x1b[0m") if colour else (f"[{sort}: ", "]")
        inserts += [(start, 1, opening), (end, 0, closing)]
    pieces, at = [], 0
    for position, _, mark in sorted(inserts):
        pieces += [_safe(text[at:position]), mark]
        at = position
    return "".join([*pieces, _safe(text[at:])]).split("\n")


def _safe(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n"))


def _told(text: str, statement: dict[str, Any]) -> str:
    said = " … ".join(text[start:end] for start, end in statement["content"])
    who = statement["speaker"] or "nobody named"
    holder = f" for {statement['holder']}" if statement["holder"] not in (None, who) else ""
    line = f"  {who}{holder} {statement['stance'] or 'says'} ({statement['rule']}): {' '.join(said.split())}"
    if not statement["drafted"]:
        return printable(f"{line} [not drafted: {statement['why_not']}]")
    quoted = " … ".join(text[start:end] for start, end in statement["quotes"])
    return printable(line if len(quoted) >= len(said) else f"{line} [quoted: {' '.join(quoted.split())}]")


def _happened(event: dict[str, Any]) -> str:
    who = ", ".join(one["actor"] for one in event["participants"])
    return printable(f"  {event['date'] or 'undated'} {event['type']} ({event['rule']}): {event['title']} [{who}]")
