"""How a problem is printed, whatever it holds."""

import json

import pytest

from generator.problems import FORMATS, Problem, has_errors, printable

PROBLEM = Problem("briefings/a.yaml", 3, 5, "error", "no actor 'x'", "unknown-actor")


def test_text() -> None:
    assert FORMATS["text"](PROBLEM) == "briefings/a.yaml:3:5: error: no actor 'x' [unknown-actor]"


def test_github() -> None:
    said = Problem("a,b:c.yaml", 1, 2, "note", "100%\nsure", "r")
    assert FORMATS["github"](said) == "::notice file=a%2Cb%3Ac.yaml,line=1,col=2,title=r::100%25%0Asure"


def test_json() -> None:
    assert json.loads(FORMATS["json"](PROBLEM)) == {
        "path": "briefings/a.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "message": "no actor 'x'",
        "rule": "unknown-actor",
    }


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("nasty", ["a\nb", "\x1b[2J", "\u202egpj", "\r::error::x", "\u2028"])
def test_nothing_breaks_out_of_its_line(style: str, nasty: str) -> None:
    line = FORMATS[style](Problem(f"{nasty}.yaml", 1, 1, "warning", nasty, "r"))
    assert not set(line) & set("\n\r\x1b\u2028\u202e")


def test_printable_leaves_words_alone() -> None:
    assert printable("Київ – “x” 👍") == "Київ – “x” 👍"


def test_only_errors_count() -> None:
    warning = Problem("a", 1, 1, "warning", "m", "r")
    assert not has_errors([warning])
    assert has_errors([warning, PROBLEM])


def test_problems_sort_by_place() -> None:
    later = Problem("briefings/a.yaml", 10, 1, "error", "a", "a")
    assert sorted([later, PROBLEM]) == [PROBLEM, later]
