"""Long lists of a record's page: the first stand on it, more are folded, and all have pages of their own."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from generator.project import KINDS
from generator.site import paging
from generator.site.parts import Link, Parts, page_path

HERE = 100
"""Items of one list on a record's own page, most of them folded."""


class Turn(NamedTuple):
    """The way to one page of a list: its title, path, how many it holds, and whether it is the one shown."""

    title: str
    path: str
    total: int
    here: bool = False


class Long(NamedTuple):
    """A list as its page shows it: what stands there, the pages that hold all of it, and how many there are."""

    items: list[Any]
    pages: list[Turn]
    total: int


class Lists:
    """Makes the long lists of one record's page, and gathers the pages that they need."""

    def __init__(self, parts: Parts, base: str, of: Link, here: int = HERE) -> None:
        """Make lists for the page of that path (without suffix) and link, which holds `here` of each at most."""
        self.leaves: list[paging.Leaf] = []
        self._parts, self._base, self._of, self._here = parts, base, of, here

    def events(self, section: str, items: Sequence[Any], head: str = "") -> Long:
        """Return a list of rows of events, newest first; section names it, and head is its title if not section's."""
        cut = paging.by_date(items, lambda item: str(item.iso), self._parts.language)
        return self._made("events", section, items, cut, head)

    def statements(self, section: str, items: Sequence[Any]) -> Long:
        """Return a list of statements, newest first."""
        cut = paging.by_date(items, lambda item: str(item.iso), self._parts.language)
        return self._made("statements", section, items, cut)

    def cards(self, section: str, items: Sequence[Any]) -> Long:
        """Return a list of standings in their order."""
        return self._made("cards", section, items, paging.by_number(items))

    def excerpts(self, section: str, items: Sequence[Any]) -> Long:
        """Return a list of excerpts, each with what rests on it, in their order."""
        return self._made("excerpts", section, items, paging.by_number(items))

    def links(self, section: str, items: Sequence[Link]) -> Long:
        """Return a list of links in their order."""
        return self._made("links", section, items, paging.by_number(items))

    def _made(self, sort: str, section: str, items: Sequence[Any], cut: list[paging.Part], head: str = "") -> Long:
        if len(items) <= self._here:
            return Long(list(items), [], len(items))
        head = head or self._parts.language.say(section)
        pages = turns(self._parts, self._base, section, cut)
        for place, part in enumerate(cut):
            title = f"{head}, {pages[place].title}" if len(cut) > 1 else head
            shows = {
                "title": f"{self._of.title}: {title}",
                "description": f"{self._of.title}: {title}",
                "heading": title,
                "of": self._of,
                "sort": sort,
                "items": part.items,
                "pages": [turn._replace(here=number == place) for number, turn in enumerate(pages) if len(pages) > 1],
            }
            self.leaves.append(paging.Leaf(_name(section, part), "leaf", shows))
        return Long(list(items[: self._here]), pages, len(items))


def split(
    parts: Parts, kind: str, cut: list[paging.Part], shows: Callable[[list[Any]], dict[str, Any]]
) -> tuple[list[Turn], list[paging.Leaf]]:
    """Return the ways to the pages of an index that is cut, and those pages; none where one page holds it all.

    shows gives what a page with these items shows, beside its title and the ways to the others.
    """
    if len(cut) < 2:
        return [], []
    base = f"{kind}/pages" if kind in KINDS else kind
    head, pages = parts.language.say(kind), turns(parts, base, "", cut)
    leaves = []
    for place, part in enumerate(cut):
        title = f"{head}, {part.title}"
        ways = [turn._replace(here=number == place) for number, turn in enumerate(pages)]
        shown = {"leaves": [], **shows(part.items), "title": title, "description": title, "pages": ways, "front": False}
        del shown["leaves"]
        leaves.append(paging.Leaf(part.name, kind, shown))
    return pages, leaves


def turns(parts: Parts, base: str, section: str, cut: list[paging.Part]) -> list[Turn]:
    """Return the ways to the pages of a list that is cut; base is the path that they lie below."""
    everything = parts.language.say("everything")
    return [Turn(part.title or everything, page_path(base, _name(section, part)), len(part.items)) for part in cut]


def _name(section: str, part: paging.Part) -> str:
    return "-".join(name for name in (section, part.name) if name).replace("_", "-")
