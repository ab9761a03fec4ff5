"""The headline of an HTML page: chosen among those that the page states and prints, without the site's name."""

import html
import re

from lxml import etree

from generator.articles.structured import Stated
from generator.vocabulary import load

_WORDS = re.compile(r"\w+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SPOKEN = re.compile(r"[“”\"«»„?!…]|^['‘]|\b(?:19|20)\d\d\b")
_SUFFIX = re.compile(r"\s+[|–—•·»:-]+\s+|\s*[｜：]\s*")


def headline(tree: etree._Element, says: Stated) -> str:
    """Return the page's headline, "" if it has none.

    It is the one stated in JSON-LD, unless OpenGraph states that without its kicker or its appended key words, or
    OpenGraph's is the one printed; OpenGraph's on a live page, whose other headlines change with the news. Without
    any, it is the h1 most like the title element, or that element's text. Publishers differ; on 270 pages of 190 of
    them this was right most often.
    """
    headings = [text for element in tree.iter("h1") if (text := clean(element.xpath("string()")))]
    stated = _without_name(clean(says.headline), says.publisher)
    whole = {_key(text) for text in (*headings, stated) if text}
    shared = _without_site(clean(says.og_title), says.publisher, whole)
    named = _without_site(clean(tree.findtext(".//title") or ""), says.publisher, whole)
    known = stated or shared or named
    heading = max(headings, key=lambda text: (_alike(text, known), -headings.index(text)), default="")
    if not known:
        return heading
    if not (stated or shared):
        return heading if _alike(heading, named) else named
    is_shared = says.is_live or _is_part(shared, stated) or (_key(shared) == _key(heading) != _key(stated))
    return shared if shared and is_shared else stated or shared


def clean(text: str) -> str:
    """Return a stated text as a reader sees it: no tags, entities read, white space folded, at most 500 characters."""
    return " ".join(html.unescape(re.sub(r"<[^<>]{1,80}>", "", text[:4000])).split())[:500]


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text.lower()))


def _alike(text: str, other: str) -> float:
    own, others = set(_WORDS.findall(text.lower())), set(_WORDS.findall(other.lower()))
    return round(len(own & others) / max(len(own | others), 1), 2)


def _is_part(text: str, whole: str, least: int = 3) -> bool:
    """Tell whether the text, of so many words at least, is the beginning or the end of the whole one."""
    part = re.escape(text)
    return text != whole and len(text.split()) >= least and bool(re.search(rf"^{part}(?!\w)|(?<!\w){part}$", whole))


def _without_site(title: str, site: str, whole: set[str]) -> str:
    """Return the title without what follows its last separators, where that names the site or a part of it.

    whole holds the headings (as keys); what they print is not cut.
    """
    while title and not any(_key(title) in other for other in whole):
        parts = list(_SUFFIX.finditer(title))
        if not parts or not parts[-1].start():
            break
        rest, last = title[: parts[-1].start()], title[parts[-1].end() :]
        if not (_names(last, site) or _key(rest) in whole or _is_site(last)):
            break
        title = rest
    return title


def _without_name(title: str, site: str) -> str:
    parts = list(_SUFFIX.finditer(title))
    if parts and parts[-1].start() and _names(title[parts[-1].end() :], site):
        return title[: parts[-1].start()]
    return title


def _names(text: str, site: str) -> bool:
    own, name = _key(text), _key(site)
    return bool(own and name) and (own == name or (len(text.split()) <= 6 and (name in own or own in name)))


def _is_site(text: str) -> bool:
    """Tell whether the end of a title looks like a name: a few words with capitals, no sentence and no quotation."""
    words = [word for word in text.split() if word.lower() not in load("outlet_words")["joining"]]
    named = all(not word[0].islower() or _DOMAIN.fullmatch(word) for word in words)
    return 0 < len(words) <= 4 and named and not _SPOKEN.search(text)
