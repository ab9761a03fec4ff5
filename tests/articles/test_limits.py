"""What is hostile by its size ends, and gives its one problem or its articles."""

from pathlib import Path

import pytest

from generator.articles import read_seed
from generator.articles.decode import MAX_LINES
from generator.articles.extract import MOST_BLOCKS, MOST_ELEMENTS

SENTENCE = "The ministers of both towns met on Monday, and nobody knew how long the talks would go on. "


@pytest.mark.parametrize(
    ("name", "text", "rules"),
    [
        ("a.txt", "Ministers meet again today\n" * (MAX_LINES + 1), ["seed-oversized"]),
        ("b.txt", "The ministers meet again in town\n3 May 2025\n" * MAX_LINES, ["seed-oversized"]),
        ("c.html", "<p>x</p>" * (MAX_LINES + 1), ["seed-oversized"]),
        ("i.html", "<p>x</p>" * (MOST_BLOCKS + 1), ["seed-oversized"]),
        ("j.html", "<br>" * (MOST_ELEMENTS + 1), ["seed-oversized"]),
        ("k.html", f"<p>{SENTENCE * 20_000}</p>", []),
        ("l.html", f"{'<div>' * 300}{f'<p>{SENTENCE}</p>' * 20}", ["seed-no-article"]),
        ("m.html", f"{'<div>' * 120}{f'<p>{SENTENCE}</p>' * 20}", []),
        ("n.html", f"<div class='{'a ' * 500_000}'>{f'<p>{SENTENCE}</p>' * 20}</div>", []),
        ("o.html", "<p>" + "&" * 500_000, ["seed-no-article"]),
        ("d.txt", "\n" * 500_000 + SENTENCE * 3, []),
        ("e.txt", SENTENCE * 20_000, []),
        ("f.txt", "a" * 1_000_000, ["seed-no-article"]),
        ("g.txt", "&amp;" * 100_000, ["seed-no-article"]),
        ("h.txt", "The ministers meet again in town\n3 May 2025\n" * 2_000, ["seed-no-article"]),
    ],
)
def test_a_hostile_size_ends(tmp_path: Path, name: str, text: str, rules: list[str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_seed(tmp_path / name, tmp_path)
    assert [problem.rule for problem in reading.problems] == rules
    assert bool(reading.articles) is not bool(rules)
