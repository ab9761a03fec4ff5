"""Text for pages: what comes from a record and must stay text; dates, numbers and words in the site's language."""

import datetime
import re
import unicodedata
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from markupsafe import Markup

from generator.project import Project, ProjectError
from generator.records import dates
from generator.vocabulary import SAFE_LOADER, load

# Everything that HTML, Markdown, its extensions, Jinja or YAML could read as more than a character becomes a reference.
_ACTIVE = "&<>\"'`*_{}[]#|~^\\$+=@!:%"
_SPACES = "\t\n\v\f\r\x85\u2028\u2029"
# Invisible marks that other scripts and emoji need; every other format character (direction overrides) is shown.
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")
_UNCOMMON = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2010-\u2027]")
_FIELD = re.compile("'([^']+)'|MMMM?|LLLL?|d|y")
_JOINERS = "\u200c\u200d\u200e\u200f\u00ad\u2060"


class _Escapes(dict[int, str | int]):
    """What str.translate asks for each character: made on first sight, kept for the next."""

    def __missing__(self, code: int) -> str | int:
        char = chr(code)
        if char in _ACTIVE:
            value: str | int = f"&#{code};"
        elif char in _SPACES:
            value = " "
        elif _shown(char) != char:
            value = "\ufffd"
        else:
            value = code
        self[code] = value
        return value


_escapes = _Escapes()


def escape(value: Any) -> Markup:
    """Return value as text that stays text in HTML, in an attribute and under any Markdown extension, on one line."""
    if type(value) is Markup:
        return value
    return _escaped(value if type(value) is str else str(value))


@lru_cache(maxsize=100_000)
def _escaped(text: str) -> Markup:
    return Markup(text.translate(_escapes))  # noqa: S704 - this is the escape


def plain(value: str) -> str:
    """Return value on one line, without control characters and direction overrides, for data that is no HTML."""
    folded = " ".join(value.split())
    return folded if folded.isprintable() else _UNCOMMON.sub(lambda match: _shown(match[0]), folded)


def _shown(char: str) -> str:
    hidden = char not in _JOINERS and unicodedata.category(char) in _HIDDEN
    return "\ufffd" if hidden else char


def shortened(value: str, length: int) -> str:
    """Return value cut at a word boundary to at most length characters, with an ellipsis where it was cut."""
    folded = plain(value)
    if len(folded) <= length:
        return folded
    return folded[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


class Language:
    """The words, dates and numbers of one interface language: `generator/site/language/CODE.yaml`, else English."""

    def __init__(self, code: str) -> None:
        self.code = code if _known(code) else "en"
        self.locale = Locale.parse(self.code)
        self._when = lru_cache(maxsize=None)(self._format)
        self._number = lru_cache(maxsize=None)(lambda value: str(format_decimal(value, locale=self.locale)))

    @cached_property
    def strings(self) -> dict[str, Any]:
        return {**_strings("en"), **_strings(self.code)}

    def say(self, key: str, **values: Any) -> str:
        """Return an interface string with its {placeholders} filled; a `count` picks the plural form."""
        found = self.strings[key]
        if isinstance(found, dict):
            form = self.locale.plural_form(values["count"])
            found = found.get(form, found["other"])
        return str(found).format(**values) if values else str(found)

    def label(self, vocabulary: str, value: str) -> str:
        """Return the word for a value of a closed list."""
        return self._entry(vocabulary, value).get("label") or value

    def means(self, vocabulary: str, value: str) -> str:
        """Return what a value of a closed list means, in a sentence."""
        return self._entry(vocabulary, value).get("means", "")

    def phrase(self, english: str) -> str:
        """Return a phrase of the data's description in this language, the English one where it has none."""
        return str(self.strings.get("phrases", {}).get(english, english))

    def _entry(self, vocabulary: str, value: str) -> dict[str, str]:
        own = self.strings.get("vocabulary", {}).get(vocabulary, {}).get(value, {})
        return {**load(vocabulary).get(value, {}), **({"label": own} if isinstance(own, str) else own)}

    def when(self, date: str | None) -> str:
        """Return an EDTF date as a reader would write it: 2 June 2025, June 2025, 24–25 May 2025, about July 2025."""
        return self._when(date) if date else self.say("undated")

    def after(self, date: str) -> str:
        """Return an EDTF date as it stands behind "since": there some languages write a month in another case."""
        return self._format(date, "month_after")

    def countries(self, code: str) -> list[str]:
        """Return the names of a country by its ISO 3166-1 code: in this language, then in English (source: CLDR)."""
        found = [str(name) for locale in (self.locale, Locale("en")) if (name := locale.territories.get(code))]
        return found + list(load("country_names").get(code, []))

    def number(self, value: float) -> str:
        """Return a number with the language's separators."""
        return self._number(int(value) if value == int(value) else value)

    def months(self) -> list[set[str]]:
        """Return the names of each month, January first: as they stand in a date and by themselves."""
        forms = ("format", "stand-alone")
        return [{str(self.locale.months[form]["wide"][month]) for form in forms} for month in range(1, 13)]

    def tick(self, day: datetime.date, unit: str) -> str:
        """Return a day as short as an axis needs it: by day ("3 Jun"), month ("Jun 2025") or year ("2025")."""
        if unit == "year":
            return str(day.year)
        return self._written(day, "d MMM" if unit == "day" else "LLL y")

    def _format(self, date: str, month: str = "month_format") -> str:
        start, slash, end = date.partition("/")
        if slash:
            return self._interval(start, end)
        bare = start.rstrip("?~%")
        text = self._day(bare, month)
        if start.endswith("~"):
            return self.say("about_date", date=text)
        return self.say("uncertain_date", date=text) if start != bare else text

    def _day(self, date: str, month: str) -> str:
        first = dates.parse(date).first
        time = date[11:16] if "T" in date else ""
        if len(date) == 4:
            return date
        form = self.say(month) if len(date) == 7 else self.say("day_format")
        day = self._written(first, form)
        return f"{day}, {time}" if time else day

    def _written(self, day: date, form: str) -> str:
        """Return a day by a pattern of CLDR: of its fields, those that say a day, a month's name and a year.

        babel.dates knows them all, and takes longer to be imported than all dates take to be written.
        """
        names = {"M": self.locale.months["format"], "L": self.locale.months["stand-alone"]}

        def value(match: re.Match[str]) -> str:
            quoted, field = match[1], match[0]
            if quoted is not None or field in "dy":
                return quoted or str(day.day if field == "d" else day.year)
            return str(names[field[0]]["wide" if len(field) == 4 else "abbreviated"][day.month])

        return _FIELD.sub(value, form)

    def _interval(self, start: str, end: str) -> str:
        if start == "..":
            return self.say("until_date", date=self.after(end))
        if end == "..":
            return self.say("from_date", date=self.after(start))
        if start[:7] == end[:7] and len(start) == len(end) == 10:
            return f"{int(start[8:])}–{self._format(end)}"
        return f"{self._format(start)} – {self._format(end)}"


SECTIONS = ("events", "positions", "issues", "actors", "articles", "editions")
OTHERS = ("map", "figures", "disagreements", "coverage", "data", "about", "method", "corrections")


def frame_words(project: Project) -> dict[str, Any]:
    """Return the words of the page frame, which the builders' own templates write.

    `pages` names the entries of the navigation by address, `groups` its groups by their title in a new project; in
    English they are as mkdocs.yml names them.
    """
    words = chosen(project)
    keys = ("skip", "menu", "search", "theme", "not_found", "not_found_hint", "source")
    pages = {"index.html": "home"} | {f"{key}/index.html": key for key in SECTIONS} | {f"{k}.html": k for k in OTHERS}
    named = {path: words.say(key) for path, key in pages.items()} if words.code != "en" else {}
    groups = {"More": words.say("more")} if words.code != "en" else {}
    return {**{key: words.say(key) for key in keys}, "lang": words.code, "pages": named, "groups": groups}


def _known(code: str) -> bool:
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return files("generator.site").joinpath("language", f"{code}.yaml").is_file()


@cache
def _strings(code: str) -> dict[str, Any]:
    text = files("generator.site").joinpath("language", f"{code}.yaml").read_text(encoding="utf-8")
    strings: dict[str, Any] = yaml.load(text, SAFE_LOADER)  # noqa: S506 - a safe loader
    return strings


def chosen(project: Project) -> Language:
    """Return the interface language that mkdocs.yml names. Raises ProjectError if there is none."""
    code = project.settings.language
    if not _known(code):
        there = sorted(
            path.name.removesuffix(".yaml") for path in files("generator.site").joinpath("language").iterdir()
        )
        said = f"extra: briefings: language: there is no '{code}'; choose one of {', '.join(there)}"
        raise ProjectError(f"{project.root / 'mkdocs.yml'}: {said}")
    return language(code)


@cache
def language(code: str) -> Language:
    """Return the interface language of that code, made once."""
    return Language(code)
