from typing import Any

import pytest

from generator.project import Project
from generator.records.library import Library
from generator.site import handwritten, index
from generator.site.parts import Parts
from generator.site.text import language
from generator.site.views import actor, article, edition, event, issue, lists, matrix, position, surveys, timeline
from generator.site.views.long import Lists
from tests.site.conftest import WORLD, Maker


@pytest.fixture
def parts(project: Project) -> Parts:
    return parts_of(project)


def parts_of(project: Project) -> Parts:
    return Parts(index.build(Library.load(project)), language("en"))


def told(stance: str, date: str | None, **more: Any) -> dict[str, Any]:
    return {"stance": stance, "date": date, "evidence": [{"article": "first-report", "quote": "q"}], **more}


OTHER = {
    "issues/other": {"title": "Other matters", "question": "What else is said?"},
    "positions/union--other": {
        "holder": "union",
        "issue": "other",
        "statements": [told("support", "2025-02-01"), told("reject", "2025-03-01")],
    },
    "positions/port--other": {"holder": "port", "issue": "other", "statements": [told("state", "2025-03-01")]},
    "positions/wire--other": {"holder": "wire", "issue": "other", "statements": [told("state", "2025-03-01")]},
}


def test_what_is_on_no_question_comes_last_and_is_no_stance(make_project: Maker) -> None:
    parts = parts_of(make_project({**WORLD, **OTHER}))
    assert [row[0].title for row in lists.issues(parts)["rows"]] == ["Pay", "Shifts", "Other matters"]
    assert [row[0].title for row in matrix.matrix(parts)["rows"]] == ["Pay", "Other matters"]
    assert not issue.view(parts, "other")["is_question"]
    shown = position.view(parts, "union--other")
    assert (shown["now"].stances, shown["since"], shown["moves"], shown["course"]) == ((), "", 0, [])
    assert [said.position for said in parts.index.moves] == ["union--pay"]


def test_a_denial_on_no_question_answers_only_what_is_known_to_be_meant(make_project: Maker) -> None:
    said = {"union": [told("deny", "2025-03-01")], "port": [told("accuse", "2025-02-01")]}
    said["wire"] = [told("accuse", "2025-02-01", to=["union"])]
    held = {
        f"positions/{who}--other": {"holder": who, "issue": "other", "statements": told} for who, told in said.items()
    }
    [(_, accused, _)] = surveys.disagreements(parts_of(make_project({**WORLD, **OTHER, **held})))["denials"]
    assert [item.holder.title for item in accused] == ["The Wire"]


def test_all_of_a_draft_says_so(parts: Parts) -> None:
    drafts = {item.holder.title: is_draft for item, _, _, is_draft in issue.view(parts, "pay")["offered"]}
    assert drafts == {"Dock Union": True, "Port Authority": False}
    assert [point.target.draft for point in edition.home(parts)["edition"]["points"]] == [False, True]


@pytest.mark.parametrize(
    ("dates", "since"),
    [
        (["2025-01", "2025-03-01"], "January 2025"),
        (["2024/2025-01", "2025-03-01"], ""),
        (["2024/2025-01", "2025-02-02", "2025-03-01"], "2 February 2025"),
        (["2025-03", "2025-03-01"], ""),
        (["2025-03-01"], ""),
    ],
)
def test_a_range_is_no_since(make_project: Maker, dates: list[str], since: str) -> None:
    held = {"holder": "union", "issue": "pay", "statements": [told("demand", date) for date in dates]}
    parts = parts_of(make_project({**WORLD, "positions/union--pay": held}))
    assert position.view(parts, "union--pay")["since"] == since


def test_planned_is_what_lies_ahead_of_the_newest_article(make_project: Maker) -> None:
    planned = {"type": "consult", "planned": True, "evidence": [{"article": "first-report", "quote": "q"}]}
    past = {"title": "Past", "date": "2025-01-20", **planned}
    parts = parts_of(make_project({**WORLD, "events/past": past, "events/some-day": {"title": "Some day", **planned}}))
    shown = timeline.events(parts)
    assert [row.link.title for row, _ in shown["planned"]] == ["Second talks", "Some day"]
    assert [row.link.title for row in edition.home(parts)["next"]] == ["Second talks", "Some day"]
    assert {name: [row.planned for row, _ in rows] for name, _, rows in shown["months"]}["January 2025"] == [True]


@pytest.mark.parametrize("unit", ["day", None])
def test_a_figure_of_which_only_the_unit_is_known_is_no_series(make_project: Maker, unit: str | None) -> None:
    figure = {"measure": "days", "value": 3, "unit": unit, "evidence": [{"article": "first-report", "quote": "q"}]}
    some = {"title": "Some", "type": "consult", "figures": [figure], "evidence": figure["evidence"]}
    shown = surveys.figures(parts_of(make_project({**WORLD, "events/some": some, "events/more": some})))
    named = [measure for _, measure, _, _ in shown["series"]]
    assert named == (["delegates", "length of time", "length of time"] if unit else ["days", "delegates"])


def test_long_claims_are_not_cut_where_there_is_room(make_project: Maker) -> None:
    words = "word " * 30
    held = {"holder": "union", "issue": "pay", "statements": [told("demand", "2025-03-01", summary=words)]}
    parts = parts_of(make_project({**WORLD, "positions/union--pay": held}))
    assert parts.standing("union--pay").claim == words.strip()


def test_event_tells_accounts_apart(parts: Parts) -> None:
    shown = event.view(parts, "2025-03-01-talks")
    by_title = {account.article.title: account for account in shown["accounts"]}
    assert len(by_title) == 3
    assert shown["independent"] == 2, "the relay is not a second account"
    relay = by_title["Post: talks begin"]
    assert [link.title for link in relay.relays] == ["Harbour Post"]
    assert relay.repeats
    assert not by_title["A view of the talks"].repeats
    assert [figure.value for figure in by_title["Dockers and port meet"].figures] == ["about 12"]
    assert [said.anchor for said in shown["said"].items] == ["s2"]
    assert [row.link.title for row in shown["parts"].items] == ["Second talks"]
    assert shown["after"] == [], "a part is not named again"
    assert shown["before"] == []
    assert shown["said_of"].items == [], "who speaks took part"
    anchors = [anchor for words in shown["words_at"].values() for anchor in words.values()]
    assert anchors
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(("count", "headings"), [(2, ["Events"]), (500, ["Events, 1", "Events, 2"])])
def test_a_page_that_holds_a_whole_list_is_headed_by_it(parts: Parts, count: int, headings: list[str]) -> None:
    union = parts.link("actors", "union")
    lists = Lists(parts, "actors/union", union, here=1)
    lists.links("events", [union] * count)
    assert [leaf.shows["heading"] for leaf in lists.leaves][:2] == headings
    assert [len(leaf.shows["pages"]) > 1 for leaf in lists.leaves][:1] == [count > 2]


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("2025", "2025-06-02", True),
        ("2025-06", "2025-06-02", True),
        ("2025-06-02", "2025-06-02", False),
        ("2025-05", "2025-06-02", False),
        ("2025-06-01", "2025-06", False),
    ],
)
def test_a_coarser_date_holds_a_finer_one(outer: str, inner: str, holds: bool) -> None:
    assert event._holds(outer, inner) == holds


def test_position_shows_course_and_others(parts: Parts) -> None:
    shown = position.view(parts, "union--pay")
    assert shown["title"] == "Dock Union on Pay"
    assert [item.stance.name for item in shown["statements"]] == ["accept", "reject"], "the newest first"
    assert shown["moves"] == 1
    assert [item.holder.title for item in shown["others"]] == ["Port Authority"]
    assert shown["changed"] == "2025-03-02T07:30"


def test_issue_sets_sides_apart(parts: Parts) -> None:
    shown = issue.view(parts, "pay")
    assert {item.holder.title for item, *_ in shown["offered"]} == {"Dock Union", "Port Authority"}
    assert all(claim for *_, claim, _ in shown["offered"]), "each with what it claims"
    assert (shown["refused"], shown["asked"], shown["agreed"]) == ([], [], [])
    assert shown["statements"].total == 3


def test_actor_shows_what_they_do(parts: Parts) -> None:
    shown = actor.view(parts, "union")
    assert [row.note for row in shown["events"].items] == ["participant"]
    assert [(link.title, met, said) for link, met, said in shown["met"]] == [("Port Authority", 1, 1)]
    assert [link.title for link in shown["members"].items] == ["Mira Holt"]
    assert actor.view(parts, "mira-holt")["said"].items[0].anchor == "s2"


def test_article_shows_what_was_taken(parts: Parts) -> None:
    shown = article.view(parts, "first-report")
    quotes = {quote: [link.path for link in links] for quote, links in shown["excerpts"].items}
    assert quotes["we take the offer"] == ["positions/union--pay.html#s2"]
    assert [(link.title, count) for link, count in shown["others"]] == [
        ("Post: talks begin", 1),
        ("A view of the talks", 1),
    ]


def test_home_opens_with_the_newest_edition(parts: Parts) -> None:
    shown = edition.home(parts)
    assert shown["edition"]["headline"] == "Talks begin"
    assert [point.text for point in shown["edition"]["points"]] == ["They meet.", "Takes the offer."]
    assert [said.anchor for said in shown["edition"]["moved"]] == ["s2"]
    assert [row.link.title for row in shown["next"]] == ["Second talks"]
    assert [link.title for link, _, _ in shown["previous"]] == ["Before the talks"]


def test_matrix_has_a_cell_for_each_position(parts: Parts) -> None:
    shown = matrix.matrix(parts)
    assert [holder.title for holder, _ in shown["holders"]] == ["Dock Union", "Port Authority"]
    [(link, _, cells, others, _)] = shown["rows"]
    assert link.title == "Pay"
    assert [standing.stance.name for standing, _, _ in cells] == ["accept", "propose"]
    assert cells[0][0].moved
    assert cells[0][0].draft
    assert others == []


def test_differing_numbers_stand_side_by_side(parts: Parts) -> None:
    [(row, measure, told)] = surveys.disagreements(parts)["numbers"]
    assert (row.link.title, measure) == ("Union and port meet", "delegates")
    assert [item.value for item in told] == ["about 12", "9"]


def test_versions_stand_side_by_side(parts: Parts) -> None:
    [(row, told)] = surveys.disagreements(parts)["versions"]
    assert (row.link.title, told.of, told.here) == ("Union and port meet", "Date", "1 March 2025")
    assert [version.value for version in told.versions] == ["1 March 2025", "2 March 2025"]
    [(by, quotes)] = told.versions[1].tellers
    assert by is not None
    assert (by.title, quotes[0].words) == ("Port Authority", "on Sunday, says the port")


def test_corrections_are_listed(parts: Parts) -> None:
    listed = handwritten.corrections(parts)
    assert "4 March 2025" in listed
    assert "The hall was named wrongly." in listed
    assert "dockers-union" in listed


def test_coverage_counts_accounts_not_articles(parts: Parts) -> None:
    shown = surveys.coverage(parts)
    assert [(row.link.title, len(told), accounts) for row, told, _, accounts, _ in shown["rows"]] == [
        ("Second talks", 1, 1),
        ("Union and port meet", 3, 2),
    ]
    assert shown["single"] == 1


def test_a_reference_that_leads_nowhere_is_text(parts: Parts) -> None:
    assert parts.link("actors", "nobody") == ("nobody", "", False)


def test_a_place_whose_records_differ_a_little_is_one(make_project: Maker) -> None:
    talks = WORLD["events/2025-03-01-talks"]
    moved = {**talks, "place": {**talks["place"], "lat": 59.05}}
    far = {**talks, "place": {**talks["place"], "lat": 61.0}}
    found = {**WORLD, "events/2025-03-05-talks": moved, "events/2025-03-06-talks": far}
    parts = Parts(index.build(Library.load(make_project(found))), language("en"))
    assert [(spot[0], spot[4]) for spot in surveys.places(parts)["spots"]] == [("Saltmouth", 2), ("Saltmouth", 1)]


def test_a_library_without_records_has_all_index_pages(make_project) -> None:  # type: ignore[no-untyped-def]
    empty = Parts(index.build(Library.load(make_project({}))), language("en"))
    assert edition.home(empty)["edition"] is None
    assert matrix.matrix(empty)["rows"] == []
    assert surveys.places(empty)["spots"] == []
