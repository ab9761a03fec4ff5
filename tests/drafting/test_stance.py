"""What a statement does, by its cue and by its content."""

import pytest

from generator.drafting import attribution, language, stance
from generator.drafting.statement_parts import cue_token, span
from generator.vocabulary import load


def of(text: str, **how: bool) -> str:
    doc = language.parse(text)
    one = [*attribution.find(doc), *attribution.nested(doc)][0]
    return stance.of(span(doc, one.content[0]), cue_token(doc, one), **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union demanded a second vote.", "demand"),
        ("The union called for a second vote.", "demand"),
        ("The union insisted that the company reopen the plant.", "demand"),
        ("The union said the company must reopen the plant.", "demand"),
        ("The chairman proposed a second vote.", "propose"),
        ("The company rejected the offer.", "reject"),
        ("The company ruled out a second vote.", "reject"),
        ("The company promised to reopen the plant.", "commit"),
        ("“We will reopen the plant,” the director said.", "commit"),
        ("The union threatened to strike.", "threaten"),
        ("The union accused the company of fraud.", "accuse"),
        ("The company denied the allegations.", "deny"),
        ("The party welcomed the agreement.", "support"),
        ("The party condemned the agreement.", "oppose"),
        ("The professor said a recession was likely.", "assess"),
        ("The ministry said the train left at noon.", "state"),
        ("The company did not support the plan.", "oppose"),
        ("“Our pilots will not fly until the roster is changed,” the union said.", "demand"),
        ("“Our pilots will not fly this year,” the union said.", "reject"),
        ("“We never bribed anyone,” the director said.", "deny"),
        ("“Nobody has asked for troops,” the minister said.", "deny"),
        ("“It is a lie,” the minister said.", "deny"),
        ("The company rejected the allegation that it had hidden the leak.", "deny"),
        ("The company said there would be no pay rise.", "reject"),
        ("The company declined to comment on the report.", "state"),
        ("The company declined to pay the fine.", "reject"),
        ("“If they cut wages, we will strike,” the union said.", "threaten"),
        ("The senator said the governor had broken the law.", "accuse"),
        ("The senator said the storm had broken the dam.", "state"),
        ("The senator called the budget a betrayal of farmers.", "oppose"),
        ("The senator called the budget a start.", "assess"),
        ("“We welcome the ruling,” the minister said.", "support"),
        ("“I think the dam is safe,” the minister said.", "assess"),
        ("The observer said the vote was largely fair.", "assess"),
    ],
)
def test_stance(text: str, expected: str) -> None:
    assert of(text) == expected


def test_own_deeds_commit_and_others_do_not() -> None:
    assert of("The ministry said the country would send ten trucks.", own=True) == "commit"
    assert of("The ministry said the storm would send ten boats ashore.") == "assess"


def test_who_weighs_assesses() -> None:
    assert of("The analyst said the company had failed to pay.", weighing=True) == "assess"
    assert of("The rival said the company had failed to pay.") == "accuse"


def test_every_stance_in_the_cues_is_known() -> None:
    known = set(load("stances"))
    cues = load("stance_cues")
    assert set(cues["cues"]) <= known
    assert set(cues["content"]) <= known
