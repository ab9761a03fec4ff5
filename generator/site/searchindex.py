"""The search index as small scripts: a query loads the few that its words are in, whatever the number of records.

    search/index.js     how many there are, and the first key of each part
    search/words/N.js   keys in order with the records they are in
    search/rows/N.js    what is shown of BLOCK records

A key is a folded word, or `=` and the folded words of a whole title, or `~` and those of another name. Where a key is
in is a list of numbers, each the difference from the one before: a record's number times WEIGHTS plus a weight.
Scripts load from file:// where fetched data does not.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.site.spelling import RULES, words

PART = 16_000
"""Characters of one part of the words; about 6 kB as it is transferred."""
BLOCK = 16
"""Records whose rows are in one file."""
WEIGHTS = 5
"""0 to 2: in a title of up to two, up to five, and more words; 3: in another name or a date; 4: in the text."""
COMMON = 0.2
FEW = 500
"""A word in the text of more than COMMON of at least FEW records says nothing and is left out of the text."""


@dataclass(frozen=True)
class Row:
    """One record: what it is found by (title, names and dates, text) and what is shown of it."""

    kind: str
    path: str
    title: str
    names: tuple[str, ...]
    text: str
    shown: str
    date: str


def files(
    rows: list[Row], kinds: dict[str, str], months: Sequence[Iterable[str]], shown: int = 1200
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, script) of the index; of each row's text the first `shown` characters can be shown.

    rows stand kind by kind in the order of kinds, which gives each its word; of equally good results the first wins.
    months: the names of each month, January first, by which a query is known as a day.
    """
    found, common = _keys(rows)
    parts = list(_parts(found))
    yield from ((f"search/words/{number}.js", _call("words", number, dict(part))) for number, part in enumerate(parts))
    for number, start in enumerate(range(0, len(rows), BLOCK)):
        block = [[r.path, r.title, r.date, r.shown, r.text[:shown]] for r in rows[start : start + BLOCK]]
        yield f"search/rows/{number}.js", _call("rows", number, block)
    counts = [[name, word, sum(1 for row in rows if row.kind == name)] for name, word in kinds.items()]
    about = {
        "kinds": counts,
        "starts": [part[0][0] for part in parts],
        "common": common,
        "block": BLOCK,
        "weights": WEIGHTS,
        "rules": RULES,
        "months": [sorted({" ".join(words(name)) for name in names}) for names in months],
    }
    yield "search/index.js", _call("about", about)


def _keys(rows: list[Row]) -> tuple[dict[str, list[int]], list[str]]:
    """Return the keys with the numbers they are in, and the words too common to be looked for in texts."""
    found: dict[str, list[int]] = defaultdict(list)
    texts = [set(words(row.text)) for row in rows]
    common = _common(texts)
    for number, row in enumerate(rows):
        weights = dict.fromkeys(texts[number] - common, 4)
        names = [words(name) for name in row.names]
        weights |= dict.fromkeys((word for name in names for word in name), 3)
        title = words(row.title)
        weights |= dict.fromkeys(title, (len(title) > 2) + (len(title) > 5))
        for word, weight in weights.items():
            found[word].append(number * WEIGHTS + weight)
        for key in dict.fromkeys(["=" + " ".join(title), *("~" + " ".join(name) for name in names)]):
            found[key].append(number * WEIGHTS)
    return found, sorted(common)


def _common(texts: list[set[str]]) -> set[str]:
    if len(texts) < FEW:
        return set()
    counts: dict[str, int] = defaultdict(int)
    for text in texts:
        for word in text:
            counts[word] += 1
    return {word for word, count in counts.items() if count > len(texts) * COMMON}


def _parts(found: dict[str, list[int]]) -> Iterator[list[tuple[str, list[int]]]]:
    """Yield the keys in order of UTF-16, which is JavaScript's, cut into parts of about PART characters."""
    part: list[tuple[str, list[int]]] = []
    size = 0
    for key in sorted(found, key=lambda word: word.encode("utf-16-be")):
        numbers = found[key]
        steps = [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
        part.append((key, steps))
        size += len(key) + 5 + sum(2 if step < 10 else 4 for step in steps)
        if size > PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _call(name: str, *values: Any) -> bytes:
    texts: Iterable[str] = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    text = ",".join(texts).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"briefingsSearch.{name}({text});\n".encode()
