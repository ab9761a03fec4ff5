import pytest

from generator.drafting.issues import OTHER, Circles, Issues
from generator.drafting.words import content, shared, stem
from generator.records.models import Event, Evidence, Issue, Participant, Position, Statement

ISSUES = {
    "pay": Issue(title="Dockers' pay", question="How much?", keywords=("wages", "pay rise", "per cent")),
    "night-shifts": Issue(title="Night shifts", question="How many?", keywords=("night shift", "single-crewed cranes")),
    "other": Issue(title="Other matters", question="What else?", keywords=("wages",)),
}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The union wants higher wages for all", "pay"),
        ("an end to working night shifts alone", "night-shifts"),
        ("a pay rise of nine per cent and fewer night shifts", "pay"),
        ("single-crewed cranes are a danger", "night-shifts"),
        ("the weather has been kind this week", OTHER),
        ("", OTHER),
    ],
)
def test_a_statement_goes_where_its_words_are(text: str, issue: str) -> None:
    assert Issues(ISSUES).of(text) == issue


def test_what_stands_around_breaks_a_tie() -> None:
    assert Issues(ISSUES).of("an increase", "Talks on wages and the pay rise, in per cent, went on.") == "pay"


def test_no_issues_leave_everything_to_other() -> None:
    assert Issues({}).of("wages") == OTHER


def filed(*holders: str) -> Circles:
    """Return whom the issue of pay is about: these, with a statement each, and an event of the last."""
    evidence = (Evidence(article="a", quote="words"),)
    statement = Statement(id="one", stance="demand", evidence=evidence)
    positions = [Position(holder=holder, issue="pay", statements=(statement,)) for holder in holders]
    event = Event(
        title="Walkout",
        type="protest",
        participants=(Participant(actor=holders[-1], role="participant"),),
        issues=("pay",),
        evidence=evidence,
    )
    return Circles(positions, [event])


def test_one_word_is_enough_in_an_article_on_those_whom_the_issue_is_about() -> None:
    issues = Issues(ISSUES, filed("norway", "harbour-union"))
    assert issues.circles.far({"harbour-union", "oslo"}) == frozenset()
    assert issues.of("The union wants higher wages for all", far=issues.circles.far({"harbour-union"})) == "pay"


def test_elsewhere_it_takes_a_keyword_of_several_words_or_two() -> None:
    issues = Issues(ISSUES, filed("norway", "sweden", "harbour-union"))
    far = issues.circles.far({"brazil", "norway"})
    assert far == {"pay"}
    assert issues.of("Brazil wants higher wages", "It told the dockers what pay they get.", far) == OTHER
    assert issues.of("Brazil wants a pay rise", far=far) == "pay"


def test_drafts_do_not_tell_whom_an_issue_is_about() -> None:
    statement = Statement(id="one", stance="demand", evidence=(Evidence(article="a", quote="words"),), draft=True)
    drafted = Circles([Position(holder="norway", issue="pay", statements=(statement,))])
    assert drafted.far({"brazil"}) == frozenset()


def test_an_issue_of_which_nothing_is_filed_is_far_from_no_article() -> None:
    assert filed("norway").far({"norway"}) == Circles().far({"brazil"}) == frozenset()
    assert Issues(ISSUES, filed("norway")).of("single-crewed cranes are a danger", far={"pay"}) == "night-shifts"


def test_stems_and_shared_words() -> None:
    assert stem("negotiations") == stem("negotiating") == stem("negotiate")
    assert "the" not in content("The ships")
    one, other = (
        frozenset(content("all ships wait outside the harbour mouth")),
        frozenset(content("ships wait outside harbour")),
    )
    assert shared(one, other) == 1.0
    assert shared(frozenset(["a"]), frozenset(["a"])) == 0.0
