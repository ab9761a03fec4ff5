"""What a page states of its article in machine-readable form: JSON-LD, OpenGraph, meta and time elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.vocabulary import load

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|Review$")
_MOST = 2_000_000


@dataclass(frozen=True)
class Stated:
    """What is stated; text fields are "" where nothing is."""

    headline: str = ""
    og_title: str = ""
    body: str = ""
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    is_live: bool = False
    sections: tuple[str, ...] = ()
    type: str = ""


def stated(tree: etree._Element) -> Stated:
    """Return what the page's JSON-LD and meta elements state; malformed data states nothing."""
    item = next(_articles(tree), {})
    meta = _meta(tree)
    first = _first(meta)
    names = load("meta_names")
    return Stated(
        headline=_text(item.get("headline")) or _text(item.get("name")),
        og_title=first(*names["title"]),
        body=_text(item.get("articleBody")),
        published=_text(item.get("datePublished")) or first(*names["published"]),
        publisher=first("og:site_name") or _name(item.get("publisher")) or first(*names["publisher"]),
        authors=_people(item.get("author")) or _authors(meta),
        url=first("og:url") or _canonical(tree) or _text(item.get("url")),
        is_live="LiveBlog" in _text(item.get("@type")),
        sections=tuple(filter(None, (*_texts(item.get("articleSection")), first("article:section")))),
        type=_text(item.get("@type")),
    )


def _articles(tree: etree._Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        found = [item for item in _items(_load(script.text or "")) if _ARTICLE_TYPES.search(_text(item.get("@type")))]
        yield from sorted(found, key=lambda item: "headline" not in item)


def _load(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text[:_MOST].strip())
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _items(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(value.get(name), depth + 1)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values[:20] if isinstance(item, str)]


def _text(value: Any) -> str:
    return " ".join(_texts(value))


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _people(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name.strip() for item in values[:20] if (name := _name(item)) and "http" not in name))


def _meta(tree: etree._Element) -> list[tuple[str, str]]:
    found = []
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.append((name.lower(), content))
    return found


def _first(meta: list[tuple[str, str]]) -> Any:
    table = dict(reversed(meta))
    return lambda *names: next((table[name] for name in names if name in table), "")


def _authors(meta: list[tuple[str, str]]) -> tuple[str, ...]:
    wanted = load("meta_names")["author"]
    names = [value.removeprefix("By ").removeprefix("by ") for name, value in meta if name in wanted]
    return tuple(dict.fromkeys(name for name in names if "http" not in name))[:8]


def _canonical(tree: etree._Element) -> str:
    return next((link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"), "")
