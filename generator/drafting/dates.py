"""Finds time expressions and tells the dates they mean, as EDTF with the precision that the words have.

Direction: a bare weekday or a date without its year lies in the past, unless the tense of its clause or a cue
("scheduled for") says future. Published unknown or approximate: only what the text itself dates.
"""

import re
from datetime import date

from spacy.tokens import Doc, Span, Token

from generator.drafting.date_now import Now
from generator.drafting.date_rules import expression, first_word, resolve_with_rule
from generator.drafting.findings import FoundDate
from generator.records.dates import Span as Days
from generator.records.dates import parse
from generator.vocabulary import load

_WORDS = load("time_words")
_FUTURE_CUES = frozenset(_WORDS["future_cues"])
_TIMETABLE = frozenset(_WORDS["timetable_verbs"])
_SIGNALS = frozenset([*_WORDS["months"], *_WORDS["weekdays"], *_WORDS["seasons"], *_WORDS["days"], *_WORDS["signals"]])
_YEARS = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SUDDEN = frozenset(_WORDS["sudden"])
_AHEAD = re.compile(r"\b(?:by|until|till|as (?:soon|early) as|effective|due|ahead of(?: the| this)?) $")
_APPOINTED = re.compile(r"\bfor (?:next )?$")
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join(_WORDS['weekdays'])}),? .*\d")
_UNANCHORED = re.compile(r"\b(?:may|march)\b")
_TIMED = frozenset(_WORDS["month_prepositions"])


def resolve(text: str, published: str | None, *, tense: str | None = None) -> str | None:
    """Return the EDTF value of one time expression read against the day of publication (EDTF), or None.

    tense is past, future or None where it is not known.
    """
    return resolve_with_rule(text, Now(days_of(published), tense))[0]


def find(doc: Doc, published: str | None) -> list[FoundDate]:
    """Return the time expressions of a parsed text with their values, in order."""
    text = doc.text
    spans = [span for sent in doc.sents if _has_signal(sent) for span in _expressions(doc, sent, text)]
    years = tuple(sorted({int(y) for y in _YEARS.findall(text)}))
    anchor = _anchor(text, spans, days_of(published), years)
    found: list[FoundDate] = []
    before: str | None = None
    for start, end in spans:
        now = Now(anchor, _tense(doc, start, end, text), before, years)
        value, rule = resolve_with_rule(text[start:end], now)
        found.append(FoundDate(start, end, value, rule or "unresolved"))
        if value and "/" not in value:
            before = value
    return found


def days_of(published: str | None) -> Days | None:
    """Return the days that a day of publication covers, None where it is unknown or no date."""
    try:
        return parse(published.split("T")[0]) if published else None
    except ValueError:
        return None


def _has_signal(sent: Span) -> bool:
    return any(
        t.lower_.rstrip(".") in _SIGNALS or (t.is_digit and len(t) == 4) or t.shape_.startswith("dddd") or "/" in t.text
        for t in sent
    )


def _expressions(doc: Doc, sent: Span, whole: str) -> list[tuple[int, int]]:
    start = sent.start_char
    text = re.sub(r"\s", " ", whole[start : sent.end_char].lower())
    if len(text) != sent.end_char - start:
        return []
    spans, end = [], 0
    for first in first_word().finditer(text):
        match = expression().match(text, first.start()) if first.start() >= end else None
        if match:
            end = match.end()
            spans.append((start + match.start(), start + end))
    return [(a, b) for a, b in spans if _is_time(doc, a, b, whole[a:b])]


def _is_time(doc: Doc, start: int, end: int, words: str) -> bool:
    """Tell months from the verbs "may" and "march", and years from counts ("2,000 men" never comes here)."""
    if _UNANCHORED.fullmatch(words.lower().rstrip(".")):
        token = doc.char_span(start, end, alignment_mode="expand")
        return words[0].isupper() and token is not None and token[0].pos_ == "PROPN" and not _is_surname(token[0])
    if re.fullmatch(r"(?:(?:the|about|around) )?(?:1[6-9]|20)\d\d", words.lower()):
        return _is_year(doc, start, end)
    return not re.fullmatch(r"(?:sun|mon|sat|mar|fall|second|third|first|fourth|dec|jan)", words.lower())


def _is_surname(word: Token) -> bool:
    """Tell whether a month is a person's name: the text names one in full, and no preposition of time stands before."""
    full = any(
        t.text == word.text.rstrip(".") and t.i and t.nbor(-1).pos_ == "PROPN" and t.nbor(-1).head == t
        for t in word.doc
        if t.pos_ == "PROPN"
    )
    return full and not (word.dep_ == "pobj" and word.head.lower_ in _TIMED)


def _is_year(doc: Doc, start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="expand")
    token = span[-1] if span is not None else None
    return token is not None and not (token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS")


def _anchor(text: str, spans: list[tuple[int, int]], published: Days | None, years: tuple[int, ...]) -> Days | None:
    """Return the day that relative words count from: the day of publication or, unknown, a date with its weekday.

    Where an article says "Wednesday, July 23" and is not dated itself, other weekdays are of the same days.
    """
    if published and published.is_day and not published.approximate:
        return published
    named = []
    for start, end in spans:
        words = text[start:end].lower()
        if _NAMED_DAY.search(words):
            value, _ = resolve_with_rule(words, Now(published, None, None, years))
            if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                named.append(date.fromisoformat(value))
    if not named:
        return published
    return Days(max(named), max(named))


def tense_at(doc: Doc, start: int, end: int) -> str | None:
    """Return past or future for the clause that a time expression stands in, None where the parse does not tell."""
    return _tense(doc, start, end, doc.text)


def _tense(doc: Doc, start: int, end: int, text: str) -> str | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    before = text[max(0, start - 16) : start].lower()
    if _is_by_then(span, before):
        return "past"
    if _dates_what_is_over(span):
        return "over"
    if _AHEAD.search(before) or (_APPOINTED.search(before) and span[0].lower_ in _WORDS["weekdays"]):
        return "future"
    return _clause_tense(span)


def _dates_what_is_over(span: Span) -> bool:
    """Tell "the Oct. 7 attacks": nobody knows an attack before it comes."""
    root = next((token for token in reversed(span) if token.head not in span), span.root)
    noun = root.head
    known = any(child.lower_ in ("the", "those", "that") for child in noun.lefts) or span[0].lower_ == "the"
    return root.dep_ in ("compound", "nmod", "nummod", "poss") and noun.lemma_.lower() in _SUDDEN and known


def _is_by_then(span: Span, before: str) -> bool:
    """Tell "by Saturday they had left", whose "by" does not lie ahead."""
    verb: Token = span.root
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return before.endswith("by ") and any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux")


def _clause_tense(span: Span) -> str | None:
    token: Token = span.root
    for _ in range(12):
        if token.lemma_.lower() in _FUTURE_CUES and token.i not in range(span.start, span.end):
            return "future"
        if token.pos_ in ("VERB", "AUX"):
            tense = _tense_of(token) or _scheduled(token, span)
            if tense:
                return tense
        if token.head == token:
            return None
        token = token.head
    return None


def _scheduled(verb: Token, span: Span) -> str | None:
    """Return future for the present tense of a timetable: "On Tuesday I fly to Rome", "the talks open on Monday"."""
    present = verb.tag_ in ("VBZ", "VBP") and verb.i not in range(span.start, span.end)
    timed = present and verb.lemma_.lower() in _TIMETABLE
    return "future" if timed and not any(c.dep_ in ("aux", "auxpass") for c in verb.children) else None


def _tense_of(verb: Token) -> str | None:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if words & {"will", "shall", "'ll", "’ll", "wo"} or (verb.lower_ == "going" and words):
        return "future"
    if "would" in words and verb.dep_ == "ccomp":
        return "future"
    if (
        (verb.tag_ == "VBN" and verb.dep_ == "acl")
        or verb.tag_ == "VBD"
        or any(c.tag_ == "VBD" for c in auxiliaries)
        or words & {"has", "have", "'ve", "’ve"}
    ):
        return "past"
    if "to" in words and verb.dep_ in ("xcomp", "advcl", "acl", "relcl"):
        return "future" if verb.head.lemma_ in _FUTURE_CUES or verb.head.lemma_ == "be" else None
    return None
