"""Where something was said: verbatim, short, and none where nothing tells."""

import pytest

from generator.drafting import attribution, language, occasions
from generator.drafting.findings import FoundEvent, FoundStatement


def found(text: str) -> list[str]:
    doc = language.parse(text)
    spans = [occasions.of(doc, one) for one in attribution.find(doc)]
    return [text[slice(*span)] for span in spans if span is not None]


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        (
            "The mayor said in an interview with the Varn Post that the bridge was safe.",
            "in an interview with the Varn Post",
        ),
        ("“The bridge is safe,” the mayor told a press conference in Varn.", None),
        ("“The bridge is safe,” the mayor said at a press conference in Varn.", "at a press conference in Varn"),
        ("In a letter to the union, the mayor promised to mend the bridge.", "In a letter to the union"),
        ("The bridge is safe, the mayor wrote on Telegram.", "on Telegram"),
        ("On the sidelines of the summit, the mayor said that the bridge was safe.", "On the sidelines of the summit"),
        ("Speaking at a rally in Varn, the mayor said that the bridge was safe.", "at a rally in Varn"),
        ("The mayor said in a statement on Tuesday that the bridge was safe.", "in a statement"),
        ("The mayor said that the plan had failed at a meeting in Varn.", None),
        ("The mayor said on Tuesday that the bridge was safe.", None),
        ("The mayor said in Varn that the bridge was safe.", None),
    ],
)
def test_occasions(text: str, occasion: str | None) -> None:
    assert found(text) == ([occasion] if occasion else [])


def test_an_occasion_names_an_event_of_the_article() -> None:
    text = "The mayor said at the talks in Varn that the bridge was safe."
    doc = language.parse(text)
    (one,) = attribution.find(doc)
    said = FoundStatement(one, "state", quote=one.content[0])
    start = text.index("talks")
    talks = FoundEvent(start, start + 5, (0, len(text)), "Talks in Varn", "consult", "test")
    other = FoundEvent(0, 3, (0, len(text)), "Another", "consult", "test")
    (told,) = occasions.add(doc, [said], [other, talks])
    assert (told.event, text[slice(*(told.occasion or (0, 0)))]) == (1, "at the talks in Varn")
    (alone,) = occasions.add(doc, [said], [other])
    assert alone.event is None
