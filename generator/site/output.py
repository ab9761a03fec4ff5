"""Output: the files of one stage in build/docs. Only what changed is written; what is no longer made is removed."""

import json
import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.project import Project
from generator.records.atomic import write_atomic

HERE = Path(__file__).parent
PAGES, DATA, CARDS = "pages", "data", "cards"
"""The stages; each has a state file of that name in build/."""


class Output:
    """What a stage wrote the last time and what it writes now."""

    def __init__(self, project: Project, stage: str) -> None:
        self.docs = project.docs
        self._home = f"{project.docs}{os.sep}"
        self.written = 0
        self.removed = 0
        self.after: dict[str, list[Any]] = {}
        self._state = project.build / f"{stage}.json"
        self._before = _state(self._state)
        self._present = _present(self.docs)

    def keeps(self, path: str, digest: str | None = None) -> bool:
        """Tell whether path was made from the same input before, and nobody touched it since; if so it stays.

        Without digest the input is known to be the same.
        """
        known = self._before.get(path)
        if known is None or digest not in (None, known[0]) or tuple(known[1:]) != self._present.get(path):
            return False
        self.after[path] = known
        return True

    def keeps_all(self, digest: str) -> bool:
        """Tell whether all files were made from this input before, and nobody touched them since; if so they stay."""
        kept = [self.keeps(path, digest) for path in self._before]
        return bool(kept) and all(kept)

    def write(self, path: str, digest: str, content: bytes) -> None:
        """Write content to path unless that is there already."""
        target = f"{self._home}{path}"
        self.written += write_atomic(target, content, durable=False)
        stat = os.stat(target)  # noqa: PTH116 - Path costs half as much as writing
        self.after[path] = [digest, stat.st_mtime_ns, stat.st_size]

    def finish(self, *others: str) -> None:
        """Remember what was made. Remove what is no longer, and, if others names the other stages, what is no one's."""
        kept = self.after.keys() | {path for stage in others for path in _state(self._state.with_name(f"{stage}.json"))}
        candidates = self._present if others else self._before
        for path in sorted(set(candidates) - kept):
            (self.docs / path).unlink(missing_ok=True)
            self.removed += 1
        if self.after != self._before:
            write_atomic(self._state, json.dumps(self.after), durable=False)


@cache
def code() -> str:
    """Return the digest of all that makes files: a new template, view or vocabulary makes everything anew."""
    digest = blake2b(digest_size=12)
    for folder in (HERE, HERE.parent / "vocabulary"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".j2", ".yaml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _present(docs: Path) -> dict[str, tuple[int, int]]:
    """Return the modification time and size of every file in docs."""
    found = {}
    folders = [""]
    for folder in folders:
        with suppress(FileNotFoundError), os.scandir(docs / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{entry.name}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[folder + entry.name] = (stat.st_mtime_ns, stat.st_size)
    return found


def _state(path: Path) -> dict[str, list[Any]]:
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}
