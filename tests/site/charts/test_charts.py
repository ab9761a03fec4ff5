"""Drawings: well-formed, with a text alternative, escaped, the same each time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.site.charts import bars, marks, network, scale, svg, timeline, worldmap
from generator.site.text import language
from generator.vocabulary import load

ENGLISH = language("en")

NASTY = "<script>x</script> & \"quoted\" 'n'"
DOTS = [
    timeline.Dot(date(2025, 1, 1), "rejects", NASTY, "#a"),
    timeline.Dot(date(2025, 3, 1), "accepts", "yes", "#b", moved=True),
]
DRAWINGS: dict[str, Callable[[], str]] = {
    "locator": lambda: worldmap.locator("x", 59.9, 10.7, NASTY, ENGLISH),
    "overview": lambda: worldmap.overview(
        "x", [worldmap.Spot(0, 179, NASTY, "#s"), worldmap.Spot(60, -170, "b")], NASTY
    ),
    "by_row": lambda: timeline.by_row("x", NASTY, ["accepts", "rejects"], DOTS, ENGLISH),
    "by_day": lambda: timeline.by_day("x", NASTY, DOTS * 20, ENGLISH),
    "bars": lambda: bars.bars("x", NASTY, [bars.Bar(NASTY, 3, "3 to 5", 5), bars.Bar("zero", 0, "0")], ENGLISH),
    "network": lambda: network.around(
        "x", NASTY, [network.Neighbour(NASTY, "#n", 2, 1), network.Neighbour("b", "#b", 0, 1)], ENGLISH
    ),
}


def _classes(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_says_in_words_what_it_shows(name: str) -> None:
    markup = DRAWINGS[name]()
    root = fromstring(markup)
    assert root.get("role") in ("img", "group")
    ids = (root.get("aria-labelledby") or "").split()
    assert [element.get("id") for element in root[:2]] == ids
    assert all(element.text for element in root[:2])
    assert "<script" not in markup
    assert "\n" not in markup
    assert markup == DRAWINGS[name]()


def test_a_long_label_goes_on_in_the_next_line_and_is_not_cut() -> None:
    label = "reported 3 June 2025: the commissioner for the children of the whole country and beyond it"
    drawn = fromstring(bars.bars("x", "t", [bars.Bar(label, 3, "3"), bars.Bar(label, 4, "4")], ENGLISH))
    lines = _classes(drawn, "label")
    assert " ".join(line.text or "" for line in lines) == f"{label} {label}"
    tops = [float(line.get("y", "")) for line in lines]
    assert tops == sorted(set(tops))
    assert [sum(top < float(box.get("y", "")) for top in tops) for box in _classes(drawn, "bar")] == [2, 4]


def test_large_numbers_on_an_axis_are_short() -> None:
    drawn = fromstring(bars.bars("x", "t", [bars.Bar("a", 1_300_000_000, "1.3 billion")], ENGLISH))
    assert [mark.text for mark in _classes(drawn, "when")] == ["0", "500M", "1B", "1.5B"]


@pytest.mark.parametrize("name", ["by_row", "by_day", "bars", "network", "overview"])
def test_an_empty_drawing_is_drawn(name: str) -> None:
    empty: dict[str, Callable[[], str]] = {
        "by_row": lambda: timeline.by_row("x", "t", [], [], ENGLISH),
        "by_day": lambda: timeline.by_day("x", "t", [], ENGLISH),
        "bars": lambda: bars.bars("x", "t", [], ENGLISH),
        "network": lambda: network.around("x", "t", [], ENGLISH),
        "overview": lambda: worldmap.overview("x", [], "t"),
    }
    assert fromstring(empty[name]()).get("role") in ("img", "group")


def test_a_move_is_marked() -> None:
    root = fromstring(DRAWINGS["by_row"]())
    assert len(_classes(root, "halo")) == 1
    assert len(_classes(root, "way")) == 1


def test_a_crowded_day_is_a_bar_with_its_number() -> None:
    root = fromstring(timeline.by_day("x", "t", [DOTS[0]] * 15, ENGLISH))
    assert len(_classes(root, "shape")) == 0
    assert len(_classes(root, "bar")) == 1
    assert "15" in [element.text for element in root.iter() if element.text]


def test_few_events_are_a_mark_each_that_no_font_draws() -> None:
    dots = [replace(DOTS[0], mark="✊"), replace(DOTS[1], mark="?")]
    root = fromstring(timeline.by_day("x", "t", dots, ENGLISH))
    assert [element.get("d") for element in _classes(root, "shape")] == [marks.SHAPES["✊"], None]


def test_statements_too_close_to_tell_apart_are_counted() -> None:
    days = [date(2025, 1, 1), date(2025, 1, 2), date(2025, 12, 30)]
    dots = [timeline.Dot(day, "accepts", "yes", f"#{day}", moved=day.day == 2) for day in days]
    root = fromstring(timeline.by_row("x", "t", ["accepts"], dots, ENGLISH))
    assert [element.text for element in _classes(root, "count")] == ["2"]
    assert [element.text for element in _classes(root, "row")] == ["accepts", "moved"]
    assert "accepts: 2" in (root[1].text or "")
    assert len(_classes(root, "way")) == 0


@pytest.mark.parametrize("code", ["en", "uk"])
def test_axes_speak_the_language(code: str) -> None:
    root = fromstring(timeline.by_row("x", "t", ["accepts", "rejects"], DOTS, language(code)))
    labels = [element.text for element in _classes(root, "when")]
    assert ("Jan 2025" in labels) == (code == "en")


def test_every_mark_of_the_vocabularies_is_drawn() -> None:
    used = [entry["mark"] for name in ("event_types", "stance_marks") for entry in load(name).values()]
    assert set(used) <= marks.SHAPES.keys()


def test_bars_share_one_scale_from_zero() -> None:
    root = fromstring(
        bars.bars("x", "t", [bars.Bar("a", 100, "100"), bars.Bar("b", 50, "about 50", exact=False)], ENGLISH)
    )
    long, short = (float(bar.get("width", "0")) for bar in _classes(root, "bar"))
    assert long == pytest.approx(2 * short, rel=0.01)
    assert len(_classes(root, "hedged")) == 1


def test_a_place_near_the_date_line_is_on_its_map() -> None:
    root = fromstring(worldmap.locator("x", -17.7, 178.8, "island", ENGLISH))
    assert [120 < float(element.get("cx", "0")) < 200 for element in _classes(root, "spot")] == [True]
    assert len(next(iter(_classes(root, "land"))).get("d", "")) > 50


def test_near_places_share_the_ground_of_their_maps() -> None:
    maps = [fromstring(worldmap.locator("x", 50.4, lon, "town", ENGLISH)) for lon in (30.5, 31.2, 60.0)]
    grounds = [next(iter(_classes(root, "land"))).get("d") for root in maps]
    assert grounds[0] == grounds[1] != grounds[2]
    assert len({next(iter(_classes(root, "spot"))).get("cx") for root in maps[:2]}) == 2


@pytest.mark.parametrize(("top", "last"), [(0, 1), (7, 8), (100, 100), (331, 400), (19456, 20000), (0.3, 0.3)])
def test_ticks_are_round_and_reach_the_top(top: float, last: float) -> None:
    marks = scale.ticks(top)
    assert marks[0] == 0
    assert marks[-1] == pytest.approx(last)
    assert 2 <= len(marks) <= 6


@pytest.mark.parametrize(
    ("last", "label"), [((2025, 1, 8), "1 Jan"), ((2025, 9, 1), "Jan 2025"), ((2045, 1, 1), "2025")]
)
def test_an_axis_is_marked_in_days_months_or_years(last: tuple[int, int, int], label: str) -> None:
    marks = scale.Days(date(2025, 1, 1), date(*last), 0, 700).marks(ENGLISH)
    assert marks[0][1] == label
    assert 2 <= len(marks) <= 12


def test_places_close_together_are_drawn_again() -> None:
    far, *near = [worldmap.Spot(0, 100, "far"), *(worldmap.Spot(50 + n, 30, str(n), count=n) for n in range(3))]
    assert worldmap.closest([far, *near]) == near
    assert worldmap.closest(near) == []
    assert worldmap.closest([far, *near[:2]]) == []
    assert worldmap.closest([]) == []


def test_whole_numbers_have_whole_ticks() -> None:
    assert scale.ticks(2, least=1) == [0, 1, 2]
    assert 0.5 in scale.ticks(2)


def test_a_few_dots_stand_on_their_days_and_many_say_what_they_are_put_together_by() -> None:
    days = [date(2025, 6, 2), date(2025, 6, 2), *(date(2025, 1, 1) + timedelta(days=n * 9) for n in range(30))]
    dots = [timeline.Dot(day, "accepts", "t") for day in sorted(days)]
    few, many = (fromstring(timeline.by_row("x", "t", ["accepts"], found, ENGLISH)) for found in (dots, dots * 2))
    line = timeline._days([dot.day for dot in dots], timeline._beside(["accepts"]) + 24)
    assert svg.number(line.x(date(2025, 1, 1))) in [element.get("cx") for element in _classes(few, "dot")]
    assert next(element.text for element in _classes(few, "count")) in ("2", "3")
    assert ENGLISH.say("put_together_near") in [element.text for element in _classes(few, "when")]
    assert any((element.text or "").startswith("Put together by") for element in _classes(many, "when"))


def test_a_whole_country_is_drawn_otherwise_than_a_town() -> None:
    spots = [worldmap.Spot(50, 30, "Land", count=3, whole="somewhere in Land"), worldmap.Spot(52, 31, "Town")]
    root = fromstring(worldmap.overview("x", spots, "t"))
    assert len(_classes(root, "whole")) == 1
    assert len(_classes(root, "spot")) == 2
    assert "somewhere in Land: 3" in (root[1].text or "")


CLOSE = [worldmap.Spot(50 + n / 8, 30 + n / 8, f"Place number {n}", count=n + 1) for n in range(8)]
NARROW: dict[str, Callable[[bool], str]] = {
    "by_row": lambda narrow: timeline.by_row("x", "t", ["accepts", "rejects"], DOTS, ENGLISH, narrow),
    "counted": lambda narrow: timeline.by_row("x", "t", ["accepts", "rejects"], DOTS * 30, ENGLISH, narrow),
    "by_day": lambda narrow: timeline.by_day("x", "t", DOTS * 9, ENGLISH, narrow),
    "many": lambda narrow: timeline.by_day("x", "t", DOTS * 99, ENGLISH, narrow),
    "network": lambda narrow: network.around(
        "x",
        "t",
        [network.Neighbour(f"Ministry of very long names {n}", "#n", n, 1) for n in range(30)],
        ENGLISH,
        narrow,
    ),
    "overview": lambda narrow: worldmap.overview("x", CLOSE, "t", narrow=narrow),
}


@pytest.mark.parametrize("name", NARROW)
def test_a_drawing_for_phones_is_narrow_and_named_by_the_wide_one(name: str) -> None:
    wide, narrow = fromstring(NARROW[name](False)), fromstring(NARROW[name](True))
    assert narrow.get("aria-labelledby") == wide.get("aria-labelledby")
    assert not [element for element in narrow.iter() if element.get("id")], "ids are unique on a page"
    width = float((narrow.get("viewBox") or "").split()[2])
    assert width == svg.NARROW < float((wide.get("viewBox") or "").split()[2])
    beyond = [text for text in narrow.iter("text") if not -2 <= _left(text) <= _left(text) + _long(text) <= width + 2]
    assert [text.text for text in beyond] == []


def _long(text: Element) -> float:
    return 6 * len(text.text or "")


def _left(text: Element) -> float:
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    return float(text.get("x", "0")) - share * _long(text)


def test_a_place_is_named_on_a_map_without_what_it_lies_in() -> None:
    root = fromstring(worldmap.overview("x", [worldmap.Spot(50, 30, "Town, Some Oblast", "#t")], "t"))
    assert [element.text for element in _classes(root, "label")] == ["Town"]
    assert next(root.iter("a")).get("aria-label") == "Town, Some Oblast: 1"


def test_a_move_is_explained_where_one_is_drawn() -> None:
    still = [replace(dot, moved=False) for dot in DOTS]
    for dots, explained in ((DOTS, True), (still, False)):
        root = fromstring(timeline.by_row("x", "t", ["accepts", "rejects"], dots, ENGLISH))
        assert (ENGLISH.say("ring_means") in [element.text for element in _classes(root, "when")]) == explained


FAR = [worldmap.Spot(39, -106, "Mine town"), worldmap.Spot(3, 102, "Peninsula", whole="somewhere in Peninsula")]


@pytest.mark.parametrize("narrow", [False, True])
def test_what_is_drawn_closer_is_framed_on_the_whole_map_and_named_on_its_own(narrow: bool) -> None:
    whole = fromstring(worldmap.overview("x", [*CLOSE, *FAR], "t", "Closer below", narrow))
    closer = fromstring(worldmap.close_up("y", [*CLOSE, *FAR], "t", narrow))
    assert [text.text for text in _classes(whole, "label")] == ["Closer below", "Mine town", "Peninsula"]
    (frame,) = _classes(whole, "frame")
    left, top, across, down = (float(frame.get(name, "0")) for name in ("x", "y", "width", "height"))
    inside = [
        spot
        for spot in _classes(whole, "spot")
        if left <= float(spot.get("cx", "0")) <= left + across and top <= float(spot.get("cy", "0")) <= top + down
    ]
    assert len(inside) == len(_classes(closer, "spot")) == len(CLOSE)
    assert {text.text for text in _classes(closer, "label")} <= {spot.label for spot in CLOSE}


def test_a_map_without_places_close_together_has_no_frame() -> None:
    assert not _classes(fromstring(worldmap.overview("x", CLOSE, "t", "Closer below")), "frame")


@pytest.mark.parametrize("many", [1, 40])
def test_events_without_a_day_are_told_where_they_are_not_drawn(many: int) -> None:
    for undrawn in (0, 1, 7):
        root = fromstring(timeline.by_day("x", "t", DOTS * many, ENGLISH, undrawn=undrawn))
        said = ENGLISH.say("undrawn", count=undrawn)
        assert (said in [element.text for element in _classes(root, "when")]) is (undrawn > 0)
        assert (said in (root[1].text or "")) is (undrawn > 0)
