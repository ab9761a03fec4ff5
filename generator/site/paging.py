"""Long lists: what of one stands on its page, and the pages of its own, by year, month or number, that hold all of it.

However many records there are, no page then weighs more than so many items do.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from generator.records import dates
from generator.site.text import Language

EACH = 200
"""Items on one page at most: with words and links of their own, about 200 bytes each as they are transferred."""
SLACK = 1.5
"""How many times as many a year may have before it is cut into months."""
UNDATED = "undated"


class Part(NamedTuple):
    """A part of a list: the end of its address, its title, and what is in it."""

    name: str
    title: str
    items: list[Any]


class Leaf(NamedTuple):
    """A page that holds a part of another page's list: the end of its address, its template, and what it shows."""

    name: str
    template: str
    shows: dict[str, Any]


def by_date(items: Sequence[Any], day: Callable[[Any], str], language: Language, each: int = EACH) -> list[Part]:
    """Return items by year, a year of more than each by month, and a month of more in numbered parts.

    items stand newest first; day gives an item's EDTF date, or nothing. A list of at most each is one part.
    """
    if len(items) <= each:
        return [Part("", "", list(items))] if items else []
    return [part for year in _periods(items, day, 4, language) for part in _fitting(year, day, language, each)]


def by_month(items: Sequence[Any], day: Callable[[Any], str], language: Language) -> list[Part]:
    """Return items by month, and those that tell only their year after the months of it; otherwise as by_date."""
    return _periods(items, day, 7, language)


def by_number(items: Sequence[Any], each: int = EACH) -> list[Part]:
    """Return items in numbered parts of at most each: the first is 1."""
    starts = range(0, len(items), each)
    return [Part(str(n), str(n), list(items[start : start + each])) for n, start in enumerate(starts, 1)]


def by_size(items: Sequence[Any], size: Callable[[Any], int], each: int = EACH) -> list[Part]:
    """Return items in numbered parts whose sizes together are at most each; what is larger stands alone."""
    parts: list[Part] = []
    room = 0
    for item in items:
        if not parts or size(item) > room:
            parts.append(Part(str(len(parts) + 1), str(len(parts) + 1), []))
            room = each
        parts[-1].items.append(item)
        room -= size(item)
    return parts


def _fitting(year: Part, day: Callable[[Any], str], language: Language, each: int) -> list[Part]:
    if len(year.items) <= each * SLACK:
        return [year]
    return [part for month in _periods(year.items, day, 7, language) for part in _numbered(month, each)]


def _numbered(month: Part, each: int) -> list[Part]:
    if len(month.items) <= each:
        return [month]
    parts = by_number(month.items, each)
    return [Part(f"{month.name}-part-{n}", f"{month.title} ({title})", items) for n, title, items in parts]


def _periods(items: Sequence[Any], day: Callable[[Any], str], length: int, language: Language) -> list[Part]:
    groups: dict[str, list[Any]] = {}
    for item in items:
        groups.setdefault(period(day(item), length), []).append(item)
    return [Part(name, _title(name, length, language), group) for name, group in groups.items()]


def _title(name: str, length: int, language: Language) -> str:
    if name == UNDATED:
        return language.say("undated")
    return language.say("month_unknown", year=name) if length == 7 and len(name) == 4 else language.when(name)


def period(date: str, length: int) -> str:
    """Return the year (length 4) or month (7) that an EDTF date begins in: the year where it tells no month."""
    if not date:
        return UNDATED
    first = date.partition("/")[0]
    if first == "..":
        return dates.parse(date).last.isoformat()[:4]
    return first[:length] if first[4:5] == "-" else first[:4]
