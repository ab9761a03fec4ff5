"""Seeds read and articles understood in batches, by one process or several, always in the same order."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from generator.articles import Article, read_seed
from generator.articles.model import Reading
from generator.drafting import language
from generator.drafting.drafter import Drafter, understand
from generator.drafting.findings import Findings
from generator.drafting.known import Known
from generator.records.library import Library

BATCH = 8
"""Articles a batch, at most: what one process takes at a time. The last batches are small, so that none waits long."""

SHARES = 4
"""A batch is at most this part of what is left: large ones let processes work on while the first one is busy."""

LEAST = 24
"""Fewer seeds are done by one process: starting others takes longer."""

Found = Findings | str
"""What was found in an article, or the fault of ours that kept it from being understood."""

_known = Known()
_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


class Each(Protocol):
    """What map does, by any number of processes."""

    def __call__(self, function: Callable[[_Item], _Made], items: Sequence[_Item], /) -> Iterator[_Made]:
        """Yield what function makes of each item, in order."""
        ...


@contextmanager
def start(jobs: int, known: Known, processes: int | None = None) -> Iterator[Each]:
    """Give what maps a function over items, by several processes where so many jobs pay for them.

    known: the actors that names are resolved to; each process is given them once. Raises ProjectError where several
    processes are to share a language model that is not installed.
    """
    number = min(processes or (_cores() if jobs >= LEAST else 1), max(jobs, 1))
    if number == 1:
        _ready(known)
        yield map
        return
    language.pipeline()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" else "spawn"
    pool = ProcessPoolExecutor(number, multiprocessing.get_context(method), _start, (known,))
    try:
        yield pool.map
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def readings(each: Each, paths: Sequence[Path], root: Path) -> list[Reading]:
    """Return what is read from each seed; see read_seed."""
    return [one for batch in each(partial(_readings, root), batches(paths)) for one in batch]


def _readings(root: Path, paths: Sequence[Path]) -> list[Reading]:
    return [read_seed(path, root) for path in paths]


def findings(each: Each, articles: Sequence[Article]) -> Iterator[Found]:
    """Yield what is found in each article. Raises ProjectError without a language model."""
    if articles:
        language.pipeline()
    understood: Callable[[Sequence[Article]], Iterable[Found]] = read if each is map else _findings
    for batch in each(understood, batches(articles)):
        yield from batch


def _findings(articles: Sequence[Article]) -> list[Found]:
    return list(read(articles))


def batches(items: Sequence[_Item]) -> list[Sequence[_Item]]:
    """Return items in batches that become smaller, to one, so that several processes end at the same time."""
    made, start = list[Sequence[_Item]](), 0
    while start < len(items):
        size = max(1, min(BATCH, (len(items) - start) // SHARES))
        made.append(items[start : start + size])
        start += size
    return made


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(known: Known) -> None:
    """Make a process ready: an interrupt is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _ready(known)


def _ready(known: Known) -> None:
    global _known  # noqa: PLW0603 - what a process is given once, when it starts
    _known = known


def read(batch: Sequence[Article]) -> Iterator[Found]:
    """Yield what is found in each article of a batch, parsed together."""
    docs = language.parse_many(article.text for article in batch)
    for article, doc in zip(batch, docs, strict=True):
        yield _found(partial(understand, article, doc, _known))


def by(drafter: Drafter, articles: Iterable[Article], library: Library) -> Iterator[Found]:
    """Yield what a drafter of another kind finds in each article."""
    for article in articles:
        yield _found(partial(drafter.draft, article, library))


def _found(find: Callable[[], Findings]) -> Found:
    try:
        return find()
    except Exception as error:  # noqa: BLE001 - one article that trips a rule must not cost the others; it is reported
        return f"{type(error).__name__}: {error}"
