"""After any edits the pages are those that a render from nothing makes."""

import random
import shutil
from pathlib import Path

import pytest
import yaml

from generator.project import Project
from generator.site.render import render

WORDS = ("title", "name", "summary", "lede", "question")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def edit(chance: random.Random, path: Path, number: int) -> None:
    """Change a word, the draft mark or a list of a record, or delete it."""
    if chance.random() < 0.1:
        path.unlink()
        return
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    lists = [name for name, value in data.items() if isinstance(value, list) and len(value) > 1]
    if lists and chance.random() < 0.4:
        data[chance.choice(lists)].pop()
    elif chance.random() < 0.3:
        data["draft"] = not data.get("draft", False)
    else:
        data |= {name: f"{data[name]} {number}" for name in WORDS if data.get(name)}
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


@pytest.mark.parametrize("seed", range(4))
def test_edits_come_out_as_a_render_from_nothing(project: Project, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    render(project)
    for number in range(5):
        for path in chance.sample(sorted(project.records.glob("*/*.yaml")), 2):
            edit(chance, path, number)
        render(project)
        step_by_step = files(project.docs)
        shutil.copytree(project.build, project.root / "kept")
        shutil.rmtree(project.build)
        render(project)
        assert files(project.docs) == step_by_step
        shutil.rmtree(project.build)
        (project.root / "kept").rename(project.build)
