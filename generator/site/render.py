"""Render: the library as Markdown pages in build/docs. Only what changed is rendered and written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.project import Project
from generator.records.atomic import write_atomic
from generator.records.cache import Cache
from generator.records.library import Library
from generator.records.loading import uncollected
from generator.records.texts import Texts
from generator.site import handwritten, index
from generator.site.making import Maker, salt
from generator.site.output import CARDS, DATA, HERE, PAGES, Output
from generator.site.pages import pages
from generator.site.parts import Parts, page_path
from generator.site.templating import environment
from generator.site.text import chosen
from generator.site.trace import Trace


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
    with uncollected():
        with Cache(project) as cache:
            texts = Texts(project, cache)
            trace = Trace(project, library, texts, salt(project))
            words = {ident: texts.text(article) for ident, article in library.articles.items()}
        parts = Parts(index.build(library), chosen(project), words)
        _pages(output, project, parts, trace)
    _plain_files(output, project, parts)
    output.finish(DATA, CARDS)
    newest = parts.newest_of(library.articles)
    write_atomic(project.build / "newest.json", json.dumps(newest), durable=False)
    count = sum(1 for path in output.after if path.endswith(".md"))
    return RenderReport(count, output.written, output.removed, len(output.after) - output.written)


def _pages(output: Output, project: Project, parts: Parts, trace: Trace) -> None:
    """Make the pages that can be other than the last time, and those of which somebody changed a file."""
    maker = Maker(output, project, parts)
    for page in pages(parts):
        kept = trace.keeps(page.path)
        if not kept or not all(output.keeps(path) for path in kept):
            trace.note(page.path, *maker.make(page))
    trace.save()


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
