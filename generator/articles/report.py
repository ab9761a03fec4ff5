"""What `briefings read` prints: as JSON, an object a seed, or as text for people."""

import json
from collections.abc import Iterable
from typing import Any

from generator.articles.model import Article, Reading
from generator.problems import Problem, printable


def as_json(reading: Reading) -> str:
    """Return the reading as one JSON object on one line."""
    articles = [_plain(article) for article in reading.articles]
    return json.dumps({"file": reading.file, "articles": articles}, ensure_ascii=False)


def _plain(article: Article) -> dict[str, Any]:
    return {
        "part": article.part,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "derived": list(article.derived),
        "language": article.language,
        "genre": article.genre,
        "url": article.url,
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "dropped": [{"line": drop.line, "text": drop.text, "reason": drop.reason} for drop in article.dropped],
    }


def as_text(reading: Reading) -> str:
    """Return the reading for people: each article's head, its paragraphs, and below them what was dropped and why."""
    head = f"{reading.file} ({reading.encoding})" if reading.encoding else reading.file
    return "\n\n".join([printable(head), *map(_article, reading.articles)])


def unread(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the last lines of a command that read seeds: which of them gave no article; () if every one did."""
    paths = sorted({problem.path for problem in problems if problem.severity == "error" and _is_seeds(problem)})
    count = f"{len(paths):,} {'seed was' if len(paths) == 1 else 'seeds were'} not read, see above: "
    return (count + ", ".join(map(printable, paths)),) if paths else ()


def _is_seeds(problem: Problem) -> bool:
    """Tell a problem of reading a seed from one of a record that names a seed."""
    return problem.rule.startswith("seed-") and not problem.path.startswith("briefings/")


def _article(article: Article) -> str:
    guessed = dict.fromkeys(article.derived, " (guessed)")
    rows = [
        ("title", f"{article.title or 'none'}{guessed.get('title', '')}"),
        ("publisher", article.publisher or "unknown"),
        ("authors", ", ".join(article.authors) or "unknown"),
        ("published", f"{article.published or 'unknown'}{guessed.get('published', '')}"),
        ("language", article.language),
        ("genre", article.genre),
        ("url", article.url or "unknown"),
    ]
    lines = [f"Article {article.part}", *(f"  {name:<10} {printable(value)}" for name, value in rows), ""]
    lines += [f"  {_MARKS[paragraph.kind]}{printable(paragraph.text)}" for paragraph in article.paragraphs]
    if article.dropped:
        lines += ["", "  Dropped:"]
        lines += [f"  {drop.line:>5}  {drop.reason}: {printable(_short(drop.text))}" for drop in article.dropped]
    return "\n".join(lines)


_MARKS = {"text": "", "heading": "## ", "item": "- ", "quote": "> "}


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
