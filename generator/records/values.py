"""The kinds of value that records are made of: ids, dates, links, text, words of a closed list.

A value that is refused raises PydanticCustomError: its type is the rule's name, its text is in the editor's words.
"""

import re
import unicodedata
from difflib import get_close_matches
from functools import cache
from pathlib import PureWindowsPath
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.records import dates
from generator.vocabulary import load

SLUG = r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$"
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Controls, line separators, direction overrides (Unicode TR 36 and 39), interlinear marks and tag characters."""
_WIDTHLESS = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What takes no room, so that two names that look the same differ: in quotes it is passed over, see `fold`."""
_IN_URL = re.compile(r"[\s<>\"'`{}|\\^]")


def nearest(word: str, words: list[str]) -> str:
    """Return `; did you mean 'x'?` for the one of words that is spelled most alike, else nothing."""
    close = get_close_matches(word[:200], words, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _fault(rule: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(rule, "{said}", {"said": message})


def visible(text: str) -> str:
    """Return text without the invisible characters that no record may hold."""
    return _WIDTHLESS.sub("", _INVISIBLE.sub("", text))


def _plain(value: str) -> str:
    if found := _INVISIBLE.search(value):
        raise _invisible(found[0], "can hide or reorder words")
    return value


def _seen(value: str) -> str:
    if found := _WIDTHLESS.search(value):
        raise _invisible(found[0], "makes two names of one")
    return value


def _invisible(char: str, what: str) -> PydanticCustomError:
    called = f"U+{ord(char):04X} ({unicodedata.name(char, 'control character').lower()})"
    return _fault("control-character", f"holds the invisible character {called}, which {what}; delete it")


def _filled(value: str) -> str:
    if not value.strip():
        raise _fault("empty-value", "nothing but spaces; fill it in or delete the line")
    return value


def _wordy(value: str) -> str:
    if not re.search(r"\w", value):
        raise _fault("empty-value", "a quote needs at least one word of the article")
    return value


def _written(value: str) -> str:
    """Return what an editor wrote: not empty, without characters that hide or reorder words or have no width."""
    return _filled(_seen(_plain(value)))


def _folded(value: str) -> str:
    return " ".join(value.split())


def edtf(value: str) -> str:
    """Return value if it is a date. Raises PydanticCustomError (bad-date)."""
    try:
        dates.parse(value)
    except ValueError as error:
        raise _fault("bad-date", str(error)) from None
    return value


@cache
def _http() -> TypeAdapter[Any]:
    from pydantic import HttpUrl  # takes long, and few records have a link

    return TypeAdapter(HttpUrl)


def _url(value: str) -> str:
    try:
        _http().validate_python(value)
    except ValidationError:
        raise _fault("bad-url", f"'{value[:100]}' is not a link; write https://… in full") from None
    if _IN_URL.search(value):
        raise _fault("bad-url", "a link holds no spaces, quotes, brackets or backslashes; write %20 and the like")
    return value


def _file_name(value: str) -> str:
    if value.startswith(".") or PureWindowsPath(value).drive or PureWindowsPath(value).name != value:
        raise _fault("bad-id", f"'{value[:100]}' is not a file's name; write it without folders")
    return value


def _meant(vocabulary: str, value: str) -> str:
    """Return words that name the one of a vocabulary that value is like, or is what the site calls it; else all."""
    words = load(vocabulary)
    labels = {str(entry.get("label", "")).casefold(): word for word, entry in words.items() if isinstance(entry, dict)}
    named = {**labels, **{word: word for word in words}}
    close = get_close_matches(value[:200].casefold(), list(named), n=1)
    return f"; did you mean '{named[close[0]]}'?" if close else f"; write one of {', '.join(words)}"


def _member(vocabulary: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in load(vocabulary):
            said = f"'{value[:100]}' is not one of the {vocabulary.replace('_', ' ')}"
            raise _fault("unknown-value", said + _meant(vocabulary, value))
        return value

    return AfterValidator(check)


def _country(value: str) -> str:
    countries = load("countries")
    if value not in countries:
        names = {code: [name] for code, name in countries.items()}
        for code, others in load("country_names").items():
            names[code] = [*names[code], *others]
        for code, state in load("states").items():
            names[code] = [*names[code], *state.get("also", [])]
        codes = {name.casefold(): code for code, called in names.items() for name in (*called, code)}
        close = get_close_matches(value[:100].casefold(), list(codes), n=1, cutoff=0.8)
        code = codes[close[0]] if close else ""
        told = f"did you mean {code} ({countries[code]})?" if code else "write two capitals, such as TR or NO"
        raise _fault("unknown-value", f"'{value[:100]}' is not a country's code; {told}")
    return value


def _closed(vocabulary: str) -> Any:
    return Annotated[str, _member(vocabulary), Field(json_schema_extra={"vocabulary": vocabulary})]


def _listed(value: Any) -> Any:
    return [] if value is None else value


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""A list; a key without a value is an empty one."""

Slug = Annotated[str, Field(pattern=SLUG, max_length=120)]
Date = Annotated[str, AfterValidator(edtf), WithJsonSchema({"type": ["string", "integer"]})]
Url = Annotated[str, Field(max_length=2000), AfterValidator(_plain), AfterValidator(_url)]
_OWN: Any = {"prose": "own"}
Line = Annotated[
    str,
    Field(max_length=500, json_schema_extra=_OWN),
    AfterValidator(_written),
    AfterValidator(_folded),
]
Text = Annotated[str, Field(max_length=5000, json_schema_extra=_OWN), AfterValidator(_written)]
Quote = Annotated[
    str, Field(max_length=2000, json_schema_extra={"prose": "quote"}), AfterValidator(_plain), AfterValidator(_wordy)
]
FileName = Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_plain), AfterValidator(_file_name)]
ArticleRef = Annotated[Slug, Field(json_schema_extra={"ref": "articles"})]
ActorRef = Annotated[Slug, Field(json_schema_extra={"ref": "actors"})]
EventRef = Annotated[Slug, Field(json_schema_extra={"ref": "events"})]
IssueRef = Annotated[Slug, Field(json_schema_extra={"ref": "issues"})]
PositionRef = Annotated[str, Field(pattern=SLUG, max_length=242, json_schema_extra={"ref": "positions"})]
Country = Annotated[str, AfterValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
Stance = _closed("stances")
EventType = _closed("event_types")
ActorKind = _closed("actor_kinds")
Genre = _closed("genres")
ParticipantRole = _closed("participant_roles")
Bound = _closed("bounds")
VersionOf = _closed("versions")
