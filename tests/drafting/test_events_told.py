import pytest

from tests.drafting.test_events import found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The court ruled on Monday that Kenya must pay.", "coerce"),
        ("The court ruled against Kenya on Monday.", "reject"),
        ("A judge sided with Kenya on Monday.", "support"),
        ("Kenya scuttled the talks with Peru on Monday.", "reject"),
        ("Kenya lost the election on Monday.", "concede"),
        ("Kenya has responded by imposing tariffs on Peru.", "sanction"),
    ],
)
def test_types_what_courts_and_parties_do(text: str, kind: str) -> None:
    assert [event.type for event in found(text, ["Kenya", "Peru"])] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "That raises questions over how Kenya will negotiate with Peru.",
        "Kenya ruled out a visit.",
        "Kenya had to attack Peru.",
        "Kenya said the hostages had suffered from their ordeal.",
        "Kenya left for the weekend.",
    ],
)
def test_questions_duties_and_sufferings_are_no_events(text: str) -> None:
    assert not found(text, ["Kenya", "Peru"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya bombed a port, which killed nine people and destroyed houses, on Monday.", 1),
        ("Teachers in Kenya rallied on Monday. Teachers chanted slogans.", 1),
        ("Miners in Kenya went on strike on Monday. Students in Kenya held a rally on Monday.", 2),
        ("Kenya killed Lund on Monday. Lund was assassinated.", 1),
        ("Kenya shelled a port on Monday. Peru imposed a curfew on Monday.", 2),
    ],
)
def test_what_is_one_event(text: str, count: int) -> None:
    assert len(found(text, ["Kenya", "Peru", "Lund", "Teachers"])) == count


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Negotiations between Kenya and Peru are to resume on Saturday.", "2024-03-16"),
        ("Kenya abducted two men wearing uniforms in the heart of the capital in May 2021.", "2021-05"),
    ],
)
def test_dates_of_what_is_near_them(text: str, date: str | None) -> None:
    assert [event.date for event in found(text, ["Kenya", "Peru"])] == [date]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks between Kenya and Peru ended on Monday.", "Talks between Kenya and Peru"),
        ("Miners walked off the job on Monday.", "Miners walk off the job"),
        ("Kenya ousted and detained Lund on Monday.", "Kenya ousts Lund"),
    ],
)
def test_titles_name_both_parties_and_the_particle(text: str, title: str) -> None:
    assert found(text, ["Kenya", "Peru", "Lund"])[0].title == title


@pytest.mark.parametrize(
    "promise",
    [
        "made no promise to send troops",
        "failed to make a commitment to send troops",
        "ruled out any plan to send troops",
    ],
)
def test_what_is_not_promised_is_not_planned(promise: str) -> None:
    assert not [event for event in found(f"Kenya {promise} to Peru on Friday.", ["Kenya", "Peru"]) if event.planned]


def test_what_is_promised_is_planned() -> None:
    (one,) = found("Kenya made a promise to send troops to Peru.", ["Kenya", "Peru"])
    assert one.planned


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("He fled after the May 2 attack.", "assault", "2023-05-02"),
        ("Two men died in a shootout on Monday.", "assault", "2024-03-11"),
        ("Kenya appointed Lund on Monday.", "agree", "2024-03-11"),
    ],
)
def test_background_with_its_own_date_is_an_event(text: str, kind: str, date: str) -> None:
    assert (kind, date) in [(event.type, event.date) for event in found(text, ["Kenya", "Lund"])]


def test_who_dies_in_bed_is_no_event() -> None:
    assert not found("Two men died in a hospital on Monday.")


@pytest.mark.parametrize("fight", ["traded fire", "exchanged gunfire", "traded shots", "opened fire on Peru"])
def test_fighting_idioms_tell_assaults(fight: str) -> None:
    text = f"Kenyan and Peruvian troops {fight} on Monday." if "Peru" not in fight else f"Kenya {fight} on Monday."
    assert [event.type for event in found(text, ["Kenya", "Peru"])] == ["assault"]


def test_trade_in_goods_is_no_fight() -> None:
    assert [event.type for event in found("Kenya and Peru traded prisoners on Monday.", ["Kenya", "Peru"])] == [
        "cooperate"
    ]


def test_a_headline_tells_the_leads_event() -> None:
    text = (
        "Kenyan and Peruvian troops trade fire\n\n"
        "LIMA (Wire) — Kenyan and Peruvian troops clashed near Lima on Monday. "
        "On Sunday, after a quarrel, a mine wounded Kenyan guards."
    )
    events = found(text, ["Kenyan", "Peruvian"])
    assert len(events) == 2
    assert events[0].title.startswith("Kenyan and Peruvian troops clash")
    assert text[slice(*events[0].quote)].startswith("Kenyan and Peruvian")
    assert [one.actor for one in events[1].participants] == [0]
