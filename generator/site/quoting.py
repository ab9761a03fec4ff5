"""Quotes within the quote marks that pages set around them: their own marks nest, and none stands alone."""

_CLOSES = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"'}
_CLOSING = "”»"
_AROUND = ('""', "“”", "„“", "„”", "«»", "‘’", "''")


def unquoted(quote: str) -> str:
    """Return a quote without quote marks of its own around all of it: pages set marks around each quote.

    Double marks within it become single ones, as in any quote within a quote. Where an excerpt begins or ends within
    such a quote, an ellipsis tells so before the mark that is set at that end; a mark at the other end is left out.
    """
    if len(quote) < 2:
        return quote
    words = _inner(quote)
    pairs, opened, closed = _marks(words)
    if len(words) > 1 and 0 in opened:
        words, opened = words[1:], [at - 1 for at in opened if at]
        pairs, closed = [(a - 1, b - 1) for a, b in pairs], [at - 1 for at in closed]
    if len(words) > 1 and len(words) - 1 in closed:
        words, closed = words[:-1], [at for at in closed if at < len(words) - 1]
    letters = list(words)
    for at in (*opened, *(a for a, _ in pairs)):
        letters[at] = "‘" if letters[at] in '"“' else letters[at]
    for at in (*closed, *(b for _, b in pairs)):
        letters[at] = "’" if letters[at] in '"”' else letters[at]
    before = (f"{_opening(words[at])}… " for at in reversed(closed))
    after = (f" …{_closing(words[at])}" for at in reversed(opened))
    return "".join((*before, *letters, *after))


def _inner(quote: str) -> str:
    """Return what is within a pair of marks around all of a quote; the quote itself where there is none."""
    inner = quote[1:-1]
    is_pair = quote[:1] + quote[-1:] in _AROUND and not any(mark in inner for mark in (quote[0], quote[-1]))
    return inner if is_pair and inner else quote


def _marks(words: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Return where marks pair, where one opens and none closes it, and where one closes that none opened."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    closed: list[int] = []
    for at, char in enumerate(words):
        if opened and char in _CLOSES[words[opened[-1]]] and not _is_apostrophe(words, at):
            pairs.append((opened.pop(), at))
        elif char in _CLOSING or (char == '"' and _is_behind(words, at)):
            closed.append(at)
        elif char in _CLOSES:
            opened.append(at)
    return pairs, opened, closed


def _is_apostrophe(words: str, at: int) -> bool:
    return words[at] == "’" and words[at + 1 : at + 2].isalnum()


def _is_behind(words: str, at: int) -> bool:
    """Tell whether a straight mark stands behind a word: it closes then."""
    return at > 0 and not words[at - 1].isspace() and words[at - 1] not in "([–—-"


def _opening(mark: str) -> str:
    return "«" if mark == "»" else "‘"


def _closing(mark: str) -> str:
    return {"«": "»", "„": "“"}.get(mark, "’")
