import pytest

from generator.articles.html import read_html
from generator.articles.htmlspans import locate
from generator.articles.model import Paragraph
from tests.articles.test_html import page

PLAIN = "The ministers met & spoke."


def spoken(html: str, *texts: str) -> list[str]:
    """Return for each text what stands in html where its characters are said to stand."""
    paragraphs = locate([Paragraph(text, "text", 1) for text in texts], html)
    return ["".join(html[item.source_offset(at)] for at in range(len(item.text))) for item in paragraphs]


@pytest.mark.parametrize(
    ("html", "there"),
    [
        ("<p>The ministers met &amp; spoke.</p>", "The ministers met & spoke."),
        ("<p>The <b>ministers</b>\n <!-- x --> met &amp; spoke.</p>", "The ministers\nmet & spoke."),
        ('<a title="The">x</a><p>The mini&shy;sters met & spoke.</p>', "The ministers met & spoke."),
    ],
)
def test_a_paragraph_is_found_in_its_source(html: str, there: str) -> None:
    assert spoken(html, PLAIN) == [there]


def test_a_repeated_paragraph_is_found_where_it_is_repeated() -> None:
    html = "<p>They met.</p><p>They met.</p>"
    first, second = locate([Paragraph("They met.", "text", 1)] * 2, html)
    assert (first.source_offset(0), second.source_offset(0)) == (3, 19)


@pytest.mark.parametrize(("html", "offset"), [("<p>They never met.</p>", 3), ("<p>Nothing</p>", 0)])
def test_what_is_not_there_points_to_its_first_word(html: str, offset: int) -> None:
    paragraph = locate([Paragraph("They met.", "text", 1)], html)[0]
    assert [paragraph.source_offset(at) for at in (0, 5)] == [offset, offset]


def test_reading_a_page_locates_its_paragraphs() -> None:
    html = page()
    for paragraph in read_html(html, "a.html", "")[0].paragraphs:
        assert "".join(html[paragraph.source_offset(at)] for at in range(len(paragraph.text))) == paragraph.text
