import pytest

from generator.articles import read_text
from tests.articles.test_text import BODY, TITLE

MENU = ["Home", "News", "World", "Business", "Opinion", "Sport", "Culture"]
TEASERS = ["Storm closes two harbours in the north", "Bakers ask for lower prices", "Night train to the coast returns"]
STANDFIRST = "Guards at the border say that they were not asked and want to hear more of the plan before it begins."


def title(*lines: str, sep: str = "\n") -> str | None:
    (article,) = read_text(sep.join([*lines, *BODY]), "a.txt", "")
    return None if "title" in article.derived else article.title


@pytest.mark.parametrize("sep", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "lines",
    [
        [TITLE],
        [*MENU, TITLE, "5 May 2025"],
        [*MENU, "World", TITLE, STANDFIRST, "By Ann Writer", "5 May 2025, 10:30"],
        ["5 May 2025", "World", TITLE, STANDFIRST, "Ann Writer", "Share"],
        [*MENU, *TEASERS, "Home > World", TITLE, "By Ann Writer", "Published 5 May 2025", "Share", "Copy link"],
        [f"{TITLE} | The Example Times", *MENU, TITLE, "Ann Writer", "5 May 2025"],
        [*MENU, f"Home » World » {TITLE}", TITLE, "Ann Writer", "5 May 2025"],
        [*MENU, TITLE, "By Ann Writer", "5 May 2025", f"Share: {TITLE}", "A harbour at dawn. (Photo: Jo Poe)"],
    ],
)
def test_the_headline_is_told_from_the_lines_around_it(lines: list[str], sep: str) -> None:
    assert title(*lines, sep=sep) == TITLE


def test_a_headline_above_a_credit_is_no_caption() -> None:
    assert title(*MENU, TITLE, "Photo: Jo Poe/Example Pictures", "By Ann Writer", "5 May 2025") == TITLE


@pytest.mark.parametrize("lines", [[], MENU, ["5 May 2025"], ["Skip to main content", "Advertisement"]])
def test_what_is_no_headline_is_none(lines: list[str]) -> None:
    assert title(*lines) is None


def test_a_teaser_below_the_text_is_no_title() -> None:
    (article,) = read_text("\n".join([TITLE, "5 May 2025", *BODY, "Most read", *TEASERS]), "a.txt", "")
    assert article.title == TITLE


def test_a_letter_s_first_heading_is_its_title_and_a_heading_amid_the_text_is_none() -> None:
    heading = "1 big thing: The border stays shut"
    assert title("The Example Letter | five minutes on markets", "5 May 2025", heading, sep="\n\n") == heading
    (article,) = read_text("\n\n".join([BODY[0], "What happens to the plan next?", *BODY[1:]]), "a.txt", "")
    assert "title" in article.derived


@pytest.mark.parametrize(
    ("line", "foot"),
    [
        (f"{TITLE} | The Example Times", []),
        (f"{TITLE} | World News | Reuters", []),
        (f"{TITLE} - The Example Times", ["© 2025 The Example Times"]),
        (f"{TITLE} - Hill Town", [TITLE]),
        (f"Title: {TITLE}", []),
        (f"**{TITLE}**", []),
    ],
)
def test_what_a_window_s_title_adds_is_cut(line: str, foot: list[str]) -> None:
    (article,) = read_text("\n\n".join([line, *BODY, *foot]), "a.txt", "")
    assert article.title == TITLE


@pytest.mark.parametrize("end", [" - The Example Times", " | Ministers Meet", " – Guards", " | World"])
def test_what_a_headline_prints_is_not_cut(end: str) -> None:
    assert title(TITLE + end, sep="\n\n") == TITLE + end


def test_a_line_printed_twice_is_not_cut() -> None:
    assert (
        title(f"{TITLE} - Reuters", "5 May 2025", f"{TITLE} - Reuters", "Reuters", sep="\n\n") == f"{TITLE} - Reuters"
    )
    assert title(f"{TITLE} - Kyiv Post", "5 May 2025", "Kyiv Post", sep="\n\n") == f"{TITLE} - Kyiv Post"
    assert title(f"{TITLE} - Kyiv Post", "5 May 2025", "© Kyiv Post", sep="\n\n") == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "…as guards at the border say that nobody asked them about the plan",
        "Guards at the border on a cold morning. Jo Poe",
    ],
)
def test_what_goes_on_from_a_headline_and_a_credited_caption_are_no_titles(line: str) -> None:
    assert title(*MENU, TITLE, line, "By Ann Writer", "5 May 2025") == TITLE
    assert title(line, "By Ann Writer") is None


def test_a_lead_that_ends_with_a_quotation_is_no_title() -> None:
    lead = 'LIMA — Guards at the closed border urged ministers on Sunday to meet again and "make a deal."'
    assert title(TITLE, "The Example Post", "2025-05-05", lead) == TITLE


def test_a_kicker_in_capitals_is_cut_from_its_headline() -> None:
    assert title(*MENU, f"BORDER STORY {TITLE}", "By Ann Writer", "5 May 2025") == TITLE
    assert title(*MENU, f"NATO {TITLE}", "By Ann Writer", "5 May 2025") == f"NATO {TITLE}"
