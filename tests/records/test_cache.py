"""The cache: what did not change is not read again, and nothing that happens to it does harm."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from generator.project import Project
from generator.records import checks, recordfile, texts
from generator.records.cache import Cache, stamp
from generator.records.library import Library
from tests import sample

ISSUE = "briefings/issues/bridge.yaml"
EVENT = "briefings/events/2024-03-03-midford-talks.yaml"


def backdate(project: Project) -> None:
    """Make every file old enough for its time stamp to be trusted; what the stamp cannot tell, the hash does."""
    for path in project.root.rglob("*.*"):
        os.utime(path, ns=(10**18, 10**18))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return sample.write(tmp_path)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, and `seed` for each seed that was read."""
    seen: list[str] = []
    read, read_texts = recordfile.read, texts.Texts._read

    def noted(kind: str, path: str, name: str) -> recordfile.Read:
        seen.append(Path(path).name)
        return read(kind, path, name)

    def noted_text(self: texts.Texts, file: str, wanted: str) -> bool:
        seen.append("seed")
        return read_texts(self, file, wanted)

    monkeypatch.setattr(recordfile, "read", noted)
    monkeypatch.setattr(texts.Texts, "_read", noted_text)
    return seen


def test_a_second_run_reads_nothing_and_says_the_same(project: Project, parsed: list[str]) -> None:
    first = checks.check(project)
    assert len(parsed) == 10
    parsed.clear()
    again = checks.check(project)
    assert parsed == []
    assert again.problems == first.problems
    assert again.library.records == first.library.records


def test_only_the_edited_record_is_read_again(project: Project, parsed: list[str]) -> None:
    checks.check(project)
    parsed.clear()
    path = project.root / EVENT
    path.write_bytes(path.read_bytes().replace(b"to reopen the bridge", b"to REOPEN the bridge"))
    assert [problem.rule for problem in checks.check(project).problems] == ["evidence-not-found"]
    assert parsed == [path.name]
    path.write_bytes(path.read_bytes().replace(b"REOPEN", b"reopen"))
    assert checks.check(project).problems == ()


def test_an_edit_of_the_same_size_and_time_is_seen(project: Project) -> None:
    backdate(project)
    checks.check(project)
    path = project.root / ISSUE
    path.write_bytes(path.read_bytes().replace(b"title", b"titel"))
    os.utime(path, ns=(10**18, 10**18))
    assert {problem.rule for problem in checks.check(project).problems} == {"unknown-field"}


def test_a_changed_seed_is_read_again(project: Project) -> None:
    checks.check(project)
    seed = project.seeds / "bridge.txt"
    seed.write_text(sample.SEED.replace("to reopen the bridge over", "to close the bridge over"), encoding="utf-8")
    assert {problem.rule for problem in checks.check(project).problems} == {"seed-changed", "evidence-not-found"}


def test_what_is_stated_beside_a_seed_counts(project: Project, parsed: list[str]) -> None:
    checks.check(project)
    parsed.clear()
    (project.seeds / "bridge.yaml").write_text("publisher: River News\n", encoding="utf-8")
    checks.check(project)
    assert "seed" in parsed


def test_deleted_and_renamed_files_are_forgotten(project: Project) -> None:
    checks.check(project)
    (project.root / ISSUE).rename(project.root / "briefings/issues/river.yaml")
    assert sorted(Library.load(project).issues) == ["river"]
    with Cache(project) as cache:
        assert ISSUE not in cache.all("records")


def test_problems_of_unread_files_are_told_again(project: Project) -> None:
    (project.root / ISSUE).write_text("title: x\n", encoding="utf-8")
    first = checks.check(project).problems
    assert first
    assert checks.check(project).problems == first


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_cache_is_rebuilt(project: Project, content: bytes) -> None:
    checks.check(project)
    file = project.build / "cache" / "records.sqlite"
    file.write_bytes(content)
    assert checks.check(project).problems == ()
    with Cache(project) as cache:
        assert len(cache.all("records")) == 9


def test_a_truncated_cache_is_rebuilt(project: Project) -> None:
    checks.check(project)
    file = project.build / "cache" / "records.sqlite"
    for size in (100, 1000, 5000, 9000):
        file.write_bytes(file.read_bytes()[:size])
        assert checks.check(project).problems == ()


@pytest.mark.parametrize(
    "data", ["", "{", "[]", "null", '{"title": "x"}', '{"title": "x", "question": "y", "z": 1}', "1], [2"]
)
def test_rows_that_hold_no_record_are_read_from_the_file(project: Project, data: str) -> None:
    checks.check(project)
    with Cache(project) as cache:
        row = cache.get("records", ISSUE)
        assert row
        cache.put("records", [(ISSUE, row[0], row[1], data, row[3])])
    library = Library.load(project)
    assert library.issues["bridge"].title == "The bridge"
    assert library.problems == ()


def test_a_cache_of_another_version_is_left_unread(project: Project, parsed: list[str]) -> None:
    checks.check(project)
    with sqlite3.connect(project.build / "cache" / "records.sqlite") as connection:
        connection.execute("UPDATE version SET value = 'older'")
        connection.execute("UPDATE records SET data = ''")
    connection.close()
    parsed.clear()
    assert checks.check(project).problems == ()
    assert len(parsed) == 10


def test_without_a_place_for_a_cache_all_is_read(project: Project) -> None:
    (project.root / "build").write_text("in the way", encoding="utf-8")
    assert checks.check(project).problems == ()


def test_two_runs_at_once(project: Project) -> None:
    said: list[int] = []
    threads = [threading.Thread(target=lambda: said.append(len(checks.check(project).problems))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [0, 0, 0]


def test_a_fresh_file_has_no_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("x", encoding="utf-8")
    assert stamp(path.stat()) == ""


def test_links_and_hidden_files_are_not_read(project: Project) -> None:
    (project.records / "issues" / ".hidden.yaml").write_text("title: x\n", encoding="utf-8")
    (project.records / "issues" / "link.yaml").symlink_to(project.root / ISSUE)
    assert [problem.rule for problem in checks.check(project).problems] == ["stray-file"]


def test_one_article_alone(project: Project) -> None:
    article = Library.load(project).articles[sample.ARTICLE]
    text = texts.article_text(project, article)
    assert text is not None
    assert text.startswith("Northland and Southland agree to reopen the river bridge Northland and")
    assert '"will withdraw all guards' in text
