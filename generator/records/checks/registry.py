"""The rules of `briefings check`: one table that the command runs and the docs show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.problems import Severity
from generator.project import Settings
from generator.records import walk
from generator.records.library import Library
from generator.records.models import Evidence
from generator.records.texts import Texts
from generator.records.yamlfile import Path


class Finding(NamedTuple):
    """What a rule found: in which record, at which of its values, and in which words it is told."""

    kind: str
    ident: str
    path: Path
    message: str


class Reference(NamedTuple):
    """A record's id where another names it: in which record and where in it, of what kind, and which."""

    home: str
    ident: str
    path: Path
    kind: str
    target: str


class Claim(NamedTuple):
    """One list of evidence: in which record, and where in it."""

    kind: str
    ident: str
    path: Path
    evidence: tuple[Evidence, ...]


@dataclass
class Context:
    """What rules look at.

    `verified` is what an earlier run found to stand in its articles, `sought` how many quotes were looked for in all
    articles: see `evidence`.
    """

    library: Library
    texts: Texts
    verified: dict[str, str] = field(default_factory=dict)
    newly_verified: dict[str, str] = field(default_factory=dict)
    sought: int = 0

    @cached_property
    def references(self) -> list[Reference]:
        """Every place where a record names another."""
        return [
            Reference(home, ident, path, kind, target)
            for home, records in self.library.records.items()
            for ident, record in records.items()
            for path, kind, target in walk.references(record)
        ]

    @cached_property
    def claims(self) -> list[Claim]:
        """Everything that needs evidence, with what it has."""
        return [
            Claim(kind, ident, path, evidence)
            for kind in ("actors", "events", "positions")
            for ident, record in self.library.records[kind].items()
            for path, evidence in walk.evidence(record)
        ]

    @property
    def settings(self) -> Settings:
        return self.library.project.settings


Run = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule: its name, how grave a breach is, what it demands, what to do, and what runs it.

    A rule without `run` is looked at while files are read.
    """

    name: str
    severity: Severity
    help: str
    remedy: str
    run: Run | None = None


RULES: dict[str, Rule] = {}


def rule(name: str, severity: Severity, explanation: str, remedy: str) -> Callable[[Run], Run]:
    """Register a function as the rule called name."""

    def register(run: Run) -> Run:
        RULES[name] = Rule(name, severity, explanation, remedy, run)
        return run

    return register


def declare(name: str, severity: Severity, explanation: str, remedy: str) -> None:
    """Register a rule that is looked at while files are read."""
    RULES[name] = Rule(name, severity, explanation, remedy)
