"""The journal: what is about to be written, noted first, so that the next run finishes what an interrupted one began.

Drafted again beside its own half, an article would leave other records than one drafted at once.
"""

import json
import re
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.project import Project
from generator.records.atomic import write_atomic
from generator.records.models import MODELS
from generator.records.values import SLUG

_NAME = "draft-journal.json"


class Page(NamedTuple):
    """One record file to write: its kind, its id, its new text."""

    kind: str
    ident: str
    text: str


def write_all(project: Project, pages: Sequence[Page]) -> int:
    """Write record files in their order and return how many changed; all of them, now or when `finish` is called."""
    if not pages:
        return 0
    noted = [(*page, _sum(_path(project, page))) for page in pages]
    write_atomic(project.build / _NAME, json.dumps(noted))
    return _write(project, pages)


def finish(project: Project) -> list[str]:
    """Write what an interrupted `write_all` left, and return the articles in it; what was edited since stays so."""
    try:
        noted = [(Page(*rest), old) for *rest, old in json.loads((project.build / _NAME).read_bytes())]
    except (OSError, ValueError, TypeError):
        return []
    due = [page for page, old in noted if _is_record(page) and _sum(_path(project, page)) == old]
    _write(project, due)
    return [page.ident for page in due if page.kind == "articles"]


def _write(project: Project, pages: Sequence[Page]) -> int:
    written = sum(write_atomic(_path(project, page), page.text, durable=page.kind == "articles") for page in pages)
    (project.build / _NAME).unlink(missing_ok=True)
    return written


def _is_record(page: Page) -> bool:
    """Tell whether a noted page is one that drafting writes: the journal may come from anywhere."""
    return all(isinstance(part, str) for part in page) and page.kind in MODELS and bool(re.fullmatch(SLUG, page.ident))


def _path(project: Project, page: Page) -> Path:
    return project.records / page.kind / f"{page.ident}.yaml"


def _sum(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest() if path.is_file() else ""
