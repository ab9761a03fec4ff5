"""`make evaluate`: how good drafting is, on the seeds, on texts of our own, and on the public corpora that are at hand.

`python -m tests.drafting.evaluate [--corpora DIR] [--tools DIR] [--misses]`. DIR holds checkouts named PolNeAR,
TempEval-3, PLOVER, gen-arg and Article-Bias-Prediction; what is absent is left out. The tools are the scorers shared
beside the repository.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from generator.drafting.draft import draft_project
from generator.project import Project
from tests.drafting import evaluate_corpora as corpora
from tests.drafting import labels
from tests.drafting.scoring import Scores, score

HOME = Path(__file__).parents[2]
GOLD = HOME / "tests" / "gold"
SETS = {"seeds": (HOME / "seeds", GOLD / "seeds"), "texts": (GOLD / "texts", GOLD / "texts" / "gold")}
"""Folders of articles and of their gold."""

AIMS = {
    "statements": (85, 82), "holder": (92, 92), "stance": (80, 80), "events": (70, 70), "event type": (85, 85),
    "event date": (85, 85), "actors": (88, 88), "title": (100, 100), "publisher": (100, 100), "published": (100, 100),
}  # fmt: skip
"""What drafting aims at, in per cent: on the seeds, on other articles. The floors that a test holds are lower."""


def drafted(seeds: Path, home: Path) -> Project:
    """Return a project in the folder home, drafted from the articles in seeds with no record at hand."""
    (home / "briefings").mkdir(parents=True)
    shutil.copytree(seeds, home / "seeds", ignore=shutil.ignore_patterns("gold"))
    (home / "mkdocs.yml").write_text("site_name: Evaluation\n", encoding="utf-8")
    project = Project(home)
    draft_project(project, processes=1)
    return project


def measure(name: str) -> Scores:
    """Return the scores of one set of articles. Raises KeyError for an unknown one."""
    seeds, gold = SETS[name]
    with tempfile.TemporaryDirectory(prefix="evaluate-") as folder:
        return score(drafted(seeds, Path(folder) / name), gold)


def line(what: str, value: float, aim: float) -> str:
    """Return a line of the table, marked where the value as it is printed is below its aim."""
    return f"{what:48} {value:6.1f} {aim:5}{' below' if round(value, 1) < aim else ''}"


def _say(line: str, file: TextIO | None = None) -> None:
    print(line, file=file, flush=True)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.drafting.evaluate", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=os.environ.get("BRIEFINGS_CORPORA"), metavar="DIR")
    parser.add_argument("--tools", type=Path, default=HOME.parent / "shared" / "tools", metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    arguments = parser.parse_args()
    _say(f"{'what':48} {'is':>6} {'aim':>5}")
    for column, name in enumerate(SETS):
        scores = measure(name)
        for what, aims in AIMS.items():
            _say(line(f"{name}: {what}", 100 * scores.value(what), aims[column]))
        if arguments.misses:
            _say("\n".join(scores.misses), sys.stderr)
    for what, value in _corpora(Path(arguments.corpora) if arguments.corpora else None, arguments.tools):
        _say(f"{what:48} {value:6.1f}")
    return 0


def _articles(corpus: Path) -> Iterator[corpora.Row]:
    for name in ("looked_at", "unseen"):
        with tempfile.TemporaryDirectory(prefix="evaluate-") as folder:
            seeds, gold = labels.restored(corpus, name, Path(folder) / "restored")
            scores = score(drafted(seeds, Path(folder) / name), gold)
        yield from ((f"{name}: {what}", 100 * scores.value(what)) for what in AIMS)


def _corpora(folder: Path | None, tools: Path) -> Iterator[corpora.Row]:
    measures: dict[str, Callable[[Path], Iterator[corpora.Row]]] = {
        "gen-arg": corpora.wikievents,
        "TempEval-3": corpora.tempeval,
        "PLOVER": corpora.plover,
        "PolNeAR": lambda home: corpora.polnear(home, tools),
        "Article-Bias-Prediction": _articles,
    }
    for name, rows in measures.items():
        if folder is None or not (folder / name).is_dir():
            _say(f"{name}: not at hand", sys.stderr)
        else:
            yield from rows(folder / name)


if __name__ == "__main__":
    sys.exit(main())
