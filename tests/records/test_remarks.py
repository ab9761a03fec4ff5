"""What an editor may not have meant in a sound record: the record is read, and the warning stays until it is mended."""

from pathlib import Path

import pytest

from generator.records import checks, recordfile
from tests import sample
from tests.records.cases import EVENT, edit

RECORD = """\
title: Talks
type: consult
date: 2024-03-03
participants:
  - actor: northland
outcomes:
  - text: They meet
      again
evidence:
  - {article: one, quote: They met}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: Talks", "title: Talks # third round", (1, 14, "comment-in-text")),
        ("      again", "      again # soon", (8, 13, "comment-in-text")),
        ("title: Talks", 'title: "T\u0430lks"', (1, 8, "mixed-letters")),
        ("quote: They met", "quote: They m\u0435t", None),
        ("title: Talks", 'title: "Talks" # third round', None),
        ("title: Talks", "title: >-\n  Talks # third round", None),
        ("type: consult", "type: consult # or not", None),
        ("actor: northland", "actor: northland # or not", None),
        ("date: 2024-03-03", "date:", (3, 1, "left-empty")),
        ("title: Talks", "title: Talks\nissues:", (2, 1, "left-empty")),
        ("title: Talks", "title: Talks\nplace: {name: x, country: }", (2, 18, "left-empty")),
        ("title: Talks", "title: Talks\nissues: []", None),
        ("title: Talks", "title: Talks\nsummary: null", None),
    ],
)
def test_a_remark_leaves_the_record_sound(old: str, new: str, told: tuple[int, int, str] | None) -> None:
    record, problems = recordfile.parse("events", RECORD.replace(old, new), "x.yaml")
    assert record is not None
    assert [(problem.line, problem.column, problem.rule) for problem in problems] == [told] * (told is not None)
    assert all(problem.severity == "warning" for problem in problems)


def test_remarks_are_told_again_of_what_did_not_change(tmp_path: Path) -> None:
    project = sample.write(tmp_path, edit(EVENT, "date: 2024-03-03", "date:"))
    first, again = checks.check(project), checks.check(project)
    assert first.problems == again.problems
    assert [problem.rule for problem in again.problems] == ["left-empty"]
    assert again.library.problems == ()
