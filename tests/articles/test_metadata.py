import pytest

from generator.articles import metadata

WORDS = (
    "The spokesman of the ministry told the paper that the talks about the border would go on in June, and that "
    "nothing had been signed."
)


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("The ministers met. They spoke.", "The ministers met"),
        (
            "The ministers of both countries met on Monday, said the spokesman of the government of the larger one.",
            "The ministers of both countries met on Monday",
        ),
        ("Word " * 60, " ".join(["Word"] * 19) + "…"),
    ],
)
def test_a_title_is_derived_from_the_lead(lead: str, title: str) -> None:
    assert metadata.derive_title(lead.strip(), 100).removesuffix("…") == title.removesuffix("…") or len(title) > 90


@pytest.mark.parametrize(
    ("body", "guess"),
    [
        ("They met on 2 June 2025. On July 5 they met again.", "2025-07~"),
        ("They met on Wednesday, July 23, and will meet in 2031.", None),
        ("The law of 2022 stands. They met on Wednesday, July 23.", "2025-07~"),
        ("They met on June 2. The fund of 2024 will start in 2030.", "2024-06~"),
        ("They met on June 2.", None),
        ("Nobody met in 2024.", None),
    ],
)
def test_a_date_is_guessed_from_dates_in_the_text(body: str, guess: str | None) -> None:
    assert metadata.guess_date(body) == guess


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("2025", True),
        ("2025-07", True),
        ("2025-07~", True),
        ("2025-07-11", True),
        ("2025-07-11T12:04", True),
        ("2025-13", False),
        ("2025-02-30", False),
        ("2025-07-11T25:00", False),
        ("11.07.2025", False),
        ("", False),
    ],
)
def test_dates_that_may_be_stated(text: str, valid: bool) -> None:
    assert metadata.is_date(text) is valid


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://",
        "http://a b.example",
        'https://a.example/"x',
        "//a.example",
        "https://[",
        "data:text/html,x",
        "https://a.example/\u202e",
    ],
)
def test_what_is_no_web_address(url: str) -> None:
    assert metadata.web_address(url) is None


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (["By Ann Example and Jo Poe, The Hill Town Courier"], ("Ann Example", "Jo Poe")),
        (["(Reporting by Ann Example in Hill Town and Jo Poe in Ely; Editing by Max Roe)"], ("Ann Example", "Jo Poe")),
        (["Interview: Ann Example"], ("Ann Example",)),
        (["Ann Example in Hill Town and Jo Poe in Riverside"], ("Ann Example", "Jo Poe")),
        (["Ann Example, Legal Editor"], ("Ann Example",)),
        (["Ann Example, USA TODAY | April 1, 2016"], ("Ann Example",)),
        (["Ann Example, Hill Town | April 1, 2016"], ()),
        (["Hill Town, Nowhere"], ()),
        (["Interview: how it began"], ()),
        (["By ANN EXAMPLE Associated Press"], ("ANN EXAMPLE",)),
        (["By AFP Staff Writers"], ()),
        (["Agence France-Presse in Paris"], ()),
    ],
)
def test_a_head_names_authors(page: list[str], names: tuple[str, ...]) -> None:
    assert metadata.authors(page, (0, 1)) == names
