"""A small sound project for tests: one seed of two invented states' talks, and records that rest on it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator.project import Project

SEED = """\
Northland and Southland agree to reopen the river bridge

4 March 2024

Northland and Southland agreed on 3 March to reopen the bridge over the river, after two days of talks in Midford.

The foreign ministry of Northland said that its side “will withdraw all guards from the bridge by April”.

Southland rejected a proposal to open the bridge to lorries, because the road behind it cannot carry them, it said.

The two sides plan to meet again on 10 April to settle the toll, which about 1,200 people a day paid until last year.
"""
ARTICLE = "2024-03-04-bridge"
SHA256 = hashlib.sha256(SEED.encode()).hexdigest()
MKDOCS = "site_name: Sample\n"

FILES: Mapping[str, str] = {
    "mkdocs.yml": MKDOCS,
    "seeds/bridge.txt": SEED,
    f"briefings/articles/{ARTICLE}.yaml": f"""\
title: Northland and Southland agree to reopen the river bridge
publisher: river-news
published: 2024-03-04
seed: {{file: bridge.txt, part: 1, sha256: {SHA256}}}
""",
    "briefings/actors/river-news.yaml": "name: River News\nkind: organization\n",
    "briefings/actors/northland.yaml": "name: Northland\nkind: state\naliases: [the North]\n",
    "briefings/actors/southland.yaml": "name: Southland\nkind: state\n",
    "briefings/actors/northland-foreign-ministry.yaml": f"""\
name: Foreign ministry of Northland
kind: organization
part_of: northland
roles:
  - title: foreign ministry
    of: northland
    evidence:
      - article: {ARTICLE}
        quote: "The foreign ministry of Northland"
""",
    "briefings/events/2024-03-03-midford-talks.yaml": f"""\
title: The neighbours agree to reopen the bridge
type: agree
date: 2024-03-03
place: {{name: Midford}}
participants: [{{actor: northland}}, {{actor: southland}}]
figures:
  - measure: people a day
    value: 1200
    bound: about
    evidence: [{{article: {ARTICLE}, quote: "about 1,200 people a day"}}]
issues: [bridge]
evidence:
  - article: {ARTICLE}
    quote: "agreed on 3 March to reopen the bridge over the river"
""",
    "briefings/issues/bridge.yaml": "title: The bridge\nquestion: Who may use the bridge?\n",
    "briefings/positions/northland--bridge.yaml": f"""\
holder: northland
issue: bridge
statements:
  - id: guards
    date: 2024-03-03
    stance: commit
    speaker: northland-foreign-ministry
    to: [southland]
    event: 2024-03-03-midford-talks
    evidence:
      - article: {ARTICLE}
        quote: 'will withdraw all guards from the bridge by April'
""",
    "briefings/editions/2024-w09.yaml": """\
title: The week of the bridge
period: 2024-02-26/2024-03-03
items:
  - {text: The bridge reopens., event: 2024-03-03-midford-talks}
  - {position: northland--bridge, statement: guards}
""",
}


def write(root: Path, changes: Mapping[str, str | None] | None = None) -> Project:
    """Write the sample under root, with files added, replaced or (None) left out, and return the project."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(text.encode())
    return Project(root)
