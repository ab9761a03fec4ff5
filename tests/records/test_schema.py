"""The schemas that editors' programs complete from are those of the models."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from generator.project import Project
from generator.records import schema
from generator.records.models import MODELS
from generator.vocabulary import load
from tests.sample import FILES

HOME = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", MODELS)
def test_the_committed_schema_is_the_models(kind: str) -> None:
    """Renew with `briefings schema`."""
    assert (HOME / "briefings" / "schema" / f"{kind}.json").read_text(encoding="utf-8") == schema.as_text(kind)


@pytest.mark.parametrize("kind", MODELS)
def test_it_is_a_schema_and_describes_every_field(kind: str) -> None:
    made = schema.of(kind)
    jsonschema.Draft202012Validator.check_schema(made)
    assert all("description" in field for field in made["properties"].values())


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("briefings/")])
def test_sound_records_satisfy_it(name: str) -> None:
    data = json.loads(json.dumps(yaml.safe_load(FILES[name]), default=str))
    validator = jsonschema.Draft202012Validator(json.loads(schema.as_text(name.split("/")[1])))
    assert list(validator.iter_errors(data)) == []


def test_closed_lists_are_written_out() -> None:
    field = schema.of("events")["properties"]["type"]
    assert field["enum"] == list(load("event_types"))
    assert len(field["markdownEnumDescriptions"]) == len(field["enum"])


def test_an_unknown_field_is_refused() -> None:
    made = schema.of("issues")
    assert list(jsonschema.Draft202012Validator(made).iter_errors({"title": "x", "question": "y", "z": 1}))


def test_only_changed_schemas_are_written(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert len(schema.write(project)) == len(MODELS)
    assert schema.write(project) == []
