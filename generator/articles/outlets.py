"""Names of outlets: those that the vocabulary knows, and what other names look like."""

import re
from functools import cache, lru_cache

from generator.vocabulary import load

_NO_NAME = re.compile(r"[!?:;,@#<>{}|]|\.$|://")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    table = load("publishers")
    return {alias.casefold(): name for name, aliases in table.items() for alias in [name, *(aliases or [])]}


def known(name: str) -> str:
    """Return the name under which the vocabulary knows a publisher, else the name given."""
    return _known().get(name.strip().casefold(), name.strip())


def is_known(name: str) -> bool:
    """Tell whether the vocabulary has a publisher of that name."""
    return name.strip().casefold() in _known()


def is_staff(name: str) -> bool:
    """Tell whether a name is no person's but that of an outlet's people: "Example News Staff", "News Agencies"."""
    return any(word.casefold() in listed("never") for word in name.split())


def is_section(name: str) -> bool:
    """Tell whether a name is that of a part of a page: "World News"."""
    return all(word.casefold() in listed("sections") | listed("weak") for word in name.split())


@cache
def listed(part: str) -> frozenset[str]:
    """Return one list of the vocabulary's words that outlets' names are made of."""
    return frozenset(load("outlet_words")[part])


def shape(name: str) -> float:
    """Return how much a name by itself looks like an outlet's: 1 sure, 0.5 perhaps, 0 like any other, -9 not."""
    words = name.split()
    if not is_proper(words) or is_staff(name):
        return -9.0
    if name.casefold() in _known():
        return 1.0 if len(words) > 1 or (len(name) > 2 and name.isupper()) else 0.5
    if all(word.casefold() in listed("sections") for word in words):
        return -9.0
    own = [small for word in words if (small := word.casefold()) not in listed("articles")]
    has_article = len(own) < len(words)
    own[-1:] = own[-1].split("-") if own else []
    if own and own[-1] in listed("last"):
        return _of_rest(own[:-1], has_article, weak=own[-1] in listed("weak") and not has_article)
    if own and own[0] in listed("first"):
        return _of_rest(own[1:], has_article, weak=False)
    return 0.5 if has_article and len(own) <= 2 else 0.0


def _of_rest(rest: list[str], has_article: bool, weak: bool) -> float:
    if not rest:
        return 0.5 if has_article else 0.0
    if all(word in listed("sections") for word in rest):
        return 0.5 if len(rest) > 1 and not weak else -9.0
    return 0.5 if weak or len(rest) > 3 else 1.0


def without_outlet(name: str) -> str:
    """Return the person of "JOHN DOE Associated Press"."""
    words = name.split()
    ends = (at for at in range(2, len(words)) if is_known(" ".join(words[at:])))
    return " ".join(words[: next(ends, len(words))])


def is_proper(words: list[str]) -> bool:
    """Tell whether words are those of a name: capitalised but for a few small ones between them, no sentence."""
    capital = [word[:1].isupper() or word[:1].isdigit() for word in words]
    joins = [word.casefold() in listed("joining") or word.casefold() in listed("articles") for word in words]
    letters = sum(char.isalpha() for word in words for char in word)
    text = " ".join(words)
    begins = capital[0] or words[0].casefold() in listed("articles") if words else False
    return (
        begins
        and len(words) <= 7
        and letters >= 2
        and capital[-1]
        and len(text) <= 60
        and all(one or other for one, other in zip(capital, joins, strict=True))
        and not _NO_NAME.search(text)
    )


@lru_cache(maxsize=1)
def _full_names() -> dict[str, list[tuple[str, str]]]:
    """Return under their first words the names of known publishers that name no section too, longest first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for name, aliases in load("publishers").items():
        for alias in (name, *(alias for alias in aliases if len(alias) > 3 or alias.isupper())):
            if not all(word.casefold() in listed("sections") for word in alias.split()):
                names.setdefault(_WORD.findall(alias)[0], []).append((alias, name))
    return {word: sorted(found, key=lambda pair: -len(pair[0])) for word, found in names.items()}


def mentions(text: str) -> set[str]:
    """Return the known publishers that text names, the longest name at each place."""
    names, found, end = _full_names(), set(), 0
    for match in _WORD.finditer(text):
        at = match.start()
        fitting = (pair for pair in names.get(match[0], ()) if text.startswith(pair[0], at))
        alias, name = next((pair for pair in fitting if not text[at + len(pair[0]) :][:1].isalnum()), ("", ""))
        if name and at >= end:
            found.add(name)
            end = at + len(alias)
    return found
