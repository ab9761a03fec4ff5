"""The same article in two seeds: drafted once, since a second time every event and statement in it would be doubled."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from generator.articles import Article
from generator.records.fold import fold

Part = tuple[str, int]
"""A seed's file name, and the number of an article in it."""
Key = tuple[str, ...]


def find(articles: Sequence[Article], recorded: Mapping[Part, str]) -> dict[Part, Part]:
    """Return, for each article that has no record, the one of another seed that it repeats, if it repeats one.

    recorded holds the ids of those that have a record. Two are one article with the same text, at the same address, or
    with the same publisher, title and day all printed; of several without a record the first one counts.
    """
    if all((article.file, article.part) in recorded for article in articles):
        return {}
    first: dict[Key, Part] = {}
    found: dict[Part, Part] = {}
    for article in sorted(articles, key=lambda one: (one.file, one.part) not in recorded):
        part, keys = (article.file, article.part), list(_keys(article))
        known = next((first[key] for key in keys if key in first and first[key][0] != article.file), None)
        if known is not None and part not in recorded:
            found[part] = known
        else:
            for key in keys:
                first.setdefault(key, part)
    return found


def _keys(article: Article) -> Iterator[Key]:
    """Yield what no two articles have in common."""
    text = fold(" ".join(paragraph.text for paragraph in article.paragraphs))
    if text:
        yield "text", text
    address = urlsplit(article.url or "")
    if address.path.strip("/") or address.query:
        yield "address", address.netloc.lower().removeprefix("www."), address.path.rstrip("/"), address.query
    printed = (article.publisher, article.title, article.published)
    if all(printed) and not {"publisher", "title", "published"} & set(article.derived):
        yield "printed", *(fold(str(value)).casefold() for value in printed)
