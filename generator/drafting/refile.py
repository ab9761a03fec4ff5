"""Drafted statements of `other` that an issue made since is about, moved to that issue's position."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.drafting.issues import OTHER, Circles, Issues
from generator.problems import Problem
from generator.project import Project
from generator.records import write
from generator.records.library import Library
from generator.records.models import Position, Statement


@dataclass(frozen=True)
class Refiled:
    """How many statements were moved and how many files that changed, and the positions left for the editor."""

    statements: int = 0
    files: int = 0
    problems: tuple[Problem, ...] = ()


def refile(project: Project, library: Library, articles: Collection[str]) -> Refiled:
    """Move the drafts under `other` that quote one of articles and whose quote is on an issue; write what changes.

    A statement is moved as it is. What an editor accepted stays, and so does a file with comments of an editor's or one
    that an edition names: it is told instead.
    """
    issues, named = (
        Issues(library.issues, Circles(library.positions.values(), library.events.values())),
        _named(library),
    )
    editions = {item.position for edition in library.editions.values() for item in edition.items}
    positions, moved, problems = dict(library.positions), 0, []
    for ident, position in library.positions.items():
        going = _going(position, issues, articles, named) if position.issue == OTHER else {}
        if going and (ident in editions or _has_comments(project, ident)):
            problems.append(_left(project, ident, sorted(set(going.values()))))
        elif going:
            moved += len(going)
            _move(positions, ident, going)
    return Refiled(moved, _write(project, library, positions), tuple(problems))


def _named(library: Library) -> dict[str, set[str]]:
    """Return the actors of what rests on each article."""
    found = defaultdict[str, set[str]](set)
    for position in library.positions.values():
        for one in position.statements:
            for evidence in one.evidence:
                found[evidence.article] |= {position.holder, one.speaker or position.holder, *one.to}
    for event in library.events.values():
        for evidence in event.evidence:
            found[evidence.article] |= {participant.actor for participant in event.participants}
    return found


def _going(
    position: Position, issues: Issues, articles: Collection[str], named: Mapping[str, set[str]]
) -> dict[int, str]:
    """Return the issues of the statements to move, by the statements' numbers."""
    found = {}
    for number, statement in enumerate(position.statements):
        if statement.draft and any(evidence.article in articles for evidence in statement.evidence):
            actors = set[str]().union(*(named[evidence.article] for evidence in statement.evidence))
            quotes = " ".join(evidence.quote for evidence in statement.evidence)
            issue = issues.of(quotes, far=issues.circles.far(actors))
            if issue != OTHER:
                found[number] = issue
    return found


def _has_comments(project: Project, ident: str) -> bool:
    """Tell whether a file holds a comment below its first line; a quote with ` #` in it counts as one, to be safe."""
    text = (project.records / "positions" / f"{ident}.yaml").read_bytes().decode("utf-8")
    return any(line.lstrip().startswith("#") or " #" in line for line in text.splitlines()[1:])


def _left(project: Project, ident: str, issues: list[str]) -> Problem:
    path = project.relative(project.records / "positions" / f"{ident}.yaml")
    message = f"statements here are on {', '.join(issues)}; they are not moved, as the file has comments or an edition"
    return Problem(path, 1, 1, "warning", f"{message} names it: move them by hand", "not-refiled")


def _move(positions: dict[str, Position], ident: str, going: dict[int, str]) -> None:
    """Take statements out of positions[ident] into the positions of their issues; one that is left empty goes."""
    position, parts = positions[ident], defaultdict(list)
    for number, statement in enumerate(position.statements):
        parts[going.get(number, OTHER)].append(statement)
    for issue in sorted(set(going.values())):
        known = positions.get(f"{position.holder}--{issue}")
        have = known.statements if known else ()
        statements = (*have, *_renamed(parts[issue], {one.id for one in have}))
        record = known or Position(holder=position.holder, issue=issue, draft=True)
        positions[f"{position.holder}--{issue}"] = record.model_copy(update={"statements": statements})
    positions[ident] = position.model_copy(update={"statements": tuple(parts[OTHER])})
    if not parts[OTHER] and position.draft and position.summary is None:
        del positions[ident]


def _renamed(statements: list[Statement], taken: set[str | None]) -> list[Statement]:
    """Return statements, those whose id is taken with a number behind it."""
    found = []
    for one in statements:
        ident, number = one.id, 1
        while one.id is not None and ident in taken:
            number += 1
            ident = f"{one.id}-{number}"
        taken.add(ident)
        found.append(one.model_copy(update={"id": ident}))
    return found


def _write(project: Project, library: Library, positions: dict[str, Position]) -> int:
    """Write the positions that changed, what grew before what shrank, so that nothing is lost on the way."""
    changed = [ident for ident, record in sorted(positions.items()) if record is not library.positions.get(ident)]
    for ident in sorted(changed, key=lambda ident: positions[ident].issue == OTHER):
        path, known = project.records / "positions" / f"{ident}.yaml", library.positions.get(ident)
        text = write.dump(positions[ident])
        if known is not None and positions[ident].issue != OTHER:
            added = positions[ident].statements[len(known.statements) :]
            text = write.append(path.read_bytes().decode("utf-8"), ("statements",), added)
        write.write_atomic(path, text)
    gone = [ident for ident in library.positions if ident not in positions]
    for ident in gone:
        (project.records / "positions" / f"{ident}.yaml").unlink()
    return len(changed) + len(gone)
