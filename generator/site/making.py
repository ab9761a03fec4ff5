"""Making: pages to Markdown files, each with those that hold parts of its lists; tells what was read for it."""

import json
import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from generator.project import Project
from generator.records import dates
from generator.site import reference
from generator.site.output import Output, code
from generator.site.pages import Page
from generator.site.parts import Parts
from generator.site.templating import Macros, environment

_BLANK_LINES = re.compile(r"\n\s*\n")


class Maker:
    """Makes the files of pages."""

    def __init__(self, output: Output, project: Project, parts: Parts) -> None:
        self._output, self._project, self._parts = output, project, parts
        self._env = environment(parts.language, project.build / "cache" / "maps")
        self._macros = {up: Macros(self._env, up) for up in ("", "../", "../../")}
        self._salt = salt(project)

    def make(self, page: Page) -> tuple[list[str], set[str]]:
        """Write what changed of a page's files; return all of them, and the notes of what was read (see `reads`)."""
        reads = self._parts.index.reads
        reads.now = set()
        return list(self._files(page)), reads.now

    def _files(self, page: Page) -> Iterator[str]:
        for part, context in page.gathered(self._parts):
            context["corrections"] = _corrections(self._parts, part)
            context["linked"] = reference.json_ld(self._parts.library, self._project.settings, part.kind, part.ident)
            text = self._salt + json.dumps(context, default=lambda part: part.digest)
            digest, path = blake2b(text.encode(), digest_size=12).hexdigest(), f"{part.path}.md"
            if not self._output.keeps(path, digest):
                self._output.write(path, digest, self._markdown(part, context))
            yield path

    def _markdown(self, page: Page, context: dict[str, Any]) -> bytes:
        settings = self._project.settings
        source = f"briefings/{page.kind}/{page.ident}.yaml" if page.ident else ""
        changed = context.get("changed")
        frame = {
            "title": context["title"] or settings.site_name,
            "description": context["description"],
            "kind": page.kind,
            "template": page.template,
            "section": page.section,
            "data": f"data/{page.kind}/{page.ident}.json" if page.ident else "",
            "source": source,
            "edit": edit_address(self._project, source) if source else "",
            "changed": self._parts.when(changed) if changed else "",
            "corrections": context["corrections"],
        }
        told = reference.of_page(settings, page.kind, page.ident, context)
        shown = {**context, **told, "title": frame["title"], "page": frame, "up": page.up, "p": self._macros[page.up]}
        text = self._env.get_template(f"{page.template}.md.j2").render(shown)
        return _BLANK_LINES.sub("\n", f"\n{text}\n")[1:].encode()


def salt(project: Project) -> str:
    """Return what all pages are made of beside records and texts."""
    return code() + repr(project.settings) + edit_address(project, "")


def edit_address(project: Project, source: str) -> str:
    """Return where a record is edited: mkdocs.yml's repo_url, else the GitHub repository that a workflow runs in."""
    settings, repository = project.settings, os.environ.get("GITHUB_REPOSITORY")
    actions = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}" if repository else ""
    base = settings.repo_url or actions
    return f"{base.rstrip('/')}/{(settings.edit_uri or 'edit/main').strip('/')}/{source}" if base else ""


def _corrections(parts: Parts, page: Page) -> list[tuple[str, str]]:
    """Return when and what was corrected in the record that a page shows, the newest first."""
    notes = parts.library.records[page.kind][page.ident].corrections if page.ident else ()
    newest = sorted(notes, key=lambda note: dates.sort_key(note.date), reverse=True)
    return [(parts.when(note.date), note.text) for note in newest]
