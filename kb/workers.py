"""One function over many batches in several processes, with bounded memory and results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from kb.errors import KbError

AHEAD = 3
"""Batches per worker that wait or run: enough to keep every worker busy while results are collected."""

B = TypeVar("B")
R = TypeVar("R")


def mapped(function: Callable[[B], R], batches: Iterable[B], *, workers: int) -> Iterator[R]:
    """`function` of each batch, in order; with one worker in this process."""
    if workers == 1:
        yield from map(function, batches)
        return
    # spawn: a forked child would inherit the locks of the parent's threads, as a progress display has them.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield from _in_order(pool, function, iter(batches), workers * AHEAD)
    except BrokenProcessPool as error:
        message = (
            "a worker process died, perhaps for lack of memory; what is done is kept: run the command again"
        )
        raise KbError(f"{message}, with fewer workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, function: Callable[[B], R], batches: Iterator[B], ahead: int
) -> Iterator[R]:
    """Submit `ahead` batches, then one more for each result that is taken."""
    waiting: deque[Future[R]] = deque(pool.submit(function, batch) for batch in islice(batches, ahead))
    while waiting:
        result = waiting.popleft().result()
        waiting.extend(pool.submit(function, batch) for batch in islice(batches, 1))
        yield result
