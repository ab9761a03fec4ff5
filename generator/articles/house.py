"""Boilerplate names its publisher: an appeal whose sentences stand under a known publisher's article is its own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.articles.chrome import REASONS
from generator.articles.decode import MAX_BYTES, decode
from generator.articles.fault import Fault
from generator.articles.model import Article, Reading
from generator.articles.seed import read_seed
from generator.project import SEED_SUFFIXES

LEAST_WORDS = 12
"""A sentence of fewer words ("Support our work") is anyone's."""

_SENTENCE = re.compile(r"(?<=[.!?])\s")


def name_publishers(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return articles read together, those of unknown publisher named where one publisher alone has their appeal."""
    found = tuple(articles)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for article in found:
        for line in _appeals(article):
            owners[line].update([article.publisher] if article.publisher else [])
    return tuple(replace(article, publisher=article.publisher or _owner(article, owners)) for article in found)


def _appeals(article: Article) -> list[str]:
    """Return the sentences of the article's appeals that are long enough to be one house's."""
    texts = (" ".join(drop.text.split()) for drop in article.dropped if drop.reason == REASONS["appeal"])
    sentences = (sentence for text in texts for sentence in _SENTENCE.split(text))
    return [sentence for sentence in sentences if len(sentence.split()) >= LEAST_WORDS]


def _owner(article: Article, owners: dict[str, set[str]]) -> str | None:
    names = {name for line in _appeals(article) for name in owners[line]}
    return names.pop() if len(names) == 1 else None


def name_readings(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings of several seeds, named as in name_publishers."""
    named = iter(name_publishers(article for reading in readings for article in reading.articles))
    return [replace(reading, articles=tuple(next(named) for _ in reading.articles)) for reading in readings]


def name_from(reading: Reading, seeds: Iterable[Path], root: Path) -> Reading:
    """Return reading, named by those of the seeds that hold its appeals; they are read only if it needs a name."""
    wanted = {line for article in reading.articles if not article.publisher for line in _appeals(article)}
    if not wanted:
        return reading
    others = [read_seed(path, root) for path in seeds if path.name != reading.file and _holds(path, wanted)]
    return name_readings([reading, *others])[0]


def _holds(path: Path, lines: set[str]) -> bool:
    try:
        if path.stat().st_size > MAX_BYTES:
            return False
        text = " ".join(decode(path.read_bytes())[0].split())
    except (OSError, Fault):
        return False
    return any(line in text for line in lines)


def read_seeds(paths: Sequence[Path], root: Path) -> list[Reading]:
    """Return what the seeds at paths hold; publishers that they don't tell are looked for in the seeds beside them."""
    readings = name_readings([read_seed(path, root) for path in paths])
    return [name_from(reading, _beside(path), root) for path, reading in zip(paths, readings, strict=True)]


def _beside(path: Path, most: int = 2000) -> list[Path]:
    try:
        files = sorted(file for file in path.parent.iterdir() if file.suffix.lower() in SEED_SUFFIXES)
        return [file for file in files if file.is_file() and not file.is_symlink()][:most]
    except OSError:
        return []
