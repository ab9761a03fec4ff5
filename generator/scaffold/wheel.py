"""The Briefings that runs now as a wheel: how a project carries it where no index or repository can be named.

A wheel is a ZIP of the package and of what is told about it (PEP 427); this one is the same for the same files.
"""

import hashlib
import io
import tomllib
import zipfile
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import generator

PACKAGE = Path(generator.__file__).parent
PYPROJECT = PACKAGE.parent / "pyproject.toml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WHEEL = "Wheel-Version: 1.0\nGenerator: briefings\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_TOLD = ("METADATA", "entry_points.txt", "licenses/LICENSE")


def pack(installed: Distribution | None) -> tuple[str, bytes]:
    """Return a wheel's file name and bytes, told by pyproject.toml beside the package, else by what was installed.

    The former is newer where a clone was changed since it was installed. Raises FileNotFoundError without either.
    """
    if installed and not PYPROJECT.is_file():
        name, version = installed.name, installed.version
        told = {path: text for path in _TOLD if (text := installed.read_text(path))}
    else:
        project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
        name, version, told = project["name"], project["version"], _told(project)
    info = f"{name}-{version}.dist-info"
    contents = {f"{PACKAGE.name}/{path}": content for path, content in _package().items()}
    contents |= {f"{info}/{path}": text.encode() for path, text in {**told, "WHEEL": _WHEEL}.items()}
    return f"{name}-{version}-py3-none-any.whl", _zip(contents, f"{info}/RECORD")


def _package() -> dict[str, bytes]:
    """Return the package's files by their paths in it, without what Python or a template engine compiled."""
    found = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in found if path.suffix != ".tmp"}


def _told(project: dict[str, Any]) -> dict[str, str]:
    """Return the files of a wheel's dist-info folder, as `[project]` in pyproject.toml tells them."""
    lines = ["Metadata-Version: 2.4", f"Name: {project['name']}", f"Version: {project['version']}"]
    lines += [f"Requires-Python: {project['requires-python']}", f"License-Expression: {project['license']}"]
    lines += ["License-File: LICENSE", *(f"Requires-Dist: {needed}" for needed in project["dependencies"])]
    for extra, all_needed in project["optional-dependencies"].items():
        lines += [f"Provides-Extra: {extra}"]
        lines += [f"Requires-Dist: {needed} ; extra == '{extra}'" for needed in all_needed]
    groups = {"console_scripts": project["scripts"], **project["entry-points"]}
    entries = [
        line for group, names in groups.items() for line in (f"[{group}]", *(f"{a} = {b}" for a, b in names.items()))
    ]
    licence = (PACKAGE.parent / "LICENSE").read_text(encoding="utf-8")
    return dict(zip(_TOLD, ("\n".join([*lines, ""]), "\n".join([*entries, ""]), licence), strict=True))


def _zip(contents: dict[str, bytes], record: str) -> bytes:
    lines = [f"{path},sha256={_sum(content)},{len(content)}\n" for path, content in sorted(contents.items())]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in [*sorted(contents.items()), (record, "".join([*lines, f"{record},,\n"]).encode())]:
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _sum(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
