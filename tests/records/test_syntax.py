"""Slips that make a record no YAML: each told where it was made, and what to write."""

from itertools import product

import pytest

from generator.records import recordfile, yamlfile

RECORD = """\
holder: velmar
issue: quota
statements:
  - id: one
    stance: demand
    evidence:
      - article: an-article
        quote: "first words here"
    draft: true
  - id: two
    stance: state
    evidence:
      - article: an-article
        quote: "second words here"
    draft: true
"""
FIRST = '"first words here"'


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        (FIRST, '"first words here', (8, 16), 'the quote mark " that opens here is not closed'),
        (FIRST, "'first words here", (8, 16), "the quote mark ' that opens here is not closed"),
        ('"second words here"', '"second words here', (14, 16), "that opens here is not closed"),
        (FIRST, '"first "words" here"', (8, 23), r'write quote: "first \"words\" here"'),
        (FIRST, "'Velmar's words'", (8, 23), 'write quote: "Velmar\'s words"'),
        (FIRST, '"first words" here', (8, 28), r'write quote: "\"first words\" here"'),
        (FIRST, '"first "words" here" # so', (8, 23), "but the line goes on"),
        (FIRST, "“first: words”", (8, 16), 'write quote: "first: words"'),
        (FIRST, "he said: never", (8, 16), 'needs quote marks around it; write quote: "he said: never"'),
        (FIRST, "he said\n          so that: never", (9, 18), "text that holds ': ' needs quote marks"),
        (
            FIRST,
            "[sic] first",
            (8, 16),
            'text that begins with [ needs quote marks around it; write quote: "[sic] first"',
        ),
        (FIRST, "@first", (8, 16), "begins with @"),
        (FIRST, "*first* words", (8, 16), "begins with *"),
        (FIRST, "> first words", (8, 16), "begins with >"),
        (FIRST, "- first words", (8, 16), "begins with -"),
        (FIRST, '"a \\q b"', (8, 19), "a backslash"),
        ("    stance: demand", "\tstance: demand", (5, 1), "a tab stands before"),
        ("    stance: demand", "  \tstance: demand", (5, 3), "a tab stands before"),
        ("    stance: demand", "\u00a0   stance: demand", (5, 1), "an unusual space (U+00A0) stands before"),
        ("stance: demand", "stance:\u00a0demand", (5, 12), "an unusual space (U+00A0) stands behind"),
        ("stance: demand", "stance： demand", (5, 11), "is not a plain colon"),
        ("  - id: two", "  – id: two", (10, 3), "with a hyphen"),
        ("  - id: two", "  -id: two", (10, 4), "a space is missing behind the hyphen; write - id: two"),
        ("stance: demand", "stance demand", (5, 11), "a colon is missing behind 'stance'; write stance: demand"),
        ("stance: demand", "stance:demand", (5, 12), "a space is missing behind the colon; write stance: demand"),
        ("holder: velmar", "holder velmar", (1, 7), "a colon is missing behind 'holder'"),
        ("statements:", "statements", (3, 11), "a colon is missing behind 'statements'; write statements:"),
        ("    stance: demand", "   stance: demand", (5, 4), "begin it in column 3 or 5"),
        ("    stance: demand", "     stance: demand", (5, 6), "begin it in column 3 or 5"),
        ("    stance: demand", "  stance: demand", (5, 3), "begin it in column 5"),
        ("issue: quota", "issue: Café #2", (2, 13), 'else quote marks around the text; write issue: "Café #2"'),
        ("stance: demand", "stance: demand\n    to: [skarn", (6, 9), "the [ that opens here is not closed with ]"),
        (
            "  - id: two",
            "  -id: two\n    to: [skarn]",
            (10, 4),
            "a space is missing behind the hyphen; write - id: two",
        ),
        (
            "      - article",
            "      -article",
            (7, 8),
            "a space is missing behind the hyphen; write - article: an-article",
        ),
        ("      - article", "          - article", (7, 11), "this item begins in column 11, and the lines below"),
        ("  - id: two", "    - id: two", (10, 5), "begin it in column 3"),
        ("  - id: two", "- id: two", (10, 1), "begin it in column 3"),
        ("issue: quota", '"quota"', (2, 1), 'has no key before its text: write one, as in title: "quota",'),
        ("issue: quota", "- quota", (2, 1), "stands where a 'key:' line is wanted"),
        ("stance: demand", "to: [skarn]]", (5, 16), "there is one ] too many here"),
        ("holder: velmar", "holder: velmar\n---\na: b", (2, 1), "delete the line ---"),
        ("first", "fi\x00rst", (8, 19), "U+0000"),
    ],
)
def test_a_slip_is_told_where_it_was_made(old: str, new: str, place: tuple[int, int], words: str) -> None:
    assert old in RECORD
    _, [problem] = recordfile.parse("positions", RECORD.replace(old, new, 1), "x.yaml")
    assert problem.rule == "yaml-syntax"
    assert words in problem.message
    assert (problem.line, problem.column) == place


@pytest.mark.parametrize("value", ["'a #2'", '"a #2"', "a # 2", "a#2", ">\n  a: b #2", "[a]  # two"])
def test_a_comment_with_a_space_and_a_mark_inside_text_are_sound(value: str) -> None:
    assert yamlfile.load(f"a: {value}\n")


def test_what_no_slip_explains_is_not_told_in_the_parser_s_words() -> None:
    with pytest.raises(yamlfile.Fault, match="not valid YAML: in this line or above, a quote mark"):
        yamlfile.load('{"a": [}')


def test_items_that_all_lack_the_space_behind_their_hyphens_are_told_so() -> None:
    with pytest.raises(yamlfile.Fault, match="behind the hyphen; write - b:"):
        yamlfile.load("a:\n  -b: c\n  -b: d\n")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_any_line_end_will_do(newline: str) -> None:
    record, problems = recordfile.parse("positions", RECORD.replace("\n", newline), "x.yaml")
    assert record is not None
    assert problems == []


@pytest.mark.parametrize("mark", ["", '"', "'", ":", "\t", "\n", "[", "}", "- ", "#", "&", "\\", "|", "\n---\n"])
def test_whatever_is_written_has_a_place_in_the_text(mark: str) -> None:
    for at, end in product(range(0, len(RECORD), 3), (0, 1)):
        text = RECORD[:at] + mark + RECORD[at + end :]
        for problem in recordfile.parse("positions", text, "x.yaml")[1]:
            assert 1 <= problem.line <= text.count("\n") + 1
            assert problem.column >= 1


def test_long_lines_take_no_time_and_are_not_repeated() -> None:
    for line in ("a: " + " " * 300_000 + "b: c", "a: [" + "x" * 300_000 + "] b", "a " + "b " * 150_000 + "\nc: d"):
        with pytest.raises(yamlfile.Fault) as caught:
            yamlfile.load(line)
        assert len(caught.value.message) < 300
