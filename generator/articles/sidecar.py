"""What an editor states of a seed in the YAML file beside it; placeholder until read."""

from pathlib import Path

from generator.articles.model import Article
from generator.problems import Problem


def apply(path: Path, root: Path, articles: tuple[Article, ...]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles with what is stated beside the seed, and the faults of the statement."""
    return articles, ()
