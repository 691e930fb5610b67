"""Which query runs when: quick queries always find an evaluator, long ones run beside them, yielding.

A query starts on one of `workers` places, those of clients who used least lately first. When it has worked
for QUICK seconds, or less where others wait, it moves to overtime: its process yields the processor and its
place is free for others. When overtime is full, the oldest query of the client who has most of them there is
ended: under load long queries get less time, and quick ones always get theirs.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Final

from server.job import Job as Job
from server.metrics import Metrics
from server.problems import Problem, busy, malformed, out_of_memory, too_many
from server.processes import Generation, Worker
from server.query import Asker
from server.shares import Shares
from server.stewards import QUICK, SPARE, supply, watch

# How much memory evaluators that wait may have beside the store: a part of it, but no less than this.
_COPIED: Final = 0.2
_COPIES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How many queries at a time: on places, in overtime, waiting, and in all of one client."""

    workers: int
    overtime: int
    queue: int
    per_client: int


class Pool:
    """The evaluators of the current generation and the queries that wait for them.

    Two threads look after it: one watches running queries, one forks and reaps processes, so that nobody who
    asks or answers waits for a process to come or go.
    """

    def __init__(self, generation: Generation, limits: Limits, metrics: Metrics) -> None:
        self.limits = limits
        self.generation = generation
        self.lock = threading.RLock()
        self.started = threading.Condition(self.lock)
        self.due = threading.Condition(self.lock)
        self.waiting: deque[Job] = deque()
        self.running: list[Job] = []
        self.idle: list[Worker] = [generation.fork() for _ in range(SPARE * limits.workers)]
        self.retired: list[Worker] = []
        self.closed = False
        self._metrics = metrics
        self._shares = Shares()
        self._threads = [
            threading.Thread(target=watch, args=(self,), name="watch", daemon=True),
            threading.Thread(target=supply, args=(self,), name="supply", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def start(self, request: bytes, timeout: float, asker: Asker) -> Job:
        """Wait for a place, then begin a query there."""
        turn = threading.Event()
        job = Job(self, asker.client, timeout, asker.gone, turn.set)
        self.enter(job)
        turn.wait()
        self.begin(job, request)
        return job

    def enter(self, job: Job) -> None:
        """Queue a job, which is told when it is its turn; raises Problem where the queue is full."""
        with self.lock:
            own = sum(other.client == job.client for other in (*self.waiting, *self.running))
            if own >= self.limits.per_client:
                raise too_many(f"this client has {own} queries under way; wait for one to finish")
            if len(self.waiting) >= self.limits.queue:
                raise busy(f"{len(self.waiting)} queries are waiting already; try again later")
            job.entered = time.monotonic()
            self.waiting.append(job)
            self.started.notify()
            self.admit()

    def begin(self, job: Job, request: bytes) -> None:
        """Send a job whose turn it is to its evaluator; raises Problem if it has waited in vain."""
        if job.worker is None:
            raise self.explain(job)
        job.send(request)

    def release(self, job: Job, *, reuse: bool) -> None:
        """Take a query out; idempotent."""
        with self.lock:
            if job not in self.running or job.worker is None:
                return
            self.running.remove(job)
            self._shares.charge(job.client, job.work(time.monotonic()))
            keep = reuse and not job.overtime and not job.verdict and not self.closed
            if keep and job.worker.generation is self.generation:
                self.idle.append(job.worker)
                self._trim()
                self.admit()
            else:
                self.retired.append(job.worker)
                self.due.notify()

    def publish(self, generation: Generation) -> None:
        """Let all queries from now on see another generation; those that run finish on theirs."""
        first = generation.fork()
        with self.lock:
            self.generation = generation
            self.retired += self.idle
            self.idle = [first]
            self.admit()
            self.due.notify()

    def explain(self, job: Job) -> Problem:
        """Why a worker went away in the middle of a query."""
        if job.verdict in _VERDICTS or job.worker is None:
            return busy(_VERDICTS.get(job.verdict, "").format(timeout=job.timeout), after=5)
        try:
            status = job.worker.status()
        except Problem as problem:
            return problem
        if status & 0x7F == signal.SIGSEGV:
            self._metrics.count("kills", reason="stack")
            return malformed("the query nests or chains too many operators; split it")
        self._metrics.count("kills", reason="memory")
        return out_of_memory()

    def counts(self) -> dict[str, int]:
        """How many queries are where, for /metrics."""
        with self.lock:
            overtime = sum(job.overtime for job in self.running)
            running = len(self.running) - overtime
            return {"running": running, "overtime": overtime, "waiting": len(self.waiting)}

    def close(self, *, grace: float = 0.0) -> None:
        """End everything; running queries get `grace` seconds to finish."""
        until = time.monotonic() + grace
        while self.running and time.monotonic() < until:
            time.sleep(0.05)
        with self.lock:
            if self.closed:
                return
            self.closed = True
            for job in list(self.running):
                job.close(reuse=False)
            self.retired += self.idle
            self.idle = []
            self.started.notify()
            self.due.notify()
        for thread in self._threads:
            thread.join()
        self.generation.close()

    def admit(self) -> None:
        """Give free places to waiting queries, first to clients who had least. Needs the lock."""
        while self.waiting and self.idle and self.quick() < self.limits.workers:
            job = self._next()
            self.waiting.remove(job)
            job.began = time.monotonic()
            job.worker = self.idle.pop()
            job.before = job.worker.processor()
            self.running.append(job)
            job.announce()

    def _trim(self) -> None:
        """Let evaluators go that have come to hold too much memory of their own, those used last the last."""
        allowed = max(_COPIES, int(_COPIED * self.generation.memory))
        while sum(worker.copied for worker in self.idle) > allowed:
            longest = next(worker for worker in self.idle if worker.copied)
            self.idle.remove(longest)
            self.retired.append(longest)
            self.due.notify()

    def quick(self) -> int:
        """How many places are taken."""
        return sum(not job.overtime for job in self.running)

    def outweighs(self, job: Job, now: float) -> bool:
        """Whether somebody waits whose client had less than that of a running query, with that query."""
        with self.lock:
            clients = {other.client for other in self.waiting} - {job.client}
            used = self._shares.used(job.client) + job.work(now)
            return any(self._shares.used(client) < used for client in clients)

    def kill(self, job: Job, verdict: str) -> None:
        """End a running query."""
        with self.lock:
            # A query that finished meanwhile has given its worker back, perhaps to another query.
            if job not in self.running or job.worker is None:
                return
            job.verdict = verdict
            job.worker.kill()
        self._metrics.count("kills", reason=verdict)

    def _next(self) -> Job:
        """The first waiting query of the client who has used least, with what runs now. Needs the lock."""
        if len(self.waiting) == 1:
            return self.waiting[0]
        now = time.monotonic()
        running: dict[str, float] = {}
        for job in self.running:
            running[job.client] = running.get(job.client, 0.0) + now - job.began + QUICK
        client = self._shares.least((job.client for job in self.waiting), running)
        return next(job for job in self.waiting if job.client == client)


_VERDICTS: Final = {
    "timeout": "the query took longer than {timeout:g} s; make it more selective, or add a LIMIT",
    "shed": "the service is busy, and long queries had to give way; try again later",
    "left": "the client went away",
    "queue": "no place became free in time; try again later",
}
