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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are furious about the cuts,” the director said.", "oppose"),
        ("“We are grateful for the loan,” the director said.", "support"),
        ("“We are hopeful about the harvest,” the director said.", "assess"),
        ("“I am disappointed by the ruling,” the senator said.", "oppose"),
        ("“I am disappointed by the turnout,” the senator said.", "assess"),
        ("“We are ready to strike,” the union said.", "threaten"),
        ("“We are ready to talk,” the union said.", "commit"),
        ("“We reaffirmed our commitment to the pact,” the minister said.", "commit"),
        ("“We have no intention of leaving,” the minister said.", "reject"),
        ("“We could meet and negotiate,” the minister said.", "propose"),
        ("“We cannot accept these terms,” the minister said.", "reject"),
        ("“We will not sit idly by,” the minister said.", "threaten"),
        ("“Unless they pay, we will close the port,” the union said.", "threaten"),
        ("“I hope the parties will end the siege,” the envoy said.", "demand"),
        ("“I hope the rain will end,” the envoy said.", "assess"),
        ("“I do not think we should sign,” the envoy said.", "reject"),
        ("“We are not changing the offer,” the director said.", "reject"),
        ("“We love the plan,” the mayor said.", "support"),
        ("“We asked for two days,” the mayor said.", "state"),
        ("The court said the law was unconstitutional.", "oppose"),
        ("The envoy said the government was trying to force a vote.", "accuse"),
        ("The envoy said the government was trying to hold a vote.", "state"),
        ("The union said the company’s refusal had angered many drivers.", "accuse"),
        ("The union said the storm’s force had angered many drivers.", "state"),
        ("The union said the company had never implemented the deal.", "accuse"),
        ("The union said the firm had never meant to close.", "deny"),
        ("The envoy said the reports were fabricated.", "deny"),
        ("The envoy said the flags were fabricated.", "deny"),
        ("The envoy said there have been no arrests.", "deny"),
        ("The envoy said the deal marked a step.", "assess"),
        ("The envoy said the deal mattered to 40 villages.", "assess"),
        ("The police said the man left 3 bags.", "state"),
        ("The senator considers the tax unjust.", "oppose"),
        ("The court declared the tax lawful.", "assess"),
        ("The senator defended the tax.", "support"),
        ("The envoy said the gap is narrowing.", "assess"),
        ("The envoy said the ministers are meeting.", "state"),
        ("The ministry vowed to impose tariffs.", "threaten"),
        ("The ministry vowed to lower tariffs.", "commit"),
        ("“We will file a lawsuit,” the union said.", "threaten"),
        ("“We will file a report,” the union said.", "commit"),
        ("“Do not touch the fund,” the senator said.", "demand"),
        ("“Thank you for the fund,” the senator said.", "support"),
        ("The police said the strikers would be arrested.", "threaten"),
        ("The lawyer said the mayor had not lied.", "deny"),
        ("The lawyer said the mayor was not involved.", "deny"),
        ("The union said the drivers were wrongly dismissed.", "accuse"),
        ("The union said the drivers were quickly dismissed.", "state"),
        ("The mayor said the council rejected his offer.", "accuse"),
        ("The mayor said the council rejected the offer.", "state"),
        ("The mayor said the council had to return the keys.", "state"),
        ("The mayor said the council has to return the keys.", "demand"),
        ("The mayor said the council will have to return the keys.", "assess"),
        ("The mayor said the loan should help the farmers.", "assess"),
        ("The mayor said the bank should help the farmers.", "demand"),
        ("The mayor said thieves must have taken the keys.", "assess"),
        ("“We cannot confirm the report,” the mayor said.", "state"),
        ("“We cannot accept the report,” the mayor said.", "reject"),
        ("“We cannot support the pact,” the mayor said.", "oppose"),
        ("The mayor said the keys would be returned in May.", "state"),
        ("The mayor said the storm would flood the port.", "assess"),
        ("The mayor said the police would continue the search.", "commit"),
        ("The mayor said Norland would impose tariffs on cheese.", "threaten"),
        ("The mayor said the union plans to meet in May.", "commit"),
        ("“We want to help the farmers,” the mayor said.", "commit"),
        ("“We want a new port,” the mayor said.", "demand"),
        ("The mayor saw boats in the harbour, she said.", "state"),
        ("The mayor suggested the boats were late.", "assess"),
        ("The farmers believe the mayor must resign.", "demand"),
        ("The farmers believe the mayor is in town.", "assess"),
        ("The senator called himself a farmer.", "state"),
        ("The senator called the report a lie.", "deny"),
        ("The mayor confirmed plans to file a lawsuit.", "threaten"),
        ("The senator said the firm has done an awful job.", "oppose"),
        ("The senator said the firm has done the job.", "state"),
        ("The senator said the law requires too many permits.", "oppose"),
        ("The senator said he is not the right man.", "oppose"),
        ("The envoy said the talks are on the verge of a breakthrough.", "assess"),
        ("The envoy said the talks are on the second floor.", "state"),
        ("The envoy said the reason was that the roads had thawed.", "assess"),
        ("“I expect an effort from the rebels,” the envoy said.", "demand"),
        ("“It’s a disgrace,” the envoy said.", "oppose"),
        ("“We will win the vote,” the envoy said.", "assess"),
        ("“We will hold the vote,” the envoy said.", "commit"),
        ("The envoy said the boats were not able to land.", "state"),
        ("The envoy said the boats are not able to land.", "assess"),
        ("“Open the gates now,” the envoy said.", "demand"),
        ("The envoy expressed irritation over the gates.", "oppose"),
        ("The envoy described him as a sailor.", "state"),
        ("The envoy called for the camps to be closed.", "demand"),
        ("The envoy described him as a hero.", "support"),
    ],
)
def test_stance_by_content(text: str, expected: str) -> None:
    assert of(text) == expected


def test_own_deeds_commit_and_others_do_not() -> None:
    assert of("The ministry said the country would send ten trucks.", own=True) == "commit"
    assert of("The ministry said the storm would send ten boats ashore.") == "assess"


def test_who_weighs_assesses() -> None:
    assert of("The analyst said the company had failed to pay.", weighing=True) == "assess"
    assert of("The rival said the company had failed to pay.") == "accuse"


def test_who_weighs_proposes_by_should() -> None:
    assert of("The analyst said the company should pay.", weighing=True) == "propose"
    assert of("The rival said the company should pay.") == "demand"


@pytest.mark.parametrize(("said", "expected"), [("requires attention to detail", "assess"), ("was built", "state")])
def test_a_verb_of_saying_within_it_tells_nothing(said: str, expected: str) -> None:
    doc = language.parse(f"A safe harbour, he said, {said}.")
    cue = next(word for word in doc if word.lower_ == "said")
    assert stance.of(doc[:], cue) == expected


def test_every_stance_in_the_cues_is_known() -> None:
    known = set(load("stances"))
    assert set(load("stance_cues")["cues"]) <= known
    assert set(load("stance_content")["phrases"]) <= known
