import pytest

from generator.drafting import datelines, language


@pytest.mark.parametrize(
    "line",
    [
        "LAGOS (Wire) — ",
        "PORT LOUIS, March 3 (Wire) - ",
        "Lagos (Example Wire) – ",
        "LAGOS — ",
        "LAGOS, Nigeria (Wire) -- ",
    ],
)
def test_what_is_said_begins_behind_the_dateline(line: str) -> None:
    text = f"A title\n\n{line}Miners went home."
    assert text[datelines.behind(language.pipeline().make_doc(text), 9) :] == "Miners went home."


@pytest.mark.parametrize("text", ["Lagos – a big city – slept.", "Ann Rolle (the mayor) slept.", "UNESCO slept."])
def test_other_beginnings_stay(text: str) -> None:
    assert datelines.behind(language.pipeline().make_doc(text), 0) == 0
