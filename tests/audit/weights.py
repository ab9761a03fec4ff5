"""What the first view of a page transfers: the page, and what its head makes a browser fetch, each gzipped."""

import gzip
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from justhtml import JustHTML

from tests.audit.pages import paths

FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src"}
FETCHING = ("stylesheet", "icon", "preload", "modulepreload")
"""Relations of a link for which a browser fetches."""
HEAD = 400
"""Bytes of a response's head, at most."""


def of_every_page(site: Path) -> dict[str, int]:
    """Return the bytes of each page's first view by its path, scripts and style sheets included."""
    return {path: _weight(site, path) for path in paths(site)}


def _weight(site: Path, path: str) -> int:
    page = site / path / "index.html" if path == "" or path.endswith("/") else site / path
    head = page.read_text(encoding="utf-8").partition("<body")[0]
    return _packed(page) + sum(_packed(site / name) for name in _fetched(head, path))


@lru_cache(maxsize=20_000)
def _fetched(head: str, path: str) -> tuple[str, ...]:
    found = []
    for element in JustHTML(head, sanitize=False).query("link, script, img, iframe"):
        attributes = element.attrs or {}
        address = attributes.get(FETCHED[element.name])
        if address and (element.name != "link" or set((attributes.get("rel") or "").split()) & set(FETCHING)):
            found.append(urlsplit(urljoin(f"http://site/{path}", str(address))).path.lstrip("/"))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=20_000)
def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0)) + HEAD
