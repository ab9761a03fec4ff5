"""Finds numbers that count or measure something: value, unit, what is counted, and how exact the words are.

Dates, ages, ordinals and numbers in names are none of these.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from generator.drafting.findings import FoundFigure, Offsets
from generator.vocabulary import load

_WORDS = load("number_words")
_CARDINALS: dict[str, int] = _WORDS["cardinals"]
_SCALES: dict[str, int] = _WORDS["scales"]
_SIZES: dict[str, int] = _WORDS["sizes"]
_BOUNDS: dict[str, str] = _WORDS["bounds"]
_UNITS: dict[str, str] = _WORDS["units"]
_CURRENCIES: dict[str, str] = _WORDS["currencies"]
_NOT_COUNTED = frozenset({"one", "thing", "way", "lot", "number", "time", "case", "order", "rest", "part"})
_LEADS = frozenset({"nummod", "compound", "quantmod", "npadvmod", "advmod", "amod", "punct"})
_TIME_UNIT = re.compile(r"[\s-](?:day|week|month|year|hour|minute|second)s?\b", re.IGNORECASE)
_DEFINITE = frozenset({"the", "these", "those", "both", "its", "his", "her", "their", "our", "only", "other"})
_SMALL = 10
"""Up to this number "the two sides", "its three members" are those that one knows."""


def _any(words: Mapping[str, object] | Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_CARDINAL = (
    rf"(?:(?:{_TENS})[- ])?(?:{_any(_CARDINALS)})(?: hundred(?: and)?(?: (?:(?:{_TENS})[- ])?(?:{_any(_CARDINALS)}))?)?"
)
_SCALE = r"hundred|thousand|million|billion|trillion|bn|mn|tn|[kKmM]"
_SIGN = "(?:" + _any(_CURRENCIES) + "|" + "|".join(_WORDS["currency_codes"]) + ")"


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """Return the pattern of a number with its bound, currency, range, scale and percent sign."""
    return re.compile(
        rf"(?<![\w./€£$-])(?:(?P<bound>{_any(_BOUNDS)})\s)?(?:(?:the|a|an)\s(?=(?:{_any(_SIZES)})\b))?"
        rf"(?P<sign>{_SIGN}\s?)?"
        rf"(?:(?P<from>{_DIGITS}|\b(?:{_CARDINAL})\b)(?:[ -]?(?P<scale1>{_SCALE})\b)?"
        r"(?P<pct1>\s?%|\s(?:percent|per cent))?"
        rf"(?P<join>(?<=[\d%])\s?[-–—]\s?|\s(?:to|or|and)\s|-for-)(?P<sign2>{_SIGN}\s?)?)?"
        rf"(?:(?P<number>{_DIGITS}|\b(?:{_CARDINAL})\b)(?:[\s-]?(?P<scale>{_SCALE})\b(?!['’]))?|(?P<size>\b(?:{_any(_SIZES)})\b))"
        rf"(?P<pct>\s?%|\s(?:percentage points?|percent|per cent)\b)?"
        rf"(?:\s(?P<after>{_any(_WORDS['bounds_after'])})\b)?(?![\w%])",
        re.IGNORECASE,
    )


_NUMERIC = re.compile(rf"\d|\b(?:{_any(_CARDINALS)}|{_any(_SIZES)}|hundred|thousand|million|billion)\b", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:\b(?:{_any(_BOUNDS)})\s)?(?:\b(?:the|a|an)\s)?(?:(?<![\w$]){_SIGN}\s?)?$", re.IGNORECASE)
_AGE = re.compile(r"[-\s](?:years?|months?|days?)[-\s]olds?\b|[-\s]?years? old\b", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{_any(load('time_words')['months'])})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Amount:
    value: float
    upper: float | None
    bound: str
    unit: str | None


def find(doc: Doc) -> list[FoundFigure]:
    """Return the figures of a parsed text, in order."""
    found: list[FoundFigure] = []
    text = doc.text
    for sent in doc.sents:
        if _NUMERIC.search(text, sent.start_char, sent.end_char):
            found += [f for m in _matches(text, sent.start_char, sent.end_char) if (f := _figure(doc, m))]
    return found


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of a sentence with what stands before and behind them."""
    done = start
    for core in _NUMERIC.finditer(text, start, end):
        if core.start() >= done:
            before = _BEFORE.search(text, max(done, core.start() - 32), core.start())
            starts = (before.start() if before else core.start(), core.start())
            match = next((m for start in starts if (m := _number().match(text, start, end))), None)
            if match:
                done = match.end()
                yield match


def _figure(doc: Doc, match: re.Match[str]) -> FoundFigure | None:
    start, end = match.start(), match.end()
    span = doc.char_span(*match.span("number" if match["number"] else "size"), alignment_mode="expand")
    if span is None or _is_excluded(match, span.root) or _is_known(span) or _only_dates(match, span[-1]):
        return None
    amount = _amount(match)
    if amount is None:
        return None
    token = span[-1]
    if amount.unit is None:
        amount, end = _with_unit(match.string, amount, end)
    measure = _measure(token, _counted(token), amount.unit)
    if not measure:
        return None
    rule, quote = _rule(match, amount), _quote(token, (start, end))
    return FoundFigure(start, end, amount.value, measure, rule, amount.upper, amount.bound, amount.unit, quote=quote)


def _quote(number: Token, span: Offsets) -> Offsets:
    """Return the words of a number with what it counts, and with the verb of which that is the object."""
    counted = _counted(number)
    told = [word for word in (counted, counted and counted.head if counted and _done_to(counted) else None) if word]
    start, end = min([span[0], *(t.idx for t in told)]), max([span[1], *(t.idx + len(t) for t in told)])
    return start, end


def _rule(match: re.Match[str], amount: _Amount) -> str:
    if match["size"]:
        return "size"
    if match["join"] and "for" in match["join"]:
        return "ratio"
    if amount.upper is not None:
        return "range"
    return "percentage" if match["pct"] else "money" if match["sign"] else "number"


def _value(digits: str, scale: str | None) -> float | None:
    text = re.sub(r"[,\u00a0\u202f ](?=\d{3})", "", digits)
    factor = _SCALES[scale.lower()] if scale else 1
    if text[0].isdigit():
        return float(text) * factor
    total = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "hundred":
            total *= 100
        elif word in _CARDINALS:
            total += _CARDINALS[word]
    return float(total * factor)


def _amount(match: re.Match[str]) -> _Amount | None:
    bound = _BOUNDS.get((match["bound"] or "").lower(), "exact")
    bound = _WORDS["bounds_after"].get((match["after"] or "").lower(), bound)
    unit = _unit_of(match)
    if match["size"]:
        return _Amount(float(_SIZES[match["size"].lower()]), None, "order" if bound == "exact" else bound, unit)
    value = _value(match["number"], match["scale"])
    if value is None or match["from"] is None:
        return _Amount(value, None, bound, unit) if value is not None else None
    low = _value(match["from"], match["scale1"] or match["scale"])
    if low is None or "for" in match["join"]:
        return _Amount(value, None, bound, unit)
    between = "between" in match.string[max(0, match.start() - 9) : match.start()].lower()
    if (match["join"].strip() == "and" and not between) or low >= value:
        return _Amount(value, None, bound, unit)
    return _Amount(low, value, bound, unit)


def _unit_of(match: re.Match[str]) -> str | None:
    percent = match["pct"] or match["pct1"]
    if percent:
        return "percentage point" if "point" in percent else "percent"
    sign = (match["sign"] or match["sign2"] or "").strip()
    return _CURRENCIES.get(sign.lower(), sign.upper() or None)


def _is_excluded(match: re.Match[str], token: Token) -> bool:
    """Tell dates, ages, clock times, ordinals, scores and numbers inside names from figures."""
    text = match.string
    after, before = text[match.end() : match.end() + 16], text[max(0, match.start() - 12) : match.start()]
    plain = not (match["sign"] or match["pct"] or match["scale"] or match["bound"])
    if _AGE.match(after) or (token.ent_type_ in ("DATE", "TIME") and not _counts_time(match)):
        return True
    if re.match(r"\s?(?:[ap]\.?m\b|:\d|o['’]clock|st\b|nd\b|rd\b|th\b)", after) or re.search(
        r"\d:$|(?:aged?|No\.|number) $", before
    ):
        return True
    if plain and (_MONTH.match(after.lstrip()) or re.search(rf"(?:{_MONTH.pattern})\.? $", before, re.IGNORECASE)):
        return True
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ != "PROPN"
    if plain and match["number"] and re.fullmatch(r"(?:1[89]|20)\d\d", match["number"]) and not counts:
        return True
    names = token.head.pos_ == "PROPN" or (token.head.pos_ == "NOUN" and token.head.i == token.i - 1)
    return plain and token.dep_ in ("nummod", "appos", "compound") and token.head.i < token.i and names


def _is_known(number: Span) -> bool:
    """Tell whether a small number only repeats what is known, or picks one of many: "the two sides", "one of them"."""
    before = number[0].nbor(-1).lower_ if number.start else ""
    behind = number.doc[number.end].lower_ if number.end < len(number.doc) else ""
    if number.text.lower() == "one" and behind == "of":
        return True
    small = _value(number.text, None) if number.text.lower() in _CARDINALS or number.text.isdigit() else None
    return small is not None and small <= _SMALL and before in _DEFINITE and behind != "-"


def _counts_time(match: re.Match[str]) -> bool:
    """Tell "a 50-day deadline" and "six hours" from a date."""
    return _TIME_UNIT.match(match.string, match.end()) is not None


def _only_dates(match: re.Match[str], number: Token) -> bool:
    """Tell whether a span of time only says when, or which: "five years ago", "in 30 days", "a nine-day strike"."""
    found = _TIME_UNIT.match(match.string, match.end())
    if found is None or match["sign"] or match["pct"]:
        return False
    if re.match(r"\s(?:ago|earlier|later|before|after|since|old)\b", match.string[found.end() :]):
        return True
    unit = next((t for t in number.doc[number.i + 1 : number.i + 3] if t.text != "-"), number)
    if unit.i > number.i + 1:
        noun = unit.head if unit.dep_ != "nummod" or unit.head.i > unit.i else unit
        return noun.lemma_.lower() not in _WORDS["spans"]
    if any(child.lower_ in _WORDS["whiches"] for child in unit.lefts):
        return True
    if unit.dep_ == "npadvmod":
        return unit.left_edge.i != unit.head.i + 1
    return unit.dep_ == "pobj" and unit.head.lower_ not in ("of", "by", "to")


def _with_unit(text: str, amount: _Amount, end: int) -> tuple[_Amount, int]:
    """Return the amount with the unit or currency that follows, and where that ends."""
    rest = re.match(r"[\s-]?([A-Za-z²%][\w.]*(?:\s[a-z]+)?)", text[end : end + 40])
    if rest is None:
        return amount, end
    words = rest[1].lower().rstrip(".")
    for name in (words, words.split()[0]):
        for form in (name, name.removesuffix("s")):
            unit = _WORDS["currency_words"].get(form) or _UNITS.get(form)
            if unit:
                return replace(amount, unit=unit), end + rest[0].lower().index(name) + len(name)
    return amount, end


def _counted(number: Token) -> Token | None:
    """Return the noun that is counted: what the number modifies, or what stands behind "of"."""
    token = number
    while token.head != token and (token.dep_ in _LEADS or (token.dep_ == "conj" and token.head.like_num)):
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nummod", "quantmod", "npadvmod"):
            break
    if token.pos_ not in ("NOUN", "PROPN") or token == number or token.sent != number.sent:
        token = number
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    small = (
        token == number or token.lemma_.lower() in _UNITS or token.lemma_.lower() in _SIZES or token.lower_ in _SCALES
    )
    if of is not None and small:
        return next((c for c in of.children if c.dep_ == "pobj"), token)
    return None if token == number else token


def _measure(number: Token, counted: Token | None, unit: str | None) -> str:
    """Return what is counted, in the article's words, without its number, article and clauses: "people killed"."""
    done = (_done_to(counted) if counted is not None else "") or _done_to(number)
    if unit and (counted is None or _is_unit(counted, unit)):
        counted = _measured(number if counted is None else counted)
        if counted is None:
            return _dimension(unit)
    if counted is None or counted.lower_ in _NOT_COUNTED or counted.pos_ == "PRON":
        return _dimension(unit) if unit else done
    words = [t.text for t in counted.lefts if t.dep_ in ("amod", "compound") and _is_name_of_kind(t)]
    words = [word for word in words if unit is None or _UNITS.get(word.lower()) != unit]
    noun = counted.text if counted.is_alpha or "-" in counted.text else ""
    return " ".join([*words[-3:], noun, *([done] if noun else [])]).strip() or (_dimension(unit) if unit else "")


def _is_unit(noun: Token, unit: str) -> bool:
    """Tell whether a noun is a unit itself: of "13 years" nothing is counted but years."""
    word = noun.lemma_.lower()
    return unit in (_UNITS.get(word), _UNITS.get(noun.lower_), _WORDS["currency_words"].get(word), noun.text)


def _measured(unit: Token) -> Token | None:
    """Return the noun that a unit is the measure of: of "an investment of 1.3bn reais" the investment."""
    while unit.dep_ in _LEADS and unit.head.i > unit.i:
        unit = unit.head
    prep = unit.head if unit.dep_ in ("pobj", "npadvmod") and unit.head.lower_ in ("of", "worth") else None
    return prep.head if prep is not None and prep.head.pos_ in ("NOUN", "PROPN") else None


def _dimension(unit: str) -> str:
    """Return what a unit measures by itself: time for days, an amount for money."""
    return next((word for word, units in _WORDS["dimensions"].items() if unit in units), "amount")


def _is_name_of_kind(token: Token) -> bool:
    return not token.like_num and token.lower_ not in _SIZES and token.lower_ not in _SCALES and token.text[0].isalpha()


def _done_to(token: Token) -> str:
    """Return what was done to the counted: the participle of the verb whose object it is."""
    verb = token.head
    if token.dep_ in ("dobj", "nsubjpass") and verb.tag_ in ("VBN", "VBD") and verb.lower_.endswith("ed"):
        return verb.lower_
    return ""
