"""Quotes are cut until an article is quoted no more than it may be."""

import re
from dataclasses import replace

from generator.drafting import wholes
from generator.drafting.findings import Attribution, Findings, FoundActor, FoundEvent, FoundFigure, FoundStatement, Role
from generator.drafting.language import parse
from generator.drafting.sparing import MARGIN, spare

TEXT = """Dockers of Halvern walked out on Monday after the operator of the port had cut the pay of the night shift.
Their union said that nobody would return to work before a written promise of higher pay lay on the table at last.
The operator closed the two gates on Tuesday and sent the lorries that had waited for days back to the depot inland."""
FIRST, SECOND, THIRD = ((match.start(), match.end()) for match in re.finditer(".+", TEXT))
SAID = FoundStatement(Attribution((SECOND,), (), (), "indirect", "clause"), "demand", speaker=0, holder=0, quote=SECOND)
WALKOUT = FoundEvent(19, 25, FIRST, "Dockers walk out", "protest", "verb", also=(THIRD,))
STARTS, ENDS = wholes.find(parse(TEXT))
FOUND = Findings(
    [FoundActor("Harbour Union", "organization")], statements=[SAID], events=[WALKOUT], starts=STARTS, ends=ENDS
)


def spared(text: str, findings: Findings, share: float) -> Findings:
    return spare(text, findings, share).findings


def covered(findings: Findings) -> int:
    spans = [one.quote for one in findings.statements]
    spans += [span for event in findings.events for span in (event.quote, *event.also)]
    return len({i for start, end in spans for i in range(start, end)})


def test_quotes_stay_where_little_is_quoted() -> None:
    (statement,) = spared(TEXT, FOUND, 1.0 + MARGIN).statements
    assert TEXT[slice(*statement.quote)].endswith("lay on the table")
    assert spare(TEXT, FOUND, 1.0 + MARGIN).told(1.0) == ""


def test_the_share_is_kept() -> None:
    for share in (0.7, 0.5, 0.4):
        assert covered(spared(TEXT, FOUND, share)) <= share * len(TEXT)


def test_an_event_s_other_mentions_are_cut_before_statements() -> None:
    (event,), (statement,) = (spared(TEXT, FOUND, 0.8).events, spared(TEXT, FOUND, 0.8).statements)
    assert TEXT[slice(*event.also[0])] != TEXT[slice(*THIRD)]
    assert TEXT[slice(*statement.quote)].endswith("lay on the table")


def test_an_event_s_quote_keeps_its_trigger_and_what_makes_it_whole() -> None:
    (event,) = spared(TEXT, FOUND, 0.3).events
    assert TEXT[slice(*event.quote)] == "Dockers of Halvern walked out on Monday"
    assert event.also == ()


def test_an_event_within_a_statement_takes_its_quote() -> None:
    strike = replace(
        WALKOUT, start=TEXT.index("return"), end=TEXT.index("return") + 6, quote=(SECOND[0], SECOND[0] + 60), also=()
    )
    (event,) = spared(TEXT, replace(FOUND, events=[strike]), 0.25).events
    assert event.quote[0] <= strike.start
    assert strike.end <= event.quote[1]


def test_what_cannot_be_kept_to_is_cut_to_what_is_whole_and_told() -> None:
    found = spare(TEXT, FOUND, 0.02)
    (statement,) = found.findings.statements
    assert TEXT[slice(*statement.quote)] == "Their union said that nobody would return to work"
    assert found.told(0.02) == (
        "1 quote was shortened and 1 further quote was left out, since at most 2% of an article may be quoted "
        "(excerpt_share); 26% still is, in whole phrases: delete drafts not worth keeping"
    )


def test_a_statement_of_nobody_takes_no_room() -> None:
    nobody = replace(SAID, speaker=None, holder=None)
    found = replace(FOUND, statements=[nobody], events=[])
    assert spare(TEXT, found, 0.1 + MARGIN).quoted == 0


def test_of_several_sentences_the_longest_stays() -> None:
    text = "We are tired. What we ask of the town is that it mend the bridge before winter comes. Thank you. " + TEXT
    quote = (0, text.index("Thank"))
    starts, ends = wholes.find(parse(text))
    found = replace(FOUND, statements=[replace(SAID, quote=quote)], events=[], starts=starts, ends=ends)
    (statement,) = spared(text, found, 0.15).statements
    assert text[slice(*statement.quote)] == "What we ask of the town is that it mend the bridge"


def test_a_role_keeps_its_title_and_a_figure_what_it_counts() -> None:
    start = TEXT.index("operator of the port had")
    span = (start, start + len("operator of the port had"))
    roles = [Role("operator of the port", None, span), Role("operator", None, span)]
    gates = TEXT.index("two gates")
    figure = FoundFigure(gates, gates + 3, 2, "gates", "number", quote=(gates, gates + len("two gates")))
    event = replace(WALKOUT, figures=(figure,))
    found = replace(FOUND, actors=[replace(FOUND.actors[0], roles=roles)], events=[event])
    kept = spared(TEXT, found, 0.02)
    assert [TEXT[slice(*role.quote)] for role in kept.actors[0].roles] == ["operator of the port", TEXT[slice(*span)]]
    assert TEXT[slice(*kept.events[0].figures[0].quote)] == "two gates"


def test_an_event_that_gives_figures_is_cut_before_statements_and_keeps_what_they_count() -> None:
    text = (
        "Some 2,400 nurses at three hospitals in Leeds walked out on Tuesday in a 48-hour strike over staffing levels "
        "and pay, the largest stoppage in the city since 2023.\nTheir union said that nobody would return to work "
        "before a written promise of higher pay lay on the table."
    )
    starts, ends = wholes.find(parse(text))
    first, said = ((match.start(), match.end()) for match in re.finditer(".+", text))
    trigger = text.index("walked")
    event = replace(WALKOUT, start=trigger, end=trigger + len("walked out"), quote=first, also=())
    found = replace(FOUND, events=[event], statements=[replace(SAID, quote=said)], starts=starts, ends=ends)
    kept = spared(text, found, 0.7)
    assert text[slice(*kept.events[0].quote)] == "Some 2,400 nurses at three hospitals in Leeds walked out on Tuesday"
    assert text[slice(*kept.statements[0].quote)].endswith("lay on the table.")
