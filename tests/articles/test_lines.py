import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.lines import fold, lines_of
from generator.articles.model import Paragraph


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  a \t b\u00a0c  ", "a b c"),
        ("Smith &amp; Sons &#8211; &eacute;", "Smith & Sons – é"),
        ("a&nbsp;b", "a b"),
        ("AT&T & more &notanentity;", "AT&T & more &notanentity;"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("a \u200b b", "a b"),
        ("over\u202eride \u2066x\u2069", "override x"),
        ("nul\x00l bell\x07", "nul l bell"),
        ("&#xD800;&#0;", "��"),
        ("", ""),
    ],
)
def test_a_line_is_cleaned(raw: str, text: str) -> None:
    assert fold(raw, 0, len(raw))[0].replace("�", "") == text.replace("�", "")


def test_a_position_leads_back_to_the_source() -> None:
    source = "  one&amp;two \t three"
    text, spans = fold(source, 0, len(source))
    assert text == "one&two three"
    paragraph = Paragraph(text, "text", 1, spans)
    assert [source[paragraph.source_offset(text.index(char))] for char in "o&wh"] == ["o", "&", "w", "h"]


@given(st.text(alphabet=" \t\n\u00a0\u200b&;ampltx<é#39"))
def test_folding_is_its_own_end(raw: str) -> None:
    text, spans = fold(raw, 0, len(raw))
    assert text == " ".join(text.split())
    assert all(0 <= source < len(raw) for _, source, _ in spans)


def test_hard_wraps_are_joined() -> None:
    wrapped = (
        "The ministers of the two countries met on Monday in the\n"
        "capital to speak of the border, which has been\n"
        "closed since the spring, and agreed to meet again in\n"
        "the autumn with experts of both sides at the table.\n\n"
        "Nothing was signed, as the spokesman of the government\n"
        "said after the meeting, and no date was set for a\n"
        "signature by the heads of the two states.\n"
    )
    assert [line.text.count(" ") for line in lines_of(wrapped)] == [39, 27]


def test_hard_wraps_are_joined_beside_a_menu() -> None:
    wrapped = (
        "Home\nNews\nSport\nWeather\nTravel\n\n"
        "The ministers of the two countries met on Monday in the\n"
        "capital to speak of the border, which has been closed\n"
        "since the spring, and agreed to meet again in the\n"
        "autumn with experts of both sides at the long table.\n"
    )
    assert [line.words for line in lines_of(wrapped)] == [1, 1, 1, 1, 1, 41]


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("The ministers agreed on a plan\nto open the border", 1),
        ("It was first reported by the\nExample Times\non Monday.", 2),
        ("The ministers, who met on Monday\n, agreed to open the border.", 1),
        ("Ministers agree on a plan\nby Ann Example", 2),
        ("Sign in to\nRead more", 2),
        ("The ministers agreed on a plan\n\nto open the border", 2),
        ("The ministers agreed on a plan.\nto open the border", 2),
    ],
)
def test_a_sentence_broken_over_lines_is_joined(page: str, count: int) -> None:
    assert len(lines_of(page)) == count


def test_where_sentences_are_broken_small_letters_go_on() -> None:
    torn = "The ministers, who met on Monday\n, agreed on a plan.\n"
    end = "The guards of the border\nreturn in June.\n"
    assert [len(lines_of(torn * count + end)) for count in (1, 3)] == [3, 4]


def test_single_lines_are_not_joined() -> None:
    page = "Home\nNews\nSport\nThe minister met his colleague on Monday and spoke of the border.\nMore\n"
    assert len(lines_of(page)) == 5


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("  • first thing", "item", "first thing"),
        ("- second thing", "item", "second thing"),
        ("3. third thing", "item", "third thing"),
        ("## A heading", "heading", "A heading"),
        ("> quoted words", "quote", "quoted words"),
        ("— What did he say?", "text", "— What did he say?"),
        ("-5 degrees", "text", "-5 degrees"),
        ("-", "text", "-"),
    ],
)
def test_marks_tell_the_kind(raw: str, kind: str, text: str) -> None:
    line = lines_of(raw)[0]
    assert (line.kind, line.text) == (kind, text)


def test_a_day_before_its_month_is_no_list_number() -> None:
    (line,) = lines_of("12. März 2026, 9:41 Uhr")
    assert (line.kind, line.text) == ("text", "12. März 2026, 9:41 Uhr")
