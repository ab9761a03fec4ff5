"""Records that come from the cache are those that were put there."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.records.library import Library
from generator.records.models import MODELS, Event, Figure, Issue, Place
from generator.records.restore import restored
from tests import sample

EVENT = Event(title="Talks", type="consult", place=Place(name="Midford", lat=1), evidence=())


def test_a_restored_record_is_the_one_that_was_written(tmp_path: Path) -> None:
    library = Library.load(sample.write(tmp_path))
    for kind, records in library.records.items():
        assert records
        for record in records.values():
            again = restored(MODELS[kind], json.loads(record.model_dump_json()))
            assert again == record
            assert hash(again) == hash(record)
            assert again.model_dump_json() == record.model_dump_json()


def test_nested_parts_and_empty_lists_have_their_types() -> None:
    figure = Figure(measure="prisoners", value=6, evidence=())
    event = restored(Event, json.loads(EVENT.model_copy(update={"figures": (figure,)}).model_dump_json()))
    assert (type(event.place), type(event.figures[0]), event.participants) == (Place, Figure, ())
    assert event.figures == (figure,)


def test_a_restored_record_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        restored(Event, json.loads(EVENT.model_dump_json())).title = "x"  # type: ignore[misc]


@pytest.mark.parametrize("values", [None, [], {}, {"title": "x"}, {**json.loads(EVENT.model_dump_json()), "z": 1}])
def test_what_is_no_record_is_refused(values: Any) -> None:
    with pytest.raises(ValueError, match="no Event"):
        restored(Event, values)


def test_a_part_that_is_none_is_refused() -> None:
    values = dict.fromkeys(Issue.model_fields) | {"corrections": [{"date": "2024"}]}
    with pytest.raises(ValueError, match="no Correction"):
        restored(Issue, values)
