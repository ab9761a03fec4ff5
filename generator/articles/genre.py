"""The genre of an article: by what stands with it (a label, its section, its address, its type), else by its voice."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from urllib.parse import urlsplit

from generator.articles import chrome, outlets
from generator.articles.judged import Judged
from generator.vocabulary import load

_ABOVE, _BELOW = 2, 8
"""Lines above the title and below it in which a label is the article's own."""
_MENU = 3
"""Names of sections in a row that are a menu's."""
_QUOTED = re.compile(r"[“\"«][^”\"»]{0,600}[”\"»]")
_OWN_VOICE = re.compile(r"[a-z]!(?:\s|$)|\b(?:I|my|me)\b")


@lru_cache(maxsize=1)
def _cues() -> dict[str, dict[str, list[str]]]:
    cues: dict[str, dict[str, list[str]]] = load("genre_cues")
    return cues


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(label for cues in _cues().values() for label in cues["labels"])


def tell(title: str, paragraphs: Sequence[str], labels: Iterable[str] = ()) -> str:
    """Return the genre that one of the article's labels or its title tells, else how the text is written."""
    keys = {chrome.key(label) for label in labels}
    for name, cues in _cues().items():
        told = keys & {*cues["labels"], *cues.get("types", ())}
        if told or title.casefold().startswith(tuple(cues["title"])):
            return name
    voice = _QUOTED.sub(" ", "\n".join(paragraphs))
    if len(_OWN_VOICE.findall(voice)) >= 2:
        return "opinion"
    if any(text.endswith("?") and len(text) < 120 for text in paragraphs):
        return "explainer"
    return "report"


def labels(page: Sequence[Judged], title_at: int) -> list[str]:
    """Return what may label the article whose title stands there: the lines about it, its path of sections in parts.

    A name of a section among others is the menu's and labels nothing.
    """
    below = takewhile(lambda item: not item.is_prose, page[title_at + 1 : title_at + 1 + _BELOW])
    end = title_at + 1 + sum(1 for _ in below)
    found = []
    for index in (at for at in range(max(title_at - _ABOVE, 0), end) if at != title_at):
        parts = chrome.crumbs(page[index].line.text)
        is_path = page[index].reason == "path"
        if is_path or _run(page, index, title_at) < _MENU:
            found += parts if is_path else [page[index].line.text]
    return found


def of_address(url: str) -> list[str]:
    """Return the folders of a web address as words: what labels an article at /opinion/2024/title."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return []
    return [folder.replace("-", " ") for folder in path.split("/")[:-1] if folder]


def _run(page: Sequence[Judged], index: int, title_at: int) -> int:
    """Return how many names of sections stand in a row, the line at index among them, the title not."""
    ahead = takewhile(lambda at: at != title_at and _is_section(page[at]), range(index, len(page)))
    behind = takewhile(lambda at: at != title_at and _is_section(page[at]), range(index - 1, -1, -1))
    return sum(1 for _ in ahead) + sum(1 for _ in behind)


def _is_section(item: Judged) -> bool:
    text = item.line.text
    return item.reason == "menu" or chrome.key(text) in _labels() or outlets.is_section(text)
