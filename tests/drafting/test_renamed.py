"""A record follows its seed when that is renamed."""

from pathlib import Path

import pytest

from generator.drafting.renamed import follow
from generator.project import Project
from generator.records.library import Library
from tests import sample

HOME = f"briefings/articles/{sample.ARTICLE}.yaml"
NEW = "Ärger im Hafen (1).TXT"


def followed(root: Path, **seeds: str | None) -> tuple[list[tuple[str, str]], str]:
    """Return what is told and the record's text, where the sample's seed is gone and these are there."""
    record = sample.FILES[HOME].replace("seed:", "# mine\nseed:") + "# end\n"
    changes = {HOME: record, "seeds/bridge.txt": None, **{f"seeds/{name}": text for name, text in seeds.items()}}
    project = sample.write(root, changes)
    told = follow(project, Library.load(project))
    return [(problem.severity, problem.message) for problem in told], (root / HOME).read_text(encoding="utf-8")


def test_the_record_names_the_new_file_and_nothing_else_changes(tmp_path: Path) -> None:
    told, text = followed(tmp_path, **{NEW: sample.SEED})
    assert told == [("note", f"seeds/bridge.txt was renamed: the record names seeds/{NEW} now")]
    record = sample.FILES[HOME].replace("seed:", "# mine\nseed:") + "# end\n"
    assert text == record.replace("bridge.txt", NEW)
    project = Project(tmp_path)
    assert follow(project, Library.load(project)) == []


def test_what_is_stated_beside_the_old_file_is_to_be_renamed_too(tmp_path: Path) -> None:
    told, _ = followed(tmp_path, **{NEW: sample.SEED, "bridge.yaml": "genre: report\n"})
    assert told[0][1].endswith("; rename seeds/bridge.yaml too")


@pytest.mark.parametrize("seeds", [{}, {NEW: sample.SEED + "x"}, {"bridge.txt": sample.SEED, NEW: sample.SEED}])
def test_nothing_else_is_followed(tmp_path: Path, seeds: dict[str, str]) -> None:
    told, text = followed(tmp_path, **seeds)
    assert told == []
    assert "bridge.txt" in text


def test_a_seed_that_has_its_own_record_is_not_taken(tmp_path: Path) -> None:
    other = {"briefings/articles/copy.yaml": sample.FILES[HOME].replace("bridge.txt", "copy.txt")}
    project = sample.write(tmp_path, {**other, "seeds/bridge.txt": None, "seeds/copy.txt": sample.SEED})
    assert follow(project, Library.load(project)) == []


def test_a_place_that_cannot_be_changed_is_told(tmp_path: Path) -> None:
    record = sample.FILES[HOME].replace("file: bridge.txt", "file: &name bridge.txt") + "authors: [*name]\n"
    project = sample.write(tmp_path, {HOME: record, "seeds/bridge.txt": None, f"seeds/{NEW}": sample.SEED})
    (problem,) = follow(project, Library.load(project))
    assert (problem.severity, problem.message) == ("error", f"seeds/bridge.txt is seeds/{NEW} now; write that here")
    assert (tmp_path / HOME).read_text(encoding="utf-8") == record
