"""Which words tell an event and which are mere words, metaphors or another thing."""

import pytest

from tests.drafting.test_events import found

NAMES = ["Kenya", "Peru", "Lund"]


def _types(text: str) -> list[str]:
    return [event.type for event in found(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kenya held an election on Sunday.", ["consult"]),
        ("Kenya voted in a referendum on Sunday.", ["consult"]),
        ("Kenya launched war games on Monday.", ["mobilize"]),
        ("Kenya put tariffs on steel from Peru on Monday.", ["sanction"]),
        ("Kenya dropped its inquiry into Peru on Monday.", ["concede"]),
        ("Rebels deposed the president of Kenya on Monday.", ["coerce"]),
        ("A judge rejected the request of Kenya on Monday.", ["reject"]),
        ("Kenya gave Peru until Friday to withdraw.", ["threaten"]),
        ("Kenya and Peru signed a trade plan on Monday.", ["agree"]),
        ("Lund pleaded not guilty on Monday.", ["accuse"]),
        ("The jury found Lund guilty on Monday.", ["sanction"]),
        ("Kenya released figures on Monday.", ["consult"]),
        ("Kenya published a report on Monday.", ["consult"]),
        ("Kenya walked out of the talks.", ["reject"]),
        ("Kenya agreed to a ceasefire on Monday.", ["agree"]),
        ("Kenya has to end the tariffs on goods imposed on Sept. 1.", ["sanction"]),
        ("Kenya hopes to win the May 12 election.", ["consult"]),
        ("Lund said at a news conference on Monday that Kenya was calm.", ["consult"]),
    ],
)
def test_tells_what_newswire_tells(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    "text",
    [
        "Kenya repeated its demand on Monday.",
        "Kenya attacked the policy of Peru on Monday.",
        "Lund attacked Kenya on Monday for voting late.",
        "His plan was met with laughter on Monday.",
        "Kenya demonstrated its unity on Monday.",
        "Supporters will rally behind Lund on Monday.",
        "A bird strike hit the price of Kenya on Monday.",
        "Prices in Kenya exploded on Monday.",
        "Kenya gave birth in March.",
        "Kenya suffered a plane crash on Monday.",
        "Kenya charged Peru $3 million on Monday.",
        "Nobody was arrested in Kenya on Monday.",
        "Kenya has visited Peru 270 times since 2019.",
        "Why did Kenya attack Peru on Monday?",
        "Elections are won by turnout in Kenya.",
        "Kenya was supposed to attack Peru on Monday.",
        "Kenya will continue talks with Peru.",
        "The reports of Kenya reached Peru.",
    ],
)
def test_tells_no_event(text: str) -> None:
    assert _types(text) == []


def test_a_charge_is_not_what_it_is_of() -> None:
    assert _types("Kenya charged Lund with murder on Monday.") == ["accuse"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya shelled the convoy on Monday. Troops of Kenya fired at the convoy.", 1),
        ("Kenya and Peru met on Monday. They discussed trade.", 1),
        ("Kenya signed an accord on Monday. The accord ends a war.", 1),
        ("Kenya met Peru on Monday. Monday’s dinner in Lima was lavish.", 2),
    ],
)
def test_joins_mentions_by_what_they_are_about(text: str, count: int) -> None:
    assert len(found(text, NAMES)) == count


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Friday’s talks between Kenya and Peru failed.", "Talks between Kenya and Peru fail"),
        ("The commission that Kenya appointed on Monday met Lund.", "Kenya appoints commission"),
        ("His members walked out on Monday.", "Members walk out"),
        ("Kenya came under fire on Monday.", "Kenya comes under fire"),
        ("Most of the strikes hit Peru on Monday.", "Most of the strikes hit Peru"),
        ("Kenya gave Peru until Friday to withdraw.", "Kenya gives Peru until Friday"),
    ],
)
def test_titles_say_who_does_what_and_not_when(text: str, title: str) -> None:
    assert found(text, NAMES)[0].title == title


def test_beside_another_event_a_dated_phrase_is_quoted_by_itself() -> None:
    text = "Kenya attacked Peru on Monday ahead of the May 12 election of a new president."
    assert [text[slice(*e.quote)] for e in found(text, NAMES)][-1] == "the May 12 election of a new president"
