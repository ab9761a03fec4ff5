"""The MkDocs plugin `briefings`: renders before each build, and shows MkDocs the rendered pages."""

import json
import logging
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.problems import Problem, as_text
from generator.project import KINDS, Project, ProjectError
from generator.site import stamp
from generator.site.text import escape, frame_words, language

if TYPE_CHECKING:
    from generator.records.library import Library

THEME = Path(__file__).parent / "theme"
logger = logging.getLogger("mkdocs.plugins.briefings")
MADE = '<div class="b-page'


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options of its own; the settings are in mkdocs.yml's `extra: briefings:`."""


class BriefingsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """`plugins: [briefings]` in mkdocs.yml."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, str] = {}
        self._is_preview = False
        self._problems: tuple[Problem, ...] = ()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether this is an editor's preview, in which a page may tell what is wrong with its record."""
        self._is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Render the records, unless `briefings build` just did, and let MkDocs read what was rendered."""
        project = Project(Path(config.config_file_path).resolve().parent)
        try:
            if os.environ.get(stamp.RENDERED) != str(project.docs):
                self._problems = _render(project)
            config.extra["words"] = frame_words(project)
        except ProjectError as error:
            raise PluginError(str(error)) from None
        config.docs_dir = str(project.docs)
        config.use_directory_urls = False
        config.edit_uri = None
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(THEME))
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(stamp.epoch(project)))
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Put into a preview, where the page of a record that cannot be read would be, what is wrong with it."""
        project = Project(Path(config.config_file_path).resolve().parent)
        for path, content in _unread(project, self._problems) if self._is_preview else ():
            if not files.get_file_from_path(path):
                files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Put a page that is one block of HTML aside: Markdown would read all of it to hand it through as it is."""
        if not markdown.startswith(MADE):
            return markdown
        self._made[page.file.src_uri] = markdown
        return ""

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Put the block of HTML where its page's content goes."""
        return self._made.pop(page.file.src_uri, html)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the records in place of what is rendered from them."""
        project = Project(Path(config.config_file_path).resolve().parent)
        server.unwatch(str(project.docs))
        server.watch(str(project.records))
        return server


def _unread(project: Project, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown of a page for each record that errors keep away."""
    words = language(project.settings.language)
    by_path: dict[PurePosixPath, list[Problem]] = defaultdict(list)
    for problem in sorted(problems):
        if problem.severity == "error":
            by_path[PurePosixPath(problem.path)].append(problem)
    for path, found in by_path.items():
        if path.parent.name in KINDS:
            title, kind = words.say("unread"), path.parent.name
            lines = "".join(f"<li><code>{escape(f'{p.path}:{p.line}')}</code> {escape(p.message)}</li>" for p in found)
            head = f"---\ntitle: {json.dumps(title)}\nsection: {kind}\n---\n"
            body = f'<h1>{escape(title)}</h1><p>{escape(words.say("unread_hint"))}</p><ul class="b-list">{lines}</ul>'
            yield f"{kind}/{path.stem}.md", f'{head}{MADE}">{body}</div>\n'


def _render(project: Project) -> tuple[Problem, ...]:
    """Render the records, and return what is wrong with them."""
    from generator.records.library import Library  # what renders takes long to be imported
    from generator.site.publish import publish
    from generator.site.render import render

    library = Library.load(project)
    _tell(library)
    render(project, library)
    publish(project, library)
    return library.problems


def _tell(library: "Library") -> None:
    """Tell MkDocs what is wrong with the records: a page that an error keeps away fails a strict build."""
    for problem in sorted(library.problems):
        level = logging.WARNING if problem.severity == "error" else logging.INFO
        logger.log(level, "%s", as_text(problem))
