"""An empty project of one's own: what `briefings init` writes."""

import errno
import json
import os
import shlex
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.project import KINDS, Project, ProjectError
from generator.records import schema
from generator.records.atomic import write_atomic
from generator.scaffold.wheel import pack

PACKAGE = "briefings"


class AlreadyThereError(FileExistsError):
    """Something stands where a file of the new project belongs; `filename` names it, and nothing was written."""


def create(directory: Path) -> list[Path]:
    """Write an empty project into directory, which may exist and hold other files, and return what was written, sorted.

    What a run that was stopped had written stays and is not written again. Raises, before anything is written,
    ProjectError inside another project, whose seeds and pages the new files would be, or for one that was edited since,
    and AlreadyThereError where a file that is not the new project's would be overwritten.
    """
    if around := next(filter(_is_project, directory.resolve().parents), None):
        raise ProjectError(f"{directory}: lies inside the project {around}: {_elsewhere(around)}")
    contents = dict(sorted((directory / name, content) for name, content in _contents().items()))
    missing = {path: content for path, content in contents.items() if not _is_there(path, content)}
    for path in missing:
        taken = _in_the_way(path, directory)
        if taken and _is_project(directory):
            raise ProjectError(f"{directory}: is a project already: {_elsewhere(directory)}")
        if taken:
            raise AlreadyThereError(errno.EEXIST, "is not overwritten; move it or choose an empty folder", str(taken))
    for path, content in missing.items():
        write_atomic(path, content)
    return list(missing)


def _elsewhere(project: Path) -> str:
    return (
        f"to work on that one, put articles into its seeds/; for another, choose a folder outside {project.resolve()}"
    )


def next_steps(directory: Path, program: str) -> list[str]:
    """Return what an editor does next, in lines that can be pasted as they are; program is how Briefings is called."""
    folder = shlex.quote(str(directory))
    steps = [f"put articles into {directory / 'seeds'} (.txt, .md or .html); then draft, check and build the site:"]
    if _installed():
        steps += [f"  {program} build --root {folder}", "or let the project set itself up, as it does for others:"]
    return [*steps, f"  make -C {folder} site"]


def _is_project(folder: Path) -> bool:
    project = Project(folder)
    return (folder / "mkdocs.yml").is_file() and project.seeds.is_dir() and project.records.is_dir()


def _is_there(path: Path, content: bytes) -> bool:
    """Tell whether path was written before: with this content, or a wheel of this name, from a clone since changed."""
    return path.is_file() and not path.is_symlink() and (path.suffix == ".whl" or path.read_bytes() == content)


def _in_the_way(path: Path, directory: Path) -> Path | None:
    """Return what keeps path from being made: a file or link at its place, or where a folder above it belongs."""
    above = [folder for folder in path.parents if folder.is_relative_to(directory)]
    blocked = (folder for folder in above if os.path.lexists(folder) and not folder.is_dir())
    return next(blocked, path if os.path.lexists(path) else None)


def _contents() -> dict[str, bytes]:
    """Return every file of an empty project by its path; a template's `dot-` stands for a leading dot."""
    contents = dict(_templates(files(__name__) / "files"))
    contents |= {f"briefings/{kind}/.gitkeep": b"" for kind in KINDS}
    contents |= {f"briefings/schema/{kind}.json": schema.as_text(kind).encode() for kind in KINDS}
    return contents | {"seeds/.gitkeep": b""} | _requirements()


def _templates(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    """Return path and content of every template in folder."""
    found = []
    for entry in folder.iterdir():
        name = prefix + ("." + entry.name.removeprefix("dot-") if entry.name.startswith("dot-") else entry.name)
        if entry.is_dir():
            found += _templates(entry, name + "/")
        else:
            found.append((name, entry.read_bytes()))
    return found


def _requirements() -> dict[str, bytes]:
    """Return requirements.txt, by which pip installs the Briefings that runs now, as PEP 610 records where it is from.

    One that came from this machine cannot be named to others: the project carries it, as a wheel.
    """
    installed = _installed()
    told = installed.read_text("direct_url.json") if installed else None
    origin = json.loads(told) if told else {}
    if installed and not origin:
        return _file(f"{PACKAGE}[draft]=={installed.version}\n")
    if "vcs_info" in origin and not origin["url"].startswith("file:"):
        came = origin["vcs_info"]
        return _file(f"{PACKAGE}[draft] @ {came['vcs']}+{origin['url']}@{came['commit_id']}\n")
    name, content = pack(installed)
    return _file(f"{CARRIED}./{name}[draft]\n") | {name: content}


def _installed() -> Distribution | None:
    try:
        return distribution(PACKAGE)
    except PackageNotFoundError:
        return None


def _file(text: str) -> dict[str, bytes]:
    return {"requirements.txt": text.encode()}


CARRIED = f"""\
# The Briefings that this project was started with. To get it from a repository instead, name it and a commit:
# {PACKAGE}[draft] @ git+https://github.com/OWNER/{PACKAGE}@COMMIT
"""
