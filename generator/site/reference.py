"""How a page is referred to from elsewhere: JSON-LD, citation, feeds, social card."""

import json
from typing import Any

from generator.project import Settings
from generator.records.library import Library
from generator.site.data import linked
from generator.site.data.address import Address
from generator.site.data.citation import Citation
from generator.site.text import plain

FEEDS = ("issues", "actors")
"""Kinds of record that have a feed of their own."""


def of_page(library: Library, settings: Settings, kind: str, ident: str, context: dict[str, Any]) -> dict[str, Any]:
    """Return what a page's head and foot say of it: `linked`, `cite`, `feed` (a path without suffix) and `card`.

    context is what the page shows; ident is empty for a page that is no record's.
    """
    address = Address(settings.site_url or "/")
    if not ident:
        return {"feed": "feed" if kind == "home" else "", "card": kind, "linked": "", "cite": None}
    citation = Citation(
        f"{kind}/{ident}", context["title"], settings.site_name, address.page(kind, ident), context["changed"]
    )
    return {
        "feed": f"feeds/{kind}/{ident}" if kind in FEEDS else "",
        "card": kind,
        "linked": plain(linked.script(linked.of_record(kind, ident, library, address))),
        "cite": cite(citation),
    }


def cite(citation: Citation) -> dict[str, Any]:
    """Return a citation as lines of text for each format, and the address in it."""
    csl = json.dumps([citation.csl], ensure_ascii=False, indent=1)
    formats = (("plain", citation.plain), ("BibTeX", citation.bibtex), ("CSL-JSON", csl))
    return {"link": citation.link, "formats": [(name, text.splitlines()) for name, text in formats]}
