"""The OpenAPI document of the data files. Source: OpenAPI Specification 3.1.1 (schemas are JSON Schema 2020-12)."""

from typing import Any

from generator.project import KINDS
from generator.records.models import MODELS
from generator.site.data.address import Address
from generator.site.data.tables import TABLES


def document(site_name: str, address: Address) -> dict[str, Any]:
    """Return the OpenAPI document for everything that `data.files` yields."""
    paths: dict[str, Any] = {"/data/records.jsonl": _get("All records, one JSON object a line", "application/x-ndjson")}
    schemas: dict[str, Any] = {}
    for kind in KINDS:
        name = MODELS[kind].__name__
        schema = MODELS[kind].model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        schemas |= schema.pop("$defs", {})
        schemas[name] = schema
        paths[f"/data/{kind}.json"] = _get(f"Index of all {kind}", "application/json")
        paths[f"/data/{kind}/{{id}}.json"] = _record(kind, name)
    for table in TABLES:
        paths[f"/data/{table.name}.csv"] = _get(f"A row for {table.row}", "text/csv")
    paths["/data/briefings.sqlite"] = _get("All tables in one SQLite file", "application/vnd.sqlite3")
    return {
        "openapi": "3.1.1",
        "info": {"title": f"{site_name}: data", "version": "1"},
        "servers": [{"url": address.base.rstrip("/") or "/"}],
        "paths": paths,
        "components": {"schemas": {name: schemas[name] for name in sorted(schemas)}},
    }


def _get(summary: str, media: str) -> dict[str, Any]:
    return {"get": {"summary": summary, "responses": {"200": {"description": summary, "content": {media: {}}}}}}


def _record(kind: str, name: str) -> dict[str, Any]:
    own = {"properties": {field: {"type": "string"} for field in ("kind", "id", "url", "data")}}
    schema = {"allOf": [own, {"$ref": f"#/components/schemas/{name}"}]}
    return {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "get": {
            "summary": f"One of the {kind}; a former id answers with moved_to",
            "responses": {"200": {"description": name, "content": {"application/json": {"schema": schema}}}},
        },
    }
