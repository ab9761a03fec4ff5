"""`briefings check`: every problem in briefings/, found in one pass."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.problems import Problem, Severity
from generator.project import Project, ProjectError
from generator.records.cache import Cache
from generator.records.checks import (  # noqa: F401 - they register
    content,
    evidence,
    excerpts,
    figures,
    reading,
    references,
    seeds,
)
from generator.records.checks.places import of_values
from generator.records.checks.registry import RULES, Context, Finding, Rule
from generator.records.library import Library
from generator.records.texts import Texts

__all__ = ["RULES", "Report", "Rule", "check", "counted", "run", "table"]


@dataclass(frozen=True)
class Report:
    """What check found: the records, and the problems in order of place."""

    library: Library
    problems: tuple[Problem, ...]

    def summary(self) -> str:
        """Return one line: how many records, errors and warnings."""
        records = sum(map(len, self.library.records.values()))
        return f"{records:,} records: {counted(self.problems)}"

    def within(self, names: Iterable[str]) -> tuple[Problem, ...]:
        """Return the problems of files that are named, or that lie in folders that are named."""
        places = [PurePosixPath(name) for name in names]
        return tuple(found for found in self.problems if any(map(PurePosixPath(found.path).is_relative_to, places)))


_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def counted(problems: Iterable[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    counts = Counter(problem.severity for problem in problems)
    found = [f"{counts[name]:,} {name}{'s' * (counts[name] != 1)}" for name in _SEVERITIES if counts[name]]
    return ", ".join(found) or "no problems"


def check(project: Project) -> Report:
    """Read all records and run every rule over them. Raises ProjectError for a project that cannot be used."""
    if not project.records.is_dir():
        raise ProjectError(f"{project.records}: there is no such folder, and the records lie in it; put it back")
    with Cache(project) as cache:
        library = Library.load(project, cache)
        return Report(library, tuple(run(library, cache)))


def run(library: Library, cache: Cache) -> list[Problem]:
    """Return every problem of the records, sorted: those of reading them, and what each rule finds."""
    verified = {name: digest for name, (digest,) in cache.all("verified").items()}
    context = Context(library, Texts(library.project, cache), verified)
    found = [(rule, finding) for rule in RULES.values() if rule.run for finding in rule.run(context)]
    beside = list(seeds.misstated(context))
    cache.put("verified", context.newly_verified.items())
    return sorted({*library.problems, *library.remarks, *_placed(library.project, found), *beside})


def _placed(project: Project, found: Iterable[tuple[Rule, Finding]]) -> Iterator[Problem]:
    """Yield the findings with line and column; each file is read once, and only if something was found in it."""
    files: dict[str, list[tuple[Rule, Finding]]] = defaultdict(list)
    for rule, finding in found:
        files[f"briefings/{finding.kind}/{finding.ident}.yaml"].append((rule, finding))
    for name, findings in files.items():
        places = of_values(project, name, [finding.path for _, finding in findings])
        for (rule, finding), (line, column) in zip(findings, places, strict=True):
            yield Problem(name, line, column, rule.severity, finding.message, rule.name)


def table() -> str:
    """Return all rules as a Markdown table, sorted by name."""
    rows = [f"| `{rule.name}` | {rule.severity} | {rule.help} | {rule.remedy} |" for _, rule in sorted(RULES.items())]
    return "\n".join(["| rule | severity | what it demands | what to do |", "|---|---|---|---|", *rows, ""])
