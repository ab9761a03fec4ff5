"""Where a text names somebody: spans of known names, of the pipeline's entities, and of capitalized words that act."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.articles import outlets
from generator.drafting import accidents, kinds, overlooked
from generator.drafting.known import Known
from generator.drafting.layout import Layout
from generator.drafting.names import SMALL_WORDS
from generator.drafting.spans import Name
from generator.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_WORD = re.compile(r"(?<![^\W_])[^\W_a-z][^\W_]*")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][a-z]{1,4}\.")
"""What a place behind a comma is in, in short: N.Y., Ala."""

_ACRONYMS = re.compile(r"[A-Z]{2,}s")
"""Things in the plural: UAVs, SUVs."""

KINDS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "NORP": "people",
    "FAC": "facility",
    "LOC": "region",
}


_LABELLED = {*KINDS, "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW"}
"""What the pipeline tells to be a name of another kind, or no name."""


def spot(layout: Layout, known: Known) -> tuple[list[Name], Known]:
    """Return the names of a document in their order, none overlapping another, kinds settled over the whole text.

    With them comes what is known, and the states that the text itself tells to be such.
    """
    names = kinds.settle(layout, _all(layout, known))
    lands = kinds.lands(layout, names)
    if not lands:
        return names, known
    known = known.plus(lands)
    return kinds.settle(layout, _all(layout, known)), known


def _all(layout: Layout, known: Known) -> list[Name]:
    doc = layout.doc
    found = [*_lexical(layout, known), *overlooked.abbreviated(layout), *_entities(doc, known)]
    names = _without_overlap(found)
    names = _without_overlap([*names, *overlooked.shortened(layout, names), *overlooked.repeated(layout, names)])
    loose = (
        name
        for name in overlooked.capitalized(layout, names, _LABELLED)
        if not _is_fragment(doc[name.start : name.end])
    )
    return accidents.without(layout, _without_overlap([*names, *loose]))


def _lexical(layout: Layout, known: Known) -> Iterator[Name]:
    text, reached = layout.text, -1
    for match in _WORD.finditer(text):
        if match.start() < reached or not match.group()[0].isupper():
            continue
        entries = known.match(text, match.start(), match.group())
        if entries:
            end = match.start() + len(entries[0].text)
            first, after = layout.token_at.get(match.start()), layout.token_before.get(end)
            if first is not None and after is not None:
                reached = end
                kind = "people" if entries[0].rule == "people" else "state"
                yield Name(first, after, entries[0].text, kind, tuple(entries))


def _entities(doc: "Doc", known: Known) -> Iterator[Name]:
    surnames = {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        for span in _parts(entity) if kind else ():
            trimmed = _trimmed(span, kind or "")
            if trimmed and kind == "person" and len(trimmed) > 2 and _is_people(trimmed[0], known):
                trimmed = trimmed[1:]
            if trimmed and len(trimmed) == 2 and _is_addressed(trimmed, surnames):
                trimmed, kind = trimmed[1:], "person"
            if trimmed and not _is_fragment(trimmed):
                entries = () if trimmed.text in surnames else known.respelt(trimmed.text)
                kind_here = "state" if entries else _kind_of_part(kind or "", entity, span)
                trimmed = trimmed if entries else _widened(trimmed, kind_here, known)
                yield Name(trimmed.start, trimmed.end, trimmed.text, kind_here, entries)


def _is_addressed(span: "Span", surnames: set[str]) -> bool:
    """Tell whether two words are a form of address and the surname of somebody named elsewhere: `Ms Example`."""
    address = span[0].lower_.strip(".") in load("roles")["honorifics"] and _is_title(span[0], span[1:])
    return address and span[1].text in surnames


def _is_people(token: "Token", known: Known) -> bool:
    """Tell whether a word says of which people someone is: `Frenchman ANN EXAMPLE`."""
    return any(entry.rule == "people" for entry in known.match(token.text, 0, token.text))


def _parts(entity: "Span") -> "Iterator[Span]":
    """Yield what an entity is made of: `Smith and Jones` is two, and so is `Armed Forces Ann Example`."""
    doc, start = entity.doc, entity.start
    if len(entity) > 2 and _is_portfolio(entity):
        start += 1
    for index in range(start + 1, entity.end - 1):
        if (
            doc[index].lower_ in ("and", "&")
            and len(entity) == 3
            and all(doc[i].is_title for i in (index - 1, index + 1))
        ):
            yield doc[start:index]
            start = index + 1
        elif (
            _is_body(doc[index]) and 2 <= entity.end - index - 1 <= 3 and _are_capitalized(doc[index + 1 : entity.end])
        ):
            yield doc[start : index + 1]
            start = index + 1
    yield doc[start : entity.end]


def _widened(span: "Span", kind: str, known: Known) -> "Span":
    """Return a person's name with the part of it that the pipeline left out, a body's with `of ...` behind it."""
    doc, start, end = span.doc, span.start, span.end
    if kind == "person":
        while start and _is_loose_part(doc[start - 1], start, end) and not doc[start].is_sent_start:
            start -= 1
        if end < len(doc) and span.root.dep_ == "compound" and span.root.head.i == end and _is_loose_name(doc[end]):
            end += 1
    elif kind == "organization":
        end = _with_of(doc, end, known)
    elif kind == "people" and span.root.tag_ in ("NNS", "NNPS") and start and _is_wing(doc[start - 1], known):
        start -= 1
    return doc[start:end]


def _is_wing(token: "Token", known: Known) -> bool:
    """Tell whether a word tells which adherents are meant: `Christian` of `the Christian Democrats`, not `Danish`."""
    tied = token.is_title and token.is_alpha and token.dep_ in ("amod", "compound") and token.head.i == token.i + 1
    if not tied or known.match(token.text, 0, token.text) or kinds.is_body_word(token.text):
        return False
    return not token.is_sent_start or token.lower_ in load("organization_words")["plain"]


def _with_of(doc: "Doc", end: int, known: Known) -> int:
    """Return the end of a body's name with `of American States` behind it; not with the name of a state alone."""
    last = end + 1
    if last >= len(doc) or doc[end].lower_ not in ("of", "for") or not kinds.is_body_word(doc[end - 1].text):
        return end
    last += doc[last].lower_ == "the" and doc[end].lower_ == "for"
    first = last
    if doc[first : first + 1].text and (doc[first].ent_type_ == "PERSON" or kinds.is_any_title(doc[first].lower_)):
        return end
    while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].is_title:
        last += 1
    rest = doc[first:last].text
    is_state = any(entry.text == rest for entry in known.match(rest, 0, rest))
    partisan = doc[end - 1].lower_ in load("organization_words")["joined"]
    return last if last > first and (partisan or (last - first > 1 and not is_state)) else end


def _is_loose_part(token: "Token", start: int, end: int) -> bool:
    if token.dep_ != "compound" or not start <= token.head.i < end or not _is_loose_name(token):
        return False
    sorts = load("organization_words")["before"]
    return not _is_title(token, token.doc[start:end]) and token.lower_ not in sorts


def _is_loose_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.is_title and token.is_alpha and token.ent_type_ in ("", "DATE")


def _kind_of_part(kind: str, entity: "Span", part: "Span") -> str:
    return "person" if part.start > entity.start and kind == "organization" and len(part) > 1 else kind


def _is_portfolio(entity: "Span") -> bool:
    """Tell whether an entity begins with what a minister is of: `Defense Ann Example` behind `Secretary of`."""
    doc, first = entity.doc, entity.start
    behind = first > 1 and doc[first - 1].lower_ in ("of", "for") and _is_title(doc[first - 2])
    return behind and entity[0].lower_ in load("roles")["portfolios"] and _are_capitalized(entity[1:])


def _is_body(token: "Token") -> bool:
    return token.lower_ in (
        "forces",
        "ministry",
        "council",
        "committee",
        "department",
        "service",
        "agency",
        "university",
    )


def _are_capitalized(span: "Span") -> bool:
    return all(token.is_title and token.is_alpha and not _is_body(token) for token in span)


def _is_fragment(span: "Span") -> bool:
    """Tell whether span is no name but part of a role (`State` in `Secretary of State`), or in another script."""
    doc, first = span.doc, span[0]
    if not any(char < "\u0250" and char.isalpha() for char in span.text):
        return True
    before = {*load("roles")["grades"], *load("roles")["portfolios"]}
    titles = [_is_title(token) for token in span]
    only = all(title or token.lower_ in before for title, token in zip(titles, span, strict=True))
    if (only and any(titles)) or _ACRONYMS.fullmatch(span.text) or span.text in load("organization_words")["things"]:
        return True
    if len(span) == 1 and _ABBREVIATED.fullmatch(span.text) and first.i and doc[first.i - 1].text == ",":
        return True
    behind = doc[span.end] if span.end < len(doc) else None
    if behind is not None and behind.is_title and first.ent_type_ == "ORG" and kinds.is_work([behind.text]):
        return True
    plain = len(span) == 1 and span.text.lower() in load("organization_words")["plain"]
    if plain and behind is not None and _is_title(behind):
        return True
    if len(span) == 1 and behind is not None and behind.lower_ in ("minister", "secretary", "ministers"):
        return not span.text.isupper()
    if span.text.lower() in load("roles")["portfolios"]:
        after = doc[span.end] if span.end < len(doc) else None
        link = first.i - 1 - (first.i > 0 and doc[first.i - 1].lower_ == "the")
        of = link > 0 and doc[link].lower_ in ("of", "for") and _is_title(doc[link - 1])
        return of or (after is not None and _is_title(after))
    return False


def _trimmed(span: "Span", kind: str) -> "Span | None":
    """Return span without articles, titles and possessive marks at its ends; None if no name is left."""
    doc, start, end = span.doc, span.start, span.end
    end = next((i for i in range(start + 1, end) if doc[i].text == "("), end)
    end = next((i for i in range(start + 1, end - 1) if doc[i].text == "," and doc[i + 1].tag_ == "VBG"), end)
    while end > start and not _nameable(doc[end - 1]):
        end -= 1
    for index in range(end - 1, start - 1, -1):
        if "\n" in doc[index].text:
            start = index + 1
            break
    while start < end - 1 and (_leads(doc[start]) or not doc[start].text[0].isalnum()):
        start += 1
    if kind == "person":
        end = next(
            (i for i in range(start + 1, end) if doc[i].tag_ == "POS" or doc[i].text == "‘s" or _is_apart(doc[i])), end
        )
        start = next((i + 1 for i in range(end - 2, start - 1, -1) if _is_title(doc[i], doc[i + 1 : end])), start)
        start += start < end - 1 and doc[start].is_upper and outlets.is_known(doc[start].text)
    elif end < len(doc) and _is_title(doc[end]) and doc[end - 1].lower_ in load("roles")["portfolios"]:
        end = max(end - 1, start + 1)
        end = start if doc[end - 1].lower_ in ("and", "&", ",") else end
    things = load("organization_words")["things"]
    while end - start > 1 and doc[end - 1].text in things and doc[end - 2].lower_ not in SMALL_WORDS:
        end -= 1
    return doc[start:end] if start < end and any(t.text[0].isupper() for t in doc[start:end]) else None


_ARTICLES = frozenset(("the", "a", "an", "this", "that", "our", "their", "his", "her", "its"))
_LAST = frozenset(("'s", "’s", "‘s", "and", "or", "for", "of", "the", "in", "on", "to", "at"))
"""What no name ends with."""


def _is_apart(token: "Token") -> bool:
    """Tell whether a token is a dash between words, or a possessive mark of another form, which no name has."""
    return token.text == "‘s" or (token.text in ("-", "–", "—") and bool(token.nbor(-1).whitespace_))


def _nameable(token: "Token") -> bool:
    return token.text[0].isalnum() and token.lower_ not in _LAST


def _is_title(token: "Token", behind: "Span | None" = None) -> bool:
    """Tell whether a word is a title; one that is a name as well only with a whole name behind it."""
    word = token.lower_.strip(".")
    return word in kinds.titles() and (
        word not in load("roles")["names too"] or (behind is not None and len(behind) > 1)
    )


def _leads(token: "Token") -> bool:
    """Tell whether a word before a name is none of it: an article, an adjective; not the particle of a surname."""
    return token.lower_ in _ARTICLES or (token.is_lower and token.lower_ not in SMALL_WORDS and token.is_alpha)


def _without_overlap(names: list[Name]) -> list[Name]:
    """Return names without those that lie in a longer one; of the same words the first listed (the known) stays."""
    kept: list[Name] = []
    covered: set[int] = set()
    for name in sorted(names, key=lambda name: name.start - name.end):
        if covered.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            covered.update(range(name.start, name.end))
    return sorted(kept, key=lambda name: name.start)
