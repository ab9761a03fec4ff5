"""What a page tells of its article: title, publisher, authors, date, genre."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from generator.articles import chrome, dates, genre, language, outlets, publisher
from generator.articles.model import Article
from generator.vocabulary import load

_STATIONED = re.compile(r"(?P<name>[^\W\d_][^,]{3,40}) in [A-ZÀ-Þ][\w' -]{2,30}")
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]+,? (?:[A-ZÀ-Þ][\w.'’-]+[, /]{1,2}){0,4}")
_OPENING = re.compile(r"[\s,]*(?:\([^()]{1,40}\)|/[^/]{1,30}/)?\s*(?:[-–—]{1,2}|:)\s")
_A_YEAR = re.compile(r"(?<![\d,.-])((?:19|20)\d{2})(?![\d%-])")
_AHEAD = re.compile(r"\b(?:will|until|by|till|through|shall|would)\b")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—–]\s|\s[-—–]\s")


def complete(
    article: Article, page: list[str], title_at: int, body_at: tuple[int, int] = (0, 0), labels: Iterable[str] = ()
) -> Article:
    """Return article with what its page tells: page is the lines around and in it, title_at where its title stands.

    body_at is where its own text begins and ends among the lines; labels is what labels the article.
    """
    body = "\n".join(paragraph.text for paragraph in article.paragraphs)
    lang = article.language if article.language != "und" else language.tell(body or (article.title or ""))
    derived = list(article.derived)
    title, published = article.title, article.published or date_line(page, title_at) or dateline_date(article)
    if not title and article.paragraphs:
        title = derive_title(article.paragraphs[0].text)
        derived.append("title")
    if not published:
        published = guess_date(body)
        derived += ["published"] if published else []
    people = article.authors or authors(page, (max(body_at[0] - 6, 0), body_at[0] + 1))
    return replace(
        article,
        title=title,
        published=published,
        derived=tuple(derived),
        language=lang,
        authors=people,
        publisher=article.publisher or publisher.tell(page, body_at, people, title_at),
        genre=genre.tell(title or "", [paragraph.text for paragraph in article.paragraphs], labels),
    )


def date_line(page: list[str], title_at: int) -> str | None:
    """Return the date printed nearest the title, its year taken from another date line if it has none."""
    best: tuple[int, dates.Printed] | None = None
    years: Counter[int] = Counter()
    for index, text in enumerate(page):
        if not chrome.is_date_line(text) and not chrome.names_in_byline(text):
            continue
        for found in dates.find(text):
            years.update([found.year] if found.year else [])
            distance = abs(index - title_at) - (4 if found.time else 0)
            if best is None or distance < best[0]:
                best = (distance, found)
    if best is None or not (best[1].year or years):
        return None
    return best[1].iso(year=max(years, default=0))


def dateline_date(article: Article) -> str | None:
    """Return the full date printed in a dateline: "CITY, Country, March 3, 2026 (Wire) - It began"."""
    for paragraph in article.paragraphs[:3]:
        head = paragraph.text[:160]
        found = next(iter(dates.find(head)), None)
        if found and found.year and _PLACE.fullmatch(head[: found.start]) and _OPENING.match(head, found.end):
            return found.iso()
    return None


def guess_date(body: str) -> str | None:
    """Return the month, marked approximate (EDTF `~`), of the latest date in the text that is not said to lie ahead.

    The year is one printed with a date or standing in the text, or the first later one in which a printed weekday fits.
    """
    found = [(item, line) for line in body.split("\n") for item in dates.find(line)]
    stated = [item.year for item, _ in found if item.year] or _years(body)
    fitting = [_fitting_year(item, line, max(stated)) for item, line in found] if stated else []
    year = max([*stated, *fitting], default=0)
    if not found or not year:
        return None
    latest = max((item.year or year, item.month) for item, _ in found)
    return f"{latest[0]:04}-{latest[1]:02}~"


def _years(body: str) -> list[int]:
    return [
        int(match[1])
        for match in _A_YEAR.finditer(body)
        if not _AHEAD.search(body, max(match.start() - 60, 0), match.start())
    ]


def _fitting_year(item: dates.Printed, line: str, since: int) -> int:
    match = _WEEKDAY.search(line, max(item.start - 12, 0), item.start)
    if not match or item.year:
        return 0
    weekday = _WEEKDAYS.index(match[1].lower())
    return next((year for year in range(since, since + 12) if item.falls_on(weekday, year)), 0)


def derive_title(lead: str, most: int = 100) -> str:
    """Return a short title made of the lead's first sentence, ended where a clause ends."""
    sentence = re.split(r"(?<=[.!?])\s", lead, maxsplit=1)[0].rstrip(".")
    ends = [match.start() for match in _CLAUSE.finditer(sentence) if 20 <= match.start() <= most]
    if len(sentence) <= most:
        return sentence
    if ends:
        return sentence[: ends[-1]]
    return sentence[:most].rsplit(" ", 1)[0] + "…"


def authors(page: list[str], head: tuple[int, int] = (0, 0)) -> tuple[str, ...]:
    """Return the persons named in a byline, by a name that stands alone twice in a row, or in the article's head.

    head is where the lines above the text begin and end.
    """
    for text in page:
        people = map(outlets.without_outlet, chrome.names_in_byline(text))
        names = tuple(name for at, name in enumerate(people) if _is_author(name, at == 0))
        if names:
            return names
    for text, after in pairwise(page):
        if text == after and chrome.is_name(text):
            return (text,)
    return next((names for text in page[slice(*head)] if (names := _credited(text))), ())


def _is_author(name: str, is_first: bool) -> bool:
    """Tell a person of a byline from an outlet: the first name is a person's unless an outlet is known by it."""
    if outlets.is_staff(name):
        return False
    looks = outlets.shape(name)
    return looks < 0.5 or (is_first and not outlets.is_known(name) and not name.startswith("The "))


def _credited(text: str) -> tuple[str, ...]:
    """Return the persons of "Ann Example in Paris and Jo Poe in Rome", "Ann Example, Editor" or "Ann Example, CNN"."""
    parts = re.split(r" and |, ", text) if len(text) < 120 else []
    job = chrome.key(parts[-1].split(" ")[-1]) if len(parts) > 1 else ""
    names = [match["name"] for part in parts if (match := _STATIONED.fullmatch(part))]
    names = [name for name in names if chrome.is_name(name) and _is_author(name, is_first=True)]
    outlet = re.split(r"\s*[|•·]", parts[1])[0] if len(parts) > 1 else ""
    is_job = job in load("chrome")["byline"]["jobs"] or outlets.is_known(outlet)
    if not names and is_job and chrome.is_name(parts[0]):
        names = [parts[0]]
    return tuple(names)


_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d)?)?)?~?")


def is_date(text: str) -> bool:
    """Tell whether text is a publication date: ISO 8601 to the minute, day, month or year, `~` if approximate."""
    match = _EDTF.fullmatch(text)
    return match is not None and dates.exists(int(match[1]), int(match[2] or 1), int(match[3] or 1))


def web_address(text: str) -> str | None:
    """Return text if it is a web address that a page may link to, else None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    plain = text.isprintable() and len(text) <= 2000 and not any(char in text for char in " \"'<>\\`")
    return text if plain and parts.scheme in ("http", "https") and "." in parts.netloc else None
