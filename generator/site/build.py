"""Build: the rendered tree to the site, by MkDocs or by Zensical. Nothing is built when nothing changed."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.problems import has_errors
from generator.project import Project, ProjectError
from generator.records.library import Library
from generator.records.write import write_atomic
from generator.site import stamp
from generator.site.mirror import mirror
from generator.site.publish import publish
from generator.site.render import RenderReport, render
from generator.site.text import frame_words

BUILDERS = ("mkdocs", "zensical")
THEME = Path(__file__).parent / "theme"


class BuildError(Exception):
    """The builder failed; the text is what it said."""


@dataclass(frozen=True)
class BuildReport:
    """What was rendered, and whether anything was built."""

    rendered: RenderReport
    built: bool


def build(project: Project, builder: str = "mkdocs", library: Library | None = None) -> BuildReport:
    """Render the records, which are read unless library holds them, then build site/.

    Raises ProjectError for an unusable mkdocs.yml, BuildError when the builder fails.
    """
    if builder not in BUILDERS:
        raise ProjectError(f"there is no builder '{builder}'; choose one of {', '.join(BUILDERS)}")
    if builder == "mkdocs" and "briefings" not in project.settings.plugins:
        said = "nothing under 'plugins:' is briefings, which makes the pages; write plugins: [briefings]"
        raise ProjectError(f"{project.root / 'mkdocs.yml'}: {said}")
    library = library or Library.load(project)
    rendered = render(project, library)
    publish(project, library)
    made_from = stamp.digest(project, builder)
    marker = project.build / stamp.STAMP
    if _is_made(marker, made_from, project.site):
        return BuildReport(rendered, False)
    marker.unlink(missing_ok=True)
    made = project.build / "site"
    _run(project, library, builder, made)
    mirror(made, project.site)
    write_atomic(marker, json.dumps({"from": made_from}), durable=False)
    return BuildReport(rendered, True)


def _is_made(marker: Path, made_from: str, site: Path) -> bool:
    try:
        known = json.loads(marker.read_bytes())
    except (OSError, ValueError):
        return False
    return bool(known.get("from") == made_from and (site / "index.html").is_file())


def _run(project: Project, library: Library, builder: str, made: Path) -> None:
    environment = {"SOURCE_DATE_EPOCH": str(stamp.epoch(project)), **os.environ, "NO_MKDOCS_2_WARNING": "true"}
    environment[stamp.RENDERED] = "" if has_errors(library.problems) else str(project.docs)
    if builder == "mkdocs":
        command = ["-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(project.root / "mkdocs.yml")]
        command += ["--site-dir", str(made)]
    else:
        command = ["-m", "zensical", "build", "--clean", "--config-file", str(zensical_config(project))]
        shutil.rmtree(made, ignore_errors=True)
    done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
        [sys.executable, *command], cwd=project.root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError((done.stdout + done.stderr).strip() or f"{builder} failed")


def zensical_config(project: Project) -> Path:
    """Write mkdocs.yml as Zensical is to read it, beside it, and return its path.

    Zensical runs no plugins of others and wants its folders below the folder of its configuration.
    """
    config: dict[str, Any] = yaml.load((project.root / "mkdocs.yml").read_text(encoding="utf-8"), yaml.SafeLoader)
    theme = project.build / "theme"
    shutil.copytree(THEME, theme, dirs_exist_ok=True)
    config["docs_dir"] = project.relative(project.docs)
    config["site_dir"] = project.relative(project.build / "site")
    config["use_directory_urls"] = False
    config["plugins"] = []
    config.pop("edit_uri", None)
    config["extra"] = {**config.get("extra", {}), "words": frame_words(project)}
    config["theme"] = {**config.get("theme", {}), "name": "material", "custom_dir": project.relative(theme)}
    path = project.root / ".zensical.yml"
    write_atomic(path, yaml.safe_dump(config, allow_unicode=True, sort_keys=False), durable=False)
    return path
