"""The records for machines: JSON, tables, feeds, a calendar, JSON-LD, citations, an OpenAPI document."""

from collections.abc import Iterator

from generator.project import Settings
from generator.records.library import Library
from generator.site.data.address import Address
from generator.site.text import language


def files(library: Library, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the site, content) of every data file and feed."""
    from generator.site.data import calendar, export, feeds, openapi, tables  # slow, and pages need none of them

    address = Address(settings.site_url or "/")
    yield from export.files(library, address)
    yield from tables.files(library)
    yield from feeds.files(library, address, settings.site_name, language(settings.language))
    yield from calendar.files(library, address, settings.site_name)
    yield "data/openapi.json", export.pretty(openapi.document(settings.site_name, address))
