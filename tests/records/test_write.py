"""Records to YAML and back; files that are old or new."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import atomic, recordfile
from generator.records.models import (
    MODELS,
    Actor,
    ArticleRecord,
    Edition,
    Event,
    Evidence,
    Figure,
    Issue,
    Item,
    Outcome,
    Participant,
    Place,
    Position,
    Record,
    Role,
    Seed,
    Statement,
    Version,
)
from generator.records.values import visible
from generator.records.write import dump, write_atomic

MARKS = [
    "~",
    "'",
    '"',
    "{",
    "[x",
    "*x",
    "&x",
    "!x",
    "%x",
    "@x",
    "`x",
    "|",
    ">-",
    "---",
    "...",
    "\\",
    "\\n",
    "x:",
    "<<",
    "=",
]
LOOKS = [
    "null",
    "NO",
    "yes",
    "1e3",
    "2025-06-02",
    "👍",
    "שלום",
    "0x1F",
    "- x",
    "a: b",
    "\ufeffx",
    "a #b",
    "? x",
    "a\tb",
]
NASTY = st.sampled_from([*MARKS, *LOOKS, "=", "a\tb", "<b>x</b>", "{{ x }}"])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(visible)
LINE = (NASTY.map(visible) | WORDS).filter(lambda text: bool(text.strip()))
TEXT = LINE | st.lists(LINE | st.just("") | st.just("  x "), min_size=2, max_size=4).map("\n".join).filter(str.strip)
QUOTE = TEXT.map(lambda text: f"q{text}")
SLUG = st.from_regex(r"\A[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}\Z")
DATE = st.sampled_from(
    ["2025", "2025-06", "2025-06-02", "2025-06-02T07:23", "2025-05-24/2025-05-25", "2025-07~", "2025-01/.."]
)
FLAG = st.booleans()


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def many(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=3).map(tuple)


NUMBER = st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**7).map(float)
EVIDENCE = many(st.builds(Evidence, article=SLUG, quote=QUOTE))
BASE: dict[str, Any] = {"former_ids": many(SLUG), "draft": FLAG}
STATEMENT = st.builds(
    Statement,
    id=maybe(SLUG),
    date=maybe(DATE),
    stance=st.just("demand"),
    summary=maybe(LINE),
    speaker=maybe(SLUG),
    to=many(SLUG),
    event=maybe(SLUG),
    evidence=EVIDENCE,
    draft=FLAG,
)
RECORDS: dict[str, st.SearchStrategy[Record]] = {
    "articles": st.builds(
        ArticleRecord,
        title=LINE,
        publisher=maybe(SLUG),
        authors=many(LINE),
        published=maybe(DATE),
        url=maybe(st.just("https://a.example/?x=1#y")),
        relays=many(SLUG),
        derived=many(LINE),
        seed=maybe(st.builds(Seed, file=st.just("one: b.txt"), part=st.integers(1, 9), sha256=st.just("0" * 64))),
        **BASE,
    ),
    "actors": st.builds(
        Actor,
        name=LINE,
        kind=st.just("person"),
        aliases=many(LINE),
        summary=maybe(TEXT),
        part_of=maybe(SLUG),
        roles=many(st.builds(Role, title=LINE, of=maybe(SLUG), period=maybe(DATE), evidence=EVIDENCE)),
        **BASE,
    ),
    "events": st.builds(
        Event,
        title=LINE,
        type=st.just("consult"),
        date=maybe(DATE),
        planned=FLAG,
        place=maybe(
            st.builds(
                Place,
                name=LINE,
                country=maybe(st.sampled_from(["NO", "TR"])),
                lat=maybe(st.floats(-90, 90)),
                lon=maybe(st.floats(-180, 180)),
            )
        ),
        summary=maybe(TEXT),
        participants=many(st.builds(Participant, actor=SLUG, role=st.sampled_from(["participant", "host"]))),
        figures=many(
            st.builds(Figure, measure=LINE, value=NUMBER, upper=maybe(NUMBER), unit=maybe(LINE), evidence=EVIDENCE)
        ),
        outcomes=many(st.builds(Outcome, text=LINE, evidence=EVIDENCE)),
        versions=many(st.builds(Version, of=st.just("place"), value=LINE, by=maybe(SLUG), evidence=EVIDENCE)),
        issues=many(SLUG),
        evidence=EVIDENCE,
        **BASE,
    ),
    "issues": st.builds(Issue, title=LINE, question=LINE, keywords=many(LINE), summary=maybe(TEXT), **BASE),
    "positions": st.builds(Position, holder=SLUG, issue=SLUG, summary=maybe(TEXT), statements=many(STATEMENT), **BASE),
    "editions": st.builds(
        Edition,
        title=LINE,
        period=DATE,
        lede=maybe(TEXT),
        items=many(st.builds(Item, text=maybe(LINE), event=maybe(SLUG), position=maybe(SLUG), statement=maybe(SLUG))),
        **BASE,
    ),
}


@pytest.mark.parametrize("kind", MODELS)
def test_what_is_dumped_loads_as_it_was(kind: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(RECORDS[kind])
    def holds(record: Record) -> None:
        text = dump(record)
        again, problems = recordfile.parse(kind, text, "x")
        assert again == record
        assert {problem.rule for problem in problems} <= {"mixed-letters"}
        assert dump(record) == text

    holds()


def test_a_record_reads_well() -> None:
    event = Event(
        title="Talks: second round",
        type="consult",
        date="2025-06-02",
        place=Place(name="Istanbul", country="TR", lat=41.01, lon=28.95),
        participants=(Participant(actor="a"), Participant(actor="b", role="host")),
        figures=(Figure(measure="bodies", value=6000, by="a", evidence=(Evidence(article="one", quote="6,000"),)),),
        issues=("exchange",),
        evidence=(Evidence(article="one", quote='They "met"'),),
        draft=True,
    )
    assert (
        dump(event)
        == """\
# yaml-language-server: $schema=../schema/events.json
title: 'Talks: second round'
type: consult
date: 2025-06-02
place: {name: Istanbul, country: TR, lat: 41.01, lon: 28.95}
participants:
  - {actor: a}
  - {actor: b, role: host}
figures:
  - measure: bodies
    value: 6000
    by: a
    evidence:
      - article: one
        quote: "6,000"
issues: [exchange]
evidence:
  - article: one
    quote: "They \\"met\\""
draft: true
"""
    )


def test_a_file_is_written_only_if_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.yaml"
    assert write_atomic(path, "é\n")
    assert path.read_bytes() == b"\xc3\xa9\n"
    before = path.stat().st_mtime_ns
    assert not write_atomic(path, "é\n")
    assert path.stat().st_mtime_ns == before
    assert write_atomic(path, b"new", durable=False)
    assert [file.name for file in path.parent.iterdir()] == ["b.yaml"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.yaml"
    write_atomic(path, "old")

    def fail(source: str, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        write_atomic(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["b.yaml"]


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".a.yaml.999999999.tmp"
    left.write_text("half", encoding="utf-8")
    atomic._prepare.cache_clear()
    write_atomic(tmp_path / "b.yaml", "new")
    assert not left.exists()


def test_a_folder_that_was_removed_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.yaml"
    write_atomic(path, "old")
    shutil.rmtree(path.parent)
    assert write_atomic(path, "new")
    assert path.read_text(encoding="utf-8") == "new"


def test_who_may_read_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_atomic(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640
