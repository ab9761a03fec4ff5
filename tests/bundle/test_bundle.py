import zipfile
from pathlib import Path

import pytest

from generator.bundle import make
from generator.project import Project, ProjectError


def test_same_site_same_bytes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "events").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "events" / "a.html").write_text("event")
    (site / "sitemap.xml.gz").write_bytes(b"gz")
    project = Project(tmp_path)
    first = make(project).read_bytes()
    (site / "index.html").touch()
    assert make(project).read_bytes() == first
    with zipfile.ZipFile(make(project)) as archive:
        assert archive.namelist() == ["briefings/events/a.html", "briefings/index.html"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_there_must_be_a_site(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="briefings build"):
        make(Project(tmp_path))
