"""Score drafted records against gold annotation: the measure behind `make evaluate`, for tests.

Found: a statement whose evidence shares half of its words with a gold quote; an event likewise, or with the gold date
and two of its actors; an actor by its names. Each gold item is matched once, the best first.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.project import Project
from generator.records.library import Library

Gold = dict[str, Any]
_FOLD = str.maketrans("“”„«»’‘—–\u00a0", '"""""\'\'-- ')


@dataclass
class Scores:
    """Matched, gold and drafted items by kind; right and all by what is asked of matched ones; what was missed."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def match(self, kind: str, matched: int, gold: int, drafted: int) -> None:
        self.counts.setdefault(kind, Counter()).update(matched=matched, gold=gold, drafted=drafted)

    def share(self, kind: str, right: bool) -> None:
        self.counts.setdefault(kind, Counter()).update(right=int(right), all=1)

    def value(self, kind: str) -> float:
        """Return F1 of what is found, or the share that is right, between 0 and 1."""
        count = self.counts.get(kind, Counter())
        if "all" in count:
            return count["right"] / count["all"]
        both = count["gold"] + count["drafted"]
        return 2 * count["matched"] / both if both else 0.0


def score(project: Project, gold: Path) -> Scores:
    """Return how a drafted project compares with the YAML files in the folder gold."""
    library, scores = Library.load(project), Scores()
    for path in sorted(gold.glob("*.yaml")):
        _Article(library, yaml.safe_load(path.read_text(encoding="utf-8")), scores, path.stem).score()
    return scores


class _Article:
    def __init__(self, library: Library, gold: Gold, scores: Scores, name: str) -> None:
        self.library, self.gold, self.scores, self.name = library, gold, scores, name
        seeds = {(a.seed.file, a.seed.part): ident for ident, a in library.articles.items() if a.seed}
        self.ident = seeds.get((gold["file"], gold.get("part", 1)))

    def score(self) -> None:
        self._metadata()
        used = {*self._statements(), *self._events(), *self._roles()}
        golds = self.gold.get("actors") or []
        pairs = matched(golds, sorted(used), lambda g, ident: _name_score(g, self._names(ident)))
        self.scores.match("actors", len(pairs), len(golds), len(used))
        self._missed("actor", golds, pairs, "name")

    def _metadata(self) -> None:
        record = self.library.articles.get(self.ident or "")
        if title := self.gold.get("title"):
            self.scores.share("title", record is not None and overlap(title, record.title) >= 0.9)
        if publisher := self.gold.get("publisher"):
            names = self._names(record.publisher) if record and record.publisher else []
            self.scores.share("publisher", same_name(publisher, names))
        if published := self.gold.get("published"):
            self.scores.share("published", record is not None and (record.published or "")[:10] == str(published)[:10])

    def _quotes(self, evidence: Sequence[Any]) -> list[str]:
        return [one.quote for one in evidence if one.article == self.ident]

    def _names(self, ident: str) -> list[str]:
        actor = self.library.actors.get(ident)
        return [actor.name, ident.replace("-", " "), *actor.aliases] if actor else [ident.replace("-", " ")]

    def _statements(self) -> Iterator[str]:
        golds = self.gold.get("statements") or []
        mine = [
            (position.holder, one)
            for position in self.library.positions.values()
            for one in position.statements
            if self._quotes(one.evidence)
        ]
        pairs = matched(golds, mine, lambda g, m: _best(g, self._quotes(m[1].evidence)))
        self.scores.match("statements", len(pairs), len(golds), len(mine))
        for i, j in pairs:
            holder, one = mine[j]
            names = [name for ident in (holder, one.speaker) if ident for name in self._names(ident)]
            wanted = [who for who in (golds[i].get("holder"), golds[i].get("speaker")) if who]
            if wanted:
                self.scores.share("holder", any(same_name(who, names) for who in wanted))
            self.scores.share("stance", one.stance == golds[i].get("stance"))
        self._missed("statement", golds, pairs, "quote")
        yield from {actor for holder, one in mine for actor in (holder, one.speaker, *one.to) if actor}

    def _events(self) -> Iterator[str]:
        golds = self.gold.get("events") or []
        mine = [event for event in self.library.events.values() if self._quotes(event.evidence)]

        def likeness(gold: Gold, event: Any) -> float:
            names = [name for one in event.participants for name in self._names(one.actor)]
            shared = sum(same_name(who, names) for who in gold.get("who") or [])
            same = gold.get("date") and str(event.date) == str(gold["date"]) and shared >= 2
            return max(_best(gold, self._quotes(event.evidence)), 0.6 if same else 0.0)

        pairs = matched(golds, mine, likeness)
        self.scores.match("events", len(pairs), len(golds), len(mine))
        for i, j in pairs:
            if golds[i].get("date"):
                self.scores.share("event date", str(mine[j].date) == str(golds[i]["date"]))
            if golds[i].get("type"):
                self.scores.share("event type", mine[j].type in golds[i]["type"])
        self._missed("event", golds, pairs, "title")
        yield from {one.actor for event in mine for one in event.participants}

    def _roles(self) -> Iterator[str]:
        for ident, actor in self.library.actors.items():
            if any(self._quotes(role.evidence) for role in actor.roles):
                yield ident

    def _missed(self, kind: str, golds: list[Gold], pairs: list[tuple[int, int]], key: str) -> None:
        found = {i for i, _ in pairs}
        self.scores.misses += [f"{self.name}: {kind}: {g[key]}" for i, g in enumerate(golds) if i not in found]


def words(text: object) -> list[str]:
    return re.findall(r"[\w%€$]+", str(text or "").translate(_FOLD).lower())


def overlap(one: object, other: object) -> float:
    """Return the share of the shorter text's words that both have; texts under three words must be the same."""
    first, second = words(one), words(other)
    least = min(len(first), len(second))
    if least < 3:
        return float(first == second and bool(first))
    return sum((Counter(first) & Counter(second)).values()) / least


def name_key(name: object) -> str:
    plain = unicodedata.normalize("NFKD", str(name or "")).encode("ascii", "ignore").decode().lower().strip()
    plain = re.sub(r"^(the|president|prime minister|mr|ms)\s+", "", plain)
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def same_name(gold: object, names: Sequence[str]) -> bool:
    wanted = set(name_key(gold).split())
    for name in names:
        have = set(name_key(name).split())
        if have and wanted and (have >= wanted or (len(name_key(name)) > 3 and wanted >= have)):
            return True
    return False


def _name_score(gold: Gold, names: Sequence[str]) -> float:
    golds, mine = [name_key(one) for one in (gold["name"], *(gold.get("as") or []))], {name_key(name) for name in names}
    if golds[0] in mine:
        return 1.0
    return 0.9 if (set(golds) & mine) - {""} else 0.6 if same_name(gold["name"], names) else 0.0


def _best(gold: Gold, quotes: Sequence[str]) -> float:
    also = gold.get("also") or []
    wanted = [gold["quote"], *(also if isinstance(also, list) else [also])]
    return max((overlap(one, quote) for one in wanted for quote in quotes), default=0.0)


def matched(golds: Sequence[Any], mine: Sequence[Any], likeness: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Return index pairs of what is alike by half or more, each matched once, the most alike first."""
    ranked = sorted(
        ((likeness(g, m), i, j) for i, g in enumerate(golds) for j, m in enumerate(mine)), key=lambda one: -one[0]
    )
    taken: set[int] = set()
    given: set[int] = set()
    pairs = []
    for value, i, j in ranked:
        if value >= 0.5 and i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            pairs.append((i, j))
    return pairs
