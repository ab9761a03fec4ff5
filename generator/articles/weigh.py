"""How much speaks for a line being part of the article: measures of the line and its neighbours, and their weights."""

import math
import re
from collections import Counter

from generator.articles.chrome import key
from generator.articles.judged import Judged
from generator.vocabulary import load

Measures = dict[str, float]
MOST = 8.0
"""What a run of lines that are no text costs at most: as much as a paragraph of middle length gains."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_YOU = re.compile(r"\b(?:you|your|our|we|us)\b", re.IGNORECASE)
_QUOTE = ("“", '"', "«", "„", "‘", "—", "–")
_CUT = ("…", "...", "[...]")


SURE = -9.0
"""The log odds given to lines that are no text whatever stands around them, and that are as if they weren't there."""
_ASIDE = {
    *("appeal", "cookies", "pointer", "mark", "repeated", "advertisement", "credit", "caption", "alt", "script"),
    *("path", "copyright", "aside"),
}


def is_aside(item: Judged) -> bool:
    """Tell whether the line is set into the text from elsewhere, so that its neighbours neighbour each other."""
    return item.reason in _ASIDE


def scores(judged: list[Judged], extra: list[Measures] | None = None) -> list[float]:
    """Return for each line the log odds that it belongs to the article, by the weights of the vocabulary.

    extra holds, for blocks of HTML, what is measured of their markup.
    """
    weights: dict[str, float] = load("line_weights" if extra is None else "block_weights")
    told = extra or [{} for _ in judged]
    kept = [index for index, item in enumerate(judged) if not is_aside(item)]
    odds = [SURE] * len(judged)
    for index, measures in zip(kept, measure([judged[index] for index in kept]), strict=True):
        odds[index] = sum(weights.get(name, 0.0) * value for name, value in {**measures, **told[index]}.items())
    return odds


def span(odds: list[float], judged: list[Judged]) -> tuple[int, int]:
    """Return start and end (not included) of the article among the lines, by the odds of each."""
    gains = [
        0.0 if odd == SURE else max(min(odd, 4.0), -4.0) * item.line.words**0.5
        for odd, item in zip(odds, judged, strict=True)
    ]
    start, end = segment(_bounded(gains))
    return start, _without_tail(judged, gains, start, end)


def _without_tail(judged: list[Judged], gains: list[float], start: int, end: int, most: int = 3) -> int:
    """Return where the article ends if it does not end in a heading: those there (at most three) lead elsewhere."""
    while end > start and gains[end - 1] <= 0:
        end -= 1
    for last in range(end - 1, max(end - 1 - most, start), -1):
        if judged[last].is_prose or judged[last].line.ends_sentence or judged[last].line.kind == "item":
            return last + 1
    return end


def _bounded(gains: list[float], most: float = MOST) -> list[float]:
    """Return gains in which no run of losses costs more than a paragraph gains: pictures, code, lists of links."""
    result, run = [], 0.0
    for gain in gains:
        run = run + gain if gain < 0 else 0.0
        result.append(gain if run >= -most else min(0.0, gain - run - most) if gain - run < most else 0.0)
    return result


def segment(gains: list[float]) -> tuple[int, int]:
    """Return start and end (not included) of the run of lines with the largest sum of gains; (0, 0) if none gains."""
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for index, gain in enumerate(gains):
        if total <= 0:
            start, total = index, 0.0
        total += gain
        if total > best_sum:
            best, best_sum = (start, index + 1), total
    return best


def _core(judged: list[Judged]) -> tuple[int, int]:
    """Return the run of lines where running text is densest."""
    losses = {"related": -2.0, "end": -2.0}
    return segment(
        [min(item.line.words, 40) / 20 if item.is_prose else losses.get(item.reason, -0.8) for item in judged]
    )


def measure(judged: list[Judged]) -> list[Measures]:
    """Return for each line what is measured of it, names as in the vocabulary's line_weights."""
    keys = [key(item.line.text)[:200] for item in judged]
    seen = Counter(keys)
    start, end = _core(judged)
    known = Counter(word[:6] for item in judged[start:end] if item.is_prose for word in _content(item))
    own = [
        _own(item, seen[name], known, start <= index < end)
        for index, (item, name) in enumerate(zip(judged, keys, strict=True))
    ]
    prose = [min(item.line.words, 50) / 50 if item.is_prose else 0.0 for item in judged]
    sums = [0.0]
    for value in prose:
        sums.append(sums[-1] + value)
    ended = _since_end(judged)
    since = _since_related(judged)
    for index, measures in enumerate(own):
        _around(measures, judged, index, prose, sums)
        measures["in_core"] = float(start <= index < end)
        measures["far_from_core"] = math.log1p(max(start - index, index - end + 1, 0))
        measures["after_related"] = since[index]
        measures["after_end"] = ended[index]
        measures["done"] = sums[index] / max(sums[-1], 1.0)
    return own


def _content(item: Judged) -> list[str]:
    return [word.casefold() for word in _WORD.findall(item.line.text[:5000])]


def _own(item: Judged, copies: int, known: Counter[str], inside: bool) -> Measures:
    line, text = item.line, item.line.text
    words = text[:2000].split()
    content = [word[:6] for word in _content(item)]
    shared = sum(known[word] > (1 if inside and item.is_prose else 0) for word in content)
    capital = sum(word[0].isupper() for word in words)
    return {
        "bias": 1.0,
        "short": float(not item.is_prose),
        "untitled": float(not item.is_prose and line.words >= 12),
        "questions": float(text.endswith("?")),
        "colon": float(text.endswith(":")),
        "words": math.log1p(len(words)),
        "ends_sentence": float(line.ends_sentence),
        "prose": float(item.is_prose),
        "long_prose": float(item.is_prose and line.words >= 25),
        "chrome": float(bool(item.reason)),
        "chrome_prose": float(bool(item.reason) and line.ends_sentence and line.words >= 8),
        "capitals": capital / max(len(words), 1),
        "inner_stops": float(bool(re.search(r"[a-zа-яё)”\"]\. [A-ZА-Я“\"]", text[:2000]))),
        "commas": min(text[:2000].count(","), 5) / 5,
        "copies": float(copies > 1),
        "quote": float(text.startswith(_QUOTE)),
        "cut": float(text.endswith(_CUT)),
        "gap": float(line.gap),
        "item": float(line.kind == "item"),
        "shared": shared / max(len(content), 1),
        "shared_any": float(shared > 0),
        "you": min(len(_YOU.findall(text[:2000])), 3) / max(len(words), 5) * 5 if not text.startswith(_QUOTE) else 0.0,
        "shouting": float(text.isupper()),
    }


def _around(measures: Measures, judged: list[Judged], index: int, prose: list[float], sums: list[float]) -> None:
    last = len(judged) - 1
    item = judged[index]
    above, below = (prose[index - 1] if index else 0.0), (prose[index + 1] if index < last else 0.0)
    if not item.is_prose:
        measures["heading"] = float(below > 0 and not item.reason and item.line.words <= 14)
        measures["alone"] = float(below > 0 and above > 0)
        measures["listed"] = float(
            item.line.kind == "item"
            and (index == 0 or judged[index - 1].line.kind == "item" or judged[index - 1].line.text.endswith(":"))
        )
    head = any(judged[at].reason in ("published", "byline") for at in range(max(index - 3, 0), index))
    measures["below_head"] = float(head and item.line.words >= 12)
    beside = [judged[at].reason for at in (index - 1, index + 1) if 0 <= at <= last]
    measures["head_amid"] = float("published" in beside)
    measures["prose_above"] = prose[index - 1] if index else 0.0
    measures["prose_below"] = prose[index + 1] if index < last else 0.0
    measures["prose_near_above"] = sums[index] - sums[max(index - 4, 0)]
    measures["prose_near_below"] = sums[min(index + 5, last + 1)] - sums[index + 1]
    measures["prose_far_above"] = min(sums[index] - sums[max(index - 12, 0)], 4.0)
    measures["prose_far_below"] = min(sums[min(index + 13, last + 1)] - sums[index + 1], 4.0)
    measures["gap_below"] = float(index == last or judged[index + 1].line.gap)
    measures["chrome_above"] = float(index > 0 and bool(judged[index - 1].reason))
    measures["chrome_below"] = float(index < last and bool(judged[index + 1].reason))


def _since_related(judged: list[Judged]) -> list[float]:
    """Return 1 right below a label such as "Read also", fading over the next lines, 0 after a long paragraph."""
    result, near = [], 0.0
    for item in judged:
        result.append(near)
        if item.reason == "related":
            near = 1.0
        elif item.is_prose and item.line.words >= 30:
            near *= 0.3
        else:
            near *= 0.85
    return result


def _since_end(judged: list[Judged]) -> list[float]:
    """Return how many labels that stand below articles ("Comments") are above, halved by long paragraphs."""
    result, count = [], 0.0
    for item in judged:
        result.append(math.log1p(count))
        if item.reason == "end":
            count += 1
        elif item.is_prose and item.line.words >= 25:
            count /= 2
    return result
