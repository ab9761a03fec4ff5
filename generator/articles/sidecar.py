"""What an editor states of a seed in the YAML file beside it: seeds/NAME.txt is completed by seeds/NAME.yaml.

The file holds a list with an item for each article of the seed, in order (an item may be empty), or one mapping that
holds for all of them. What it states wins over what was read:

    - publisher: The Example
      published: 2025-07-11T12:04
      url: https://news.example/a
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.articles import metadata
from generator.articles.model import Article
from generator.problems import Problem
from generator.records import yamlfile
from generator.vocabulary import load

FIELDS = ("title", "publisher", "authors", "published", "language", "genre", "url")
_OF_ONE = ("title", "published", "url")
Place = tuple[str | int, ...]
Stated = list[dict[str, Any]]


def apply(path: Path, root: Path, articles: tuple[Article, ...]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles with what is stated beside the seed at path, and the faults of that statement."""
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        return articles, ()
    name = beside.relative_to(root).as_posix() if beside.is_relative_to(root) else beside.as_posix()
    try:
        text = _read(beside)
        value = yamlfile.load(text)
    except yamlfile.Fault as fault:
        return articles, (Problem(name, fault.line, fault.column, "error", fault.message, fault.rule),)
    faults = [(place, message) for place, message in _faults(value, len(articles))]
    problems = tuple(
        Problem(name, *yamlfile.locate(text, place), "error", message, "seed-statement") for place, message in faults
    )
    wrong = {place for place, _ in faults}
    return tuple(_complete(article, value, index, wrong) for index, article in enumerate(articles)), problems


def _read(path: Path) -> str:
    try:
        return path.read_bytes()[: yamlfile.MAX_BYTES + 1].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise yamlfile.Fault(1, 1, "the file cannot be read as UTF-8 text; save it again as UTF-8") from None


def _faults(value: Any, count: int) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict):
        yield from _item_faults(value, ())
        if count > 1:
            message = f"this cannot hold for all {count} articles of the seed; write a list with an item for each"
            yield from (((field,), message) for field in _OF_ONE if field in value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if index >= count:
                yield (index,), f"this is item {index + 1}, and articles in the seed there are {count}; delete it"
            elif isinstance(item, dict):
                yield from _item_faults(item, (index,))
            elif item is not None:
                yield (index,), f"an item must be a mapping of {', '.join(FIELDS)}"
    elif value is not None:
        yield (), "this must be a list with an item for each article of the seed"


def _item_faults(item: dict[str, Any], above: Place) -> Iterator[tuple[Place, str]]:
    for field, value in item.items():
        if field not in FIELDS:
            yield (*above, f"key:{field}"), f"no field '{field}'{_meant(field, FIELDS)}; there are {', '.join(FIELDS)}"
        elif value is not None:
            message = _wrong(field, value)
            if message:
                yield (*above, field), message


def _wrong(field: str, value: Any) -> str:
    if field == "authors":
        return "" if _is_names(value) else "authors must be a list of names"
    if not isinstance(value, str) or not value.strip() or len(value) > 2000:
        return f"{field} must be text"
    if field == "published" and not metadata.is_date(value):
        return f"'{value}' is no date; write 2025-07-11, 2025-07-11T12:04 or, approximately, 2025-07~"
    if field == "language" and not (len(value) == 2 and value.isascii() and value.islower()):
        return f"'{value}' is no language code; write two letters of ISO 639-1, such as en"
    if field == "genre" and value not in load("genres"):
        return f"no genre '{value}'{_meant(value, tuple(load('genres')))}; there are {', '.join(load('genres'))}"
    if field == "url" and not metadata.web_address(value):
        return f"'{value}' is no web address; it must begin with https:// or http://"
    return ""


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) and 0 < len(name) <= 200 for name in value)


def _meant(word: str, choices: tuple[str, ...]) -> str:
    close = get_close_matches(word, choices, 1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _complete(article: Article, value: Any, index: int, wrong: set[Place]) -> Article:
    place: Place = () if isinstance(value, dict) else (index,)
    items = value if isinstance(value, list) else [value] * (index + 1)
    item = items[index] if index < len(items) else None
    if not isinstance(item, dict):
        return article
    given = {field: item[field] for field in FIELDS if item.get(field) is not None and (*place, field) not in wrong}
    if "authors" in given:
        given["authors"] = tuple(given["authors"])
    derived = tuple(name for name in article.derived if name not in given)
    stated = tuple((field, getattr(article, field)) for field in given)
    own = (
        article.title if given.get("title", article.title) != article.title and "title" not in article.derived else None
    )
    return replace(article, **given, derived=derived, stated=stated, headline=own)
