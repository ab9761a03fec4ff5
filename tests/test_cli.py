"""The command line: every command by the one table, what it prints where, and its exit status."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, pipeline
from generator.project import ProjectError
from generator.usage import Command
from tests import sample

HOME = Path(__file__).parents[1]
BAD = {"briefings/issues/bridge.yaml": "title: x\n"}


def run(*words: str | Path) -> int:
    try:
        return cli.main([str(word) for word in words])
    except SystemExit as exit_:
        return int(exit_.code or 0)


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_every_command_tells_what_it_does(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command.name, "--help") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert command.help in said
    assert "--root DIR" in said
    assert all(name in said for argument in command.arguments for name in argument.names if name.startswith("-"))


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    said = capsys.readouterr().out
    assert all(f"    {command.name} " in said for command in cli.COMMANDS)


@pytest.mark.parametrize(
    "words", [(), ("nonsense",), ("check", "--format", "xml"), ("read",), ("build", "--builder", "x")]
)
def test_wrong_use(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert "usage: briefings" in capsys.readouterr().err


def test_without_a_word_it_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    said = capsys.readouterr().err
    assert all(f"    {command.name} " in said for command in cli.COMMANDS)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("briefings 0.")


def test_the_project_may_be_named_before_the_command(tmp_path: Path) -> None:
    assert run("--root", sample.write(tmp_path).root, "check") == 0
    assert run("--root", tmp_path / "missing", "check") == 2
    assert run("--root", tmp_path / "missing", "check", "--root", tmp_path) == 0


@pytest.mark.parametrize("command", ["draft", "drafts", "check", "render", "build", "bundle", "schema"])
def test_where_there_is_no_project(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--root", tmp_path) == 2
    assert "briefings init" in capsys.readouterr().err


def test_the_project_is_the_nearest_folder_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.write(tmp_path)
    monkeypatch.chdir(tmp_path / "briefings" / "events")
    assert run("check") == 0
    assert cli.find_root(tmp_path / "briefings") == tmp_path
    with pytest.raises(ProjectError):
        cli.find_root(Path("/"))


def test_check_prints_problems_and_a_summary_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path, BAD)
    assert run("check", "--root", tmp_path) == 1
    out, err = capsys.readouterr()
    assert out.startswith("briefings/issues/bridge.yaml:1:1: error: 'question' is missing")
    assert out.endswith("[missing-field]\n")
    assert err == "8 records: 1 error\n"


def test_check_of_sound_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path)
    assert run("check", "--root", tmp_path) == 0
    assert capsys.readouterr().out == ""


def test_warnings_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path, {"briefings/issues/idle.yaml": "title: Idle\nquestion: Why?\n"})
    assert run("check", "--root", tmp_path) == 0
    assert "[unused-issue]" in capsys.readouterr().out


def test_check_tells_of_the_files_named_though_all_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, other = "briefings/issues/bridge.yaml", "briefings/actors/southland.yaml"
    sample.write(tmp_path, {**BAD, other: "name: x\n"})
    assert run("check", "--root", tmp_path, tmp_path / name) == 1
    out, err = capsys.readouterr()
    assert [line.partition(":")[0] for line in out.splitlines()] == [name]
    assert err.startswith("named here: 1 error; all 7 records: ")
    assert run("check", "--root", tmp_path, tmp_path / "briefings/actors") == 1
    assert capsys.readouterr().out.startswith(other)
    assert run("check", "--root", tmp_path, tmp_path / "briefings/editions") == 0
    assert run("check", "--root", tmp_path, tmp_path / "briefings/nope.yaml") == 2
    (tmp_path / "seeds/bridge.yaml").write_text("publsher: x\n")
    assert run("check", "--root", tmp_path, tmp_path / "seeds/bridge.yaml") == 1
    assert capsys.readouterr().out.startswith("seeds/bridge.yaml:1:1: error: ")
    assert run("check", "--root", tmp_path, tmp_path / "seeds/bridge.txt") == 2
    assert "`briefings read` is for articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chek",), "there is no 'chek'; did you mean 'check'?"),
        (("qqq",), "there is no 'qqq'; choose one of read, draft"),
        (("check", "--format", "jsn"), "there is no 'jsn'; did you mean 'json'?"),
        (("render", "a.yaml"), "usage: briefings render"),
        (("render", "a.yaml"), "'a.yaml' is not understood; briefings render --help tells what is"),
    ],
)
def test_words_that_are_not_understood(words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


def test_check_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path, BAD)
    assert run("check", "--format", "json", "--root", tmp_path) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["rule"] == "missing-field"
    assert err == ""
    assert run("check", "--format", "github", "--root", tmp_path) == 1
    assert capsys.readouterr().out.startswith("::error file=briefings/issues/bridge.yaml,line=1,col=1")


def test_the_table_of_rules_needs_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check", "--rules") == 0
    assert "| `evidence-not-found` | error |" in capsys.readouterr().out


def test_read_shows_what_was_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path)
    assert run("read", tmp_path / "seeds/bridge.txt") == 0
    assert "Northland and Southland agree to reopen" in capsys.readouterr().out
    assert run("read", "--json", tmp_path / "seeds/bridge.txt") == 0
    assert json.loads(capsys.readouterr().out)["file"] == "bridge.txt"


def test_read_of_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("read", tmp_path / "empty.txt", tmp_path / "missing.txt", "--root", tmp_path) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "empty.txt:1:1: error" in err
    assert "missing.txt:1:1: error" in err


def test_drafts_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    position = "briefings/positions/northland--bridge.yaml"
    event = "briefings/events/2024-03-03-midford-talks.yaml"
    texts = {position: sample.FILES[position] + "    draft: true\n", event: sample.FILES[event] + "draft: true\n"}
    sample.write(tmp_path, texts)
    assert run("drafts", "--root", tmp_path) == 0
    advice, *listed = capsys.readouterr().out.splitlines()
    assert advice.startswith("compare each file with its article")
    assert listed == [
        f"{sample.ARTICLE}: 1 event, 1 position to compare",
        f"  {event}",
        f"  {position}: 1 of 1 statements",
        "2 of 10 records and statements are still draft",
    ]


def test_schemas_are_written_where_they_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path)
    assert run("schema", "--root", tmp_path) == 0
    assert "wrote briefings/schema/events.json" in capsys.readouterr().out
    assert run("schema", "--root", tmp_path) == 0
    assert capsys.readouterr().out == ""


def test_init_starts_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", tmp_path / "new") == 0
    assert "seeds" in capsys.readouterr().out
    (tmp_path / "new" / "mkdocs.yml").write_text("site_name: Ours\n", encoding="utf-8")
    assert run("init", tmp_path / "new") == 2
    assert "is a project already" in capsys.readouterr().err


def test_a_project_without_its_records_is_not_called_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(sample.MKDOCS, encoding="utf-8")
    assert run("check", "--root", tmp_path) == 2
    assert "briefings: there is no such folder" in capsys.readouterr().err


def test_what_stops_a_stage_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write(tmp_path, {"mkdocs.yml": "a: ["})
    assert run("check", "--root", tmp_path) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (OSError(28, "No space left", "x"), 2)])
def test_interrupts_and_full_disks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "run", fail)
    sample.write(tmp_path)
    assert run("build", "--root", tmp_path) == status


def test_a_broken_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "generator", "check", "--rules"]
    with subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_command_line_starts_without_its_stages() -> None:
    heavy = ("pydantic", "jinja2", "mkdocs", "spacy", "trafilatura", "generator.records.library", "sqlite3")
    code = f"import sys, generator.cli; sys.exit(' '.join(m for m in {heavy!r} if m in sys.modules) or 0)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_render_checks_in_the_same_run_if_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = sample.write(tmp_path)
    assert run("render", "--check", "--root", tmp_path) == 0
    said = capsys.readouterr()
    assert said.err == "9 records: no problems\n"
    assert "pages: " in said.out
    for name, text in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("render", "--check", "--root", tmp_path) == 1
    assert capsys.readouterr().out.startswith("briefings/issues/bridge.yaml:")
    assert not (project.docs / "issues" / "bridge.md").exists()
    assert (project.docs / "issues" / "index.md").exists()


def test_the_program_ends_with_the_status_and_all_it_said(tmp_path: Path) -> None:
    sample.write(tmp_path)
    for name, text in BAD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "generator", "check", "--root", str(tmp_path)]
    done = subprocess.run(words, cwd=HOME, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("briefings/issues/bridge.yaml:")
    assert done.stderr.endswith("1 error\n") or "errors" in done.stderr


def test_check_needs_neither_spacy_nor_the_site(tmp_path: Path) -> None:
    sample.write(tmp_path)
    code = (
        "import sys; from generator.cli import main; main(['check', '--root', sys.argv[1]]); "
        "sys.exit(' '.join(m for m in ('jinja2', 'mkdocs', 'spacy', 'generator.site') if m in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "9 records: no problems\n")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "Makefile", "briefings/pages/method.md"])
def test_the_docs_name_only_commands_that_there_are(name: str) -> None:
    text = (HOME / name).read_text(encoding="utf-8")
    named = re.findall(r"(?:bin|\$\(BIN\))/briefings ([a-z]+)|`briefings ([a-z]+)", text)
    assert {one or other for one, other in named} <= {command.name for command in cli.COMMANDS}
