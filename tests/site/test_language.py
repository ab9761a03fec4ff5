"""Every interface language says everything, in its own plural forms."""

import re
from typing import Any

import pytest
import yaml
from babel import Locale

from generator.project import Project
from generator.site.build import build
from generator.site.data.tables import TABLES
from generator.site.text import SECTIONS
from generator.vocabulary import load
from tests.site.conftest import ROOT

FILES = sorted((ROOT / "generator/site/language").glob("*.yaml"))
OWN = {"vocabulary", "phrases"}
"""What English says in the vocabularies and the code themselves."""
PLACE = re.compile(r"\{\w+\}")


def strings(code: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / f"generator/site/language/{code}.yaml").read_text(encoding="utf-8"))
    return read


def forms(value: Any) -> list[str]:
    return list(value.values()) if isinstance(value, dict) else [str(value)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_same_keys_and_placeholders(path: Any) -> None:
    english, own = strings("en"), strings(path.stem)
    assert own.keys() - OWN == english.keys() - OWN
    for key, value in english.items():
        wanted = set(PLACE.findall(forms(value)[-1]))
        assert all(set(PLACE.findall(form)) <= wanted for form in forms(own[key])), key


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_plural_forms_are_those_of_the_language(path: Any) -> None:
    wanted = Locale.parse(path.stem).plural_form.tags | {"other"}
    for key, value in strings(path.stem).items():
        if isinstance(value, dict) and key not in OWN:
            assert set(value) == wanted, key


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "en"], ids=lambda path: path.stem)
def test_closed_lists_are_translated(path: Any) -> None:
    own = strings(path.stem)["vocabulary"]
    for name in ("stances", "event_types", "actor_kinds", "genres", "participant_roles", "bounds", "versions"):
        assert own[name].keys() == load(name).keys(), name
        assert all(entry["means"] for entry in own[name].values()), name


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "en"], ids=lambda path: path.stem)
def test_the_tables_are_described(path: Any) -> None:
    said = {phrase for table in TABLES for phrase in (table.row, *table.columns.values())}
    assert strings(path.stem)["phrases"].keys() == said | {"title", "published"}


def test_a_ukrainian_site_is_ukrainian(project: Project) -> None:
    path = project.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("    language: en", "    language: uk"), encoding="utf-8")
    build(Project(project.root))
    own = strings("uk")
    page = (project.site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="uk"' in page
    for key in SECTIONS:
        assert f">{own[key]}</a></li>" in page
    event = (project.site / "events/2025-03-01-talks.html").read_text(encoding="utf-8")
    for word in (own["accounts"], own["listen"], own["cite_this"], "1 березня 2025"):
        assert word in event
    feed = (project.site / "feed.xml").read_text(encoding="utf-8")
    assert "Виправлено: Union and port meet" in feed
    assert "змінює позицію" in feed
    assert "how exact the words are" not in (project.site / "data.html").read_text(encoding="utf-8")
