"""The workflows are valid, need little and run only what is pinned."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
OURS = ROOT / ".github"
SCAFFOLD = ROOT / "generator/scaffold/files/dot-github"
WORKFLOWS = sorted([*OURS.glob("workflows/*.yml"), *SCAFFOLD.glob("workflows/*.yml")])
DEPENDABOT = [OURS / "dependabot.yml", SCAFFOLD / "dependabot.yml"]
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def run(*command: str | Path) -> None:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


def test_zizmor_finds_nothing() -> None:
    run(tool("zizmor"), "--offline", "--persona", "pedantic", "--strict-collection", "--quiet", *WORKFLOWS, *DEPENDABOT)


def test_workflows_follow_their_schema() -> None:
    run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)


def test_dependabot_follows_its_schema() -> None:
    run(tool("check-jsonschema"), "--builtin-schema", "vendor.dependabot", *DEPENDABOT)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_action_is_pinned_by_commit(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_job_has_little_power_and_an_end(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        assert job["permissions"] in ({"contents": "read"}, {"pages": "write", "id-token": "write"})


@pytest.mark.parametrize("name", ["check.yml", "deploy.yml"])
def test_the_scaffold_uses_the_same_actions(name: str) -> None:
    """Where this fails after a renewal: copy the `uses:` lines of ours to the scaffold's."""
    ours, theirs = ((folder / "workflows" / name).read_text("utf-8") for folder in (OURS, SCAFFOLD))
    assert re.findall(r"uses: .*", theirs) == re.findall(r"uses: .*", ours)
