"""After any edits the pages are those that a render from nothing makes."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.project import KINDS, Project
from generator.records import walk
from generator.records.models import MODELS
from generator.site.render import render

WORDS = ("title", "name", "summary", "lede", "question", "aliases", "keywords", "measure", "quote", "text")
DAYS = ("2024-12-31", "2025-02-01", "2025-03", "2025-03-02", "2025-03~", "2025-06-30")
SEED = "first.txt"


class Editor:
    """Makes edits of every sort, by chance, which comes out the same for the same seed."""

    def __init__(self, project: Project, seed: int) -> None:
        self.project = project
        self.chance = random.Random(seed)  # noqa: S311 - the same edits each time
        self.edits: tuple[Callable[[], None], ...] = (
            self.words,
            self.words,
            self.draft,
            self.day,
            self.shorten,
            *(self.refer,) * 4,
            self.move_statement,
            self.correct,
            self.retell,
            self.rename,
            self.add,
            self.delete,
        )

    def edit(self) -> str:
        """Make one edit and return its name."""
        edit = self.chance.choice(self.edits)
        edit()
        return edit.__name__

    def path(self, kind: str = "*") -> Path:
        return self.chance.choice(sorted(self.project.records.glob(f"{kind}/*.yaml")))

    def words(self) -> None:
        path, data = self.any()
        place, name = self.chance.choice([p for p in places(data) if p[1] in WORDS])
        told = place[name]
        place[name] = [*told, f"word {len(told)}"] if isinstance(told, list) else f"{told} more"
        write(path, data)

    def draft(self) -> None:
        path, data = self.any()
        data["draft"] = not data.get("draft", False)
        write(path, data)

    def day(self) -> None:
        path, data = self.any()
        for place, name in places(data):
            if name in ("date", "published", "period"):
                place[name] = self.chance.choice(DAYS)
        write(path, data)

    def shorten(self) -> None:
        path, data = self.any()
        lists = [place[name] for place, name in places(data) if isinstance(place[name], list) and len(place[name]) > 1]
        if lists:
            self.chance.choice(lists).pop()
        write(path, data)

    def refer(self) -> None:
        """Let a record name another than it did."""
        path, data = self.any()
        kind = path.parent.name
        found = [item for item in walk.references(MODELS[kind].model_validate(data)) if item[1] != "positions"]
        if found:
            (*steps, last), to, _ = self.chance.choice(found)
            place: Any = data
            for step in steps:
                place = place[step]
            place[last] = self.path(to).stem
        write(path, data)

    def move_statement(self) -> None:
        one, other = self.path("positions"), self.path("positions")
        from_, to = read(one), read(other)
        if one != other and len(from_["statements"]) > 1:
            to["statements"].append(from_["statements"].pop())
            write(one, from_)
            write(other, to)

    def correct(self) -> None:
        path, data = self.any()
        data["corrections"] = [{"date": self.chance.choice(DAYS), "text": "A date was put right."}]
        write(path, data)

    def retell(self) -> None:
        seed = self.project.seeds / SEED
        seed.write_text(seed.read_text() + "\nThe port says no to the offer. Nothing else was said that day.\n")

    def rename(self) -> None:
        path, data = self.any()
        data["former_ids"] = [*data.get("former_ids", []), path.stem]
        path.unlink()
        write(path.with_stem(f"{path.stem}-new"), data)

    def add(self) -> None:
        path, data = self.any()
        write(path.with_stem(f"{path.stem}-too"), data)

    def delete(self) -> None:
        if len(list(self.project.records.glob("*/*.yaml"))) > 12:
            self.path().unlink()

    def any(self) -> tuple[Path, dict[str, Any]]:
        path = self.path()
        return path, read(path)


def places(data: Any) -> list[tuple[dict[str, Any], str]]:
    """Return (mapping, key) of everything in a record."""
    if isinstance(data, list):
        return [place for item in data for place in places(item)]
    if not isinstance(data, dict):
        return []
    return [(data, name) for name in data] + [place for value in data.values() for place in places(value)]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def from_nothing(project: Project) -> dict[str, bytes]:
    """Return what a render from nothing makes; what was rendered before stays as it is."""
    project.build.rename(project.root / "kept")
    render(project)
    found = files(project.docs)
    shutil.rmtree(project.build)
    (project.root / "kept").rename(project.build)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_edits_come_out_as_a_render_from_nothing(project: Project, seed: int) -> None:
    assert set(KINDS) == {path.name for path in project.records.iterdir() if any(path.glob("*.yaml"))}
    project.seeds.mkdir()
    (project.seeds / SEED).write_text("Dockers and port meet\n\nThey said no to the offer. We take the offer.\n")
    article = project.records / "articles" / "first-report.yaml"
    write(article, {**read(article), "seed": {"file": SEED, "part": 1, "sha256": "0" * 64}})
    editor = Editor(project, seed)
    render(project)
    for _ in range(10):
        made = [editor.edit() for _ in range(editor.chance.choice((1, 1, 1, 1, 3)))]
        render(project)
        assert files(project.docs) == from_nothing(project), made
