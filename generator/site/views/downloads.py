"""Data page: what is there for programs, and how is it read?"""

from typing import Any

from generator.project import KINDS
from generator.site.data.tables import EXAMPLES, TABLES
from generator.site.parts import Parts


def view(parts: Parts) -> dict[str, Any]:
    """Return what the data page shows: the tables with their columns, and queries to try on the SQLite file."""
    say, phrase = parts.language.say, parts.language.phrase
    counts = [(kind, say(f"n_{kind}", count=len(parts.library.records[kind]))) for kind in KINDS]
    return {
        "counts": counts,
        "tables": [
            (t.name, phrase(t.row), [(column, phrase(means)) for column, means in t.columns.items()]) for t in TABLES
        ],
        "examples": [(say(f"sql_{name}"), query.splitlines()) for name, query in EXAMPLES.items()],
    }
