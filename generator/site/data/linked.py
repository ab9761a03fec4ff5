"""JSON-LD for a record's page. Source: https://schema.org (Event, Person, Organization, Quotation, NewsArticle)."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator.records import dates
from generator.records.library import Library
from generator.records.models import Actor, ArticleRecord, Edition, Event, Evidence, Issue, Position
from generator.site.data.address import Address
from generator.site.statements import named

QUOTED = 60
"""Quotations that a position's page describes, the newest; its JSON has all."""
ACTOR_TYPES = {"person": "Person", "organization": "Organization", "state": "Country", "group": "Organization"}


def script(data: dict[str, Any]) -> str:
    """Return data as JSON that is harmless inside an HTML script element.

    Source: HTML living standard, 4.12.1.3: `<`, `>` and `&` escaped so that no tag or comment can begin.
    """
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def of_record(kind: str, ident: str, library: Library, address: Address) -> dict[str, Any]:
    """Return the JSON-LD of a record of any kind."""
    return _MAKERS[kind](ident, library.records[kind][ident], library, address)


def of_article(ident: str, article: ArticleRecord, library: Library, address: Address) -> dict[str, Any]:
    """Return a NewsArticle: the original, not our page about it."""
    publisher = library.actors.get(_filed("actors", article.publisher or "", library))
    return _pruned(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": article.url or address.page("articles", ident),
            "headline": article.title,
            "datePublished": _iso(article.published),
            "inLanguage": article.language,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": {"@type": "Organization", "name": publisher.name} if publisher else None,
            "url": article.url,
            "subjectOf": address.page("articles", ident),
        }
    )


def of_actor(ident: str, actor: Actor, library: Library, address: Address) -> dict[str, Any]:
    """Return a Person, Organization or Country."""
    data = {"@context": "https://schema.org", **_actor(ident, library, address), "alternateName": list(actor.aliases)}
    if actor.kind == "person":
        data["jobTitle"] = [role.title for role in actor.roles]
    return _pruned({**data, "description": actor.summary})


def of_event(ident: str, event: Event, library: Library, address: Address) -> dict[str, Any]:
    """Return an Event with its place and participants."""
    first, _, last = (event.date or "").partition("/")
    place = event.place
    return _pruned(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": address.page("events", ident),
            "name": event.title,
            "description": event.summary,
            "startDate": _iso(first),
            "endDate": _iso(last or first),
            "eventStatus": "https://schema.org/EventScheduled",
            "location": place
            and _pruned(
                {
                    "@type": "Place",
                    "name": place.name,
                    "address": _pruned({"@type": "PostalAddress", "addressCountry": place.country}),
                    "geo": place.lat is not None
                    and {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
                }
            ),
            "contributor": [_actor(participant.actor, library, address) for participant in event.participants],
            "citation": _articles(event.evidence, library, address),
        }
    )


def of_position(ident: str, position: Position, library: Library, address: Address) -> dict[str, Any]:
    """Return a collection of Quotations, each with its permanent link, who said it and the article it stands in."""
    quotations = [
        _pruned(
            {
                "@type": "Quotation",
                "@id": address.statement(ident, anchor),
                "text": _one([evidence.quote for evidence in statement.evidence]),
                "dateCreated": _iso(statement.date),
                "creator": _actor(statement.speaker or position.holder, library, address),
                "isPartOf": _one(_articles(statement.evidence, library, address)),
            }
        )
        for anchor, statement, _ in list(named(position))[-QUOTED:]
    ]
    issue = library.issues.get(_filed("issues", position.issue, library))
    return _pruned(
        {
            "@context": "https://schema.org",
            "@type": "CollectionPage",
            "@id": address.page("positions", ident),
            "about": [_actor(position.holder, library, address), issue and issue.question],
            "hasPart": quotations,
        }
    )


def of_issue(ident: str, issue: Issue, _: Library, address: Address) -> dict[str, Any]:
    """Return the question, as a term that the positions are about."""
    return _pruned(
        {
            "@context": "https://schema.org",
            "@type": "DefinedTerm",
            "@id": address.page("issues", ident),
            "name": issue.title,
            "description": issue.question,
            "alternateName": list(issue.keywords),
        }
    )


def of_edition(ident: str, edition: Edition, library: Library, address: Address) -> dict[str, Any]:
    """Return an edition as a Report on the days it covers."""
    events = (library.resolve("events", item.event) for item in edition.items if item.event)
    return _pruned(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "@id": address.page("editions", ident),
            "headline": edition.title,
            "abstract": edition.lede,
            "temporalCoverage": edition.period,
            "about": [{"@id": address.page("events", event)} for event in dict.fromkeys(events) if event],
        }
    )


def of_dataset(site_name: str, title: str, description: str, address: Address) -> dict[str, Any]:
    """Return the whole of the data files as a Dataset; title and description are those of the page about them."""
    media = {"data/records.jsonl": "application/x-ndjson", "data/briefings.sqlite": "application/vnd.sqlite3"}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": address.absolute("data.html"),
        "name": f"{site_name}: {title}",
        "description": description,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address.absolute(path), "encodingFormat": kind}
            for path, kind in media.items()
        ],
    }


_MAKERS: dict[str, Callable[..., dict[str, Any]]] = {
    "articles": of_article,
    "actors": of_actor,
    "events": of_event,
    "issues": of_issue,
    "positions": of_position,
    "editions": of_edition,
}


def _filed(kind: str, ident: str, library: Library) -> str:
    """Return the id under which a record is filed now; as given, where there is none."""
    return library.resolve(kind, ident) or ident


def _actor(given: str, library: Library, address: Address) -> dict[str, Any]:
    ident = _filed("actors", given, library)
    actor = library.actors.get(ident)
    kind = ACTOR_TYPES[actor.kind] if actor else "Organization"
    return {"@type": kind, "@id": address.page("actors", ident), "name": actor.name if actor else ident}


def _articles(evidences: Iterable[Evidence], library: Library, address: Address) -> list[dict[str, Any]]:
    return [_article(ident, library, address) for ident in dict.fromkeys(evidence.article for evidence in evidences)]


def _article(given: str, library: Library, address: Address) -> dict[str, Any]:
    ident = _filed("articles", given, library)
    article = library.articles.get(ident)
    page = address.page("articles", ident)
    return {"@type": "NewsArticle", "@id": (article and article.url) or page, "headline": article and article.title}


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _iso(edtf: str | None) -> str | None:
    """Return the date if it is plain ISO 8601; a hedged date or interval says more than schema.org can."""
    return edtf if edtf and "/" not in edtf and not dates.parse(edtf).approximate else None


def _pruned(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", False, [], {})}
