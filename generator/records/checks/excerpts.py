"""Rules about how much is quoted: articles are quoted, not republished."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.records import fold
from generator.records.checks import places
from generator.records.checks.registry import Context, Finding, rule
from generator.records.yamlfile import Path

_Place = tuple[str, str, Path]
_Quotes = dict[str, list[_Place]]
"""Quotes from one article, and the values of records that hold each."""
_NAMED = 2
"""So many more quotes are named beside the longest."""


@rule(
    "long-quote",
    "error",
    "A quote has at most `excerpt_words` words (`extra: briefings:` in mkdocs.yml).",
    "Quote only the words that the claim rests on.",
)
def long_quote(context: Context) -> Iterator[Finding]:
    """Quotes longer than the setting allows."""
    limit = context.settings.excerpt_words
    for kind, ident, path, evidence in context.claims:
        for index, piece in enumerate(evidence):
            if len(piece.quote) > limit and (count := fold.words(piece.quote)) > limit:
                message = f"{count} words are quoted, at most {limit} may be; keep those that the claim rests on"
                yield Finding(kind, ident, (*path, index, "quote"), message)


@rule(
    "quoted-too-much",
    "error",
    "All quotes from an article are at most `excerpt_share` of it (`extra: briefings:` in mkdocs.yml).",
    "Shorten the longest quotes from it, which the message names.",
)
def quoted_too_much(context: Context) -> Iterator[Finding]:
    """Accepted articles of which too much is quoted."""
    yield from _too_much(context, draft=False, remedy="cut about {cut} words")


@rule(
    "drafted-too-much",
    "warning",
    "Of a draft article, too, at most `excerpt_share` is quoted by the time it is accepted.",
    "Shorten the longest quotes from it, or delete drafts that are not worth keeping.",
)
def drafted_too_much(context: Context) -> Iterator[Finding]:
    """Draft articles of which too much is quoted."""
    yield from _too_much(context, draft=True, remedy="cut about {cut} words, or delete drafts")


def _too_much(context: Context, *, draft: bool, remedy: str) -> Iterator[Finding]:
    """Articles of which too much is quoted, told at the longest quote; overlapping quotes count once."""
    limit = context.settings.excerpt_share
    for ident, quotes in sorted(_quotes(context).items()):
        article = context.library.articles[ident]
        count = context.texts.word_count(article) if article.draft == draft else 0
        rough = sum(quote.count(" ") + 1 for quote in quotes)
        if count and rough > limit * count:
            share = quoted_share(context.texts.text(article) or "", quotes)
            if share > limit:
                cut = math.ceil((share - limit) * count)
                allowed = f"{limit:.0%} may be (excerpt_share in mkdocs.yml)"
                (kind, home, path), told = _longest(context, quotes)
                message = f"{share:.0%} of {ident} is quoted, {allowed}: {remedy.format(cut=cut)}"
                yield Finding(kind, home, path, f"{message}; {told}")


def _longest(context: Context, quotes: _Quotes) -> tuple[_Place, str]:
    """Return where the longest quote is, and words that name the next ones with their places."""
    ranked = sorted((-fold.words(quote), place) for quote, found in quotes.items() for place in found)
    (count, first), *others = ranked[: _NAMED + 1]
    told = [f"{places.of_value(context.library.project, *place)} ({-words})" for words, place in others]
    return first, f"longest: this ({-count} words){', ' if told else ''}{', '.join(told)}"


def _quotes(context: Context) -> dict[str, _Quotes]:
    """Return the quotes from each article."""
    quotes: dict[str, _Quotes] = defaultdict(lambda: defaultdict(list))
    for kind, ident, path, evidence in context.claims:
        for index, piece in enumerate(evidence):
            home = context.library.resolve("articles", piece.article)
            if home:
                quotes[home][piece.quote].append((kind, ident, (*path, index, "quote")))
    return quotes


def quoted_share(text: str, quotes: Iterable[str]) -> float:
    """Return the share of a folded text that quotes cover; what several quote counts once."""
    covered = bytearray(len(text))
    for quote in quotes:
        folded = fold.fold(quote)
        start = text.find(folded)
        if start >= 0:
            covered[start : start + len(folded)] = b"\x01" * len(folded)
    return sum(covered) / max(len(text), 1)
