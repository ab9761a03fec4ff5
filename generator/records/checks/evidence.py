"""Rules about evidence: that it is there, and that it stands in its article."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.problems import printable
from generator.records import fold
from generator.records.checks import places
from generator.records.checks.registry import Context, Finding, rule
from generator.records.models import ArticleRecord, Evidence
from generator.records.yamlfile import Path
from generator.vocabulary import load

_MAX_SOUGHT = 50
"""Quotes that are looked for in other articles, and whose place in the seed is told: both cost reading articles."""
_LEFT_OUT = re.compile(r"\[(?:…|\.{3})\]|\((?:…|\.{3})\)|…|\.{3}|\. \. \.")
"""How editors mark words left out."""
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
    "Copy the words from the article again; the message shows the closest and where they stand.",
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
        if article and text is not None and fold.fold(piece.quote) not in text:
            told = _instead(context, article, text, piece)
            yield Finding(kind, ident, path, f"these words are not in {piece.article}{told}")


def _instead(context: Context, article: ArticleRecord, text: str, piece: Evidence) -> str:
    """Return what an editor may have meant by a quote that its article does not hold."""
    quote = fold.fold(piece.quote)
    bare = quote.strip("\"'")
    if bare != quote and bare in text:
        return f" with the quote marks that they begin or end with; write quote: {_yaml(bare)}"
    if home := _other_home(context, quote):
        return f", but in {home}: write article: {home}"
    parts = [part.strip() for part in _LEFT_OUT.split(quote)]
    if len(parts) > 1 and all(part in text for part in parts):
        return " without a gap; quote one unbroken passage, or give each part an 'article:' and 'quote:' of its own"
    passage = fold.closest(text, quote)
    if passage is None:
        return "; nothing in it is like it"
    told = f"; the closest passage is {_yaml(passage)}"
    if context.sought > _MAX_SOUGHT:
        return told
    place = places.of_passage(context.library.project, article, context.texts.key(article) or "", passage)
    return f"{told}, in {place}"


def _other_home(context: Context, quote: str) -> str | None:
    """Return the article that holds quote."""
    context.sought += 1
    if context.sought > _MAX_SOUGHT:
        return None
    articles = context.library.articles.items()
    return next((ident for ident, article in articles if quote in (context.texts.text(article) or "")), None)


def _yaml(text: str) -> str:
    """Return text between quote marks as YAML reads it."""
    return json.dumps(printable(text), ensure_ascii=False)


@rule(
    "bare-quote",
    "warning",
    "A quote says something: it is no number alone, except for a figure, and not just words such as `the` and `will`.",
    "Quote more of the sentence.",
)
def bare_quote(context: Context) -> Iterator[Finding]:
    """Quotes on which nothing can rest."""
    idle = frozenset(load("function_words"))
    for kind, ident, path, pieces in context.claims:
        for index, piece in enumerate(pieces):
            words = _LETTERS.findall(piece.quote.lower()) if len(piece.quote) < _LONG else [piece.quote]
            if idle.issuperset(words) and not (path[0] == "figures" and _gives_number(piece.quote, words)):
                message = "these words say nothing by themselves; quote more of the sentence that the claim rests on"
                yield Finding(kind, ident, (*path, index, "quote"), message)


_LONG = 60
"""A quote of so many characters is hardly without a word that says something."""


def _gives_number(quote: str, words: list[str]) -> bool:
    return bool(re.search(r"\d", quote)) or any(word in load("number_words")["cardinals"] for word in words)


_LETTERS = re.compile(r"[^\W\d_]+")


@rule(
    "seed-missing",
    "error",
    "The seed of every article that is quoted is in seeds/ and holds the part that the article's record names.",
    "Put the seed back, or delete what quotes it: no quote is published that was not looked up.",
)
def seed_missing(context: Context) -> Iterator[Finding]:
    """Articles that are quoted and cannot be read any more."""
    named = (piece.article for claim in context.claims for piece in claim.evidence)
    quoted = Counter(context.library.resolve("articles", article) for article in named)
    for ident, article in context.library.articles.items():
        if count := quoted[ident]:
            rests = f"{count:,} quote{'s' * (count > 1)} from this article cannot be looked up"
            if article.seed is None:
                yield Finding("articles", ident, (), f"no seed: {rests}; add 'seed:', or delete what quotes it")
            elif context.texts.seed_hash(article.seed.file) is None:
                same = next(iter(context.texts.seeds_of(article.seed.sha256)), None)
                remedy = f"seeds/{same} has the same content: write file: {_yaml(same)}" if same else "put it back"
                message = f"no file seeds/{article.seed.file}: {rests}; {remedy}, or delete what quotes it"
                yield Finding("articles", ident, ("seed", "file"), message)
            elif context.texts.key(article) is None:
                message = f"no article {article.seed.part} in seeds/{article.seed.file}: {rests}; correct the number"
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
            message = f"seeds/{article.seed.file} changed since; if its quotes still stand, write sha256: {now}"
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
                    "articles",
                    ident,
                    ("seed",),
                    f"'{other}' is the record of the same article; delete one of the two files",
                )
