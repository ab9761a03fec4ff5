"""What a page tells of its article: title, publisher, authors, date, genre."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from generator.articles import chrome, dates, language
from generator.articles.judged import Judged
from generator.articles.model import Article
from generator.vocabulary import load

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d\W*){0,2}(?:by )?(?P<name>[^\W\d_][^.|,•·©]{1,60}?)"
                        r"(?:\s+(?:limited|ltd|inc|llc|plc|gmbh|company|all rights)\b|\s*(?:19|20)\d\d|[.|,•·]|$)",
                        re.IGNORECASE)
_WIRE = re.compile(r"^[A-Z][\w .,'’/-]{2,60}\((?P<name>Reuters|AP|AFP|Xinhua|dpa|ANI|PTI|UPI|IANS)\)\s*[-–—]")
_DATELINE = re.compile(r"^[A-Z][\w .'’-]{1,30}\s*[•·|,/]\s*(?P<name>[A-Z][\w .&'’-]{1,40})$")
_FEED_MARK = re.compile(r"^\W*[✇⊛◉]\s*(?P<name>\S.{1,60})$")
_A_YEAR = re.compile(r"(?<![\d,.-])((?:19|20)\d{2})(?![\d%-])")
_AHEAD = re.compile(r"\b(?:will|until|by|till|through|shall|would)\b")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—–]\s|\s[-—–]\s")


def complete(article: Article, page: list[str], title_at: int) -> Article:
    """Return article with what its page tells: page is the lines around and in it, title_at where its title stands."""
    body = "\n".join(paragraph.text for paragraph in article.paragraphs)
    lang = article.language if article.language != "und" else language.tell(body or (article.title or ""))
    derived = list(article.derived)
    title, published = article.title, article.published or date_line(page, title_at)
    if not title and article.paragraphs:
        title = derive_title(article.paragraphs[0].text)
        derived.append("title")
    if not published:
        published = guess_date(body)
        derived += ["published"] if published else []
    return replace(
        article, title=title, published=published, derived=tuple(derived), language=lang,
        publisher=article.publisher or publisher(page), authors=article.authors or authors(page),
        genre=genre(title or "", [paragraph.text for paragraph in article.paragraphs], page),
    )


def title_index(page: list[Judged], start: int, end: int) -> int | None:
    """Return which line of the page is the title of the article between start and end; None if none looks like it."""
    body = Counter(word for item in page[start:end] if item.is_prose for word in set(_content(item.line.text)))
    copies = Counter(chrome.key(item.line.text) for item in page)
    stop = next((index for index in range(start, end) if page[index].is_prose), start) if start < end else 0
    best, best_score = None, 0.9
    for index in range(max(stop - 80, 0), stop):
        score = _title_score(page[index], body)
        if score:
            score += 0.3 * (copies[chrome.key(page[index].line.text)] > 1) + _place(page, index, stop)
        if score > best_score:
            best, best_score = index, score
    return best


def _place(page: list[Judged], index: int, stop: int) -> float:
    """Return what speaks for a title in the line's place: near the text, above the byline and above the standfirst."""
    below = page[index + 1:min(index + 7, stop)]
    head = 0.4 if any(item.reason in ("byline", "published") for item in below) else 0.0
    standfirst = bool(below) and not below[0].reason and below[0].line.words >= 8
    return head + 0.35 * standfirst - 0.02 * (stop - index)


def _title_score(item: Judged, body: Counter[str]) -> float:
    text, count = item.line.text, item.line.words
    if item.reason or count < 3 or count > 40 or text.endswith((";", ",", ":", "…")):
        return 0.0
    own = _content(text)
    overlap = sum(min(body[word], 3) / 3 for word in own) / len(own) if own else 0.0
    stop = 0.7 if text.endswith(".") else 0.0
    glued = 0.7 if len(re.findall(r"[a-z][A-Z]", text)) > 1 else 0.0
    listed = 0.3 * (item.line.kind == "item")
    return min(count, 8) / 8 + 1.5 * overlap - 0.04 * max(count - 16, 0) - stop - glued - listed


def _content(text: str) -> list[str]:
    return [word[:6] for word in re.findall(r"[^\W\d_]{4,}", text.casefold())]


def date_line(page: list[str], title_at: int) -> str | None:
    """Return the date printed nearest the title, its year taken from another date line if it has none."""
    best: tuple[int, dates.Printed] | None = None
    years: Counter[int] = Counter()
    for index, text in enumerate(page):
        if not chrome.is_date_line(text):
            continue
        for found in dates.find(text):
            years[found.year] += bool(found.year)
            distance = abs(index - title_at) - (4 if found.time else 0)
            if best is None or distance < best[0]:
                best = (distance, found)
    if best is None or not (best[1].year or years):
        return None
    return best[1].iso(year=max(years, default=0))


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
    return [int(match[1]) for match in _A_YEAR.finditer(body)
            if not _AHEAD.search(body, max(match.start() - 60, 0), match.start())]


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
        return sentence[:ends[-1]]
    return sentence[:most].rsplit(" ", 1)[0] + "…"


@lru_cache(maxsize=1)
def _publishers() -> dict[str, str]:
    table = {}
    for name, aliases in load("publishers").items():
        for alias in [name, *(aliases or [])]:
            table[alias.casefold()] = name
    return table


def known_publisher(name: str) -> str:
    """Return the name under which the vocabulary knows a publisher, else the name given."""
    return _publishers().get(name.strip().casefold(), name.strip())


def feed_mark(text: str) -> str | None:
    """Return the publisher that a feed reader names on a line of its own, None for other lines."""
    match = _FEED_MARK.match(text)
    return match["name"] if match else None


def publisher(page: list[str]) -> str | None:
    """Return who published a page of these lines, by how it names itself; None if it does not."""
    for text in page:
        marked = feed_mark(text)
        if marked:
            return known_publisher(marked)
        match = _DATELINE.match(text) if len(text) < 100 else None
        if match and match["name"].casefold() in _publishers():
            return known_publisher(match["name"])
    return _names_itself("\n".join(page)[:200_000]) or _owner(page) or _wire(page)


def _names_itself(text: str) -> str | None:
    """Return the one publisher that two or more ways of naming oneself point to ("told X", "the X article")."""
    told: dict[str, set[int]] = {}
    plain = text.replace("’", "'")
    for name, aliases in load("publishers").items():
        for alias in (name, *aliases):
            if len(alias) > 1 and alias in plain:
                told.setdefault(name, set()).update(_ways(plain, alias))
    ranked = sorted(told, key=lambda name: -len(told[name]))
    if not ranked or len(told[ranked[0]]) < 2 or (len(ranked) > 1 and len(told[ranked[0]]) == len(told[ranked[1]])):
        return None
    return ranked[0]


def _ways(text: str, alias: str) -> set[int]:
    return {number for number, phrases in enumerate(load("self_naming"))
            if any(_says(text, phrase.format(name=alias)) for phrase in phrases)}


def _says(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    after = text[at + len(phrase):at + len(phrase) + 2]
    return at >= 0 and not after[:1].isalnum() and after != "'s"


def _owner(page: list[str]) -> str | None:
    """Return the publisher that a copyright line names, if the vocabulary knows it."""
    for text in page:
        match = _COPYRIGHT.search(text) if len(text) < 300 else None
        if match and match["name"].strip().casefold() in _publishers():
            return known_publisher(match["name"])
    return None


def _wire(page: list[str]) -> str | None:
    found = next((match for text in page if (match := _WIRE.match(text[:120]))), None)
    return known_publisher(found["name"]) if found else None


def authors(page: list[str]) -> tuple[str, ...]:
    """Return the persons named in a byline, or by a name that stands alone twice in a row."""
    for text in page:
        names = chrome.names_in_byline(text)
        if names:
            return names
    for text, after in pairwise(page):
        if text == after and chrome.is_name(text):
            return (text,)
    return ()


@lru_cache(maxsize=1)
def _genre_cues() -> dict[str, dict[str, list[str]]]:
    cues: dict[str, dict[str, list[str]]] = load("genre_cues")
    return cues


def genre(title: str, paragraphs: list[str], page: list[str]) -> str:
    """Return the genre: told by a label on the page or in the title, else by how the text is written."""
    labels = {chrome.key(text) for text in page if len(text) < 40}
    for name, cues in _genre_cues().items():
        if labels & set(cues.get("labels", ())) or title.casefold().startswith(tuple(cues.get("title", ("\0",)))):
            return name
    voice = re.sub(r"[“\"«][^”\"»]{0,600}[”\"»]", " ", "\n".join(paragraphs))
    if len(re.findall(r"[a-z]!(?:\s|$)|\b(?:I|my|me)\b", voice)) >= 2:
        return "opinion"
    if any(text.endswith("?") and len(text) < 120 for text in paragraphs):
        return "explainer"
    return "report"


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
