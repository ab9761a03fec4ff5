"""Several articles in one text: where each begins, and what they share."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.articles import chrome, metadata
from generator.articles.judged import Judged
from generator.articles.model import Article


def parts(judged: list[Judged]) -> list[list[Judged]]:
    """Return the lines of each article, the chrome around it included; marks teasers that are repeated in full."""
    heads = [index for index in range(len(judged)) if _is_head(judged, index)]
    bounds = [0, *(_card_start(judged, head) for head in heads[1:]), len(judged)]
    return [judged[start:end] for start, end in pairwise(bounds)]


def _is_head(judged: list[Judged], index: int) -> bool:
    """Tell whether a title stands here, its date right below, and then at least three paragraphs."""
    item = judged[index]
    if item.reason or item.line.ends_sentence or not 4 <= item.line.words <= 40:
        return False
    below = next((after for after in judged[index + 1:index + 4] if after.reason in ("", "published")), None)
    prose = [after for after in judged[index + 1:index + 12] if after.is_prose]
    return below is not None and below.reason == "published" and len(prose) >= 3


def _card_start(judged: list[Judged], head: int) -> int:
    """Return where the feed's card of the article at head begins: its title or teaser, repeated in full below."""
    start = head
    below = {chrome.key(item.line.text)[:60] for item in judged[head:head + 12]}
    for index in range(head - 1, max(head - 7, -1), -1):
        if metadata.feed_mark(judged[index].line.text):
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
