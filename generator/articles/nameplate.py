"""The publisher's name where its place alone tells that it is one: below the title, after a label, before a section."""

import re
from collections.abc import Iterator

from generator.articles import chrome, dates
from generator.articles.outlets import is_known, is_section, known, shape, without_outlet
from generator.vocabulary import load

_LABELLED = re.compile(
    r"^(?:(?:published by|publisher|source)\s*[:–-]?\s+|by [^,|]{3,60}? for )(?P<name>[^,|]{2,50})$", re.IGNORECASE
)
_SECTIONED = re.compile(r"^(?P<name>[^|•]{2,60}?)\s*(?:[|•]|\s[-–—]\s)\s*(?P<section>[^|•–—]{2,40}?)(?:\s*[|•–—]|$)")
_COINED = re.compile(r"[A-Z]{3,6}|(?!Ma?c[A-Z])[A-Z]\w*[a-z][A-Z]\w*")
_ACRONYM = re.compile(r"\s*\([A-ZÀ-Þ]{2,10}\)\s*$")
EDGES = " \t.:;,-–—|•·()[]“”\"'’"


def plain(name: str) -> str:
    """Return a name without marks at its ends and without its acronym in brackets."""
    return _ACRONYM.sub("", name).strip(EDGES)


def under_title(page: list[str], title_at: int, body: tuple[int, int], people: tuple[str, ...]) -> str | None:
    """Return the name alone between title and byline or date, or with the date: "Example Post", "Example Post - May 5".

    A name that looks like no outlet's counts only on a page that begins with its title, and if the text between the
    lines of body names no place so; above a date, where persons stand too, it must be no word of a person's name:
    "MarketPost", "EPN".
    """
    line, below = [*page[title_at + 1 : title_at + 3], "", ""][:2]
    found = dates.find(line)
    if found:
        line, below = f"{line[: found[0].start]} {line[found[0].end :]}", line
    name = plain(line)
    has_byline = below.casefold().startswith("by ")
    if not (has_byline or chrome.is_date_line(below)) or name in people or not _may_publish(name):
        return None
    place = re.compile(rf"\bin {re.escape(name)}\b", re.IGNORECASE)
    is_likely = title_at == 0 and (has_byline or _COINED.fullmatch(name))
    if shape(name) > 0 or (is_likely and not any(place.search(text) for text in page[slice(*body)])):
        return known(name)
    return None


def labelled(first: list[str], near: list[str]) -> Iterator[str]:
    """Yield what first lines name before a section ("Example | World"), and others after a label or "By Jo Poe for"."""
    found = [*map(_SECTIONED.match, first), *map(_LABELLED.match, near)]
    for match in filter(None, found):
        section = match.groupdict().get("section")
        if (section is None or is_section(section)) and _may_publish(plain(match["name"])):
            yield match["name"]


def _may_publish(name: str) -> bool:
    """Tell whether a name is none of a section, a genre's label, a job, or a person with their outlet."""
    labels = {label for cues in load("genre_cues").values() for label in cues.get("labels", ())}
    return (
        shape(name) >= 0
        and not is_section(name)
        and chrome.key(name) not in labels
        and chrome.key(name.rsplit(maxsplit=1)[-1]) not in load("chrome")["byline"]["jobs"]
        and (is_known(name) or without_outlet(name) == name)
    )
