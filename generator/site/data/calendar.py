"""iCalendar of past and planned events, with UIDs that stay. Source: RFC 5545; all-day events end on the day after."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from generator.records import dates
from generator.records.library import Library
from generator.records.models import Event
from generator.site.data.address import Address


def files(library: Library, address: Address, site_name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar of all events whose days are known to within a week."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Briefings//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", site_name)
    for ident, event in library.events.items():
        span = dates.parse(event.date) if event.date else None
        if span and span.first > date.min and span.last < date.max and (span.last - span.first).days < 7:
            calendar.add_component(_event(ident, event, span, address))
    yield "events.ics", calendar.to_ical()


def _event(ident: str, event: Event, span: dates.Span, address: Address) -> icalendar.Event:
    item = icalendar.Event()
    link = address.page("events", ident)
    item.add("uid", f"{ident}@events.briefings")
    item.add("dtstamp", datetime.combine(span.first, time(), UTC))
    item.add("dtstart", span.first)
    item.add("dtend", span.last + timedelta(days=1))
    item.add("summary", event.title)
    item.add("status", "TENTATIVE" if event.planned or span.approximate else "CONFIRMED")
    item.add("url", link)
    item.add("description", f"{event.summary or event.title}\n{link}")
    if event.place:
        item.add("location", event.place.name)
        if event.place.lat is not None and event.place.lon is not None:
            item.add("geo", (event.place.lat, event.place.lon))
    return item
