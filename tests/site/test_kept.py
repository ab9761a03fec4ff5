"""What is made of the program's own files is made once."""

import sys
from pathlib import Path

import pytest

from generator.site.kept import beside_source, folder


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = tmp_path / "source.json"
    path.write_text("[1, 2]", encoding="utf-8")
    return path


def fail() -> list[int]:
    raise AssertionError("made again")


def test_it_is_made_once_and_is_the_same(source: Path) -> None:
    assert beside_source(source, lambda: [1, 2]) == [1, 2]
    assert beside_source(source, fail) == [1, 2]


def test_it_is_made_anew_of_a_changed_file(source: Path) -> None:
    beside_source(source, lambda: [1, 2])
    source.write_text("[1, 2, 3]", encoding="utf-8")
    assert beside_source(source, lambda: [1, 2, 3]) == [1, 2, 3]


@pytest.mark.parametrize("damaged", [b"", b"\xff", b"["])
def test_what_is_damaged_is_made_anew(source: Path, damaged: bytes) -> None:
    beside_source(source, lambda: [1])
    for kept in (source.parent / "__pycache__").iterdir():
        kept.write_bytes(damaged)
    assert beside_source(source, lambda: [1]) == [1]
    assert beside_source(source, fail) == [1]


def test_nothing_is_kept_where_python_keeps_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert beside_source(source, lambda: [1]) == [1]
    assert folder(source.parent) is None
    assert not (source.parent / "__pycache__").exists()
