from generator.project import Project
from generator.records.library import Library
from generator.site import index, statements


def test_relations_go_both_ways(project: Project) -> None:
    found = index.build(Library.load(project))
    assert found.events == ["2025-03-01-talks", "2025-04-talks"]
    assert found.events_of_actor["union"] == ["2025-03-01-talks"]
    assert found.events_of_issue["pay"] == ["2025-03-01-talks", "2025-04-talks"]
    assert found.events_of_article["second-report"] == ["2025-03-01-talks", "2025-04-talks"]
    assert found.parts_of_event["2025-03-01-talks"] == ["2025-04-talks"]
    assert found.positions_on_issue["pay"] == ["port--pay", "union--pay"]
    assert found.officers["union"] == ["mira-holt"]
    assert found.articles == ["first-report", "second-report", "third-report"] or found.articles[0] == "third-report"
    assert found.articles_relaying["harbour-post"] == ["second-report"]
    assert [said.anchor for said in found.said_at["2025-03-01-talks"]] == ["s2"]
    assert [said.anchor for said in found.said_by["mira-holt"]] == ["s2"]
    assert [use.kind for use in found.uses["third-report"]] == ["events", "events", "events"]
    assert found.editions_of["positions"]["union--pay"] == ["2025-w09", "2025-w10"]


def test_a_move_is_a_change_of_stance(project: Project) -> None:
    found = index.build(Library.load(project))
    assert [(said.anchor, said.moved_from and said.moved_from.stance) for said in found.said["union--pay"]] == [
        ("s1", None),
        ("s2", "reject"),
    ]
    assert [said.anchor for said in found.moves] == ["s2"]


def test_former_ids_lead_to_the_record(project: Project) -> None:
    found = index.build(Library.load(project))
    assert index.former(found) == [("actors", "dockers-union", "union")]
    assert found.id_of("actors", "dockers-union") == "union"
    assert found.id_of("actors", "nobody") == "nobody"


def test_anchors_of_one_position_differ() -> None:
    taken: set[str] = set()
    assert [statements._free("a", taken) for _ in range(3)] == ["a", "a-2", "a-3"]
