"""The grammar of English time expressions: patterns, and what each means in EDTF.

A rule is a pattern over lower-case words, single spaces between them, and a function from its match to EDTF or None.
`expression` finds all that the rules can read; patterns are tried in order, so the longer stands before the shorter.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from generator.drafting import date_values as values
from generator.drafting.date_now import Handler, Now, interval
from generator.drafting.date_words import (
    CARDINALS,
    DASH,
    DAY,
    HEDGE,
    LAST,
    MON,
    MONTHS,
    NEXT,
    NUM,
    NUMBERS,
    PART,
    PREFIX,
    THE,
    THIS,
    UNIT,
    WDAY,
    WDAY_ANY,
    WEEKDAYS,
    WORDS,
    YEAR,
    YEAR_WORDS,
    one_of,
)
from generator.records.dates import parse


@dataclass(frozen=True)
class Rule:
    """How one kind of expression is read."""

    name: str
    pattern: re.Pattern[str]
    value: Handler


def _eve(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], now)
    return (
        str(date.fromisoformat(value) - timedelta(days=1))
        if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        else value
    )


def _part_of(m: re.Match[str], now: Now) -> str | None:
    return resolve(m["rest"], now)


def _about(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], now)
    return f"{value}~" if value and "/" not in value and not value.endswith("~") else value


def _since(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], replace(now, tense="over"))
    return f"{value.split('/')[0]}/.." if value else None


def _until(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], replace(now, tense=now.tense or "future"))
    return f"../{value.split('/')[-1]}" if value else None


def _from_to(m: re.Match[str], now: Now) -> str | None:
    first, last = resolve(m["a"], now), resolve(m["b"], now)
    if not first or not last or "/" in first + last:
        return None
    return interval(first, last) if parse(first).first <= parse(last).first else None


_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|q[1-4])"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:fiscal )?(?P<year>{YEAR}|(?:this|last|next) year))?"

# Rules that stand for themselves, longest first.
_CORE: list[tuple[str, str, Handler]] = [
    ("iso-date", r"(?P<y>(?:1[6-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", values.iso),
    ("numeric-date", r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d\d)\b", values.numeric),
    (
        "day-range",
        rf"(?P<month>{MON}) (?P<day>{DAY}){DASH}(?:(?P<month2>{MON}) )?(?P<day2>{DAY})(?:,? (?P<year>{YEAR}))?(?! \d)",
        values.day_range,
    ),
    (
        "day-range",
        (
            rf"(?P<day>{DAY})(?: (?:of )?(?P<month>{MON}))?{DASH}(?P<day2>{DAY}) (?:of )?(?P<month2>{MON})"
            rf"(?:,? (?P<year>{YEAR}))?"
        ),
        values.day_range,
    ),
    (
        "month-day",
        rf"(?:(?P<wday>{WDAY_ANY}),? )?(?:the )?(?P<month>{MON}) (?:the )?(?P<day>{DAY})(?:,? (?P<year>{YEAR}))?",
        values.month_day,
    ),
    (
        "day-month",
        rf"(?:(?P<wday>{WDAY_ANY}),? )?(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MON})(?:,? (?P<year>{YEAR}))?",
        values.month_day,
    ),
    ("month-year", rf"(?P<month>{MON}),?(?: of)? (?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS}))", values.month_year),
    ("month-of-year", rf"(?:(?P<which>(?:last|this|next) year)['’]s (?P<month>{MON}))", values.month),
    ("month-of-year", rf"(?P<month>{MON}),? (?:of )?(?P<which>(?:last|this|next|the same) year)", values.month),
    ("quarter", rf"{THE}(?:(?P<fiscal>fiscal) )?{_NTH}(?: |-)?(?:quarter)?(?<=r|[1-4]){_OF_YEAR}", values.quarter),
    ("half-year", rf"{THE}(?P<nth>first|second) half of (?P<year>{YEAR}|(?:this|last|next|the) year)", values.half),
    (
        "season",
        rf"{THE}(?P<season>spring|summer|autumn|fall|winter),?(?: of)? (?P<year>{YEAR}|(?:this|last|next) year)",
        values.season,
    ),
    ("season", r"(?P<which>this|last|next) (?P<season>spring|summer|autumn|fall|winter)", values.season),
    (
        "holiday",
        (
            rf"(?:(?P<which>last|this|next) )?(?P<holiday>{one_of(WORDS['holidays'] | WORDS['moving_holidays'])})"
            rf"(?:,? (?P<year>{YEAR}))?"
        ),
        values.holiday,
    ),
    ("day-word", r"(?:the )?day before yesterday", values.fixed_shift(-2)),
    ("day-word", r"(?:the )?day after tomorrow", values.fixed_shift(2)),
    ("day-word", r"last (?:night|evening)", values.fixed_shift(-1)),
    ("day-word", r"this (?:morning|afternoon|evening)|at midnight", values.fixed_shift(0)),
    (
        "day-word",
        rf"(?:(?:just|about|some|only) )?(?:{NUM}|a few|few|several) (?:hour|minute)s? ago",
        values.fixed_shift(0),
    ),
    (
        "story-day",
        r"(?:earlier|later) (?:in|on) the day|in the (?:early |late )?(?:morning|afternoon|evening)",
        values.story_day,
    ),
    ("day-word", rf"(?P<word>{one_of(WORDS['days'])})(?:['’]s)?(?: {PART})?\b", values.near_day),
    (
        "weekday-of-week",
        rf"(?P<wday>{WDAY})(?: {PART})?,?(?: of)? (?P<which>{LAST}|{THIS}|{NEXT}) week",
        values.week_and_day,
    ),
    (
        "weekday",
        rf"(?:(?P<which>(?:the |this )?(?:{LAST}|{NEXT})|this) )?(?P<wday>{WDAY})(?: {PART}s?)?(?: local time)?",
        values.weekday,
    ),
    (
        "anaphoric",
        (
            r"(?:the|that)(?: very)? same (?P<unit>day|date|night|week|month|year)"
            r"|that (?P<unit2>day|date|night|week|month|year)"
        ),
        values.same,
    ),
    (
        "anaphoric",
        rf"the (?P<which>previous|preceding|following|next) (?P<unit>day|night|week|month|year)(?: {PART})?",
        values.beside,
    ),
    ("anaphoric", r"the next (?:morning|evening|afternoon)", values.next_day),
    ("shift", rf"(?:(?P<hedge>{HEDGE}) )?(?:just )?(?P<num>{NUM})[ -](?P<unit>{UNIT})s? (?:or so )?ago", values.ago),
    (
        "shift",
        (
            rf"(?:just |only )?(?:(?P<num>{NUM})|the)[ -](?P<unit>{UNIT})s?[ -]"
            r"(?P<way>earlier|before|previously|prior|later|after|afterwards)(?! [a-z0-9])"
        ),
        values.earlier,
    ),
    (
        "window",
        (
            rf"(?:over |in |during |for |within )?{THE}(?P<which>{LAST}|{NEXT}) (?:(?P<num>{NUM}|few|several) )"
            r"(?P<unit>day|night|week|month|year)s?"
        ),
        values.window,
    ),
    (
        "window",
        rf"(?P<which>within) (?:the )?(?:next )?(?P<num>{NUM})[ -](?P<unit>day|week|month|year)s?",
        values.window,
    ),
    ("week", rf"(?:{THE}(?P<which>{LAST}|{NEXT}|{THIS})|this) weekend", values.weekend),
    (
        "days-around",
        r"(?:the )?(?P<which>recent|coming|next few|last few|past few) days|within days|days ago|in days",
        values.days_around,
    ),
    ("week", r"the weekend\b(?! of)", values.weekend),
    ("year-words", rf"(?P<words>{YEAR_WORDS})", values.year_in_words),
    (
        "calendar-unit",
        rf"{THE}(?P<which>{LAST}|{NEXT}|{THIS}|the) (?:fiscal )?(?P<unit>week|month|quarter|year|decade)(?:['’]s)?\b",
        values.calendar_unit,
    ),
    ("year-end", rf"(?:{THE}(?P<year>this|last|next)? ?year(?:['’]s)?[ -]end)(?: {YEAR})?", values.year_end),
    ("years", rf"(?P<year>{YEAR}) ?[-–] ?(?P<year2>{YEAR}|\d\d\b)(?!-)", values.years),
    ("decade", r"(?:the )?(?P<year>(?:1[6-9]|20)\d0|[2-9]0)['’]?s\b", values.decade),
    ("year", rf"(?:the )?(?:(?:fiscal|year|fiscal year|calendar year) )?(?P<year>{YEAR})(?:['’]s)?", values.year),
    ("month", rf"(?:(?P<which>last|this|next) )?(?P<month>{MON})", values.month),
]


# Rules around another expression.
_OUTER: list[tuple[str, str, Handler]] = [
    ("since", r"(?:ever )?since (?P<rest>.+)", _since),
    ("until", r"(?:until|till|up to) (?P<rest>.+)", _until),
    ("from-to", rf"(?:from|between|(?:on )?the night (?:from|between)) (?P<a>.+?){DASH}(?P<b>.+)", _from_to),
    ("about", r"(?:about|around|circa|approximately|roughly) (?P<rest>.+)", _about),
    ("eve", r"the eve of (?P<rest>.+)", _eve),
    ("part", rf"(?:on|in|by|during|{PREFIX})[ -](?P<rest>.+)", _part_of),
    ("part", rf"(?P<rest>.+?),? (?:{PART}|at (?:dawn|dusk|noon|midnight)|or later|and beyond|period)", _part_of),
]


def _compile(rules: list[tuple[str, str, Handler]]) -> list[Rule]:
    return [Rule(name, re.compile(pattern), value) for name, pattern, value in rules]


@lru_cache(maxsize=1)
def rules() -> list[Rule]:
    """Return all rules, those that stand for themselves first."""
    return _compile(_CORE) + _compile(_OUTER)


@lru_cache(maxsize=1)
def expression() -> re.Pattern[str]:
    """Return the pattern that finds time expressions in lower-case text."""
    core = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=sep)", "[./]") for _, pattern, _ in _CORE)
    outer = rf"(?:(?:ever )?since |until |till |(?:around|about) (?!{WDAY}))?(?:(?:{PREFIX})[ -])?"
    return re.compile(rf"(?<![\w.$€£-]){outer}(?:{core})(?![\w]|-\w|\.\d)")


@lru_cache(maxsize=1)
def first_word() -> re.Pattern[str]:
    """Return the pattern of the words that a time expression can begin with: a quick look before the long one."""
    words = [
        *MONTHS,
        *WEEKDAYS,
        *CARDINALS,
        *NUMBERS["ordinals"],
        *WORDS["seasons"],
        *WORDS["days"],
        *WORDS["holidays"],
    ]
    words += [*WORDS["moving_holidays"], *WORDS["first_words"]]
    return re.compile(rf"(?<![\w.$€£-])(?:\d|(?:{one_of(words)})\b)")


def resolve(text: str, now: Now) -> str | None:
    """Return the EDTF value of one time expression, or None where the words or what is known do not tell."""
    return resolve_with_rule(text, now)[0]


def resolve_with_rule(text: str, now: Now) -> tuple[str | None, str]:
    """Return the EDTF value and the name of the rule that read it (empty where none could)."""
    words = " ".join(text.lower().split()).strip(" ,;:")
    for rule in rules():
        match = rule.pattern.fullmatch(words)
        if match:
            value = rule.value(match, now)
            if value is not None:
                return value, rule.name
    return None, ""
