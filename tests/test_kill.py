"""Killing a command while it writes leaves every file old or new, and the next run finishes the work.

The kill is placed by counting what the command does to files, so it hits the moments between two steps every time.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sample

HOME = Path(__file__).parents[1]
RUN = """
import os, signal, sys
CHANGES = "os.rename", "os.remove", "os.mkdir", "os.chmod", "sqlite3.connect"
root, left = sys.argv[1], int(sys.argv[2])
def count(event, args):
    global left
    if event == "open":
        path, changes = args[0], args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    else:
        path, changes = (args or [""])[0], event in CHANGES
    if changes and str(path).startswith(root):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
from generator.cli import main
status = main([*sys.argv[3:], "--root", root])
print(left)
sys.exit(status)
"""
MANY = 1_000_000


def run(root: Path, command: str, kill_at: int) -> subprocess.CompletedProcess[str]:
    """Run a command, killed at its kill_at-th change of a file."""
    words = [sys.executable, "-c", RUN, str(root), str(kill_at), command, *([str(root)] if command == "init" else [])]
    return subprocess.run(words, cwd=HOME, capture_output=True, text=True, check=False)


def files(root: Path) -> dict[str, bytes]:
    """Return the files that anyone reads; not what a run notes for the next, nor what a killed write left beside."""
    found = (path for path in root.rglob("*") if path.is_file())
    names = {path.relative_to(root).as_posix(): path for path in found if not path.name.endswith(".tmp")}
    made = ("build/docs/", "build/briefings.zip")
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not name.startswith("build/") or name.startswith(made)
    }


def prepare(root: Path, command: str) -> None:
    """Write a project in which command has work to do, some of it over files that are there."""
    if command == "init":
        (root / "briefings" / "pages").mkdir(parents=True)
        (root / "briefings" / "pages" / "team.md").write_text("ours", encoding="utf-8")
        return
    sample.write(root)
    shutil.copytree(HOME / "briefings" / "pages", root / "briefings" / "pages", dirs_exist_ok=True)
    shutil.copy(HOME / "mkdocs.yml", root)
    if command == "draft":
        for kind in ("articles", "events", "positions", "editions"):
            shutil.rmtree(root / "briefings" / kind)
    if command == "schema":
        (root / "briefings" / "schema").mkdir()
        (root / "briefings" / "schema" / "events.json").write_text("old", encoding="utf-8")
    if command in ("render", "build", "bundle"):
        assert run(root, "render" if command == "render" else "build", MANY).returncode == 0
        event = root / "briefings/events/2024-03-03-midford-talks.yaml"
        event.write_text(event.read_text(encoding="utf-8").replace("neighbours", "two sides"), encoding="utf-8")


KILLS = {"check": 4, "schema": 5, "render": 6, "draft": 3, "build": 3, "bundle": 3, "init": 6}


@pytest.mark.parametrize(("command", "kills"), KILLS.items())
def test_every_file_is_old_or_new(tmp_path: Path, command: str, kills: int) -> None:
    start = tmp_path / "start"
    prepare(start, command)
    whole = tmp_path / "whole"
    shutil.copytree(start, whole)
    done = run(whole, command, MANY)
    assert done.returncode == 0, done.stderr
    changes = MANY - int(done.stdout.split()[-1])
    assert changes > 2
    old, new = files(start), files(whole)
    for number in range(kills):
        root = tmp_path / f"{number}"
        shutil.copytree(start, root)
        killed = run(root, command, 1 + number * (changes - 1) // (kills - 1))
        assert killed.returncode == -signal.SIGKILL
        for name, content in files(root).items():
            assert content in (old.get(name), new.get(name)), name
        assert all(name in files(root) for name in old if name in new)
        again = run(root, command, MANY)
        assert again.returncode == 0, again.stderr
        assert files(root) == new
        assert not list((root / "briefings").rglob("*.tmp"))
        shutil.rmtree(root)
