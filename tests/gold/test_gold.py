"""The gold annotations: that each stands in its text word for word, and uses the project's vocabulary."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import vocabulary
from generator.records import dates

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TEXTS = dict.fromkeys(sorted((HERE / "texts" / "gold").glob("*.yaml")), HERE / "texts")
SEEDS = dict.fromkeys(sorted((HERE / "seeds").glob("*.yaml")), ROOT / "seeds")
ARTICLES = sorted((HERE / "articles").glob("*/*.yaml"))
KEYS = {"file", "part", "lang", "title", "publisher", "author", "published", "body_first", "body_last", "junk"}
KEYS |= {"actors", "statements", "events"}


@cache
def gold(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def fold(text: str) -> str:
    return " ".join(text.split())


def source(path: Path, folder: Path) -> str:
    file: str = gold(path)["file"]
    return fold((folder / file).read_text("utf-8"))


def quotes(annotation: Any) -> Iterator[str]:
    """Yield all that has to stand in the text word for word."""
    yield from (annotation[key] for key in ("title", "body_first", "body_last") if annotation[key])
    yield from annotation["junk"]
    yield from (form for actor in annotation["actors"] for form in actor["as"])
    for item in [*annotation["statements"], *annotation["events"]]:
        yield from [item["quote"], *item.get("also", [])]


def missing(annotation: Any, text: str) -> list[str]:
    return [quote for quote in quotes(annotation) if fold(quote) not in text]


def strangers(annotation: Any) -> set[str]:
    """Return the speakers, holders and participants that are not among the actors."""
    named = {name for event in annotation["events"] for name in event["who"]}
    named |= {statement[key] for statement in annotation["statements"] for key in ("speaker", "holder")}
    return named - {actor["name"] for actor in annotation["actors"]} - {None}


def wrong_words(annotation: Any) -> list[str]:
    """Return the stances, event types and kinds of actor that the vocabulary does not have."""
    used = [("stances", statement["stance"]) for statement in annotation["statements"]]
    used += [("event_types", kind) for event in annotation["events"] for kind in event["type"]]
    used += [("actor_kinds", actor["kind"]) for actor in annotation["actors"]]
    return [word for name, word in used if word not in vocabulary.load(name)]


def wrong_dates(annotation: Any) -> list[str]:
    """Return the dates that are none."""
    written = [annotation["published"], *(item["date"] for item in [*annotation["statements"], *annotation["events"]])]
    return [str(date) for date in written if date is not None and not is_date(str(date))]


def is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_is_annotated(path: Path) -> None:
    annotation = gold(path)
    assert set(annotation) == KEYS
    assert missing(annotation, source(path, TEXTS[path])) == []
    assert strangers(annotation) == set()
    assert wrong_words(annotation) == []
    assert wrong_dates(annotation) == []
    assert len({fold(statement["quote"]) for statement in annotation["statements"]}) == len(annotation["statements"])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_annotated(path: Path) -> None:
    annotation = gold(path)
    assert wrong_words(annotation) == []
    assert wrong_dates(annotation) == []
    if not (SEEDS[path] / annotation["file"]).exists():
        pytest.skip("this seed is not here")
    assert missing(annotation, source(path, SEEDS[path])) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_is_annotated_by_reference(path: Path) -> None:
    annotation = gold(path)
    assert wrong_words(annotation) == []
    assert wrong_dates(annotation) == []
    for item in [*annotation["statements"], *annotation["events"]]:
        assert all(0 <= begin < end for begin, end in [item["quote"], *item.get("also", [])])


def test_each_text_has_its_annotation() -> None:
    assert {gold(path)["file"] for path in TEXTS} == {path.name for path in (HERE / "texts").glob("*.txt")}
    assert len(TEXTS) == 10


@pytest.fixture
def small() -> dict[str, Any]:
    """Return an annotation of 'The mayor said no. He left on Monday.' without a fault."""
    return {
        "title": None,
        "published": "2025-06-02",
        "body_first": "The mayor",
        "body_last": "left on Monday.",
        "junk": [],
        "actors": [{"name": "mayor", "kind": "person", "as": ["The mayor"]}],
        "statements": [{"speaker": "mayor", "holder": None, "stance": "reject", "date": None, "quote": "said no"}],
        "events": [{"type": ["retreat"], "date": "2025-06", "who": ["mayor"], "quote": "He left", "also": ["left on"]}],
    }


def faults(annotation: dict[str, Any]) -> list[str]:
    found = missing(annotation, "The mayor said no. He left on Monday.") + wrong_words(annotation)
    return found + wrong_dates(annotation) + sorted(strangers(annotation))


def test_small_annotation_is_right(small: dict[str, Any]) -> None:
    assert faults(small) == []


@pytest.mark.parametrize(
    ("part", "key", "value", "fault"),
    [
        ("statements", "quote", "said yes", "said yes"),
        ("statements", "stance", "shout", "shout"),
        ("statements", "speaker", "clerk", "clerk"),
        ("events", "also", ["left at"], "left at"),
        ("events", "type", ["party"], "party"),
        ("events", "date", "June 2", "June 2"),
        ("events", "who", ["clerk"], "clerk"),
        ("actors", "kind", "robot", "robot"),
        ("actors", "as", ["A mayor"], "A mayor"),
    ],
)
def test_fault_is_found(small: dict[str, Any], part: str, key: str, value: Any, fault: str) -> None:
    small[part][0][key] = value
    assert faults(small) == [fault]
