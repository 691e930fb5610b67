"""The two threads that look after a pool: `watch` after running queries, `supply` after processes."""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from contextlib import suppress
from typing import Final, Protocol

from kb.errors import StoreError
from server.job import Job
from server.problems import Problem
from server.processes import Generation, Worker

# A query that works longer is no quick one.
QUICK: Final = 0.5
SPARE: Final = 2
"""Processes for each place."""
_TICK: Final = 0.05
_CALM: Final = 20
_WAIT: Final = 5.0


class Limited(Protocol):
    """How many queries at a time."""

    @property
    def workers(self) -> int:
        """On places."""

    @property
    def overtime(self) -> int:
        """In overtime."""


class Looked(Protocol):
    """What the threads see of a pool; `lock` guards all of it.

    `started` tells the watcher of queries, `due` the supplier of processes to fork and reap.
    """

    generation: Generation
    lock: threading.RLock
    started: threading.Condition
    due: threading.Condition
    waiting: deque[Job]
    running: list[Job]
    idle: list[Worker]
    retired: list[Worker]
    closed: bool

    @property
    def limits(self) -> Limited:
        """How many at a time."""

    def admit(self) -> None:
        """Give free places to waiting queries."""

    def quick(self) -> int:
        """How many places are taken."""

    def publish(self, generation: Generation) -> None:
        """Let all queries from now on see another generation."""

    def outweighs(self, job: Job, now: float) -> bool:
        """Whether somebody waits whose client had less than that of a running query, with that query."""

    def kill(self, job: Job, verdict: str) -> None:
        """End a running query."""


def watch(pool: Looked) -> None:
    """End queries that are over time or that nobody waits for; move long ones to overtime."""
    calm = 0
    while not pool.closed:
        with pool.lock:
            calm = 0 if pool.running or pool.waiting else calm + 1
            # To be woken by each of many short queries would cost them more than looking around in vain.
            if calm > _CALM and not pool.closed:
                pool.started.wait()
            jobs = list(pool.running)
            _dismiss(pool)
        for job in jobs:
            _inspect(pool, job, time.monotonic())
        time.sleep(_TICK)


def supply(pool: Looked) -> None:
    """Fork evaluators for those that went, reap those, and let superseded generations end."""
    former: set[Generation] = set()
    while True:
        with pool.lock:
            while not pool.closed and not pool.retired and not _missing(pool):
                pool.due.wait()
            generation, missing, closed = pool.generation, _missing(pool), pool.closed
            retired, pool.retired = pool.retired, []
        if missing and not closed:
            _fork(pool, generation)
        for worker in retired:
            # A keeper that is gone has taken its evaluators along.
            with suppress(Problem):
                worker.end()
            former.add(worker.generation)
        with pool.lock:
            used = {job.worker.generation for job in pool.running if job.worker} | {pool.generation}
            used |= {worker.generation for worker in pool.retired}
        for old in former - used:
            old.close()
        former &= used
        if closed and not pool.retired:
            return


def _missing(pool: Looked) -> bool:
    """Whether to fork: for each place there is a process, and one for when a long query takes that along."""
    return len(pool.idle) + pool.quick() < SPARE * pool.limits.workers


def _fork(pool: Looked, generation: Generation) -> None:
    """Add an evaluator; where the keeper was killed, load the data anew: all changes are on the disk."""
    try:
        _add(pool, generation.fork())
    except Problem:
        try:
            pool.publish(generation.reload())
        except (Problem, StoreError):
            time.sleep(1)


def _add(pool: Looked, worker: Worker) -> None:
    with pool.lock:
        if worker.generation is pool.generation and not pool.closed:
            # Behind those that have what they need of the store in reach already.
            pool.idle.insert(0, worker)
            pool.admit()
        else:
            pool.retired.append(worker)


def _dismiss(pool: Looked) -> None:
    """Send away those who have waited too long."""
    now = time.monotonic()
    for job in [job for job in pool.waiting if now - job.entered > min(_WAIT, job.timeout)]:
        pool.waiting.remove(job)
        job.verdict = "queue"
        job.announce()


def _inspect(pool: Looked, job: Job, now: float) -> None:
    if job.verdict:
        return
    if now - job.began > job.timeout:
        pool.kill(job, "timeout")
    elif job.gone():
        pool.kill(job, "left")
    elif not job.overtime and _is_long(pool, job, now):
        _to_overtime(pool, job)


def _is_long(pool: Looked, job: Job, now: float) -> bool:
    """Whether a query has had its time on a place: less if others wait, least if they had less before."""
    if not pool.waiting:
        return job.work(now) > QUICK
    return job.work(now) > QUICK / 4 or (now - job.began > QUICK / 4 and pool.outweighs(job, now))


def _to_overtime(pool: Looked, job: Job) -> None:
    """Free the place of a long query; end another one if there are too many of them."""
    with pool.lock:
        if job not in pool.running or job.worker is None:
            return
        late = [other for other in pool.running if other.overtime and not other.verdict]
        job.overtime = True
        job.worker.yield_processor()
        pool.due.notify()
        pool.admit()
    if len(late) >= pool.limits.overtime:
        of_client = Counter(other.client for other in late)
        pool.kill(max(late, key=lambda other: (of_client[other.client], -other.began)), "shed")
