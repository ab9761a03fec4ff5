from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.project import Project

ROOT = Path(__file__).parents[2]

WORLD: dict[str, dict[str, Any]] = {
    "articles/first-report": {
        "title": "Dockers and port meet",
        "publisher": "harbour-post",
        "published": "2025-03-02T07:30",
        "authors": ["Ann Reed"],
        "url": "https://post.example/meet?a=1&b=2",
    },
    "articles/second-report": {
        "title": "Post: talks begin",
        "publisher": "wire",
        "published": "2025-03-03",
        "relays": ["harbour-post"],
    },
    "articles/third-report": {"title": "A view of the talks", "published": "2025-03~", "genre": "opinion"},
    "actors/harbour-post": {"name": "Harbour Post", "kind": "organization"},
    "actors/wire": {"name": "The Wire", "kind": "organization"},
    "actors/union": {
        "name": "Dock Union",
        "kind": "organization",
        "aliases": ["dockers", "the union"],
        "summary": "The union of the dock workers.",
        "former_ids": ["dockers-union"],
    },
    "actors/port": {"name": "Port Authority", "kind": "organization", "draft": True},
    "actors/mira-holt": {
        "name": "Mira Holt",
        "kind": "person",
        "roles": [
            {
                "title": "chair of the union",
                "of": "union",
                "speaks_for": "union",
                "evidence": [{"article": "first-report", "quote": "Mira Holt, chair of the union"}],
            }
        ],
    },
    "issues/pay": {"title": "Pay", "question": "How much should dock work pay?", "keywords": ["wages"]},
    "issues/shifts": {"title": "Shifts", "question": "How long may a shift be?"},
    "events/2025-03-01-talks": {
        "title": "Union and port meet",
        "type": "consult",
        "date": "2025-03-01",
        "place": {"name": "Saltmouth", "country": "NO", "lat": 59.0, "lon": 10.0},
        "summary": "They meet for the first time.",
        "participants": [{"actor": "dockers-union"}, {"actor": "port", "role": "host"}],
        "issues": ["pay"],
        "figures": [
            {
                "measure": "delegates",
                "value": 12,
                "bound": "about",
                "evidence": [{"article": "first-report", "quote": "about 12 delegates"}],
            },
            {
                "measure": "Delegates",
                "value": 9,
                "by": "port",
                "evidence": [{"article": "third-report", "quote": "nine delegates"}],
            },
        ],
        "versions": [
            {"of": "date", "value": "2025-03-01", "evidence": [{"article": "first-report", "quote": "on Saturday"}]},
            {
                "of": "date",
                "value": "2025-03-02",
                "by": "port",
                "evidence": [{"article": "third-report", "quote": "on Sunday, says the port"}],
            },
        ],
        "corrections": [{"date": "2025-03-04", "text": "The hall was named wrongly."}],
        "outcomes": [
            {"text": "They agree to meet again.", "evidence": [{"article": "second-report", "quote": "again"}]}
        ],
        "evidence": [
            {"article": "first-report", "quote": "The union met the port"},
            {"article": "second-report", "quote": "talks began"},
            {"article": "third-report", "quote": "the so-called talks"},
        ],
    },
    "events/2025-04-talks": {
        "title": "Second talks",
        "type": "consult",
        "date": "2025-04",
        "planned": True,
        "issues": ["pay"],
        "part_of": "2025-03-01-talks",
        "evidence": [{"article": "second-report", "quote": "to meet in April"}],
    },
    "positions/union--pay": {
        "holder": "union",
        "issue": "pay",
        "summary": "Wants more.",
        "statements": [
            {
                "id": "s1",
                "date": "2025-02-01",
                "stance": "reject",
                "evidence": [{"article": "first-report", "quote": "no to the offer"}],
            },
            {
                "id": "s2",
                "date": "2025-03-01",
                "stance": "accept",
                "summary": "Takes the offer.",
                "speaker": "mira-holt",
                "to": ["port"],
                "event": "2025-03-01-talks",
                "draft": True,
                "evidence": [{"article": "first-report", "quote": "we take the offer"}],
            },
        ],
    },
    "positions/port--pay": {
        "holder": "port",
        "issue": "pay",
        "statements": [
            {
                "date": "2025-03-01",
                "stance": "propose",
                "evidence": [{"article": "second-report", "quote": "offers five percent"}],
            }
        ],
    },
    "editions/2025-w09": {
        "title": "Before the talks",
        "period": "2025-02-24/2025-02-28",
        "items": [{"text": "The union says no.", "position": "union--pay", "statement": "s1"}],
    },
    "editions/2025-w10": {
        "title": "Talks begin",
        "period": "2025-03-01/2025-03-07",
        "lede": "Union and port meet.",
        "items": [{"text": "They meet.", "event": "2025-03-01-talks"}, {"position": "union--pay", "statement": "s2"}],
    },
}

Maker = Callable[..., Project]


def write(root: Path, records: dict[str, dict[str, Any]]) -> None:
    for name, data in records.items():
        path = root / "briefings" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture
def make_project(tmp_path: Path) -> Maker:
    """Write a project with the small world, or other records, and return it."""

    def make(records: dict[str, dict[str, Any]] | None = None, name: str = "project") -> Project:
        root = tmp_path / name
        pages = root / "briefings" / "pages"
        pages.mkdir(parents=True)
        (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
        for page in ("about", "method", "corrections"):
            (pages / f"{page}.md").write_text(f"# {page}\n\n<!-- {page} -->\n", encoding="utf-8")
        write(root, WORLD if records is None else records)
        return Project(root)

    return make


@pytest.fixture
def project(make_project: Maker) -> Project:
    return make_project()
