"""Where in its file a value of a record stands, and where in its seed a passage of an article."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.project import Project
from generator.records import fold, yamlfile
from generator.records.models import ArticleRecord


def of_values(project: Project, name: str, paths: Sequence[yamlfile.Path]) -> list[tuple[int, int]]:
    """Return line and column of each path's value in the record file called name, which is read once."""
    if not any(paths):
        return [(1, 1)] * len(paths)
    try:
        return yamlfile.locate_all((project.root / name).read_text(encoding="utf-8-sig"), paths)
    except (OSError, UnicodeDecodeError, yamlfile.Fault):  # changed since it was read
        return [(1, 1)] * len(paths)


def of_value(project: Project, kind: str, ident: str, path: yamlfile.Path) -> str:
    """Return `briefings/KIND/ID.yaml:LINE` of a record's value."""
    name = f"briefings/{kind}/{ident}.yaml"
    return f"{name}:{of_values(project, name, [path])[0][0]}"


def of_passage(project: Project, article: ArticleRecord, key: str, passage: str) -> str:
    """Return `seeds/FILE:LINE` of a passage of an article's folded text; key changes with the text."""
    if article.seed is None:
        return ""
    lines = _lines(project.seeds / article.seed.file, project.root, article.seed.part, key)
    at = " ".join(text for text, _ in lines).find(passage)
    line = 1
    for text, number in lines:
        if at < 0:
            break
        line, at = number, at - len(text) - 1
    return f"seeds/{article.seed.file}:{line}"


@lru_cache(maxsize=4)
def _lines(path: Path, root: Path, part: int, _key: str) -> list[tuple[str, int]]:
    """Return each word of an article, folded as evidence is, with the line of the seed that it stands in."""
    from generator.articles import read_seed

    reading = read_seed(path, root)
    article = next((one for one in reading.articles if one.part == part), None)
    if article is None:
        return []
    title = article.title if article.title and "title" not in article.derived else ""
    start = max(reading.text.find(title), 0)
    words = [(fold.fold(word), reading.text.count("\n", 0, start) + 1) for word in title.split()]
    starts = [index for index, char in enumerate(reading.text) if char == "\n"]
    for paragraph in article.paragraphs:
        at = 0
        for word in paragraph.text.split():
            at = paragraph.text.find(word, at)
            line = bisect_left(starts, paragraph.source_offset(at)) + 1 if paragraph.spans else paragraph.line
            words.append((fold.fold(word), line))
    return [(word, line) for word, line in words if word]
