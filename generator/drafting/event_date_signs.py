"""The signs by which a time may be an event's: where it stands from the event's word, and how both are told.

Signs are short texts; vocabulary/event_date_odds.yaml holds what each speaks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from spacy.tokens import Token

from generator.drafting.event_odds import PRECISION, clause
from generator.drafting.event_reality import is_perfect, lender, reality
from generator.records.dates import parse

_DAY = len("2025-06-02")
_AGES = ((1, "1"), (6, "6"), (31, "31"), (365, "365"))
"""Days before or after publication, at most -> their name."""

_VERBS = ("VERB", "AUX")
_BESIDE = frozenset({"after", "before", "since", "until", "when", "as", "while"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj", "parataxis", "csubj"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_FEW_WORDS = 4


class Spot(NamedTuple):
    """A sentence and its paragraph, counted from 0."""

    sentence: int
    paragraph: int


class Time(NamedTuple):
    """A time that the text names: EDTF, the rule that found it, its word and where that stands."""

    date: str
    rule: str
    word: Token
    spot: Spot


class Lag(NamedTuple):
    """What tells how long before something an event was, "two days after": the last word, the unit, the number."""

    after: Token
    unit: str
    number: str


@dataclass(frozen=True)
class Setting:
    """A word that tells an event, where, how many times its sentence names (2 for more), the article's, its day."""

    word: Token
    spot: Spot
    here: int
    named: Mapping[str, int]
    day: date | None


def is_day(value: str | None) -> bool:
    """Tell whether a date is one day: not 2013-10/.., which is as long."""
    return len(value or "") == _DAY and "/" not in (value or "")


def of_time(setting: Setting, time: Time, *, last: bool) -> Iterator[str]:
    """Yield what speaks for a time that the text names; last: it is the last one named before the sentence."""
    told, kind, age = _told(setting.word), _kind(time.date), _age(time.date, setting.day)
    yield f"rule {time.rule}"
    yield f"{kind} {age}"
    yield f"{age} {told}"
    yield f"named {min(setting.named[time.date], 3)}"
    if len(setting.named) == 1:
        yield "only one named"
    if time.spot.sentence == setting.spot.sentence:
        yield from _of_near(setting, time, told)
    else:
        yield from _of_far(setting, time, f"{kind} {age}", told, last)


def _of_near(setting: Setting, time: Time, told: str) -> Iterator[str]:
    word, of = setting.word, time.word
    down, up = _paths(word, of)
    side = "behind" if of.i > word.i else "before"
    governor = of.head.lower_ if of.dep_ == "pobj" else of.dep_
    yield f"here {setting.here}"
    yield f"{side} {governor}"
    yield f"governor {governor}"
    yield f"distance {min(len(down) + len(up), 9)} {setting.here}"
    yield f"words {min(abs(of.i - word.i) // _FEW_WORDS, 5)}"
    yield f"path {_deps(down)} {_deps(up)}"
    yield from _of_attachment(word, _attached(of))
    yield f"clauses {_deps(down, _VERBS)} {_deps(up, _VERBS)}"
    yield f"clause {clause(word).dep_} {told}"
    if clause(word) == clause(of):
        yield f"of its clause {word.pos_ in _VERBS}"
    yield from (f"time {mark}" for mark in _marks(down))
    yield from (f"event {mark}" for mark in _marks(up))


def _of_attachment(word: Token, to: Token) -> Iterator[str]:
    """Yield how an event's word is related to the one that a time belongs to."""
    if to == word:
        yield "its own"
        return
    down, up = _paths(word, to)
    kind = "verb" if to.pos_ in _VERBS else "noun" if to.pos_ in ("NOUN", "PROPN") else to.pos_
    way = "below" if not up else "above" if not down else "beside"
    yield f"of {kind} {way}"
    yield f"of {kind} {way} from {word.pos_ in _VERBS}"
    yield f"of {kind} {_deps(down)} {_deps(up)}"
    yield f"of {kind} {way} {next((t.dep_ for t in (*down, *reversed(up)) if t.dep_ in _CLAUSES), 'clause')}"
    yield f"of {kind} {way} {next(_marks([*down, *up]), '')}"


def _attached(time: Token) -> Token:
    """Return the word that a time belongs to, over its preposition."""
    token = time
    while token.head != token and (token == time or token.dep_ in ("pobj", "prep", "advmod", "pcomp")):
        token = token.head
        if token.pos_ in (*_VERBS, "NOUN", "PROPN") and token.ent_type_ not in ("DATE", "TIME"):
            break
    return token


def _of_far(setting: Setting, time: Time, value: str, told: str, last: bool) -> Iterator[str]:
    apart = time.spot.sentence - setting.spot.sentence
    far = str(apart) if abs(apart) <= 3 else "far"
    verb = clause(time.word)
    yield f"apart {far} {setting.here}"
    yield f"apart {far} {told}"
    yield f"apart {far} {value}"
    yield f"apart {far} paragraph {time.spot.paragraph == setting.spot.paragraph}"
    yield f"apart {far} {clause(setting.word).dep_} {setting.word.pos_ in _VERBS}"
    if last:
        yield f"last {told}"
        yield f"last {far} {setting.here}"
    if verb.head == verb and _told(verb) in ("VBD", "had") and is_day(time.date):
        yield f"main {far} {told}"


def of_other_side(setting: Setting, time: Time) -> Iterator[str]:
    """Yield what more speaks for a weekday or month on the other side of publication than it was read as."""
    age = _age(time.date, setting.day)
    yield f"other side {time.rule} {age} {_told(setting.word)}"
    yield f"other side {age} {_told(setting.word)}"
    yield f"other side {reality(setting.word)}"
    yield f"other side {clause(time.word).tag_}"


def of_lag(setting: Setting, lag: Lag, base: str) -> Iterator[str]:
    """Yield what speaks for a time so long before another; base: published, or that one's sentence from the word."""
    head = lag.after.head
    verb = clause(head.head if lag.after.dep_ == "mark" else head)
    yield f"lag {base}"
    yield f"lag {base} {_told(verb)}"
    yield f"lag {base} {setting.here}"
    yield f"lag {lag.unit}"


def of_setting(setting: Setting) -> Iterator[str]:
    """Yield what speaks for a time that the text does not name, or for none; the name of which stands before each."""
    word, told, sentence = setting.word, _told(setting.word), setting.spot.sentence
    yield f"sentence {min(sentence, 8)}"
    yield f"told {told} {min(sentence, 3)}"
    yield f"told {told} {setting.here}"
    yield f"word {word.pos_ in _VERBS} {word.dep_}"
    yield f"clause {clause(word).dep_} {told}"
    yield f"real {reality(word)}"
    yield f"days {min(sum(map(is_day, setting.named)), 4)}"
    if word.pos_ not in _VERBS:
        yield f"det {next((t.lower_ for t in word.lefts if t.dep_ in ('det', 'poss') and t.pos_ != 'PROPN'), '')}"


def lag_of(word: Token) -> Lag | None:
    """Return what tells how long after the event something else came: "two days after they met"."""
    for token in _path(word):
        for after in (token, *(child for child in token.lefts)):
            if after.lower_ in ("after", "since") and after.dep_ in ("mark", "prep") and after.i > 1:
                unit = after.nbor(-1).lemma_.lower()
                if unit in ("day", "week", "month", "year"):
                    return Lag(after, unit, after.nbor(-2).lower_)
    return None


def _told(word: Token) -> str:
    """Return how the verb of a word is told: will, perfect, had, its tag; noun where there is none."""
    verb = word if word.pos_ in _VERBS else lender(word)
    if verb is None:
        return "noun"
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & _FUTURE:
        return "will"
    if is_perfect(word):
        return "perfect"
    if "had" in auxiliaries:
        return "had"
    return "VBD" if auxiliaries & {"was", "were", "did"} else verb.tag_


def _kind(value: str) -> str:
    return "open" if ".." in value else "span" if "/" in value else PRECISION.get(len(value), "other")


def _age(value: str, day: date | None) -> str:
    """Return how far a date lies before (-) or after publication, in words."""
    if day is None:
        return "?"
    span = parse(value)
    days = (span.first - day).days if span.first > day else (day - span.last).days
    if span.first <= day <= span.last:
        return "0"
    name = next((name for most, name in _AGES if days <= most), "more")
    return name if span.first > day else f"-{name}"


def _path(token: Token) -> list[Token]:
    """Return a word and those that govern it, up to the root."""
    path = [token]
    while path[-1].head != path[-1]:
        path.append(path[-1].head)
    return path


def _paths(word: Token, of: Token) -> tuple[list[Token], list[Token]]:
    """Return the words from a time, and from an event's word, up to the one that governs both."""
    down, up = _path(of), _path(word)
    common = next((token for token in down if token in up), None)
    if common is None:
        return down, up
    return down[: down.index(common)], up[: up.index(common)]


def _deps(path: list[Token], kinds: tuple[str, ...] = ()) -> str:
    """Return the relations on a path, only those of words of some kinds if any are given."""
    return "-".join(token.dep_ for token in path if not kinds or token.pos_ in kinds) or "."


def _marks(path: list[Token]) -> Iterator[str]:
    """Yield the words on a path that set what is told beside its time: "after they met", "before Monday"."""
    for token in path:
        if token.pos_ in _VERBS:
            yield from (c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod") and c.lower_ in _BESIDE)
        elif token.dep_ == "prep" and token.lower_ in _BESIDE:
            yield token.lower_
