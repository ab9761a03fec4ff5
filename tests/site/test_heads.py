"""What a page's head says to search engines and other sites; and that former addresses lead on."""

import json
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from generator.project import Project
from generator.site.build import build
from tests.site.conftest import Maker

URL = "https://news.example/desk/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.site import conftest

    root = tmp_path_factory.mktemp("heads")
    (root / "briefings/pages").mkdir(parents=True)
    (root / "briefings/pages/about.md").write_text(
        "# About\n\nWhat *this* [site](index.md) is for.\n", encoding="utf-8"
    )
    for page in ("method", "corrections"):
        (root / f"briefings/pages/{page}.md").write_text(f"# {page}\n\nHow it is {page}.\n", encoding="utf-8")
    settings = (conftest.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace('site_url: ""', f"site_url: {URL}"), encoding="utf-8")
    conftest.write(root, conftest.WORLD)
    build(Project(root))
    return root / "site"


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes()
        if b'http-equiv="refresh"' not in text and path.name != "404.html":
            yield path.relative_to(site).as_posix(), lxml.html.fromstring(text)


def meta(page: HtmlElement, name: str) -> str:
    found = page.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
    assert len(found) == 1, name
    return str(found[0])


def test_every_page_describes_itself(site: Path) -> None:
    seen = {}
    for name, page in pages(site):
        words = meta(page, "description")
        assert len(words) > 8, name
        seen[name] = words
    assert seen["about.html"] == "What this site is for."
    assert seen["index.html"] == "Union and port meet."
    general = [name for name, words in seen.items() if "every claim with its source" in words]
    assert general == []


def test_canonical_address_and_card_are_absolute(site: Path) -> None:
    for name, page in pages(site):
        canonical = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == [URL + name], name
        if name not in ("about.html", "method.html", "corrections.html"):
            card = meta(page, "og:image")
            assert card.startswith(URL)
            assert (site / card.removeprefix(URL)).is_file()


def test_sitemap_and_robots_name_the_pages(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{URL}events/2025-03-01-talks.html</loc>" in sitemap
    assert "dockers-union" not in sitemap
    assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_feeds_are_discovered(site: Path) -> None:
    for name in ("index.html", "issues/pay.html", "actors/union.html"):
        page = lxml.html.fromstring((site / name).read_bytes())
        for kind in ("application/atom+xml", "application/feed+json"):
            (link,) = page.xpath(f"//link[@rel='alternate'][@type='{kind}']/@href")
            assert (site / name).parent.joinpath(link).resolve().is_file()


def test_every_record_page_has_json_ld(site: Path) -> None:
    kinds = {}
    for name, page in pages(site):
        if "/" in name and not name.endswith("index.html"):
            (text,) = page.xpath("//script[@type='application/ld+json']/text()")
            kinds[name.partition("/")[0]] = json.loads(text)["@type"]
            assert json.loads(text)["@id"].startswith("https://")
    assert kinds.keys() == {"articles", "actors", "events", "issues", "positions", "editions"}


def test_each_statement_is_a_quotation_with_its_permanent_link(site: Path) -> None:
    page = lxml.html.fromstring((site / "positions/union--pay.html").read_bytes())
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    quotations = json.loads(text)["hasPart"]
    assert [item["@id"] for item in quotations] == [f"{URL}positions/union--pay.html#{name}" for name in ("s1", "s2")]
    for item in quotations:
        assert page.get_element_by_id(item["@id"].partition("#")[2]) is not None


def test_former_ids_lead_on_in_pages_data_and_feeds(site: Path) -> None:
    page = (site / "actors/dockers-union.html").read_text(encoding="utf-8")
    assert 'url=union.html"' in page
    assert "noindex" in page
    data = json.loads((site / "data/actors/dockers-union.json").read_text(encoding="utf-8"))
    assert data["moved_to"] == "union"
    for suffix in ("xml", "json"):
        old, new = ((site / f"feeds/actors/{name}.{suffix}") for name in ("dockers-union", "union"))
        entry = "s2"
        assert entry in old.read_text(encoding="utf-8")
        assert entry in new.read_text(encoding="utf-8")


def test_without_an_address_nothing_claims_one(make_project: Maker) -> None:
    project = make_project()
    build(project)
    page = lxml.html.fromstring((project.site / "issues/pay.html").read_bytes())
    assert page.xpath("//link[@rel='canonical']") == []
    assert meta(page, "og:image") == "../assets/cards/issues.png"
    assert "Sitemap" not in (project.site / "robots.txt").read_text(encoding="utf-8")


def test_every_page_of_the_navigation_is_in_the_bar_and_marked_where_a_reader_is(site: Path) -> None:
    for name, label in (("map.html", "Map"), ("method.html", "Method"), ("events/index.html", "Events")):
        bar = lxml.html.fromstring((site / name).read_bytes()).find_class("b-sections")[0]
        assert [link.text_content() for link in bar.xpath(".//a[@aria-current='page']")] == [label]
        (group,) = bar.xpath(".//summary")
        assert group.text_content() == "More"
        assert (group.get("aria-current") is not None) is (label != "Events")
        assert {"Map", "Figures", "Disagreements", "Coverage", "Data", "Method"} <= set(
            bar.xpath(".//details//a/text()")
        )
