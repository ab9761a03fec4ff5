"""An article's own record: made when it is drafted, completed by what is stated beside its seed later."""

from collections.abc import Collection
from typing import Any

from pydantic import ValidationError
from slugify import slugify

from generator.articles import Article
from generator.drafting.known import sounds_like
from generator.drafting.shelf import Shelf
from generator.records import models
from generator.records.values import visible

LONGEST_SLUG = 60


def line(text: str) -> str:
    """Return text as a record can hold it on one line: no invisible characters, at most 500."""
    return " ".join(visible(text)[:500].split())


def slug(text: str, longest: int = LONGEST_SLUG) -> str:
    """Return text as an id: lower-case ASCII, cut at a word; `x` if nothing of it can be written so."""
    return slugify(text, max_length=longest, word_boundary=True) or "x"


def article_id(shelf: Shelf, article: Article) -> str:
    """Return the id of an article: the one its record has, else made of date, publisher and title."""
    for ident, record in shelf.articles.items():
        if record.seed is not None and (record.seed.file, record.seed.part) == (article.file, article.part):
            return ident
    date = (article.published or "").partition("/")[0][:10].rstrip("~?%")
    parts = [date, slug(article.publisher, 30) if article.publisher else "", slug(article.title or article.file, 45)]
    return shelf.free("articles", "-".join(part for part in parts if part))


def add_article(shelf: Shelf, article: Article, ident: str, relays: list[str]) -> None:
    """Put the article's own record on the shelf, and its publisher's if that is new; nothing if it is there."""
    if ident in shelf.articles:
        return
    told = {field: _as_told(shelf, article, field, getattr(article, field)) for field in _FIELDS}
    record = models.ArticleRecord(
        **told,
        relays=tuple(dict.fromkeys(one for one in relays if one != told["publisher"])),
        derived=article.derived,
        seed=models.Seed(file=article.file, part=article.part, sha256=article.sha256),
        draft=True,
    )
    shelf.add("articles", ident, _valid(record, {"url": article.url}) or record)


_FIELDS = ("title", "publisher", "authors", "published", "language", "genre")


def _as_told(shelf: Shelf, article: Article, field: str, value: Any) -> Any:
    """Return what is known of an article as its record tells it; a publisher gets a record if there is none."""
    if field == "title":
        return line(value or "") or article.file
    if field == "authors":
        return tuple(author for author in map(line, value) if author)
    return _publisher(shelf, value) if field == "publisher" and value else value


def _publisher(shelf: Shelf, name: str) -> str:
    fits = [i for i in sorted(shelf.names.get(sounds_like(name), ())) if shelf.actors[i].kind != "person"]
    if fits:
        return fits[0]
    ident = shelf.free("actors", slug(name))
    shelf.add("actors", ident, models.Actor(name=line(name), kind="organization", draft=True))
    return ident


def _valid(record: models.ArticleRecord, values: dict[str, Any]) -> models.ArticleRecord | None:
    """Return record with values, None where they are none that it can hold."""
    try:
        return models.ArticleRecord.model_validate({**record.model_dump(), **values})
    except ValidationError:
        return None


def complete(shelf: Shelf, ident: str, article: Article, written: Collection[str]) -> list[str]:
    """Put what is stated beside the seed into the article's record, and return the fields in which that differs.

    written: the fields that the record's file has. One that it lacks is filled, and one of a draft that still is as it
    was read from the seed; any other value is an editor's and stays.
    """
    differing = []
    values: dict[str, Any] = {}
    record = shelf.articles[ident]
    for field, read in article.stated:
        if _tells(shelf, record, article, field, getattr(article, field)):
            continue
        if field not in written or (record.draft and _tells(shelf, record, article, field, read)):
            value = _as_told(shelf, article, field, getattr(article, field))
            values |= {field: value} if _valid(record, {field: value}) else {}
        else:
            differing.append(field)
    derived = tuple(field for field in record.derived if field not in values)
    shelf.put("articles", ident, values | ({"derived": derived} if derived != record.derived else {}))
    return differing


def _tells(shelf: Shelf, record: models.ArticleRecord, article: Article, field: str, value: Any) -> bool:
    """Tell whether the record says that field is value; of a date, one may give the hour and the other not."""
    have = getattr(record, field)
    if field == "publisher":
        actor = shelf.actors.get(have or "")
        names = (actor.name, *actor.aliases) if actor else ()
        return sounds_like(value or "") in map(sounds_like, names)
    if field == "published" and have and value:
        return bool(have.startswith(value) or value.startswith(have))
    return bool(have == _as_told(shelf, article, field, value))
