"""One spelling for many, so that a search finds a name however its reader romanises it.

The rules are given to the browser with the index, where assets/search.js applies them to the query in the same order.
"""

import re
import unicodedata
from functools import lru_cache

RULES = (
    ("kh", "h"),
    ("y", "i"),
    ("j", "i"),
    ("ie", "i"),
    ("ou", "u"),
    ("w", "v"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ø", "o"),
    ("ł", "l"),
    ("đ", "d"),
    ("ð", "d"),
    ("þ", "th"),
    ("ı", "i"),
)
"""What romanisations of one name differ in (BGN/PCGN, ISO 9 and press usage: kh or h, y or j or i, ie or y, ou or u,
w or v), and Latin letters that Unicode does not take apart."""
_MARKS = re.compile("([a-z])[\u0300-\u036f]+")
_APOSTROPHES = "'’ʼ`´"
_POSSESSIVE = re.compile(f"[{_APOSTROPHES}]s(?![^\\W_])")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_DOUBLED = re.compile(r"([a-z])\1+")
_WORD = re.compile(r"[^\W_]*[0-9]\s?%|[^\W_]+")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word in lower case as it is searched for; letters of other scripts stay as they are.

    Doubled letters become one, but in a word of one letter alone (II, zzzz), of which nothing would be left.
    """
    if not word.isascii():
        word = unicodedata.normalize("NFC", _MARKS.sub(r"\1", unicodedata.normalize("NFD", word)))
    for many, one in RULES:
        if many in word:
            word = word.replace(many, one)
    single = _DOUBLED.sub(r"\1", word)
    return single if len(single) > 1 else word


def words(text: str) -> list[str]:
    """Return the words of a text, folded; an English possessive's ending is left out, and 5% is a word as 5 is."""
    lowered = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text.lower()))
    return [fold("".join(word.split())) for word in _WORD.findall(unicodedata.normalize("NFC", lowered))]
