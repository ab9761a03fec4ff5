"""Bundle: the built site in one ZIP that opens from file://, its search included. Same site, same bytes."""

import zipfile
from pathlib import Path

from generator.project import Project, ProjectError

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can bear; every entry bears it."""
SKIPPED = ("sitemap.xml.gz",)


def make(project: Project) -> Path:
    """Pack site/ into build/briefings.zip, under one folder, and return its path.

    Raises ProjectError where there is no site to pack.
    """
    if not (project.site / "index.html").is_file():
        raise ProjectError("there is no site/ to pack; `briefings build` makes it")
    target = project.build / "briefings.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(project.site.rglob("*"), key=lambda p: p.relative_to(project.site).as_posix()):
            if path.is_file() and path.name not in SKIPPED:
                _add(archive, path, f"briefings/{path.relative_to(project.site).as_posix()}")
    partial.replace(target)
    return target


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
