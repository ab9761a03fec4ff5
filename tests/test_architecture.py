"""The design's rules of who imports whom, and who prints."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1] / "generator"
FILES = sorted(HOME.rglob("*.py"))
EARLY = {"articles", "records", "problems", "project", "vocabulary"}
LATE = {"drafting", "site", "bundle"}
TOP = {"cli", "pipeline", "__main__"}


def part(path: Path) -> str:
    return path.relative_to(HOME).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the parts of generator that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator."))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name.split(".")[1] for name in names if name.startswith("generator."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_the_stages_know_nothing_of_those_after(path: Path) -> None:
    home, used = part(path), set(imports(path))
    if home in EARLY:
        assert not used & (LATE | TOP | {"scaffold"})
    if home in LATE:
        assert not used & (LATE - {home} | TOP)
    if home in ("problems", "vocabulary"):
        assert not used - {home}
    if home == "project":
        assert used <= {"problems", "vocabulary"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if part(path) in ("cli", "__main__"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            assert name not in {"print", "exit", "quit", "sys.exit", "os._exit", "sys.stdout.write", "sys.stderr.write"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_no_module_does_two_jobs(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_checking_and_building_need_no_spacy() -> None:
    for path in FILES:
        if part(path) != "drafting":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
            names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
            assert not any(name.split(".")[0] == "spacy" for name in names), path
