"""A page's HTML to blocks: what a reader sees as one line or paragraph, with what its markup tells of it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html

from generator.articles.lines import Line, squeeze
from generator.vocabulary import load

_BLOCK = frozenset(load("html_elements")["block"])
_SKIPPED = frozenset(load("html_elements")["skipped"])
_KINDS = {
    "li": "item",
    "blockquote": "quote",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
}
_ASIDE, _ARTICLE, _HIDDEN = "named aside", "named article", "hidden"
_NESTED = 4
"""Parts within each other of which a block knows, the innermost."""
_NAMES = re.compile(r"[a-z]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")


@dataclass(frozen=True)
class Block:
    """One block: its line, the share of its characters inside links, and what its place in the markup is called.

    inside names the elements around it and depth counts them; asides numbers those that are set beside the article.
    """

    line: Line
    tag: str
    links: float
    bad: bool
    good: bool
    hidden: bool
    inside: frozenset[str]
    depth: int
    asides: tuple[int, ...] = ()


def parse(text: str) -> etree._Element | None:
    """Return the page's element tree, None for text without any markup that holds together."""
    try:
        return html.document_fromstring(_DECLARATION.sub("", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def blocks(tree: etree._Element) -> list[Block]:
    """Return the blocks of a page in their order; scripts, forms' values and pictures hold none."""
    collector = _Collector()
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in _SKIPPED:
                walker.skip_subtree()
            else:
                collector.open(element)
        elif event == "end" and element.tag not in _SKIPPED:
            collector.close(element)
        if event != "start":
            collector.add(element.tail)
    collector.flush()
    return collector.found


class _Collector:
    """Gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.stack: list[tuple[str, tuple[str, ...]]] = []
        self.around: Counter[str] = Counter()
        self.pieces: list[str] = []
        self.asides: list[int] = []
        self.link_depth, self.linked, self.number, self.parts = 0, 0, 1, 0

    def open(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCK:
            self.flush()
            self.number = element.sourceline or self.number
        names = (tag, *_place(element, tag))
        if _is_aside(names):
            self.parts += 1
            self.asides.append(self.parts)
        self.stack.append((tag, names))
        self.around.update(names)
        self.link_depth += tag == "a"
        self.add(element.text)

    def close(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCK:
            self.flush()
        names = self.stack.pop()[1]
        if _is_aside(names):
            self.asides.pop()
        for name in names:
            self.around[name] -= 1
        self.link_depth -= tag == "a"

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.linked += len(text.strip()) if self.link_depth else 0

    def flush(self) -> None:
        text = "".join(self.pieces)
        linked, self.pieces, self.linked = self.linked, [], 0
        folded = squeeze(text)
        if not folded:
            return
        tag = next((name for name, _ in reversed(self.stack) if name in _BLOCK and name != "br"), "div")
        kind = next((_KINDS[name] for name, _ in reversed(self.stack[-4:]) if name in _KINDS), "text")
        line = Line(self.number, 0, folded, (), kind)
        self.found.append(
            Block(
                line,
                tag,
                min(linked / len(folded), 1.0),
                self.around[_ASIDE] > 0,
                self.around[_ARTICLE] > 0,
                self.around[_HIDDEN] > 0,
                frozenset(name for name, count in self.around.items() if count),
                len(self.stack),
                tuple(self.asides[-_NESTED:]),
            )
        )


def _is_aside(names: tuple[str, ...]) -> bool:
    return names[0] == "aside" or _ASIDE in names


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], frozenset[str]]:
    places = load("page_places")
    return frozenset(places["aside"]), frozenset(places["article"])


def _place(element: etree._Element, tag: str) -> tuple[str, ...]:
    """Return which hold: the element is named like a part beside articles, named like an article, hidden."""
    if tag in ("html", "body"):
        return ()
    own = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"[:400]
    words = set(_NAMES.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", own).lower()))
    aside, article = _names()
    style = (element.get("style") or "")[:200].replace(" ", "").lower()
    hidden = element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"
    holds = ((_ASIDE, bool(words & aside)), (_ARTICLE, bool(words & article)), (_HIDDEN, hidden))
    return tuple(name for name, does in holds if does)
