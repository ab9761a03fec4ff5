"""The pages of a built site: which there are, one of each kind, and what is wrong with their HTML and links."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from justhtml import JustHTML

KINDS = ("articles", "actors", "events", "issues", "positions", "editions")
ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "form": "action",
    "use": "href",
}


FAULTS = ("HTML", "id twice", "broken link", "missing anchor")
"""What a fault's text begins with, behind the page."""


@dataclass(frozen=True)
class Page:
    """What a page has: the ids in it, the addresses it names, and what an HTML parser objects to."""

    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    errors: tuple[str, ...]


def paths(site: Path) -> list[str]:
    """Return all pages as paths from the site's root, sorted; index.html is left out."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found)


def one_of_each(site: Path) -> list[str]:
    """Return the largest page of each kind of record, and of parts of its lists, and every page that is none."""
    pages = paths(site)
    chosen = [
        path
        for path in pages
        if PurePosixPath(path).parts[:1] not in [(kind,) for kind in KINDS] and path != "404.html"
    ]
    for kind in KINDS:
        own = [path for path in pages if path.startswith(f"{kind}/")]
        chosen += [path for path in own if path == f"{kind}/"]
        records = [path for path in own if path != f"{kind}/" and not _redirects(_file(site, path))]
        leaves = [path for path in records if path.count("/") > 1]
        for group in (set(records) - set(leaves), leaves):
            chosen += sorted(group, key=lambda path: (-_file(site, path).stat().st_size, path))[:1]
    return sorted(set(chosen))


def _redirects(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")[:3000]


def faults(site: Path) -> list[str]:
    """Return every HTML error, duplicate id, broken link and missing anchor inside the site, a line each."""
    return [f"{path or '/'}: {fault}" for path in paths(site) for fault in _faults(site, path)]


def _faults(site: Path, path: str) -> Iterator[str]:
    page = read(_file(site, path))
    yield from page.errors
    yield from (f"id twice: {ident}" for ident, count in Counter(page.ids).items() if count > 1)
    for address in page.addresses:
        parts = urlsplit(urljoin(f"http://site/{path}", address))
        if parts.netloc != "site" or parts.scheme not in ("http", "https"):
            continue
        target = _file(site, unquote(parts.path).lstrip("/"))
        if not target.is_file():
            yield f"broken link: {address}"
        elif parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read(target).ids:
            yield f"missing anchor: {address}"


def _file(site: Path, path: str) -> Path:
    target = site / path
    return target / "index.html" if path == "" or path.endswith("/") or target.is_dir() else target


@lru_cache(maxsize=20_000)
def read(path: Path) -> Page:
    """Return what a page has. HTML is parsed as browsers do (WHATWG), with what they would silently mend told."""
    document = JustHTML(path.read_text(encoding="utf-8"), sanitize=False, collect_errors=True)
    ids, addresses = [], []
    for element in document.query("*"):
        attributes = element.attrs or {}
        if attributes.get("id"):
            ids.append(str(attributes["id"]))
        name = ADDRESSES.get(element.name)
        if name and attributes.get(name):
            addresses.append(str(attributes[name]))
    errors = tuple(f"HTML: {error.code} at {error.line}:{error.column}" for error in document.errors)
    return Page(tuple(ids), tuple(addresses), errors)
