import json
from pathlib import Path

import pytest

from generator.articles import Article, read_seed
from generator.articles.html import read_html
from tests.articles.test_text import BODY, TITLE


def page(head: str = "", body: str = "", title: str = TITLE) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | The Example Times</title>{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <main><article><h1>{TITLE}</h1>{text}{body}</article></main>
    <aside><h2>Most read</h2><a href="/x">Unusual shoal found on the northern coast</a></aside>
    <footer><p>© 2025 The Example Times. All rights reserved.</p></footer>
    <script>var x = "<p>never text</p>";</script></body></html>"""


def read(html: str) -> Article:
    articles = read_html(html, "a.html", "")
    assert len(articles) == 1
    return articles[0]


def test_the_article_is_told_from_the_page() -> None:
    article = read(page())
    assert [paragraph.text for paragraph in article.paragraphs] == BODY
    assert article.title == TITLE
    assert "Home" in [drop.text for drop in article.dropped]
    assert all(drop.reason for drop in article.dropped)


@pytest.mark.parametrize("around", ['aside class="promo"', 'div class="related"'])
def test_a_part_that_points_elsewhere_goes_as_a_whole(around: str) -> None:
    elsewhere = "Ten charts that explain the market for bridges"
    part = f'<{around}><h3>Read more</h3><p><a href="/x">{elsewhere}</a></p></{around.split(maxsplit=1)[0]}>'
    article = read(page().replace(f"<p>{BODY[1]}</p>", f"<p>{BODY[1]}</p>{part}"))
    assert [paragraph.text for paragraph in article.paragraphs] == BODY
    assert {"Read more", elsewhere} <= {drop.text for drop in article.dropped}


def test_a_part_that_holds_the_article_stays_whatever_its_name() -> None:
    article = read(page().replace("<main>", '<main class="card more"><p>Read more</p>'))
    assert [paragraph.text for paragraph in article.paragraphs] == BODY


def test_what_the_page_states_is_used() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "name": "no"},
            {
                "@type": "NewsArticle",
                "headline": "Ministers &amp; guards",
                "datePublished": "2025-05-05T10:30:00+02:00",
                "author": [{"@type": "Person", "name": "Ann Writer"}],
                "publisher": {"name": "The Example Times"},
            },
        ],
    }
    article = read(
        page(
            f'<script type="application/ld+json">{json.dumps(data)}</script>'
            '<link rel="canonical" href="https://news.example/a">'
        )
    )
    assert (article.title, article.published) == ("Ministers & guards", "2025-05-05T10:30")
    assert (article.authors, article.publisher) == (("Ann Writer",), "The Example Times")
    assert article.url == "https://news.example/a"


def test_meta_elements_are_used() -> None:
    article = read(
        page(
            '<meta property="og:site_name" content="BBC News"><meta name="author" content="By Ann Writer">'
            '<meta property="article:published_time" content="2025-05-05T10:30Z">'
        )
    )
    assert (article.publisher, article.authors, article.published) == ("BBC News", ("Ann Writer",), "2025-05-05T10:30")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>',
        '<script type="application/ld+json">' + "[" * 20_000 + "</script>",
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": {"a": 1}, "author": [[1]]}</script>',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<meta property="og:url" content="https://[">',
    ],
)
def test_malformed_data_states_nothing(head: str) -> None:
    article = read(page(head))
    assert (article.title, article.url) == (TITLE, None)


def test_a_title_loses_the_name_of_the_site() -> None:
    html = page().replace("<h1>", "<div>").replace("</h1>", "</div>")
    assert read(html).title == TITLE


@pytest.mark.parametrize("html", ["", "<", "<html>", "<!-- x", "<p></p>", "<script>x</script>", "<a>" * 5000])
def test_a_page_without_text_is_no_article(html: str) -> None:
    assert read_html(html, "a.html", "") == ()


def test_text_that_is_html_is_read_as_html(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page(), encoding="utf-8")
    assert [paragraph.text for paragraph in read_seed(tmp_path / "a.txt", tmp_path).articles[0].paragraphs] == BODY


def test_an_xml_declaration_does_no_harm() -> None:
    assert read('<?xml version="1.0" encoding="utf-8"?>' + page()).title == TITLE


@pytest.mark.parametrize(
    ("named", "heading", "title"),
    [
        ("Ministers meet - updates", "", "Ministers meet - updates"),
        ("Ministers meet - The Example Times", "", "Ministers meet"),
        ("Ministers meet about the border", "Health Center", "Ministers meet about the border"),
        (
            "Ministers meet about the border",
            "Ministers have met about the border",
            "Ministers have met about the border",
        ),
    ],
)
def test_the_title_is_told_from_the_site_and_its_sections(named: str, heading: str, title: str) -> None:
    html = page().replace(f"<title>{TITLE} | The Example Times</title>", f"<title>{named}</title>")
    assert read(html.replace(f"<h1>{TITLE}</h1>", f"<h1>{heading}</h1>" if heading else "")).title == title
