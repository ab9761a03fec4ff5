"""Words and stretches of a parsed article, as attribution needs them: token ranges, subjects, quotes, cue frames."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator import vocabulary
from generator.drafting import quotes
from generator.drafting.findings import Attribution, Offsets
from generator.drafting.names import SMALL_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Tokens from the first to before the second."""

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
EDGE = " \n\t\r,;:—–-."
NOMINAL = ("NOUN", "PROPN", "PRON")
TITLE = 10
"""Words of a title in quotation marks, at most."""
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth"))


@dataclass
class Act:
    """One act of saying in tokens: `head` is the cue's main word."""

    head: int
    cue: list[Range]
    source: list[Range]
    content: list[Range]
    rule: str


@dataclass
class Page:
    """A parsed article with its quotes: `inside[i]` is the quote of token i, else -1; `ranges[q]` its range."""

    doc: "Doc"
    quotes: list[quotes.Quote]
    ranges: list[Range] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)
    """Sentences that hold their quotes whole: only the text around quotes is divided."""
    sentence_of: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def sentence(self, i: int) -> Range:
        return self.sentences[self.sentence_of[i]]


def page(doc: "Doc") -> Page:
    """Lay the quotes over the tokens. Titles, and single-quoted stretches under four words, don't count."""
    made = Page(doc, [], [], [-1] * len(doc), texts=[token.text for token in doc])
    starts = [token.idx for token in doc]
    for quote in quotes.find(doc.text):
        first = bisect_right(starts, quote.start) - 1
        first += first < 0 or starts[first] + len(made.texts[first]) <= quote.start
        i = bisect_left(starts, quote.end)
        if first == i or (quote.single and i - first < 6) or _is_title(made.texts[first:i]):
            continue
        made.inside[first:i] = [len(made.quotes)] * (i - first)
        made.quotes.append(quote)
        made.ranges.append((first, i))
    _divide(made)
    return made


def _is_title(texts: Sequence[str]) -> bool:
    """Is it the name of a programme, a book or a law, "Meet the Press," in quotation marks?"""
    words = [text for text in texts if text[0].isalpha()]
    great = [word for word in words if word[0].isupper() and not word.isupper()]
    return len(great) > 1 and len(words) <= TITLE and all(word in great or word in SMALL_WORDS for word in words)


def _divide(made: Page) -> None:
    start = 0
    for i in range(1, len(made.doc) + 1):
        if i == len(made.doc) or _ends(made, i):
            made.sentence_of += [len(made.sentences)] * (i - start)
            made.sentences.append((start, i))
            start = i


def _ends(made: Page, i: int) -> bool:
    """Does a sentence end before token i? Never within a quote; behind a full stop in one, unless "he said" follows."""
    q, last_text = made.inside[i], made.texts[i - 1]
    if "\n" in last_text:
        return True
    if q >= 0 and q == made.inside[i - 1]:
        return False
    if q < 0 and made.inside[i - 1] < 0 and last_text[-1] not in ".!?\"”’' \t…)]*_:;" and not last_text.isspace():
        return False
    doc = made.doc
    before = doc[i - 1]
    if doc[i].is_space:
        return False
    if made.inside[i - 1] >= 0:
        last = doc[i - 2].text[-1:]
        if last not in ".!?…" or doc[i].text in (",", ";", "—", "–", "-", ")") or doc[i].is_lower:
            return False
        return (last == "." and made.quotes[made.inside[i - 1]].closed) or not _speaks_next(doc, i)
    if q >= 0:
        return before.text in (".", "!", "?")
    return (
        bool(doc[i].is_sent_start)
        and (before.is_punct or before.is_space)
        and before.text not in (",", ":", "(", "-", "—", "–")
    )


def _speaks_next(doc: "Doc", i: int) -> bool:
    table = frames()
    return any(word.pos_ == "VERB" and "quote" in table.get(word.lemma_, ()) for word in doc[i : i + 5])


@lru_cache(maxsize=1)
def frames() -> dict[str, frozenset[str]]:
    """Verb lemma -> the frames that any of its classes licenses; those of minor classes begin with "minor "."""
    table: dict[str, set[str]] = {}
    for entry in vocabulary.load("cue_verbs").values():
        given = ["on" if frame is True else str(frame) for frame in entry["frames"]]
        for verb in entry["verbs"]:
            table.setdefault(verb, set()).update(f"minor {frame}" if entry.get("minor") else frame for frame in given)
    return {verb: frozenset(given) for verb, given in table.items()}


@lru_cache(maxsize=1)
def plain() -> frozenset[str]:
    """Verbs that in the news hardly do anything but report speech."""
    return frozenset(vocabulary.load("cue_phrases")["plain"])


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """Noun lemma -> "that", "to" and the prepositions that its classes license."""
    table: dict[str, set[str]] = {}
    for kind, entry in vocabulary.load("cue_nouns").items():
        for noun in entry.get("nouns", ()) if kind != "light" else ():
            table.setdefault(noun, set()).update(str(frame) if frame is not True else "on" for frame in entry["frames"])
    return {noun: frozenset(given) for noun, given in table.items()}


@cache
def phrases(*keys: str) -> frozenset[str]:
    """One list of cue_phrases.yaml or cue_nouns.yaml, by its path."""
    for name in ("cue_phrases", "cue_nouns"):
        node = vocabulary.load(name)
        for key in keys:
            node = node.get(key) if isinstance(node, dict) else None
        if node:
            return frozenset("on" if word is True else word for word in node)
    raise KeyError(keys)


def lemma(token: "Token") -> str:
    """The token's lemma; "hoping" is of "hope", which the lemmatizer's rules miss."""
    if token.lower_ in ("hoping", "hoped", "hopes"):
        return "hope"
    plain_ = str(token.lemma_.lower())
    particle = next((word.lower_ for word in token.children if word.dep_ == "prt"), "") if plain_ in _phrasal() else ""
    return f"{plain_} {particle}" if particle in _phrasal().get(plain_, ()) else plain_


@lru_cache(maxsize=1)
def _phrasal() -> dict[str, frozenset[str]]:
    given: dict[str, list[str]] = vocabulary.load("cue_phrases")["phrasal"]
    return {verb: frozenset(particles) for verb, particles in given.items()}


def to_finite(infinitive: "Token", end: int) -> int:
    """Where "asked them to wait and left" goes on with a finite verb, which no infinitive is joined to."""
    for word in infinitive.subtree:
        finite = word.tag_ in ("VBD", "VBZ") or (word.tag_ == "VBP" and word.lemma_ in ("be", "have"))
        joined = word.dep_ == "conj" and finite and word.head.tag_ == "VB"
        if joined and infinitive.i <= word.head.i < word.i < end and child(word, *SUBJECTS) is None:
            return next((left.i for left in word.head.rights if left.dep_ == "cc"), word.i)
    return end


def whole(token: "Token") -> Range:
    """The range of a word with all that depends on it."""
    return token.left_edge.i, token.right_edge.i + 1


def child(token: "Token", *labels: str) -> "Token | None":
    """The first word that depends on the token in one of these ways."""
    return next((word for word in token.children if word.dep_ in labels), None)


def minus(given: Range, holes: Iterable[Range]) -> list[Range]:
    """What stays of a range when the holes are cut out, in order."""
    left = [given]
    for start, end in holes:
        left = (
            [
                part
                for a, b in left
                for part in ((a, min(b, max(a, start))), (max(a, min(b, end)), b))
                if part[0] < part[1]
            ]
            if start < end
            else left
        )
    return sorted(left)


def chars(doc: "Doc", ranges: Sequence[Range], quoted: Sequence[int]) -> tuple[Offsets, ...]:
    """Token ranges as character offsets, joined where they touch, trimmed of white space and outer punctuation."""
    found: list[Offsets] = []
    for first, last in _joined(ranges):
        start, end = first, last
        while start < end and (doc[start].is_space or (quoted[start] < 0 and doc[start].text in EDGE)):
            start += 1
        while start < end and (doc[end - 1].is_space or (quoted[end - 1] < 0 and doc[end - 1].text in EDGE)):
            end -= 1
        if start < end:
            found.append((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
    return tuple(found)


def _joined(ranges: Sequence[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def attribution(made: Page, act: Act) -> Attribution | None:
    """An act as character spans; None when nothing is left of its content."""
    content = chars(made.doc, act.content, made.inside)
    if not content:
        return None
    return Attribution(
        content,
        chars(made.doc, act.cue, made.inside),
        chars(made.doc, act.source, made.inside),
        _kind(made, act),
        act.rule,
    )


def _kind(made: Page, act: Act) -> str:
    if act.rule == "turn":
        return "direct"
    words = [
        i
        for start, end in act.content
        for i in range(start, end)
        if not made.doc[i].is_punct and not made.doc[i].is_space
    ]
    quoted = sum(made.inside[i] >= 0 for i in words)
    return "indirect" if not quoted else "direct" if len(words) - quoted <= 2 else "mixed"
