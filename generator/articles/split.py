"""Several articles in one text: where each begins, and what they share."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.articles import chrome, publisher, weigh
from generator.articles.judged import Judged
from generator.articles.model import Article


def parts(judged: list[Judged]) -> list[list[Judged]]:
    """Return the lines of each article, the chrome around it included; marks teasers that are repeated in full."""
    bounds = [0, *(_card_start(judged, head) for head in _heads(judged)[1:]), len(judged)]
    return [judged[start:end] for start, end in pairwise(bounds)]


def _heads(judged: list[Judged]) -> list[int]:
    """Return where articles begin: a title, its date right below in the form of the first one's, and a text."""
    dated = [(index, below) for index in range(len(judged)) if (below := _date_below(judged, index))]
    shapes = {_shape(judged[dated[0][1]])} if dated else set()
    alike = [index for index, below in dated if _shape(judged[below]) in shapes]
    return [head for head, after in pairwise([*alike, len(judged)]) if _has_text(judged[head + 1 : after])]


def _date_below(judged: list[Judged], index: int) -> int:
    """Return where the date of the title at index stands, 0 if there is no title or no date right below it."""
    item = judged[index]
    if item.reason or item.line.ends_sentence or not 4 <= item.line.words <= 40:
        return 0
    below = next(
        (at for at in range(index + 1, min(index + 4, len(judged))) if judged[at].reason in ("", "published")), 0
    )
    return below if below and judged[below].reason == "published" and _is_plain_date(judged[below]) else 0


def _is_plain_date(item: Judged) -> bool:
    text = item.line.text
    return bool(re.search(r"\b(?:19|20)\d\d\b", text)) and item.line.words <= 8 and not text.startswith(("—", "–", "-"))


def _shape(item: Judged) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", item.line.text))


def _has_text(judged: list[Judged], paragraphs: int = 3, words: int = 50) -> bool:
    """Tell whether running text follows at once, not the next teaser of a list."""
    lines = [item for item in judged if not weigh.is_aside(item) and item.reason != "published"]
    prose = [item.line.words for item in lines[: 2 * paragraphs] if item.is_prose]
    return len(prose) >= paragraphs and sum(prose) >= words


def _card_start(judged: list[Judged], head: int) -> int:
    """Return where the feed's card of the article at head begins: its title or teaser, repeated in full below."""
    start = head
    below = {chrome.key(item.line.text)[:60] for item in judged[head : head + 12]}
    for index in range(head - 1, max(head - 7, -1), -1):
        if publisher.feed_mark(judged[index].line.text):
            return index
        if chrome.key(judged[index].line.text)[:60] in below:
            judged[index].reason = "teaser"
            start = index
    return start


def share_publisher(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Give the publisher that a seed names to those of its articles that name none, if it names only one."""
    found = tuple(articles)
    names = {article.publisher for article in found} - {None}
    only = names.pop() if len(names) == 1 else None
    return tuple(replace(article, publisher=article.publisher or only) for article in found)
