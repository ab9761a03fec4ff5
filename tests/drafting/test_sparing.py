"""Quotes are cut until an article is quoted no more than it may be."""

import re
from dataclasses import replace

from generator.drafting.findings import Attribution, Findings, FoundActor, FoundEvent, FoundStatement
from generator.drafting.sparing import MARGIN, spare

TEXT = """Dockers of Halvern walked out on Monday after the operator of the port had cut the pay of the night shift.
Their union said that nobody would return to work before a written promise of higher pay lay on the table at last.
The operator closed the two gates on Tuesday and sent the lorries that had waited for days back to the depot inland."""
FIRST, SECOND, THIRD = ((match.start(), match.end()) for match in re.finditer(".+", TEXT))
SAID = FoundStatement(Attribution((SECOND,), (), (), "indirect", "clause"), "demand", speaker=0, holder=0, quote=SECOND)
WALKOUT = FoundEvent(19, 25, FIRST, "Dockers walk out", "protest", "verb", also=(THIRD,))
FOUND = Findings(actors=[FoundActor("Harbour Union", "organization")], statements=[SAID], events=[WALKOUT])


def covered(findings: Findings) -> int:
    spans = [one.quote for one in findings.statements]
    spans += [span for event in findings.events for span in (event.quote, *event.also)]
    return len({i for start, end in spans for i in range(start, end)})


def test_quotes_stay_where_little_is_quoted() -> None:
    assert spare(TEXT, FOUND, 1.0 + MARGIN) is FOUND


def test_the_share_is_kept() -> None:
    for share in (0.7, 0.5, 0.4, 0.3):
        assert covered(spare(TEXT, FOUND, share)) <= share * len(TEXT)


def test_an_event_s_other_mentions_are_cut_before_statements() -> None:
    (event,), (statement,) = (spare(TEXT, FOUND, 0.8).events, spare(TEXT, FOUND, 0.8).statements)
    assert event.also[0][1] - event.also[0][0] < THIRD[1] - THIRD[0]
    assert TEXT[slice(*statement.quote)].endswith("lay on the table")


def test_an_event_s_quote_keeps_its_trigger_and_what_stands_around_it() -> None:
    (event,) = spare(TEXT, FOUND, 0.3).events
    assert TEXT[slice(*event.quote)] == "Dockers of Halvern walked out on Monday after"
    assert event.also == ()


def test_an_event_within_a_statement_takes_its_quote() -> None:
    strike = replace(
        WALKOUT, start=TEXT.index("return"), end=TEXT.index("return") + 6, quote=(SECOND[0], SECOND[0] + 60), also=()
    )
    (event,) = spare(TEXT, replace(FOUND, events=[strike]), 0.25).events
    assert event.quote[0] <= strike.start
    assert strike.end <= event.quote[1]


def test_what_cannot_be_kept_to_is_cut_as_far_as_it_may_be() -> None:
    (statement,) = spare(TEXT, FOUND, 0.02).statements
    assert TEXT[slice(*statement.quote)] == "Their union said that nobody would"


def test_a_statement_of_nobody_takes_no_room() -> None:
    nobody = replace(SAID, speaker=None, holder=None)
    found = replace(FOUND, statements=[nobody], events=[])
    assert spare(TEXT, found, 0.1 + MARGIN) is found


def test_of_several_sentences_the_longest_stays() -> None:
    text = "We are tired. What we ask of the town is that it mend the bridge before winter comes. Thank you. " + TEXT
    quote = (0, text.index("Thank"))
    found = Findings(actors=FOUND.actors, statements=[replace(SAID, quote=quote)])
    (statement,) = spare(text, found, 0.15).statements
    assert text[slice(*statement.quote)] == "What we ask of the town is that it mend the bridge"
