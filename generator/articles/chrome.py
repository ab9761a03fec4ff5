"""What a line of a page is, told by its words and form alone: a reason why it is no article text, or none."""

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from generator.articles import dates, outlets
from generator.articles.lines import Line
from generator.vocabulary import load

REASONS = {
    "menu": "page chrome",
    "advertisement": "advertisement",
    "share": "share mark",
    "appeal": "appeal for money, subscription or following",
    "cookies": "cookie or privacy notice",
    "related": "points to other articles",
    "pointer": "points to another article",
    "end": "stands below articles",
    "credit": "photo credit",
    "path": "path of sections",
    "copyright": "copyright notice",
    "aside": "set beside the article",
    "published": "date line",
    "byline": "byline",
    "views": "view counter",
    "mark": "mark without words",
    "alt": "image description",
    "teaser": "teaser, repeated in full below",
    "caption": "picture caption",
    "repeated": "repeated all over the page",
    "script": "another script than the article's",
}
_READER = re.compile(r"\b(?:you|your|we|our|us|vous|nous|votre|sie|ihre?n?|wir|uns|usted|su|ви|вас|нас|наш\w*|вы)\b")
_QUOTES = ("“", '"', "«", "„", "‘")
_EDGES = re.compile(r"^[^\w$€£]+|[^\w%)]+$")
_NUMBER = re.compile(r"\d[\d.,\u00a0]*[kKmM]?")
_READING = re.compile(r"^\W*\d+\s*[-–]?\s*(?:min(?:ute)?s?|хв|мин)\b.{0,12}$", re.IGNORECASE)
_AGO = re.compile(r"\W*(?:\d{1,2}|an?) (?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\W*", re.IGNORECASE)
_CLIP = re.compile(r"\s[-–—|]\s(?:video|in pictures|podcast|live updates)$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’.-]*\.?")
_AFTER_NAMES = re.compile(r"[|•·–—;)]|\s[-/]\s")
_PLACED = re.compile(r",? (?:in|for|at|on|with) ")
_END_CREDIT = re.compile(
    r"\((?:[^()]{2,60}/[^()]{2,40}|(?:picture|image|photo|credit|pic|source|foto|photograph)s?\b"
    r"[^()]{0,80})\)\W?$",
    re.IGNORECASE,
)
_LABELLED_CREDIT = re.compile(
    r"\((?:(?:picture|image|photo|credit|pic|foto|photograph)s?\s?:|[^()/.]{4,40}\s?/\s?(?=[A-Z])[^()]{2,40}\)$)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:19|20)\d\d\b", re.IGNORECASE)
_CRUMBS = re.compile(r"\s+[/>›»→]\s+|\s*[›»→]\s*")
_LONGEST_CAPTION = 120
_SLASH_CREDIT = re.compile(r"^[^.!?]{2,60}/\s?[A-Z][\w .-]{1,40}$")


def key(text: str) -> str:
    """Return text as the vocabulary writes it: lower case, without marks at its ends."""
    return _EDGES.sub("", text.casefold()).replace("’", "'")


@lru_cache(maxsize=1)
def _whole() -> dict[str, str]:
    return {key(word): name for name, entry in load("chrome").items() for word in entry.get("lines", ())}


@lru_cache(maxsize=1)
def _starts() -> tuple[tuple[str, str], ...]:
    return tuple((word, name) for name, entry in load("chrome").items() for word in entry.get("starts", ()))


@lru_cache(maxsize=1)
def _any_start() -> tuple[str, ...]:
    return tuple(word for word, _ in _starts())


@cache
def _entry(name: str, part: str) -> Any:
    return tuple(load("chrome")[name].get(part, ()))


def reason(line: Line) -> str | None:
    """Return the key of REASONS that fits the line by itself, None for what may be the article's."""
    text, name = line.text, key(line.text)
    if not name or not any(char.isalpha() for char in name):
        return "mark"
    if name in _whole():
        return _whole()[name]
    if line.words <= 40:
        found = _short(line, text, name)
        if found:
            return found
    elif name.startswith(_entry("cookies", "starts")):
        return "cookies"
    elif line.words <= _LONGEST_CAPTION and _LABELLED_CREDIT.search(text[-160:]):
        return "credit"
    return _notice(line, name)


def _short(line: Line, text: str, name: str) -> str | None:
    if line.words <= 8 and any(word in name for word in _entry("menu", "contains")):
        return "menu"
    if any(word in name for word in _entry("end", "contains")):
        return "end"
    if _COPYRIGHT.match(text) or _is_path(crumbs(text)):
        return "copyright" if _COPYRIGHT.match(text) else "path"
    if is_date_line(text) or _AGO.fullmatch(text):
        return "published"
    if _CLIP.search(text):
        return "pointer"
    if _is_views(name) or _READING.match(text):
        return "views"
    lowered = text.casefold().lstrip("“\"'(- ")
    starts = _starts() if lowered.startswith(_any_start()) else ()
    for word, kind in starts:
        if lowered.startswith(word) and _fits(kind, line, text):
            return "pointer" if kind == "related" and line.words > 3 else kind
    if _is_credit(text):
        return "credit"
    return "alt" if is_alt_text(line) else None


def crumbs(text: str) -> list[str]:
    """Return the parts of a line between the marks that part a path of sections: "Home / Business / Shipping"."""
    return _CRUMBS.split(text)


def _is_path(parts: list[str]) -> bool:
    """Tell whether parts are a path of sections: it begins at the home page, or names nothing else."""
    short = 2 <= len(parts) <= 5 and all(part and len(part.split()) <= 3 for part in parts)
    return short and (_whole().get(key(parts[0])) == "menu" or all(map(outlets.is_section, parts)))


def _fits(kind: str, line: Line, text: str) -> bool:
    if kind == "byline":
        return bool(names_in_byline(text))
    if kind == "published":
        return line.words <= 14 and bool(dates.find(text))
    return not (kind == "menu" and line.words > 8)


def _is_credit(text: str) -> bool:
    lowered = text.casefold()
    if any(word in lowered for word in _entry("credit", "contains")) and not text.endswith((".", "?", "!")):
        return True
    if _END_CREDIT.search(text[-120:]):
        return True
    return bool(len(text) < 80 and _SLASH_CREDIT.match(text))


def is_date_line(text: str) -> bool:
    """Tell whether text is a date and little else."""
    if len(text) > 120 or not any(char.isdigit() for char in text):
        return False
    found = dates.find(text)
    if not found:
        return False
    rest = text
    for item in reversed(found):
        rest = rest[: item.start] + " " + rest[item.end :]
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4 and not text.rstrip().endswith(("?", "!"))


def _is_views(name: str) -> bool:
    words = name.split()
    return len(words) <= 4 and bool(set(words) & set(_entry("views", "words"))) and bool(_NUMBER.search(name))


def is_alt_text(line: Line) -> bool:
    """Tell whether the line is a picture's description made of lower-case words, as file names give."""
    text = line.text
    return (
        line.words >= 3
        and text == text.lower()
        and text[0].isalpha()
        and text[0] != text[0].upper()
        and line.kind == "text"
        and not line.ends_sentence
        and "," not in text
    )


def _notice(line: Line, name: str) -> str | None:
    for kind in ("appeal", "cookies"):
        hits = sum(cue in name for cue in _entry(kind, "cues"))
        hits += sum(cue in name for cue in _entry(kind, "weak")) if hits else 0
        if hits and hits >= _cues_needed(line, name, kind):
            return kind
    return None


def _cues_needed(line: Line, name: str, kind: str) -> int:
    """Return how many cues make the line a notice: sentences need more, and speak to the reader."""
    if not line.ends_sentence:
        return 1 if line.words < 18 else 2 if line.words < 40 else 3
    speaks = kind == "cookies" or line.words < 12 or bool(_READER.search(name))
    if line.text.startswith(_QUOTES):
        return 5
    return (2 if line.words < 40 else 3) if speaks else 3 if line.words < 25 else 5


def names_in_byline(text: str) -> tuple[str, ...]:
    """Return the persons a byline names, () if it is none: capitalised words of two to four, few of them."""
    lowered = text.casefold()
    start = next((word for word in _entry("byline", "starts") if lowered.startswith(word)), None)
    if start is None or len(text) > 160:
        return ()
    rest = text[len(start) :].strip(" :")
    rest = rest[: min((found.start for found in dates.find(rest)), default=None)]
    rest = _AFTER_NAMES.split(rest.removeprefix("By "))[0]
    people = [_PLACED.split(name)[0].strip() for name in re.split(r",| and | & | et | und | y ", rest) if name.strip()]
    return tuple(takewhile(is_name, [*people[:1], *(part for part in people[1:] if not _is_job(part))]))


def _is_job(text: str) -> bool:
    """Tell whether a part of a byline says what its author is: Health Correspondent."""
    return key("".join(text.split()[-1:])) in _entry("byline", "jobs")


def is_name(text: str) -> bool:
    """Tell whether text looks like a person's name: two to four capitalised words."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(
        _NAME.fullmatch(word) or word in ("de", "van", "von", "der", "da", "al", "bin") for word in words
    )
