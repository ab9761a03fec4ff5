"""What lies in the repository: nothing foreign, nothing of one machine, and everything locked."""

import json
import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
TOP_LEVEL = {
    *(".ci", ".gitattributes", ".github", ".gitignore"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "mkdocs.yml"),
    *("pyproject.toml", "requirements.txt", "requirements-dev.txt"),
    *("briefings", "generator", "seeds", "tests"),
}
LOCKS = ["requirements.txt", "requirements-dev.txt"]
LARGEST = 1_000_000  # bytes; the outlines of countries are the largest file that belongs here
FOREIGN = {
    "a registry's address": re.compile(
        r"pypi\.(?:org|python)|pythonhosted|npmjs\.|registry\.npm|(?:extra-)?index-url\s+\S*://|find-links"
    ),
    "a machine's path": re.compile(r"""(?:^|[\s"'(=:])(?:/work/|/root/|/home/\w|/Users/\w|[A-Z]:\\Users\\)"""),
}
PICTURES = {".png", ".webp", ".woff2", ".ico"}


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files that git tracks, or would after `git add`."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file())


def texts() -> list[tuple[Path, str]]:
    """Return our own text files: all but the articles as they came and this file, which names what it looks for."""
    own = [path for path in tracked() if ROOT / "seeds" not in path.parents and path != Path(__file__)]
    return [(path, path.read_text("utf-8", errors="replace")) for path in own if path.suffix not in PICTURES]


def locked(name: str) -> dict[str, list[str]]:
    """Return the packages of a lock file, each with its hashes; a package may stand there once for each Python."""
    packages: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8")):
        pinned = re.match(r"([a-z0-9-]+)==[^\s;]+", entry)
        assert pinned, entry
        packages[pinned[1]] = re.findall(r"--hash=sha256:[0-9a-f]{64}", entry)
    return packages


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~;\[ ]", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_names(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0].strip()}"
        for path, text in texts()
        for match in FOREIGN[what].finditer(text)
    ]
    assert found == []


def test_foreign_things_would_be_found() -> None:
    assert FOREIGN["a registry's address"].search("see " + "https://pypi" + ".org/simple")
    assert FOREIGN["a machine's path"].search("cd " + "/home" + "/someone/briefings")
    assert not FOREIGN["a machine's path"].search("generator/work/x and https://example.org/home/page")


def test_top_level_holds_what_the_design_names() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP_LEVEL


def test_files_are_small_and_binaries_are_pictures() -> None:
    large = [str(path) for path in tracked() if path.stat().st_size > LARGEST and path.name not in LOCKS]
    binary = [str(path) for path in tracked() if path.suffix not in PICTURES and is_binary(path)]
    assert (large, binary) == ([], [])


def is_binary(path: Path) -> bool:
    fixture = ROOT / "tests" in path.parents and path.stat().st_size < 10_000
    return not fixture and ROOT / "seeds" not in path.parents and b"\0" in path.read_bytes()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    assert [package for package, hashes in locked(name).items() if not hashes] == []


def test_locks_cover_what_is_declared() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, groups = settings["project"], settings["dependency-groups"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    site = names([*project["dependencies"], *extras, *groups["build"], *settings["build-system"]["requires"]])
    assert site - set(locked("requirements.txt")) == set()
    assert site | names(groups["dev"]) <= set(locked("requirements-dev.txt"))


def test_the_larger_lock_holds_the_smaller() -> None:
    site, everything = (set((ROOT / name).read_text("utf-8").splitlines()) for name in LOCKS)
    assert [line for line in site if "==" in line and line not in everything] == []


def test_locks_hold_no_gpu_packages() -> None:
    heavy = re.compile(r"torch|nvidia|cuda|cupy|tensorflow|jax")
    assert [package for name in LOCKS for package in locked(name) if heavy.match(package)] == []


def test_every_target_of_the_makefile_is_listed() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert set(re.findall(r"^([a-z-]+):.*## .", makefile, re.MULTILINE)) == set(phony[1].split())


def test_what_is_locked_is_installed_as_it_stands() -> None:
    """An installer that resolves names anew warns of extras that a lock has no word for."""
    for name in ("Makefile", "README.md"):
        installs = re.findall(r"install [^\n`]*requirements[^\n`]*", (ROOT / name).read_text("utf-8"))
        assert installs
        assert all("--no-deps --require-hashes" in line for line in installs)


READING = """
import json, sys
from importlib.metadata import packages_distributions
from pathlib import Path
from generator.articles import read_seed

read_seed(Path(sys.argv[1]), Path(sys.argv[1]).parent)
known = packages_distributions()
print(json.dumps(sorted({known[top][0] for module in sys.modules if (top := module.partition(".")[0]) in known})))
"""
OPTIONAL = {"briefings", "numpy", "setuptools"}
"""Ourselves, and what others import where it happens to be installed."""


def needed(requirements: list[str]) -> set[str]:
    """Return the packages that these name, and those that they need, as if no installer knew their extras' names."""
    found: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            found.add(name)
            with suppress(PackageNotFoundError):
                waiting += [Requirement(text) for text in distribution(name).requires or ()]
    return found


def test_reading_html_imports_only_what_is_required(tmp_path: Path) -> None:
    seed = tmp_path / "a.html"
    seed.write_text(
        f"<html><body><article><h1>A dam</h1>{'<p>The dam holds, they said.</p>' * 20}</article></body></html>"
    )
    ran = subprocess.run([sys.executable, "-c", READING, seed], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {canonicalize_name(name) for name in json.loads(ran.stdout)}
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert "lxml-html-clean" in imported
    assert imported - OPTIONAL <= needed(declared)
    assert not imported - OPTIONAL <= needed([one for one in declared if not one.startswith("lxml-html-clean")])
