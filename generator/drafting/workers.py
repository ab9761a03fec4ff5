"""Articles understood in batches, by one process or several, always in the same order."""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from generator.articles import Article
from generator.drafting import language
from generator.drafting.drafter import understand
from generator.drafting.findings import Findings
from generator.drafting.known import Known

BATCH = 8
"""Articles a batch: what one process takes at a time."""

LEAST = 24
"""Fewer articles are done by one process: starting others takes longer."""

Found = Findings | str
"""What was found in an article, or the fault of ours that kept it from being understood."""

_known = Known()


@contextmanager
def findings(articles: Sequence[Article], known: Known, processes: int | None = None) -> Iterator[Iterator[Found]]:
    """Give an iterator of what is found in each article, in order. Raises ProjectError without a language model."""
    batches = [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]
    number = processes or (_cores() if len(articles) >= LEAST else 1)
    if articles:
        language.pipeline()
    if number == 1 or len(batches) < 2:
        yield (one for batch in batches for one in read(batch, known))
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" else "spawn"
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(min(number, len(batches)), context, _start, (known,))
    try:
        yield (one for batch in pool.map(_read, batches) for one in batch)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(known: Known) -> None:
    """Make a process ready: an interrupt is the parent's business."""
    global _known  # noqa: PLW0603 - what a process is given once, when it starts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _known = known


def _read(batch: Sequence[Article]) -> list[Found]:
    return list(read(batch, _known))


def read(batch: Sequence[Article], known: Known) -> Iterator[Found]:
    """Yield what is found in each article of a batch, parsed together."""
    docs = language.parse_many(article.text for article in batch)
    for article, doc in zip(batch, docs, strict=True):
        try:
            found: Found = understand(article, doc, known)
        except Exception as error:  # noqa: BLE001 - one article that trips a rule must not cost the others; it is reported
            found = f"{type(error).__name__}: {error}"
        yield found
