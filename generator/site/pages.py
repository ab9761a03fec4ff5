"""Which pages there are: path, template and the view that gathers what each shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.project import KINDS
from generator.site.paging import Leaf
from generator.site.parts import Parts
from generator.site.views import (
    actor,
    article,
    downloads,
    edition,
    event,
    issue,
    lists,
    matrix,
    position,
    surveys,
    timeline,
)

View = Callable[[Parts, str], dict[str, Any]]

RECORDS: dict[str, View] = {
    "articles": article.view,
    "actors": actor.view,
    "events": event.view,
    "issues": issue.view,
    "positions": position.view,
    "editions": edition.view,
}
INDEXES: dict[str, Callable[[Parts], dict[str, Any]]] = {
    "articles": lists.articles,
    "actors": lists.actors,
    "events": timeline.events,
    "issues": lists.issues,
    "positions": matrix.matrix,
    "editions": lists.editions,
}
SURVEYS: dict[str, Callable[[Parts], dict[str, Any]]] = {
    "map": surveys.places,
    "figures": surveys.figures,
    "disagreements": surveys.disagreements,
    "coverage": surveys.coverage,
    "data": downloads.view,
}


@dataclass(frozen=True)
class Page:
    """One page: its path without suffix from the site's root, its template, and what it is a page of."""

    path: str
    template: str
    kind: str
    section: str
    ident: str = ""

    @property
    def up(self) -> str:
        """What leads from the page to the site's root."""
        return "../" * self.path.count("/")

    def gathered(self, parts: Parts) -> "Iterator[tuple[Page, dict[str, Any]]]":
        """Yield the page with what it shows, then the pages that hold parts of its long lists."""
        shows = self._gather(parts)
        leaves: list[Leaf] = shows.pop("leaves", [])
        yield self, shows
        base = self.path.removesuffix("index") + "pages" if self.path.endswith("/index") else self.path
        for leaf in leaves:
            yield Page(f"{base}/{leaf.name}", leaf.template, self.kind, self.section), leaf.shows

    def _gather(self, parts: Parts) -> dict[str, Any]:
        if self.ident:
            return RECORDS[self.kind](parts, self.ident)
        if self.kind == "home":
            return {"title": "", **edition.home(parts)}
        if self.kind == "search":
            return {"title": parts.language.say("search"), "description": parts.language.say("search_lede")}
        words = {"title": parts.language.say(self.kind), "description": parts.language.say(f"{self.kind}_lede")}
        return {**words, **(INDEXES | SURVEYS)[self.kind](parts)}


def pages(parts: Parts) -> Iterator[Page]:
    """Yield every page that is made from records."""
    yield Page("index", "home", "home", "home")
    yield Page("search", "search", "search", "search")
    for name in SURVEYS:
        yield Page(name, name, name, name)
    for kind in KINDS:
        yield Page(f"{kind}/index", kind, kind, kind)
        for ident in parts.library.records[kind]:
            yield Page(f"{kind}/{ident}", kind.removesuffix("s"), kind, kind, ident)
