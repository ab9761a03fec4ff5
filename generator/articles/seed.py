"""A seed file to articles: decode, read, complete from the note beside it; every fault becomes a Problem."""

import hashlib
from pathlib import Path, PureWindowsPath

from generator.articles import sidecar
from generator.articles.decode import MAX_BYTES, decode, refuse_lines
from generator.articles.fault import Fault
from generator.articles.model import Article, Reading
from generator.articles.text import read_text
from generator.problems import Problem
from generator.project import KINDS, SEED_SUFFIXES


def read_seed(path: Path, root: Path, *, words_only: bool = False) -> Reading:
    """Return what the seed at path holds; what is wrong with it becomes Problems, with a path relative to root.

    words_only leaves out what the page tells of an article beside its title and paragraphs.
    """
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        if path.suffix.lower() in (".yaml", ".yml"):
            raise Fault(_note(path), "seed-no-article")
        if not _is_portable(path.name):
            raise Fault("rename it: not every system can hold a file of this name, so no record names it", "seed-name")
        data = _bytes(path)
        text, encoding = decode(data)
        digest = hashlib.sha256(data).hexdigest()
        articles = _read(text, path, digest, words_only=words_only)
    except Fault as fault:
        return Reading(path.name, "", "", (), (Problem(name, 1, 1, "error", fault.message, fault.rule),))
    articles, problems = sidecar.apply(path, root, articles)
    problems += tuple(_language_problems(name, articles))
    return Reading(path.name, text, encoding, articles, problems)


def _is_portable(name: str) -> bool:
    """Tell whether a record can name a file: no drive, folder or letter that is not UTF-8 in its name."""
    told = PureWindowsPath(name)
    return not told.drive and told.name == name and name.isprintable()


def _note(path: Path) -> str:
    """Return what is said of a record, or of a file that states what an article does not tell: read is the article."""
    if path.parent.name in KINDS and path.parent.parent.name == "briefings":
        return "it is a record, not an article; `briefings check` looks at it"
    beside = next((name for end in SEED_SUFFIXES if (name := path.with_suffix(end)).is_file()), None)
    said = "it holds no article but states what one does not tell"
    if beside is None:
        return f"{said}, and there is no {path.with_suffix('.txt').name}; give it the name of its article's file"
    return f"{said}; read {beside.name}, beside which it lies"


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Fault(
                f"the file is {size / 1e6:.1f} MB; at most {MAX_BYTES // 1_000_000} MB are read: split it",
                "seed-oversized",
            )
        return path.read_bytes()
    except OSError as error:
        raise Fault(f"the file cannot be opened: {error.strerror or error}", "seed-unreadable") from None


def _read(text: str, path: Path, digest: str, *, words_only: bool) -> tuple[Article, ...]:
    if path.suffix.lower() in (".html", ".htm") or looks_like_html(text):
        from generator.articles.html import read_html

        articles = read_html(text, path.name, digest, words_only=words_only)
    else:
        refuse_lines(sum(1 for line in text.splitlines() if line and not line.isspace()))
        articles = read_text(text, path.name, digest, words_only=words_only)
    if not any(article.paragraphs for article in articles):
        raise Fault("no article was found in it; it holds no running text", "seed-no-article")
    return articles


def looks_like_html(text: str) -> bool:
    """Tell whether a file that is not named so is HTML all the same."""
    start = text[:1000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<?xml")) and "<html" in text[:5000].lower()


def _language_problems(name: str, articles: tuple[Article, ...]) -> list[Problem]:
    return [
        Problem(
            name,
            article.paragraphs[0].line if article.paragraphs else 1,
            1,
            "warning",
            f"article {article.part} is in another language than English ({article.language}): it can be quoted by "
            "hand but is not drafted",
            "language-not-drafted",
        )
        for article in articles
        if article.language not in ("en", "und")
    ]
