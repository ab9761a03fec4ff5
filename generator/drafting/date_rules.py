"""The grammar of English time expressions: patterns, and what each means in EDTF.

A rule is a pattern over lower-case words, single spaces between them, and a function from its match to EDTF or None.
`EXPRESSION` finds all that the rules can read; patterns are tried in order, so the longer stands before the shorter.
"""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from generator.records.dates import Span, parse
from generator.vocabulary import load

_WORDS = load("time_words")
_NUMBERS = load("number_words")
_MONTHS: dict[str, int] = _WORDS["months"]
_WEEKDAYS: dict[str, int] = _WORDS["weekdays"] | _WORDS["weekdays_short"]
_CARDINALS: dict[str, int] = _NUMBERS["cardinals"] | {"a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2}
_UNIT_DAYS = {"day": 1, "date": 1, "night": 1, "week": 7, "fortnight": 14}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True)
class Now:
    """What a time expression is read against: the days the article may be of, the tense, and the date last named."""

    published: Span | None = None
    tense: str | None = None
    before: str | None = None
    years: tuple[int, ...] = ()

    @property
    def day(self) -> date | None:
        span = self.published
        return span.first if span and span.is_day and not span.approximate else None

    @property
    def month(self) -> tuple[int, int] | None:
        span = self.published
        if span is None or span.approximate or (span.first.year, span.first.month) != (span.last.year, span.last.month):
            return None
        return span.first.year, span.first.month

    @property
    def year(self) -> int | None:
        span = self.published
        return span.first.year if span and span.first.year == span.last.year else None

    @property
    def middle(self) -> date | None:
        span = self.published
        return span.first + (span.last - span.first) / 2 if span else None


Handler = Callable[[re.Match[str], Now], "str | None"]


@dataclass(frozen=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    value: Handler


def _any(words: Mapping[str, object] | Sequence[str]) -> str:
    return "|".join(re.escape(w).replace("'", "['’]") for w in sorted(words, key=lambda w: (-len(w), w)))


_MON = rf"(?:(?:{_any(_MONTHS)})\b\.?)"
_WDAY = rf"(?:(?:{_any(_WORDS['weekdays'])})(?:['’]s)?\b)"
_WDAY_ANY = rf"(?:(?:{_any(_WEEKDAYS)})\b\.?)"
_ORD = _any(_NUMBERS["ordinals"])
_DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b|(?:twenty|thirty)-(?:{_ORD})\b|(?:{_ORD})\b)"
_YEAR = r"(?:(?:1[6-9]|20)\d\d\b)"
_YEAR_WORDS = (
    rf"(?:nineteen[ -](?:{_any(_NUMBERS['cardinals'])})(?:[ -](?:{_any(_NUMBERS['cardinals'])}))?"
    rf"|the year two thousand(?: (?:and )?(?:{_any(_NUMBERS['cardinals'])})(?:-(?:{_any(_NUMBERS['cardinals'])}))?)?)"
)
_NUM = rf"(?:\d{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:{_any(_NUMBERS['cardinals'])})|{_any(_CARDINALS)})"
_UNIT = r"(?:day|night|week|fortnight|month|quarter|year|decade)"
_DASH = r"(?: ?[-–—] ?| to | and | through | until )"
_THE = r"(?:the )?"
_LAST = r"(?:last|past|previous|preceding|prior)"
_NEXT = r"(?:next|coming|following|upcoming)"
_THIS = r"(?:this|the current|this current)"
_PART = r"(?:morning|afternoon|evening|night|midnight|noon)"
_HEDGE = r"(?:about|around|approximately|roughly|nearly|almost|some|circa|over|more than|less than)"
_PREFIX = (
    r"(?:early|late|mid|earlier|later|the (?:very )?(?:end|beginning|start|middle|close|morning|afternoon|evening"
    r"|night|early (?:hours|morning)|eve|latter part|early part|first days|last days) of"
    r"|(?:the )?(?:early|late) (?:morning|hours) of|mid)"
)


# arithmetic -----------------------------------------------------------------------------------------------------------


def add_months(day: date, months: int) -> date:
    """Return the day that many months on, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def interval(first: date | str, last: date | str) -> str:
    """Return EDTF for a span of days, or for the one day."""
    return str(first) if first == last else f"{first}/{last}"


def _month_of(year: int, month: int) -> str:
    years, index = divmod(month - 1, 12)
    return f"{year + years:04d}-{index + 1:02d}"


def _months(year: int, first: int, count: int) -> str:
    return interval(_month_of(year, first), _month_of(year, first + count - 1))


def _number(text: str) -> int | None:
    text = text.strip()
    if text.isdigit():
        return int(text)
    if text in _CARDINALS:
        return _CARDINALS[text]
    tens, _, ones = text.partition("-")
    return _CARDINALS[tens] + _CARDINALS[ones] if tens in _CARDINALS and ones in _CARDINALS else None


def _day_number(text: str) -> int:
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    tens, _, ones = text.partition("-")
    ordinals: dict[str, int] = _NUMBERS["ordinals"]
    return _CARDINALS[tens] + ordinals[ones] if ones else ordinals[text]


def _month_number(text: str) -> int:
    return _MONTHS[text.rstrip(".")]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(candidates: list[date], now: Now) -> date | None:
    """Return what lies nearest, where what the tense speaks against counts as three times as far (a day is no matter)."""
    middle = now.middle
    if middle is None or not candidates:
        return None

    def distance(day: date) -> tuple[int, date]:
        days = (day - middle).days
        against = (now.tense == "past" and days > 1) or (now.tense == "future" and days < -1)
        return abs(days) * (3 if against else 1), day

    return min(candidates, key=distance)


# what each rule means -------------------------------------------------------------------------------------------------


def _iso(m: re.Match[str], _: Now) -> str | None:
    day = _valid(int(m["y"]), int(m["m"]), int(m["d"]))
    return str(day) if day else None


def _numeric(m: re.Match[str], now: Now) -> str | None:
    first, second, year = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 2:
        year += 1900 if now.year and year > now.year % 100 + 10 else 2000
    readings = {_valid(year, second, first)} if m["sep"] == "." else {_valid(year, first, second), _valid(year, second, first)}
    days = sorted(d for d in readings if d)
    if len(days) == 2 and now.day:
        days = [d for d in days if abs(d - now.day) <= timedelta(days=31)]
    return str(days[0]) if len(days) == 1 else None


def _month_day(m: re.Match[str], now: Now) -> str | None:
    month, day = _month_number(m["month"]), _day_number(m["day"])
    groups = m.groupdict()
    if groups.get("year"):
        full = _valid(int(groups["year"]), month, day)
        return str(full) if full else None
    weekday = groups.get("wday")
    return _yearless(month, day, _WEEKDAYS[re.sub(r"['’]s$|\.$", "", weekday)] if weekday else None, now)


def _yearless(month: int, day: int, weekday: int | None, now: Now) -> str | None:
    around = [now.year] if now.year else list(now.years)
    years = sorted({y + step for y in around for step in ((-1, 0, 1) if now.year else (0,))})
    days = [d for y in years if (d := _valid(y, month, day))]
    fitting = [d for d in days if d.weekday() == weekday] if weekday is not None else []
    if now.middle is None:
        return str(fitting[0]) if len(fitting) == 1 else None
    chosen = _nearest(fitting or days, now)
    return str(chosen) if chosen else None


def _day_range(m: re.Match[str], now: Now) -> str | None:
    month, other = _month_number(m["month"]), m.groupdict().get("month2")
    year = f" {m['year']}" if m["year"] else ""
    last = resolve(f"{calendar.month_name[_month_number(other) if other else month].lower()} {m['day2']}{year}", now)
    if last is None:
        return None
    end = date.fromisoformat(last)
    first = _valid(end.year, month, _day_number(m["day"]))
    if first and first > end:
        first = _valid(end.year - 1, month, _day_number(m["day"]))
    return interval(first, end) if first and first <= end else None


def _month_year(m: re.Match[str], now: Now) -> str:
    return _month_of(int(m["year"] or _year_in_words(m, now)), _month_number(m["month"]))


def _month(m: re.Match[str], now: Now) -> str | None:
    month, which, year = _month_number(m["month"]), m.groupdict().get("which"), now.year
    if year is None:
        return None
    if which and (which.startswith("last") or which.startswith("next")) and "year" in which:
        return _month_of(year + (1 if which.startswith("next") else -1), month)
    if which and "year" in which:
        return _month_of(year, month)
    this = now.middle.month if now.middle else 0
    if which == "this" or (which is None and month == this):
        return _month_of(year, month)
    if which == "last":
        return _month_of(year if month < this else year - 1, month)
    if which == "next":
        return _month_of(year if month > this else year + 1, month)
    chosen = _nearest([date(y, month, 15) for y in (year - 1, year, year + 1)], now)
    return f"{chosen:%Y-%m}" if chosen else None


def _year(m: re.Match[str], _: Now) -> str:
    return m["year"]


def _year_in_words(m: re.Match[str], _: Now) -> str:
    words = re.split(r"[ -]", m["words"].replace("the year two thousand", "twothousand").replace(" and ", " "))
    base = 1900 if words[0] == "nineteen" else 2000
    return f"{base + sum(_CARDINALS[w] for w in words[1:])}"


def _decade(m: re.Match[str], now: Now) -> str | None:
    first = int(m["year"]) if len(m["year"]) == 4 else 1900 + int(m["year"])
    return f"{first}/{first + 9}"


def _years(m: re.Match[str], _: Now) -> str | None:
    first, last = m["year"], m["year2"]
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if first < last else None


def _which_year(words: str | None, now: Now) -> int | None:
    """Return the year of "1998", "this year", "last year", "" (the article's)."""
    if words and (m := re.search(r"\d{4}", words)):
        return int(m[0])
    if now.year is None:
        return None
    return now.year + (-1 if words and re.search(_LAST, words) else 1 if words and "next" in words else 0)


def _quarter(m: re.Match[str], now: Now) -> str | None:
    year, number = _which_year(m["year"], now), _day_number(m["nth"]) if m["nth"] in _NUMBERS["ordinals"] else int(m["nth"][-1])
    if year is None or number > 4:
        return None
    if m["year"] is None and now.month and now.tense != "future" and (year, 3 * number - 2) > now.month:
        year -= 1
    return _months(year, 3 * number - 2, 3)


def _half(m: re.Match[str], now: Now) -> str | None:
    year = _which_year(m["year"], now)
    return _months(year, 1 if m["nth"] == "first" else 7, 6) if year else None


def _season(m: re.Match[str], now: Now) -> str | None:
    first, count = _WORDS["seasons"][m["season"]]
    which, words = m.groupdict().get("which"), m.groupdict().get("year")
    year = _which_year(words, now)
    if year is None:
        return None
    if not words and now.month:
        if which == "last" and (year, first + count - 1) >= now.month:
            year -= 1
        elif which == "next" and (year, first) <= now.month:
            year += 1
        elif which is None and now.tense == "past" and (year, first) > now.month:
            year -= 1
    return _months(year, first, count)


def _near_day(m: re.Match[str], now: Now) -> str | None:
    return _shift_day(now, _WORDS["days"][m["word"]])


def _shift_day(now: Now, days: int) -> str | None:
    return str(now.day + timedelta(days=days)) if now.day else None


def _fixed_shift(days: int) -> Handler:
    return lambda _, now: _shift_day(now, days)


def _weekday(m: re.Match[str], now: Now) -> str | None:
    if now.day is None:
        return None
    which, wanted = m.groupdict().get("which") or "", _WEEKDAYS[re.sub(r"['’]s$|\.$", "", m["wday"])]
    back = (now.day.weekday() - wanted) % 7
    if "next" in which or "following" in which:
        return str(now.day + timedelta(days=(7 - back) if back else 7))
    if re.search(_LAST, which):
        return str(now.day - timedelta(days=back or 7))
    if now.tense == "future" or "coming" in which:
        return str(now.day + timedelta(days=(7 - back) % 7))
    return str(now.day - timedelta(days=back))


def _week_and_day(m: re.Match[str], now: Now) -> str | None:
    if now.day is None:
        return None
    monday = now.day - timedelta(days=now.day.weekday()) + timedelta(days=7 * _step(m["which"]))
    return str(monday + timedelta(days=_WEEKDAYS[m["wday"]]))


def _step(which: str) -> int:
    return -1 if re.search(_LAST, which) else 1 if re.search(_NEXT, which) else 0


def _calendar_unit(m: re.Match[str], now: Now) -> str | None:
    unit, step = m["unit"], _step(m["which"])
    if unit == "year":
        return str(now.year + step) if now.year else None
    if unit == "month":
        return _month_of(now.month[0], now.month[1] + step) if now.month else None
    if unit == "quarter":
        return _months(now.month[0], (now.month[1] - 1) // 3 * 3 + 1 + 3 * step, 3) if now.month else None
    if unit == "decade":
        return f"{now.year // 10 * 10 + 10 * step}/{now.year // 10 * 10 + 10 * step + 9}" if now.year else None
    return _week(now, step, 5 if unit == "weekend" else 0)


def _week(now: Now, step: int, first: int) -> str | None:
    """Return a calendar week from its Monday (first 0), or its weekend (first 5)."""
    if now.day is None:
        return None
    monday = now.day - timedelta(days=now.day.weekday())
    if first == 5 and step == 0 and now.tense != "future" and now.day.weekday() < 5:
        step = -1
    elif first == 5 and step == -1 and now.day.weekday() >= 5:
        step = -1
    monday += timedelta(days=7 * step)
    return interval(monday + timedelta(days=first), monday + timedelta(days=6))


def _weekend(_: re.Match[str], now: Now) -> str | None:
    return _week(now, 0, 5)


def _shifted(base: Now, count: int, unit: str) -> str | None:
    """Return the day, month or year that lies count units from the base, with the unit's precision."""
    if unit in _UNIT_DAYS:
        return str(base.day + timedelta(days=count * _UNIT_DAYS[unit])) if base.day else None
    months = count * _UNIT_MONTHS[unit]
    if unit == "month" or unit == "quarter":
        return _month_of(base.month[0], base.month[1] + months) if base.month else None
    return str(base.year + months // 12) if base.year else None


def _ago(m: re.Match[str], now: Now) -> str | None:
    count = _number(m["num"])
    value = _shifted(now, -count, m["unit"]) if count is not None else None
    return f"{value}~" if value and m["hedge"] else value


def _earlier(m: re.Match[str], now: Now) -> str | None:
    """"A year earlier", "the day before", "two weeks later": from the date last named, else from the article's."""
    count = _number(m["num"] or "a")
    if count is None:
        return None
    sign = -1 if m["way"] in ("earlier", "before", "previously", "prior", "beforehand") else 1
    return _shifted(_anaphoric(now), sign * count, m["unit"])


def _anaphoric(now: Now) -> Now:
    if not now.before:
        return now
    span = parse(now.before)
    return replace(now, published=span) if span.first.year > 1 and span.last.year < 9999 else now


def _same(m: re.Match[str], now: Now) -> str | None:
    base = _anaphoric(now)
    return _shifted(base, 0, m["unit"])


def _beside(m: re.Match[str], now: Now) -> str | None:
    sign = -1 if re.search(_LAST, m["which"]) else 1
    return _shifted(_anaphoric(now), sign, m["unit"])


def _window(m: re.Match[str], now: Now) -> str | None:
    """"The past two days", "within 100 days", "the next three months"."""
    count = _number(m["num"] or "a")
    if now.day is None or count is None:
        return None
    unit, today = m["unit"], now.day
    back = re.search(_LAST, m["which"] or "") is not None
    reach = timedelta(days=count * _UNIT_DAYS[unit]) if unit in _UNIT_DAYS else None
    far = today + (-reach if back else reach) if reach else add_months(today, (-1 if back else 1) * count * _UNIT_MONTHS[unit])
    return interval(far, today - timedelta(days=1)) if back else interval(today, far)


def _days_around(m: re.Match[str], now: Now) -> str | None:
    """"In recent days", "within days": the month, where a week from the day of publication stays in it."""
    if now.day is None:
        return None
    back = m["which"] in ("recent", "last few", "past few") or "ago" in m[0]
    far = now.day + timedelta(days=-7 if back else 7)
    return f"{now.day:%Y-%m}" if far.month == now.day.month else None


def _holiday(m: re.Match[str], now: Now) -> str | None:
    name, year = m["holiday"].replace("’", "'"), m["year"]
    moving = _WORDS["moving_holidays"].get(name)
    years = [int(year)] if year else [now.year - 1, now.year, now.year + 1] if now.year else []
    days = [_nth_weekday(y, *moving) if moving else date(y, *_WORDS["holidays"][name]) for y in years]
    tense = "past" if m["which"] == "last" else "future" if m["which"] == "next" else now.tense
    chosen = days[0] if year else _nearest(days, replace(now, tense=tense))
    return str(chosen) if chosen else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _year_end(m: re.Match[str], now: Now) -> str | None:
    year = _which_year(m["year"], now)
    return f"{year}-12" if year else None


def _eve(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], now)
    return str(date.fromisoformat(value) - timedelta(days=1)) if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value


def _part_of(m: re.Match[str], now: Now) -> str | None:
    return resolve(m["rest"], now)


def _about(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], now)
    return f"{value}~" if value and "/" not in value and not value.endswith("~") else value


def _since(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], replace(now, tense="past"))
    return f"{value.split('/')[0]}/.." if value else None


def _until(m: re.Match[str], now: Now) -> str | None:
    value = resolve(m["rest"], replace(now, tense=now.tense or "future"))
    return f"../{value.split('/')[-1]}" if value else None


def _from_to(m: re.Match[str], now: Now) -> str | None:
    first, last = resolve(m["a"], now), resolve(m["b"], now)
    if not first or not last or "/" in first + last:
        return None
    return interval(first, last) if parse(first).first <= parse(last).first else None


_FIRST_WORDS = (
    "the that this last past previous preceding prior next coming following upcoming early late mid earlier later since ever until till around "
    "about approximately roughly nearly almost some circa over more less just only in during for within day days twenty thirty forty fifty "
    "sixty seventy eighty ninety nineteen fiscal calendar year q1 q2 q3 q4 spring summer autumn fall winter year-end recent"
).split()
_NTH = rf"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|q[1-4])"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:fiscal )?(?P<year>{_YEAR}|(?:this|last|next) year))?"

# Rules that stand for themselves, longest first.
_CORE: list[tuple[str, str, Handler]] = [
    ("iso-date", r"(?P<y>(?:1[6-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    ("numeric-date", r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d\d)\b", _numeric),
    ("day-range", rf"(?P<month>{_MON}) (?P<day>{_DAY}){_DASH}(?:(?P<month2>{_MON}) )?(?P<day2>{_DAY})(?:,? (?P<year>{_YEAR}))?(?! \d)", _day_range),
    ("day-range", rf"(?P<day>{_DAY})(?: (?:of )?(?P<month>{_MON}))?{_DASH}(?P<day2>{_DAY}) (?:of )?(?P<month2>{_MON})(?:,? (?P<year>{_YEAR}))?", lambda m, now: _day_range_before(m, now)),
    ("month-day", rf"(?:(?P<wday>{_WDAY_ANY}),? )?(?:the )?(?P<month>{_MON}) (?:the )?(?P<day>{_DAY})(?:,? (?P<year>{_YEAR}))?", _month_day),
    ("day-month", rf"(?:(?P<wday>{_WDAY_ANY}),? )?(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{_MON})(?:,? (?P<year>{_YEAR}))?", _month_day),
    ("month-year", rf"(?P<month>{_MON}),?(?: of)? (?:(?P<year>{_YEAR})|(?P<words>{_YEAR_WORDS}))", _month_year),
    ("month-of-year", rf"(?:(?P<which>(?:last|this|next) year)['’]s (?P<month>{_MON}))", _month),
    ("month-of-year", rf"(?P<month>{_MON}),? (?:of )?(?P<which>(?:last|this|next|the same) year)", _month),
    ("quarter", rf"{_THE}(?:(?P<fiscal>fiscal) )?{_NTH}(?: |-)?(?:quarter)?(?<=r|[1-4]){_OF_YEAR}", _quarter),
    ("half-year", rf"{_THE}(?P<nth>first|second) half of (?P<year>{_YEAR}|(?:this|last|next|the) year)", _half),
    ("season", rf"{_THE}(?P<season>spring|summer|autumn|fall|winter),?(?: of)? (?P<year>{_YEAR}|(?:this|last|next) year)", _season),
    ("season", r"(?P<which>this|last|next) (?P<season>spring|summer|autumn|fall|winter)", _season),
    ("holiday", rf"(?:(?P<which>last|this|next) )?(?P<holiday>{_any(_WORDS['holidays'] | _WORDS['moving_holidays'])})(?:,? (?P<year>{_YEAR}))?", _holiday),
    ("day-word", r"(?:the )?day before yesterday", _fixed_shift(-2)),
    ("day-word", r"(?:the )?day after tomorrow", _fixed_shift(2)),
    ("day-word", r"last (?:night|evening)", _fixed_shift(-1)),
    ("day-word", r"this (?:morning|afternoon|evening)|earlier in the day|later in the day", _fixed_shift(0)),
    ("day-word", rf"(?P<word>{_any(_WORDS['days'])})(?:['’]s)?(?: {_PART})?\b", _near_day),
    ("weekday-of-week", rf"(?P<wday>{_WDAY})(?: {_PART})?,? (?P<which>{_LAST}|{_THIS}|{_NEXT}) week", _week_and_day),
    ("weekday", rf"(?:(?P<which>(?:the |this )?(?:{_LAST}|{_NEXT})|this) )?(?P<wday>{_WDAY})(?: {_PART}s?)?(?: local time)?", _weekday),
    ("anaphoric", rf"(?:the|that)(?: very)? same (?P<unit>day|date|night|week|month|year)|that (?P<unit2>day|date|night|week|month|year)", lambda m, now: _same_any(m, now)),
    ("anaphoric", rf"the (?P<which>previous|preceding|following|next) (?P<unit>day|night|week|month|year)(?: {_PART})?", _beside),
    ("anaphoric", rf"the next (?:morning|evening|afternoon)", lambda m, now: _shifted(_anaphoric(now), 1, "day")),
    ("shift", rf"(?:(?P<hedge>{_HEDGE}) )?(?:just )?(?P<num>{_NUM})[ -](?P<unit>{_UNIT})s? (?:or so )?ago", _ago),
    ("shift", rf"(?:just |only )?(?:(?P<num>{_NUM})|the)[ -](?P<unit>{_UNIT})s?[ -](?P<way>earlier|before|previously|prior|later|after|afterwards)(?! [a-z0-9])", _earlier),
    ("window", rf"(?:over |in |during |for |within )?{_THE}(?P<which>{_LAST}|{_NEXT}) (?:(?P<num>{_NUM}|few|several) )(?P<unit>day|night|week|month|year)s?", _window),
    ("window", rf"(?P<which>within) (?:the )?(?:next )?(?P<num>{_NUM})[ -](?P<unit>day|week|month|year)s?", _window),
    ("week", rf"(?:{_THE}(?P<which>{_LAST}|{_NEXT}|{_THIS})|this) weekend", lambda m, now: _weekend_of(m, now)),
    ("days-around", r"(?:the )?(?P<which>recent|coming|next few|last few|past few) days|within days|days ago|in days", _days_around),
    ("week", r"the weekend\b(?! of)", _weekend),
    ("year-words", rf"(?P<words>{_YEAR_WORDS})", _year_in_words),
    ("calendar-unit", rf"{_THE}(?P<which>{_LAST}|{_NEXT}|{_THIS}|the) (?:fiscal )?(?P<unit>week|month|quarter|year|decade)(?:['’]s)?\b", _calendar_unit),
    ("year-end", rf"(?:{_THE}(?P<year>this|last|next)? ?year(?:['’]s)?[ -]end)(?: {_YEAR})?", _year_end),
    ("years", rf"(?P<year>{_YEAR}) ?[-–] ?(?P<year2>{_YEAR}|\d\d\b)(?!-)", _years),
    ("decade", r"(?:the )?(?P<year>(?:1[6-9]|20)\d0|[2-9]0)['’]?s\b", _decade),
    ("year", rf"(?:the )?(?:(?:fiscal|year|fiscal year|calendar year) )?(?P<year>{_YEAR})(?:['’]s)?", _year),
    ("month", rf"(?:(?P<which>last|this|next) )?(?P<month>{_MON})", _month),
]


def _day_range_before(m: re.Match[str], now: Now) -> str | None:
    last = resolve(f"{m['day2']} {m['month2']}" + (f" {m['year']}" if m["year"] else ""), now)
    if last is None:
        return None
    end = date.fromisoformat(last)
    month = _month_number(m["month"] or m["month2"])
    first = _valid(end.year - (month > end.month), month, _day_number(m["day"]))
    return interval(first, end) if first and first <= end else None


def _same_any(m: re.Match[str], now: Now) -> str | None:
    return _shifted(_anaphoric(now), 0, m["unit"] or m["unit2"])


def _weekend_of(m: re.Match[str], now: Now) -> str | None:
    return _week(now, _step(m["which"] or ""), 5)


# Rules around another expression.
_OUTER: list[tuple[str, str, Handler]] = [
    ("since", r"(?:ever )?since (?P<rest>.+)", _since),
    ("until", r"(?:until|till|up to) (?P<rest>.+)", _until),
    ("from-to", rf"(?:from|between|(?:on )?the night (?:from|between)) (?P<a>.+?){_DASH}(?P<b>.+)", _from_to),
    ("about", r"(?:about|around|circa|approximately|roughly) (?P<rest>.+)", _about),
    ("eve", r"the eve of (?P<rest>.+)", _eve),
    ("part", rf"(?:on|in|by|during|{_PREFIX})[ -](?P<rest>.+)", _part_of),
    ("part", rf"(?P<rest>.+?),? (?:{_PART}|at (?:dawn|dusk|noon|midnight)|or later|and beyond|period)", _part_of),
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
    outer = rf"(?:(?:ever )?since |until |till |(?:around|about) (?!{_WDAY}))?(?:(?:{_PREFIX})[ -])?"
    return re.compile(rf"(?<![\w.$€£-]){outer}(?:{core})(?![\w]|-\w|\.\d)")


@lru_cache(maxsize=1)
def first_word() -> re.Pattern[str]:
    """Return the pattern of the words that a time expression can begin with: a quick look before the long one."""
    words = [*_MONTHS, *_WEEKDAYS, *_CARDINALS, *_NUMBERS["ordinals"], *_WORDS["seasons"], *_WORDS["days"], *_WORDS["holidays"]]
    words += [*_WORDS["moving_holidays"], *_FIRST_WORDS]
    return re.compile(rf"(?<![\w.$€£-])(?:\d|(?:{_any(words)})\b)")


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
