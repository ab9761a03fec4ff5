"""HTML to its article: every block weighed by its words, its markup, and what trafilatura and the page itself say."""

import re
from collections import defaultdict
from dataclasses import replace

from lxml import etree

from generator.articles import chrome, dates, extract, genre, metadata, outlets, titleline, weigh
from generator.articles.blocks import Block, blocks, parse
from generator.articles.headline import clean, headline
from generator.articles.htmlspans import locate
from generator.articles.judged import Judged
from generator.articles.model import Article, Dropped, Paragraph
from generator.articles.structured import Stated, stated
from generator.articles.text import judge, why_dropped

_WORDS = re.compile(r"\w+")
_POINTING = ("related", "pointer")
_SMALL = 60
"""Words of a part of the page, at most, that a label in it tells to be no text of the article."""
_MENUS = frozenset({"nav", "footer", "aside", "form", "button", "label", "option"})


def read_html(text: str, file: str, sha256: str, *, words_only: bool = False) -> tuple[Article, ...]:
    """Return the article of a page as the only item, () if the page has no running text; words_only as in read_text."""
    tree = parse(text)
    if tree is None:
        return ()
    extract.refuse("elements", sum(1 for _ in tree.iter()), extract.MOST_ELEMENTS)
    says, found = stated(tree), blocks(tree)
    extract.refuse("lines", len(found), extract.MOST_BLOCKS)
    judged = judge([block.line for block in found])
    _mark_asides(found, judged)
    odds = weigh.scores(judged, measure(found, extract.extracted(text, tree, found), says))
    start, end = weigh.span(odds, judged)
    title = headline(tree, says) or _line_title(judged, start, end)
    kept, dropped = [], []
    for index, (block, item, odd) in enumerate(zip(found, judged, odds, strict=True)):
        why = why_dropped(item, index, odd, start, end, title)
        if why:
            dropped.append(Dropped(block.line.number, block.line.text, chrome.REASONS.get(why, why)))
        else:
            kept.append(Paragraph(block.line.text, block.line.kind, block.line.number))
    if not kept:
        return ()
    article = Article(
        file,
        1,
        sha256,
        title,
        _publisher(says),
        says.authors,
        _published(says, tree),
        url=metadata.web_address(says.url),
        paragraphs=tuple(kept),
        dropped=tuple(dropped),
    )
    if words_only:
        return (article,)
    article = replace(article, paragraphs=locate(kept, text))
    page = [*says.sections, *(block.line.text for block in found)]
    labels = [*says.sections, says.type, *genre.of_address(says.url), *_labels(found, judged, title, start)]
    return (metadata.complete(article, page, 0, (start + len(says.sections), end + len(says.sections)), labels),)


def _mark_asides(found: list[Block], judged: list[Judged]) -> None:
    """Mark what stands in one small part beside the article with a label such as "Read more"."""
    parts: dict[int, list[Judged]] = defaultdict(list)
    for block, item in zip(found, judged, strict=True):
        for part in block.asides:
            parts[part].append(item)
    for items in parts.values():
        if any(item.reason in _POINTING for item in items) and sum(item.line.words for item in items) <= _SMALL:
            for item in items:
                item.reason = item.reason or "aside"


def _labels(found: list[Block], judged: list[Judged], title: str | None, start: int) -> list[str]:
    """Return what labels the article on the page, its menus left out; start is where its text begins."""
    own = [(at, item) for at, (block, item) in enumerate(zip(found, judged, strict=True)) if not block.inside & _MENUS]
    key = chrome.key(title or "")
    titles = [place for place, (_, item) in enumerate(own) if key and chrome.key(item.line.text) == key]
    first = next((place for place, (at, _) in enumerate(own) if at >= start), 0)
    return genre.labels([item for _, item in own], min(titles, key=lambda place: abs(place - first), default=first))


def measure(found: list[Block], taken: str, says: Stated) -> list[dict[str, float]]:
    """Return for each block what its markup, the text that trafilatura extracts and the page's own data say of it."""
    extracted, body = _shingles(taken), _shingles(says.body)
    has_body = len(body) >= 100
    result = []
    for block in found:
        own = _shingles(block.line.text)
        told = len(own & body) / len(own) if own and has_body else 0.0
        result.append(
            {
                "extracted": len(own & extracted) / len(own) if own else 0.0,
                "told": told,
                "untold": 1 - told if has_body and own else 0.0,
                "few_words": float(not own),
                "links": block.links,
                "all_link": float(block.links > 0.8),
                "named_aside": float(block.bad),
                "named_article": float(block.good),
                "hidden": float(block.hidden),
                "tag_p": float(block.tag == "p"),
                "tag_heading": float(block.line.kind == "heading"),
                "tag_figure": float(bool(block.inside & {"figure", "figcaption"})),
                "tag_aside": float(bool(block.inside & _MENUS)),
                "tag_header": float("header" in block.inside),
                "tag_article": float(bool(block.inside & {"article", "main"})),
                "tag_table": float("td" in block.inside),
                "tag_quote": float("blockquote" in block.inside),
                "tag_li": float(block.line.kind == "item"),
            }
        )
    return result


def _shingles(text: str, size: int = 4) -> frozenset[tuple[str, ...]]:
    words = _WORDS.findall(text.lower())
    return frozenset(zip(*(words[start:] for start in range(size)), strict=False))


def _line_title(judged: list[Judged], start: int, end: int) -> str | None:
    at = titleline.title_index(judged, start, end)
    return None if at is None else judged[at].line.text


def _publisher(says: Stated) -> str | None:
    name = clean(says.publisher)
    return outlets.known(name) if name else None


def _published(says: Stated, tree: etree._Element) -> str | None:
    for value in (says.published, *(element.get("datetime") or "" for element in tree.iter("time"))):
        found = dates.find(value)
        if found and found[0].year:
            return found[0].iso()
    return None
