"""Every way in which a record file can be wrong: told where, and what to write instead."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records import recordfile
from generator.records.models import Event
from tests import sample

EVENT = "title: Talks\ntype: consult\nevidence: [{article: one, quote: They met}]\n"


def problem(text: str, kind: str = "events") -> Problem:
    record, problems = recordfile.parse(kind, text, "x.yaml")
    assert record is None
    assert len(problems) == 1, problems
    return problems[0]


def test_a_record_is_read() -> None:
    record, problems = recordfile.parse("events", EVENT, "x.yaml")
    assert problems == []
    assert isinstance(record, Event)
    assert record.evidence[0].quote == "They met"


def test_a_key_without_a_value_is_an_empty_list() -> None:
    record, _ = recordfile.parse("events", EVENT + "issues:\nplace:\n", "x.yaml")
    assert isinstance(record, Event)
    assert (record.issues, record.place) == ((), None)


@pytest.mark.parametrize(
    ("added", "rule", "line", "column", "words"),
    [
        ("sumary: x", "unknown-field", 4, 1, "did you mean 'summary'"),
        ("zzzz: x", "unknown-field", 4, 1, "the fields are title, type"),
        ("outcomes:\n- {txt: x, text: y}", "unknown-field", 5, 4, "did you mean 'text'"),
        (
            "participants:\n- role: host",
            "missing-field",
            5,
            3,
            "'actor' is missing: add 'actor:' here. The actor's id.",
        ),
        ("place: Rome", "wrong-type", 4, 8, "name, country, lat, lon"),
        ("issues: neutrality", "wrong-type", 4, 9, "must be a list"),
        ("planned: maybe", "wrong-type", 4, 10, "true or false"),
        ("figures: [{measure: x, value: '6,000'}]", "wrong-type", 4, 31, "without separators"),
        ("figures: [{measure: x, value: nan}]", "out-of-range", 4, 31, "not a number"),
        ("outcomes:\n- text: {Kremlin: no}", "wrong-type", 5, 9, "put quotes around"),
        ("summary: [x]", "wrong-type", 4, 10, "must be text"),
        ("place: {name: x, lat: 91}", "out-of-range", 4, 23, "above 90"),
        ("place: {name: x, country: Turkey}", "unknown-value", 4, 27, "did you mean TR (Türkiye)?"),
        ("place: {name: x, country: UK}", "unknown-value", 4, 27, "did you mean GB (United Kingdom)?"),
        ("place: {name: x, country: tr}", "unknown-value", 4, 27, "did you mean TR (Türkiye)?"),
        ("place: {name: x, country: XX}", "unknown-value", 4, 27, "write two capitals, such as TR or NO"),
        ("date: 2025-02-30", "bad-date", 4, 7, "not in the calendar"),
        ("date: yesterday", "bad-date", 4, 7, "is not a date"),
        ("versions: [{of: date, value: soon}]", "bad-date", 4, 12, "is not a date"),
        ("versions: [{of: dates, value: x}]", "unknown-value", 4, 17, "did you mean 'date'"),
        ("corrections: [{date: soon, text: x}]", "bad-date", 4, 22, "is not a date"),
        ("issues: [Bad Id]", "bad-id", 4, 10, "is not an id"),
        ("participants: [{actor: x, role: hots}]", "unknown-value", 4, 33, "did you mean 'host'"),
        (
            "participants: [{actor: x, role: qqqq}]",
            "unknown-value",
            4,
            33,
            "'qqqq' is not one of the participant roles; write one of participant, actor, recipient, target, host,",
        ),
        ("summary: '   '", "empty-value", 4, 10, "nothing but spaces"),
        ("draft:", "empty-value", 4, 1, "'draft' is empty"),
        ('summary: "a\\u202Eb"', "control-character", 4, 10, "U+202E"),
        ('summary: "a\\x07b"', "control-character", 4, 10, "U+0007"),
        (
            "place: {name: Ist\u200banbul}",
            "control-character",
            4,
            15,
            "U+200B (zero width space), which makes two names",
        ),
        ("outcomes: [{text: so\u00adso}]", "control-character", 4, 19, "U+00AD (soft hyphen)"),
        (f"summary: {'x' * 5001}", "out-of-range", 4, 10, "longer than 5000"),
    ],
)
def test_a_bad_field_gets_its_place(added: str, rule: str, line: int, column: int, words: str) -> None:
    found = problem(EVENT + added + "\n")
    assert (found.rule, found.line, found.column, found.severity) == (rule, line, column, "error")
    assert words in found.message


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("title: x\nseed: {file: ../x, part: 1, sha256: " + "0" * 64 + "}", "bad-id", "without folders"),
        ("title: x\nseed: {file: x, part: 1, sha256: abc}", "bad-id", "SHA-256"),
        ("title: x\nlanguage: english", "bad-id", "language code"),
        ("title: x\nurl: javascript:alert(1)", "bad-url", "https://"),
        ("title: x\nurl: https://a.example/<b>", "bad-url", "%20"),
        ("title:", "empty-value", "'title' is empty"),
        ("", "record-shape", "the file is empty"),
        ("- title: x", "record-shape", "no 'key: value' lines"),
        ("title: 'x", "yaml-syntax", "quote mark"),
    ],
)
def test_a_bad_article(text: str, rule: str, words: str) -> None:
    found = problem(text, "articles")
    assert found.rule == rule
    assert words in found.message


def test_all_faults_of_a_file_come_at_once_in_order() -> None:
    _, problems = recordfile.parse("events", "titel: x\ntype: war\ndate: never\n", "x.yaml")
    assert [found.rule for found in problems] == [
        "missing-field",
        "unknown-field",
        "unknown-value",
        "bad-date",
    ]


@pytest.mark.parametrize("name", ["Bad Name", "a_b", "index", "nul", "x" * 121, "-a", "été"])
def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(EVENT, encoding="utf-8")
    read = recordfile.read("events", path, f"briefings/events/{path.name}")
    assert read.record is None
    assert [found.rule for found in read.problems] == ["bad-id"]


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("title: Überfall".encode("latin-1"))
    read = recordfile.read("events", path, f"briefings/events/{path.name}")
    assert [found.rule for found in read.problems] == ["yaml-encoding"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + EVENT.encode())
    read = recordfile.read("events", path, f"briefings/events/{path.name}")
    assert read.problems == []
    assert read.record is not None


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ("date: 3 June 2025", "did you mean 2025-06-03?"),
        ("date: June 3rd, 2025", "did you mean 2025-06-03?"),
        ("date: June 2025", "did you mean 2025-06?"),
        ("date: 2025-6-3", "did you mean 2025-06-03?"),
        ("date: 2025/06/03", "did you mean 2025-06-03?"),
        ("date: 03.06.2025", "did you mean 2025-06-03?"),
        ("date: 06/23/2025", "did you mean 2025-06-23?"),
        ("date: 2025-06-03 14:05", "did you mean 2025-06-03T14:05?"),
        ("date: 2025-06-03 - 2025-06-05", "did you mean 2025-06-03/2025-06-05?"),
        ("date: 06/03/2025", "'06/03/2025' is not a date; write 2025"),
        ("date: 31 June 2025", "is not a date; write 2025"),
        ("issues: neutrality", "must be a list; write [neutrality]"),
        ("participants: {actor: x}", "write '- ' before 'actor'"),
        ("issues: [Some Thing]", "such as some-thing"),
        ("participants: nobody", "each begun with '- ' and holding actor"),
        ("participants: [north]", "write {actor: north}"),
        ("figures: [{measure: x, value: 1, evidence: [so]}]", "write {article: …, quote: …}"),
        ("figures: [{measure: x, value: about 300}]", "words like 'about' go to 'bound'"),
        (
            "\u00a0date: 2025-06-03",
            "an unusual character (no-break space, U+00A0); type name and spaces before it anew",
        ),
        ("d\u0430te: 2025-06-03", "an unusual character (cyrillic small letter a, U+0430)"),
        ("role: host", "belongs to 'participants': indent it"),
    ],
)
def test_a_bad_field_is_told_with_what_to_write(added: str, words: str) -> None:
    assert words in problem(EVENT + added + "\n").message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("consult", "talks", "'talks' is not one of the event types; did you mean 'consult'?"),
        ("consult", "Attack", "did you mean 'assault'?"),
        ("consult", "Consult", "did you mean 'consult'?"),
        ("consult", "diplomatic suport", "did you mean 'support'?"),
        ("consult", "zzz", "write one of agree, consult, support"),
    ],
)
def test_what_the_site_calls_a_word_leads_to_the_word(old: str, new: str, words: str) -> None:
    message = problem(EVENT.replace(old, new)).message
    assert words in message
    assert len(message) < 250


def test_a_record_in_another_kinds_folder_is_told_once() -> None:
    text = sample.FILES["briefings/events/2024-03-03-midford-talks.yaml"]
    record, (problem,) = recordfile.parse("actors", text, "briefings/actors/x.yaml")
    assert record is None
    assert problem.message == "this looks like an event; move it to briefings/events/"
    _, problems = recordfile.parse("actors", "nam: x\nkind: state\n", "briefings/actors/x.yaml")
    assert "move it" not in " ".join(problem.message for problem in problems)
