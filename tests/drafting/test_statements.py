"""Statements: speaker, holder, addressee, date, quote, each told once."""

from generator.drafting import attribution, language, statements
from generator.drafting.findings import FoundActor, FoundDate, FoundStatement, Mention
from generator.drafting.speakers import holder_of

UNION = FoundActor("Dockers' Union", "organization")
STATE = FoundActor("Atlantis", "state")
MINISTRY = FoundActor("Ministry of Ports", "organization", part_of=1)
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


def quotes(text: str) -> list[str]:
    return [text[one.quote[0] : one.quote[1]] for one in understand(text)]


def test_a_spokeswoman_speaks_for_the_state_behind_her_ministry() -> None:
    (one,) = understand("The spokeswoman said that the port was open.")
    assert (one.speaker, one.holder) == (3, 1)


def test_a_union_holds_its_own_position() -> None:
    (one,) = understand("The union said that the port was open.")
    assert (one.speaker, one.holder) == (0, 0)


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
