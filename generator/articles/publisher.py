"""Who published a page, told by how it names itself; unknown is better than wrong."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.articles import dates, nameplate
from generator.articles.nameplate import EDGES
from generator.articles.outlets import is_known, is_proper, known, listed, mentions, shape
from generator.vocabulary import load

ENOUGH = 2.0
"""What must speak for a name: a place where pages name themselves and an outlet's kind of name, or two such places."""
_SHORT = 140
_EDGE = 12
"""Lines at a page's top and bottom in which a known outlet's name alone is the page's own."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:(?:19|20)\d\d\W*){0,2}(?:by )?(?P<name>[^\W\d_][^.|,•·©]{1,60}?)"
    r"(?:\s+[-–—]\s|\s+(?:limited|ltd|inc|llc|plc|gmbh|company|all rights)\b|\s*(?:19|20)\d\d|[.|,•·]|$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-ZÀ-Þ][\w .,'’/-]{1,70}\((?P<name>[A-ZÀ-Þ][^()]{1,40})\)\s*[-–—:]")
_WIRE = re.compile(r"^[^()/]{0,70}?(?:\(([^()]{2,40})\)|/([^/]{2,40})/(?=\. )|\b([A-Z][\w-]{2,30}))(?:\.|\s*[-–—:])\s")
_MARKED = re.compile(r"^(?:by|source|from|via)\b[\s:]*|\W+(?:and )?(?:staff|agenc(?:y|ies)|wires?)\b.*$", re.IGNORECASE)
_PLACE_MARK = re.compile(r"^[A-Z][\w .'’-]{1,30}\s*[•·|,/]\s*(?P<name>[A-Z][\w .&'’-]{1,40})$")
_FEED_MARK = re.compile(r"^\W*[✇⊛◉]\s*(?P<name>\S.{1,60})$")
_SEGMENT = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+|\s*/\s*")
_PART = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_CREDIT = re.compile(r"/\s?(?P<name>[A-ZÀ-Þ][\w.&'’ -]{1,40})\W*$")
_WORD = re.compile(r"\w+")


def feed_mark(text: str) -> str | None:
    """Return the publisher that a feed reader names on a line of its own, None for other lines."""
    match = _FEED_MARK.match(text)
    return match["name"] if match else None


@lru_cache(maxsize=1)
def _names_by_word() -> dict[str, list[tuple[str, str]]]:
    """Return each known publisher, with one of its names or aliases, under that one's first word."""
    names: dict[str, list[tuple[str, str]]] = {}
    for name, aliases in load("publishers").items():
        for alias in map(_without_articles, (name, *aliases)):
            if len(alias) > 1:
                names.setdefault(_WORD.findall(alias)[0], []).append((name, alias))
    return names


class _Votes:
    """What speaks for each name."""

    def __init__(self, people: tuple[str, ...]) -> None:
        self.people = {name.casefold() for name in people}
        self.names: dict[str, str] = {}
        self.sums: dict[str, float] = {}
        self.seen: set[tuple[str, str]] = set()

    def add(self, name: str, way: str, weight: float) -> None:
        """Count a way in which the page names itself once."""
        name = nameplate.plain(name)
        key = known(name).casefold()
        if name.casefold() in self.people or shape(name) < 0 or (key, way) in self.seen:
            return
        self.seen.add((key, way))
        if known(name) in listed("agencies") and way != "dateline":
            weight /= 2
        self.sums[key] = self.sums.get(key, shape(name)) + weight
        self.names.setdefault(key, known(name))

    def best(self) -> str | None:
        """Return the name that most speaks for, None if too little does or as much for another."""
        told = {key for key, way in self.seen if way in ("of the", "label")}
        sums = {key: total for key, total in self.sums.items() if key in told or shape(self.names[key]) > 0}
        ranked = sorted(sums.items(), key=lambda item: -item[1])[:2]
        if not ranked or ranked[0][1] < ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return self.names[ranked[0][0]]


def tell(
    page: list[str], body: tuple[int, int] = (0, 0), people: tuple[str, ...] = (), title_at: int = 0
) -> str | None:
    """Return who published a page of these lines, by how it names itself; None if it does not.

    body is where the article's own text begins and ends among the lines, people are its authors, title_at is where its
    title stands.
    """
    wire = None
    for text in page:
        marked = feed_mark(text)
        if marked:
            return known(marked)
        match = _PLACE_MARK.match(text) if len(text) < 100 else None
        if match and is_known(match["name"]):
            wire = known(match["name"])
            if wire not in listed("agencies"):
                return wire
    own = nameplate.under_title(page, title_at, body, people)
    own = own or _names_itself("\n".join(page)[:200_000]) or _voted(page, body, people)
    if own is None or own in listed("agencies"):
        own = _mentioned(page, body) or own
    return own or wire or _credited(page, body, people) or _issuer(page, body)


def _mentioned(page: list[str], body: tuple[int, int], least: int = 3) -> str | None:
    """Return the known publisher whose name stands in so many of the page's own lines, and twice as many as others."""
    own = {text for text in (*page[: body[0]], *page[body[1] :]) if len(text) < _SHORT / 2}
    counts = Counter(name for text in own for name in mentions(text))
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= max(least, 2 * next_most) else None


def _credited(page: list[str], body: tuple[int, int], people: tuple[str, ...]) -> str | None:
    """Return who is credited in the article's head or dateline: "By Reuters", "AFP", "Example News staff", "(AP) -"."""
    agencies = listed("agencies")
    head = [text for text in page[max(body[0] - 8, 0) : body[0] + 1] if len(text) < _SHORT]
    found = [name for text in head for name in _credits(text) if name not in people]
    leads = (_WIRE.match(text[:_SHORT]) for text in page[body[0] : body[0] + 2])
    found += [name for match in leads if match for text in match.groups("") if (name := known(text)) in agencies]
    return next((name for name in found if name not in agencies), next(iter(found), None))


def _credits(text: str) -> Iterator[str]:
    """Yield the outlets that a line of the head credits; one without a mark such as "By" must be an agency."""
    for item in reversed(dates.find(text)):
        text = text[: item.start] + " | " + text[item.end :]
    plain = _MARKED.sub("", text)
    for part in re.split(rf"{_SEGMENT.pattern}| and | with | in ", plain):
        name = known(part.strip(EDGES))
        if name in listed("agencies") or (plain != text and (is_known(name) or shape(name) == 1.0)):
            yield name


def _voted(page: list[str], body: tuple[int, int], people: tuple[str, ...]) -> str | None:
    votes = _Votes(people)
    for name, way, weight in _places(page, body, people):
        votes.add(name, way, weight)
    text = _without_articles("\n".join(page)[:200_000])
    for key, name in list(votes.names.items()):
        votes.sums[key] += 0.5 * len(_ways(text, _without_articles(name)))
    return votes.best()


def _places(page: list[str], body: tuple[int, int], people: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    """Yield the names that stand where pages name themselves: the name, the kind of place, and its weight."""
    start, end = body
    for text in page[:2]:
        parts = _PART.split(text[:_SHORT])
        yield from ((part, "masthead", 1.0) for part in parts[:1] if part != text)
        yield from (
            (part, "window title", 1.5)
            for part in parts[-1:]
            if part != text and (is_known(part) or shape(part) == 1.0)
        )
    yield from ((text, "own line", 1.0) for text in (*page[:_EDGE], *page[-_EDGE:]) if is_known(text))
    head = page[max(start - 8, 0) : start + 1]
    for text in head:
        yield from _head(text, people)
    for above, text in pairwise(head):
        if len(text) < _SHORT and dates.find(text) and shape(above.strip(EDGES)) > 0:
            yield above, "above the date", 0.5
    for text in page[start : start + 3]:
        match = _DATELINE.match(text[:_SHORT])
        if match:
            is_dated = dates.find(match[0]) or is_known(match["name"])
            yield match["name"], "dateline", 2.0 if is_dated else 1.0
    tail = page[max(end - 3, start) : end + 8]
    yield from ((text, "own line", 1.0) for text in tail if len(text) < 60)
    yield from ((name, "label", ENOUGH) for name in nameplate.labelled(page[:2], head + tail))
    for text in page:
        yield from _foot(text, people)


def _head(text: str, people: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    if len(text) > _SHORT:
        return
    found = dates.find(text)
    parts = _SEGMENT.split(text)
    if found:
        parts = [part for item in [*found] for part in _SEGMENT.split(text[: item.start] + " | " + text[item.end :])]
        yield from ((part, "date line", 1.5) for part in parts if shape(part.strip(EDGES)) > 0)
    elif len(parts) == 1:
        yield text, "own line", 1.0
    elif any(name in text for name in people) or text.casefold().startswith("by "):
        yield parts[-1], "byline", 1.0


def _foot(text: str, people: tuple[str, ...]) -> Iterator[tuple[str, str, float]]:
    """Yield what copyright lines, picture credits and "Person of the weekly X" name."""
    match = _COPYRIGHT.search(text) if len(text) < 300 else None
    if match:
        yield match["name"], "copyright", 1.5
    credit = _CREDIT.search(text[-60:]) if len(text) < _SHORT else None
    if credit:
        yield credit["name"], "credit", 0.5
    for person in people:
        at = text.find(f"{person} of the ")
        words = text[at + len(person) + 8 :].split(maxsplit=5) if at >= 0 else []
        if len(words) > 1 and words[0] in listed("kinds"):
            yield _leading_name(words[1:5]), "of the", 1.5


def _leading_name(words: list[str]) -> str:
    """Return the capitalised words at the beginning."""
    taken: list[str] = []
    for word in words:
        if not word[:1].isupper():
            break
        taken.append(word.strip(EDGES))
        if not word[-1:].isalnum():
            break
    return " ".join(taken)


def is_masthead(text: str) -> bool:
    """Tell whether a line is an outlet's name with its slogan or programme: "The Example Courier | News of the day"."""
    parts = re.split(r"\s*[|•]\s*|\s+–\s+", text[:_SHORT])
    return len(parts) > 1 and shape(parts[0].strip(EDGES)) >= 0.5


def _names_itself(text: str) -> str | None:
    """Return the one known publisher that two or more ways of naming oneself point to ("told X", "the X article")."""
    told: dict[str, set[int]] = {}
    plain = _without_articles(text)
    names = _names_by_word()
    for name, alias in (pair for word in names.keys() & set(_WORD.findall(plain)) for pair in names[word]):
        if alias in plain:
            told.setdefault(name, set()).update(_ways(plain, alias))
    ranked = sorted(told, key=lambda name: -len(told[name]))
    if not ranked or len(told[ranked[0]]) < 2 or (len(ranked) > 1 and len(told[ranked[0]]) == len(told[ranked[1]])):
        return None
    return ranked[0]


def _without_articles(text: str) -> str:
    return re.sub(r"\b[Tt]he (?=[A-Z])", "", text.replace("’", "'"))


def _ways(text: str, alias: str) -> set[int]:
    return {
        number
        for number, phrases in enumerate(load("self_naming"))
        if any(_says(text, phrase.format(name=alias)) for phrase in phrases)
    }


def _says(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    after = text[at + len(phrase) : at + len(phrase) + 2]
    return at >= 0 and not after[:1].isalnum() and after != "'s"


def _issuer(page: list[str], body: tuple[int, int]) -> str | None:
    """Return the institution in the letterhead of a communiqué, written as the text writes it."""
    head = page[: body[0] + 1][:12]
    if not any(text.casefold().startswith(tuple(listed("letterhead"))) for text in head):
        return None
    names = load("organization_words")
    known_words = {*names["state"], *names["other"], *names["first"]}
    for text in head[:4]:
        name = nameplate.plain(text)
        words = [word.strip(EDGES) for word in name.casefold().replace("-", " ").split()]
        if 1 < len(words) <= 10 and is_proper(name.split()) and known_words & set(words):
            return _as_written(name, page)
    return None


def _as_written(name: str, page: list[str]) -> str:
    """Return a name set in capitals as the page writes it elsewhere, else with capital first letters."""
    if not name.isupper():
        return name
    found = (re.search(re.escape(name), text[:20_000], re.IGNORECASE) for text in page if len(text) >= len(name))
    written = next((match[0] for match in found if match and not match[0].isupper()), None)
    small = " ".join(word.lower() if word.lower() in listed("joining") else word.title() for word in name.split())
    return written or small
