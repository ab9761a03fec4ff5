"""The words of English time expressions as pattern fragments, and the numbers that they stand for."""

import re
from collections.abc import Mapping, Sequence

from generator.vocabulary import load

WORDS = load("time_words")
NUMBERS = load("number_words")
MONTHS: dict[str, int] = WORDS["months"]
WEEKDAYS: dict[str, int] = WORDS["weekdays"] | WORDS["weekdays_short"]
CARDINALS: dict[str, int] = NUMBERS["cardinals"] | {"a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2}
UNIT_DAYS = {"day": 1, "date": 1, "night": 1, "week": 7, "fortnight": 14}
UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def one_of(words: Mapping[str, object] | Sequence[str]) -> str:
    """Return the alternatives of a pattern, the longer first."""
    return "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=lambda w: (-len(w), w)))


MON = rf"(?:(?:{one_of(MONTHS)})\b\.?)"
WDAY = rf"(?:(?:{one_of(WORDS['weekdays'])})(?:['’]s)?\b)"
WDAY_ANY = rf"(?:(?:{one_of(WEEKDAYS)})\b\.?)"
ORD = one_of(NUMBERS["ordinals"])
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b|(?:twenty|thirty)-(?:{ORD})\b|(?:{ORD})\b)"
YEAR = r"(?:(?:1[6-9]|20)\d\d\b)"
YEAR_WORDS = (
    rf"(?:nineteen[ -](?:{one_of(NUMBERS['cardinals'])})(?:[ -](?:{one_of(NUMBERS['cardinals'])}))?"
    rf"|the year two thousand(?: (?:and )?(?:{one_of(NUMBERS['cardinals'])})(?:-(?:{one_of(NUMBERS['cardinals'])}))?)?)"
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUM = rf"(?:\d{{1,3}}|(?:{TENS})-(?:{one_of(NUMBERS['cardinals'])})|{one_of(CARDINALS)})"
UNIT = r"(?:day|night|week|fortnight|month|quarter|year|decade)"
DASH = r"(?: ?[-–—] ?| to | and | through | until )"
THE = r"(?:the )?"
LAST = r"(?:last|past|previous|preceding|prior)"
NEXT = r"(?:next|coming|following|upcoming)"
THIS = r"(?:this|the current|this current)"
PART = r"(?:morning|afternoon|evening|night|midnight|noon)"
HEDGE = r"(?:about|around|approximately|roughly|nearly|almost|some|circa|over|more than|less than)"
PREFIX = (
    r"(?:early|late|mid|earlier|later|the (?:very )?(?:end|beginning|start|middle|close|morning|afternoon|evening"
    r"|night|early (?:hours|morning)|eve|latter part|early part|first days|last days) of"
    r"|(?:the )?(?:early|late) (?:morning|hours) of|mid)"
)


def number(text: str) -> int | None:
    """Return the value of a number in digits or words, None where it is neither."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    if text in CARDINALS:
        return CARDINALS[text]
    tens, _, ones = text.partition("-")
    return CARDINALS[tens] + CARDINALS[ones] if tens in CARDINALS and ones in CARDINALS else None


def day_number(text: str) -> int:
    """Return the day of the month: "2", "2nd", "twenty-second"."""
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    tens, _, ones = text.partition("-")
    ordinals: dict[str, int] = NUMBERS["ordinals"]
    return CARDINALS[tens] + ordinals[ones] if ones else ordinals[text]


def month_number(text: str) -> int:
    """Return the month of a name, long or short."""
    return MONTHS[text.rstrip(".")]
