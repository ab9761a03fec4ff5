"""`python -m tests.articles.measure FUNDUS`: how well whole pages are read, as HTML and as the text that copying gives.

FUNDUS is a checkout of flairNLP/fundus, whose test pages of English publishers have the articles beside them; Chromium
gives the text of a page. Body: F1 of four words in a row. Title: the same words.
"""

import argparse
import gzip
import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from generator.articles import Article, read_seed

PAGES = Path("tests/resources/parser/test_data")
_SCRIPT = re.compile(r"<script\b(?![^>]*ld\+json).*?</script>", re.DOTALL | re.IGNORECASE)
_GRAM = 4


class Gold(NamedTuple):
    """The article of a page: its title, "" where none is given, and its text."""

    title: str
    body: str


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return every four words in a row of a text."""
    found = words(text)
    return Counter(tuple(found[at : at + _GRAM]) for at in range(len(found) - _GRAM + 1))


def alike(text: str, other: str) -> float:
    """Return the F1 of four words in a row of two texts."""
    own, others = grams(text), grams(other)
    shared = (own & others).total()
    return 2 * shared / max(own.total() + others.total(), 1)


def golds(path: Path) -> list[Gold]:
    """Return the articles of a publisher's file of fundus, one for each version of its pages."""
    found = []
    for version in json.loads(path.read_text(encoding="utf-8")).values():
        body: dict[str, Any] = version.get("body") or {"summary": [], "sections": []}
        sections = [text for part in body["sections"] for text in (*part["headline"], *part["paragraphs"])]
        found.append(Gold(version.get("title") or "", "\n\n".join([*body["summary"], *sections])))
    return found


def pages(corpus: Path) -> Iterator[tuple[str, str, list[Gold]]]:
    """Yield the name of each page, its HTML and the articles that it may hold."""
    for path in sorted((corpus / PAGES).glob("*/*.html.gz")):
        publisher = re.sub(r"_\d{4}_\d\d_\d\d.*", "", path.name)
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        if re.search(r'<html[^>]*\blang=["\']?en', html[:5000], re.IGNORECASE):
            yield path.name, html, golds(path.parent / f"{publisher}.json")


def copied(page: Page, html: str) -> str:
    """Return the text that copying a whole page gives, its scripts not run."""
    page.set_content(_SCRIPT.sub("", html), wait_until="domcontentloaded")
    return str(page.evaluate("document.body.innerText"))


def read(folder: Path, name: str, text: str) -> list[Article]:
    """Return the articles of a seed of this name and text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(read_seed(path, folder).articles)


def main() -> int:
    """Print the measures of each form."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles.measure", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true", help="list titles that are wrong")
    arguments = parser.parse_args()
    scores: dict[str, list[tuple[float, bool, bool]]] = {"html": [], "txt": []}
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        for name, html, choices in pages(arguments.corpus):
            for form, text in (("html", html), ("txt", copied(page, html))):
                articles = read(Path(home), f"page.{form}", text)
                if articles and articles[0].language != "en":
                    continue
                body = max(("\n\n".join(part.text for part in one.paragraphs) for one in articles), key=len, default="")
                gold = max(choices, key=lambda one: alike(body, one.body))
                titles = [one.title or "" for one in articles]
                right = words(gold.title) in [words(title) for title in titles]
                scores[form].append((alike(body, gold.body), right, len(articles) == 1))
                if arguments.misses and not right:
                    print(f"{form} {name}: {titles[:1]} for {gold.title!r}")
    for form, found in scores.items():
        body, title, one = (sum(column) / len(found) for column in zip(*found, strict=True))
        print(f"{form}: {len(found)} pages, body {body:.3f}, title {title:.3f}, one article {one:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
