"""`python -m tests.drafting.fit CORPUS`: fit the vocabulary's tables of odds to the labels in tests/gold.

CORPUS is a checkout of ramybaly/Article-Bias-Prediction. First each table is measured on articles that its fit did not
see, five times a fifth of them; then it is fitted to all labels and written (not with --measure).
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Token

from generator.articles import Article, read_seed
from generator.drafting import (
    attribution,
    dates,
    event_mentions,
    event_odds,
    event_signs,
    events,
    language,
    stance_signs,
    statements,
)
from generator.drafting.drafter import understand
from generator.drafting.event_dates import SURE, Calendar
from generator.drafting.findings import Offsets
from generator.drafting.known import of_actors
from generator.drafting.statement_parts import Part
from tests.drafting import labels
from tests.drafting.choosing import Chooser, Question
from tests.drafting.evaluate import SETS
from tests.drafting.scoring import matched, overlap

VOCABULARY = Path(stance_signs.__file__).parents[1] / "vocabulary"
SOURCE = "public news articles (ramybaly/Article-Bias-Prediction)"


class Row(NamedTuple):
    """A thing with signs, its label or several that would be right, how much it counts, and the article it is of."""

    signs: Sequence[str]
    labels: tuple[str, ...]
    weight: float
    article: str


class Statement(NamedTuple):
    """A drafted statement: where its words stand in the article's text, its signs; none where the rules settle it."""

    begin: int
    end: int
    signs: list[str]


class Word(NamedTuple):
    """A word that may tell an event: itself, its signs, those of its type."""

    token: Token
    signs: list[str]
    kind_signs: list[str]


class Table(NamedTuple):
    """How a table is fitted: L2-regularised logistic regression, C its inverse strength.

    least: rows that a sign must stand in; cut: smaller weights are left out; told: what the file's head says.
    """

    name: str
    C: float
    least: int
    cut: float
    told: str


STANCES = Table("stance_odds", 0.06, 8, 0.09, "a statement speaks for each stance; signs: drafting/stance_signs.py")
EVENTS = Table("event_odds", 0.2, 6, 0.1, "a word speaks for its telling an event; signs: drafting/event_signs.py")
TYPES = Table("event_type_odds", 1, 3, 0.3, "a word that tells an event speaks for each type; signs: event_signs.py")

TABLES = (STANCES, EVENTS, TYPES)
DATES = Table("event_date_odds", 0.2, 6, 0.05, "a time speaks for its being an event's; signs: event_date_signs.py")

WEIGHTS = {"seeds": 8.0, "texts": 6.0, "looked_at": 2.5}
"""What a statement of a set with whole gold counts, a labelled one counting 1."""

EVENT_WEIGHTS = {"seeds": 12.0, "texts": 6.0, "looked_at": 1.5}
"""The same for a word."""

DATE_WEIGHTS = {"seeds": 6.0, "texts": 4.0, "looked_at": 1.5}
"""The same for the date of an event."""


def understood(article: Article) -> tuple[list[Statement], list[Word], Calendar]:
    """Return the statements and the words of an article, with their signs, and its times."""
    doc, told = language.parse(article.text), statements._Reader._signs
    signs: dict[Offsets, list[str]] = {}

    def recorded(self: statements._Reader, part: Part, *rest: Any) -> list[str]:
        return signs.setdefault(part.quote, told(self, part, *rest))

    with mock.patch.object(statements._Reader, "_signs", recorded):
        quotes = {statement.quote for statement in understand(article, doc, of_actors({})).statements}
    found = [Statement(*quote, signs.get(quote, [])) for quote in sorted(quotes)]
    direct = event_mentions.direct_tokens(doc, attribution.find(doc))
    times = dates.find(doc, article.published)
    words = [
        Word(word, event_signs.signs(word, setting), event_signs.kind_signs(word))
        for word, setting in event_odds.candidates(doc, direct, times)
    ]
    return found, words, Calendar(doc, times, events.day_of(article.published))


class Told(NamedTuple):
    """Rows for STANCES, EVENTS and TYPES, and questions for DATES."""

    stances: list[Row]
    events: list[Row]
    types: list[Row]
    dates: list[Question]


def labelled(corpus: Path, ident: str, stances: list[dict[str, str]], events: list[dict[str, str]]) -> Told:
    """Return the rows of one article of the corpus, from its labels in tests/gold/labels."""
    with tempfile.TemporaryDirectory() as folder:
        article, places = labels.read(corpus, ident, Path(folder))
    said_there, words, calendar = understood(article)
    said = [(int(row["begin"]), int(row["end"]), row["stance"]) for row in stances]
    told = {(int(row["place"]), row["word"].lower()): row for row in events if row["word"]}
    end = max((int(row["place"]) for row in events if not row["word"]), default=0)
    found = Told([], [], [], [])
    for statement in said_there:
        begin, close = places.of(statement.begin), places.of(statement.end - 1)
        if begin is None or close is None or not statement.signs:
            continue
        span = begin, close + 1
        label = max(said, key=partial(_shared, span), default=(0, 0, "-"))
        if label[2] != "-" and _shared(label, span) > 0.8 * max(close + 1 - begin, label[1] - label[0]):
            found.stances.append(Row(statement.signs, (label[2],), 1, ident))
    for word in words:
        place = places.of(word.token.idx)
        if place is None or place >= end:
            continue
        row = told.pop((place, word.token.lower_), None)
        found.events.append(Row(word.signs, ("no" if row is None else "yes",), 1, ident))
        if row is not None:
            found.types.append(Row(word.kind_signs, tuple(row["types"].split(",")), 1, ident))
            found.dates.append(Question(calendar.choices(word.token), row["date"] or None, 1, ident))
    return found


def _shared(one: Sequence[Any], other: Sequence[Any]) -> int:
    """Return how far two spans, begin and end, lie over each other; 0 where they don't."""
    return max(int(min(one[1], other[1]) - max(one[0], other[0])), 0)


def of_gold(name: str, seeds: Path, gold: Path, chance: Callable[[Sequence[str]], float]) -> Told:
    """Return the rows of a set with whole gold in two folders; chance: that a word of these signs tells an event.

    Gold quotes whole sentences: in each the likeliest word is taken for the one that tells the event, and of sentences
    without an event every word for one that tells none.
    """
    found = Told([], [], [], [])
    for path in sorted(gold.glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        articles = read_seed(seeds / told["file"], seeds).articles
        article = next(one for one in articles if one.part == told.get("part", 1))
        said_there, words, calendar = understood(article)
        quotes = [article.text[one.begin : one.end] for one in said_there]
        for i, j in matched(told["statements"], quotes, _alike):
            if said_there[j].signs:
                stance = told["statements"][i]["stance"]
                found.stances.append(Row(said_there[j].signs, (stance,), WEIGHTS[name], path.stem))
        of_sentence: defaultdict[str, list[Word]] = defaultdict(list)
        for word in words:
            of_sentence[word.token.sent.text].append(word)
        for sentence, inside in of_sentence.items():
            events = [event for event in told["events"] if _alike(event, sentence) >= 0.5]
            inside.sort(key=lambda word: -chance(word.signs))
            here = [event for event in events if overlap(event["quote"], sentence) >= 0.5]
            rest = [] if events else inside
            for label, some in (("yes", inside[: len(here)]), ("no", rest)):
                found.events.extend(Row(word.signs, (label,), EVENT_WEIGHTS[name], path.stem) for word in some)
            if len(here) == 1 and inside:
                best, date = inside[0], here[0].get("date")
                found.types.append(Row(best.kind_signs, tuple(here[0]["type"]), EVENT_WEIGHTS[name], path.stem))
                choices = calendar.choices(best.token)
                found.dates.append(Question(choices, str(date) if date else None, DATE_WEIGHTS[name], path.stem))
    return found


def _alike(gold: dict[str, Any], text: str) -> float:
    also = gold.get("also") or []
    return max(overlap(one, text) for one in (gold["quote"], *([also] if isinstance(also, str) else also)))


class Fit:
    """A table of odds fitted to rows."""

    def __init__(self, table: Table, rows: Sequence[Row]) -> None:
        counts = Counter(sign for row in rows for sign in row.signs)
        self._kept = frozenset(sign for sign, count in counts.items() if count >= table.least)
        self._columns = DictVectorizer()
        each = [(row, label) for row in rows for label in row.labels]
        matrix = self._columns.fit_transform([self._known(row.signs) for row, _ in each])
        self.model = LogisticRegression(C=table.C, max_iter=500)
        weights = [row.weight / len(row.labels) for row, _ in each]
        self.model.fit(matrix, [label for _, label in each], sample_weight=weights)
        weights = self.model.coef_
        weights[np.abs(weights) < table.cut] = 0
        self.model.coef_ = weights.round(2)

    def _known(self, signs: Sequence[str]) -> dict[str, int]:
        return {sign: 1 for sign in signs if sign in self._kept}

    def chances(self, rows: Sequence[Sequence[str]]) -> Any:
        """Return how likely each label is of each row of signs, rows by labels."""
        return self.model.predict_proba(self._columns.transform([self._known(signs) for signs in rows]))

    def tables(self) -> dict[str, dict[str, float]]:
        """Return label -> sign -> weight, "bias" among the signs; of two labels, that of the second."""
        labels = self.model.classes_ if len(self.model.classes_) > 2 else self.model.classes_[1:]
        names, found = self._columns.get_feature_names_out(), {}
        for label, weights, bias in zip(labels, self.model.coef_, self.model.intercept_, strict=True):
            kept = {str(names[i]): round(float(weights[i]), 2) for i in np.flatnonzero(weights)}
            found[str(label)] = {"bias": round(float(bias), 2)} | kept
        return found


def measured(table: Table, rows: Sequence[Row]) -> str:
    """Return how well the labels of rows are told by fits to other articles, in words."""
    articles, right, every = [row.article for row in rows], Counter[str](), Counter[str]()
    for seen, unseen in GroupKFold(5).split(rows, groups=articles):
        fit = Fit(table, [rows[i] for i in seen])
        chances = fit.chances([rows[i].signs for i in unseen])
        for i, best in zip(unseen, chances.argmax(1), strict=True):
            guess, hit = fit.model.classes_[best], fit.model.classes_[best] in rows[i].labels
            every.update((rows[i].labels[0], f"as {guess}"))
            right[rows[i].labels[0]] += hit
    if set(fit.model.classes_) == {"no", "yes"}:
        return f"words: precision {right['yes'] / every['as yes']:.3f}, recall {right['yes'] / every['yes']:.3f}"
    return f"right {right.total() / len(rows):.3f}"


def measured_dates(questions: Sequence[Question]) -> str:
    """Return how many dates are told right by fits to other articles, of those that are told and those given."""
    right = given = 0
    for seen, unseen in GroupKFold(5).split(questions, groups=[one.article for one in questions]):
        chooser = Chooser([questions[i] for i in seen], *DATES[1:4])
        for i, (date, chance) in zip(unseen, chooser.best([questions[i] for i in unseen]), strict=True):
            given += chance >= SURE
            right += chance >= SURE and date == questions[i].date
    told = sum(one.date is not None for one in questions)
    return f"right {right / told:.3f} of those told, {right / given:.3f} of those given"


def write(table: Table, rows: Sequence[Row] | Sequence[Question], found: dict[str, dict[str, float]]) -> None:
    """Write what was fitted to rows or questions, label -> sign -> weight, into the vocabulary."""
    articles = len({row.article for row in rows})
    head = (
        f"# What each sign of {table.told}. As log odds, by\n"
        f"# tests/drafting/fit.py: logistic regression on {len(rows):,} labels of {articles:,} articles, most of them\n"
        f"# {SOURCE}. Weights below {table.cut} are left out.\n"
    )
    only = next(iter(found.values()))
    told = yaml.safe_dump(only if len(found) == 1 else found, allow_unicode=True, width=200)
    (VOCABULARY / f"{table.name}.yaml").write_text(head + told, encoding="utf-8")


def _by_article(name: str) -> dict[str, list[dict[str, str]]]:
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in labels.rows(name):
        found[row["article"]].append(row)
    return found


def _labelled(corpus: Path) -> Iterator[Told]:
    stances, events = _by_article("statements"), _by_article("events")
    idents = sorted(stances.keys() | events.keys())
    with ProcessPoolExecutor() as pool:
        of_each = [stances.get(ident, []) for ident in idents], [events.get(ident, []) for ident in idents]
        for number, told in enumerate(pool.map(partial(labelled, corpus), idents, *of_each, chunksize=8), 1):
            print(f"\r{number} of {len(idents)} articles", end="" if number < len(idents) else "\n", flush=True)
            yield told


def _joined(told: Iterable[Told]) -> Told:
    return Told(*(list(chain(*each)) for each in zip(*told, strict=True)))


def main() -> int:
    """Measure, fit and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.drafting.fit", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--measure", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    every = _joined(_labelled(arguments.corpus))
    for table, rows in zip(TABLES, every[:3], strict=True):
        print(f"{table.name}: {len(rows)} labels, {measured(table, rows)}", flush=True)
    print(f"{DATES.name}: {len(every.dates)} labels, {measured_dates(every.dates)}", flush=True)
    if arguments.measure:
        return 0
    words = Fit(EVENTS, every.events)
    with tempfile.TemporaryDirectory() as folder:
        sets = SETS | {"looked_at": labels.restored(arguments.corpus, "looked_at", Path(folder))}
        gold = [of_gold(name, *of, lambda signs: words.chances([signs])[0][1]) for name, of in sets.items()]
    every = _joined([every, *gold])
    for table, rows in zip(TABLES, every[:3], strict=True):
        write(table, rows, Fit(table, rows).tables())
    write(DATES, every.dates, {"": Chooser(every.dates, *DATES[1:4]).table()})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
