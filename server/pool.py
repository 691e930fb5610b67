"""Which query runs when: quick queries always find an evaluator, long ones run beside them, yielding.

A query starts on one of `workers` places. When it has run for QUICK seconds it moves to overtime: its process
yields the processor and its place is free for others. When overtime is full, the oldest query of the client
who has most of them there is ended: under load long queries get less time, and quick ones always get theirs.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from server.job import Job as Job
from server.metrics import Metrics
from server.problems import Problem, busy, malformed, out_of_memory, too_many
from server.processes import Generation, Worker

QUICK: Final = 0.5
_TICK: Final = 0.05
_WAIT: Final = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many queries at a time: on places, in overtime, waiting, and in all of one client."""

    workers: int
    overtime: int
    queue: int
    per_client: int


class Pool:
    """The evaluators of the current generation and the queries that wait for them."""

    def __init__(self, generation: Generation, limits: Limits, metrics: Metrics) -> None:
        self.limits = limits
        self.generation = generation
        self._metrics = metrics
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._idle: list[Worker] = [generation.fork() for _ in range(limits.workers)]
        self._waiting: deque[Job] = deque()
        self._running: list[Job] = []
        self._closed = False
        self._watch = threading.Thread(target=self._watch_over, name="watch", daemon=True)
        self._watch.start()

    def start(self, request: bytes, client: str, timeout: float, gone: Callable[[], bool]) -> Job:
        """Wait for a place, then begin a query there."""
        turn = threading.Event()
        job = Job(self, client, timeout, gone, turn.set)
        self.enter(job)
        turn.wait()
        self.begin(job, request)
        return job

    def enter(self, job: Job) -> None:
        """Queue a job, which is told when it is its turn; raises Problem where the queue is full."""
        with self._lock:
            own = sum(other.client == job.client for other in (*self._waiting, *self._running))
            if own >= self.limits.per_client:
                raise too_many(f"this client has {own} queries under way; wait for one to finish")
            if len(self._waiting) >= self.limits.queue:
                raise busy(f"{len(self._waiting)} queries are waiting already; try again later")
            job.entered = time.monotonic()
            self._waiting.append(job)
            self._admit()

    def begin(self, job: Job, request: bytes) -> None:
        """Send a job whose turn it is to an evaluator; raises Problem if it has waited in vain."""
        if job.verdict:
            raise self.explain(job)
        try:
            job.worker = self._worker()
            job.send(request)
        except Problem:
            self.release(job, reuse=False)
            raise

    def release(self, job: Job, *, reuse: bool) -> None:
        """Take a query out; idempotent."""
        with self._lock:
            if job not in self._running:
                return
            self._running.remove(job)
            worker = job.worker
            keep = reuse and worker is not None and not job.overtime and not job.verdict and not self._closed
            if keep and worker is not None and worker.generation is self.generation:
                self._idle.append(worker)
                worker = None
            self._admit()
        if worker is not None:
            self._end(worker)

    def publish(self, generation: Generation) -> None:
        """Let all queries from now on see another generation; those that run finish on theirs."""
        with self._lock:
            old, self.generation = self.generation, generation
            idle, self._idle = self._idle, []
            drained = not any(job.worker and job.worker.generation is old for job in self._running)
        for worker in idle:
            worker.wire.close()
        if drained:
            old.close()

    def explain(self, job: Job) -> Problem:
        """Why a worker went away in the middle of a query."""
        if job.verdict in _VERDICTS:
            return busy(_VERDICTS[job.verdict].format(timeout=job.timeout), after=5)
        status = job.worker.end() if job.worker is not None else 0
        if status & 0x7F == signal.SIGSEGV:
            self._metrics.count("kills", reason="stack")
            return malformed("the query nests or chains too many operators; split it")
        self._metrics.count("kills", reason="memory")
        return out_of_memory()

    def counts(self) -> dict[str, int]:
        """How many queries are where, for /metrics."""
        with self._lock:
            overtime = sum(job.overtime for job in self._running)
            running = len(self._running) - overtime
            return {"running": running, "overtime": overtime, "waiting": len(self._waiting)}

    def close(self, *, grace: float = 0.0) -> None:
        """End everything; running queries get `grace` seconds to finish."""
        until = time.monotonic() + grace
        while self._running and time.monotonic() < until:
            time.sleep(_TICK)
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._changed.notify_all()
        self._watch.join()
        for worker in self._idle:
            worker.wire.close()
        for job in list(self._running):
            job.close(reuse=False)
        self.generation.close()

    def _admit(self) -> None:
        """Give free places to waiting queries, first to clients with the fewest running. Needs the lock."""
        while self._waiting and sum(not job.overtime for job in self._running) < self.limits.workers:
            running = Counter(job.client for job in self._running)
            job = min(self._waiting, key=lambda job: running[job.client])
            self._waiting.remove(job)
            job.began = time.monotonic()
            self._running.append(job)
            self._changed.notify()
            job.ready()

    def _worker(self) -> Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            generation = self.generation
        return generation.fork()

    def _end(self, worker: Worker) -> None:
        """Kill a worker; close its generation if it is superseded and this was its last."""
        worker.end()
        with self._lock:
            generation = worker.generation
            last = generation is not self.generation and not any(
                job.worker and job.worker.generation is generation for job in self._running
            )
        if last:
            generation.close()

    def _watch_over(self) -> None:
        """Look after running and waiting queries, in a thread of its own."""
        while not self._closed:
            with self._lock:
                while not self._running and not self._waiting and not self._closed:
                    self._changed.wait()
                jobs = list(self._running)
            self._dismiss()
            self._refill()
            now = time.monotonic()
            for job in jobs:
                self._inspect(job, now - job.began)
            time.sleep(_TICK)

    def _dismiss(self) -> None:
        """Send away those who have waited too long."""
        now = time.monotonic()
        with self._lock:
            late = [job for job in self._waiting if now - job.entered > min(_WAIT, job.timeout)]
            for job in late:
                self._waiting.remove(job)
                job.verdict = "queue"
                job.ready()

    def _inspect(self, job: Job, age: float) -> None:
        """End a query that is over time or has nobody waiting for it; move a long one to overtime."""
        if job.worker is None or job.verdict:
            return
        if age > job.timeout:
            self._kill(job, "timeout")
        elif job.gone():
            self._kill(job, "left")
        elif age > QUICK and not job.overtime:
            self._to_overtime(job)

    def _to_overtime(self, job: Job) -> None:
        """Free the place of a long query; end another one if there are too many of them."""
        with self._lock:
            if job not in self._running or job.worker is None:
                return
            late = [other for other in self._running if other.overtime and not other.verdict]
            job.overtime = True
            job.worker.yield_processor()
        self._refill()
        with self._lock:
            self._admit()
        if len(late) >= self.limits.overtime:
            of_client = Counter(other.client for other in late)
            self._kill(max(late, key=lambda other: (of_client[other.client], -other.began)), "shed")

    def _refill(self) -> None:
        """Fork evaluators here for those that were killed, so that no query has to wait for a fork."""
        while True:
            with self._lock:
                generation = self.generation
                present = len(self._idle) + sum(not job.overtime for job in self._running)
            if present >= self.limits.workers or self._closed:
                return
            fresh = generation.fork()
            with self._lock:
                if generation is self.generation:
                    self._idle.append(fresh)
                    continue
            fresh.end()

    def _kill(self, job: Job, verdict: str) -> None:
        with self._lock:
            # A query that finished meanwhile has given its worker back, perhaps to another query.
            if job not in self._running or job.worker is None:
                return
            job.verdict = verdict
        self._metrics.count("kills", reason=verdict)
        job.worker.generation.end(job.worker.pid)


_VERDICTS: Final = {
    "timeout": "the query took longer than {timeout:g} s; make it more selective, or add a LIMIT",
    "shed": "the service is busy, and long queries had to give way; try again later",
    "left": "the client went away",
    "queue": "no place became free in time; try again later",
}
