"""What the data page says is there, is there; its queries run."""

import sqlite3
from pathlib import Path

import pytest
import yaml

from generator.project import Project
from generator.records.library import Library
from generator.site import data, render
from generator.site.data import tables
from generator.site.publish import publish
from tests.site.conftest import ROOT


@pytest.fixture
def connection(project: Project, tmp_path: Path) -> sqlite3.Connection:
    made = dict(data.files(Library.load(project), project.settings))
    path = tmp_path / "site.sqlite"
    path.write_bytes(made["data/briefings.sqlite"])
    return sqlite3.connect(path)


@pytest.mark.parametrize("name", tables.EXAMPLES)
def test_each_query_of_the_data_page_finds_something(connection: sqlite3.Connection, name: str) -> None:
    assert connection.execute(tables.EXAMPLES[name]).fetchall()


def test_queries_and_tables_are_on_the_page(project: Project) -> None:
    render.render(project)
    page = (project.docs / "data.md").read_text(encoding="utf-8")
    for table in tables.TABLES:
        assert f'href="data/{table.name}.csv"' in page
        assert f'id="table-{table.name}"' in page
    assert page.count("<pre") == len(tables.EXAMPLES) + 3
    assert '"@type": "Dataset"' in page


def test_every_file_the_page_links_is_there(project: Project) -> None:
    render.render(project)
    publish(project)
    page = (project.docs / "data.md").read_text(encoding="utf-8")
    links = [part.partition('"')[0] for part in page.split('href="')[1:]]
    assert links
    for link in links:
        assert (project.docs / link).is_file(), link


def test_every_language_names_the_queries() -> None:
    for path in sorted((ROOT / "generator/site/language").glob("*.yaml")):
        strings = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert all(f"sql_{name}" in strings for name in tables.EXAMPLES), path.name


def test_each_page_of_an_issue_or_actor_names_its_feeds(project: Project) -> None:
    render.render(project)
    publish(project)
    for kind in ("issues", "actors"):
        for path in (project.docs / kind).glob("*.md"):
            if path.stem != "index":
                text = path.read_text(encoding="utf-8")
                assert f'feed: "feeds/{kind}/{path.stem}"' in text
                assert f'href="../feeds/{kind}/{path.stem}.xml"' in text
                assert (project.docs / f"feeds/{kind}/{path.stem}.json").is_file()
