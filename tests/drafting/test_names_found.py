"""Which words are names, of what kind, and which only look like it."""

import pytest

from generator.drafting import actors, attribution, language, newcomers
from generator.drafting.findings import FoundActor, Mention
from generator.drafting.known import of_actors


def find(text: str) -> tuple[list[FoundActor], list[Mention]]:
    return actors.find(language.parse(text), of_actors({}))


def named(text: str) -> dict[str, FoundActor]:
    return {actor.name: actor for actor in find(text)[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rail, Maritime and Transport union (RMT) met on Monday.", "Rail, Maritime and Transport union"),
        ("The US Agency for Rural Progress (USARP) sent grain.", "US Agency for Rural Progress"),
        ("Teachers for a Democratic Choir (TDC) met on Monday.", "Teachers for a Democratic Choir"),
        ("Members (ABC) met on Monday.", None),
    ],
)
def test_an_acronym_tells_how_far_the_name_before_it_goes(text: str, name: str | None) -> None:
    assert name in named(text) if name else "Members" not in named(text)


def test_an_acronym_is_the_body_wherever_it_stands() -> None:
    text = "The Harbour Workers Council (HWC) met on Monday. In an email, HWC spokesman Anders Berg said it was over."
    found = named(text)
    assert "HWC" in found["Harbour Workers Council"].aliases
    body = list(found).index("Harbour Workers Council")
    assert found["Anders Berg"].speaks_for == body


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Officials said that Timothy Weeks was handed over on Monday.", "Timothy Weeks", True),
        ("Deputy Director of Public Prosecution Eva-Marie Persson took the decision.", "Eva-Marie Persson", True),
        ("Ports Union Members Shut Harbour Gates\n\nThe harbour was closed on Monday.", "Shut Harbour Gates", False),
        ("Dodgers Beat Harbour Odds\n\nHarbour Odds said on Monday that it would close.", "Harbour Odds", True),
        ("“Approval would end the strike,” the harbour's owner said.", "Approval", False),
        ("A clinic in Buffalo, N.Y., was shut on Monday.", "N.Y.", False),
        ("Riot police came on Monday.", "Riot", False),
        ("Halvern police came on Monday. Halvern is a port.", "Halvern", True),
        ("He joined the Republicans. Republicans said on Monday that the bill was dead.", "Republicans", True),
    ],
)
def test_names_and_what_only_looks_like_one(text: str, name: str, there: bool) -> None:
    assert (name in named(text)) is there


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Redwater Hill, the activist fund that owns a tenth, said no.", "Redwater Hill", "organization"),
        ("Tiffany Lynch, acting national chairwoman of the guild, said no.", "Tiffany Lynch", "person"),
        ("The company's chief, Abdul Jaafar, said no.", "Abdul Jaafar", "person"),
        ("The nationalist Fianna Glas, which runs the city, said no.", "Fianna Glas", "organization"),
        ("Ann Berg, the leader of Fianna Glas, and Fianna Glas voted no.", "Fianna Glas", "organization"),
        ("Pollster Frank Jensen said that it would rain.", "Frank Jensen", "person"),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert named(text)[name].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "absent"),
    [
        ("Visuals journalist Adam Berg - found dead - was 37.", "Adam Berg", "Adam Berg - found"),
        ("Judge David Keague wrote the ruling.", "David Keague", "Judge David Keague"),
        ("Prince William was there. William said it was late.", "Prince William", "William"),
        ("Communications Minister Fahmi Fadzil said it was late.", "Fahmi Fadzil", "Communications"),
        ("Frenchman Corentin Moutet fell on Monday.", "Corentin Moutet", "Frenchman Corentin Moutet"),
        ("The minister of mines and energy, Ann Berg, spoke.", "Ann Berg", "Mines and energy"),
        ("The Federal Bureau of Ports (FBP) Director, Ann Berg, spoke.", "Federal Bureau of Ports", "Ports (FBP"),
    ],
)
def test_names_end_where_they_end(text: str, name: str, absent: str) -> None:
    assert name in named(text)
    assert absent not in named(text)


def test_the_end_of_a_full_name_is_that_person() -> None:
    text = "Mohamed El Samar came on Monday. “It is late,” Adam Berg told El Samar."
    assert "El Samar" in named(text)["Mohamed El Samar"].aliases


def test_a_party_keeps_its_land_and_its_purpose() -> None:
    text = "Democratic Party of Japan leader Jiro Noda met Communist League for the Workers leader Ann Berg."
    found = named(text)
    assert {"Democratic Party of Japan", "Communist League for the Workers"} <= set(found)
    assert list(found)[found["Jiro Noda"].speaks_for or 0] == "Democratic Party of Japan"


def test_a_body_that_all_know_is_found_by_its_short_name() -> None:
    assert named("Ann Berg, the head of the WHO, said it was over.")["World Health Organization"].kind == "organization"
    assert "ASEAN" not in named("The Asian markets fell on Monday.")


@pytest.mark.parametrize(
    ("text", "names", "absent"),
    [
        (
            "The Christian Democrats of Halvern left the hall. Social Democrats stayed.",
            {"Christian Democrats", "Social Democrats"},
            "Democrats",
        ),
        ("The Danish Democrats left the hall.", {"Democrats"}, "Danish Democrats"),
        ("The Unity Party of President Amara Keita lost. Keita rejected it.", {"Unity Party", "Amara Keita"}, "Keita"),
        ("A court in Northtown rejected the claim. The court was late.", {"Court in Northtown"}, "Court"),
        (
            "A spokesperson for Maersk, the Danish shipping group, said it had told customers to wait.",
            {"Maersk"},
            "Spokesperson",
        ),
        (
            "Elementary teachers went back. Ann Holm of the Elementary Teachers' Federation said so.",
            {"Elementary teachers", "Elementary Teachers' Federation"},
            "Elementary",
        ),
    ],
)
def test_names_are_neither_cut_nor_inflated(text: str, names: set[str], absent: str) -> None:
    doc = language.parse(text)
    found, mentions = actors.find(doc, of_actors({}))
    found, _ = newcomers.add(doc, attribution.find(doc), found, mentions)
    assert names <= {actor.name for actor in found}
    assert absent not in {actor.name for actor in found}
