"""Hostile input in every text field of every record: refused at its place, or taken as the text that it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.problems import FORMATS
from generator.project import KINDS
from generator.records import checks, recordfile
from generator.records.models import MODELS, Record
from generator.records.values import visible
from generator.records.write import dump
from tests import sample
from tests.hostile import FULL, HOSTILE, places, put

FIELDS = [(kind, path) for kind in KINDS for path in places(FULL[kind])]


def reach(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def name_of(field: tuple[str, tuple[str | int, ...]]) -> str:
    return "-".join(map(str, (field[0], *field[1])))


def test_the_list_is_long_and_the_records_are_full() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 100
    for kind, model in MODELS.items():
        assert set(model.model_fields) - {"former_ids", "draft", "corrections"} <= set(FULL[kind])


@pytest.mark.parametrize("field", FIELDS, ids=name_of)
def test_refused_or_taken_as_text(field: tuple[str, tuple[str | int, ...]]) -> None:
    kind, path = field
    for word in HOSTILE:
        text = json.dumps(put(FULL[kind], path, word), ensure_ascii=False, indent=1)
        record, problems = recordfile.parse(kind, text, "x.yaml")
        if record is None:
            line = next(
                number for number, row in enumerate(text.split("\n"), 1) if json.dumps(word, ensure_ascii=False) in row
            )
            assert [problem.line for problem in problems] == [line], (word, problems)
            assert all(
                not set(said(problem)) & set("\n\r\x1b\u202e\u2028")
                for problem in problems
                for said in FORMATS.values()
            )
        else:
            taken(record, path, word)


def taken(record: Record, path: tuple[str | int, ...], word: str) -> None:
    value = reach(record, path)
    if isinstance(value, str):
        assert " ".join(value.split()) == " ".join(word.split())
        assert visible(value) == value or path[-1] in ("quote", "file")
        kind = next(kind for kind in MODELS if MODELS[kind] is type(record))
        again, problems = recordfile.parse(kind, dump(record), "x")
        assert again == record
        assert {problem.rule for problem in problems} <= {"mixed-letters"}


IDS = [
    (kind, path)
    for kind, path in FIELDS
    if path[-1] in ("publisher", "speaker", "of", "file", "article", "event", "id")
]


@pytest.mark.parametrize("field", IDS, ids=name_of)
def test_no_id_and_no_file_leads_elsewhere(field: tuple[str, tuple[str | int, ...]]) -> None:
    kind, path = field
    for word in HOSTILE:
        record, _ = recordfile.parse(kind, json.dumps(put(FULL[kind], path, word), ensure_ascii=False), "x.yaml")
        if record is not None and (value := reach(record, path)):
            assert not set(value) & set("/\\\0")
            assert value[0] != "."
            assert not (value[0].isalpha() and value[1:2] == ":")


@pytest.mark.parametrize("word", HOSTILE)
def test_no_file_name_leads_elsewhere(word: str) -> None:
    found = recordfile.file_name_problem("events", "x", word)
    assert found is not None or word.replace("-", "").isalnum()


RAW = [
    "title: !!python/object/apply:os.system ['id']\n",
    "title: !!python/name:os.system\n",
    "title: &a [*a]\n",
    "title: *nobody\n",
    "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(f"c{n}: &c{n} [{'*b, ' * 9}*b]\n" for n in range(3)),
    "<<: {title: x}\n",
    "title: x\ntitle: y\n",
    "? {a: b}\n: c\n",
    "title: \x00\n",
    "title: \x1b[2J\n",
    "%TAG ! tag:x.example:\n---\ntitle: !a b\n",
    "--- a\n--- b\n",
    "[" * 200_000,
    "{a: " * 100_000,
    "- " * 200_000,
    "title: '" + "x" * 2_000_000,
    "'" * 1001,
    "title: |\n" + " x\n" * 10_000,
    ": : : :\n",
    "\t\t\n",
    "!<x> y\n",
    "title: \ud7ff\uffff\n",
]


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_yaml_is_refused_at_a_place(kind: str) -> None:
    for text in RAW:
        record, problems = recordfile.parse(kind, text, "x.yaml")
        assert record is None
        assert problems
        assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


def test_a_project_full_of_it_is_checked_to_the_end(tmp_path: Path) -> None:
    issue = "briefings/issues/bridge.yaml"
    files = {
        f"briefings/issues/h{number}.yaml": json.dumps(
            {"title": word, "question": word, "keywords": [word], "summary": word}, ensure_ascii=False
        )
        for number, word in enumerate(HOSTILE)
    }
    files |= {
        f"briefings/events/h{number}.yaml": json.dumps(
            {
                "title": "x",
                "type": "agree",
                "place": {"name": word},
                "evidence": [{"article": sample.ARTICLE, "quote": word}],
            },
            ensure_ascii=False,
        )
        for number, word in enumerate(HOSTILE)
    }
    report = checks.check(sample.write(tmp_path, files))
    assert len(report.library.issues) > len(HOSTILE) / 2
    assert issue not in {problem.path for problem in report.problems}
    for problem in report.problems:
        assert "\n" not in FORMATS["text"](problem)
    quoted = {problem.path for problem in report.problems if problem.path.startswith("briefings/events/h")}
    assert len(quoted) >= len({word for word in HOSTILE if word not in sample.SEED})
