"""Where things are, and what mkdocs.yml may say."""

import re
from pathlib import Path

import pytest

from generator.project import Project, ProjectError


def settings(root: Path, text: str) -> object:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(root).settings


def test_settings_and_their_defaults(tmp_path: Path) -> None:
    found = settings(tmp_path, "site_name: X\nrepo_url: https://a.example\nextra: {briefings: {excerpt_words: 40}}\n")
    assert (found.site_name, found.repo_url, found.excerpt_words, found.excerpt_share) == (  # type: ignore[attr-defined]
        "X",
        "https://a.example",
        40,
        0.5,
    )


def test_the_tags_of_mkdocs_are_passed_over(tmp_path: Path) -> None:
    text = "site_name: X\nsite_url: !ENV [A, b]\nmarkdown_extensions: [{a: {b: !!python/name:os.system }}]\n"
    assert settings(tmp_path, text).site_url == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["a: [", "\tx"])
def test_a_broken_file_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProjectError, match=r"mkdocs\.yml"):
        settings(tmp_path, text)


@pytest.mark.parametrize("text", ["", "- a\n", "extra:\n", "extra: {briefings: }\n"])
def test_a_file_that_says_little_is_no_error(tmp_path: Path, text: str) -> None:
    assert settings(tmp_path, text).site_name == "Briefings"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "extra: x\n",
        "extra: {briefings: [a]}\n",
        "extra: {briefings: {excerpt_words: many}}\n",
        "extra: {briefings: {excerpt_share: 2}}\n",
        "extra: {briefings: {language: 5}}\n",
        "site_name: [a]\n",
        "extra: {briefings: {excerpt_shar: 0.5}}\n",
    ],
)
def test_settings_of_the_wrong_kind_are_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProjectError, match=r"mkdocs\.yml"):
        settings(tmp_path, text)


def test_without_the_file_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="briefings init"):
        _ = Project(tmp_path).settings


def test_seeds_are_sorted_and_only_articles(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.seed_files() == []
    project.seeds.mkdir()
    for name in ("b.txt", "a.HTML", ".c.txt", "d.yaml", "e.pdf"):
        (project.seeds / name).write_text("x", encoding="utf-8")
    (project.seeds / "f.txt").symlink_to(project.seeds / "b.txt")
    assert [path.name for path in project.seed_files()] == ["a.HTML", "b.txt"]


def test_paths_are_told_from_the_root(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.relative(tmp_path / "seeds" / "a.txt") == "seeds/a.txt"
    assert project.relative(Path("/elsewhere/a.txt")) == "/elsewhere/a.txt"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n\tb: c\n", "mkdocs.yml:2:1: a tab, or"),
        ("a: 'b\n", "mkdocs.yml:1:4: the quote mark that opens here is not closed"),
        ("a: b\nc: [d,\ne: f\n", "mkdocs.yml:2:4: the bracket that opens here is not closed"),
        ("a: b\nc\nd: e\n", "mkdocs.yml:2:1: the name that stands here has no colon"),
        ("a: b\n'c'\nd: e\n", "mkdocs.yml:2:1: the name that stands here has no colon"),
        ("a:\n  b: c\n d: e\n", "mkdocs.yml:3:2: this line does not begin in the column"),
        ("a:\n  - b\n c: e\n", "mkdocs.yml:3:2: this line does not begin in the column"),
        ("a: b: c\n", "mkdocs.yml:1:5: text that holds ': ' needs quote marks"),
        ("a: }\n", "mkdocs.yml:1:4: not valid YAML; look"),
    ],
)
def test_a_slip_in_mkdocs_yml_is_told_in_one_line_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ProjectError) as caught:
        settings(tmp_path, text)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_setting_that_is_none_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    for name, told in (("excerpt_shar", "did you mean excerpt_share?"), ("x", "there are language, excerpt_words")):
        with pytest.raises(ProjectError, match=f"has no setting '{name}'; {re.escape(told)}"):
            settings(tmp_path, f"extra: {{briefings: {{{name}: 0.5}}}}\n")


@pytest.mark.parametrize("text", ["[search, briefings]", "[briefings: {}]", "{briefings: }", "briefings"])
def test_plugins_are_found_in_whatever_form(tmp_path: Path, text: str) -> None:
    assert "briefings" in settings(tmp_path, f"plugins: {text}\n").plugins  # type: ignore[attr-defined]
