"""A date in a form that people write, as the records write it: for messages, never to read a record by."""

import re
from contextlib import suppress
from functools import lru_cache

from generator.records import dates
from generator.vocabulary import load

_FORMS = (
    r"(?P<year>\d{4})[-./](?P<month>\d{1,2})(?:[-./](?P<day>\d{1,2}))?",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<day>1[3-9]|2\d|3[01])[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})",
    r"(?P<month>\d{1,2})[-/](?P<day>1[3-9]|2\d|3[01])[-/](?P<year>\d{4})",
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?P<name>[^\W\d]+)\.?,? (?P<year>\d{4})",
    r"(?P<name>[^\W\d]+)\.? (?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>\d{4})",
)
_TIME = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)[ t](?P<time>\d\d:\d\d)(?::\d\d)?")
_BETWEEN = re.compile(r"\s*(?:/|\s[-–—]\s|–|—|\sto\s|\suntil\s)\s*")
_MOST = 60


def hint(text: str) -> str | None:
    """Return the EDTF date that text most likely means, None where it is none or could mean two."""
    text = " ".join(text.split())
    if len(text) > _MOST:
        return None
    if found := _TIME.fullmatch(text):
        return _sound(f"{found['date']}T{found['time']}")
    return _sound(_one(text) or "/".join(_one(part) or part for part in _BETWEEN.split(text, maxsplit=1)))


def _one(text: str) -> str | None:
    for form in _FORMS:
        if found := re.fullmatch(form, text, re.IGNORECASE):
            given = found.groupdict()
            month = _months().get(given["name"].lower()) if "name" in given else int(given["month"])
            if month is not None:
                day = f"-{int(given['day']):02d}" if given["day"] else ""
                return f"{given['year']}-{month:02d}{day}"
    return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in load("months").items() for name in names}


def _sound(text: str) -> str | None:
    with suppress(ValueError):
        dates.parse(text)
        return text
    return None
