"""The main job: draft what is new, check, render, build; each stage does only what changed since the last time."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from generator.problems import Problem, has_errors
from generator.project import Project
from generator.records import checks, drafts
from generator.records.atomic import write_atomic
from generator.records.cache import Cache
from generator.records.library import Library
from generator.records.texts import Texts

Say = Callable[[str], None]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Outcome:
    """What was found wrong, and the last lines: how much there is, what is still draft, which file to open.

    built: whether site/ shows the records as they are now.
    """

    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    built: bool


def run(project: Project, builder: str, say: Say, progress: Progress) -> Outcome:
    """Bring site/ up to date. Errors in the records stop it before rendering; a bad seed or note beside it does not.

    Raises ProjectError, or generator.site.build.BuildError when the builder fails.
    """
    problems = _draft(project, say, progress)
    report = checks.check(project)
    problems = [*dict.fromkeys([*problems, *report.problems])]
    if has_errors(problem for problem in report.problems if not problem.path.startswith("seeds/")):
        return Outcome(tuple(problems), (report.summary(), "nothing was built: correct the errors first"), False)
    from generator.site.build import build

    built = build(project, builder, report.library)
    if not built.built:
        say("site/ is up to date")
    return Outcome(tuple(problems), _last_lines(project, report.library, built.rendered.pages), True)


def _draft(project: Project, say: Say, progress: Progress) -> list[Problem]:
    state, wanted = project.build / "cache" / "drafted", _seeds(project)
    if state.is_file() and state.read_text(encoding="utf-8") == wanted:
        return []
    if find_spec("spacy") is None:
        say("drafting is left out: it needs spaCy; pip install 'briefings[draft]'")
        return []
    from generator.drafting.draft import draft_project

    report = draft_project(project, progress=progress)
    for line in report.lines():
        say(line)
    if not report.problems:
        write_atomic(state, _seeds(project), durable=False)
    return list(report.problems)


def _seeds(project: Project) -> str:
    """Return a digest of what drafting starts from: seeds, the notes beside them, and which articles have records."""
    with Cache(project) as cache:
        library, texts = Library.load(project, cache), Texts(project, cache)
        names = sorted(path.name for path in project.seeds.glob("*") if path.is_file())
        found = [[name, texts.seed_hash(name)] for name in names]
        done = [[article.seed.file, article.seed.part] for article in library.articles.values() if article.seed]
    return hashlib.sha256(json.dumps([found, done]).encode()).hexdigest()


def _last_lines(project: Project, library: Library, pages: int) -> tuple[str, ...]:
    counts = {kind: len(records) for kind, records in library.records.items()}
    told = ", ".join(f"{number:,} {kind if number != 1 else kind[:-1]}" for kind, number in counts.items())
    draft, everything = drafts.count(library)
    return (
        f"{told}: {pages:,} pages",
        f"still draft: {draft:,} of {everything:,} records and statements" if draft else "nothing is still draft",
        f"open {project.site / 'index.html'}",
    )
