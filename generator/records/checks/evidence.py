"""Rules about evidence: that it is there, stands in its article, and is short."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from generator.problems import printable
from generator.records import fold
from generator.records.checks.registry import Context, Finding, rule
from generator.records.models import ArticleRecord, Evidence
from generator.records.yamlfile import Path

_PARTS = {"roles": "this role", "figures": "this figure", "outcomes": "this outcome", "versions": "this version"}


@rule(
    "no-evidence",
    "error",
    "Every event, statement, role, figure, outcome and version quotes the words it rests on.",
    "Add `evidence:` with the article and its words, or delete the claim.",
)
def no_evidence(context: Context) -> Iterator[Finding]:
    """Claims without evidence."""
    for kind, ident, path, evidence in context.claims:
        if not evidence:
            said = _PARTS.get(str(path[0])) or ("this statement" if kind == "positions" else "this event")
            yield Finding(kind, ident, path, f"{said} has no evidence: quote the words it rests on, or delete it")


@rule(
    "evidence-not-found",
    "error",
    "A quote stands in its article letter for letter; only white space and kinds of quote marks and dashes may differ.",
    "Copy the words from the article again.",
)
def evidence_not_found(context: Context) -> Iterator[Finding]:
    """Quotes that their articles do not hold. A record whose quotes stood there before is passed over."""
    for (kind, ident), claims in groupby(context.claims, key=lambda claim: claim[:2]):
        pieces = [
            ((*claim.path, index, "quote"), piece) for claim in claims for index, piece in enumerate(claim.evidence)
        ]
        name, digest = f"{kind}/{ident}", _digest(context, pieces)
        if pieces and context.verified.get(name) != digest:
            found = list(_missing(context, kind, ident, pieces))
            yield from found
            if not found:
                context.newly_verified[name] = digest


def _article(context: Context, piece: Evidence) -> ArticleRecord | None:
    return context.library.articles.get(context.library.resolve("articles", piece.article) or "")


def _digest(context: Context, pieces: list[tuple[Path, Evidence]]) -> str:
    parts = []
    for _, piece in pieces:
        article = _article(context, piece)
        parts.append(f"{context.texts.key(article) if article else ''}\0{piece.quote}")
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _missing(context: Context, kind: str, ident: str, pieces: list[tuple[Path, Evidence]]) -> Iterator[Finding]:
    for path, piece in pieces:
        article = _article(context, piece)
        text = context.texts.text(article) if article else None
        quote = fold.fold(piece.quote)
        if text is not None and quote not in text:
            if (bare := quote.strip("\"'")) != quote and bare in text:
                marks = "without the quote marks around them: put straight ones around the value, not curly ones in it"
                yield Finding(kind, ident, path, f"these words are in {piece.article} {marks}")
                continue
            passage = fold.closest(text, quote)
            hint = f'; the closest passage is "{printable(passage)}"' if passage else "; nothing in it is like it"
            yield Finding(kind, ident, path, f"these words are not in {piece.article}{hint}")


@rule(
    "seed-missing",
    "warning",
    "An article's seed is in seeds/ and holds the part that the record names.",
    "Put the seed back: until then its evidence cannot be checked.",
)
def seed_missing(context: Context) -> Iterator[Finding]:
    """Articles that cannot be read any more."""
    for ident, article in context.library.articles.items():
        if article.seed is None:
            yield Finding("articles", ident, (), "has no seed: its evidence cannot be checked")
        elif context.texts.seed_hash(article.seed.file) is None:
            message = f"there is no seeds/{article.seed.file}: its evidence cannot be checked; put it back"
            yield Finding("articles", ident, ("seed", "file"), message)
        elif context.texts.key(article) is None:
            message = f"seeds/{article.seed.file} holds no article {article.seed.part}: its evidence cannot be checked"
            yield Finding("articles", ident, ("seed", "part"), message)


@rule(
    "seed-changed",
    "warning",
    "A seed is what it was when its article was drafted.",
    "Restore it, or look through the records that quote it and write its new sum.",
)
def seed_changed(context: Context) -> Iterator[Finding]:
    """Articles whose seeds changed."""
    for ident, article in context.library.articles.items():
        now = context.texts.seed_hash(article.seed.file) if article.seed else None
        if article.seed and now not in (None, article.seed.sha256):
            message = f"seeds/{article.seed.file} changed since it was drafted; its sum is now {now}"
            yield Finding("articles", ident, ("seed", "sha256"), message)


@rule(
    "same-seed",
    "error",
    "An article of a seed has one record.",
    "Merge the two records; keep the other's id in `former_ids`.",
)
def same_seed(context: Context) -> Iterator[Finding]:
    """Article records of one and the same article."""
    first: dict[tuple[str, int], str] = {}
    for ident, article in context.library.articles.items():
        if article.seed:
            other = first.setdefault((article.seed.file, article.seed.part), ident)
            if other != ident:
                yield Finding(
                    "articles", ident, ("seed",), f"'{other}' is the record of the same article; merge the two"
                )


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
                message = f"{count} words are quoted; at most {limit} are: quote only what the claim rests on"
                yield Finding(kind, ident, (*path, index, "quote"), message)


@rule(
    "quoted-too-much",
    "error",
    "All quotes from an article are at most `excerpt_share` of it (`extra: briefings:` in mkdocs.yml).",
    "Shorten the quotes from it.",
)
def quoted_too_much(context: Context) -> Iterator[Finding]:
    """Accepted articles of which too much is quoted."""
    yield from _too_much(context, draft=False, remedy="shorten its quotes")


@rule(
    "drafted-too-much",
    "warning",
    "Of a draft article, too, at most `excerpt_share` is quoted by the time it is accepted.",
    "Shorten the quotes from it, or delete drafts that are not worth keeping.",
)
def drafted_too_much(context: Context) -> Iterator[Finding]:
    """Draft articles of which too much is quoted."""
    yield from _too_much(context, draft=True, remedy="shorten quotes or delete drafts before you accept it")


def _too_much(context: Context, *, draft: bool, remedy: str) -> Iterator[Finding]:
    """Articles of which too much is quoted; overlapping quotes count once."""
    limit = context.settings.excerpt_share
    for ident, quotes in sorted(_quotes(context).items()):
        article = context.library.articles[ident]
        count = context.texts.word_count(article) if article.draft == draft else 0
        rough = sum(quote.count(" ") + 1 for quote in quotes)
        if count and rough > limit * count:
            share = _share(context.texts.text(article) or "", quotes)
            if share > limit:
                message = f"{share:.0%} of this article is quoted; at most {limit:.0%} may be: {remedy}"
                yield Finding("articles", ident, (), message)


def _quotes(context: Context) -> dict[str, set[str]]:
    quotes: dict[str, set[str]] = defaultdict(set)
    for _, _, _, evidence in context.claims:
        for piece in evidence:
            home = context.library.resolve("articles", piece.article)
            if home:
                quotes[home].add(piece.quote)
    return quotes


def _share(text: str, quotes: set[str]) -> float:
    """Return the share of text that quotes cover."""
    covered = bytearray(len(text))
    for quote in quotes:
        folded = fold.fold(quote)
        start = text.find(folded)
        if start >= 0:
            covered[start : start + len(folded)] = b"\x01" * len(folded)
    return sum(covered) / max(len(text), 1)
