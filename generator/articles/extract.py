"""What trafilatura takes for a page's article, and how big a page may be to be read at all."""

from lxml import etree

from generator.articles.blocks import Block
from generator.articles.fault import Fault

MOST_ELEMENTS = 60_000
MOST_BLOCKS = 8_000
"""Pages of news have up to 5,000 elements and 1,500 blocks; of more than these, reading takes several seconds."""
_MOST = {"source": 4_000_000, "elements": 15_000, "text": 400_000, "block": 100_000, "names": 4_000, "depth": 100}
"""Of what trafilatura is asked to read, as some of its steps take the square of a page's size."""


def refuse(what: str, count: int, most: int) -> None:
    """Raise Fault if a page has more of something than is read."""
    if count > most:
        raise Fault(
            f"the page has {count:,} {what}; at most {most:,} are read: save the article alone", "seed-oversized"
        )


def extracted(text: str, tree: etree._Element, found: list[Block]) -> str:
    """Return what trafilatura takes for the article of the page with that tree and blocks, "" if it is too big."""
    import trafilatura

    sizes = _sizes(text, tree, found)
    if any(sizes[name] > most for name, most in _MOST.items()):
        return ""
    return trafilatura.extract(text, include_comments=False, favor_recall=False) or ""


def _sizes(text: str, tree: etree._Element, found: list[Block]) -> dict[str, int]:
    lengths = [len(block.line.text) for block in found]
    names = [len(element.get("class") or "") + len(element.get("id") or "") for element in tree.iter(etree.Element)]
    return {
        "source": len(text),
        "elements": len(names),
        "text": sum(lengths),
        "block": max(lengths, default=0),
        "names": max(names, default=0),
        "depth": max((block.depth for block in found), default=0),
    }
