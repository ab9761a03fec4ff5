"""An empty project of one's own: what `briefings init` writes."""

import errno
import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.project import KINDS
from generator.records.atomic import write_atomic

PACKAGE = "briefings"


class AlreadyThereError(FileExistsError):
    """Something stands where a file of the new project belongs; `filename` names it, and nothing was written."""


def create(directory: Path) -> list[Path]:
    """Write an empty project into directory, which may exist and hold other files, and return what was written, sorted.

    Raises AlreadyThereError, before anything is written, where a file would be overwritten.
    """
    contents = {directory / name: text for name, text in sorted(_contents().items())}
    for path in contents:
        if taken := _in_the_way(path, directory):
            raise AlreadyThereError(errno.EEXIST, "is not overwritten; move it or choose an empty folder", str(taken))
    for path, text in contents.items():
        write_atomic(path, text)
    return list(contents)


def _in_the_way(path: Path, directory: Path) -> Path | None:
    """Return what keeps path from being made: a file or link at its place, or where a folder above it belongs."""
    above = [folder for folder in path.parents if folder.is_relative_to(directory)]
    blocked = (folder for folder in above if os.path.lexists(folder) and not folder.is_dir())
    return next(blocked, path if os.path.lexists(path) else None)


def _contents() -> dict[str, str]:
    """Return the text of every file of an empty project by its path; a template's `dot-` stands for a leading dot."""
    contents = dict(_templates(files(__name__) / "files"))
    contents |= {f"briefings/{kind}/.gitkeep": "" for kind in KINDS}
    return contents | {"seeds/.gitkeep": "", "requirements.txt": _requirement()}


def _templates(folder: Traversable, prefix: str = "") -> list[tuple[str, str]]:
    """Return path and text of every template in folder."""
    found = []
    for entry in folder.iterdir():
        name = prefix + ("." + entry.name.removeprefix("dot-") if entry.name.startswith("dot-") else entry.name)
        if entry.is_dir():
            found += _templates(entry, name + "/")
        else:
            found.append((name, entry.read_text("utf-8")))
    return found


def _requirement() -> str:
    """Return the line by which pip installs the Briefings that runs now, as PEP 610 records where it came from.

    One installed from a folder on this machine cannot be named to others: the line is left for the editor to write.
    """
    try:
        installed = distribution(PACKAGE)
    except PackageNotFoundError:
        return UNKNOWN_ORIGIN
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    if not origin:
        return f"{PACKAGE}[draft]=={installed.version}\n"
    if "vcs_info" not in origin:
        return UNKNOWN_ORIGIN
    return f"{PACKAGE}[draft] @ {origin['vcs_info']['vcs']}+{origin['url']}@{origin['vcs_info']['commit_id']}\n"


UNKNOWN_ORIGIN = f"""\
# Where this project's workflows get Briefings from. Name your copy of it and a commit, and take the # away:
# {PACKAGE}[draft] @ git+https://github.com/OWNER/{PACKAGE}@COMMIT
"""
