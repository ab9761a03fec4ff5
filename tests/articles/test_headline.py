import json

import pytest

from generator.articles.blocks import parse
from generator.articles.headline import headline
from generator.articles.structured import stated


def told(head: str = "", *headings: str, kind: str = "NewsArticle", ld: str = "", og: str = "", site: str = "") -> str:
    data = json.dumps({"@type": kind, "headline": ld}) if ld else "{}"
    metas = (("og:title", og), ("og:site_name", site))
    tags = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas if value)
    script = f'<script type="application/ld+json">{data}</script>'
    tree = parse(f"<html><head>{head}{tags}{script}</head><body>{''.join(headings)}<p>Text.</p></body></html>")
    assert tree is not None
    return headline(tree, stated(tree))


def test_a_headline_that_is_stated_and_printed_wins() -> None:
    assert told("", "<h1>Ministers meet</h1>", ld="Ministers meet", og="Why ministers meet today") == "Ministers meet"


def test_the_shared_headline_wins_if_it_is_the_printed_one() -> None:
    assert told("", "<h1>They meet</h1>", ld="Ministers meet", og="They meet") == "They meet"
    assert told("", "<h1>They meet</h1>", ld="Ministers meet", og="Why ministers meet") == "Ministers meet"


@pytest.mark.parametrize("stated", ["Border talks: Ministers meet again", "Ministers meet again today: all you need"])
def test_the_shared_headline_wins_if_it_is_the_stated_one_without_kicker_or_key_words(stated: str) -> None:
    assert told("", f"<h1>{stated}</h1>", ld=stated, og="Ministers meet again") == "Ministers meet again"
    assert told("", f"<h1>{stated}</h1>", ld=stated, og="Ministers meet") == stated
    assert told("", f"<h1>{stated}</h1>", ld=stated, og="Ministers meet aga") == stated


def test_without_stated_headlines_the_heading_most_like_the_title_element_is_taken() -> None:
    assert told("<title>They meet</title>", "<h1>News</h1>", "<h1>They meet again</h1>") == "They meet again"
    assert told("<title>They meet</title>", "<h1>News</h1>") == "They meet"
    assert told("", "<h1>News</h1>", "<h1>They meet</h1>") == "News"


def test_a_live_page_is_named_as_it_is_shared() -> None:
    named = told("", "<h1>Storm: what we know</h1>", kind="LiveBlogPosting", ld="Storm: what we know", og="Storm hits")
    assert named == "Storm hits"


@pytest.mark.parametrize(
    ("shared", "title"),
    [
        ("Ministers meet - The Example Times", "Ministers meet"),
        ("Ministers meet | Border News - Example Times", "Ministers meet"),
        ("Ministers meet：Example Times", "Ministers meet"),
        ("Ministers meet - National | Example.com", "Ministers meet"),
        ("Ministers meet – guards protest", "Ministers meet – guards protest"),
        ("Ministers meet – “Nothing agreed”", "Ministers meet – “Nothing agreed”"),
        ("Ministers meet - Who Pays?", "Ministers meet - Who Pays?"),
    ],
)
def test_a_shared_title_loses_what_names_the_site(shared: str, title: str) -> None:
    assert told(og=shared, site="The Example Times") == title


def test_what_a_heading_prints_is_not_cut() -> None:
    whole = "Ministers Meet - Border Guards Protest"
    assert told("", f"<h1><span>Politics</span> {whole}</h1>", og=whole) == whole
    assert told("", "<h1>Something else</h1>", og=whole) == "Ministers Meet"


def test_a_stated_headline_loses_only_the_name_of_the_site() -> None:
    assert told(ld="Ministers meet - Example Times", site="Example Times") == "Ministers meet"
    assert told(ld="Ministers meet - Border Guards", site="Example Times") == "Ministers meet - Border Guards"
