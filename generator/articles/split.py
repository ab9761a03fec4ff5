"""Several articles in one text: where each begins, and what they share."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.articles import chrome, publisher, weigh
from generator.articles.judged import Judged
from generator.articles.model import Article

_RULE = re.compile(r"([-=_*~–—])(?:\s?\1){3,}")


def parts(judged: list[Judged]) -> list[list[Judged]]:
    """Return the lines of each article, the chrome around it included; marks teasers that are repeated in full."""
    starts = {_card_start(judged, head) for head in _heads(judged)[1:]} | set(_ruled(judged))
    bounds = [0, *sorted(starts), len(judged)]
    return [judged[start:end] for start, end in pairwise(bounds)]


def _ruled(judged: list[Judged], words: int = 50) -> list[int]:
    """Return where articles begin below a rule across the page: a title, a text, and enough text above the rule."""
    found, above = [], 0
    for index, item in enumerate(judged[:-1]):
        above += item.line.words if item.is_prose else 0
        is_rule = above >= words and bool(_RULE.fullmatch(item.line.text))
        if is_rule and _is_title(judged[index + 1]) and _has_text(judged[index + 2 : index + 40]):
            found.append(index + 1)
            above = 0
    return found


def _heads(judged: list[Judged]) -> list[int]:
    """Return where articles begin: a title, its date right below or above in the first one's form, and a text."""
    dated = [(index, beside) for index in range(len(judged)) if (beside := _date_beside(judged, index)) is not None]
    shapes = {_shape(judged, *dated[0])} if dated else set()
    alike = [pair for pair in dated if _shape(judged, *pair) in shapes]
    starts = [*(min(pair) for pair in alike), len(judged)]
    return [
        start
        for (start, end), pair in zip(pairwise(starts), alike, strict=True)
        if _has_text(judged[max(pair) + 1 : end])
    ]


def _is_title(item: Judged) -> bool:
    return not item.reason and not item.line.ends_sentence and 4 <= item.line.words <= 40


def _date_beside(judged: list[Judged], index: int) -> int | None:
    """Return where the date of the title at index stands, right below it or above; None without title or date."""
    if not _is_title(judged[index]):
        return None
    near = range(index + 1, min(index + 4, len(judged)))
    below = next((at for at in near if judged[at].reason in ("", "published")), index)
    return next((at for at in (below, index - 1) if at >= 0 and _is_plain_date(judged[at])), None)


def _is_plain_date(item: Judged) -> bool:
    text = item.line.text
    return (
        item.reason == "published"
        and bool(re.search(r"\b(?:19|20)\d\d\b", text))
        and item.line.words <= 8
        and not text.startswith(("—", "–", "-"))
    )


def _shape(judged: list[Judged], title: int, date: int) -> tuple[bool, str]:
    return date > title, re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", judged[date].line.text))


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
