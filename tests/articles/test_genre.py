from pathlib import Path

import pytest

from generator.articles import genre, read_seed
from generator.articles.lines import lines_of
from generator.articles.text import judge

WORDS = "The crossing was closed on Monday after the talks of both sides had failed, officials said."
HEADS = [
    ("Home\nOpinion\nOpen the border", True),
    ("Opinion\nOpen the border now, says everyone", True),
    ("Open the border now, says everyone\nOpinion\nAnn Reed\nContributing writer", True),
    ("Open the border now, says everyone\nBy Ann Reed\nOpinion", True),
    ("Home / Opinion / Columnists\nOpen the border now, says everyone", True),
    ("Home\nNews\nSport\nOpinion\nTravel\nOpen the border now, says everyone", False),
    ("News\nSport\nOpinion\nOpen the border now, says everyone", False),
    ("Opinion\nAnn Reed\nThe Daily Post\nOpen the border now, says everyone", False),
    ("Home › News › World\nOpen the border now, says everyone", False),
]
PAGE = """<html><head><meta property="og:title" content="Ministers meet at the border">{head}</head><body>
<nav><ul><li>News</li><li>Opinion</li></ul></nav>{above}<h1>Ministers meet at the border</h1>
<article>{text}</article><footer><p>Opinion</p></footer></body></html>"""
DATA = '<script type="application/ld+json">{{"@type": "{}", "headline": "Ministers meet at the border"}}</script>'


@pytest.mark.parametrize(
    ("title", "paragraphs", "labels", "told"),
    [
        ("Opinion: Open the border", [WORDS], [], "opinion"),
        ("Open the border", [WORDS], ["Opinion"], "opinion"),
        ("Open it", ["I think it must be opened!", "My view is the same, and I say so!"], [], "opinion"),
        ("Open it", ["“I think it must be opened!” he said. “My view has not changed, and I say so!”"], [], "report"),
        ("What we know about the border", [WORDS], [], "explainer"),
        ("The border", [WORDS, "Why was it closed?", WORDS], [], "explainer"),
        ("Joint statement of the ministers", [WORDS], [], "statement"),
        ("Ministers meet", [WORDS], ["News", "AnalysisNewsArticle"], "analysis"),
        ("Ministers meet", [WORDS], ["News"], "report"),
    ],
)
def test_the_genre_is_told(title: str, paragraphs: list[str], labels: list[str], told: str) -> None:
    assert genre.tell(title, paragraphs, labels) == told


@pytest.mark.parametrize(("head", "labelled"), HEADS)
def test_a_label_stands_with_the_title_and_not_in_a_menu(head: str, labelled: bool) -> None:
    page = judge(list(lines_of(f"{head}\n\n{WORDS}\n\nOpinion")))
    title_at = next(at for at, item in enumerate(page) if item.line.text.startswith("Open the border"))
    assert ("Opinion" in genre.labels(page, title_at)) is labelled


@pytest.mark.parametrize(
    ("head", "above", "told"),
    [
        ("", "", "report"),
        ("", "<p>Opinion</p>", "opinion"),
        ('<meta property="article:section" content="Opinion">', "", "opinion"),
        ('<link rel="canonical" href="https://post.example/opinion/2024/ministers-meet">', "", "opinion"),
        ('<link rel="canonical" href="https://post.example/world/opinion-of-ministers">', "", "report"),
        (DATA.format("OpinionNewsArticle"), "", "opinion"),
        (DATA.format("NewsArticle"), "", "report"),
    ],
)
def test_a_page_tells_it_by_section_address_and_type(tmp_path: Path, head: str, above: str, told: str) -> None:
    seed = tmp_path / "page.html"
    seed.write_text(PAGE.format(head=head, above=above, text=f"<p>{WORDS}</p>" * 5), encoding="utf-8")
    assert read_seed(seed, tmp_path).articles[0].genre == told
