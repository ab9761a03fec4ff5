"""`make bench`: what checking, rendering and building cost beside the plain tools, in one run.

`python -m tests.bench [RECORDS ...]`, 1000 and 5000 unless told. Commands that answer at once are
measured on the clock, shares and growth in processor time, which other work on the machine blurs less.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.project import KINDS, Project
from generator.site.build import THEME
from generator.site.text import frame_words
from tests.bench import generate
from tests.bench.measure import Cost, run

HOME = Path(__file__).parents[2]
PLAIN: dict[str, tuple[list[str], Path | None]] = {
    "Material with search": (["search"], None),
    "our own frame": ([], THEME),
}
"""The plain builds, each with its plugins and frame: MkDocs with mkdocs-material, the Markdown extensions and the
navigation of mkdocs.yml, and nothing of ours. The first is the theme as it comes with the plugin `search`, as a new
mkdocs.yml has it; the second, for comparison, has no plugin and the light frame of this site in the theme's place. Both
have indexes alone in their navigation; with all pages in it, Material takes several times as long."""
EDITED: dict[str, list[tuple[str, ...]]] = {
    "one edited record: render --check": [("render", "--check")],
    "one edited record: check, then render": [("check",), ("render",)],
}
Row = tuple[str, str, str, bool]
"""What was measured, the figure, the aim, whether it was met."""


def main() -> int:
    """Print the table and return 1 if an aim was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("records", nargs="*", type=int, default=[1000, 5000])
    parser.add_argument("--root", type=Path, default=HOME, metavar="DIR", help="the project whose records are copied")
    arguments = parser.parse_args()
    _compile(arguments.root)
    rows = list(_small(arguments.root))
    costs: dict[int, dict[str, Cost]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for size in arguments.records:
            project = generate.generate(arguments.root, Path(folder) / str(size), size)
            number = generate.count(project)
            print(f"measuring {number:,} records", file=sys.stderr, flush=True)
            costs[number] = _costs(project)
            rows += _rows(number, costs[number])
            shutil.rmtree(project.root)
    if len(costs) > 1:
        rows += _growth(costs)
    _print(rows)
    return 0 if all(met for *_, met in rows) else 1


def _compile(home: Path) -> None:
    """Run each program once, so that none is measured while its modules and templates are compiled."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = generate.generate(home, Path(folder) / "p", 1)
        run("briefings", "check", cwd=project.root, accept=(0, 1))
        run("briefings", "render", cwd=project.root)
        _jsonschema(project)
        for name in PLAIN:
            _plain(project, name)


def _small(home: Path) -> Iterator[Row]:
    """The commands that answer at once, on the project's own records; the best of three."""
    for name, words, aim in (("--help", ("--help",), 0.5), ("check of the seeds' records", ("check",), 1.0)):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            root = Path(folder) / "p"
            generate.generate(home, root, 1)
            seconds = min(run("briefings", *words, cwd=root, accept=(0, 1)).clock for _ in range(3))
        yield f"briefings {name}", f"{seconds:.2f} s", f"< {aim} s", seconds < aim


def _costs(project: Project) -> dict[str, Cost]:
    root = project.root
    found = {"check": run("briefings", "check", cwd=root, accept=(0, 1))}
    found["check again"] = run("briefings", "check", cwd=root, accept=(0, 1))
    found["check-jsonschema"] = _jsonschema(project)
    found["render"] = run("briefings", "render", cwd=root)
    found["render again"] = run("briefings", "render", cwd=root)
    found |= {f"mkdocs, {name}": _plain(project, name) for name in PLAIN}
    for name, commands in EDITED.items():
        _edit(project)
        found[name] = sum((run("briefings", *words, cwd=root, accept=(0, 1)) for words in commands), Cost(0, 0, 0))
    shutil.rmtree(project.build)
    found["build"] = run("briefings", "build", cwd=root, accept=(0, 1))
    if not (project.site / "index.html").is_file():
        raise RuntimeError("briefings build made no site: the real records have errors")
    found["build again"] = run("briefings", "build", cwd=root)
    return found


def _jsonschema(project: Project) -> Cost:
    total = Cost(0, 0, 0)
    for kind in KINDS:
        files = sorted(str(path) for path in (project.records / kind).glob("*.yaml"))
        if files:
            schema = project.schema / f"{kind}.json"
            total += run("check-jsonschema", "--schemafile", schema, *files, cwd=project.root, accept=(0, 1))
    return total


def _plain(project: Project, name: str) -> Cost:
    """Build what was rendered with MkDocs and nothing of ours, as it is set up by PLAIN[name]."""
    config = yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": str(project.docs), "site_dir": str(project.root / "plain")}
    config["extra"] = {"words": frame_words(project)}
    config["plugins"], frame = PLAIN[name]
    config["theme"] |= {"custom_dir": str(frame)} if frame else {}
    path = project.root / "plain.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    cost = run("mkdocs", "build", "--quiet", "--config-file", path, cwd=project.root)
    shutil.rmtree(project.root / "plain")
    return cost


def _edit(project: Project) -> None:
    path = min((project.records / "events").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ntitle: ", "\ntitle: Edited ", 1), encoding="utf-8")


def _rows(number: int, costs: dict[str, Cost]) -> Iterator[Row]:
    for name, cost in costs.items():
        yield (
            f"{number:,} records: {name}",
            f"{cost.clock:.2f} s, {cost.seconds:.2f} s CPU, {cost.megabytes:.0f} MB",
            "",
            True,
        )
    yield _share(number, "check / check-jsonschema", costs["check"], costs["check-jsonschema"], 1 / 5)
    for name in PLAIN:
        yield _share(number, f"render / mkdocs, {name}", costs["render"], costs[f"mkdocs, {name}"], 1 / 10)
        yield _share(number, f"build / mkdocs, {name}", costs["build"], costs[f"mkdocs, {name}"], 1.15)
    for name in EDITED:
        yield _share(number, f"{name} / build", costs[name], costs["build"], 1 / 10)


def _share(number: int, name: str, one: Cost, other: Cost, aim: float) -> Row:
    share = one.seconds / other.seconds
    return f"{number:,} records: {name}", f"{share:.3f}", f"<= {aim:g}", share <= aim


def _growth(costs: dict[int, dict[str, Cost]]) -> Iterator[Row]:
    small, large = min(costs), max(costs)
    for name in ("check", "render", "build"):
        one, other = costs[small][name].seconds, costs[large][name].seconds
        power = generate.ratio(one, other, small, large)
        yield f"growth of {name}: records to the power of", f"{power:.2f}", "<= 1.1", power <= 1.1


def _print(rows: list[Row]) -> None:
    width = max(len(row[0]) for row in rows)
    for name, figure, aim, met in rows:
        verdict = "" if not aim else "met" if met else "MISSED"
        print(f"{name:<{width}}  {figure:>30}  {aim:>8}  {verdict}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
