"""Plain text to articles: which lines are whose, and why the rest is dropped."""

from dataclasses import dataclass, field, replace

from generator.articles import chrome, dates, language, metadata
from generator.articles.lines import Line, lines_of
from generator.articles.model import Article, Dropped, Paragraph


@dataclass
class Judged:
    """A line with the verdict on it: reason is "" for the article's own."""

    line: Line
    reason: str = ""
    role: str = ""
    marks: set[str] = field(default_factory=set)

    @property
    def is_prose(self) -> bool:
        return not self.reason and self.line.words >= 8 and self.line.ends_sentence


def read_text(text: str, file: str, sha256: str) -> tuple[Article, ...]:
    """Return the articles of a plain text, in its order."""
    judged = judge(lines_of(text))
    articles = [_article(part, number, file, sha256) for number, part in enumerate(_parts(judged), 1)]
    return tuple(_share_publisher(articles))


def _share_publisher(articles: list[Article]) -> list[Article]:
    """Give the publisher that the seed names to those of its articles that name none, if it names only one."""
    names = {article.publisher for article in articles} - {None}
    only = names.pop() if len(names) == 1 else None
    return [replace(article, publisher=article.publisher or only) for article in articles]


def judge(lines: list[Line]) -> list[Judged]:
    """Return the lines, those that are chrome by themselves or by their neighbours marked so."""
    judged = [Judged(line, chrome.reason(line) or "") for line in lines]
    _mark_scripts(judged)
    _mark_captions(judged)
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
    for above, item in zip(judged, judged[1:], strict=False):
        if item.reason == "credit" and not above.reason and above.line.words <= 40 and not above.line.ends_sentence:
            above.reason = "caption"


def _parts(judged: list[Judged]) -> list[list[Judged]]:
    heads = [index for index in range(len(judged)) if _is_head(judged, index)]
    bounds = [0, *(_card_start(judged, head) for head in heads[1:]), len(judged)]
    return [judged[start:end] for start, end in zip(bounds, bounds[1:], strict=False)]


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


def _article(part: list[Judged], number: int, file: str, sha256: str) -> Article:
    first = next((index for index, item in enumerate(part) if item.is_prose), len(part))
    last = max((index for index, item in enumerate(part) if item.is_prose), default=-1)
    title_at = metadata.title_index([item.line.text for item in part[:first]], [item.reason for item in part[:first]])
    title = part[title_at].line.text if title_at is not None else None
    kept, dropped = [], []
    for index, item in enumerate(part):
        if index == title_at:
            continue
        why = item.reason or _outside(item, index, first, last, title)
        if why:
            dropped.append(Dropped(item.line.number, item.line.text, chrome.REASONS.get(why, why)))
        else:
            kept.append(Paragraph(item.line.text, item.line.kind if item.line.kind != "text" else _kind(item),
                                  item.line.number, item.line.spans))
    return metadata.complete(Article(file, number, sha256, title, paragraphs=tuple(kept), dropped=tuple(dropped)),
                             [item.line.text for item in part], title_at or 0)


def _outside(item: Judged, index: int, first: int, last: int, title: str | None) -> str:
    if index < first:
        return "before the article"
    if index > last:
        return "after the article"
    return "repeats the title" if title and chrome.key(title) == chrome.key(item.line.text) else ""


def _kind(item: Judged) -> str:
    return "text" if item.line.ends_sentence or item.line.words > 25 else "heading"
