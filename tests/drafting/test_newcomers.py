"""Sources that nothing names become actors; those that only lie beside one do not speak."""

import pytest

from generator.drafting import actors, attribution, language, newcomers, statements
from generator.drafting.known import of_actors


def speakers(text: str) -> list[str]:
    """Return who says something in text, by name, in its order."""
    doc = language.parse(text)
    attributions = attribution.find(doc)
    found, mentions = newcomers.add(doc, attributions, *actors.find(doc, of_actors({})))
    said = statements.understand(doc, attributions, found, mentions)
    return [found[one.speaker].name for one in said if one.speaker is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two Danish speechwriters said the harbour would close.", ["Danish speechwriters"]),
        ("Peter Lund left on Monday. His surrogates said he would return.", ["Surrogates"]),
        ("A number of members of the choir said that they were tired.", ["Members"]),
        ("Peter Lund left on Monday. The proposal said that he would return.", []),
        ("Peter Lund left on Monday. A new poll says that he would win.", []),
        ("Peter Lund left on Monday. The hawks reply that he cheats.", ["Hawks"]),
        ("Peter Lund left on Monday. The effect shows that he was right.", []),
        ("Peter Lund left on Monday. Uncertainty suggests that he would win.", []),
    ],
)
def test_who_speaks_without_a_name(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_two_phrases_of_the_same_words_are_one_actor() -> None:
    text = "Some brewers said hops were dear. Other people disagreed. Brewers said barley was cheap."
    assert len(set(speakers(text))) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Agencies citing Jonas Wirth reported that the bridge had fallen.", ["Jonas Wirth"]),
        ("Norway spoke of talks with Denmark. It said the ferries would sail.", ["Norway"]),
        (
            "Norway published a letter. “We are late,” Peter Lund told reporters, according to a transcript.",
            ["Peter Lund"],
        ),
        ("Peter Lund and union leaders said the plan was sound.", ["Peter Lund", "Union leaders"]),
        ("Norway and Denmark met in Bergen. Both sides said they were content.", ["Norway", "Denmark"]),
    ],
)
def test_whose_words_a_report_passes_on(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(speakers(text))) == names
