"""What time expressions mean: each takes the match of its rule and what that is read against; gives EDTF or None."""

import re
from dataclasses import replace
from datetime import date, timedelta

from generator.drafting.date_now import Handler, Now, add_months, interval, month_of, months_from, nearest, valid
from generator.drafting.date_words import (
    CARDINALS,
    LAST,
    NEXT,
    NUMBERS,
    UNIT_DAYS,
    UNIT_MONTHS,
    WEEKDAYS,
    WORDS,
    day_number,
    month_number,
    number,
)
from generator.records.dates import parse

_STORY = 3
"""Days over which an article's story goes back without naming the day again."""


def iso(m: re.Match[str], _: Now) -> str | None:
    """Read "2025-06-02"."""
    day = valid(int(m["y"]), int(m["m"]), int(m["d"]))
    return str(day) if day else None


def numeric(m: re.Match[str], now: Now) -> str | None:
    """Read "02.06.2025"; "6/2/25" only where one reading alone is possible or near."""
    first, second, year = int(m["a"]), int(m["b"]), int(m["y"])
    if len(m["y"]) == 2:
        year += 1900 if now.year and year > now.year % 100 + 10 else 2000
    readings = (
        {valid(year, second, first)} if m["sep"] == "." else {valid(year, first, second), valid(year, second, first)}
    )
    days = sorted(d for d in readings if d)
    if len(days) == 2 and now.day:
        days = [d for d in days if abs(d - now.day) <= timedelta(days=31)]
    return str(days[0]) if len(days) == 1 else None


def month_day(m: re.Match[str], now: Now) -> str | None:
    """Read "June 2", "Monday, 2 June 2025"."""
    month, day = month_number(m["month"]), day_number(m["day"])
    groups = m.groupdict()
    if groups.get("year"):
        full = valid(int(groups["year"]), month, day)
        return str(full) if full else None
    weekday = groups.get("wday")
    return _yearless(month, day, WEEKDAYS[re.sub(r"['’]s$|\.$", "", weekday)] if weekday else None, now)


def _yearless(month: int, day: int, weekday: int | None, now: Now) -> str | None:
    around = [now.year] if now.year else list(now.years)
    years = sorted({y + step for y in around for step in ((-1, 0, 1) if now.year else (0,))})
    days = [d for y in years if (d := valid(y, month, day))]
    fitting = [d for d in days if d.weekday() == weekday] if weekday is not None else []
    if now.middle is None:
        return str(fitting[0]) if len(fitting) == 1 else None
    chosen = nearest(fitting or days, now)
    return str(chosen) if chosen else None


def day_range(m: re.Match[str], now: Now) -> str | None:
    """Return the days of "June 24-25", "24-25 June", "May 30 to June 2"; the first month may stand before or behind."""
    months = [month_number(name) for name in (m["month"], m["month2"]) if name]
    end = date_in_year(months[-1], day_number(m["day2"]), m["year"], now)
    first = valid(end.year - (months[0] > months[-1]), months[0], day_number(m["day"])) if end else None
    return interval(first, end) if first and end and first <= end else None


def date_in_year(month: int, day: int, year: str | None, now: Now) -> date | None:
    """Return the day in the year that is named, else in the one that fits best."""
    if year:
        return valid(int(year), month, day)
    found = _yearless(month, day, None, now)
    return date.fromisoformat(found) if found else None


def month_year(m: re.Match[str], now: Now) -> str:
    """Read "June 2025"."""
    return month_of(int(m["year"] or year_in_words(m, now)), month_number(m["month"]))


def month(m: re.Match[str], now: Now) -> str | None:
    """Read "June", "last June", "June this year"."""
    month, which, year = month_number(m["month"]), m.groupdict().get("which"), now.year
    if year is None:
        return None
    if which and which.startswith(("last", "next")) and "year" in which:
        return month_of(year + (1 if which.startswith("next") else -1), month)
    if which and "year" in which:
        return month_of(year, month)
    this = now.middle.month if now.middle else 0
    if which == "this" or (which is None and month == this):
        return month_of(year, month)
    if which == "last":
        return month_of(year if month < this else year - 1, month)
    if which == "next":
        return month_of(year if month > this else year + 1, month)
    chosen = nearest([date(y, month, 15) for y in (year - 1, year, year + 1)], now)
    return f"{chosen:%Y-%m}" if chosen else None


def year(m: re.Match[str], _: Now) -> str:
    """Read "2025", "fiscal 2025"."""
    return m["year"]


def year_in_words(m: re.Match[str], _: Now) -> str:
    """Read "Nineteen ninety-six"."""
    words = re.split(r"[ -]", m["words"].replace("the year two thousand", "twothousand").replace(" and ", " "))
    base = 1900 if words[0] == "nineteen" else 2000
    return f"{base + sum(CARDINALS[w] for w in words[1:])}"


def decade(m: re.Match[str], _: Now) -> str | None:
    """Read "The 1990s"."""
    first = int(m["year"]) if len(m["year"]) == 4 else 1900 + int(m["year"])
    return f"{first}/{first + 9}"


def years(m: re.Match[str], _: Now) -> str | None:
    """Read "2014-2022", "2019-21"."""
    first, last = m["year"], m["year2"]
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if first < last else None


def _which_year(words: str | None, now: Now) -> int | None:
    """Return the year of "1998", "this year", "last year", "" (the article's)."""
    if words and (m := re.search(r"\d{4}", words)):
        return int(m[0])
    if now.year is None:
        return None
    return now.year + (-1 if words and re.search(LAST, words) else 1 if words and "next" in words else 0)


def quarter(m: re.Match[str], now: Now) -> str | None:
    """Read "The third quarter of 2024": its three months."""
    year, number = (
        _which_year(m["year"], now),
        day_number(m["nth"]) if m["nth"] in NUMBERS["ordinals"] else int(m["nth"][-1]),
    )
    if year is None or number > 4:
        return None
    if m["year"] is None and now.month and now.tense != "future" and (year, 3 * number - 2) > now.month:
        year -= 1
    return months_from(year, 3 * number - 2, 3)


def half(m: re.Match[str], now: Now) -> str | None:
    """Read "The first half of this year": its six months."""
    year = _which_year(m["year"], now)
    return months_from(year, 1 if m["nth"] == "first" else 7, 6) if year else None


def season(m: re.Match[str], now: Now) -> str | None:
    """Read "Summer 2024", "last winter": three months; winter belongs to the year it begins in."""
    first, count = WORDS["seasons"][m["season"]]
    which, words = m.groupdict().get("which"), m.groupdict().get("year")
    year = _which_year(words, now)
    if year is None:
        return None
    if not words and now.month:
        if which == "last" and (year, first + count - 1) >= now.month:
            year -= 1
        elif which == "next" and (year, first) <= now.month:
            year += 1
        elif which is None and now.tense in ("past", "over") and (year, first) > now.month:
            year -= 1
    return months_from(year, first, count)


def near_day(m: re.Match[str], now: Now) -> str | None:
    """Read "Yesterday", "tonight"."""
    return _shift_day(now, WORDS["days"][m["word"]])


def _shift_day(now: Now, days: int) -> str | None:
    return str(now.day + timedelta(days=days)) if now.day else None


def fixed_shift(days: int) -> Handler:
    """Return a function that gives the day so many days from the article's."""
    return lambda _, now: _shift_day(now, days)


def weekday(m: re.Match[str], now: Now) -> str | None:
    """Read "Wednesday", "last Friday", "next Monday"; the last one is not yesterday, which has a word of its own."""
    if now.day is None:
        return None
    which, wanted = m.groupdict().get("which") or "", WEEKDAYS[re.sub(r"['’]s$|\.$", "", m["wday"])]
    back = (now.day.weekday() - wanted) % 7
    if "next" in which or "following" in which:
        return str(now.day + timedelta(days=(7 - back) if back else 7))
    if re.search(LAST, which):
        return str(now.day - timedelta(days=back if back > 1 else back + 7))
    if now.tense == "future" or "coming" in which:
        return str(now.day + timedelta(days=(7 - back) % 7))
    return str(now.day - timedelta(days=back))


def week_and_day(m: re.Match[str], now: Now) -> str | None:
    """Read "Tuesday of last week"."""
    if now.day is None:
        return None
    monday = now.day - timedelta(days=now.day.weekday()) + timedelta(days=7 * _step(m["which"]))
    return str(monday + timedelta(days=WEEKDAYS[m["wday"]]))


def _step(which: str) -> int:
    return -1 if re.search(LAST, which) else 1 if re.search(NEXT, which) else 0


def calendar_unit(m: re.Match[str], now: Now) -> str | None:
    """Read "Last week", "this month", "the coming year"."""
    unit, step = m["unit"], _step(m["which"])
    if unit == "year":
        return str(now.year + step) if now.year else None
    if unit == "month":
        return month_of(now.month[0], now.month[1] + step) if now.month else None
    if unit == "quarter":
        return months_from(now.month[0], (now.month[1] - 1) // 3 * 3 + 1 + 3 * step, 3) if now.month else None
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
    monday += timedelta(days=7 * step)
    return interval(monday + timedelta(days=first), monday + timedelta(days=6))


def weekend(m: re.Match[str], now: Now) -> str | None:
    """Read "The weekend", "last weekend"."""
    return _week(now, _step(m.groupdict().get("which") or ""), 5)


def _shifted(base: Now, count: int, unit: str) -> str | None:
    """Return the day, month or year that lies count units from the base, with the unit's precision."""
    if unit in UNIT_DAYS:
        return str(base.day + timedelta(days=count * UNIT_DAYS[unit])) if base.day else None
    months = count * UNIT_MONTHS[unit]
    if unit == "month" or unit == "quarter":
        return month_of(base.month[0], base.month[1] + months) if base.month else None
    return str(base.year + months // 12) if base.year else None


def ago(m: re.Match[str], now: Now) -> str | None:
    """Read "Two weeks ago"."""
    count = number(m["num"])
    value = _shifted(now, -count, m["unit"]) if count is not None else None
    return f"{value}~" if value and m["hedge"] else value


def earlier(m: re.Match[str], now: Now) -> str | None:
    """Read "A year earlier", "the day before", "two weeks later": from the date last named, else from the article's."""
    count = number(m["num"] or "a")
    if count is None:
        return None
    sign = -1 if m["way"] in ("earlier", "before", "previously", "prior", "beforehand") else 1
    return _shifted(_anaphoric(now), sign * count, m["unit"])


def _anaphoric(now: Now) -> Now:
    if not now.before:
        return now
    span = parse(now.before)
    return replace(now, published=span) if span.first.year > 1 and span.last.year < 9999 else now


def same(m: re.Match[str], now: Now) -> str | None:
    """Read "The same day", "that month": of the date last named."""
    return _shifted(_anaphoric(now), 0, m["unit"] or m["unit2"])


def story_day(_: re.Match[str], now: Now) -> str | None:
    """Read "earlier in the day", "in the afternoon": of the day last named if it is recent, else today."""
    if now.day is None:
        return None
    told = parse(now.before) if now.before else None
    recent = told is not None and told.is_day and timedelta(0) <= now.day - told.first <= timedelta(days=_STORY)
    return str(told.first if told and recent else now.day)


def next_day(_: re.Match[str], now: Now) -> str | None:
    """Read "The next morning": of the day last named."""
    return _shifted(_anaphoric(now), 1, "day")


def beside(m: re.Match[str], now: Now) -> str | None:
    """Read "The previous month", "the next day": of the date last named."""
    sign = -1 if re.search(LAST, m["which"]) else 1
    return _shifted(_anaphoric(now), sign, m["unit"])


def window(m: re.Match[str], now: Now) -> str | None:
    """Read "The past two days", "within 100 days", "the next three months"."""
    count = number(m["num"] or "a")
    if now.day is None or count is None:
        return None
    unit, today = m["unit"], now.day
    back = re.search(LAST, m["which"] or "") is not None
    reach = timedelta(days=count * UNIT_DAYS[unit]) if unit in UNIT_DAYS else None
    far = (
        today + (-reach if back else reach)
        if reach
        else add_months(today, (-1 if back else 1) * count * UNIT_MONTHS[unit])
    )
    return interval(far, today - timedelta(days=1)) if back else interval(today, far)


def days_around(m: re.Match[str], now: Now) -> str | None:
    """Read "In recent days", "within days": the month, where a week from the day of publication stays in it."""
    if now.day is None:
        return None
    back = m["which"] in ("recent", "last few", "past few") or "ago" in m[0]
    far = now.day + timedelta(days=-7 if back else 7)
    return f"{now.day:%Y-%m}" if far.month == now.day.month else None


def holiday(m: re.Match[str], now: Now) -> str | None:
    """Read "Christmas", "last Thanksgiving"."""
    name, year = m["holiday"].replace("’", "'"), m["year"]
    moving = WORDS["moving_holidays"].get(name)
    years = [int(year)] if year else [now.year - 1, now.year, now.year + 1] if now.year else []
    days = [_nth_weekday(y, *moving) if moving else date(y, *WORDS["holidays"][name]) for y in years]
    tense = "past" if m["which"] == "last" else "future" if m["which"] == "next" else now.tense
    chosen = days[0] if year else nearest(days, replace(now, tense=tense))
    return str(chosen) if chosen else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def year_end(m: re.Match[str], now: Now) -> str | None:
    """Read "Year-end": the last month."""
    year = _which_year(m["year"], now)
    return f"{year}-12" if year else None
