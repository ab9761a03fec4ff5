import json
import os
from pathlib import Path
from typing import Literal

import lxml.html
import mkdocs.config
import pytest
import yaml
from mkdocs.structure.files import get_files

from generator.project import Project, ProjectError
from generator.site import stamp
from generator.site.build import build
from generator.site.hook import BriefingsPlugin
from generator.site.render import render


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def edit(project: Project, record: str, /, **changes: object) -> None:
    path = project.records / f"{record}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**data, **changes}, sort_keys=False), encoding="utf-8")


def test_the_second_time_nothing_is_written(project: Project) -> None:
    first = render(project)
    assert first.written > 20
    assert first.unchanged == 0
    again = render(project)
    assert (again.pages, again.written, again.removed) == (first.pages, 0, 0)


def test_an_event_that_names_only_its_place_has_no_empty_list_of_facts(project: Project) -> None:
    edit(project, "events/2025-03-01-talks", participants=[], issues=[])
    render(project)
    page = (project.docs / "events/2025-03-01-talks.md").read_text(encoding="utf-8")
    assert "b-locator" in page
    assert "b-facts" not in page.replace("b-facts-map", "")


def test_one_edit_writes_only_the_pages_that_show_it(project: Project) -> None:
    render(project)
    before = files(project.docs)
    edit(project, "events/2025-04-talks", title="Talks in April")
    render(project)
    after = files(project.docs)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "events/2025-04-talks.md" in changed
    assert "events/2025-03-01-talks.md" in changed, "its part is named there"
    assert "index.md" in changed, "it is planned next"
    assert not changed & {"positions/union--pay.md", "actors/wire.md", "articles/third-report.md", "about.md"}


def test_an_edit_comes_out_as_a_render_from_nothing(project: Project) -> None:
    render(project)
    edit(project, "actors/union", name="Union of Dockers", former_ids=[])
    edit(project, "articles/second-report", relays=[])
    (project.records / "editions" / "2025-w09.yaml").unlink()
    render(project)
    step_by_step = files(project.docs)
    for path in sorted(project.build.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    render(project)
    assert files(project.docs) == step_by_step


def test_what_is_no_longer_there_is_removed(project: Project) -> None:
    render(project)
    (project.docs / "stray.md").write_text("stray")
    (project.records / "editions" / "2025-w09.yaml").unlink()
    report = render(project)
    assert report.removed >= 2
    assert not (project.docs / "stray.md").exists()
    assert not (project.docs / "editions" / "2025-w09.md").exists()


def test_what_somebody_changed_is_made_again(project: Project) -> None:
    render(project)
    page = project.docs / "actors" / "union.md"
    before = page.read_bytes()
    page.write_bytes(b"changed")
    os.utime(page, ns=(1, 1))
    render(project)
    assert page.read_bytes() == before


def test_a_broken_state_costs_nothing_but_time(project: Project) -> None:
    render(project)
    before = files(project.docs)
    (project.build / "pages.json").write_text("{")
    assert render(project).written == 0
    assert files(project.docs) == before


def test_former_ids_redirect(project: Project) -> None:
    render(project)
    tree = lxml.html.fromstring((project.docs / "actors" / "dockers-union.html").read_bytes())
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=union.html"]
    assert tree.xpath("//link[@rel='canonical']/@href") == ["union.html"]
    assert tree.xpath("string(//a)") == "Dock Union"


def test_a_record_links_to_its_source(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.delenv("GITHUB_SERVER_URL", raising=False)
    path = project.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('repo_url: ""', "repo_url: https://forge.example/desk/records/"), encoding="utf-8")
    render(Project(project.root))
    page = (project.docs / "actors" / "union.md").read_text(encoding="utf-8")
    links = lxml.html.fromstring(page.split("---", 2)[2]).xpath("//footer//a/@href")
    assert "https://forge.example/desk/records/edit/main/briefings/actors/union.yaml" in links
    path.write_text(text.replace('repo_url: ""', ""), encoding="utf-8")
    monkeypatch.setenv("GITHUB_REPOSITORY", "someone/fork")
    render(Project(project.root))
    page = (project.docs / "actors" / "union.md").read_text(encoding="utf-8")
    assert "github.com/someone/fork/edit/main/briefings/actors/union.yaml" in lxml.html.fromstring(
        page.split("---", 2)[2]
    ).xpath("string(//footer//a/@href)")


def test_what_is_counted_once_stands_in_one_table(project: Project) -> None:
    one, other, third = ("boats", 3), ("cranes", 4), ("Boats", 5)
    figures = [
        {"measure": name, "value": value, "evidence": [{"article": "first-report", "quote": "about 12 delegates"}]}
        for name, value in (one, other, third)
    ]
    edit(project, "events/2025-03-01-talks", figures=figures)
    render(project)
    page = lxml.html.fromstring((project.docs / "figures.md").read_text(encoding="utf-8").split("---", 2)[2])
    assert [head.text_content() for head in page.xpath("//h2")] == ["boats 2", "Given once 1"]
    assert page.xpath("//*[@id='once']/following::tr[@id]/th/text()[1]") == ["cranes "]
    assert len(page.xpath("//*[contains(@class, 'chart-bars')]")) == 1


def test_front_matter_is_json_in_yaml(project: Project) -> None:
    edit(project, "issues/pay", title='a "quoted": {title} # of --- all')
    render(project)
    front = (project.docs / "issues" / "pay.md").read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["title"] == 'a "quoted": {title} # of --- all'


def test_the_interface_speaks_ukrainian(project: Project) -> None:
    path = project.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("    language: en", "    language: uk"), encoding="utf-8")
    render(Project(project.root))
    page = (project.docs / "events" / "2025-03-01-talks.md").read_text(encoding="utf-8")
    assert "переговори" in page
    assert "1 березня 2025" in page


def test_the_build_bears_the_newest_day_of_the_records(project: Project) -> None:
    assert stamp.epoch(project) == 0
    render(project)
    assert json.loads((project.build / "newest.json").read_bytes()) == "2025-03-03"
    assert stamp.epoch(project) == 1740960000


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_the_same_records_make_the_same_site(make_project, builder: str) -> None:  # type: ignore[no-untyped-def]
    sites = []
    for name in ("one", "two"):
        made = make_project(name=name)
        report = build(made, builder)
        assert report.built
        assert len(list(made.site.rglob("*.html"))) >= 30
        sites.append(files(made.site))
    ours = {name for name in sites[0] if not name.startswith("assets/") or "briefings" in name}
    assert {name for name in ours if sites[0][name] != sites[1].get(name)} == set()
    page = lxml.html.fromstring(sites[0]["events/2025-03-01-talks.html"])
    assert page.xpath("string(//h1)") == "Union and port meet"
    assert page.xpath("//title/text()")[0].startswith("Union and port meet")
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../assets/briefings.css"]
    bar = page.find_class("b-sections")[0]
    assert [link.text_content() for link in bar.xpath(".//a[@aria-current]")] == ["Events"]
    assert bar.xpath(".//details//a/@href")[0] == "../map.html"
    survey = lxml.html.fromstring(sites[0]["map.html"]).find_class("b-sections")[0]
    assert survey.xpath(".//summary/@aria-current") == ["true"]
    assert "actors/dockers-union.html" in sites[0]


def test_nothing_is_built_when_nothing_changed(project: Project) -> None:
    assert build(project).built
    assert not build(project).built
    edit(project, "actors/wire", name="Wire")
    assert build(project).built


@pytest.mark.parametrize("rendered", [True, False])
def test_mkdocs_renders_what_build_has_not(project: Project, monkeypatch: pytest.MonkeyPatch, rendered: bool) -> None:
    render(project)
    monkeypatch.setenv(stamp.RENDERED, str(project.docs if rendered else project.root))
    page = project.docs / "actors" / "wire.md"
    page.unlink()
    config = mkdocs.config.load_config(str(project.root / "mkdocs.yml"))
    BriefingsPlugin().on_config(config)
    assert page.exists() is not rendered
    assert config.extra["words"]["lang"] == "en"


@pytest.mark.parametrize(("command", "shown"), [("serve", True), ("build", False)])
def test_a_preview_tells_on_its_page_why_a_record_is_not_read(
    project: Project, command: Literal["serve", "build"], shown: bool
) -> None:
    edit(project, "actors/wire", nmae="<b>The Wire</b>")
    config = mkdocs.config.load_config(str(project.root / "mkdocs.yml"))
    config.plugins.on_startup(command=command, dirty=False)
    config = config.plugins.on_config(config)
    page = config.plugins.on_files(get_files(config), config=config).get_file_from_path("actors/wire.md")
    assert (page is not None) is shown
    if page:
        assert "This record cannot be read yet" in page.content_string
        assert "briefings/actors/wire.yaml&#58;" in page.content_string
        assert "there is no field &#39;nmae&#39; here" in page.content_string


def test_an_unknown_builder_is_refused(project: Project) -> None:
    with pytest.raises(ProjectError, match="mkdocs, zensical"):
        build(project, "hugo")
