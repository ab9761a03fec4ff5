"""Problem: one fault in what an editor wrote or dropped, and how it is printed. Imports nothing of ours."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault with its place.

    path is relative to the project's root, with forward slashes; line and column count from 1; message says in the
    editor's words what is wrong and what to do; rule is the kebab-case name under which the docs explain it.
    """

    path: str
    line: int
    column: int
    severity: Severity
    message: str
    rule: str


def printable(text: str) -> str:
    """Return text safe for a terminal: on one line, control characters and direction overrides as escapes."""
    return "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def as_text(problem: Problem) -> str:
    """Return `path:line:column: severity: message [rule]`."""
    place = f"{printable(problem.path)}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity}: {printable(problem.message)} [{problem.rule}]"


def as_github(problem: Problem) -> str:
    """Return a GitHub workflow command that annotates the line.

    Escapes as the toolkit does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    level = "notice" if problem.severity == "note" else problem.severity
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={_property(problem.rule)}"
    return f"::{level} {place}::{_data(problem.message)}"


def as_json(problem: Problem) -> str:
    """Return the problem as one JSON object on one line, with what `printable` would replace as JSON escapes."""
    text = json.dumps(asdict(problem), ensure_ascii=False)
    return "".join(char if printable(char) == char else json.dumps(char)[1:-1] for char in text)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error, which makes the exit status 1."""
    return any(problem.severity == "error" for problem in problems)


def _data(text: str) -> str:
    lines = "\n".join(map(printable, text.split("\n")))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
