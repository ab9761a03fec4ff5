"""A project with one seed, for the tests of what drafting writes."""

from pathlib import Path

import pytest

from generator.project import Project

STORY = """Dockers in Halvern extend their strike

3 March 2024

Norwegian dockworkers voted on Tuesday to extend their strike by ten days, the Harbour Union (HU) said.

"Our members will not go back until there is a signed deal on pay," general secretary Marta Dahl told reporters.

Norwegian Transport Minister Peter Lund met union leaders in Bergen on Monday. Lund called for mediation.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n")
    (tmp_path / "briefings").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(STORY)
    return Project(tmp_path)
