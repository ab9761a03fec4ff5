"""`make bench-draft`: what drafting costs beside spaCy's bare pipeline on the same texts, in one run.

`python -m tests.bench.draft [ARTICLES]`, 100 unless told, of about 800 words each. Each figure is taken in a process
of its own, shares in processor time; loading the language model and the gazetteer is left out of the shares.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from generator.project import Project
from tests.bench import generate

HOME = Path(__file__).parents[2]
WORDS = 800
TURNS = 3
"""Runs with one process and with several, by turns: the gain is the median of the pairs', as others use the machine."""
Row = tuple[str, str, str, bool]
SYLLABLES = ("ba", "ren", "to", "kil", "mar", "os", "vel", "du", "lin", "hag")


def main() -> int:
    """Print the table and return 1 if an aim was missed; with --part, one figure's raw numbers as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.draft", description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=100)
    parser.add_argument("--records", type=int, default=10_000, help="records to draft into")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        print(json.dumps(PARTS[arguments.part](arguments.root)))
        return 0
    with tempfile.TemporaryDirectory(prefix="bench-draft-") as folder:
        rows = list(_rows(Path(folder), arguments.articles, arguments.records))
    for what, figure, aim, met in rows:
        print(f"{what:44} {figure:>12}  {aim:12} {'' if met else 'MISSED'}")
    return 0 if all(met for *_, met in rows) else 1


def _rows(home: Path, number: int, records: int) -> Iterator[Row]:
    bodies = list(texts(number))
    one, two, full = (project(home / name, bodies) for name in ("one", "two", "full"))
    bare, single = _part("bare", one.root), _part("draft", one.root)
    share = single["seconds"] / bare["seconds"]
    yield "spaCy alone, an article", f"{1000 * bare['seconds'] / number:.0f} ms", "", True
    yield "reading, drafting, merging, writing", f"{share:.2f} times", "<= 1.3 times", share <= 1.3
    yield "memory, one process", f"{single['megabytes']:.0f} MB", "< 1500 MB", single["megabytes"] < 1500
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores > 1:
        pairs = [(single, _part("cores", two.root))]
        for turn in range(1, TURNS):
            again = [project(home / f"{name}{turn}", bodies).root for name in ("one", "two")]
            pairs.append((_part("draft", again[0]), _part("cores", again[1])))
        several = pairs[0][1]
        gain, aim = median(alone["clock"] / shared["clock"] for alone, shared in pairs), 0.9 * min(cores, 2)
        yield f"gain from {cores} cores", f"{gain:.2f} times", f">= {aim:.1f} times", gain >= aim
        yield (
            "memory, all processes at most",
            f"{several['megabytes']:.0f} MB",
            "< 1500 MB",
            several["megabytes"] < 1500,
        )
    if records:
        _fill(full, records)
        into = _part("draft", full.root)
        more = into["seconds"] / single["seconds"]
        yield f"an article into {records:,} records", f"{more:.2f} times", "<= 1.2 times", more <= 1.2
        yield "  and with reading those records once", f"{into['all'] / single['all']:.2f} times", "", True


def _part(name: str, root: Path) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.bench.draft", "--part", name, "--root", str(root)]
    done = subprocess.run(words, cwd=HOME, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr[-3000:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def bare(root: Path) -> dict[str, float]:
    """Parse all seeds' texts in batches, as drafting does, and throw the result away."""
    from generator.drafting import language

    nlp = language.load()
    given = [path.read_text(encoding="utf-8") for path in sorted((root / "seeds").glob("*.txt"))]
    list(nlp.pipe(given[:2]))
    start = time.process_time()
    for _ in nlp.pipe(given, batch_size=8):
        pass
    return {"seconds": time.process_time() - start}


def draft(root: Path) -> dict[str, float]:
    """Draft the project with one process."""
    return _draft(root, 1)


def cores(root: Path) -> dict[str, float]:
    """Draft the project with all cores."""
    return _draft(root, None)


def _draft(root: Path, processes: int | None) -> dict[str, float]:
    from generator.articles import Article
    from generator.drafting import draft as drafting
    from generator.drafting import language
    from generator.drafting.drafter import understand
    from generator.drafting.known import of_actors
    from generator.records.library import Library

    understand(Article("x", 1, "0" * 64), language.parse("The Harbour Union met in Oslo on Monday."), of_actors({}))
    loading = time.process_time()
    Library.load(Project(root))
    loading = time.process_time() - loading
    start, clock = time.process_time(), time.perf_counter()
    drafting.draft_project(Project(root), processes=processes)
    spent, clock = time.process_time() - start, time.perf_counter() - clock
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    megabytes = (own + children * (0 if processes == 1 else len(os.sched_getaffinity(0)))) / 1024
    return {"seconds": spent - loading, "all": spent, "clock": clock, "megabytes": megabytes}


PARTS = {"bare": bare, "draft": draft, "cores": cores}


def texts(number: int) -> Iterator[str]:
    """Yield that many articles, made of the repository's own paragraphs, with other names in each."""
    paragraphs = [
        line.strip()
        for path in sorted((HOME / "tests" / "gold" / "texts").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.split()) > 25
    ]
    for index in range(number):
        kept: list[str] = []
        at = index * 7
        while sum(len(one.split()) for one in kept) < WORDS:
            kept.append(paragraphs[at % len(paragraphs)])
            at += 1
        name = SYLLABLES[index % 10].title() + SYLLABLES[index // 10 % 10] + SYLLABLES[index * 3 % 10]
        day = f"{index % 28 + 1} {('January', 'May', 'August', 'October')[index % 4]} 2024"
        body = "\n\n".join(kept).replace("Calder", name).replace("Halvern", name + "port").replace("Banu", name + "son")
        yield f"Report number {index + 1} from {name} on the talks\n\n{day}\n\n{body}\n"


def project(root: Path, bodies: list[str]) -> Project:
    """Write a project whose seeds are these texts and which has no record."""
    (root / "seeds").mkdir(parents=True)
    (root / "briefings").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Bench\n", encoding="utf-8")
    for number, body in enumerate(bodies):
        (root / "seeds" / f"{number:04}.txt").write_text(body, encoding="utf-8")
    return Project(root)


def _fill(target: Project, records: int) -> None:
    """Add generated records, whose articles' seeds are left out, to a project."""
    made = generate.generate(HOME, target.root.parent / "made", records)
    for kind in made.records.iterdir():
        if kind.is_dir():
            kind.rename(target.records / kind.name)


if __name__ == "__main__":
    sys.exit(main())
