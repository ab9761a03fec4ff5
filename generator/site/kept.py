"""What was made of the program's own files, kept beside them as Python keeps modules: never in a project.

A project's files may be a stranger's; what lies beside the program is as much its own as its code.
"""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator.records.atomic import write_atomic

T = TypeVar("T")


def folder(beside: Path) -> Path | None:
    """Return where to keep what is made of files in a folder; None where Python would keep nothing either."""
    if sys.dont_write_bytecode or not os.access(beside, os.W_OK):
        return None
    kept = beside / "__pycache__"
    kept.mkdir(exist_ok=True)
    return kept


def beside_source(source: Path, make: Callable[[], T]) -> T:
    """Return what make makes of source, plain values only, from where it was kept if source is still the same file."""
    home, stat = folder(source.parent), source.stat()
    if home is None:
        return make()
    path = home / f"{source.stem}.{sys.implementation.cache_tag}-{stat.st_size}-{stat.st_mtime_ns}.cache"
    with suppress(OSError, EOFError, ValueError, TypeError):
        found: T = marshal.loads(path.read_bytes())  # noqa: S302 - as much ours as the modules there
        return found
    made = make()
    with suppress(OSError):
        write_atomic(path, marshal.dumps(made), durable=False)  # type: ignore[arg-type]
    return made
