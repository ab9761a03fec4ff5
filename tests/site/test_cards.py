"""Social cards: drawn with our own font, once, the same each time."""

import struct

import pytest

from generator.project import Project
from generator.site import cards
from generator.site.publish import publish
from generator.site.render import render
from tests.site.conftest import Maker


def size(picture: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", picture[16:24])


@pytest.mark.parametrize(
    "headline", ["Talks", "A long headline " * 20, "Перший раунд переговорів", "<script>&amp;", ""]
)
def test_a_card_is_a_png_of_the_size_that_others_expect(headline: str) -> None:
    svg = cards.picture("News & <Views>", headline, "2–8 June 2025")
    assert size(cards.png(svg)) == (1200, 630)
    assert cards.png(svg) == cards.png(svg)


def test_letters_of_both_languages_are_in_the_font() -> None:
    blank = cards.png(cards.picture("", "", ""))
    assert len({cards.png(cards.picture("", letter, "")) for letter in "aąїжґ"}) == 5
    assert cards.png(cards.picture("", "ї", "")) != blank


def test_each_page_names_a_card_that_is_there(project: Project) -> None:
    render(project)
    publish(project)
    for path in project.docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if "\ncard: " in text:
            card = text.split('\ncard: "', 1)[1].partition('"')[0]
            assert (project.docs / card).is_file(), path.name


def test_cards_are_drawn_again_only_when_they_change(make_project: Maker) -> None:
    project = make_project()
    render(project)
    publish(project)
    card = project.docs / cards.card("home")
    before = card.stat().st_mtime_ns
    assert publish(project) == 0
    record = project.root / "briefings/editions/2025-w10.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("Talks begin", "Talks end"), encoding="utf-8")
    render(project)
    publish(project)
    assert card.stat().st_mtime_ns != before
