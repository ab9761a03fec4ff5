"""How a page is referred to from elsewhere: JSON-LD, citation, feeds, social card."""

import json
from typing import Any

from generator.project import Settings
from generator.records.library import Library
from generator.site.cards import card
from generator.site.data import linked
from generator.site.data.address import Address
from generator.site.data.citation import Citation
from generator.site.text import language

FEEDS = ("issues", "actors")
"""Kinds of record that have a feed of their own."""


def json_ld(library: Library, settings: Settings, kind: str, ident: str) -> str:
    """Return the JSON-LD of a page for its script element, empty where it has none.

    ident is empty for a page that is no record's.
    """
    address = Address(settings.site_url or "/")
    if ident:
        return linked.script(linked.of_record(kind, ident, library, address))
    if kind != "data":
        return ""
    words = language(settings.language)
    return linked.script(linked.of_dataset(settings.site_name, words.say("data"), words.say("data_lede"), address))


def of_page(settings: Settings, kind: str, ident: str, context: dict[str, Any]) -> dict[str, Any]:
    """Return what a page's head and foot say of it: `cite`, `feed` (a path without suffix) and `card`.

    context is what the page shows.
    """
    address = Address(settings.site_url or "/")
    title, changed = context["title"], context.get("changed")
    if ident:
        feed = f"feeds/{kind}/{ident}" if kind in FEEDS else ""
        citation = Citation(f"{kind}/{ident}", title, settings.site_name, address.page(kind, ident), changed)
        return {"feed": feed, "card": card(kind), "cite": cite(citation)}
    feed = "feed" if kind in ("home", "data") else ""
    site = Citation(kind, title, settings.site_name, address.absolute(f"{kind}.html"), None)
    return {"feed": feed, "card": card(kind), "cite": cite(site) if kind == "data" else None}


def cite(citation: Citation) -> dict[str, Any]:
    """Return a citation as lines of text for each format, and the address in it."""
    csl = [f" {_json(name)}: {_json(value)}," for name, value in citation.csl.items()]
    csl[-1] = csl[-1].removesuffix(",")
    formats = [
        ("plain", [citation.plain]),
        ("BibTeX", citation.bibtex.splitlines()),
        ("CSL-JSON", ["[{", *csl, "}]"]),
    ]
    return {"link": citation.link, "formats": formats}


_json = json.JSONEncoder(ensure_ascii=False).encode
