"""Amounts: a number with its unit, as a reader says it: 30 days, 1.3 billion US dollars, 20–30 %."""

from functools import cache

from babel.numbers import format_compact_decimal, get_currency_name
from babel.units import format_unit

from generator.site.text import Language
from generator.vocabulary import load

MANY = 1_000_000
"""From so many on, a sum is said in millions, billions and so on, where two decimals say all of it."""
_PERCENT = ("%", "percent")


def amount(words: Language, value: float, upper: float | None, unit: str | None) -> str:
    """Return a number, or a range of numbers, with its unit once; what is no known unit stands behind as it is."""
    if unit and unit in words.locale.currencies:
        return f"{_sum(words, value, upper)} {get_currency_name(unit, _whole(upper or value), words.locale)}"
    ends = [value] if upper is None else [value, upper]
    told, last = "–".join(map(words.number, ends)), _whole(ends[-1])
    if unit in _PERCENT:
        return f"{told} %"
    if unit == "percentage point":
        return words.say("percentage_points", count=last, number=told)
    if unit in load("units"):
        said = str(format_unit(last, load("units")[unit], locale=words.locale))
        return said.replace(words.number(ends[-1]), told, 1)
    return f"{told} {unit}" if unit else told


def measured(words: Language, measure: str, unit: str | None) -> tuple[str, bool]:
    """Return what is counted, and whether that is told; where a record has its unit for it, only the sort of amount."""
    if not unit or not {measure.casefold(), measure.casefold().removesuffix("s")} & _unit_words():
        return measure, True
    is_time = str(load("units").get(unit, "")).startswith("duration-")
    sort = "money" if unit in words.locale.currencies else "time" if is_time else "size"
    return words.say("amount_share" if unit in _PERCENT else f"amount_{sort}"), False


def short(words: Language, value: float) -> str:
    """Return a number with as few letters as an axis has room for: 1.5B, 500M, 20,000."""
    if value < MANY:
        return words.number(value)
    return str(format_compact_decimal(value, format_type="short", locale=words.locale, fraction_digits=2))


def _sum(words: Language, value: float, upper: float | None) -> str:
    if upper is None:
        return _large(words, value)
    power = _power(value)
    if power and power == _power(upper):
        return f"{words.number(_whole(value / power))}–{_large(words, upper)}"
    return f"{_large(words, value)}–{_large(words, upper)}"


def _large(words: Language, value: float) -> str:
    if not _power(value):
        return words.number(value)
    return str(format_compact_decimal(value, format_type="long", locale=words.locale, fraction_digits=2))


def _power(value: float) -> float:
    """Return what a number is told in, if that needs two decimals at most: a million, a billion; 0 for none."""
    power = next((10.0**zeros for zeros in (12, 9, 6) if value >= 10**zeros), 0.0)
    return power if power and (value / power * 100).is_integer() else 0.0


def _whole(value: float) -> float:
    """Return a whole number as one: of 1.0 the plural is not that of 1."""
    return int(value) if value == int(value) else value


@cache
def _unit_words() -> frozenset[str]:
    """Return the words and codes that say a unit or a currency and nothing of what is counted."""
    numbers = load("number_words")
    named = {**numbers["units"], **numbers["currency_words"]}
    said = (*named, *named.values(), *numbers["currency_codes"], *load("units"))
    return frozenset(str(word).casefold() for word in said)
