"""Plain text to articles: which lines are whose, and why the rest is dropped."""

from collections import Counter
from itertools import pairwise

from generator.articles import chrome, genre, metadata, split, titleline, weigh
from generator.articles.judged import Judged
from generator.articles.lines import Line, lines_of
from generator.articles.model import Article, Dropped, Paragraph

_STANDS_OUT = -0.5
"""Log odds below which a line amid the article is no part of it."""

_MAY_BE = -0.5
"""Log odds above which a sentence between title and text is the standfirst."""
_LONGEST_CREDIT = 16
"""Words; a longer line with a credit holds its caption itself."""


def read_text(text: str, file: str, sha256: str, *, words_only: bool = False) -> tuple[Article, ...]:
    """Return the articles of a plain text, in its order; words_only: with titles and paragraphs only."""
    parts = split.parts(judge(lines_of(text)))
    articles = (_article(part, number, file, sha256, words_only=words_only) for number, part in enumerate(parts, 1))
    return split.share_publisher(articles)


def judge(lines: list[Line]) -> list[Judged]:
    """Return the lines, those that are chrome by themselves or by their neighbours marked so."""
    reasons: dict[tuple[str, str], str] = {}
    for line in lines:
        if (line.text, line.kind) not in reasons:
            reasons[line.text, line.kind] = chrome.reason(line) or ""
    judged = [Judged(line, reasons[line.text, line.kind]) for line in lines]
    _mark_scripts(judged)
    _mark_captions(judged)
    _mark_repeated(judged)
    return judged


def _mark_scripts(judged: list[Judged]) -> None:
    latin = [_latin_share(item.line.text) for item in judged]
    weight = sum(len(item.line.text) for item in judged)
    share = sum(part * len(item.line.text) for part, item in zip(latin, judged, strict=True)) / max(weight, 1)
    for part, item in zip(latin, judged, strict=True):
        if abs(share - part) > 0.8 and item.line.words <= 12 and not item.reason:
            item.reason = "script"


def _latin_share(text: str) -> float:
    letters = [char for char in text[:300] if char.isalpha()]
    return sum(char < "\u0250" for char in letters) / len(letters) if letters else 1.0


def _mark_captions(judged: list[Judged]) -> None:
    for above, item in pairwise(judged):
        is_bare = item.reason in ("credit", "copyright") and item.line.words <= _LONGEST_CREDIT
        if is_bare and not above.reason and above.line.words <= 40 and not above.line.ends_sentence:
            above.reason = "caption"


def _mark_repeated(judged: list[Judged], often: int = 4) -> None:
    """Mark short lines that stand over and over on the page, such as a label above each picture."""
    copies = Counter(chrome.key(item.line.text) for item in judged if item.line.words <= 12)
    for item in judged:
        if not item.reason and copies[chrome.key(item.line.text)] >= often:
            item.reason = "repeated"


def _article(part: list[Judged], number: int, file: str, sha256: str, *, words_only: bool) -> Article:
    odds = weigh.scores(part)
    start, end = weigh.span(odds, part)
    title_at = titleline.title_index(part, start, end)
    title = titleline.title_text(part, title_at) if title_at is not None else None
    if title_at is not None:
        start = _standfirst(part, odds, title_at, start)
    kept, dropped = [], []
    for index, (item, odd) in enumerate(zip(part, odds, strict=True)):
        why = why_dropped(item, index, odd, start, end, title)
        if index == title_at:
            continue
        if why:
            dropped.append(Dropped(item.line.number, item.line.text, chrome.REASONS.get(why, why)))
        else:
            kept.append(Paragraph(item.line.text, _kind(item), item.line.number, item.line.spans))
    article = Article(file, number, sha256, title, paragraphs=tuple(kept), dropped=tuple(dropped))
    if words_only:
        return article
    labels = genre.labels(part, start if title_at is None else title_at)
    return metadata.complete(article, [item.line.text for item in part], title_at or 0, (start, end), labels)


def _standfirst(part: list[Judged], odds: list[float], title_at: int, start: int) -> int:
    """Return where the article begins with its standfirst: running text between title and byline that may be its."""
    for index in range(title_at + 1, start):
        if part[index].is_prose and odds[index] > _MAY_BE:
            return index
    return start


def why_dropped(item: Judged, index: int, odd: float, start: int, end: int, title: str | None) -> str:
    """Return why the line at index is no part of the article between start and end, "" if it is."""
    if item.reason:
        return item.reason
    if index < start:
        return "above the article"
    if index >= end:
        return "below the article"
    if title and chrome.key(title) == chrome.key(item.line.text):
        return "repeats the title"
    return "stands out from the article" if odd < _STANDS_OUT else ""


def _kind(item: Judged) -> str:
    if item.line.kind != "text":
        return item.line.kind
    return "text" if item.line.ends_sentence or item.line.words > 25 else "heading"
