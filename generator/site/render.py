"""Render: the library as Markdown pages, data files and assets in build/docs. Only what changed is written."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.project import Project
from generator.records.library import Library
from generator.records.write import write_atomic
from generator.site import data, handwritten, index, reference, search
from generator.site.pages import Page, pages
from generator.site.parts import Parts, page_path
from generator.site.templating import Macros, environment
from generator.site.text import language
from generator.site.views import filters

HERE = Path(__file__).parent


@dataclass(frozen=True)
class RenderReport:
    """How many pages the site has, how many of its files were written now, and how many were removed."""

    pages: int
    written: int
    removed: int
    unchanged: int


@dataclass
class _Output:
    """The folder that is written to, and what the last run left in it."""

    project: Project
    before: dict[str, list[Any]]
    present: dict[str, tuple[int, int]]
    after: dict[str, list[Any]]
    written: int = 0

    def keeps(self, path: str, digest: str) -> bool:
        """Tell whether path was made from the same input before, and nobody touched it since."""
        known = self.before.get(path)
        if known is None or known[0] != digest or tuple(known[1:]) != self.present.get(path):
            return False
        self.after[path] = known
        return True

    def write(self, path: str, digest: str, content: bytes) -> None:
        """Write content to path unless that is there already."""
        target = self.project.docs / path
        if path not in self.present or self.present[path][1] != len(content) or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(target, content, durable=False)
            self.written += 1
        stat = target.stat()
        self.after[path] = [digest, stat.st_mtime_ns, stat.st_size]


def render(project: Project, library: Library | None = None) -> RenderReport:
    """Bring build/docs up to date with the records. Raises ProjectError when mkdocs.yml cannot be read."""
    library = library or Library.load(project)
    parts = Parts(index.build(library), language(project.settings.language))
    output = _Output(project, _state(project), _present(project.docs), {})
    salt = _code() + repr(project.settings) + _edit(project, "")
    _pages(output, parts, salt)
    _plain_files(output, parts)
    _data_files(output, parts, salt)
    removed = _remove(project, output)
    if output.after != output.before:
        write_atomic(_state_file(project), json.dumps(output.after), durable=False)
    newest = parts.newest_of(library.articles)
    write_atomic(project.build / "newest.json", json.dumps(newest), durable=False)
    count = sum(1 for path in output.after if path.endswith(".md"))
    return RenderReport(count, output.written, removed, len(output.after) - output.written)


def _pages(output: _Output, parts: Parts, salt: str) -> None:
    env = environment(parts.language, output.project.build / "cache" / "templates")
    macros = {up: Macros(env, up) for up in ("", "../")}
    for page in pages(parts):
        context = page.gather(parts)
        context |= reference.of_page(parts.library, output.project.settings, page.kind, page.ident, context)
        text = salt + json.dumps(context, default=lambda part: part.digest)
        digest = blake2b(text.encode(), digest_size=12).hexdigest()
        path = f"{page.path}.md"
        if not output.keeps(path, digest):
            context["p"] = macros[page.up]
            output.write(path, digest, _markdown(env, output.project, parts, page, context))


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
    }
    context = {**context, "title": frame["title"], "page": frame, "up": page.up}
    text = env.get_template(f"{page.template}.md.j2").render(context)
    return ("\n".join(line for line in text.split("\n") if line.strip()) + "\n").encode()


def _edit(project: Project, source: str) -> str:
    """Return where a record is edited: mkdocs.yml's repo_url, else the GitHub repository that a workflow runs in."""
    settings, repository = project.settings, os.environ.get("GITHUB_REPOSITORY")
    actions = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}" if repository else ""
    base = settings.repo_url or actions
    return f"{base.rstrip('/')}/{(settings.edit_uri or 'edit/main').strip('/')}/{source}" if base else ""


def _plain_files(output: _Output, parts: Parts) -> None:
    """Write the hand-written pages, what redirects former ids, and the theme's assets."""
    for path, content in (*handwritten.pages(output.project, parts), *_redirects(parts)):
        output.write(path, "", content)
    for file in sorted((HERE / "assets").iterdir()):
        if file.suffix != ".css":
            output.write(f"assets/{file.name}", "", file.read_bytes())
    sheets = (file.read_bytes() for file in sorted((HERE / "assets").glob("*.css")))
    output.write("assets/briefings.css", "", b"".join(sheets))
    output.write("assets/filters.css", "", filters.sheet().encode())


def _data_files(output: _Output, parts: Parts, salt: str) -> None:
    """Write the search index and all data files; they rest on all records, so one change makes all of them anew."""
    digest = blake2b(salt.encode(), digest_size=12)
    for kind, records in parts.library.records.items():
        for ident, record in records.items():
            digest.update(f"{kind}/{ident}".encode() + record.model_dump_json().encode())
    made = digest.hexdigest()
    before = [path for path, known in output.before.items() if known[0] == made]
    kept = [output.keeps(path, made) for path in before]
    if kept and all(kept):
        return
    for path, content in (*search.files(parts), *data.files(parts.library, output.project.settings)):
        output.write(path, made, content)


def _redirects(parts: Parts) -> Iterator[tuple[str, bytes]]:
    template = environment(parts.language).get_template("redirect.html.j2")
    for kind, old, new in index.former(parts.index):
        text = template.render(title=parts.title(kind, new), target=f"{new}.html", canonical=f"{new}.html")
        yield page_path(kind, old), text.encode()


def _remove(project: Project, output: _Output) -> int:
    gone = sorted(set(output.present) - set(output.after))
    for path in gone:
        (project.docs / path).unlink(missing_ok=True)
    return len(gone)


def _present(docs: Path) -> dict[str, tuple[int, int]]:
    """Return the modification time and size of every file in docs."""
    found = {}
    folders = [""]
    for folder in folders:
        with suppress(FileNotFoundError), os.scandir(docs / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{entry.name}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[folder + entry.name] = (stat.st_mtime_ns, stat.st_size)
    return found


def _state_file(project: Project) -> Path:
    return project.build / "render.json"


def _state(project: Project) -> dict[str, list[Any]]:
    try:
        state = json.loads(_state_file(project).read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


@lru_cache(maxsize=1)
def _code() -> str:
    """Return the digest of all that makes pages: a new template or view renders every page anew."""
    digest = blake2b(digest_size=12)
    for folder in (HERE, HERE.parent / "vocabulary"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".j2", ".yaml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()
