"""Files that are always either old or new: written beside their place, then moved into it.

Thousands of pages are written so: paths are text here, which costs half of what pathlib does.
"""
# ruff: noqa: PTH101, PTH103, PTH105, PTH108, PTH118, PTH120, PTH123

import contextlib
import os
from functools import cache
from pathlib import Path


def write_atomic(path: Path | str, content: str | bytes, *, durable: bool = True) -> bool:
    """Make path hold content and tell whether it had to be written; text is written as UTF-8, line ends as given.

    A killed process leaves the old file or the new one. `durable` also outlives a power cut, at the cost of waiting for
    the disk: leave it out for what can be made again. Makes the folders above path. Raises OSError.
    """
    data, mode = content.encode() if isinstance(content, str) else content, None
    with contextlib.suppress(FileNotFoundError), open(path, "rb") as old:
        if old.read() == data:
            return False
        mode = os.fstat(old.fileno()).st_mode & 0o7777
    folder, name = os.path.split(path)
    _prepare(folder)
    beside = os.path.join(folder, f".{name[:200]}.{os.getpid()}.tmp")
    try:
        _write(beside, data, durable)
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    return True


def _write(path: str, data: bytes, durable: bool) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        file = os.open(path, flags, 0o666)
    except FileNotFoundError:  # the folder was removed since it was prepared
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = os.open(path, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        if durable:
            os.fsync(file)
    finally:
        os.close(file)


@cache
def _prepare(folder: str) -> None:
    """Make folder and remove what killed processes left in it; once a process."""
    os.makedirs(folder, exist_ok=True)
    for left in Path(folder).glob(".*.tmp"):
        pid = left.name.split(".")[-2]
        if pid.isdigit() and not _is_running(int(pid)):
            left.unlink(missing_ok=True)


def _is_running(pid: int) -> bool:
    if os.name != "posix":  # signal 0 only asks on POSIX
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
