"""Project: where things are under one root, and the settings an editor made in mkdocs.yml."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

KINDS = ("articles", "actors", "events", "issues", "positions", "editions")
SEED_SUFFIXES = (".txt", ".md", ".html", ".htm")


class _ConfigLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags (`!ENV`, `!!python/name:`) are MkDocs' business and read here as nothing."""


_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


class ProjectError(Exception):
    """The project as a whole cannot be used; the text says why and what to do."""


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says of the site and, under `extra: briefings:`, of the records."""

    site_name: str = "Briefings"
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    language: str = "en"
    excerpt_words: int = 80
    excerpt_share: float = 0.5


@dataclass(frozen=True)
class Project:
    """A project's folders. `root` holds mkdocs.yml, briefings/ and seeds/."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def records(self) -> Path:
        return self.root / "briefings"

    @property
    def pages(self) -> Path:
        return self.records / "pages"

    @property
    def schema(self) -> Path:
        return self.records / "schema"

    @property
    def build(self) -> Path:
        """The git-ignored folder of all that can be made again."""
        return self.root / "build"

    @property
    def docs(self) -> Path:
        """Where the rendered Markdown goes."""
        return self.build / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """Return path as problems print it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def seed_files(self) -> list[Path]:
        """Return the seeds, sorted by name; links are not followed out of the folder."""
        if not self.seeds.is_dir():
            return []
        files = (path for path in self.seeds.iterdir() if path.is_file() and not path.is_symlink())
        return sorted(path for path in files if path.suffix.lower() in SEED_SUFFIXES and not path.name.startswith("."))

    @cached_property
    def settings(self) -> Settings:
        """Read mkdocs.yml. Raises ProjectError, with the place, when it cannot be read."""
        path = self.root / "mkdocs.yml"
        try:
            config = yaml.load(path.read_text(encoding="utf-8"), _ConfigLoader)  # noqa: S506 - a SafeLoader
        except FileNotFoundError:
            raise ProjectError(f"{path}: there is no mkdocs.yml; `briefings init DIR` starts a project") from None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise ProjectError(f"{path}: {error}") from None
        return _settings(config if isinstance(config, dict) else {})


def _settings(config: dict[str, Any]) -> Settings:
    extra = config.get("extra") or {}
    ours = extra.get("briefings") or {}
    known = {name: config[name] for name in ("site_name", "site_url", "repo_url", "edit_uri") if config.get(name)}
    for name in ("language", "excerpt_words", "excerpt_share"):
        if name in ours:
            known[name] = ours[name]
    return Settings(**known)
