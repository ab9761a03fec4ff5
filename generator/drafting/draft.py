"""Draft a project: every article in seeds/ that has no record yet becomes records, each article whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.articles import Article, read_seed
from generator.drafting import language
from generator.drafting.drafter import gate, understand
from generator.drafting.findings import Findings
from generator.drafting.issues import Issues
from generator.drafting.known import Known, of_actors
from generator.drafting.merge import Merge, add_article, article_id
from generator.drafting.shelf import Change, Shelf
from generator.problems import Problem
from generator.project import Project, ProjectError
from generator.records import write
from generator.records.library import Library

Progress = Callable[[int, int, str], None]

LEAST_WORDS = 40
"""A text of fewer words in running sentences tells nothing that a record could rest on: headlines, lists of links."""

_ENDS = (".", "!", "?", "…", "”", '"', "»", "’", "'", ")", ":", ";")


@dataclass(frozen=True)
class DraftReport:
    """What drafting did: the ids of the articles drafted, how many record files were written, what went wrong."""

    drafted: tuple[str, ...] = ()
    records_written: int = 0
    problems: tuple[Problem, ...] = ()

    def lines(self) -> list[str]:
        """Return the report in words."""
        if not self.drafted:
            return ["nothing new to draft"]
        return [f"drafted {len(self.drafted)} articles; wrote {self.records_written} record files"]


@dataclass(frozen=True)
class Task:
    """An article to draft, with its seed's path as problems print it."""

    article: Article
    path: str
    name: str


def draft_project(project: Project, *, again: Sequence[str] = (), progress: Progress | None = None) -> DraftReport:
    """Draft what is new in seeds/, and anew the articles whose ids are in `again`.

    progress gets (articles done, articles in all, name of the one in hand). Raises ProjectError for an unknown id or
    where the language model is not installed; records written before an interrupt stay, and the next run goes on from there.
    """
    library = Library.load(project)
    shelf = Shelf(library)
    tasks, problems = _tasks(project, library, frozenset(again))
    run = _Run(project, shelf, Issues(library.issues), of_actors(library.actors))
    for number, (task, findings) in enumerate(_understood(tasks, run.known)):
        if progress is not None:
            progress(number, len(tasks), task.name)
        run.merge(task, findings)
    if progress is not None and tasks:
        progress(len(tasks), len(tasks), "")
    return DraftReport(tuple(run.drafted), run.written, tuple(sorted({*problems, *run.problems})))


def _tasks(project: Project, library: Library, again: frozenset[str]) -> tuple[list[Task], list[Problem]]:
    unknown = sorted(again - set(library.articles))
    if unknown:
        raise ProjectError(f"there is no article '{unknown[0]}' in briefings/articles")
    done = {
        (record.seed.file, record.seed.part)
        for ident, record in library.articles.items()
        if record.seed is not None and ident not in again
    }
    wanted = {(r.seed.file, r.seed.part) for i, r in library.articles.items() if i in again and r.seed is not None}
    tasks, problems = [], []
    for path in project.seed_files():
        if again and not any(file == path.name for file, _ in wanted):
            continue
        reading = read_seed(path, project.root)
        problems += reading.problems
        for article in reading.articles:
            key = (article.file, article.part)
            if key in wanted or (not again and key not in done):
                tasks.append(Task(article, project.relative(path), f"{article.title or article.file}"[:80]))
    return tasks, problems


def _understood(tasks: list[Task], known: Known) -> Iterator[tuple[Task, Findings | None]]:
    """Yield each task with what was found, None for what is not to be drafted; in order, a batch parsed at a time."""
    waiting = iter(tasks)
    while batch := list(islice(waiting, language.BATCH)):
        readable = [task for task in batch if why_not(task.article) is None]
        docs = language.parse_many(task.article.text for task in readable)
        found = {id(task): understand(task.article, doc, known) for task, doc in zip(readable, docs, strict=True)}
        for task in batch:
            yield task, found.get(id(task))


def why_not(article: Article) -> tuple[str, str] | None:
    """Return why no record is drafted from article, and the rule's name: another language, or no running text."""
    if article.language not in ("en", "und"):
        return ("it is not in English: quote it by hand", "language-not-drafted")
    prose = [p.text for p in article.paragraphs if p.text.rstrip().endswith(_ENDS) and len(p.text.split()) > 5]
    if sum(len(text.split()) for text in prose) < LEAST_WORDS:
        return ("it holds headlines or links, no running text, so nothing was drafted from it", "no-running-text")
    return None


class _Run:
    """The writing half: findings go through the gate into the shelf and, article by article, into files."""

    def __init__(self, project: Project, shelf: Shelf, issues: Issues, known: Known) -> None:
        self.project, self.shelf, self.issues, self.known = project, shelf, issues, known
        self.drafted: list[str] = []
        self.written = 0
        self.problems: list[Problem] = []

    def merge(self, task: Task, findings: Findings | None) -> None:
        article = task.article
        if findings is None:
            self._leave(task)
            return
        sound, problems = gate(article, findings, task.path)
        merge = Merge(self.shelf, self.issues, article, sound, task.path)
        merge.run()
        self.problems += [*problems, *merge.problems]
        self._write(self.shelf.take())
        self.drafted.append(merge.ident)

    def _leave(self, task: Task) -> None:
        why, rule = why_not(task.article) or ("", "")
        if rule == "language-not-drafted":
            ident = article_id(self.shelf, task.article)
            add_article(self.shelf, task.article, ident, [])
            self._write(self.shelf.take())
            self.drafted.append(ident)
            return
        message = f"article {task.article.part}: {why}"
        self.problems.append(Problem(task.path, 1, 1, "warning", message, rule))

    def _write(self, changes: list[Change]) -> None:
        """Write the changed files; the article's own comes last, so that an interrupted article is drafted again."""
        for change in changes:
            path = self.project.records / change.kind / f"{change.ident}.yaml"
            record = self.shelf.records[change.kind][change.ident]
            if change.is_new:
                text = write.dump(record)
            else:
                text = path.read_bytes().decode("utf-8")
                for place, items in change.added.items():
                    text = write.append(text, place, items)
            self.written += write.write_atomic(path, text)
