"""The words of each article, read once from its seed: what evidence is searched in."""

import hashlib
from functools import cached_property
from pathlib import Path

from generator.project import Project
from generator.records.cache import Cache, stamp
from generator.records.fold import fold, words
from generator.records.models import ArticleRecord


class Texts:
    """The folded texts of a project's articles, by their records; None where the seed is missing or lacks the part."""

    def __init__(self, project: Project, cache: Cache) -> None:
        self._project = project
        self._cache = cache
        self._seeds = cache.all("seeds")
        self._words = {key: int(count) for key, (count,) in cache.all("texts", "key, words").items()}
        self._texts: dict[str, str] = {}
        self._hashes: dict[str, str | None] = {}
        self._keys: dict[tuple[str, int], str | None] = {}

    def seed_hash(self, file: str) -> str | None:
        """Return the SHA-256 of a seed's bytes, None if there is no such seed."""
        if file not in self._hashes:
            self._hashes[file] = self._hash(self._project.seeds / file)
        return self._hashes[file]

    def seeds_of(self, sha256: str) -> list[str]:
        """Return the names of the seeds whose bytes have that SHA-256, sorted."""
        return self._seeds_by_hash.get(sha256, [])

    @cached_property
    def _seeds_by_hash(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self._project.seed_files():
            if not path.name.isprintable():  # a name that is not UTF-8 can't be kept
                continue
            found.setdefault(self.seed_hash(path.name) or "", []).append(path.name)
        return found

    def key(self, article: ArticleRecord) -> str | None:
        """Return what changes whenever the article's text may have, None if it cannot be read."""
        if article.seed is None:
            return None
        place = article.seed.file, article.seed.part
        if place not in self._keys:
            self._keys[place] = self._key(*place)
        return self._keys[place]

    def _key(self, file: str, part: int) -> str | None:
        seed, beside = self.seed_hash(file), self.seed_hash(f"{Path(file).stem}.yaml")
        key = f"{seed}-{beside or ''}-{part}"
        if seed is None or (key not in self._words and not self._read(file, key)):
            return None
        return key if self._words[key] >= 0 else None

    def text(self, article: ArticleRecord) -> str | None:
        """Return the article's title and paragraphs, folded."""
        key = self.key(article)
        if key is None:
            return None
        if key not in self._texts:
            row = self._cache.get("texts", key)
            if row is None and article.seed:
                self._read(article.seed.file, key)
            else:
                self._texts[key] = str(row[1]) if row else ""
        return self._texts[key]

    def word_count(self, article: ArticleRecord) -> int:
        """Return how many words the article has, 0 if it cannot be read."""
        key = self.key(article)
        return self._words[key] if key else 0

    def _hash(self, path: Path) -> str | None:
        try:
            stat = path.stat()
            known = self._seeds.get(path.name)
            now = stamp(stat)
            if known and now and known[0] == now:
                return known[1]
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        except (OSError, ValueError):
            return None
        self._cache.put("seeds", [(path.name, now, sha256)])
        return sha256

    def _read(self, file: str, wanted: str) -> bool:
        """Read every article of a seed; a part that the seed lacks is remembered as having -1 words."""
        from generator.articles import read_seed

        reading = read_seed(self._project.seeds / file, self._project.root, words_only=True)
        start = wanted.rpartition("-")[0]
        rows: list[tuple[str | int, ...]] = []
        for article in reading.articles:
            key, text, count = f"{start}-{article.part}", fold(article.quotable), words(fold(article.text))
            self._texts[key], self._words[key] = text, count
            rows.append((key, count, text))
        if wanted not in self._texts:
            self._texts[wanted], self._words[wanted] = "", -1
            rows.append((wanted, -1, ""))
        self._cache.put("texts", rows)
        return True


def article_text(project: Project, article: ArticleRecord) -> str | None:
    """Return the folded text of one article, None if its seed is missing. For many articles, keep a `Texts`."""
    with Cache(project) as cache:
        return Texts(project, cache).text(article)
