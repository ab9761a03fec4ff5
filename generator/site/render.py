"""Render: the library as Markdown pages in build/docs. Only what changed is rendered and written."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from jinja2 import Environment

from generator.project import Project
from generator.records import dates
from generator.records.atomic import write_atomic
from generator.records.cache import Cache
from generator.records.library import Library
from generator.records.loading import uncollected
from generator.records.texts import Texts
from generator.site import handwritten, index, reference
from generator.site.output import CARDS, DATA, HERE, PAGES, Output, code
from generator.site.pages import Page, pages
from generator.site.parts import Parts, page_path
from generator.site.templating import Macros, environment
from generator.site.text import language
from generator.site.trace import Trace

_BLANK_LINES = re.compile(r"\n(?:\s*\n)+")


@dataclass(frozen=True)
class RenderReport:
    """How many pages the site has, how many of its files were written now, and how many were removed."""

    pages: int
    written: int
    removed: int
    unchanged: int


def render(project: Project, library: Library | None = None) -> RenderReport:
    """Bring the pages in build/docs up to date with the records. Raises ProjectError when mkdocs.yml cannot be read."""
    library = library or Library.load(project)
    output = Output(project, PAGES)
    with uncollected(), Cache(project) as cache:
        texts = Texts(project, cache)
        parts = Parts(index.build(library), language(project.settings.language), texts)
        _pages(output, project, parts, Trace(project, library, texts, _salt(project)))
    _plain_files(output, project, parts)
    output.finish(DATA, CARDS)
    newest = parts.newest_of(library.articles)
    write_atomic(project.build / "newest.json", json.dumps(newest), durable=False)
    count = sum(1 for path in output.after if path.endswith(".md"))
    return RenderReport(count, output.written, output.removed, len(output.after) - output.written)


def _salt(project: Project) -> str:
    """Return what all pages are made of beside records."""
    return code() + repr(project.settings) + _edit(project, "")


def _pages(output: Output, project: Project, parts: Parts, trace: Trace) -> None:
    env = environment(parts.language, project.build / "cache" / "maps")
    macros = {up: Macros(env, up) for up in ("", "../", "../../")}
    reads, salt = parts.index.reads, _salt(project)
    for page in pages(parts):
        kept = trace.keeps(page.path)
        if kept and all(output.keeps(path) for path in kept):
            continue
        reads.now, files = set(), []
        for shown, context in page.gathered(parts):
            context["corrections"] = _corrections(parts, shown)
            context["linked"] = reference.json_ld(parts.library, project.settings, shown.kind, shown.ident)
            text = salt + json.dumps(context, default=lambda part: part.digest)
            digest = blake2b(text.encode(), digest_size=12).hexdigest()
            path = f"{shown.path}.md"
            files.append(path)
            if not output.keeps(path, digest):
                context["p"] = macros[shown.up]
                output.write(path, digest, _markdown(env, project, parts, shown, context))
        trace.note(page.path, files, reads.now)
    trace.save()


def _corrections(parts: Parts, page: Page) -> list[tuple[str, str]]:
    """Return when and what was corrected in the record that a page shows, the newest first."""
    notes = parts.library.records[page.kind][page.ident].corrections if page.ident else ()
    newest = sorted(notes, key=lambda note: dates.sort_key(note.date), reverse=True)
    return [(parts.when(note.date), note.text) for note in newest]


def _markdown(env: Environment, project: Project, parts: Parts, page: Page, context: dict[str, Any]) -> bytes:
    source = f"briefings/{page.kind}/{page.ident}.yaml" if page.ident else ""
    changed = context.get("changed")
    frame = {
        "title": context["title"] or project.settings.site_name,
        "description": context["description"],
        "kind": page.kind,
        "template": page.template,
        "section": page.section,
        "data": f"data/{page.kind}/{page.ident}.json" if page.ident else "",
        "source": source,
        "edit": _edit(project, source) if source else "",
        "changed": parts.when(changed) if changed else "",
        "corrections": context["corrections"],
    }
    told = reference.of_page(project.settings, page.kind, page.ident, context)
    context = {**context, **told, "title": frame["title"], "page": frame, "up": page.up}
    text = env.get_template(f"{page.template}.md.j2").render(context)
    return _BLANK_LINES.sub("\n", f"\n{text}\n")[1:].encode()


def _edit(project: Project, source: str) -> str:
    """Return where a record is edited: mkdocs.yml's repo_url, else the GitHub repository that a workflow runs in."""
    settings, repository = project.settings, os.environ.get("GITHUB_REPOSITORY")
    actions = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}" if repository else ""
    base = settings.repo_url or actions
    return f"{base.rstrip('/')}/{(settings.edit_uri or 'edit/main').strip('/')}/{source}" if base else ""


def _plain_files(output: Output, project: Project, parts: Parts) -> None:
    """Write the hand-written pages, what redirects former ids, and the theme's assets, all style sheets in one."""
    for path, content in (*handwritten.pages(project, parts), *_redirects(parts)):
        output.write(path, "", content)
    for file in sorted((HERE / "assets").iterdir()):
        if file.suffix != ".css":
            output.write(f"assets/{file.name}", "", file.read_bytes())
    output.write("robots.txt", "", _robots(project.settings.site_url).encode())
    sheets = (file.read_bytes() for file in sorted((HERE / "assets").glob("*.css")))
    output.write("assets/briefings.css", "", b"".join(sheets))


def _robots(site_url: str) -> str:
    """Return robots.txt: everything may be read. Source: RFC 9309; its sitemap must be an absolute address."""
    sitemap = f"\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _redirects(parts: Parts) -> Iterator[tuple[str, bytes]]:
    template = environment(parts.language).get_template("redirect.html.j2")
    for kind, old, new in index.former(parts.index):
        text = template.render(title=parts.title(kind, new), target=f"{new}.html", canonical=f"{new}.html")
        yield page_path(kind, old), text.encode()
