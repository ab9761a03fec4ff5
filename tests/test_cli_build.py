"""The main job on the command line: build and bundle, what stops them and what does not."""

import re
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator import pipeline
from generator.drafting.draft import DraftReport
from generator.problems import Problem
from tests import sample
from tests.test_cli import BAD, run


@pytest.fixture
def undrafted(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """Drafting without a language model: it finds the problems of this list."""
    problems: list[Problem] = []
    monkeypatch.setattr(
        "generator.drafting.draft.draft_project", lambda *args, **options: DraftReport(problems=tuple(problems))
    )
    return problems


def test_build_does_the_main_job(tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new").mkdir()
    assert run("init", tmp_path / "new" / "p") == 0
    project = sample.write(
        tmp_path / "new" / "p", {"mkdocs.yml": (tmp_path / "new/p/mkdocs.yml").read_text(encoding="utf-8")}
    )
    capsys.readouterr()
    assert run("build", "--root", project.root) == 0
    last = capsys.readouterr().out.splitlines()[-3:]
    assert last[0].startswith("1 article, 4 actors, 1 event, 1 issue, 1 position, 1 edition: ")
    assert last[1:] == ["nothing is still draft", f"open {project.site / 'index.html'}"]
    assert (project.site / "index.html").is_file()
    built = (project.site / "index.html").stat().st_mtime_ns
    assert run("build", "--root", project.root) == 0
    assert "site/ is up to date" in capsys.readouterr().err
    assert (project.site / "index.html").stat().st_mtime_ns == built


def test_errors_stop_the_build_before_rendering(
    tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    project = sample.write(tmp_path, BAD)
    assert run("build", "--root", tmp_path) == 1
    assert "correct the errors first" in capsys.readouterr().out
    assert not project.docs.exists()


def test_the_bundle_holds_what_the_records_say_now(
    tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("init", tmp_path / "p") == 0
    project = sample.write(tmp_path / "p", {"mkdocs.yml": (tmp_path / "p/mkdocs.yml").read_text(encoding="utf-8")})
    assert run("bundle", "--root", project.root) == 0
    event = project.records / "events" / "2024-03-03-midford-talks.yaml"
    sound = event.read_text(encoding="utf-8")
    event.write_text(re.sub("(?m)^title:.*$", "title: Something else", sound), encoding="utf-8")
    capsys.readouterr()
    assert run("bundle", "--root", project.root) == 0
    target = project.build / "briefings.zip"
    assert capsys.readouterr().out == f"{target}\n"
    with zipfile.ZipFile(target) as archive:
        assert "Something else" in archive.read(f"briefings/events/{event.stem}.html").decode()
    packed = target.read_bytes()
    event.write_text("tpye: x\n", encoding="utf-8")
    assert run("bundle", "--root", project.root) == 1
    assert "nothing was built: correct the errors first" in capsys.readouterr().err
    assert target.read_bytes() == packed


def test_render_and_build_count_alike(
    tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("init", tmp_path / "p") == 0
    project = sample.write(tmp_path / "p", {"mkdocs.yml": (tmp_path / "p/mkdocs.yml").read_text(encoding="utf-8")})
    assert run("build", "--root", project.root) == 0
    built = re.search(r"[\d,]+ pages", capsys.readouterr().out)
    assert run("render", "--root", project.root) == 0
    rendered = re.search(r"[\d,]+ pages", capsys.readouterr().out)
    assert built
    assert rendered
    assert built[0] == rendered[0]


def test_a_bad_seed_is_told_on_every_run(
    tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    undrafted.append(Problem("seeds/x.txt", 1, 1, "error", "empty", "seed-empty"))
    sample.write(tmp_path, BAD)
    for _ in range(2):
        assert run("build", "--root", tmp_path) == 1
        told = capsys.readouterr().out
        assert "seeds/x.txt:1:1: error: empty [seed-empty]" in told
        assert told.endswith("1 seed was not read, see above: seeds/x.txt\n")


def test_what_was_drafted_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []

    def drafted(*args: object, **options: object) -> DraftReport:
        runs.append(1)
        return DraftReport()

    monkeypatch.setattr("generator.drafting.draft.draft_project", drafted)
    project = sample.write(tmp_path, BAD)
    run("build", "--root", tmp_path)
    run("build", "--root", tmp_path)
    assert len(runs) == 1
    (project.seeds / "new.txt").write_text("x", encoding="utf-8")
    run("build", "--root", tmp_path)
    assert len(runs) == 2


def test_without_spacy_drafting_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda name: None)
    sample.write(tmp_path, BAD)
    assert run("build", "--root", tmp_path) == 1
    assert "drafting is left out" in capsys.readouterr().err


def test_what_is_wrong_beside_a_seed_does_not_stop_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda name: None)
    monkeypatch.setattr(
        "generator.site.build.build", lambda *_: SimpleNamespace(rendered=SimpleNamespace(pages=3), built=True)
    )
    sample.write(tmp_path, {"seeds/bridge.yaml": "publishr: X\n"})
    assert run("build", "--root", tmp_path) == 1
    said = capsys.readouterr().out
    assert said.startswith("seeds/bridge.yaml:1:1: error: no field 'publishr'; did you mean 'publisher'?")
    assert "nothing was built" not in said


def test_a_build_that_would_show_no_records_is_refused(
    tmp_path: Path, undrafted: list[Problem], capsys: pytest.CaptureFixture[str]
) -> None:
    for settings, told in (
        ("", "write plugins: [briefings]"),
        ("plugins: [briefings]\nextra: {briefings: {language: fr}}\n", "there is no 'fr'; choose one of en, uk"),
    ):
        sample.write(tmp_path, {"mkdocs.yml": sample.MKDOCS + settings})
        assert run("build", "--root", tmp_path) == 2
        said = capsys.readouterr()
        assert told in said.err
        assert "open " not in said.out
