"""For every rule of `briefings check` a case that breaks it, told at its place, and a near case that does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests import sample
from tests.sample import ARTICLE, FILES, MKDOCS

EVENT = "briefings/events/2024-03-03-midford-talks.yaml"
POSITION = "briefings/positions/northland--bridge.yaml"
EDITION = "briefings/editions/2024-w09.yaml"
HOME = f"briefings/articles/{ARTICLE}.yaml"
NORTH = "briefings/actors/northland.yaml"
SOUTH = "briefings/actors/southland.yaml"
ISSUE = "briefings/issues/bridge.yaml"
MINISTRY = "briefings/actors/northland-foreign-ministry.yaml"
OTHER = "briefings/events/2024-03-03-other.yaml"
LATER = "briefings/articles/2024-03-06-later.yaml"
MENTION = "briefings/events/2024-03-02-mention.yaml"

Changes = Mapping[str, str | None]


@dataclass(frozen=True)
class Case:
    """What breaks the rule, where and in which words that is told, and what comes near but is sound."""

    fails: Changes
    place: str
    words: str
    passes: Changes


def edit(name: str, old: str, new: str) -> Changes:
    assert old in FILES[name], (name, old)
    return {name: FILES[name].replace(old, new)}


def event(extra: str = "", kind: str = "agree", quote: str = "two days of talks", **changes: str) -> str:
    fields = {"title": "Other", "type": kind, "date": "2024-03-03", **changes}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\n".join([*lines, extra, f'evidence: [{{article: {ARTICLE}, quote: "{quote}"}}]', ""])


BOTH = "participants: [{actor: northland}, {actor: southland}]"
LONG = sample.SEED.split("\n\n")[2]

CASES: dict[str, Case] = {
    "yaml-syntax": Case(edit(ISSUE, "title: The bridge", "title: 'The bridge"), f"{ISSUE}:1:8", "is not closed", {}),
    "yaml-encoding": Case({}, "", "", {}),
    "yaml-size": Case({ISSUE: f"title: {'[' * 60}{']' * 60}\n"}, f"{ISSUE}:1:", "nested", {}),
    "yaml-tag": Case(edit(ISSUE, "The bridge", "!a b"), f"{ISSUE}:1:8", "tag", edit(ISSUE, "The bridge", "'!a b'")),
    "yaml-key": Case({ISSUE: "<<: {title: x}\n"}, f"{ISSUE}:1:1", "merge keys", {}),
    "yaml-alias": Case({ISSUE: "title: &a [*a]\n"}, f"{ISSUE}:1:8", "contains itself", {}),
    "duplicate-key": Case({ISSUE: FILES[ISSUE] + "title: again\n"}, f"{ISSUE}:3:1", "stands twice", {}),
    "record-shape": Case({ISSUE: "- a\n"}, f"{ISSUE}:1:1", "holds no", {}),
    "bad-id": Case(
        {"briefings/issues/The_Bridge.yaml": FILES[ISSUE]}, "briefings/issues/The_Bridge.yaml:1:1", "rename", {}
    ),
    "unknown-field": Case(edit(ISSUE, "question", "qestion"), f"{ISSUE}:2:1", "did you mean 'question'", {}),
    "missing-field": Case({ISSUE: "title: x\n"}, f"{ISSUE}:1:1", "'question' is missing", {}),
    "empty-value": Case(edit(ISSUE, " The bridge", ""), f"{ISSUE}:1:1", "'title' is empty", {}),
    "left-empty": Case(
        edit(EVENT, " 2024-03-03\n", "\n"),
        f"{EVENT}:3:1",
        "'date' has no value, as if it were not there",
        edit(EVENT, " 2024-03-03\n", " ~\n"),
    ),
    "comment-in-text": Case(
        edit(ISSUE, "The bridge", "The bridge # and the ferry"),
        f"{ISSUE}:1:19",
        "the text ends before this #",
        {
            **edit(ISSUE, "The bridge", "'The bridge'  # and the ferry"),
            **edit(EVENT, "date: 2024-03-03", "date: 2024-03-03  # as the article says"),
        },
    ),
    "mixed-letters": Case(
        edit(ISSUE, "The bridge", "The brid\u0261e of N\u043erth"),
        f"{ISSUE}:1:8",
        "'N\u043erth' has \u043e (cyrillic small letter o, U+043E) among Latin letters",
        edit(ISSUE, "The bridge", "The bridge (\u043c\u0456\u0441\u0442), 5 \u03bcm"),
    ),
    "wrong-type": Case(edit(ISSUE, "The bridge", "[x]"), f"{ISSUE}:1:8", "must be text", {}),
    "out-of-range": Case(edit(HOME, "part: 1", "part: 0"), f"{HOME}:4:32", "below 1", {}),
    "unknown-value": Case(edit(NORTH, "state", "stat"), f"{NORTH}:2:7", "did you mean 'state'", {}),
    "bad-date": Case(edit(EVENT, "2024-03-03\n", "3 March\n"), f"{EVENT}:3:7", "is not a date", {}),
    "bad-url": Case({HOME: FILES[HOME] + "url: ftp://a.example\n"}, f"{HOME}:5:6", "https://", {}),
    "control-character": Case(edit(NORTH, "the North", '"a\\u202E"'), f"{NORTH}:3:11", "U+202E", {}),
    "stray-file": Case(
        {"briefings/issues/a.yml": "title: x\n"},
        "briefings/issues/a.yml:1:1",
        "is not read",
        {"briefings/issues/.gitkeep": ""},
    ),
    "seed-statement": Case(
        {"seeds/bridge.yaml": "publisher: River News\npublished: 4 March 2024\n"},
        "seeds/bridge.yaml:2:12",
        "'4 March 2024' is no date; write 2025-07-11",
        {"seeds/bridge.yaml": "published: 2024-03-04\n"},
    ),
    "unknown-actor": Case(
        edit(MINISTRY, "part_of: northland", "part_of: nortland"),
        f"{MINISTRY}:3:10",
        "no actor 'nortland'; did you mean 'northland'?",
        {
            **edit(MINISTRY, "part_of: northland", "part_of: old-north"),
            NORTH: FILES[NORTH] + "former_ids: [old-north]\n",
        },
    ),
    "unknown-article": Case(
        edit(POSITION, f"article: {ARTICLE}", "article: 2024-03-04-brigde"), f"{POSITION}:11:18", "did you mean", {}
    ),
    "unknown-event": Case(
        edit(POSITION, "event: 2024-03-03-midford-talks", "event: zzz"),
        f"{POSITION}:9:12",
        "write or restore briefings/events",
        {},
    ),
    "unknown-issue": Case(edit(EVENT, "[bridge]", "[brige]"), f"{EVENT}:11:10", "did you mean 'bridge'", {}),
    "unknown-position": Case(
        edit(EDITION, "northland--bridge, statement: guards", "nortland--bridge"),
        f"{EDITION}:5:16",
        "did you mean",
        {},
    ),
    "unknown-statement": Case(edit(EDITION, "guards", "guard"), f"{EDITION}:5:46", "did you mean 'guards'", {}),
    "empty-item": Case(
        edit(EDITION, ", event: 2024-03-03-midford-talks", ""),
        f"{EDITION}:4:5",
        "rests on a record",
        edit(EDITION, "text: The bridge reopens., ", ""),
    ),
    "duplicate-reference": Case(
        edit(EVENT, "[bridge]", "[bridge, bridge]"),
        f"{EVENT}:11:18",
        "'bridge' stands twice",
        edit(EVENT, "{actor: southland}", "{actor: southland}, {actor: northland, role: host}"),
    ),
    "former-id": Case(
        {NORTH: FILES[NORTH] + "former_ids: [southland]\n"},
        f"{NORTH}:4:14",
        "is the id of actors/southland.yaml",
        {NORTH: FILES[NORTH] + "former_ids: [old-north]\n"},
    ),
    "file-name": Case(
        {"briefings/positions/x--bridge.yaml": FILES[POSITION]},
        "briefings/positions/x--bridge.yaml:1:9",
        "rename the file to northland--bridge.yaml",
        {},
    ),
    "part-of-cycle": Case(
        {
            NORTH: FILES[NORTH] + "part_of: southland\n",
            SOUTH: FILES[SOUTH] + "part_of: northland\n",
        },
        f"{NORTH}:4:10",
        "part of 'southland', which is part of this again",
        {NORTH: FILES[NORTH] + "part_of: southland\n"},
    ),
    "unused-actor": Case(
        {"briefings/actors/idle.yaml": "name: Idle\nkind: group\n"},
        "briefings/actors/idle.yaml:1:1",
        "acts, speaks or publishes nowhere",
        {},
    ),
    "unused-issue": Case(
        {"briefings/issues/idle.yaml": "title: Idle\nquestion: Why?\n"},
        "briefings/issues/idle.yaml:1:1",
        "no position",
        {},
    ),
    "same-event": Case(
        {OTHER: event(BOTH)},
        f"{OTHER}:1:1",
        "same event as '2024-03-03-midford-talks'",
        {OTHER: event(BOTH + "\npart_of: 2024-03-03-midford-talks")},
    ),
    "no-evidence": Case(
        edit(MINISTRY, f'\n      - article: {ARTICLE}\n        quote: "The foreign ministry of Northland"', " []"),
        f"{MINISTRY}:7:15",
        "this role has no evidence",
        {},
    ),
    "evidence-not-found": Case(
        edit(EVENT, "to reopen the bridge", "to open the bridge"),
        f"{EVENT}:14:12",
        'the closest passage is "agreed on 3 March to reopen the bridge over the river", in seeds/bridge.txt:5',
        edit(EVENT, '"agreed on 3 March to', '"agreed   on\n      3 March to'),
    ),
    "bare-quote": Case(
        edit(EVENT, "agreed on 3 March to reopen the bridge over the river", "on 3"),
        f"{EVENT}:14:12",
        "these words say nothing by themselves",
        edit(EVENT, "about 1,200 people a day", "1,200"),
    ),
    "figure-not-quoted": Case(
        edit(EVENT, "value: 1200", "value: 900"),
        f"{EVENT}:8:12",
        "900 is none of the numbers quoted (1,200)",
        edit(EVENT, "about 1,200 people a day", "people a day"),
    ),
    "seed-missing": Case(
        {"seeds/bridge.txt": None},
        f"{HOME}:4:14",
        "no file seeds/bridge.txt: 4 quotes from this article cannot be looked up; put it back",
        {LATER: "title: The bridge is open\n"},
    ),
    "seed-changed": Case(
        {"seeds/bridge.txt": sample.SEED + "\n"},
        f"{HOME}:4:43",
        "if its quotes still stand, write sha256: ",
        {"seeds/other.txt": "x"},
    ),
    "same-seed": Case(
        {"briefings/articles/z.yaml": FILES[HOME]},
        "briefings/articles/z.yaml:4:7",
        f"'{ARTICLE}' is the record of the same",
        {},
    ),
    "long-quote": Case(
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_words: 10}}\n"},
        f"{EVENT}:14:12",
        "11 words are quoted, at most 10",
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_words: 11}}\n"},
    ),
    "quoted-too-much": Case(
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_share: 0.1}}\n"},
        f"{EVENT}:14:12",
        f"10% may be (excerpt_share in mkdocs.yml): cut about 20 words; longest: this (11 words), {POSITION}:12 (9)",
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_share: 0.4}}\n"},
    ),
    "drafted-too-much": Case(
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_share: 0.1}}\n", HOME: FILES[HOME] + "draft: true\n"},
        f"{EVENT}:14:12",
        "cut about 20 words, or delete drafts; longest: this (11 words)",
        {"mkdocs.yml": MKDOCS + "extra: {briefings: {excerpt_share: 0.4}}\n", HOME: FILES[HOME] + "draft: true\n"},
    ),
    "event-after-article": Case(
        edit(EVENT, "date: 2024-03-03", "date: 2024-03-05"),
        f"{EVENT}:3:7",
        f"is later than {ARTICLE}, which tells it",
        {
            EVENT: FILES[EVENT].replace("date: 2024-03-03", "date: 2024-03-05")
            + '  - {article: 2024-03-06-later, quote: "The bridge was opened"}\n',
            LATER: "title: The bridge is open\npublisher: river-news\npublished: 2024-03-06\n",
        },
    ),
    "statement-after-article": Case(
        edit(POSITION, "date: 2024-03-03", "date: 2024-03-05"),
        f"{POSITION}:5:11",
        "which quotes it",
        edit(POSITION, "date: 2024-03-03", "date: 2024-03-05~"),
    ),
    "date-in-name": Case(
        edit(EVENT, "date: 2024-03-03", "date: 2023-03-03"),
        f"{EVENT}:3:7",
        "is not the date with which the file's name begins; correct it, or rename the file to 2023-03-03-midford-talks",
        edit(EVENT, "date: 2024-03-03", "date: 2024-03"),
    ),
    "planned-passed": Case(
        edit(EVENT, "date: 2024-03-03", "date: 2024-03-03\nplanned: true"),
        f"{EVENT}:4:10",
        "if it happened",
        edit(EVENT, "date: 2024-03-03", "date: 2024-03-04\nplanned: true"),
    ),
    "unknown-origin": Case(
        {LATER: "title: The bridge is open\ndraft: true\n"},
        f"{LATER}:1:8",
        "no publisher nor date was found in the article: add 'publisher:' and 'published:'",
        {LATER: "title: The bridge is open\npublisher: river-news\n"},
    ),
    "actor-clash": Case(
        edit(SOUTH, "Southland", "NORTHLAND"),
        f"{SOUTH}:1:7",
        "'NORTHLAND' is the name of 'northland' too",
        edit(SOUTH, "Southland", "Northland 2"),
    ),
    "alias-clash": Case(
        edit(NORTH, "the North", "southland"),
        f"{NORTH}:3:11",
        "is a name of 'southland' too",
        edit(NORTH, "the North", "northland"),
    ),
    "empty-position": Case(
        {
            "briefings/positions/southland--bridge.yaml": "holder: southland\nissue: bridge\nstatements: []\n",
        },
        "briefings/positions/southland--bridge.yaml:3:13",
        "no statement",
        {},
    ),
    "same-position": Case(
        {
            SOUTH: None,
            NORTH: FILES[NORTH] + "former_ids: [southland]\n",
            "briefings/positions/southland--bridge.yaml": FILES[POSITION].replace("northland", "southland"),
        },
        "briefings/positions/southland--bridge.yaml:1:9",
        "move the statements to 'northland--bridge', add this id to its 'former_ids'",
        {"briefings/positions/southland--bridge.yaml": FILES[POSITION].replace("northland", "southland")},
    ),
    "duplicate-statement": Case(
        {
            POSITION: FILES[POSITION]
            + f'  - {{id: guards, stance: state, evidence: [{{article: {ARTICLE}, quote: "to settle the toll"}}]}}\n'
        },
        f"{POSITION}:13:10",
        "an earlier statement",
        {
            POSITION: FILES[POSITION]
            + f'  - {{id: toll, stance: state, evidence: [{{article: {ARTICLE}, quote: "to settle the toll"}}]}}\n'
        },
    ),
}
