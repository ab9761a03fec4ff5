"""Publish: what the site has for programs, beside its pages: data files, feeds, the search index."""

from hashlib import blake2b

from generator.project import Project
from generator.records.library import Library
from generator.site import cards, data, index, search
from generator.site.output import DATA, Output, code
from generator.site.parts import Parts
from generator.site.text import language


def publish(project: Project, library: Library | None = None) -> int:
    """Bring the data files in build/docs up to date and return how many were written.

    They rest on all records, so one changed record makes all of them anew. Raises ProjectError when mkdocs.yml cannot
    be read.
    """
    library = library or Library.load(project)
    output = Output(project, DATA)
    digest = _digest(library, code() + repr(project.settings))
    if not output.keeps_all(digest):
        parts = Parts(index.build(library), language(project.settings.language))
        for path, content in (*search.files(parts), *data.files(library, project.settings)):
            output.write(path, digest, content)
    output.finish()
    return output.written + cards.draw(project, library)


def _digest(library: Library, salt: str) -> str:
    digest = blake2b(salt.encode(), digest_size=12)
    for kind, records in library.records.items():
        for ident, record in records.items():
            digest.update(f"{kind}/{ident}".encode() + record.model_dump_json().encode())
    return digest.hexdigest()
