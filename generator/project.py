"""Project: where things are under one root, and the settings an editor made in mkdocs.yml."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.vocabulary import SAFE_LOADER

KINDS = ("articles", "actors", "events", "issues", "positions", "editions")
SEED_SUFFIXES = (".txt", ".md", ".html", ".htm")


class _ConfigLoader(SAFE_LOADER):  # type: ignore[misc]
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
    plugins: tuple[str, ...] = ()


_OURS = ("language", "excerpt_words", "excerpt_share")
"""What `extra: briefings:` may hold."""


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
        except UnicodeDecodeError:
            raise ProjectError(f"{path}: is not UTF-8 text; save it as UTF-8") from None
        except yaml.YAMLError as error:
            raise ProjectError(f"{path}{_told(error)}") from None
        try:
            return _settings(config if isinstance(config, dict) else {})
        except ValueError as error:
            raise ProjectError(f"{path}: {error}") from None


def _told(error: yaml.YAMLError) -> str:
    """Return `:LINE:COLUMN: ` and what is wrong; of what goes on for lines, where it begins."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None))
    told = next((words for part, words in _SLIPS.items() if part in said), "not valid YAML; look above this line too")
    place = begun if begun and " here " in told else mark
    return f":{place.line + 1}:{place.column + 1}: {told}" if place else f": {told}"


_SLIPS = {
    "cannot start any token": "a tab, or a sign that begins no text; indent with spaces, put quote marks around text",
    "unexpected end of stream": "the quote mark that opens here is not closed",
    "did not find expected ','": "the bracket that opens here is not closed, or a comma is missing in it",
    "could not find expected ':'": "the name that stands here has no colon behind it",
    "mapping values are not allowed": "text that holds ': ' needs quote marks, or the line above lacks its colon",
    "did not find expected key": "this line does not begin in the column of those it belongs with",
    "expected '-' indicator": "this line does not begin in the column of those it belongs with",
}
"""What PyYAML and libyaml say, in part, and what is most likely meant."""


def _settings(config: dict[str, Any]) -> Settings:
    ours = _mapping(_mapping(config, "extra"), "briefings")
    names = ("site_name", "site_url", "repo_url", "edit_uri")
    for name in ours:
        if name not in _OURS:
            close = get_close_matches(str(name), _OURS, n=1)
            told = f"did you mean {close[0]}?" if close else f"there are {', '.join(_OURS)}"
            raise ValueError(f"extra: briefings: has no setting '{name}'; {told}")
    given = {name: config[name] for name in names if config.get(name)} | ours
    for name, value in given.items():
        wanted = _WANTED.get(name, (str,))
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise ValueError(f"{name} must be {'text' if wanted == (str,) else 'a number'}, not '{value}'")
    settings = Settings(**given, plugins=_plugins(config))
    if settings.excerpt_words < 1 or not 0 < settings.excerpt_share <= 1:
        raise ValueError("excerpt_words must be 1 or more, and excerpt_share above 0 and at most 1")
    return settings


_WANTED: dict[str, tuple[type, ...]] = {"excerpt_words": (int,), "excerpt_share": (int, float)}


def _plugins(config: dict[str, Any]) -> tuple[str, ...]:
    """Return the names under `plugins:`, which stand in a list or before their options."""
    found = config.get("plugins") or []
    items = found if isinstance(found, (list, dict)) else [found]
    return tuple(str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in items)


def _mapping(config: dict[str, Any], name: str) -> dict[str, Any]:
    found = config.get(name) or {}
    if not isinstance(found, dict):
        raise ValueError(f"{name} must hold 'name: value' lines")
    return found
