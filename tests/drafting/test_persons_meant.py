"""Whom pronouns, titles, surnames and short forms mean where several can be meant, and what is no name at all."""

import pytest

from generator.drafting import actors, language
from generator.drafting.findings import FoundActor
from generator.drafting.known import of_actors
from generator.drafting.names import acronyms
from tests.drafting.reading import meant
from tests.drafting.test_whose_voice import told


def named(text: str) -> dict[str, FoundActor]:
    return {actor.name: actor for actor in actors.find(language.parse(text), of_actors({}))[0]}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a sentence that is quoted whole lies not between a speaker and the pronoun behind it
        (
            "Peter Lund said no. Jonas Wirth, a baker, left.\n\n“Bread rises. It must. It does,” he said.",
            "he",
            "Jonas Wirth",
        ),
        ("Peter Lund rejected the plan. Jonas Wirth saw a wolf there. It ran. He said no.", "He", "Jonas Wirth"),
        # what a verb does it does not do to its subject
        ("Peter Lund met Jonas Wirth. He urged Wirth to leave.", "He", "Peter Lund"),
        ("Peter Lund met Jonas Wirth. He urged them to leave.", "He", "Peter Lund"),
        # a gender that only a pronoun told gives way where nobody else is meant, and only there
        ("Yao Oke greeted Peter Lund after he arrived. She said it was late.", "She", "Yao Oke"),
        ("Yao Oke greeted Clara Holm after he arrived. She said it was late.", "She", "Clara Holm"),
    ],
)
def test_he_and_she_among_several(text: str, words: str, name: str) -> None:
    assert meant(text, words) == {name}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Clara Holm praised the plan. On Monday, the Danish president said it was late.",
            "the Danish president",
            None,
        ),
        ("Clara Holm, a judge, left. On Monday, the Danish president said it was late.", "the Danish president", "own"),
        (
            "Clara Holm praised the plan. The former Danish president said it was late.",
            "former Danish president",
            "own",
        ),
        (
            "President Clara Holm met Vice President Jonas Wirth. Denmark's president said it was late.",
            "Denmark's president",
            None,
        ),
        ("Vice President Clara Holm left. Denmark's president said it was late.", "Denmark's president", "own"),
        ("President Clara Holm met Denmark. Germany's vice president said no.", "Germany's vice president", "own"),
        ("President Clara Holm left. A leader of the Green Front said no.", "leader of the Green Front", "own"),
        (
            "President Clara Holm left. Geese came. It was late. Dogs ran. Japan's president said no.",
            "Japan's president",
            "own",
        ),
        ("A math major left. The president said no.", "The president", "own"),
        ("Clara Holm was ill, her spokeswoman said.", "spokeswoman", "own"),
        ("Clara Holm's lawyer Peter Lund left. Jonas Wirth's lawyer said no.", "Jonas Wirth's lawyer", "own"),
        ("Peter Lund, a spokesman for Halvern Hill, left. A sheriff's spokeswoman said no.", "spokeswoman", "own"),
    ],
)
def test_a_title_is_whose_it_can_be(text: str, words: str, name: str | None) -> None:
    doc = language.parse(text)
    found, mentions = actors.find(doc, of_actors({}))
    start = text.rindex(words)
    on = [m for m in mentions if m.start <= start and m.end >= start + len(words) and m.form == "description"]
    assert {found[m.actor].named for m in on if m.actor is not None} == {name is None}
    assert name or {found[m.actor].name for m in on if m.actor is not None} == {"Clara Holm"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # a surname is no land that sounds alike; no full name begins with a form of address or an agency
        ("David Camerun left. Mr Camerun said no.", "Camerun", {"David Camerun"}),
        ("Peter Lund met Lady Lund. Lund said no.", "Lund", {"Peter Lund"}),
        ("Peter Lund met Clara Lund. Lund said no.", "Lund", {None}),
        ("REUTERS Lund: Mandela 'woke me up'\n\nPeter Lund left. He told Lund.", "Lund", {"Peter Lund"}),
        # bodies
        ("Otter Bank fell.\n\nHill Mining Co. rose after the company said no.", "the company", {"Hill Mining Co."}),
        ("Otter Bank and Hill Mining Co. rose after the company said no.", "the company", set()),
        ("The Green Front (GF) marched. The GF fighters left.", "The GF fighters", {"Green Front"}),
        ("KXB News opened. The KXB said no.", "KXB", {"KXB News"}),
        ("The Danish Navy sailed. The navy troops left.", "The navy troops", {"Navy troops"}),
        # parties
        ("The Democratic Party won. Democrats said no.", "Democrats", {"Democratic Party"}),
        ("The Liberty Party won. Democrats said no.", "Democrats", {"Democrats"}),
        # the government of several states
        ("Norway met Denmark. The Danish Council left. The government said no.", "The government", {"Denmark"}),
        ("Norway met Denmark. The Harbour Council left. The government said no.", "The government", {"Government"}),
    ],
)
def test_names_and_bodies_in_short(text: str, words: str, names: set[str | None]) -> None:
    assert meant(text, words) == names


def test_an_acronym_leaves_out_the_legal_form() -> None:
    assert "HM" in acronyms("Hill Mining Co.")
    assert "HM" not in acronyms("Hill Mining Club")


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("Peter Lund of Oklahoma, the chairman of the board, left.", "Oklahoma", False),
        ("They wrote to US president Barack Obama, which was noted.", "Barack Obama", True),
        ("The Starmers left with Keir Starmer.", "Starmers", False),
        ("Anna Berg met National Security Adviser Tom Lund.", "National Security", False),
        ("Top EU Brexit Official Says No", "EU Brexit", False),
        ("The U.S. Embassy in Oslo was shut.", "U.S. Embassy", True),
        ("They met in Crimea, Secretary of State Anna Berg said.", "Crimea", False),
        ("The Republican Presidential Primary opened on Monday.", "Republican Presidential Primary", False),
        ("PM Anna Berg said no.", "PM", False),
        ("The Hindustan Courier said no. A report in the Hindustan Courier was late.", "Hindustan Courier", True),
    ],
)
def test_what_a_name_is(text: str, name: str, there: bool) -> None:
    found = named(text)
    assert (name in found) is there
    assert not there or found[name].kind == ("person" if " Obama" in name else "organization")


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        # an outlet passes on what others say; a mayor speaks of it
        ("“It is late,” Clara Holm said, Reuters reported.", {("Clara Holm", "Clara Holm")}),
        ("Reuters reported that it was late.", {("Reuters", "Reuters")}),
        ("Ann Berg left. A report in USA Today said that it was late.", {("USA Today", "USA Today")}),
        ("Ann Berg left. A report in Oslo said that it was late.", set()),
        # who stands in apposition to a name has it
        ("Peter Lund, a close ally who has criticized the plan, left.", {("Peter Lund", "Peter Lund")}),
        ("A close ally of the mayor criticized the plan.", {("Close ally", "Close ally")}),
        ("The water said no.", set()),
        # a government's source speaks for its state, a neighbour's does not
        ("A Danish government source said that it was late.", {("Danish government source", "Denmark")}),
        ("A Danish industry source said that it was late.", {("Danish industry source", "Danish industry source")}),
        ("The Danish Liberation Forces said that it was late.", {("Danish Liberation Forces",) * 2}),
        ("The Danish Border Guard said that it was late.", {("Danish Border Guard", "Denmark")}),
    ],
)
def test_who_is_credited(text: str, voices: set[tuple[str, str]]) -> None:
    assert set(told(text)) == voices
