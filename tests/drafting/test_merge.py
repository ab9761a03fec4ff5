from dataclasses import replace

from generator.articles import Article, Paragraph
from generator.drafting.drafter import gate
from generator.drafting.findings import (
    Attribution,
    Findings,
    FoundActor,
    FoundEvent,
    FoundFigure,
    FoundParticipant,
    FoundPlace,
    FoundStatement,
    Role,
)
from generator.drafting.issues import OTHER, Circles, Issues
from generator.drafting.merge import Merge
from generator.drafting.shelf import Shelf
from generator.project import Project
from generator.records.library import Library
from generator.records.models import Actor, Event, Evidence, Issue, Position, Statement

FIRST = "On 3 March Norway and Denmark met in Bergen. Norway demands an end to night trawling in the strait."
SECOND = "Ministers of Norway and Denmark met in Bergen on 3 March. Norway again demands an end to night trawling."
ISSUE = Issue(title="Trawling", question="Where?", keywords=("trawling",))


def shelf(**records: dict[str, object]) -> Shelf:
    kinds = ("articles", "actors", "events", "issues", "positions", "editions")
    return Shelf(Library(Project.__new__(Project), {kind: records.get(kind, {}) for kind in kinds}))  # type: ignore[misc]


def article(text: str, number: int = 1, title: str = "Talks") -> Article:
    paragraph = Paragraph(text, "text", 1)
    return Article(
        f"{number}.txt", 1, "0" * 64, title, publisher="Fjord Post", published="2024-03-04", paragraphs=(paragraph,),
        derived=("title",), language="en",
    )  # fmt: skip


def found(text: str, date: str | None = "2024-03-03", holder: int = 0) -> Findings:
    actors = [FoundActor("Norway", "state", ["Oslo"]), FoundActor("Denmark", "state")]
    who = (FoundParticipant(0, "participant"), FoundParticipant(1, "participant"))
    first = text.index(".") + 1
    event = FoundEvent(
        0,
        4,
        (0, first),
        "Norway and Denmark meet",
        "consult",
        "test",
        date,
        False,
        FoundPlace(0, 1, "Bergen", "test", "NO"),
        who,
    )
    act = Attribution(((first + 1, len(text)),), (), (), "indirect", "test")
    said = FoundStatement(act, "demand", holder, holder, quote=(first + 1, len(text)))
    return Findings(actors=actors, statements=[said], events=[event])


def merged(on: Shelf, text: str, findings: Findings, number: int = 1) -> Merge:
    merge = Merge(on, Issues({"trawling": ISSUE}), article(text, number), findings, "seeds/x.txt")
    merge.run()
    return merge


def test_findings_become_draft_records() -> None:
    on = shelf(issues={"trawling": ISSUE})
    merge = merged(on, FIRST, found(FIRST))
    assert merge.ident == "2024-03-04-fjord-post-talks"
    event = on.events["2024-03-03-norway-and-denmark-meet"]
    assert event.draft
    assert [one.actor for one in event.participants] == ["norway", "denmark"]
    assert event.evidence[0].quote in FIRST
    position = on.positions["norway--trawling"]
    assert position.draft
    assert position.statements[0].draft
    assert position.statements[0].stance == "demand"
    assert position.statements[0].id == "2024-03-norway-demands-an-end-to-night-trawling"
    assert on.articles[merge.ident].publisher == "fjord-post"
    assert on.actors["norway"].aliases == ("Oslo",)
    assert [change.kind for change in on.take()][-1] == "articles"


def test_one_keyword_files_nothing_in_an_article_on_others() -> None:
    issue = ISSUE.model_copy(update={"keywords": ("trawling",)})
    for holder, filed in (("norway", "trawling"), ("brazil", OTHER)):
        actors: dict[str, object] = {holder: Actor(name=holder.title(), kind="state")}
        statement = Statement(id="one", stance="demand", evidence=(Evidence(article="a", quote="words"),))
        position = Position(holder=holder, issue="trawling", statements=(statement,))
        on = shelf(issues={"trawling": issue}, actors=actors)
        Merge(on, Issues({"trawling": issue}, Circles([position])), article(FIRST), found(FIRST), "seeds/x.txt").run()
        assert [one.issue for one in on.positions.values()] == [filed]


def test_a_second_article_adds_evidence_to_the_same_records() -> None:
    on = shelf(issues={"trawling": ISSUE})
    merged(on, FIRST, found(FIRST))
    merged(on, SECOND, found(SECOND), 2)
    assert len(on.events) == 1
    event = next(iter(on.events.values()))
    assert [one.article for one in event.evidence] == ["2024-03-04-fjord-post-talks", "2024-03-04-fjord-post-talks-2"]
    (statement,) = on.positions["norway--trawling"].statements
    assert len(statement.evidence) == 2


def test_another_date_another_event() -> None:
    on = shelf(issues={"trawling": ISSUE})
    merged(on, FIRST, found(FIRST))
    merged(on, SECOND, found(SECOND, "2024-02-03"), 2)
    assert len(on.events) == 2


def test_other_words_another_statement() -> None:
    on = shelf(issues={"trawling": ISSUE})
    merged(on, FIRST, found(FIRST))
    other = "They met. Norway demands that trawling boats carry radios from now on."
    merged(on, other, found(other, None), 2)
    assert len(on.positions["norway--trawling"].statements) == 2


def test_the_same_article_twice_changes_nothing() -> None:
    on = shelf(issues={"trawling": ISSUE})
    merged(on, FIRST, found(FIRST))
    on.take()
    merged(on, FIRST, found(FIRST))
    assert on.take() == []


def test_again_finds_what_an_editor_filed_elsewhere() -> None:
    on = shelf(issues={"trawling": ISSUE})
    first = merged(on, FIRST, found(FIRST))
    statement = on.positions["norway--trawling"].statements[0].model_copy(update={"draft": False, "date": "2024-01-01"})
    event = next(iter(on.events.values())).model_copy(update={"type": "agree", "date": "2024-01-01"})
    edited = shelf(
        issues={"trawling": ISSUE},
        articles=dict(on.articles),
        actors=dict(on.actors),
        events={"renamed": event},
        positions={"denmark--trawling": Position(holder="denmark", issue="trawling", statements=(statement,))},
    )
    again = merged(edited, FIRST, found(FIRST))
    assert again.ident == first.ident
    assert edited.take() == []


def test_an_accepted_actor_is_left_alone_and_a_draft_grows() -> None:
    role = Role("fisheries minister", None, (0, 10))
    findings = replace(
        found(FIRST), actors=[FoundActor("Norway", "state", ["Oslo"], [role]), FoundActor("Denmark", "state")]
    )
    for draft, aliases in ((False, ()), (True, ("Oslo",))):
        on = shelf(actors={"norway": Actor(name="Norway", kind="state", draft=draft)})
        merged(on, FIRST, findings)
        assert on.actors["norway"].aliases == aliases


def test_figures_stand_side_by_side() -> None:
    on = shelf()
    for number, value in ((1, 40.0), (2, 50.0)):
        findings = found(FIRST)
        event = replace(findings.events[0], figures=(FoundFigure(0, 10, value, "boats", "test"),))
        merged(on, FIRST, replace(findings, events=[event]), number)
    assert [figure.value for figure in next(iter(on.events.values())).figures] == [40.0, 50.0]


def test_a_figure_is_quoted_with_its_event_where_that_holds_what_it_counts() -> None:
    findings = found(FIRST)
    event = findings.events[0]
    word = FIRST.index(" ", event.quote[0]) + 1
    end = FIRST.index(" ", word)
    figure = FoundFigure(word, end, 6.0, "boats", "test", quote=(word, FIRST.index(" ", end + 1)))
    for quote, wanted in ((event.quote, event.quote), ((event.quote[0], end), figure.quote)):
        on = shelf()
        merged(on, FIRST, replace(findings, events=[replace(event, figures=(figure,), quote=quote)]))
        quoted = next(iter(on.events.values())).figures[0].evidence[0].quote
        assert quoted == FIRST[slice(*wanted)].strip()


def test_those_without_a_name_to_whom_it_was_done_are_no_participants() -> None:
    findings = found(FIRST)
    actors = [*findings.actors, FoundActor("Old man", "person", named=False)]
    event = replace(findings.events[0], participants=(*findings.events[0].participants, FoundParticipant(2, "victim")))
    on = shelf()
    merged(on, FIRST, replace(findings, actors=actors, events=[event]))
    assert "old-man" not in on.actors


def test_an_ambiguous_name_is_reported() -> None:
    findings = replace(
        found(FIRST),
        actors=[FoundActor("Holm", "person", ambiguous=("a-holm", "b-holm")), FoundActor("Denmark", "state")],
    )
    merge = merged(shelf(), FIRST, findings)
    assert [problem.rule for problem in merge.problems] == ["ambiguous-actor"]


def test_a_smaller_event_names_the_larger() -> None:
    findings = found(FIRST)
    part = replace(findings.events[0], title="Ministers sign a note", type="agree", part_of=0)
    on = shelf()
    merged(on, FIRST, replace(findings, events=[findings.events[0], part]))
    assert on.events["2024-03-03-ministers-sign-a-note"].part_of == "2024-03-03-norway-and-denmark-meet"


def test_ids_are_ascii_and_free() -> None:
    on = shelf(events={"2024-03-03-norway-and-denmark-meet": Event(title="x", type="agree", evidence=())})
    merged(on, FIRST, found(FIRST))
    assert "2024-03-03-norway-and-denmark-meet-2" in on.events


def test_the_gate_drops_what_is_no_evidence() -> None:
    good = found(FIRST)
    said, event = good.statements[0], good.events[0]
    bad = replace(
        good,
        statements=[
            said,
            replace(said, quote=(0, 999)),
            replace(said, quote=(5, 5)),
            replace(said, stance="shout"),
            replace(said, holder=9),
            replace(said, date="yesterday"),
        ],
        events=[replace(event, type="party"), replace(event, quote=(0, 0)), event, replace(event, title=" ")],
        relays=[0, 7],
    )
    passed, problems = gate(article(FIRST), bad, "seeds/1.txt")
    assert passed.statements == [said]
    assert passed.events == [event]
    assert list(passed.relays) == [0]
    assert len(problems) == 9
    assert {problem.rule for problem in problems} == {"draft-evidence"}


def test_the_gate_renumbers_events() -> None:
    good = found(FIRST)
    event = good.events[0]
    bad = replace(event, type="party")
    said = [replace(good.statements[0], event=1), replace(good.statements[0], event=0)]
    passed, _ = gate(
        article(FIRST), replace(good, events=[bad, replace(event, part_of=0)], statements=said), "seeds/1.txt"
    )
    assert [one.event for one in passed.statements] == [0, None]
    assert passed.events[0].part_of is None


def test_what_is_dated_after_the_article_was_not_said_and_is_planned() -> None:
    good = found(FIRST)
    said, event = good.statements[0], replace(good.events[0], planned=False)
    late = replace(
        good,
        statements=[replace(said, date="2024-03-05"), replace(said, date="2024-03-04"), replace(said, date="2024-03~")],
        events=[replace(event, date="2024-03-05"), replace(event, date="2024-03-04")],
    )
    passed, problems = gate(article(FIRST), late, "seeds/1.txt")
    assert [one.date for one in passed.statements] == [None, "2024-03-04", "2024-03~"]
    assert [one.planned for one in passed.events] == [True, False]
    assert problems == []
