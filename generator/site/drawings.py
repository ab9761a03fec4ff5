"""Drawings for pages: plain data from the views to SVG. Each says in words what it shows, beside its list."""

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

from markupsafe import Markup

from generator.records import dates
from generator.records.atomic import write_atomic
from generator.site.charts import bars, network, timeline, worldmap
from generator.site.output import code
from generator.site.parts import EventRow, StatementPart
from generator.site.text import Language, plain, shortened
from generator.vocabulary import load


class Drawings:
    """What templates draw. Maps, whose outlines take long to read, are kept in the folder cache, if one is given."""

    def __init__(self, words: Language, cache: Path | None = None) -> None:
        self._words = words
        self._cache = cache

    def locator(self, place: tuple[str, str, float | None, float | None]) -> Markup:
        """Return a small map of a place (name, country, degrees north and east); nothing where it has no degrees."""
        name, _, lat, lon = place
        if lat is None or lon is None:
            return _safe("")
        key = ("locator", self._words.code, name, lat, lon)
        return self._kept(key, lambda: worldmap.locator("map", lat, lon, plain(name), self._words))

    def places(self, spots: Sequence[tuple[str, str, float, float, int, bool]], title: str, closer: str) -> Markup:
        """Return the map of places: (name, address, degrees north and east, count of events, whole country).

        Where many lie close together, they are drawn again on a map of their own, titled closer.
        """
        say = self._words.say
        drawn = [
            worldmap.Spot(lat, lon, plain(name), href, count, say("somewhere_in", place=plain(name)) if whole else "")
            for name, href, lat, lon, count, whole in spots
        ]

        def make() -> str:
            whole = _framed(lambda narrow: worldmap.overview("places", drawn, title, say("closer_below"), narrow))
            if not worldmap.closest(drawn):
                return whole
            return whole + _framed(lambda narrow: worldmap.close_up("closer", drawn, closer, narrow))

        return self._kept(("maps", title, closer, *drawn), make) if drawn else _safe("")

    def _kept(self, key: tuple[object, ...], make: Callable[[], str]) -> Markup:
        if self._cache is None:
            return _safe(make())
        path = self._cache / f"{blake2b((code() + repr(key)).encode(), digest_size=16).hexdigest()}.svg"
        if not path.is_file():
            write_atomic(path, make(), durable=False)
        return _safe(path.read_text(encoding="utf-8"))

    def statements(self, items: Sequence[StatementPart], title: str) -> Markup:
        """Return a position's statements in order of time, one line a stance; nothing for fewer than two days."""
        dated = [item for item in items if item.iso and date.min < dates.parse(item.iso).first < date.max]
        if len({item.iso for item in dated}) < 2:
            return _safe("")
        order = list(load("stances"))
        stances = sorted({item.stance for item in dated}, key=lambda stance: order.index(stance.name))
        rows = [stance.word for stance in stances]
        dots = [
            timeline.Dot(
                dates.parse(item.iso).first,
                item.stance.word,
                plain(f"{item.stance.word}: {item.summary or shortened(item.quotes[0].words, 80)}"),
                f"#{item.anchor}",
                item.moved_from is not None,
                item.stance.mark,
            )
            for item in dated
        ]
        return _framed(lambda narrow: timeline.by_row("course", plain(title), rows, dots, self._words, narrow))

    def days(self, rows: Sequence[EventRow], title: str, up: str) -> Markup:
        """Return events upon the days on which they began, and how many have none; nothing for fewer than three."""
        dated = [row for row in rows if row.iso and _has_day(row.iso)]
        if len(dated) < 3:
            return _safe("")
        dots = [
            timeline.Dot(dates.parse(row.iso).first, row.type, plain(row.link.title), up + row.link.path, mark=row.mark)
            for row in sorted(dated, key=lambda row: dates.sort_key(row.iso))
        ]
        without = len(rows) - len(dated)
        return _framed(lambda narrow: timeline.by_day("days", plain(title), dots, self._words, narrow, without))

    def numbers(
        self,
        ident: str,
        title: str,
        rows: Sequence[tuple[str, float, str, float | None, bool, str]],
        up: str,
        width: float = bars.WIDTH,
    ) -> Markup:
        """Return bars: (label, value, the value in words, upper end, whether it is exact, path). Width in px."""
        drawn = [
            bars.Bar(plain(label), value, plain(shown), upper, exact, up + path)
            for label, value, shown, upper, exact, path in rows
        ]
        return _safe(bars.bars(ident, plain(title), drawn, self._words, width))

    def neighbours(self, name: str, others: Sequence[tuple[str, str, int, int]], up: str) -> Markup:
        """Return an actor among others: (name, path, shared events, statements); nothing for fewer than two."""
        drawn = [network.Neighbour(plain(other), up + path, met, said) for other, path, met, said in others]
        if len(drawn) < 2:
            return _safe("")
        return _framed(lambda narrow: network.around("network", plain(name), drawn, self._words, narrow))


def _has_day(iso: str) -> bool:
    """Tell whether a date names the day on which something began: a few days do, a month doesn't."""
    span = dates.parse(iso)
    return date.min < span.first and span.last < date.max and (span.last - span.first).days < 7


def _safe(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - ElementTree escaped every text and attribute


def _framed(draw: Callable[[bool], str]) -> Markup:
    """Return a drawing for wide windows and behind it one for phones, of which the style sheet shows one."""
    return Markup('<div class="b-chart">{}{}</div>').format(_safe(draw(False)), _safe(draw(True)))
