"""New issues from what recurs: noun phrases of several holders, each with a record that can be saved as it is."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.drafting import phrases
from generator.drafting.issues import OTHER
from generator.drafting.proposals import filing, propose
from generator.project import Project
from generator.records import recordfile
from generator.records.library import Library
from generator.records.models import Actor, Evidence, Position, Statement
from tests import sample

SAFETY = {
    "dockers": ["demand a safety inspection of every crane", "the safety inspections must begin now"],
    "port-office": ["no safety inspection took place last year"],
    "owners": ["ships remain late"],
}


def library(said: dict[str, list[str]], *, draft: bool = True, issue: str = OTHER) -> Library:
    positions = {
        f"{holder}--{issue}": Position(
            holder=holder,
            issue=issue,
            draft=draft,
            statements=tuple(
                Statement(stance="state", draft=draft, evidence=(Evidence(article="an-article", quote=quote),))
                for quote in quotes
            ),
        )
        for holder, quotes in said.items()
    }
    actors = {"north-pier": Actor(name="North Pier", kind="organization")}
    return Library(Project.__new__(Project), {"actors": actors, "positions": positions})


def test_what_recurs_is_proposed_with_its_statements() -> None:
    [proposal] = propose(library(SAFETY))
    assert proposal.phrase == "safety inspection"
    assert proposal.holders == ("dockers", "port-office")
    assert [position for position, _ in proposal.statements] == [
        "dockers--other",
        "dockers--other",
        "port-office--other",
    ]
    assert any('port-office--other: "no safety inspection' in line for line in proposal.lines())


def test_the_record_can_be_saved_as_it_is() -> None:
    [proposal] = propose(library(SAFETY))
    lines = list(proposal.lines())
    text = "\n".join(lines[lines.index("") + 1 :])
    record, problems = recordfile.parse("issues", text, "briefings/issues/safety-inspection.yaml")
    assert problems == []
    assert record == proposal.record
    assert proposal.record.keywords[0] == "safety inspection"
    assert lines[lines.index("") - 1].endswith("briefings/issues/safety-inspection.yaml:")


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"dockers": ["a safety inspection"], "owners": ["another safety inspection"]},
        {"dockers": ["a safety inspection", "no safety inspection", "the safety inspection"]},
        {name: ["Ships remain late on North Pier"] for name in "abcd"},
        {name: ["it demands an answer", "they will resume"] for name in "abcd"},
        {name: ["the government said that this week"] for name in "abcd"},
    ],
    ids=["nothing", "twice", "one holder", "verbs and names", "acts of speech", "common words"],
)
def test_what_does_not_recur_or_names_no_matter_is_not_proposed(said: dict[str, list[str]]) -> None:
    assert propose(library(said)) == []


def test_what_is_filed_already_is_not_proposed() -> None:
    assert propose(library(SAFETY, issue="safety")) == []


def test_one_word_must_recur_once_more() -> None:
    three = {name: ["the end of the embargo"] for name in "abc"}
    assert propose(library(three)) == []
    [proposal] = propose(library({**three, "d": ["under the embargo"]}))
    assert proposal.phrase == "embargo"


def test_phrases_of_the_same_statements_are_one_proposal() -> None:
    said = {name: ["a safety inspection by the crane makers"] for name in "abc"}
    [proposal] = propose(library(said))
    assert set(proposal.record.keywords) == {"crane makers", "safety inspection"}


def test_the_order_of_records_does_not_matter() -> None:
    assert propose(library(SAFETY)) == propose(library(dict(reversed(SAFETY.items()))))


def test_quotes_of_many_lines_stay_on_one() -> None:
    said = {name: ["the safety\n inspection"] for name in "abc"}
    [proposal] = propose(library(said))
    assert all("\n" not in line for line in proposal.lines())


def test_drafts_can_be_filed_anew() -> None:
    there = library(SAFETY)
    (draft,) = list(filing(there, propose(there), "briefings"))[1:]
    assert draft == "  briefings draft --again an-article"
    edited = library(SAFETY, draft=False)
    assert list(filing(edited, propose(edited), "briefings")) == []


@pytest.mark.parametrize(
    ("text", "nominal"),
    [
        ("rejected any cut of the herring quota", {"cut", "herring quota", "quota"}),
        ("would remain", set()),
        ("to strike", set()),
        ("resume negotiations", {"resume negotiations", "negotiations"}),
        ("the owners' plan", {"owners", "plan"}),
        ("30 drones", {"drones"}),
        ("at North Pier", set()),
        ("", set()),
    ],
)
def test_noun_phrases(text: str, nominal: set[str]) -> None:
    names = frozenset(["north", "pier"])
    assert {phrase.printed for phrase in phrases.find(text, names) if phrase.is_nominal} == nominal


def test_the_command_prints_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes: dict[str, str | None] = {
        f"briefings/positions/{holder}--other.yaml": f"""\
holder: {holder}
issue: other
statements:
  - stance: state
    evidence: [{{article: {sample.ARTICLE}, quote: "the bridge toll"}}]
"""
        for holder in ("northland", "southland", "river-news")
    }
    sample.write(tmp_path, {**changes, "briefings/issues/other.yaml": "title: Other\nquestion: What else?\n"})
    assert main(["drafts", "--root", str(tmp_path)]) == 0
    assert "title: Bridge toll" in capsys.readouterr().out.splitlines()
