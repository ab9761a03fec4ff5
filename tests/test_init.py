"""`briefings init` writes an empty project that builds, and overwrites nothing."""

import json
import subprocess
import sys
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from generator import scaffold
from generator.cli import main
from generator.project import KINDS

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


def test_the_command_says_what_is_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert main(["init", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"briefings: {tmp_path / 'README.md'}: is not overwritten; {REMEDY}\n"


def test_the_command_says_how_much_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out.startswith(f"wrote {len(listing(tmp_path))} files")


@pytest.mark.parametrize(
    ("origin", "begins"),
    [
        (None, "briefings[draft]==1.2.3\n"),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, "# "),
        (
            {"url": "https://example.org/x.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "briefings[draft] @ git+https://example.org/x.git@abc\n",
        ),
    ],
)
def test_requirements_name_where_this_briefings_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: object, begins: str
) -> None:
    info = tmp_path / "briefings-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: briefings\nVersion: 1.2.3\n")
    if origin:
        (info / "direct_url.json").write_text(json.dumps(origin))
    monkeypatch.setattr(scaffold, "distribution", lambda name: Distribution.at(info))
    scaffold.create(tmp_path / "project")
    text = (tmp_path / "project" / "requirements.txt").read_text()
    assert text.startswith(begins)
    assert "somewhere" not in text


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
