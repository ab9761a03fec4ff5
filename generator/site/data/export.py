"""Each record as JSON at a stable address, an index of each kind, and all of them as JSON Lines."""

import json
from collections.abc import Iterator
from typing import Any

from generator.project import KINDS
from generator.records.library import Library
from generator.records.models import Record
from generator.site.data.address import Address


def as_object(kind: str, ident: str, record: Record, address: Address) -> dict[str, Any]:
    """Return the record as JSON values: its kind, id and addresses, then its fields in the model's order."""
    return {
        "kind": kind,
        "id": ident,
        "url": address.page(kind, ident),
        "data": address.data(kind, ident),
        **record.model_dump(mode="json"),
    }


def files(library: Library, address: Address) -> Iterator[tuple[str, bytes]]:
    """Yield (path in the site, content) of every JSON file."""
    lines: list[str] = []
    for kind in KINDS:
        index = []
        for ident, record in library.records[kind].items():
            item = as_object(kind, ident, record, address)
            text = json.dumps(item, ensure_ascii=False)
            lines.append(text)
            index.append({"id": ident, "title": title(record), "url": item["url"], "data": item["data"]})
            yield address.data_path(kind, ident), text.encode() + b"\n"
            for former in record.former_ids:
                moved = {"kind": kind, "id": former, "moved_to": ident, "data": item["data"]}
                yield address.data_path(kind, former), pretty(moved)
        yield f"data/{kind}.json", pretty({"kind": kind, "count": len(index), "records": index})
    yield "data/records.jsonl", "".join(line + "\n" for line in lines).encode()


def title(record: Record) -> str:
    """Return the words that name a record: its title or name, or for a position its holder and issue."""
    named = getattr(record, "title", None) or getattr(record, "name", None)
    return str(named) if named else f"{getattr(record, 'holder', '')} / {getattr(record, 'issue', '')}"


def pretty(value: Any) -> bytes:
    """Return value as indented JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
