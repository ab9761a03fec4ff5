"""Statements: speaker, holder, addressee, date, quote, each told once."""

import pytest

from generator.drafting import attribution, language, stance_signs, statements
from generator.drafting.findings import FoundActor, FoundDate, FoundStatement, Mention
from generator.drafting.speakers import holder_of
from generator.drafting.statement_cues import taken_back

UNION = FoundActor("Dockers' Union", "organization")
STATE = FoundActor("Atlantis", "state")
MINISTRY = FoundActor("Ministry of Ports", "organization", part_of=1, speaks_for=1)
SPOKESWOMAN = FoundActor("the ministry's spokeswoman", "person", speaks_for=2)
ACTORS = [UNION, STATE, MINISTRY, SPOKESWOMAN]
FORMS = {
    "The union": 0,
    "the union": 0,
    "It ": 0,
    "Atlantis": 1,
    "The ministry": 2,
    "the ministry": 2,
    "The spokeswoman": 3,
    "the spokeswoman": 3,
}


def understand(text: str, dates: tuple[FoundDate, ...] = ()) -> list[FoundStatement]:
    doc = language.parse(text)
    mentions = [
        Mention(place, place + len(form.strip()), actor, "name", "test")
        for form, actor in FORMS.items()
        for place in range(len(text))
        if text.startswith(form, place)
    ]
    return statements.understand(doc, attribution.find(doc), ACTORS, mentions, dates)


@pytest.fixture
def by_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the rules' verdict for the stance, whatever the odds."""
    monkeypatch.setattr(stance_signs, "likeliest", lambda signs: signs[0].removeprefix("rules "))


def quotes(text: str) -> list[str]:
    return [text[one.quote[0] : one.quote[1]] for one in understand(text)]


def test_a_spokeswoman_speaks_for_the_state_behind_her_ministry() -> None:
    (one,) = understand("The spokeswoman said that the port was open.")
    assert (one.speaker, one.holder) == (3, 1)


def test_a_union_holds_its_own_position() -> None:
    (one,) = understand("The union said that the port was open.")
    assert (one.speaker, one.holder) == (0, 0)


def test_a_denied_verb_is_quoted_with_its_auxiliary() -> None:
    assert quotes("The union respected the ruling but did not welcome it.") == ["did not welcome it"]


def test_holders_in_a_circle_end() -> None:
    circle = [FoundActor("A", "person", speaks_for=1), FoundActor("B", "person", speaks_for=0)]
    assert holder_of(circle, 0) in (0, 1)


def test_coordinated_demands_are_told_one_by_one() -> None:
    text = "The union demands the return of all boats, a ban on night dredging, and higher wages for pilots."
    assert quotes(text) == [
        "demands the return of all boats",
        "a ban on night dredging",
        "higher wages for pilots",
    ]


def test_a_report_is_not_taken_apart_at_its_nouns() -> None:
    text = "The union said boats, nets and ropes were lost."
    assert quotes(text) == ["boats, nets and ropes were lost"]


def test_two_claims_with_their_own_subjects_are_two() -> None:
    text = "The union said that the ferries would stop on Friday, and the trains would follow a week later."
    assert len(quotes(text)) == 2


def test_a_quotation_gives_another_statement_where_its_stance_changes() -> None:
    text = "“The ferries stopped at noon. We will never accept this offer,” the union said."
    assert [one.stance for one in understand(text)] == ["state", "reject"]


def test_what_is_said_twice_is_told_once_at_its_fullest() -> None:
    text = "The union said the harbour was unsafe.\n\nThe union said the northern harbour was unsafe for large ships."
    assert quotes(text) == ["the northern harbour was unsafe for large ships"]


def test_a_document_counts_under_its_owner() -> None:
    text = "Atlantis's memorandum was published on Monday. The first section demands a ban on night dredging."
    (one,) = understand(text)
    assert (one.holder, one.stance) == (1, "demand")


def test_a_list_of_proposals_gives_one_each() -> None:
    text = "Atlantis's memorandum outlines two proposals:\n\na joint harbour patrol;\n\nand a shared lighthouse."
    assert [(one.stance, text[one.quote[0] : one.quote[1]]) for one in understand(text)] == [
        ("propose", "a joint harbour patrol"),
        ("propose", "a shared lighthouse"),
    ]


def test_a_nested_demand_is_its_own_holders() -> None:
    found = understand("The ministry said that the union demanded a second vote.")
    assert {(one.holder, one.stance) for one in found} >= {(0, "demand")}


def test_who_is_told() -> None:
    (one,) = understand("The union urged the ministry to open the harbour.")
    assert one.to == (2,)


def test_the_day_it_was_said() -> None:
    text = "The union said on Monday that the ferries would stop on Friday."
    dates = (FoundDate(18, 24, "2031-03-03", "test"), FoundDate(56, 62, "2031-03-07", "test"))
    assert understand(text, dates)[0].date == "2031-03-03"


def test_a_speaker_that_is_no_actor_gives_nothing() -> None:
    assert understand("Somebody said that the port was open.") == []


def test_naming_a_matter_is_no_statement() -> None:
    assert understand("The union discussed the weather.") == []
    assert understand("The ministry has not confirmed this information.") == []


def test_an_afterthought_goes_with_what_was_said_before_it() -> None:
    text = "“The ferries are slow,” the union said. “They leak.”"
    assert quotes(text) == [text]


def test_a_quotation_that_goes_over_to_a_demand_is_told_apart() -> None:
    text = "“The ferries are slow,” the union said. “The ministry must replace them.”"
    assert quotes(text) == ["“The ferries are slow,”", "“The ministry must replace them.”"]


def test_who_is_quoted_speaks_not_who_quotes() -> None:
    (one,) = understand("“The port is open again,” The ministry quoted the spokeswoman as saying.")
    assert one.speaker == 3


def test_it_goes_on_speaking() -> None:
    found = understand("The ministry said Atlantis had cut its fees and it said the ports would stay open.")
    assert {one.speaker for one in found} == {2}


def test_what_things_prompt_nobody_said() -> None:
    assert understand("The storm threatens to close the port.") == []
    assert understand("The ministry prompted the union to leave.") == []
    assert understand("The union threatens to close the port.") != []


def test_results_that_are_announced_are_no_stance() -> None:
    assert understand("The ministry announced the results of the vote.") == []
    assert understand("The ministry announced the closure of the port.") != []


@pytest.mark.usefixtures("by_rules")
def test_what_they_will_do_is_their_own_deed() -> None:
    assert understand("The spokeswoman said they would close the port.")[0].stance == "commit"
    assert understand("The union said it was furious about the fees.")[0].stance == "oppose"


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis had no plans to widen the canal.",
        "Atlantis never made a promise to widen the canal.",
        "Atlantis left the room without a pledge to widen the canal.",
        "Atlantis failed to make a commitment to widen the canal.",
        "Atlantis dropped its demand that the canal be widened.",
    ],
)
def test_what_is_not_promised_is_no_promise(text: str) -> None:
    assert understand(text) == []


def test_what_is_promised_elsewhere_in_the_sentence_is_one() -> None:
    assert quotes("Atlantis made a promise to widen the canal.")
    doc = language.parse("The union rejected Atlantis's demand that it leave, and withdrew after a promise to pay.")
    assert not any(taken_back(word) for word in doc if word.text in ("demand", "promise"))


def test_who_is_not_ready_rejects_in_words_that_say_so() -> None:
    text = "Atlantis is not ready to sign the treaty."
    (one,) = understand(text)
    assert (one.stance, "not ready" in text[slice(*one.quote)]) == ("reject", True)
    assert [one.stance for one in understand("Atlantis is ready to sign the treaty.")] != ["reject"]


def test_a_quote_begins_behind_the_dateline() -> None:
    assert quotes("LIMA (Wire) — The locks will stay shut for a week, the ministry said.") == [
        "The locks will stay shut for a week"
    ]


def test_who_declines_to_comment_says_nothing() -> None:
    assert understand("The ministry declined to comment.") == []
    assert [one.stance for one in understand("The ministry declined to pay the crews.")] == ["reject"]


@pytest.mark.usefixtures("by_rules")
@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union said it would refuse to load the ships.", "reject"),
        ("The union said it would load the ships.", "commit"),
        ("Atlantis said that talks could begin only after the siege was lifted.", "demand"),
        ("Atlantis said that talks could begin after the summer.", "assess"),
    ],
)
def test_what_refuses_or_makes_a_condition(text: str, stance: str) -> None:
    assert [one.stance for one in understand(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The union denied the allegations.", ["deny"]),
        ("The union rejected the plan.", ["reject"]),
        ("The union denied it.", []),
        ("The union repeated the claims.", []),
        ("The union did not respond to the claims.", []),
    ],
)
def test_whoever_takes_a_side_says_enough(text: str, stances: list[str]) -> None:
    assert [one.stance for one in understand(text)] == stances


def test_what_is_told_within_what_is_no_statement_stands_alone() -> None:
    text = "The union responded to questions about a report by Atlantis that the ships had left."
    assert quotes(text) == ["report by Atlantis that the ships had left"]


def test_a_doubt_is_quoted_with_its_verb() -> None:
    assert quotes("Atlantis doubts that the meeting will bring a deal.") == [
        "doubts that the meeting will bring a deal"
    ]
    assert quotes("Atlantis says that the meeting will bring a deal.") == ["the meeting will bring a deal"]


def test_a_telephone_call_demands_nothing() -> None:
    assert quotes("Atlantis's call with the union lasted an hour.") == []
    assert quotes("Atlantis's call for a truce went unheard.") == ["call for a truce"]
