"""Rules about numbers: that a figure's value stands in the words it rests on."""

import math
import re
from collections.abc import Iterator
from functools import cache

from generator.records.checks.registry import Context, Finding, rule
from generator.records.models import Evidence
from generator.vocabulary import load

_DIGITS = re.compile(
    r"(?P<minus>(?<![\w)])[-−–]|\bminus )?(?P<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
)
_PLAIN = re.compile(r"(?<![\w)\-−–])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\d.,])|(?<![\w)\-−–.,])\d+(?![\d.,])")
"""Whole numbers in digits that nothing else stands at."""

_WORD = re.compile(r"[^\W\d_]+")


@rule(
    "figure-not-quoted",
    "warning",
    "A figure's value is one of the numbers that its quotes give, in digits or in (English) words.",
    "Correct the value, or quote the words that give it.",
)
def figure_not_quoted(context: Context) -> Iterator[Finding]:
    """Figures whose quotes give other numbers only."""
    for ident, event in context.library.events.items():
        for index, figure in enumerate(event.figures):
            quotes = [piece.quote for piece in figure.evidence if _is_english(context, piece)]
            if len(quotes) < len(figure.evidence):
                continue
            for name, value in (("value", figure.value), ("upper", figure.upper)):
                if value is not None and (said := _contradicting(value, quotes)):
                    message = f"{value:,.15g} is none of the numbers quoted ({', '.join(said[:_MOST])})"
                    remedy = "correct it, or quote the words that give it"
                    yield Finding("events", ident, ("figures", index, name), f"{message}; {remedy}")


_MOST = 4


def _is_english(context: Context, piece: Evidence) -> bool:
    article = context.library.articles.get(context.library.resolve("articles", piece.article) or "")
    return article is not None and article.language == "en"


@cache
def _no_count() -> re.Pattern[str]:
    """Return what finds ages, years, times, dates and numbers in names, which may give a value but contradict none."""
    names = "|".join(name for names in load("months").values() for name in names)
    return re.compile(
        rf"\d+[- ]years?[- ]olds?\b|\baged? \d+(?:(?:, | and | or |[-–])\d+)*|\b(?:1[89]|20)\d\d\b|\d+:\d\d"
        rf"|\d+(?:st|nd|rd|th)\b|[A-Za-z]-?\d+|\b(?:{names})\.? \d+|\d+ (?:{names})\b",
        re.IGNORECASE,
    )


def _contradicting(value: float, quotes: list[str]) -> list[str]:
    """Return the numbers that quotes give, as they give them, if value is none of them; nothing if it may be one."""
    said: list[str] = []
    unscaled = [_scaled().sub(" ", quote) for quote in quotes]
    if any(value == int(re.sub(r"\D", "", plain)) for quote in unscaled for plain in _plain(quote)):
        return []
    for quote in quotes:
        given, values = _numbers(quote)
        if values is None or any(math.isclose(value, one) for one in values):
            return []
        said += given
    return said


def _plain(quote: str) -> list[str]:
    return [] if "minus" in quote else _PLAIN.findall(quote)


def _numbers(quote: str) -> tuple[list[str], set[float] | None]:
    """Return what a quote counts, as it is written, and all values that it may give; None if that may be any.

    A number with a scale behind it gives the scaled value alone; another may share the scale: two to three million.
    """
    words = _WORD.findall(quote.lower())
    known = load("number_words")
    if any(word in known["sizes"] or word in known["parts"] for word in words):
        return [], None
    scales = _values(words, "scales")
    scaled, rest = list(_scaled().finditer(quote)), _scaled().sub(" ", quote)
    left = _WORD.findall(rest.lower())
    values = {sign * number for found in _DIGITS.finditer(rest) for sign, number in _read(found)}
    values |= _values(left, "cardinals") | _values(left, "ordinals") | _values(left, "implied")
    values |= {value * scale for value in values for scale in scales} | _values(left, "scales")
    values |= {value for found in scaled for value in _with_scale(found)} | set(_spelled(words))
    counts = _DIGITS.finditer(_no_count().sub(" ", rest))
    spelled = [word for word in left if word in known["cardinals"]]
    return [found[0].strip() for found in scaled] + [found["number"] for found in counts] + spelled, values


def _values(words: list[str], name: str) -> set[float]:
    """Return what those of words mean that are in a list of the vocabulary."""
    known = load("number_words")[name]
    return {float(known[word]) for word in words if word in known}


@cache
def _scaled() -> re.Pattern[str]:
    """Return what finds numbers with a scale behind them; m is none, as it may be metres."""
    known = load("number_words")
    names = "|".join(name for name in known["scales"] if name not in known["units"].values())
    cardinals = "|".join(known["cardinals"])
    pattern = rf"(?:{_DIGITS.pattern}|\b(?P<word>{cardinals}))(?P<scales>(?:[\s-]*(?:{names})\b)+)"
    return re.compile(pattern, re.IGNORECASE)


def _with_scale(found: re.Match[str]) -> Iterator[float]:
    known = load("number_words")
    scale = math.prod(known["scales"][name] for name in _WORD.findall(found["scales"].lower())[:_SCALES])
    if found["word"]:
        yield float(known["cardinals"][found["word"].lower()] * scale)
    else:
        yield from (sign * number * scale for sign, number in _read(found))


def _read(found: re.Match[str]) -> Iterator[tuple[int, float]]:
    """Yield sign and amount of digits; a dash before them is a minus, or joins them to other words."""
    number = float(re.sub(r"[,\s]", "", found["number"]))
    if found["minus"] != "minus ":
        yield 1, number
    if found["minus"]:
        yield -1, number


_SCALES = 3
"""Words for a scale in a row: a thousand million."""

_FAR = 10.0**15
"""From here on words spell out no number that is counted."""


def _spelled(words: list[str]) -> Iterator[float]:
    """Yield the numbers that words spell out: twenty, five, and hundred make 2500."""
    known = load("number_words")
    total = current = 0
    for word in [*words, ""]:
        if word in known["cardinals"]:
            current += known["cardinals"][word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in known["scales"] and current and total < _FAR:
            total, current = total + current * known["scales"][word], 0
        elif word != "and" and (total or current):
            yield float(total + current)
            total = current = 0
