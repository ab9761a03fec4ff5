"""Which line of a copied page is the article's title: measures of each line above the text, and their weights."""

import re
from collections import Counter
from collections.abc import Iterable

from generator.articles import chrome, outlets, publisher
from generator.articles.judged import Judged
from generator.vocabulary import load

Measures = dict[str, float]
_ABOVE = 90
_BELOW = 6
_PERHAPS = frozenset(
    ("", "caption", "pointer", "published", "appeal", "alt", "repeated", "cookies", "credit", "related")
)
"""Reasons that a headline's words can give too: a date in it, a credit below it, a newsletter that it is about."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS = re.compile(r"\w+")
_BAR = re.compile(r"\s+[|–—•·»-]\s+")
_OWNED = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|headline)\s*:\s*", re.IGNORECASE)
_GLUED = re.compile(r"[a-z][A-Z]")
_CREDITED = re.compile(r"[a-z\d]\.(?: [A-Z][\w.'’-]+){1,4}$")
"""The end of a caption with its credit: "… after the match. Ada Lund"."""

_KICKER = re.compile(r"^(?:[A-Z]{5,} ){2,4}(?=[A-Z][a-z]+(?: \S+){4})")
"""Words in capitals before a headline on one line with it: "HARBOUR STORY Who are the men …"."""

_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|became|will)\b")
"""Verbs that standfirsts and captions have and headlines leave out."""


def title_index(page: list[Judged], start: int, end: int) -> int | None:
    """Return which line of the page is the title of the article between start and end; None if none looks like it."""
    weights: dict[str, float] = load("title_weights")
    found = measure(page, start, end)
    scores = {index: sum(weights.get(name, 0.0) * value for name, value in own.items()) for index, own in found.items()}
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    if best is None:
        return None
    least = weights["none_below" if found[best]["after_stop"] else "none"]
    return best if scores[best] > least else None


def title_text(page: list[Judged], index: int) -> str:
    """Return the title at index, without label, kicker, marks or what a window adds: "Ministers meet | World | CNN".

    The end of a line is such an addition if the rest stands alone on the page, or if the end is an outlet's name that
    follows a bar or stands in a line of copyright, or a section's before that. A line that the page prints twice is
    no window's title.
    """
    printed = page[index].line.text
    title = _KICKER.sub("", _LABEL.sub("", printed).strip("*_ ")) or printed
    others = [item.line.text for at, item in enumerate(page) if at != index and not item.is_prose]
    alone = {chrome.key(text) for text in others}
    if chrome.key(title) in alone:
        return title
    owners = [text for text in others if _OWNED.search(text)]
    for end in reversed(list(_BAR.finditer(title))):
        rest, last = title[: end.start()], title[end.end() :]
        has_bar = "|" in end[0]
        is_owner = outlets.shape(last) == 1.0 and any(last in text for text in owners)
        is_outlet = has_bar and (outlets.shape(last) == 1.0 or outlets.is_known(last))
        is_section = has_bar and len(title) < len(printed) and outlets.is_section(last)
        if chrome.key(rest) in alone or is_owner or is_outlet or is_section:
            title = rest
    return title


def measure(page: list[Judged], start: int, end: int) -> dict[int, Measures]:
    """Return what is measured of each line that can be the title, names as in the vocabulary's title_weights."""
    if start >= end:
        return {}
    stop = next((index for index in range(start, end) if page[index].is_prose), start)
    body = _words_of(item for item in page[start:end] if item.is_prose)
    lead = _words_of([item for item in page[stop:end] if item.is_prose][:3])
    candidates = [
        index for index in range(max(stop - _ABOVE, 0), min(stop + _BELOW, end)) if _can_be(page[index], index == stop)
    ]
    result = {}
    for index in candidates:
        own = _own(page[index], body, lead) | _place(page, index, stop, candidates)
        result[index] = own | _held(page, index, candidates) | _beside(page, index, candidates)
    return result


def _words_of(items: Iterable[Judged]) -> Counter[str]:
    return Counter(word for item in items for word in set(_content(item.line.text)))


def _content(text: str) -> list[str]:
    return [word[:6] for word in _WORD.findall(text[:3000].casefold())]


def _can_be(item: Judged, is_lead: bool) -> bool:
    words = item.line.words
    text = item.line.text
    if (is_lead and text.rstrip("\"'”’").endswith(".")) or text.startswith(("…", "...")) or _CREDITED.search(text):
        return False
    return item.reason in _PERHAPS and 2 <= words <= 45 and not publisher.is_masthead(text)


def _own(item: Judged, body: Counter[str], lead: Counter[str]) -> Measures:
    text, words = item.line.text, item.line.words
    own = _content(text)
    count = max(len(own), 1)
    return {
        "words": min(words, 8) / 8,
        "few": float(words < 4),
        "many": max(words - 16, 0) / 10,
        "in_body": sum(min(body[word], 3) / 3 for word in own) / count,
        "in_lead": sum(min(lead[word], 1) for word in own) / count,
        "finite": float(bool(_FINITE.search(text))),
        "strange": sum(not body[word] for word in own) / count,
        "stop": float(text.endswith((".", "!"))),
        "glued": float(len(_GLUED.findall(text)) > 1),
        "parted": float(" | " in text or " › " in text or " » " in text),
        "small": float(text[:1].islower()),
        **({f"reason_{item.reason}": 1.0} if item.reason else {}),
    }


def _held(page: list[Judged], index: int, candidates: list[int]) -> Measures:
    """Return whether the line stands within another (a path of links, a share mark) or twice, and is like the first.

    The first line of a copied page is often its title element: the headline, or another wording, and the site's name.
    """
    text = chrome.key(page[index].line.text)
    near = range(max(index - 40, 0), min(index + 40, len(page)))
    held = len(text) >= 15 and any(
        at != index and len(page[at].line.text) > len(text) and text in chrome.key(page[at].line.text) for at in near
    )
    twice = any(at != index and chrome.key(page[at].line.text) == text for at in candidates)
    is_label = page[index].line.words < 4 or page[0].is_prose
    like_top = _alike(page[0].line.text, text) if index and not is_label else 0.0
    return {"held": float(held), "twice": float(twice), "like_top": like_top}


def _alike(text: str, other: str) -> float:
    own, others = set(_WORDS.findall(text.casefold())), set(_WORDS.findall(other.casefold()))
    return len(own & others) / max(len(own | others), 1)


def _beside(page: list[Judged], index: int, candidates: list[int], reach: int = 3) -> Measures:
    """Return how the line stands to the longer candidates above and below: a standfirst repeats and follows."""
    own = set(_content(page[index].line.text))
    near = {at for at in candidates if abs(at - index) <= reach and page[at].line.words >= 4}
    shared = [len(own & set(_content(page[at].line.text))) for at in near if at < index]
    below = page[index + 1].line.words if index + 1 in near else 0
    return {
        "prev_like": float(index - 1 in near),
        "next_longer": float(below > page[index].line.words),
        "told_above": max(shared, default=0) / max(len(own), 1),
    }


def _place(page: list[Judged], index: int, stop: int, candidates: list[int]) -> Measures:
    below = page[index + 1 : min(index + 9, max(stop, index + 1))]
    head = next((at for at, item in enumerate(below) if item.reason in ("byline", "published")), 9)
    run = sum(at in candidates for at in range(index - 3, index + 4)) - 1
    standfirst = next((item for item in below if not item.reason), None)
    return {
        "head_near": float(head < 9),
        "head_above": float(any(item.reason in ("byline", "published") for item in page[max(index - 3, 0) : index])),
        "standfirst": float(standfirst is not None and standfirst.line.words >= 9),
        "after_stop": float(index > stop),
        "run": run / 6,
        "gap": float(page[index].line.gap),
    }
