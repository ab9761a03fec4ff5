"""Article page: what was taken from here?"""

from typing import Any

from generator.site.parts import Link, Parts, page_path
from generator.site.quoting import unquoted
from generator.site.views.long import Lists

ORDER = ("events", "positions", "actors")
"""Of which records the excerpts stand first."""


def view(parts: Parts, ident: str) -> dict[str, Any]:
    """Return what the page of an article shows."""
    article, index = parts.library.articles[ident], parts.index
    excerpts: dict[str, dict[Link, None]] = {}
    for use in sorted(index.uses[ident], key=lambda use: ORDER.index(use.kind)):
        link = parts.link(use.kind, use.ident)
        target = link._replace(path=f"{page_path(use.kind, use.ident)}#{use.anchor}") if use.anchor else link
        excerpts.setdefault(unquoted(use.quote), {})[target] = None
    publisher = parts.link("actors", article.publisher) if article.publisher else None
    records = {link for links in excerpts.values() for link in links}
    lists = Lists(parts, f"articles/{ident}", parts.link("articles", ident))
    return {
        "title": article.title,
        "description": parts.language.say(
            "article_description",
            publisher=publisher.title if publisher else parts.language.say("unknown_publisher"),
            date=parts.when(article.published),
        ),
        "publisher": publisher,
        "authors": article.authors,
        "published": parts.when(article.published),
        "iso": article.published or "",
        "genre": parts.language.label("genres", article.genre),
        "language": article.language,
        "url": article.url or "",
        "relays": parts.links("actors", article.relays),
        "derived": [parts.language.phrase(name) for name in article.derived],
        "seed": article.seed.file if article.seed else "",
        "part": article.seed.part if article.seed else 0,
        "excerpts": lists.excerpts("taken", [(quote, tuple(links)) for quote, links in excerpts.items()]),
        "records": len(records),
        "share": parts.share(ident),
        "events": lists.events("events", parts.events(reversed(index.events_of_article[ident]))),
        "others": _same_events(parts, ident),
        "draft": article.draft,
        "changed": article.published,
        "leaves": lists.leaves,
    }


def _same_events(parts: Parts, ident: str) -> list[tuple[Link, int]]:
    """Return the other articles that tell of the same events, and of how many."""
    index = parts.index
    counts: dict[str, int] = {}
    for event in index.events_of_article[ident]:
        articles = {index.id_of("articles", e.article) for e in index.evidence_of_event(event)}
        for other in articles - {ident}:
            counts[other] = counts.get(other, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(parts.link("articles", other), count) for other, count in ranked]
