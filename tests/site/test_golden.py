"""Pages of the small world as they were looked at and found good. `python tests/site/test_golden.py` renews them."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.project import Project
from generator.site.render import render

GOLDEN = Path(__file__).parent / "golden"
PAGES = [
    "index",
    "events/index",
    "positions/index",
    "coverage",
    "disagreements",
    "events/2025-03-01-talks",
    "positions/union--pay",
    "issues/pay",
    "actors/union",
    "articles/first-report",
    "editions/2025-w10",
]


def rendered(project: Project) -> Iterator[tuple[Path, str]]:
    """Yield each golden file and what its page is now, a line an element."""
    render(project)
    for name in PAGES:
        text = (project.docs / f"{name}.md").read_text(encoding="utf-8")
        yield GOLDEN / f"{name.replace('/', '--')}.md", text.replace("><", ">\n<")


def test_pages_are_as_they_were(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    for golden, text in rendered(project):
        assert golden.read_text(encoding="utf-8") == text, f"{golden.name}: see this module's first line"


def renew() -> None:
    """Write the golden files anew."""
    from tests.site.conftest import ROOT, WORLD, write

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(ROOT / "mkdocs.yml", root)
        write(root, WORLD)
        GOLDEN.mkdir(exist_ok=True)
        for golden, text in rendered(Project(root)):
            golden.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()
