"""The command line: one command a stage. The only place that prints or exits.

Exit status: 0 clean, 1 problems in the content, 2 wrong use or unusable project, 130 interrupted. Each command imports
its stage when it runs, so that `--help` answers at once.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import FORMATS, Problem, has_errors, printable
from generator.project import Project, ProjectError, Settings
from generator.usage import Arguments, Command, Parser, argument

if TYPE_CHECKING:
    from generator.pipeline import Outcome


def find_root(start: Path) -> Path:
    """Return the nearest folder, from start upwards, that holds mkdocs.yml. Raises ProjectError."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise ProjectError(f"{start}: no mkdocs.yml here or above; `briefings init DIR` starts a project")


def _project(arguments: Arguments) -> Project:
    root = Path(arguments.root).resolve() if arguments.root else find_root(Path.cwd())
    if not (root / "mkdocs.yml").is_file():
        raise ProjectError(f"{root}: there is no mkdocs.yml; `briefings init DIR` starts a project")
    return Project(root)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _progress(done: int, total: int, name: str) -> None:
    if name:
        _say(f"drafting {done + 1} of {total}: {printable(name)}")


def _report(problems: Iterable[Problem], style: str = "text") -> int:
    found = sorted(problems)
    for problem in found:
        print(FORMATS[style](problem))
    return 1 if has_errors(found) else 0


def _complain(problems: Iterable[Problem]) -> int:
    """Print problems beside the output, not in it."""
    found = sorted(problems)
    for problem in found:
        _say(FORMATS["text"](problem))
    return 1 if has_errors(found) else 0


def _read(arguments: Arguments) -> int:
    from generator.articles import house, report

    root = Path(arguments.root).resolve() if arguments.root else Path.cwd()
    problems: list[Problem] = []
    for reading in house.read_seeds([Path(name).resolve() for name in arguments.files], root):
        problems += reading.problems
        if arguments.json or reading.articles:
            print((report.as_json if arguments.json else report.as_text)(reading))
    return _complain(problems)


def _draft(arguments: Arguments) -> int:
    from generator.drafting.draft import draft_project

    report = draft_project(_project(arguments), again=tuple(arguments.again), progress=_progress)
    for line in report.lines():
        print(line)
    return _report(report.problems)


def _drafts(arguments: Arguments) -> int:
    from generator.drafting.proposals import filing, propose
    from generator.records.drafts import listing
    from generator.records.library import Library

    library = Library.load(_project(arguments))
    for line in listing(library):
        print(line)
    proposals = propose(library)
    for line in (
        *(line for proposal in proposals for line in proposal.lines()),
        *filing(library, proposals, _program()),
    ):
        print(line)
    return 0


def _explain(arguments: Arguments) -> int:
    from generator.articles import read_seed
    from generator.drafting.explain import as_text, explain

    root = Path(arguments.root).resolve() if arguments.root else Path.cwd()
    settings = Project(root).settings if (root / "mkdocs.yml").is_file() else Settings()
    problems: list[Problem] = []
    for name in arguments.files:
        reading = read_seed(Path(name).resolve(), root)
        problems += reading.problems
        if arguments.json:
            print(json.dumps(explain(reading, share=settings.excerpt_share), ensure_ascii=False))
        else:
            print(as_text(reading, colour=_is_terminal(), share=settings.excerpt_share))
    return _complain(problems)


def _is_terminal() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _check(arguments: Arguments) -> int:
    from generator.records import checks

    if arguments.rules:
        print(checks.table(), end="")
        return 0
    project = _project(arguments)
    names = [_record_name(project, name) for name in arguments.files]
    report = checks.check(project)
    shown = report.within(names) if names else report.problems
    status = _report(shown, arguments.format)
    if arguments.format == "text":
        _say(f"named here: {checks.counted(shown)}; all {report.summary()}" if names else report.summary())
    return status


def _record_name(project: Project, given: str) -> str:
    """Return what problems call a file or folder of records, or a note beside a seed. Raises OSError, ProjectError."""
    path = Path(given).resolve(strict=True)
    is_note = path.suffix == ".yaml" and path.parent == project.seeds
    if not path.is_relative_to(project.records) and not is_note:
        raise ProjectError(f"{given}: check looks at what lies in {project.records}; `briefings read` is for articles")
    return project.relative(path)


def _render(arguments: Arguments) -> int:
    from generator.site.render import render

    project, library, status = _project(arguments), None, 0
    if arguments.check:
        from generator.records import checks

        checked = checks.check(project)
        library, status = checked.library, _report(checked.problems)
        _say(checked.summary())
    report = render(project, library)
    print(f"{report.pages:,} pages: {report.written:,} files written, {report.removed:,} removed, rest unchanged")
    return status


def _build(arguments: Arguments) -> int:
    from generator.articles import report

    outcome = _made(arguments)
    if outcome is None:
        return 1
    status = _report(outcome.problems)
    for line in (*outcome.lines, *report.unread(outcome.problems)):
        print(line)
    return status


def _made(arguments: Arguments) -> "Outcome | None":
    """Bring site/ up to date and return what came of it; None, and what the builder said is told, when it failed."""
    from generator import pipeline
    from generator.site.build import BuildError

    try:
        return pipeline.run(_project(arguments), arguments.builder, _say, _progress)
    except BuildError as error:
        _say(f"briefings: {arguments.builder} could not build the site:\n{error}")
        return None


def _bundle(arguments: Arguments) -> int:
    from generator import bundle

    outcome = _made(arguments)
    if outcome is None:
        return 1
    status = _complain(outcome.problems)
    if not outcome.built:
        _say("nothing was packed: " + outcome.lines[-1])
        return status
    print(bundle.make(_project(arguments)))
    return status


def _init(arguments: Arguments) -> int:
    from generator import scaffold

    folder = Path(arguments.folder)
    written = scaffold.create(folder)
    print(f"wrote {len(written)} files into {folder}" if written else f"{folder} is a whole project already")
    for line in scaffold.next_steps(folder, _program()):
        print(line)
    return 0


def _program() -> str:
    """Return the words by which this program was called, as a shell takes them."""
    import shlex
    import shutil

    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m generator"
    found = shutil.which("briefings")
    return "briefings" if found and Path(found).absolute() == called.absolute() else shlex.quote(str(called))


def _schema(arguments: Arguments) -> int:
    from generator.records import schema

    project = _project(arguments)
    for path in schema.write(project):
        print(f"wrote {project.relative(path)}")
    return 0


_FILES = (
    argument("files", nargs="+", metavar="FILE", help="a .txt, .md, .html or .htm file, in seeds/ or elsewhere"),
    argument("--json", action="store_true", help="print JSON, an object a line"),
)

_BUILDER = (argument("--builder", choices=("mkdocs", "zensical"), default="mkdocs", help="what makes the HTML"),)

COMMANDS = (
    Command(
        "read",
        "Show what was understood of articles, and what was left out of them and why",
        _FILES,
        _read,
    ),
    Command(
        "draft",
        "Draft records from every article in seeds/ that has none yet",
        (
            argument(
                "--again",
                action="append",
                default=[],
                metavar="ARTICLE",
                help="draft this one anew, by its id or its seed: adds what is missing, moves drafts to new issues",
            ),
        ),
        _draft,
    ),
    Command("drafts", "List what is still a draft, and issues worth having", (), _drafts),
    Command(
        "explain",
        "Show what is found in articles, marked in their text, and by which rule",
        _FILES,
        _explain,
    ),
    Command(
        "check",
        "Find every problem in briefings/",
        (
            argument(
                "--format",
                choices=tuple(FORMATS),
                default="text",
                help="text for people, github for annotations in a pull request, json for programs",
            ),
            argument("files", nargs="*", metavar="FILE", help="tell only of these, though all are checked"),
            argument("--rules", action="store_true", help="print the table of rules as Markdown instead"),
        ),
        _check,
    ),
    Command(
        "render",
        "Write the site's Markdown into build/docs",
        (argument("--check", action="store_true", help="check first, in one run: quicker than one after the other"),),
        _render,
    ),
    Command(
        "build",
        "Draft what is new, check, render and build site/, and say what there is now",
        _BUILDER,
        _build,
    ),
    Command("bundle", "Build, and pack site/ into one ZIP that opens without a server", _BUILDER, _bundle),
    Command(
        "init",
        "Start an empty project of your own",
        (
            argument(
                "folder", metavar="DIR", help="a new folder, or one without files of these names, outside any project"
            ),
        ),
        _init,
    ),
    Command("schema", "Write the JSON Schema of each record into briefings/schema/", (), _schema),
)


class _Version(argparse.Action):
    """Prints the version; it is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print and end."""
        from importlib.metadata import version

        print(f"briefings {version('briefings')}")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each takes --root DIR, which may stand before its name too."""
    top = Parser(
        prog="briefings", description="News articles in, a searchable site out in which every claim shows its source."
    )
    root = argument("--root", metavar="DIR", help="the project; else the nearest folder upwards with mkdocs.yml")
    top.add_argument(*root.names, **root.options)
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(*root.names, **root.options)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help + ".", parents=[shared])
        for one in command.arguments:
            sub.add_argument(*one.names, **one.options)
        sub.set_defaults(run=command.run, parser=sub)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status.

    Without argv it is the program itself, and ends with that status: a tenth of rendering's time would go on freeing
    every record and page before that. It looks for garbage seldom, since nearly all it makes stays.
    """
    if argv is None:
        gc.set_threshold(50_000)
    status = _main(argv)
    if argv is None:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
    return status


def _main(argv: Sequence[str] | None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if not (sys.argv[1:] if argv is None else argv):
        parser().print_help(sys.stderr)
        return 2
    arguments = parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except ProjectError as error:
        _say(f"briefings: {printable(str(error))}")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except OSError as error:
        _say(f"briefings: {printable(str(error.filename or ''))}: {error.strerror or error}")
        return 2
    except KeyboardInterrupt:
        _say("briefings: stopped; what is written is whole, and the next run goes on from there")
        return 130
    return status
