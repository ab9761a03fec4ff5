"""Labels and gold for a public corpus that is not ours to keep: by reference, in tests/gold/labels and gold/articles.

The corpus is ramybaly/Article-Bias-Prediction; a place in an article is how many letters and digits stand before it.
"""

import csv
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.articles import Article, read_seed

GOLD = Path(__file__).parents[1] / "gold"

_JOINED = (
    (r"\s+([.,;:!?%)\]’”])", r"\1"),
    (r"([(\[“‘$£€])\s+", r"\1"),
    (r"\s+('s|[’'](?:re|ve|ll|d|m|t))\b", r"\1"),
    (r"(’) (s|re|ve|ll|d|m|t)\b", r"\1\2"),
    (r"(\w) n([’']) ?t\b", r"\1n\2t"),
    (r"``\s*|\s*''", '"'),
)
"""The corpus holds tokens: how they are joined to text again."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of tests/gold/labels/<name>.tsv, where an article's identifier stands in its first row alone."""
    article = ""
    with (GOLD / "labels" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            article = row["article"] or article
            yield row | {"article": article}


def composed(entry: Mapping[str, Any]) -> str:
    """Return an article of the corpus as the text of a seed: title, outlet and date, then its paragraphs."""
    outlet = re.sub(r" - .*| \(Web News\)| Online News", "", entry["source"])
    body = [_joined(line.strip()).replace("███", outlet) for line in entry["content"].split("\n")]
    head = "\n".join((_joined(entry["title"]), outlet, entry["date"][:10]))
    return "\n\n".join([head, *(line for line in body if line)]) + "\n"


def read(corpus: Path, ident: str, folder: Path) -> tuple[Article, "Places"]:
    """Return an article of the corpus as it is read, and its places; folder: where its text may be written."""
    seed = _written(corpus, ident, folder)
    article = read_seed(seed, folder).articles[0]
    return article, Places(seed.read_text(encoding="utf-8"), article.text)


def restored(corpus: Path, name: str, folder: Path) -> tuple[Path, Path]:
    """Write the articles of tests/gold/articles/<name> and their gold with its quotes; return both folders."""
    seeds, golds = folder / "seeds", folder / "gold"
    seeds.mkdir(parents=True)
    golds.mkdir()
    for path in sorted((GOLD / "articles" / name).glob("*.yaml")):
        seed = _written(corpus, path.stem, seeds)
        text = seed.read_text(encoding="utf-8")
        letters = [offset for offset, char in enumerate(text) if char.isalnum()]
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        for item in (*gold["statements"], *gold["events"]):
            quote, *also = (text[letters[a] : letters[b - 1] + 1] for a, b in [item["quote"], *item.get("also", [])])
            item.update(quote=quote, also=also)
        told = yaml.safe_dump({"file": seed.name, **gold}, allow_unicode=True)
        (golds / path.name).write_text(told, encoding="utf-8")
    return seeds, golds


def _written(corpus: Path, ident: str, folder: Path) -> Path:
    seed = folder / f"{ident}.txt"
    entry = json.loads((corpus / "data" / "jsons" / f"{ident}.json").read_text(encoding="utf-8"))
    seed.write_text(composed(entry), encoding="utf-8")
    return seed


class Places:
    """Places in the text of a seed for those in what was read of it."""

    def __init__(self, seed: str, read: str) -> None:
        letters = _letters(seed)
        self._begins: list[int] = []
        self._places: list[int | None] = []
        self._read, at, begin = read, 0, 0
        for paragraph in read.split("\n\n"):
            place = letters.find(_letters(paragraph), at)
            self._begins.append(begin)
            self._places.append(None if place < 0 else place)
            at = max(at, place)
            begin += len(paragraph) + 2

    def of(self, offset: int) -> int | None:
        """Return how many letters and digits of the seed stand before an offset in the read text, None if unknown."""
        number = bisect_right(self._begins, offset) - 1
        place = self._places[number]
        return None if place is None else place + len(_letters(self._read[self._begins[number] : offset]))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _joined(text: str) -> str:
    for pattern, to in _JOINED:
        text = re.sub(pattern, to, text)
    pieces = text.split('"')
    if len(pieces) % 2 == 0:
        return text
    return "".join(f'"{piece.strip()}"' if number % 2 else piece for number, piece in enumerate(pieces))
