"""Who is said to say what, in invented sentences of many kinds."""

import pytest

from generator.drafting import attribution, language
from generator.drafting.findings import Attribution


def find(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """(source, cue, content) of each attribution, as texts."""
    found = attribution.find(language.parse(text))
    return [tuple([text[a:b] for a, b in part] for part in (one.source, one.cue, one.content)) for one in found]  # type: ignore[misc]


def only(text: str) -> Attribution:
    found = attribution.find(language.parse(text))
    assert len(found) == 1, find(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister said that the port would stay closed.", "The minister", "that the port would stay closed"),
        ("The port would stay closed, the minister said.", "the minister", "The port would stay closed"),
        ("According to the bank, prices fell by two percent in May.", "the bank", "prices fell by two percent in May"),
        ("Prices fell by two percent in May, according to the bank.", "the bank", "Prices fell by two percent in May"),
        ("The union vowed to continue the strike.", "The union", "to continue the strike"),
        ("The union called for higher wages.", "The union", "higher wages"),
        ("The government rejected the offer.", "The government", "the offer"),
        ("The mayor urged residents to boil their water.", "The mayor", "residents to boil their water"),
        ("The council accused the company of fraud.", "The council", "the company of fraud"),
        ("The company denied the allegations.", "The company", "the allegations"),
        ("The chairman proposed holding a second vote.", "The chairman", "holding a second vote"),
        ("Its demand that the dam be opened was refused.", "Its", "that the dam be opened"),
        ("The party is ready to form a coalition.", "The party", "to form a coalition"),
        ("The union issued a statement saying the talks had failed.", "The union", "the talks had failed"),
        ("The union asked the members if they would accept it.", "The union", "if they would accept it"),
        ("Asked by a reporter if the bridge was safe, she left.", "a reporter", "if the bridge was safe"),
        ("As reported by the Harbour Times, the bridge will close.", "the Harbour Times", "the bridge will close"),
        ("The mayor hopes to open the bridge in May.", "The mayor", "to open the bridge in May"),
        ("The mayor emphasized the cost of the bridge.", "The mayor", "the cost of the bridge"),
        ("I hoped the harbour would open.", "I", "the harbour would open"),
        ("The ministry would not say whether the bridge was safe.", "The ministry", "whether the bridge was safe"),
        ("The harbour froze: the mayor says ships will wait.", "the mayor", "ships will wait"),
        ("Fears among farmers that the dam would break grew.", "farmers", "that the dam would break"),
        ("The Ghanaian demand for a second vote was refused.", "Ghanaian", "a second vote"),
        ("The mayor appealed to the government for money.", "The mayor", "money"),
        ("The court ruled against the company.", "The court", "the company"),
        ("The mayor responded to the criticism.", "The mayor", "the criticism"),
        ("The plan promises to save money but is likely to fail.", "The plan", "to save money"),
    ],
)
def test_reported_speech(text: str, source: str, content: str) -> None:
    found = [(" ".join(by), " ".join(what)) for by, _, what in find(text)]
    assert (source, content) in found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The company was accused of fraud.", ["The company", "of fraud"]),
        ("The candidate was declared the winner.", ["The candidate", "the winner"]),
        ("The mayor was asked about the bridge.", ["about the bridge"]),
        ("The plan was described as a mistake.", ["The plan", "as a mistake"]),
    ],
)
def test_passives_that_name_no_one(text: str, content: list[str]) -> None:
    assert [what for by, _, what in find(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Engineers said the turbine designed in Oslo could power the town.",
            "the turbine designed in Oslo could power the town",
        ),
        (
            "The mayor said the road was “a disgrace” because nobody mended it.",
            "the road was “a disgrace” because nobody mended it",
        ),
        (
            "The mayor praised the efforts of the guard to save the boats.",
            "the efforts of the guard to save the boats",
        ),
        ("The union called on both sides to talk.", "both sides to talk"),
        ("The mayor blasted Ama Boateng, who had closed the road.", "Ama Boateng"),
        ("The mayor called the bridge “a disgrace” and vowed to mend it.", "the bridge “a disgrace”"),
        ("The mayor said the road was “a disgrace” and vowed to mend it.", "the road was “a disgrace”"),
        ("The ministry was saying the bridge held and promising that the road would open.", "the bridge held"),
    ],
)
def test_a_clause_ends_where_it_ends(text: str, content: str) -> None:
    assert content in [" ".join(what) for _, _, what in find(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ama Boateng, the party's secretary, bluntly suggested that the vote be held again.", "Ama Boateng"),
        ("ACCRA, Ghana — Ama Boateng promised to open the harbour.", "Ama Boateng"),
        ("The mayor went out of her way to say that the harbour was safe.", "The mayor"),
        ("The minister, who surprised his party by declaring that he would go, left.", "The minister, who"),
        ("The harbour, which they say left the town poor, was sold.", "they"),
        ("The man who won, which they deny, was sure to say that he had paid.", "The man who won"),
        ("The council will shut five baths in Bradford, its leader, Ama Boateng, said on Monday.", "Ama Boateng"),
        ("The ministry was saying the bridge held and promising that the road would open.", "The ministry"),
    ],
)
def test_who_does_the_saying(text: str, source: str) -> None:
    assert any(by and by[0].startswith(source) for by, _, _ in find(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We are ready,” the captain said.", "the captain", ["“We are ready,”"]),
        (
            "“We are ready,” said the captain. “We leave today.”",
            "the captain",
            ["“We are ready,”", "“We leave today.”"],
        ),
        ("The captain said: “We are ready.”", "The captain", ["“We are ready.”"]),
        ("Captain: “We are ready to leave the harbour.”", "Captain", ["“We are ready to leave the harbour.”"]),
        ("— We are ready to leave, — said the captain.", "the captain", ["We are ready to leave,"]),
    ],
)
def test_quotations(text: str, source: str, content: list[str]) -> None:
    assert (([source], content)) in [(by, what) for by, _, what in find(text)]


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = "“The first reason is water,” the baker said.\n\n“The second reason is bread and salt for all.”"
    assert ["“The first reason is water,”", "“The second reason is bread and salt for all.”"] in [
        what for _, _, what in find(text)
    ]


def test_kinds() -> None:
    assert only("“We are ready,” the captain said.").kind == "direct"
    assert only("The captain said the crew was “ready for anything at sea.”").kind == "mixed"
    assert only("The captain said that the crew was ready.").kind == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        "The train arrived at noon.",
        "If the minister says that the port is closed, we will turn back.",
        "The minister might say that the port is closed.",
        "The ship struck the pier.",
        "The company was referred to a court.",
        "The mayor spoke on condition of anonymity.",
        "The mayor spoke on Wednesday night.",
        "The mayor came in order to mend the bridge.",
        "The letter, which is called the charter, was lost.",
        "The harbour, we know, was lost.",
        "It is clear that the bridge is old.",
        "The mayor appealed to young voters.",
        "The minister did not respond to a request for comment.",
        "She saw the ship leave the harbour.",
        "The poet wrote a letter that pleased the council.",
        "The council faced criticism over the bridge.",
    ],
)
def test_no_act_of_saying(text: str) -> None:
    assert find(text) == []


def test_what_is_told_within_is_nested() -> None:
    text = "The analyst said that the union demanded a new vote."
    doc = language.parse(text)
    assert [text[one.cue[0][0] : one.cue[0][1]] for one in attribution.find(doc)] == ["said"]
    assert [text[one.cue[0][0] : one.cue[0][1]] for one in attribution.nested(doc)] == ["demanded"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Despite claims that the bridge was old, the council opened it.", "claims"),
        ("The work requires patience.", "requires"),
        ("The council is seeking to buy the bridge.", "seeking"),
    ],
)
def test_what_nobody_says_or_is_as_often_a_deed_is_told_apart(text: str, cue: str) -> None:
    doc = language.parse(text)
    assert attribution.find(doc) == []
    assert [cue in text[one.cue[0][0] : one.cue[-1][1]] for one in attribution.nested(doc)] == [True]


def test_a_list_behind_a_colon() -> None:
    text = "The pact demands three things:\n\na halt to dredging;\n\nthe return of the boats;\n\nand a new harbour."
    lists = [one for one in attribution.find(language.parse(text)) if one.rule == "list"]
    assert [text[a:b] for a, b in lists[0].content] == [
        "a halt to dredging",
        "the return of the boats",
        "a new harbour",
    ]


def test_a_headline_credits_its_source() -> None:
    text = "Harbour will stay closed until autumn - Port Authority\n\nThe sun shone."
    heads = [one for one in attribution.find(language.parse(text)) if one.rule == "headline"]
    assert [text[a:b] for a, b in heads[0].source] == ["Port Authority"]
    assert not [
        one
        for one in attribution.find(language.parse("Storm warning - all ferries stop\n\nThe sun shone."))
        if one.rule == "headline"
    ]


def test_an_empty_text() -> None:
    assert attribution.find(language.parse("")) == []


def test_a_transcript_has_turns() -> None:
    text = "HOST: Will the harbour open in May?\n\nMAYOR: It opens when the ice is gone."
    turns = [(text[a.source[0][0] : a.source[0][1]], a.rule) for a in attribution.find(language.parse(text))]
    assert turns == [("HOST", "turn"), ("MAYOR", "turn")]
    single = attribution.find(language.parse("NOTE: The harbour opens when the ice is gone."))
    assert not [one for one in single if one.rule == "turn"]


def test_a_quotation_below_the_line_that_announces_it() -> None:
    text = "The mayor went on to the harbour:\n\n“The bridge is safe and the road is open.”"
    assert (["The mayor"], ["“The bridge is safe and the road is open.”"]) in [(by, what) for by, _, what in find(text)]
    stopped = "The mayor went on to the harbour.\n\n“The bridge is safe and the road is open.”"
    assert find(stopped) == []


def test_a_quotation_above_the_name_that_signs_it() -> None:
    quote = "“The bridge is safe and the road is open.”"
    assert find(f"{quote}\n\n— Ama Boateng\n\nThe sun shone.") == [(["Ama Boateng"], [], [quote])]
    assert find(f"{quote}\n\n— The road was closed in May\n\nThe sun shone.") == []


def test_a_quotation_behind_an_abbreviation_goes_on() -> None:
    text = "“We are ready,” said Ama Boateng of Acme Inc. “We leave today at noon.”"
    assert ["“We are ready,”", "“We leave today at noon.”"] in [what for _, _, what in find(text)]
