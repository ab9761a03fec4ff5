"""Reading a seed's words alone gives the text that reading all of it gives."""

from pathlib import Path

import pytest

from generator.articles import read_seed

BODY = "\n\n".join(
    f"The two delegations met for the {word} time, and neither side said why." for word in ("first", "next")
)
HTML = "<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>{}</article></body></html>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Talks end early\n\n2 June 2025\n\n{BODY}\n"),
        ("untitled.txt", BODY),
        ("a.html", HTML.format("".join(f"<p>{line}</p>" for line in BODY.split("\n\n")))),
    ],
)
@pytest.mark.parametrize("beside", ["", "title: Delegations meet again\n"])
def test_words_alone_are_the_same(tmp_path: Path, name: str, text: str, beside: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    if beside:
        path.with_suffix(".yaml").write_text(beside)
    whole, words = read_seed(path, tmp_path), read_seed(path, tmp_path, words_only=True)
    assert [article.text for article in words.articles] == [article.text for article in whole.articles] != []
