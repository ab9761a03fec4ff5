"""Projects of any size in the shapes of real records: a whole briefings/ and seeds/, copied under other names."""

import hashlib
import math
import shutil
from pathlib import Path
from typing import Any

from generator.project import KINDS, Project
from generator.records import walk, yamlfile
from generator.records.models import MODELS, Record
from generator.records.write import dump

NAMES = ("name", "title")


def generate(home: Path, root: Path, records: int) -> Project:
    """Write a project of about that many records under root: as many whole copies of that at home as come nearest."""
    real = [(kind, path) for kind in KINDS for path in sorted((home / "briefings" / kind).glob("*.yaml"))]
    root.mkdir(parents=True)
    shutil.copy(home / "mkdocs.yml", root)
    shutil.copytree(home / "briefings" / "pages", root / "briefings" / "pages")
    shutil.copytree(home / "briefings" / "schema", root / "briefings" / "schema")
    for copy in range(max(1, round(records / len(real)))):
        sums = {path.name: _seed(root, path, copy) for path in sorted((home / "seeds").iterdir()) if path.is_file()}
        for kind, path in real:
            record = _renamed(kind, yamlfile.load(path.read_text(encoding="utf-8")), copy, sums)
            target = root / "briefings" / kind / f"{_ident(path.stem, kind, copy)}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(dump(record), encoding="utf-8")
    return Project(root)


def _seed(root: Path, path: Path, copy: int) -> str:
    """Copy a seed with an invisible difference, and return its SHA-256."""
    data = path.read_bytes() + b"\n" * copy
    target = root / "seeds" / _file(path.name, copy)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _file(name: str, copy: int) -> str:
    path = Path(name)
    return f"{path.stem}_{copy}{path.suffix}"


def _ident(ident: str, kind: str, copy: int) -> str:
    if kind == "positions":
        holder, _, issue = ident.partition("--")
        return f"{holder}-{copy}--{issue}-{copy}"
    return f"{ident}-{copy}"


def _renamed(kind: str, data: dict[str, Any], copy: int, sums: dict[str, str]) -> Record:
    record = MODELS[kind].model_validate(data)
    for path, home, ident in walk.references(record):
        _set(data, path, _ident(ident, home, copy))
    for name in NAMES:
        if name in data:
            data[name] = f"{data[name]} {copy}"
    data["aliases"] = [f"{alias} {copy}" for alias in data.get("aliases") or []]
    data["former_ids"] = [f"{ident}-{copy}" for ident in data.get("former_ids") or []]
    if data.get("seed"):
        name = data["seed"]["file"]
        data["seed"] |= {"file": _file(name, copy), "sha256": sums[name]}
    return MODELS[kind].model_validate({name: value for name, value in data.items() if value or name == "evidence"})


def _set(data: Any, path: yamlfile.Path, value: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def count(project: Project) -> int:
    """Return the number of record files."""
    return sum(1 for kind in KINDS for _ in (project.records / kind).glob("*.yaml"))


def ratio(small: float, large: float, small_count: int, large_count: int) -> float:
    """Return the exponent of growth: 1 is linear."""
    return math.log(large / small) / math.log(large_count / small_count)
