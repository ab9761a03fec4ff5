"""What a build was made from, and the time it bears: both come from the content, never from the clock."""

import hashlib
import json
from datetime import UTC, datetime, time
from pathlib import Path

from generator.project import Project
from generator.records import dates

STAMP = "build.json"
RENDERED = "BRIEFINGS_RENDERED"
"""The variable by which `build` tells the builder's hook the folder that it has just rendered into."""


def epoch(project: Project) -> int:
    """Return the seconds since 1970 that the build bears: the newest day that render found in an article, else 0."""
    try:
        newest = json.loads((project.build / "newest.json").read_bytes())
        return int(datetime.combine(dates.parse(newest).last, time(), UTC).timestamp())
    except (OSError, ValueError, TypeError):
        return 0


def digest(project: Project, builder: str) -> str:
    """Return the digest of all that the builder reads: rendered files, mkdocs.yml, theme, and which builder it is."""
    found = hashlib.sha256(builder.encode())
    roots = [project.docs, Path(__file__).parent / "theme"]
    files = [project.root / "mkdocs.yml", *(path for root in roots for path in sorted(root.rglob("*")))]
    for path in files:
        if path.is_file():
            found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
