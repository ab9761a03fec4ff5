import pytest

from generator.project import Project
from generator.records.library import Library
from generator.site import handwritten, index
from generator.site.parts import Parts
from generator.site.text import language
from generator.site.views import actor, article, edition, event, issue, matrix, position, surveys
from generator.site.views.long import Lists


@pytest.fixture
def parts(project: Project) -> Parts:
    return Parts(index.build(Library.load(project)), language("en"))


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
    assert all(claim for *_, claim in shown["offered"]), "each with what it claims"
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


def test_a_library_without_records_has_all_index_pages(make_project) -> None:  # type: ignore[no-untyped-def]
    empty = Parts(index.build(Library.load(make_project({}))), language("en"))
    assert edition.home(empty)["edition"] is None
    assert matrix.matrix(empty)["rows"] == []
    assert surveys.places(empty)["spots"] == []
