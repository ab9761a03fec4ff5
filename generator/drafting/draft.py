"""Draft a project: every article in seeds/ that has no record yet becomes records, each article whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.articles import Article, house
from generator.drafting import doubles, journal, origin, renamed, workers
from generator.drafting.drafter import Drafter, gate
from generator.drafting.findings import Findings
from generator.drafting.issues import Circles, Issues
from generator.drafting.known import Known, of_actors
from generator.drafting.merge import Merge
from generator.drafting.refile import Refiled, refile
from generator.drafting.shelf import Change, Shelf
from generator.drafting.sparing import spare
from generator.problems import Problem, Severity, printable
from generator.project import SEED_SUFFIXES, Project, ProjectError
from generator.records import write, yamlfile
from generator.records.library import Library
from generator.records.values import nearest

Progress = Callable[[int, int, str], None]

LEAST_WORDS = 25
"""A text of fewer words in running sentences tells nothing that a record could rest on: headlines, lists of links."""

TOGETHER = 16
"""Articles whose records are written together: most of a file's time goes into opening and moving it."""

_ENDS = (".", "!", "?", "…", "”", '"', "»", "’", "'", ")", ":", ";")


_READ = f"{', '.join(SEED_SUFFIXES[:-1])} or {SEED_SUFFIXES[-1]}"
_NAMED = 5


@dataclass(frozen=True)
class DraftReport:
    """What drafting did: the ids of the articles drafted, how many record files were written, what went wrong.

    seeds counts the files that can be read; unread names the others in seeds/; refiled counts the drafted statements
    that were moved from `other` to an issue; completed names the articles whose records were given what is stated
    beside their seeds; waits tells that records which cannot be read come first; notes tell how many quotes of an
    article were cut.
    """

    drafted: tuple[str, ...] = ()
    records_written: int = 0
    problems: tuple[Problem, ...] = ()
    seeds: int = 0
    unread: tuple[str, ...] = ()
    refiled: int = 0
    completed: tuple[str, ...] = ()
    waits: bool = False
    notes: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return the report in words."""
        written = "1 record file" if self.records_written == 1 else f"{self.records_written} record files"
        said = f"drafted {_count(self.drafted)}; wrote {written}"
        if not self.drafted:
            said = "nothing new to draft" + ("" if self.problems else ": every article in seeds/ has its record")
        if self.waits:
            said = "nothing was drafted: correct the records that cannot be read first"
        elif not self.seeds:
            said = f"no article in seeds/ yet: put each there as a file that ends in {_READ}, and run this again"
        if self.refiled:
            drafts = "1 drafted statement" if self.refiled == 1 else f"{self.refiled} drafted statements"
            said += f"; moved {drafts} from other to issues made since"
        if self.completed:
            said += f"; added what is stated beside the seed to the record of {_count(self.completed)}"
        unread = "; ".join(_not_read(self.unread))
        return [said, *([printable(unread)] if unread else []), *map(printable, self.notes)]


def _not_read(unread: Sequence[str]) -> Iterator[str]:
    """Yield what is said of files in seeds/ that are not read: those without an article in them, and a lone note."""
    note = next((name for name in unread if name.endswith((".yaml", ".yml"))), None)
    others = [name for name in unread if name != note]
    if others:
        more = ", …" if len(others) > _NAMED else ""
        yield f"not read, as only {_READ} are: {', '.join(others[:_NAMED])}{more}"
    if note:
        wanted = f"there is no {Path(note).stem}.txt: give it its article's name"
        yield f"{note} states what an article does not tell, but {wanted}"


def _count(articles: tuple[str, ...]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles)} articles"


@dataclass(frozen=True)
class Task:
    """An article to draft, with its seed's path as problems print it."""

    article: Article
    path: str
    name: str


def draft_project(
    project: Project,
    *,
    again: Sequence[str] = (),
    progress: Progress | None = None,
    processes: int | None = None,
    drafter: Drafter | None = None,
) -> DraftReport:
    """Draft what is new in seeds/; or, where `again` names articles, propose anew for these and nothing else.

    again: ids of articles, or seeds by their paths or names. Drafts of theirs under `other` move to issues made since.
    progress gets (articles done, articles in all, name of the one in hand). processes: None for as many as pay off.
    drafter: asked article by article in place of the rules; what it finds passes the same gate.
    Raises ProjectError for an unknown article, or where the language model is not installed. What is written before an
    interrupt stays whole, and the next run goes on from there. Nothing is drafted while a record cannot be read: it
    would be taken for one that is not there, and be written over.
    """
    finished = journal.finish(project)
    library, seeds = Library.load(project), project.seed_files()
    if library.problems:
        return DraftReport(problems=library.problems, seeds=len(seeds), unread=_unread(project, seeds), waits=True)
    followed, moved, wanted, library = _brought_up(project, library, again)
    issues = Issues(library.issues, Circles(library.positions.values(), library.events.values()))
    run = _Run(project, Shelf(library), issues)
    with workers.start(_new(project, library, wanted), _accepted(library), processes) as each:
        tasks, recorded, problems = _tasks(project, library, wanted, each)
        readable = [task.article for task in tasks if why_not(task.article) is None]
        found = workers.by(drafter, readable, library) if drafter else workers.findings(each, readable)
        run.complete(recorded)
        run.take_all(tasks, found, progress or _silent)
    return DraftReport(
        drafted=(*finished, *run.drafted),
        records_written=len(followed) + moved.files + run.written,
        problems=tuple(sorted({*followed, *moved.problems, *problems, *run.problems})),
        seeds=len(seeds),
        unread=_unread(project, seeds),
        refiled=moved.statements,
        completed=tuple(run.completed),
        notes=tuple(run.notes),
    )


def _brought_up(
    project: Project, library: Library, again: Sequence[str]
) -> tuple[list[Problem], Refiled, frozenset[str], Library]:
    """Let records follow renamed seeds, and drafts of the articles named in again move to newer issues.

    Return what was told of the seeds and done with the drafts, those articles' ids, and the library as it is then.
    """
    followed = renamed.follow(project, library)
    library = Library.load(project) if followed else library
    wanted = _wanted(library, again)
    moved = refile(project, library, wanted) if wanted else Refiled()
    return followed, moved, wanted, Library.load(project) if moved.files else library


def _accepted(library: Library) -> Known:
    """Return what is known before articles are read: the actors that an editor accepted.

    A draft may be wrong, and an article drafted again would be read with what it was first drafted into.
    """
    return of_actors({ident: actor for ident, actor in library.actors.items() if not actor.draft})


def _silent(_done: int, _all: int, _name: str) -> None:
    """Tell nobody."""


def _wanted(library: Library, again: Sequence[str]) -> frozenset[str]:
    """Return the ids of the articles that again names, by id or by seed."""
    found: set[str] = set()
    for name in again:
        seed = Path(name).name
        idents = {i for i, record in library.articles.items() if record.seed is not None and record.seed.file == seed}
        if name not in library.articles and not idents:
            said = f"there is no article '{name}' in briefings/articles, nor one drafted from such a seed"
            raise ProjectError(said + _meant(library, seed))
        found |= {name} if name in library.articles else idents
    return frozenset(found)


def _meant(library: Library, name: str) -> str:
    """Return words that propose the seed or article that name is nearest to."""
    seeds = {record.seed.file for record in library.articles.values() if record.seed is not None}
    whole = next((seed for seed in sorted(seeds) if Path(seed).stem == name), None)
    return f"; did you mean '{whole}'?" if whole else nearest(name, [*sorted(seeds), *library.articles])


def _unread(project: Project, seeds: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of files in seeds/ that are neither seeds nor notes beside one."""
    if not project.seeds.is_dir():
        return ()
    noted = {path.stem for path in seeds}
    found = (path for path in project.seeds.iterdir() if path not in seeds and path.name[0] != ".")
    return tuple(sorted(path.name for path in found if not (path.suffix == ".yaml" and path.stem in noted)))


def _new(project: Project, library: Library, again: frozenset[str]) -> int:
    """Return how many seeds have no record yet, or how many articles are to be drafted again."""
    done = {record.seed.file for record in library.articles.values() if record.seed is not None}
    return len(again) or sum(path.name not in done for path in project.seed_files())


def _tasks(
    project: Project, library: Library, again: frozenset[str], each: workers.Each
) -> tuple[list[Task], list[tuple[str, Task]], list[Problem]]:
    """Return what is to be drafted, what has a record and something stated beside its seed, with the record's id, and
    what is wrong with the seeds.
    """
    done = {(r.seed.file, r.seed.part): ident for ident, r in library.articles.items() if r.seed is not None}
    wanted = {part for part, ident in done.items() if ident in again}
    tasks, recorded = list[Task](), list[tuple[str, Task]]()
    paths = [path for path in project.seed_files() if not again or any(file == path.name for file, _ in wanted)]
    readings = house.name_readings(workers.readings(each, paths, project.root))
    same = {} if again else doubles.find([article for one in readings for article in one.articles], done)
    for path, read in zip(paths, readings, strict=True):
        if _is_misstated(project, path, read.problems):
            continue
        reading = house.name_from(read, project.seed_files(), project.root) if again else read
        for article in reading.articles:
            key = (article.file, article.part)
            task = Task(article, project.relative(path), f"{article.title or article.file}"[:80])
            if key in wanted or (not again and key not in done and key not in same):
                tasks.append(task)
            if article.stated and key in done:
                recorded.append((done[key], task))
    told = [_double(project, part, known, done.get(known)) for part, known in same.items()]
    return tasks, recorded, [*told, *(problem for reading in readings for problem in reading.problems)]


def _is_misstated(project: Project, path: Path, problems: Sequence[Problem]) -> bool:
    """Tell whether the file beside the seed at path has an error: once drafted, to correct it changes nothing."""
    beside = project.relative(path.with_suffix(".yaml"))
    return any(problem.path == beside and problem.severity == "error" for problem in problems)


def _double(project: Project, part: doubles.Part, known: doubles.Part, ident: str | None) -> Problem:
    """Return the warning that the article at part was left, as it is the same as known, whose record is ident."""
    seed, other = (project.relative(project.seeds / file) for file, _ in (part, known))
    record = f" (articles/{ident})" if ident else ""
    message = f"article {part[1]} is the same as in {other}{record}: nothing was drafted from it; delete it"
    beside = project.relative((project.seeds / part[0]).with_suffix(".yaml"))
    message += f", or, if it is another one, state its own title and url in {beside}"
    return Problem(seed, 1, 1, "warning", message, "same-article")


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

    def __init__(self, project: Project, shelf: Shelf, issues: Issues) -> None:
        self.project, self.shelf, self.issues = project, shelf, issues
        self.waiting: list[str] = []
        self.drafted: list[str] = []
        self.completed: list[str] = []
        self.ours: dict[Path, str] = {}
        """What this run has written."""
        self.written = 0
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def complete(self, recorded: Sequence[tuple[str, Task]]) -> None:
        """Add what is stated beside seeds to the records of their articles, and tell what differs from them."""
        for ident, task in recorded:
            path = self.project.records / "articles" / f"{ident}.yaml"
            text = path.read_bytes().decode("utf-8-sig")
            for field in origin.complete(self.shelf, ident, task.article, yamlfile.load(text)):
                beside = str(PurePosixPath(task.path).with_suffix(".yaml"))
                message = f"'{field}' is another here than in {beside}, and stays: correct one of the two"
                line, column = yamlfile.locate(text, (field,))
                self.problems.append(
                    Problem(self.project.relative(path), line, column, "warning", message, "seed-contradicted")
                )
            if ("articles", ident) in self.shelf.changes:
                self.completed.append(ident)

    def take_all(self, tasks: Sequence[Task], found: Iterator[workers.Found], progress: Progress) -> None:
        """Take each task with what is found in its article; what is taken is written even where one stops the run."""
        try:
            for number, task in enumerate(tasks):
                progress(number, len(tasks), task.name)
                self.take(task, next(found) if why_not(task.article) is None else None)
                if number % TOGETHER == TOGETHER - 1:
                    self.flush()
        finally:
            self.flush()
        if tasks:
            progress(len(tasks), len(tasks), "")

    def take(self, task: Task, findings: Findings | str | None) -> None:
        """Turn findings into record files; a text instead of them says what failed, None that none were looked for."""
        if isinstance(findings, Findings):
            sound, problems = gate(task.article, findings, task.path)
            share = self.project.settings.excerpt_share
            spared = spare(task.article.text, sound, share)
            merge = Merge(self.shelf, self.issues, task.article, spared.findings, task.path)
            before, told = self.shelf.drafted(), spared.told(share)
            merge.run()
            if told and self.shelf.drafted() > before:
                self.notes.append(f"{task.path}, article {task.article.part}: {told}")
            self.problems += [*problems, *merge.problems]
            self.waiting.append(merge.ident)
        elif findings is not None:
            self._complain(task, "error", f"it could not be drafted ({findings}); please report this", "draft-failed")
        else:
            self._leave(task)

    def _leave(self, task: Task) -> None:
        why, rule = why_not(task.article) or ("", "")
        if rule == "language-not-drafted":
            ident = origin.article_id(self.shelf, task.article)
            origin.add_article(self.shelf, task.article, ident, [])
            self.waiting.append(ident)
        else:
            self._complain(task, "warning", why, rule)

    def _complain(self, task: Task, severity: Severity, why: str, rule: str) -> None:
        message = f"article {task.article.part}: {why}"
        self.problems.append(Problem(task.path, 1, 1, severity, message, rule))

    def flush(self) -> None:
        """Write what has changed, articles last."""
        pages = []
        for change in self.shelf.take():
            path = self.project.records / change.kind / f"{change.ident}.yaml"
            try:
                self.ours[path] = self._text(path, change)
            except yamlfile.Fault as fault:
                place = (self.project.relative(path), fault.line, fault.column)
                self.problems.append(Problem(*place, "error", fault.message, fault.rule))
                continue
            pages.append(journal.Page(change.kind, change.ident, self.ours[path]))
        self.written += journal.write_all(self.project, pages)
        self.drafted += self.waiting
        self.waiting = []

    def _text(self, path: Path, change: Change) -> str:
        """Return a file's new text: what this run wrote itself is written anew, what others wrote is added to."""
        record = self.shelf.records[change.kind][change.ident]
        text = None if change.is_new else path.read_bytes().decode("utf-8")
        if text is None or text == self.ours.get(path):
            return write.dump(record)
        for place, items in change.added.items():
            text = write.append(text, place, items)
        names = type(record).names()
        for name, value in change.put.items():
            text = write.put(text, (name,), value, names[: names.index(name)])
        return text
