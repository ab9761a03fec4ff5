"""One record file: YAML text to a validated model, or to problems with their places."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem
from generator.project import Project
from generator.records import yamlfile
from generator.records.models import MODELS, Record


def read(project: Project, kind: str, path: Path) -> tuple[Record | None, list[Problem]]:
    """Return the record in path, or None and every reason why it is none."""
    name = project.relative(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return None, [Problem(name, 1, 1, "error", f"not UTF-8 text ({error.reason}); save it as UTF-8", "yaml-encoding")]
    return parse(kind, text, name)


def parse(kind: str, text: str, name: str) -> tuple[Record | None, list[Problem]]:
    """Return the record that text holds, or None and the problems, placed in the file called name."""
    try:
        data = yamlfile.load(text)
    except yamlfile.Fault as fault:
        return None, [Problem(name, fault.line, fault.column, "error", fault.message, fault.rule)]
    if not isinstance(data, dict):
        said = "the file is empty" if data is None else "the file holds no 'key: value' lines"
        return None, [Problem(name, 1, 1, "error", f"{said}; fill it in or delete it", "record-shape")]
    try:
        return MODELS[kind].model_validate(data), []
    except ValidationError as error:
        return None, [_problem(name, text, data, MODELS[kind], detail) for detail in error.errors(include_url=False)]


def _problem(name: str, text: str, data: Any, model: type[Record], detail: ErrorDetails) -> Problem:
    raise NotImplementedError
