"""`briefings init` writes an empty project that builds, and overwrites nothing."""

import io
import json
import re
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator import scaffold
from generator.cli import main
from generator.project import KINDS, ProjectError
from generator.scaffold import wheel

ROOT = Path(__file__).parent.parent
REMEDY = "move it or choose an empty folder"


def listing(directory: Path) -> set[str]:
    return {path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file()}


def test_everything_a_project_needs_is_there(tmp_path: Path) -> None:
    written = scaffold.create(tmp_path / "new" / "project")
    found = listing(tmp_path / "new" / "project")
    assert {path.relative_to(tmp_path / "new" / "project").as_posix() for path in written} == found
    assert written == sorted(written)
    assert {f"briefings/{kind}/.gitkeep" for kind in KINDS} < found
    assert {"mkdocs.yml", "README.md", "requirements.txt", "seeds/.gitkeep", ".gitignore"} < found
    assert {".github/workflows/check.yml", ".github/workflows/deploy.yml", ".github/dependabot.yml"} < found


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    scaffold.create(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["mkdocs.yml", "briefings", "seeds/.gitkeep", "briefings/events"])
def test_what_is_there_is_not_overwritten(tmp_path: Path, name: str) -> None:
    mine = tmp_path / name
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text("mine")
    with pytest.raises(scaffold.AlreadyThereError, match="not overwritten") as caught:
        scaffold.create(tmp_path)
    assert caught.value.filename == str(mine)
    assert listing(tmp_path) == {name}
    assert mine.read_text() == "mine"


def test_a_second_run_writes_what_is_missing_only(tmp_path: Path) -> None:
    whole = scaffold.create(tmp_path)
    (tmp_path / "briefings/pages/about.md").unlink()
    (tmp_path / "seeds/mine.txt").write_text("mine")
    before = {path: path.stat().st_mtime_ns for path in whole if path.exists()}
    assert scaffold.create(tmp_path) == [tmp_path / "briefings/pages/about.md"]
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert scaffold.create(tmp_path) == []


def test_a_second_run_keeps_what_was_edited(tmp_path: Path) -> None:
    scaffold.create(tmp_path)
    (tmp_path / "briefings/pages/about.md").unlink()
    (tmp_path / "mkdocs.yml").write_text("mine")
    with pytest.raises(ProjectError, match="is a project already: to work on that one"):
        scaffold.create(tmp_path)
    assert (tmp_path / "mkdocs.yml").read_text() == "mine"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "mkdocs.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(FileExistsError):
        scaffold.create(tmp_path / "project")
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(scaffold.AlreadyThereError):
        scaffold.create(tmp_path / "file")


@pytest.mark.parametrize("name", ["seeds", "briefings", "build/new", "new/../seeds"])
def test_no_project_is_written_into_another(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    scaffold.create(tmp_path)
    before = listing(tmp_path)
    assert main(["init", str(tmp_path / name)]) == 2
    assert f"lies inside the project {tmp_path}: to work on that one, put articles into" in capsys.readouterr().err
    assert listing(tmp_path) == before


def test_a_project_may_lie_in_a_site_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Docs\n")
    assert scaffold.create(tmp_path / "news")


def test_the_command_says_what_is_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert main(["init", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"briefings: {tmp_path / 'README.md'}: is not overwritten; {REMEDY}\n"


def test_the_command_says_how_much_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out.startswith(f"wrote {len(listing(tmp_path))} files")


CARRIED = "-py3-none-any.whl[draft]\n"


@pytest.mark.parametrize(
    ("origin", "ends"),
    [
        (None, "briefings[draft]==1.2.3\n"),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, CARRIED),
        ({"url": "file:///somewhere/briefings-1.2.3-py3-none-any.whl", "archive_info": {}}, CARRIED),
        ({"url": "file:///somewhere/x.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, CARRIED),
        (
            {"url": "https://example.org/x.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "briefings[draft] @ git+https://example.org/x.git@abc\n",
        ),
    ],
)
def test_requirements_name_or_carry_this_briefings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: object, ends: str
) -> None:
    info = tmp_path / "briefings-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: briefings\nVersion: 1.2.3\n")
    if origin:
        (info / "direct_url.json").write_text(json.dumps(origin))
    monkeypatch.setattr(scaffold, "distribution", lambda name: Distribution.at(info))
    scaffold.create(tmp_path / "project")
    text = (tmp_path / "project" / "requirements.txt").read_text()
    assert text.endswith(ends)
    assert "somewhere" not in text
    carried = [f"./{path.name}[draft]" for path in (tmp_path / "project").glob("*.whl")]
    assert carried == ([text.splitlines()[-1]] if ends == CARRIED else [])


@pytest.fixture(params=["installed", "cloned"])
def unpacked(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that a wheel of this Briefings was unpacked into."""
    installed = None
    if request.param == "installed":
        name, content = wheel.pack(None)
        zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "installed")
        installed = Distribution.at(next((tmp_path / "installed").glob("*.dist-info")))
        monkeypatch.setattr(wheel, "PYPROJECT", tmp_path / "pyproject.toml")
    name, content = wheel.pack(installed)
    assert (name, content) == wheel.pack(installed)
    assert re.fullmatch(r"briefings-[\d.]+-py3-none-any\.whl", name)
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked"


def test_a_wheel_holds_the_package_and_says_what_it_needs(unpacked: Path) -> None:
    [info] = unpacked.glob("*.dist-info")
    there = Distribution.at(info)
    files = {str(path) for path in there.files or ()}
    assert files == listing(unpacked)
    assert {"generator/cli.py", "generator/scaffold/files/mkdocs.yml", f"{info.name}/licenses/LICENSE"} < files
    assert not any("__pycache__" in name for name in files)
    groups = {entry.name: entry.group for entry in there.entry_points}
    assert groups["briefings"] in ("console_scripts", "mkdocs.plugins")
    assert {entry.group for entry in there.entry_points} == {"console_scripts", "mkdocs.plugins"}
    needed = [Requirement(line) for line in there.requires or ()]
    assert "spacy" in {one.name for one in needed if one.marker and one.marker.evaluate({"extra": "draft"})}
    assert "pydantic" in {one.name for one in needed if one.marker is None}


def test_the_command_tells_commands_that_can_be_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "our project"
    monkeypatch.setattr(sys, "argv", ["/some where/bin/briefings"])
    assert main(["init", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"  '/some where/bin/briefings' build --root '{folder}'" in lines
    assert lines[-1] == f"  make -C '{folder}' site"
    monkeypatch.setattr(sys, "argv", ["generator/__main__.py"])
    assert main(["init", str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{folder} is a whole project already\n")
    assert " -m generator build --root " in out


def test_an_empty_project_checks_and_builds(tmp_path: Path) -> None:
    scaffold.create(tmp_path)
    briefings = Path(sys.executable).with_name("briefings")
    for command in (["check"], ["build"]):
        done = subprocess.run([briefings, *command, "--root", tmp_path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "<title>" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_its_settings_are_ours() -> None:
    """Where this fails: copy mkdocs.yml into the scaffold, all but the lines that name the project."""
    ours, theirs = (settings(folder / "mkdocs.yml") for folder in (ROOT, ROOT / "generator/scaffold/files"))
    assert theirs == ours


def settings(path: Path) -> list[str]:
    own = ("site_name:", "site_description:", "site_url:", "repo_url:")
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith(own)]
