"""Data files and feeds, each read back by a parser that is not ours."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from openapi_spec_validator import validate

from generator.project import Project, Settings
from generator.records.library import Library
from generator.records.models import MODELS
from generator.site import data
from generator.site.data import linked
from generator.site.data.address import Address
from generator.site.data.citation import Citation

SETTINGS = Settings(site_name="Harbour <News>", site_url="https://news.example/desk/")
ADDRESS = Address(SETTINGS.site_url)
QUOTE = {"article": "2025-01-02-report", "quote": "we </script> demand <b>higher</b> pay"}
RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "articles": {"2025-01-02-report": {"title": "Talks & tea", "published": "2025-01-02T10:00"}},
    "actors": {
        "union": {"name": "=Dock union", "kind": "organization", "aliases": ["dockers"], "former_ids": ["old-union"]}
    },
    "events": {
        "2025-01-01-talks": {
            "title": "Talks, at last; maybe",
            "type": "consult",
            "date": "2025-01-01/2025-01-02",
            "place": {"name": "Harbour", "country": "NO", "lat": "59.9", "lon": "10.7"},
            "participants": [{"actor": "union"}],
            "figures": [{"measure": "hours", "value": "9", "evidence": [QUOTE]}],
            "versions": [{"of": "name", "value": "A chat", "evidence": [QUOTE]}],
            "corrections": [{"date": "2025-01-04", "text": "The hall was named wrongly."}],
            "evidence": [QUOTE],
        },
        "undated": {"title": "Something", "type": "protest", "evidence": [QUOTE]},
    },
    "issues": {"pay": {"title": "Pay", "question": "How much?"}},
    "positions": {
        "union--pay": {
            "holder": "union",
            "issue": "pay",
            "statements": [
                {"id": "first", "date": "2025-01-01", "stance": "reject", "evidence": [QUOTE]},
                {"date": "2025-01-02", "stance": "accept", "draft": "true", "evidence": [QUOTE]},
            ],
        }
    },
    "editions": {},
}


@pytest.fixture(scope="module")
def library() -> Library:
    records = {kind: {i: MODELS[kind].model_validate(r) for i, r in found.items()} for kind, found in RECORDS.items()}
    return Library(Project(Path()), records)


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, bytes]:
    return dict(data.files(library, SETTINGS))


def test_same_library_gives_same_bytes(library: Library, made: dict[str, bytes]) -> None:
    assert dict(data.files(library, SETTINGS)) == made


def test_each_record_has_its_json_and_a_former_id_leads_to_it(made: dict[str, bytes]) -> None:
    union = json.loads(made["data/actors/union.json"])
    assert union["name"] == "=Dock union"
    assert union["url"] == "https://news.example/desk/actors/union.html"
    assert json.loads(made["data/actors/old-union.json"])["moved_to"] == "union"
    lines = [json.loads(line) for line in made["data/records.jsonl"].splitlines()]
    assert len(lines) == sum(len(found) for found in RECORDS.values())


def test_csv_holds_no_formula(made: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(made["data/actors.csv"].decode())))
    assert rows[0]["name"] == "'=Dock union"


def test_sqlite_answers_a_query(made: dict[str, bytes]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(made["data/briefings.sqlite"])
    query = "SELECT stance, quote FROM statements JOIN evidence e ON record = position AND e.number = statements.number"
    assert connection.execute(query).fetchall() == [("reject", QUOTE["quote"]), ("accept", QUOTE["quote"])]


def test_atom_tells_statements_and_moves(made: dict[str, bytes]) -> None:
    feed = feedparser.parse(made["feeds/issues/pay.xml"])
    assert not feed.bozo
    titles = [entry.title for entry in feed.entries]
    assert sorted(titles) == [
        "=Dock union accepts: Pay (draft)",
        "=Dock union moves on Pay: accepts (draft)",
        "=Dock union rejects: Pay",
    ]
    assert len({entry.id for entry in feed.entries}) == 3
    assert feed.entries[0].updated.startswith("2025-01-02")
    assert made["feeds/actors/old-union.xml"].count(b"<entry>") == made["feeds/actors/union.xml"].count(b"<entry>") == 4


def test_the_evidence_table_has_the_evidence_of_every_part(made: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(made["data/evidence.csv"].decode())))
    assert {row["part"] for row in rows} >= {"event", "figure", "version", "statement"}
    assert all(row["quote"] for row in rows)


def test_feeds_tell_corrections(made: dict[str, bytes]) -> None:
    for path in ("feed.xml", "feeds/actors/union.xml"):
        entries = feedparser.parse(made[path]).entries
        corrected = [entry for entry in entries if entry.title.startswith("Corrected: ")]
        assert [entry.summary for entry in corrected] == ["The hall was named wrongly."], path
        assert corrected[0].link.endswith(".html#corrections")
        assert corrected[0].updated.startswith("2025-01-04")


def test_json_feed_says_what_atom_says(made: dict[str, bytes]) -> None:
    feed = json.loads(made["feed.json"])
    assert feed["version"].endswith("1.1")
    assert len(feed["items"]) == 4
    assert feed["items"][1]["url"].startswith("https://news.example/desk/positions/union--pay.html#")


def test_calendar_holds_dated_events_only(made: dict[str, bytes]) -> None:
    events = icalendar.Calendar.from_ical(made["events.ics"]).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == ["2025-01-01-talks@events.briefings"]
    assert events[0].decoded("dtend").isoformat() == "2025-01-03"
    assert str(events[0]["summary"]) == "Talks, at last; maybe"


def test_openapi_document_is_valid_and_names_every_file(made: dict[str, bytes]) -> None:
    document = json.loads(made["data/openapi.json"])
    validate(document)
    named = set(document["paths"])
    for path in made:
        if path.startswith("data/") and path != "data/openapi.json":
            parts = path.split("/")
            assert "/" + path in named or f"/data/{parts[1]}/{{id}}.json" in named


def test_json_ld_cannot_leave_its_script(library: Library) -> None:
    text = linked.script(linked.of_position("union--pay", library.positions["union--pay"], library, ADDRESS))
    assert "<" not in text
    assert json.loads(text)["hasPart"][0]["text"] == QUOTE["quote"]


def test_json_ld_of_each_kind(library: Library) -> None:
    event = linked.of_event("2025-01-01-talks", library.events["2025-01-01-talks"], library, ADDRESS)
    assert event["@type"] == "Event"
    assert "startDate" in event
    assert event["location"]["geo"]["latitude"] == 59.9
    assert linked.of_actor("union", library.actors["union"], library, ADDRESS)["@type"] == "Organization"
    article = linked.of_article("2025-01-02-report", library.articles["2025-01-02-report"], library, ADDRESS)
    assert article["datePublished"] == "2025-01-02T10:00"


def test_json_ld_follows_former_ids(library: Library) -> None:
    position = library.positions["union--pay"].model_copy(update={"holder": "old-union"})
    found = linked.of_position("union--pay", position, library, ADDRESS)
    assert found["about"][0] == {"@type": "Organization", "@id": ADDRESS.page("actors", "union"), "name": "=Dock union"}


def test_citation_escapes_for_tex() -> None:
    citation = Citation("a/b", "50% & more_{x}", "News", "https://news.example/a#b", "2025-01-02")
    assert r"50\% \& more\_\{x\}" in citation.bibtex
    assert citation.bibtex.startswith("@online{a-b,")
    assert citation.csl["issued"] == {"date-parts": [[2025, 1, 2]]}
    assert citation.plain == "50% & more_{x}. News (2025-01-02). https://news.example/a#b"
