from pathlib import Path

import pytest

from generator.articles import Reading, read_seed
from tests.articles.test_text import BODY, OTHER, TITLE

TWO = "\n\n".join([TITLE, "5 May 2025, 10:30", *BODY, "Unusual shoal found on the coast", "4 May 2025, 09:15", *OTHER])


def read(folder: Path, stated: str, text: str = "\n\n".join([TITLE, *BODY])) -> Reading:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "a.yaml").write_text(stated, encoding="utf-8")
    return read_seed(folder / "a.txt", folder)


def test_a_note_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("publisher: The Example\n", encoding="utf-8")
    (alone,) = read_seed(tmp_path / "b.yaml", tmp_path).problems
    assert "there is no b.txt; give it the name of its article's file" in alone.message
    (tmp_path / "b.html").write_text("x", encoding="utf-8")
    (beside,) = read_seed(tmp_path / "b.yaml", tmp_path).problems
    assert "read b.html" in beside.message
    (record,) = read_seed(tmp_path / "briefings/events/x.yaml", tmp_path).problems
    assert "it is a record, not an article" in record.message


def test_the_pages_own_headline_stays_quotable(tmp_path: Path) -> None:
    article = read(tmp_path, "title: Border talks\n").articles[0]
    assert article.text.startswith("Border talks\n")
    assert article.quotable == f"{TITLE}\n\n{article.text}"
    assert read(tmp_path, "publisher: The Example\n").articles[0].quotable.startswith(TITLE)


def test_what_is_stated_wins(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "- title: Border talks\n  publisher: The Example\n  published: 2025-05-05T10:30\n"
        "  url: https://news.example/a\n  genre: analysis\n  language: en\n  authors: [Ann Writer]\n",
    )
    article = reading.articles[0]
    assert reading.problems == ()
    assert (article.title, article.publisher) == ("Border talks", "The Example")
    assert article.published == "2025-05-05T10:30"
    assert (article.url, article.genre, article.authors) == ("https://news.example/a", "analysis", ("Ann Writer",))
    assert article.derived == ()


def test_each_article_has_its_item(tmp_path: Path) -> None:
    reading = read(tmp_path, "-\n- publisher: The Example\n", TWO)
    assert [article.publisher for article in reading.articles] == [None, "The Example"]


def test_one_mapping_holds_for_all(tmp_path: Path) -> None:
    reading = read(tmp_path, "publisher: The Example\n", TWO)
    assert [article.publisher for article in reading.articles] == ["The Example", "The Example"]


@pytest.mark.parametrize(
    ("stated", "place", "part"),
    [
        ("- publsher: x\n", (1, 3), "did you mean 'publisher'?"),
        ("- genre: reprot\n", (1, 10), "did you mean 'report'?"),
        ("- published: last week\n", (1, 14), "is no date"),
        ("- published: 2025-02-30\n", (1, 14), "is no date"),
        ("- language: english\n", (1, 13), "is no language code"),
        ("- url: javascript:alert(1)\n", (1, 8), "is no web address"),
        ("- title: [a]\n", (1, 10), "must be text"),
        ("- authors: Ann\n", (1, 12), "list of names"),
        ("-\n- title: x\n", (2, 3), "item 2"),
        ("- x\n", (1, 3), "mapping"),
        ("x\n", (1, 1), "list"),
        ("- title: 'x\n", (1, 10), "is not closed"),
        ("- !!python/name:os.system x\n", (1, 3), "tag"),
    ],
)
def test_a_fault_has_a_place(tmp_path: Path, stated: str, place: tuple[int, int], part: str) -> None:
    reading = read(tmp_path, stated)
    (problem,) = reading.problems
    assert (problem.path, problem.line, problem.column, problem.severity) == ("a.yaml", *place, "error")
    assert part in problem.message
    assert reading.articles[0].title == TITLE


def test_a_title_cannot_hold_for_two(tmp_path: Path) -> None:
    assert ["write a list" in problem.message for problem in read(tmp_path, "title: x\n", TWO).problems] == [True]
