"""Every rule of `briefings check`: a case that breaks it, told at its place, and a near case that does not."""

import re
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records import checks
from generator.records.checks.guesses import meant
from tests import sample
from tests.records.cases import (
    BOTH,
    CASES,
    EDITION,
    EVENT,
    HOME,
    ISSUE,
    LATER,
    NORTH,
    OTHER,
    POSITION,
    SOUTH,
    Changes,
    edit,
    event,
)
from tests.sample import ARTICLE, FILES, SHA256


def found(root: Path, changes: Changes, rule: str) -> list[Problem]:
    return [problem for problem in checks.check(sample.write(root, changes)).problems if problem.rule == rule]


def test_every_rule_has_its_cases() -> None:
    assert CASES.keys() == checks.RULES.keys()


def test_the_sample_is_sound(tmp_path: Path) -> None:
    report = checks.check(sample.write(tmp_path))
    assert report.problems == ()
    assert report.summary() == "9 records: no problems"


@pytest.mark.parametrize("rule", sorted(CASES.keys() - {"yaml-encoding"}))
def test_a_breach_is_told_at_its_place(tmp_path: Path, rule: str) -> None:
    case = CASES[rule]
    problems = found(tmp_path, case.fails, rule)
    assert problems
    assert f"{problems[0].path}:{problems[0].line}:{problems[0].column}".startswith(case.place)
    assert case.words in problems[0].message
    assert problems[0].severity == checks.RULES[rule].severity


@pytest.mark.parametrize("rule", sorted(name for name, case in CASES.items() if case.passes))
def test_what_comes_near_is_sound(tmp_path: Path, rule: str) -> None:
    assert found(tmp_path, CASES[rule].passes, rule) == []


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    project = sample.write(tmp_path)
    (tmp_path / ISSUE).write_bytes(b"title: \xff\n")
    assert [problem.rule for problem in checks.check(project).problems] == ["yaml-encoding"]


def test_a_broken_record_is_not_called_missing_too(tmp_path: Path) -> None:
    problems = checks.check(sample.write(tmp_path, {NORTH: "name: [\n"})).problems
    assert {problem.rule for problem in problems} == {"yaml-syntax"}


@pytest.mark.parametrize(
    ("extra", "doubles"),
    [
        (BOTH, True),
        ("participants: [{actor: northland}]\nplace: {name: midford}", True),
        ("participants: [{actor: northland}]", False),
        (BOTH + "\nplace: {name: Elsewhere}", False),
    ],
)
def test_likeness(tmp_path: Path, extra: str, doubles: bool) -> None:
    assert bool(found(tmp_path, {OTHER: event(extra)}, "same-event")) == doubles
    assert not found(tmp_path, {OTHER: event(extra, kind="consult")}, "same-event")
    assert not found(tmp_path, {OTHER: event(extra, date="2024-03-02")}, "same-event")
    assert not found(tmp_path, {OTHER: event(extra, date="2024")}, "same-event")


def test_events_of_one_title_and_day_are_alike(tmp_path: Path) -> None:
    title = "The neighbours agree to reopen the bridge"
    assert found(tmp_path, {OTHER: event(title=title)}, "same-event")
    assert not found(tmp_path, {OTHER: event(title=title, date="2024-03-04")}, "same-event")


@pytest.mark.parametrize("gap", ["…", "...", "[...]", "(…)"])
def test_a_quote_that_leaves_words_out_is_told_so(tmp_path: Path, gap: str) -> None:
    for words, told in (("agreed on 3 March", "give each part"), ("they agreed on 4 March", "closest passage")):
        changes = edit(EVENT, "agreed on 3 March to reopen the bridge over the river", f"{words} {gap} the river")
        assert told in found(tmp_path, changes, "evidence-not-found")[0].message


def test_a_missing_id_may_have_been_merged_which_is_told_once(tmp_path: Path) -> None:
    messages = [problem.message for problem in found(tmp_path, {SOUTH: None}, "unknown-actor")]
    assert [("former_ids" in message, "restore" in message) for message in messages] == [(True, True), (False, True)]
    assert "former_ids" in found(tmp_path, CASES["unknown-actor"].fails, "unknown-actor")[0].message


@pytest.mark.parametrize(
    ("ident", "told"),
    [
        ("2025-05-16-frist-round-of-talks", ["2025-05-16-first-round-of-talks"]),
        ("2025-05-15-first-round-of-talks", ["2025-05-16-first-round-of-talks"]),
        ("2025-05-16-second-round-of-talks", []),
        ("2025-07-22-second-round-of-talks", []),
        ("2025-05-16-first-round", ["2025-05-16-first-round-of-talks"]),
        ("first-round", ["2025-05-16-first-round-of-talks"]),
        ("talks", ["2025-05-16-first-round-of-talks", "2025-07-23-third-round-of-talks"]),
        ("a", []),
        ("norhland", ["northland"]),
        ("north-land", ["northland"]),
        ("eastland", []),
        ("northland--brige", ["northland--bridge"]),
        ("southland--bridge", []),
    ],
)
def test_only_slips_and_parts_of_an_id_are_taken_for_it(ident: str, told: list[str]) -> None:
    known = [f"many-{n}-a" for n in range(4)] + ["northland", "southland", "northland--bridge"]
    known += ["2025-05-16-first-round-of-talks", "2025-07-23-third-round-of-talks"]
    assert re.findall("'([^']+)'", meant(ident, known)) == told


def test_a_renamed_event_is_not_taken_for_another(tmp_path: Path) -> None:
    changes = {EVENT: None, EVENT.replace("midford-talks", "meeting-at-midford"): FILES[EVENT]}
    messages = [problem.message for problem in found(tmp_path, changes, "unknown-event")]
    assert not any("did you mean" in message for message in messages)
    assert sum("add this id to the 'former_ids'" in message for message in messages) == 1


def test_a_statement_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    for changes, words in (
        (edit(EDITION, "guards", "foo"), "; it has 'guards': write one of these, or delete 'statement:'"),
        ({**edit(EDITION, "guards", "foo"), **edit(POSITION, "id: guards", "draft: true")}, "give the one meant an id"),
    ):
        [problem] = found(tmp_path, changes, "unknown-statement")
        assert problem.message.startswith("no statement 'foo' in northland--bridge; ")
        assert problem.message.endswith(words)


@pytest.mark.parametrize("place", ["figures", "outcomes", "versions"])
def test_every_claim_needs_evidence(tmp_path: Path, place: str) -> None:
    item = {"figures": "{measure: x, value: 1}", "outcomes": "{text: x}", "versions": "{of: place, value: x}"}[place]
    problems = found(tmp_path, {OTHER: event(f"{place}: [{item}]")}, "no-evidence")
    assert [problem.message.partition(" has")[0] for problem in problems] == [f"this {place[:-1]}"]


def test_two_records_with_one_former_id(tmp_path: Path) -> None:
    both = {name: FILES[name] + "former_ids: [old]\n" for name in (NORTH, SOUTH)}
    assert len(found(tmp_path, both, "former-id")) == 2


def test_a_statement_needs_its_position(tmp_path: Path) -> None:
    changes = edit(EDITION, "position: northland--bridge, ", "event: 2024-03-03-midford-talks, ")
    assert "add 'position:'" in found(tmp_path, changes, "unknown-statement")[0].message


def test_a_longer_cycle_is_told_for_each_member_only(tmp_path: Path) -> None:
    changes = {
        f"briefings/events/{name}.yaml": event(f"part_of: {parent}")
        for name, parent in zip("abcd", "bcac", strict=True)
    }
    assert [problem.path[-6] for problem in found(tmp_path, changes, "part-of-cycle")] == ["a", "b", "c"]


def test_a_seed_without_that_part(tmp_path: Path) -> None:
    problems = found(tmp_path, edit(HOME, "part: 1", "part: 2"), "seed-missing")
    assert problems[0].message.startswith(
        "no article 2 in seeds/bridge.txt: 4 quotes from this article cannot be looked up"
    )


def test_a_seed_that_was_renamed_is_named(tmp_path: Path) -> None:
    [problem] = found(tmp_path, {"seeds/bridge.txt": None, "seeds/Brücke, neu.TXT": sample.SEED}, "seed-missing")
    assert 'seeds/Brücke, neu.TXT has the same content: write file: "Brücke, neu.TXT"' in problem.message


def test_an_article_without_a_seed(tmp_path: Path) -> None:
    changes = edit(HOME, f"seed: {{file: bridge.txt, part: 1, sha256: {SHA256}}}\n", "")
    assert found(tmp_path, changes, "seed-missing")[0].message.startswith("no seed: 4 quotes")


def test_invented_evidence_of_a_lost_seed_is_an_error(tmp_path: Path) -> None:
    changes = edit(EVENT, "agreed on 3 March to reopen the bridge over the river", "the moon is made of cheese")
    problems = checks.check(sample.write(tmp_path, {**changes, "seeds/bridge.txt": None})).problems
    assert [(problem.severity, problem.rule) for problem in problems] == [("error", "seed-missing")]


def test_problems_come_in_order_and_once(tmp_path: Path) -> None:
    changes = {**edit(EVENT, "[bridge]", "[x, y]"), **edit(NORTH, "state", "stat"), "seeds/bridge.txt": None}
    problems = checks.check(sample.write(tmp_path, changes)).problems
    assert list(problems) == sorted(set(problems))
    assert len(problems) == 4


@pytest.mark.parametrize(
    ("date", "fits"),
    [
        ("2024-03-03/2024-03-04", True),
        ("2024-03-01/2024-03-04", True),
        ("2024-02-20~", True),
        ("2024", True),
        ("2024-03-30", False),
        ("1924-03-03", False),
    ],
)
def test_a_date_fits_its_file_s_name(tmp_path: Path, date: str, fits: bool) -> None:
    assert bool(found(tmp_path, edit(EVENT, "date: 2024-03-03", f"date: {date}"), "date-in-name")) != fits
    changes = {EVENT: None, EVENT.replace("03-03", "99-99"): FILES[EVENT]}
    assert not found(tmp_path, changes, "date-in-name")


def test_the_table_has_a_row_a_rule() -> None:
    lines = checks.table().splitlines()
    assert len(lines) == len(checks.RULES) + 2
    assert all(line.count(" | ") == 3 for line in lines[2:])


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ('"“agreed on 3 March”"', 'with the quote marks that they begin or end with; write quote: "agreed on 3 March"'),
        ('"Cats purr"', "; nothing in it is like it"),
        (
            '"said that its side \\"would\\" withdraw"',
            r'is "said that its side \"will withdraw", in seeds/bridge.txt:7',
        ),
    ],
)
def test_a_quote_that_is_not_found_is_told_with_what_to_write(tmp_path: Path, quote: str, words: str) -> None:
    changes = edit(EVENT, '"agreed on 3 March to reopen the bridge over the river"', quote)
    [problem] = found(tmp_path, changes, "evidence-not-found")
    assert problem.message.endswith(words)


def test_a_quote_of_another_article_is_told_so(tmp_path: Path) -> None:
    other = "Ferry fares rise\n\n5 March 2024\n\nFares on the ferry rise by a tenth in May, the harbour office said.\n"
    record = FILES[HOME].replace("bridge.txt", "ferry.txt")
    changes = {
        "seeds/ferry.txt": other,
        "briefings/articles/ferry.yaml": record,
        **edit(EVENT, "agreed on 3 March to reopen the bridge over the river", "Fares on the ferry rise"),
    }
    [problem] = found(tmp_path, changes, "evidence-not-found")
    assert problem.message == f"these words are not in {ARTICLE}, but in ferry: write article: ferry"


def test_what_only_a_broken_record_names_is_not_called_unused(tmp_path: Path) -> None:
    problems = checks.check(sample.write(tmp_path, {EVENT: "title: [\n", POSITION: "holder: [\n"})).problems
    assert {problem.rule for problem in problems} == {"yaml-syntax"}


def test_a_mistyped_holder_is_no_reason_to_rename_the_file(tmp_path: Path) -> None:
    problems = checks.check(sample.write(tmp_path, edit(POSITION, "holder: northland", "holder: nortland"))).problems
    assert [problem.rule for problem in problems] == ["unknown-actor"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("issues/a.yml", "rename it to a.yaml"),
        ("issues/My Note.TXT", "rename it to my-note.yaml"),
        ("issues/a.pdf", "move it out"),
        ("issue/a.yaml", "did you mean 'issues'?"),
        ("x/issues/a.yml", "records lie in articles, actors, events"),
        ("a.yaml", "move it into the folder of its kind (articles, actors"),
    ],
)
def test_a_stray_file_is_told_with_what_to_do(tmp_path: Path, name: str, words: str) -> None:
    [problem] = found(tmp_path, {f"briefings/{name}": "title: x\n"}, "stray-file")
    assert words in problem.message


def test_a_link_is_no_record(tmp_path: Path) -> None:
    project = sample.write(tmp_path)
    (project.records / "issues" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    [problem] = checks.check(project).problems
    assert "this is a link" in problem.message
    assert "rename" not in problem.message


def test_what_is_no_record_may_lie_beside_them(tmp_path: Path) -> None:
    changes = {f"briefings/{name}": "x\n" for name in ("README.md", ".git.yaml", "pages/a.yaml", "notes/a.md")}
    assert not found(tmp_path, changes, "stray-file")


def test_a_letter_that_is_not_utf_8_gets_its_place(tmp_path: Path) -> None:
    project = sample.write(tmp_path)
    (tmp_path / ISSUE).write_bytes("title: x\r\nquestion: café\n".encode("latin-1"))
    [problem] = checks.check(project).problems
    assert (problem.line, problem.column) == (2, 14)


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("participants: [{actor: river-news}]", False),
        ("issues: [other]", False),
        ("participants: [{actor: southland}]", True),
        ("issues: [bridge]", True),
        ("part_of: 2024-03-03-midford-talks", True),
    ],
)
def test_a_newer_article_on_another_matter_does_not_pass_a_plan(tmp_path: Path, about: str, told: bool) -> None:
    changes = {
        **edit(EVENT, "date: 2024-03-03", "date: 2024-03-05\nplanned: true"),
        "briefings/issues/other.yaml": "title: Other matters\nquestion: What else?\n",
        LATER: "title: The bridge is open\npublisher: river-news\npublished: 2024-03-06\n",
        OTHER: event(about, date="2024-03-06").replace(ARTICLE, "2024-03-06-later"),
    }
    assert bool(found(tmp_path, changes, "planned-passed")) == told


def test_a_file_beside_a_seed_is_looked_at_again_when_it_or_the_seed_changes(tmp_path: Path) -> None:
    sound = {"seeds/bridge.yaml": "- published: 2024-03-04\n"}
    two = {"seeds/bridge.yaml": "- published: 2024-03-04\n- title: x\n"}
    assert [len(found(tmp_path, changes, "seed-statement")) for changes in (sound, two, two, sound)] == [0, 1, 1, 0]


def test_a_title_stated_later_leaves_the_pages_headline_quotable(tmp_path: Path) -> None:
    quoted = edit(EVENT, "agreed on 3 March to reopen the bridge over the river", "agree to reopen the river bridge")
    changes = {**quoted, "seeds/bridge.yaml": "title: Bridge to open\n"}
    assert found(tmp_path, changes, "evidence-not-found") == []
