"""The Library: every record of a project, looked up by its kind and id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from generator.problems import Problem
from generator.project import Project
from generator.records import loading, models
from generator.records.cache import Cache


@dataclass(frozen=True)
class Library:
    """All records that could be read, `records[kind][id]`, sorted by id, and what was wrong with the others.

    `remarks` has what an editor may not have meant in those that could be read.
    `sums` has the SHA-256 of each record's file, by `kind/id`.
    """

    project: Project
    records: Mapping[str, Mapping[str, models.Record]]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    sums: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, project: Project, cache: Cache | None = None) -> "Library":
        """Read every record under briefings/; those that did not change since the last time come from the cache.

        Raises nothing for bad content: see `problems`.
        """
        if cache is None:
            with Cache(project) as opened:
                return cls.load(project, opened)
        found = loading.load(project, cache)
        return cls(project, found.records, tuple(found.problems), tuple(found.remarks), found.sums)

    @property
    def articles(self) -> Mapping[str, models.ArticleRecord]:
        return cast("Mapping[str, models.ArticleRecord]", self.records["articles"])

    @property
    def actors(self) -> Mapping[str, models.Actor]:
        return cast("Mapping[str, models.Actor]", self.records["actors"])

    @property
    def events(self) -> Mapping[str, models.Event]:
        return cast("Mapping[str, models.Event]", self.records["events"])

    @property
    def issues(self) -> Mapping[str, models.Issue]:
        return cast("Mapping[str, models.Issue]", self.records["issues"])

    @property
    def positions(self) -> Mapping[str, models.Position]:
        return cast("Mapping[str, models.Position]", self.records["positions"])

    @property
    def editions(self) -> Mapping[str, models.Edition]:
        return cast("Mapping[str, models.Edition]", self.records["editions"])

    @cached_property
    def former(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind, the id that a former id has become."""
        return {
            kind: {old: ident for ident, record in records.items() for old in record.former_ids}
            for kind, records in self.records.items()
        }

    def resolve(self, kind: str, ident: str) -> str | None:
        """Return the id under which the record is filed now: ident itself, or what it was renamed to, else None."""
        return ident if ident in self.records[kind] else self.former[kind].get(ident)
