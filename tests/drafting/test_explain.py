import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.articles import Article, Reading, read_seed
from generator.drafting.explain import as_text, explain, find_by_rules
from generator.drafting.findings import Findings

TEXT = """Dockers extend their strike

3 March 2024

The Harbour Union said on  Monday that its members would stay out until the wages of all are paid.

“We will not go back,” Marta Dahl, its secretary, told reporters in Bergen. She added that talks had failed.
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return read_seed(path, tmp_path)


def test_offsets_are_the_seeds(reading: Reading) -> None:
    found = explain(reading)
    assert found["file"] == "a.txt"
    (article,) = found["articles"]
    quotes = {" ".join(TEXT[start:end] for start, end in one["content"]): one for one in article["statements"]}
    direct = next(one for quote, one in quotes.items() if quote.startswith("“We will not go back"))
    assert direct["kind"] == "direct"
    assert direct["speaker"] == "Marta Dahl"
    assert any("members would stay out" in quote for quote in quotes)
    said = next(one for quote, one in quotes.items() if "talks had failed" in quote)
    assert said["speaker"] == "Marta Dahl"
    assert all(
        {"content", "cue", "source", "kind", "speaker", "holder", "stance", "date", "rule"} <= set(one)
        for one in quotes.values()
    )
    assert "Bergen" in [TEXT[one["span"][0] : one["span"][1]] for one in article["places"]]
    assert json.loads(json.dumps(found)) == found


def test_every_finding_names_its_rule(reading: Reading) -> None:
    (article,) = explain(reading)["articles"]
    for kind in ("statements", "mentions", "events", "dates", "figures", "places"):
        assert all(one["rule"] for one in article[kind])


def test_as_text_marks_with_and_without_colour(reading: Reading) -> None:
    plain, coloured = as_text(reading), as_text(reading, colour=True)
    assert "[source: Marta Dahl" in plain
    assert "\x1b[" not in plain
    assert "\x1b[32mMarta Dahl" in coloured


def test_as_text_shows_the_article_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    title, *paragraphs = (line for line in TEXT.splitlines() if line and "2024" not in line)
    shared = "<p>Share this article</p><p>RELATED: How the ports became a battleground</p>"
    last = "Talks are due to resume on Monday under the mediator Han Noten of the port."
    text = shared.join(f"<p>{line.replace('Marta Dahl', '<a href=/x>Marta</a> Dahl')}</p>" for line in paragraphs)
    path.write_text(f"<html><body><nav><p>Home</p></nav><h1>{title}</h1>{text}<p>{last}</p></body></html>")
    told = as_text(read_seed(path, tmp_path))
    assert "<" not in told
    assert "Home" not in told
    assert "Share this" not in told
    assert "battleground" not in told
    assert "[source: Marta Dahl" in told
    assert "under the mediator Han Noten of the port.\n" in told


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(TEXT.replace("talks had", "talks \x1b[31m had"))
    reading = read_seed(path, tmp_path)
    assert "\x1b" not in as_text(reading)


def test_another_language_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text(
        "Les dockers du port ont voté mardi la poursuite de leur grève, a annoncé le syndicat des ports. " * 5
    )
    reading = read_seed(path, tmp_path)
    assert ["skipped" in article for article in explain(reading)["articles"]] == [True]


def test_what_is_not_drafted_is_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(TEXT + "\nThe Harbour Union discussed the strike. The Harbour Union declined to comment on pay.\n")
    found = explain(read := read_seed(path, tmp_path))
    statements = found["articles"][0]["statements"]
    left = [one for one in statements if not one["drafted"]]
    assert left
    assert all(one["why_not"] and one["stance"] is None for one in left)
    assert all(one["why_not"] is None for one in statements if one["drafted"])
    assert "[not drafted: it tells no position" in as_text(read)


def test_quotes_are_those_of_the_records(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(
        "The Harbour Union said that the crews would strike for ten days in the ports of the north coast.\n"
    )
    read = read_seed(path, tmp_path)
    (whole,), (short,) = (explain(read, share=share)["articles"][0]["statements"] for share in (1.0, 0.1))
    assert short["content"] == whole["content"]
    assert short["quotes"][0][1] < whole["quotes"][0][1]
    assert "[quoted: " in as_text(read, share=0.1)


def test_every_statement_that_is_drafted_is_told(reading: Reading) -> None:
    def found(article: Article) -> Findings:
        whole = find_by_rules(article)
        return replace(whole, attributions=whole.attributions[:1])

    def told(article: dict[str, Any]) -> list[Any]:
        return sorted(quote for one in article["statements"] for quote in one["quotes"])

    (every,), (fewer,) = explain(reading)["articles"], explain(reading, found)["articles"]
    assert len(told(every)) > 1
    assert told(fewer) == told(every)
