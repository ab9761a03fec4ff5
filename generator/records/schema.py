"""JSON Schema of each record, made from the models, for completion and help in editors: briefings/schema/KIND.json."""

import json
from pathlib import Path
from typing import Any

from generator.project import Project
from generator.records.atomic import write_atomic
from generator.records.models import MODELS
from generator.vocabulary import load

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record, its closed lists written out with what each word means.

    Editors see the YAML's values typed (a date is text, 6000 a number, an empty key null), so the schema allows that.
    """
    schema: dict[str, Any] = _rewritten(MODELS[kind].model_json_schema())
    return {"$schema": DIALECT, "title": kind, **{key: value for key, value in schema.items() if key != "title"}}


def as_text(kind: str) -> str:
    """Return the schema as the file holds it."""
    return json.dumps(of(kind), ensure_ascii=False, indent=2) + "\n"


def write(project: Project) -> list[Path]:
    """Write all schemas and return those that changed."""
    return [path for kind in MODELS if write_atomic(path := project.schema / f"{kind}.json", as_text(kind))]


def _rewritten(node: Any) -> Any:
    if isinstance(node, list):
        return [_rewritten(item) for item in node]
    if not isinstance(node, dict):
        return node
    fields = {
        key: {name: _rewritten(value) for name, value in value.items()} if key in ("properties", "$defs") else value
        for key, value in node.items()
        if key not in ("vocabulary", "ref", "prose") and not (key == "title" and isinstance(value, str))
    }
    plain = {
        key: value if key in ("properties", "$defs", "default") else _rewritten(value) for key, value in fields.items()
    }
    if "vocabulary" in node:
        words = load(node["vocabulary"])
        plain["enum"] = list(words)
        plain["markdownEnumDescriptions"] = [about["means"] for about in words.values()]
    if plain.get("type") == "array":
        plain["type"] = ["array", "null"]
    return plain
