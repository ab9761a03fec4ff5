"""The files beside seeds: what is wrong in those that state something of an article."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.checks.registry import Context


def misstated(context: Context) -> Iterator[Problem]:
    """Yield what is wrong in the files beside seeds; one that was sound is passed over until it or its seed changes."""
    project = context.library.project
    for path in project.seed_files():
        beside = path.with_suffix(".yaml")
        stated = context.texts.seed_hash(beside.name)
        if stated is not None:
            name, digest = project.relative(beside), f"{context.texts.seed_hash(path.name)}-{stated}"
            if context.verified.get(name) != digest:
                from generator.articles import read_seed

                problems = read_seed(path, project.root, words_only=True).problems
                found = [problem for problem in problems if problem.path == name]
                yield from found
                if not found:
                    context.newly_verified[name] = digest
