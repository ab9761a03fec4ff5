import json
from dataclasses import replace
from pathlib import Path

from generator.articles import Article, Dropped, Paragraph, Reading, read_seed
from generator.articles.report import as_json, as_text, unread
from generator.problems import Problem

READING = Reading(
    "a.txt",
    "",
    "utf-8",
    (
        Article(
            "a.txt",
            1,
            "0",
            "A title",
            None,
            ("Ann Writer",),
            "2025-07~",
            ("published",),
            "en",
            "report",
            None,
            (Paragraph("First.", "text", 3), Paragraph("evil \x1b[31m\u202e", "item", 4)),
            (Dropped(1, "Home", "page chrome"),),
        ),
    ),
)


def test_json_is_an_object_on_one_line() -> None:
    line = as_json(READING)
    assert "\n" not in line
    article = json.loads(line)["articles"][0]
    assert json.loads(line)["file"] == "a.txt"
    assert (article["title"], article["publisher"], article["authors"]) == ("A title", None, ["Ann Writer"])
    assert article["paragraphs"][0] == "First."
    assert article["dropped"] == [{"line": 1, "text": "Home", "reason": "page chrome"}]


def test_text_is_for_people_and_harmless() -> None:
    text = as_text(READING)
    assert "published  2025-07~ (guessed)" in text
    assert "publisher  unknown" in text
    assert "page chrome: Home" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_seed_that_gave_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    reading = read_seed(tmp_path / "empty.txt", tmp_path)
    assert unread(reading.problems) == ("1 seed was not read, see above: empty.txt",)


def test_other_problems_are_no_unread_seeds() -> None:
    warning = Problem("seeds/a.txt", 1, 1, "warning", "another language", "language-not-drafted")
    lost = Problem("briefings/articles/a.yaml", 1, 1, "error", "no file seeds/a.txt", "seed-missing")
    assert unread([warning, replace(warning, severity="error", rule="dangling"), lost]) == ()
