"""What earlier runs found out: parsed records, articles' texts, evidence already verified.

Lies in build/cache/records.sqlite, holds JSON and text only, can be deleted at any time. One that is locked, damaged,
foreign or of another version of the code is as good as none. SQLite's journal keeps it sound when a run
is killed; it does not wait for the disk (synchronous = OFF).
"""

import contextlib
import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import pydantic

from generator.project import Project

_TABLES = {
    "records": "path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT, data TEXT, problems TEXT",
    "seeds": "path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT",
    "texts": "key TEXT PRIMARY KEY, words INTEGER, text TEXT",
    "verified": "path TEXT PRIMARY KEY, digest TEXT",
}
_RACY_NS = 2_000_000_000
"""A file that changed this shortly before may change again within one tick of its time stamp (as in Git's index)."""


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return a digest of what decides how seeds and records are read: our code, its vocabularies, pydantic, Python."""
    digest = hashlib.sha256(f"{sys.version} {pydantic.VERSION}".encode())
    home = Path(__file__).parents[1]
    for folder in ("articles", "records", "vocabulary"):
        for path in sorted((home / folder).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(stat: os.stat_result) -> str:
    """Return what changes whenever a file does; nothing if it changed too recently to tell."""
    if time.time_ns() - max(stat.st_mtime_ns, stat.st_ctime_ns) < _RACY_NS:
        return ""
    return f"{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}-{stat.st_ino}"


class Cache:
    """Tables of what was found out, each a mapping from its first column to a tuple of the others."""

    def __init__(self, project: Project) -> None:
        self._connection = _open(project.build / "cache" / "records.sqlite")

    def __enter__(self) -> "Cache":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.commit()
        self._connection.close()

    def all(self, table: str, columns: str = "*") -> dict[str, tuple[str, ...]]:
        """Return the whole table."""
        try:
            rows = self._connection.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 - our own names
        except sqlite3.Error:
            return {}
        return {row[0]: row[1:] for row in rows}

    def get(self, table: str, key: str) -> tuple[str, ...] | None:
        """Return one row of the table."""
        first = _TABLES[table].split()[0]
        try:
            row = self._connection.execute(f"SELECT * FROM {table} WHERE {first} = ?", (key,)).fetchone()  # noqa: S608
        except sqlite3.Error:
            return None
        return tuple(row[1:]) if row else None

    def put(self, table: str, rows: Iterable[tuple[str | int, ...]]) -> None:
        """Add rows, or replace those with the same key."""
        slots = ", ".join("?" * (_TABLES[table].count(",") + 1))
        with contextlib.suppress(sqlite3.Error):
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({slots})", rows)  # noqa: S608

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """Remove rows."""
        first = _TABLES[table].split()[0]
        with contextlib.suppress(sqlite3.Error):
            self._connection.executemany(f"DELETE FROM {table} WHERE {first} = ?", [(key,) for key in keys])  # noqa: S608


def _open(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(path)
    except sqlite3.OperationalError:
        return _prepared(Path(":memory:"))
    except (sqlite3.DatabaseError, OSError):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            return _prepared(path)
        return _prepared(Path(":memory:"))


def _prepared(path: Path) -> sqlite3.Connection:
    """Return a connection whose tables are there and were filled by this version of the code."""
    connection = sqlite3.connect(path, timeout=2)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS version (value TEXT)")
        found = connection.execute("SELECT value FROM version").fetchall()
        if found != [(code_version(),)]:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                connection.execute("DELETE FROM version" if name == "version" else f'DROP TABLE "{name}"')
            for name, columns in _TABLES.items():
                connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.execute("INSERT INTO version VALUES (?)", (code_version(),))
            connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection
