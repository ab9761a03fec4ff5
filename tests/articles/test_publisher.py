import pytest

from generator.articles import metadata, publisher, read_text

WORDS = (
    "The spokesman of the ministry told the paper that the talks about the border would go on in June, and that "
    "nothing had been signed."
)
TITLE = "Ministers meet about the border"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (["✇The Example Times"], "The Example Times"),
        (["Kyiv • UNN"], "UNN"),
        (["He told the Kyiv Post so.", "More is in the Kyiv Post article."], "Kyiv Post"),
        (["© 2024 Deutsche Welle. All rights reserved."], "Deutsche Welle"),
        (["LONDON, May 5 (Reuters) - The ministers met."], "Reuters"),
        (["It is in a paper obtained by the Kyiv Post.", "Get full access to the Kyiv Post."], "Kyiv Post"),
        (["He told Reuters that he would not go."], None),
        (["The Times are changing, he told the guardian of the house."], None),
        ([WORDS], None),
    ],
)
def test_a_page_names_its_publisher(page: list[str], name: str | None) -> None:
    assert publisher.tell(page) == name


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        (["3 May 2025, 10:00 | The Hill Town Courier"], [], "The Hill Town Courier"),
        (["Monday May 5 2025, 5.15pm, The Lantern"], ["© The Lantern 2025"], "The Lantern"),
        (["By Ann Example", "The Hill Town Courier"], [], "The Hill Town Courier"),
        (["Ann Example in Hill Town and Jo Poe in Riverside, The Hill Town Post"], [], "The Hill Town Post"),
        (["By Ann Example"], ["Hill Town Gazette"], "Hill Town Gazette"),
        (["By Ann Example"], ["© 2025 Hill Town Gazette. All rights reserved."], "Hill Town Gazette"),
        (["3 May 2025 | The Lantern"], [], "The Lantern"),
        (["3 May 2025 | Hill Town"], [], None),
        (["By Ann Example", "World News"], ["Next Post"], None),
        (["By Ann Example", "Hill Town"], ["© Jo Poe"], None),
        (["By Ann Example"], ["Photo: Jo Poe / Hill Town Gazette"], None),
        (["By Emily Post", "Emily Post"], [], None),
        (["Riverside Today", "3 May 2025"], [], "Riverside Today"),
        (["Riverside Today", "Next", "By Ann Example"], [], None),
        (["By Ann Example"], ["Next", "USA Today", "Terms of use"], "USA Today"),
        (["The Hill Town Post"], ["© 2025 The Riverside News - by The Hill Town Post"], "The Riverside News"),
    ],
)
def test_head_and_foot_name_the_publisher(head: list[str], foot: list[str], name: str | None) -> None:
    page = [TITLE, *head, WORDS, WORDS + " More.", *foot]
    people = metadata.authors(page, (0, len(head) + 1))
    assert publisher.tell(page, (len(head) + 1, len(head) + 3), people) == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("HILL TOWN, Nowhere, May 5, 2025 (Border Wire) - ", "Border Wire"),
        ("HILL TOWN (Nowhere) - ", None),
        ("The ministers (Ann Example, Jo Poe) - ", None),
    ],
)
def test_a_dateline_names_the_publisher(lead: str, name: str | None) -> None:
    assert publisher.tell([TITLE, lead + WORDS], (1, 2)) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (["Newsfront", "By Ann Example", "3 May 2025"], "Newsfront"),
        (["Newsfront", "By Ann Example, Associated Press", "3 May 2025"], "Newsfront"),
        (["Riverside Today", "By Ann Example"], "Riverside Today"),
        (["Hill Town Sun-Times", "3 May 2025"], "Hill Town Sun-Times"),
        (["International Market Times", "3 May 2025"], "International Market Times"),
        (["MarketLantern", "3 May 2025"], "MarketLantern"),
        (["EPN", "3 May 2025"], "EPN"),
        (["EPN - 3 May 2025"], "EPN"),
        (["3 May 2025 | Hill Town Lantern Post"], "Hill Town Lantern Post"),
        (["Reuters", "By Ann Example"], "Reuters"),
        (["Newsfront", "3 May 2025"], None),
        (["Newsfront", "Ministers met"], None),
        (["Jo Poe", "3 May 2025"], None),
        (["Ann Example", "By Ann Example"], None),
        (["World News", "By Ann Example"], None),
        (["World Times", "By Ann Example"], None),
        (["News Analysis", "By Ann Example"], None),
        (["Political Correspondent", "By Ann Example"], None),
        (["Riverside", "By Ann Example"], None),
        (["Ann Example Associated Press", "3 May 2025"], "Associated Press"),
        (["Send by E-Mail", "3 May 2025"], None),
        (["E-Mail", "3 May 2025"], None),
    ],
)
def test_a_name_between_title_and_byline_or_date_is_the_publisher_s(head: list[str], name: str | None) -> None:
    lead = "RIVERSIDE (AP) - The ministers met in Riverside on Monday." if name else f"They met in Riverside. {WORDS}"
    page = [TITLE, *head, lead, WORDS]
    people = metadata.authors(page, (0, len(head) + 1))
    assert publisher.tell(page, (len(head) + 1, len(head) + 3), people) == name


def test_between_title_and_byline_of_a_whole_page_the_name_must_look_like_an_outlet_s() -> None:
    page = ["Menu", TITLE, "Migration", "By Ann Example", WORDS]
    assert publisher.tell(page, (4, 5), ("Ann Example",), 1) is None
    assert publisher.tell(page[1:], (3, 4), ("Ann Example",)) == "Migration"
    page[2] = "Hill Town Post"
    assert publisher.tell(page, (4, 5), ("Ann Example",), 1) == "Hill Town Post"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Published by Newsfront", "Newsfront"),
        ("Publisher: Newsfront", "Newsfront"),
        ("Source: Newsfront", "Newsfront"),
        ("By Jo Poe for Newsfront", "Newsfront"),
        ("By Jo Poe for the Hill Town Gazette", "the Hill Town Gazette"),
        ("Source: our own reporters", None),
        ("Published by Ann Example", None),
        ("Published by World News", None),
        ("By Jo Poe, Newsfront", None),
        ("By Jo Poe of Newsfront", None),
        ("(c) Newsfront", None),
    ],
)
def test_a_label_names_the_publisher(line: str, name: str | None) -> None:
    people = ("Ann Example", "Jo Poe")
    assert publisher.tell([TITLE, line, WORDS, WORDS + " More."], (2, 4), people) == name
    assert publisher.tell([TITLE, WORDS, WORDS + " More.", line], (1, 3), people) == name


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Radio Hill – The day at six", "Radio Hill"),
        ("Hill Town – The day at six", None),
        ("World News – The day at six", None),
        ("Newsfront | World | Elections", "Newsfront"),
        ("Newsfront | Elections", None),
        ("Politics | World", None),
        (f"{TITLE} | World | Ottawa Citizen", "Ottawa Citizen"),
        (f"{TITLE} | World | Hill Town", None),
        (f"{TITLE} | The Hill Town Courier", "The Hill Town Courier"),
    ],
)
def test_the_first_line_names_the_publisher(first: str, name: str | None) -> None:
    assert publisher.tell([first, TITLE, WORDS], (2, 3)) == name


def test_an_interviewer_s_paper_is_the_publisher() -> None:
    said = "The minister spoke to Ann Example of the weekly Leuchtturm about the border."
    page = [TITLE, said, "Interview: Ann Example", "Photo: Jo Poe / Leuchtturm"]
    assert publisher.tell(page, (1, 2), ("Ann Example",)) == "Leuchtturm"
    assert publisher.tell(page, (1, 2), ("Jo Poe",)) is None


@pytest.mark.parametrize(("label", "name"), [("PRESS RELEASE No. 3", "League of Hill Towns"), ("News", None)])
def test_an_institution_publishes_its_communique(label: str, name: str | None) -> None:
    page = ["LEAGUE OF HILL TOWNS (LHT)", label, TITLE, "The ministers of the League of Hill Towns met on Monday."]
    assert publisher.tell(page, (3, 4)) == name


def test_reading_a_text_tells_its_publisher_and_date() -> None:
    lead = f"HILL TOWN, Nowhere, May 5, 2025 (Border Wire) - {WORDS}"
    body = "\n\n".join([lead, WORDS, WORDS.replace("June", "July")])
    article = read_text(f"{TITLE}\n\n{body}\n", "a.txt", "")[0]
    assert (article.publisher, article.published, article.derived) == ("Border Wire", "2025-05-05", ())


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (["A strike", "The Example Courier", "Jo Smith, Associated Press", "May 2, 2024"], "The Example Courier"),
        (["A strike", "Jo Smith, Associated Press", "May 2, 2024"], "Associated Press"),
    ],
)
def test_an_agency_behind_a_reporter_leaves_the_page_to_the_outlet(page: list[str], name: str) -> None:
    assert publisher.tell([*page, "Dockers stayed away."], (len(page), len(page) + 1)) == name


@pytest.mark.parametrize(
    ("head", "lead", "name"),
    [
        (["By Reuters"], "", "Reuters"),
        (["By The Associated Press", "May 5, 2025"], "", "Associated Press"),
        (["AFP", "5 May 2025"], "", "Agence France-Presse"),
        (["Reuters, Hill Town"], "", "Reuters"),
        (["Al Jazeera and agencies"], "", "Al Jazeera"),
        (["By BBC News"], "", "BBC News"),
        (["By The Hill Town Courier"], "", "The Hill Town Courier"),
        (["Source: TASS"], "", "TASS"),
        (["By News Agencies"], "", None),
        (["By Ann Example"], "", None),
        (["Science"], "", None),
        ([], "(Reuters) - ", "Reuters"),
        ([], "MOSCOW, May 5. /TASS/. ", "TASS"),
        ([], "Reuters: ", "Reuters"),
        ([], "Reuters said that ", None),
        ([], "Hill Town, Nowhere - ", None),
    ],
)
def test_an_agency_in_the_head_or_dateline_publishes_what_names_no_other(
    head: list[str], lead: str, name: str | None
) -> None:
    page = [TITLE, *head, lead + WORDS, WORDS + " More."]
    assert publisher.tell(page, (len(head) + 1, len(head) + 3)) == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        (["About the Kyiv Post", "Follow Kyiv Post", "Kyiv Post's newsletter"], "Kyiv Post"),
        (["About the Kyiv Post", "Follow Kyiv Post"], None),
        (["About the Kyiv Post", "Follow Kyiv Post", "Kyiv Post's newsletter", "The Sun", "The Sun again"], None),
        (["Science", "More science", "Science news", "Science and us"], None),
    ],
)
def test_a_page_s_own_lines_name_the_publisher_again_and_again(foot: list[str], name: str | None) -> None:
    assert publisher.tell([TITLE, WORDS, *["More"] * 12, *foot, *["More"] * 12], (1, 2)) == name


def test_the_house_that_a_page_s_own_lines_name_goes_before_the_agency() -> None:
    foot = ["About the Kyiv Post", "Follow Kyiv Post", "Kyiv Post's newsletter"]
    page = [TITLE, "HILL TOWN, May 5, 2025 (AP) - " + WORDS]
    assert publisher.tell(page, (1, 2)) == "Associated Press"
    assert publisher.tell([*page, *["More"] * 12, *foot, *["More"] * 12], (1, 2)) == "Kyiv Post"
