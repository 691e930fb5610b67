"""Which query runs when: quick queries always find an evaluator, long ones run beside them, yielding.

A query starts on one of `workers` places. When it has run for QUICK seconds it moves to overtime: its process
yields the processor and its place is free for others. When overtime is full, the oldest query of the client
who has most of them there is ended: under load long queries get less time, and quick ones always get theirs.
"""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from server.metrics import Metrics
from server.problems import Problem, StreamCut, busy, from_process, out_of_memory, too_many
from server.processes import Generation, Worker
from server.wire import DATA, END, ERROR, HEAD, QUERY, Frame, unpack

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


@dataclass(eq=False, slots=True)
class Job:
    """One query on its way: waiting, then running in a worker, then closed."""

    pool: Pool
    client: str
    timeout: float
    gone: Callable[[], bool]
    ready: threading.Event = field(default_factory=threading.Event)
    worker: Worker | None = None
    began: float = 0.0
    overtime: bool = False
    verdict: str = ""
    begun: bool = False

    def send(self, request: bytes) -> None:
        """Give the worker its query."""
        assert self.worker is not None
        try:
            self.worker.wire.send((QUERY, request))
        except OSError as error:
            raise self._failure() from error

    def receive(self) -> Frame:
        """The worker's next frame; a problem, or a cut stream once the answer has begun."""
        assert self.worker is not None
        try:
            kind, body = self.worker.wire.receive()
        except (EOFError, OSError) as error:
            raise self._failure() from error
        if kind == ERROR:
            problem = from_process(unpack(body))
            self.close(reuse=True)
            raise StreamCut(problem.detail) if self.begun else problem
        self.begun = self.begun or kind == HEAD
        if kind == END:
            self.close(reuse=not unpack(body)["retire"])
        return kind, body

    def chunks(self) -> Iterator[bytes]:
        """The rest of the answer."""
        try:
            while (frame := self.receive())[0] == DATA:
                yield frame[1]
        finally:
            self.close(reuse=False)

    def close(self, *, reuse: bool) -> None:
        """Free the place, and keep the worker if it is ready for another query."""
        self.pool.release(self, reuse=reuse)

    def _failure(self) -> Exception:
        """What to tell the client about a worker that is gone."""
        problem = self.pool.explain(self)
        self.close(reuse=False)
        return StreamCut(problem.detail) if self.begun else problem


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

    def start(self, request: bytes, *, client: str, timeout: float, gone: Callable[[], bool]) -> Job:
        """Wait for a place, then begin a query there."""
        job = Job(self, client, timeout, gone)
        self._enter(job)
        try:
            job.worker = self._worker()
            job.send(request)
        except Problem:
            self.release(job, reuse=False)
            raise
        return job

    def release(self, job: Job, *, reuse: bool) -> None:
        """Take a query out; idempotent."""
        with self._lock:
            if job not in self._running:
                return
            self._running.remove(job)
            worker = job.worker
            keep = reuse and worker is not None and not job.overtime and not job.verdict
            if keep and worker is not None and worker.generation is self.generation and not self._closed:
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
        if job.verdict == "timeout":
            return busy(
                f"the query took longer than {job.timeout:g} s; make it more selective, or add a LIMIT",
                after=5,
            )
        if job.verdict == "shed":
            return busy("the service is busy, and long queries had to give way; try again later", after=10)
        if job.verdict == "left":
            return Problem(499, "Client closed request", "the client went away")
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
        while self.counts()["running"] + self.counts()["overtime"] and time.monotonic() < until:
            time.sleep(_TICK)
        with self._lock:
            self._closed = True
            self._changed.notify_all()
        self.generation.close()

    def _enter(self, job: Job) -> None:
        """Wait until it is this query's turn."""
        with self._lock:
            own = sum(other.client == job.client for other in (*self._waiting, *self._running))
            if own >= self.limits.per_client:
                raise too_many(f"this client has {own} queries under way; wait for one to finish")
            if len(self._waiting) >= self.limits.queue:
                raise busy(f"{len(self._waiting)} queries are waiting already; try again later")
            self._waiting.append(job)
            self._admit()
        if job.ready.wait(min(_WAIT, job.timeout)):
            return
        with self._lock:
            if job in self._waiting:
                self._waiting.remove(job)
                raise busy("no place became free in time; try again later", after=2)

    def _admit(self) -> None:
        """Give free places to waiting queries, first to clients with the fewest running. Needs the lock."""
        while self._waiting and sum(not job.overtime for job in self._running) < self.limits.workers:
            running = Counter(job.client for job in self._running)
            job = min(self._waiting, key=lambda job: running[job.client])
            self._waiting.remove(job)
            job.began = time.monotonic()
            self._running.append(job)
            self._changed.notify()
            job.ready.set()

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
        """Look after running queries, in a thread of its own."""
        while not self._closed:
            with self._lock:
                while not self._running and not self._closed:
                    self._changed.wait()
                jobs = list(self._running)
            now = time.monotonic()
            for job in jobs:
                self._inspect(job, now - job.began)
            time.sleep(_TICK)

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
        with self._lock:
            if job not in self._running:
                return
            late = [other for other in self._running if other.overtime and not other.verdict]
            job.overtime = True
            if job.worker is not None:
                job.worker.yield_processor()
            self._admit()
        if len(late) >= self.limits.overtime:
            of_client = Counter(other.client for other in late)
            self._kill(max(late, key=lambda other: (of_client[other.client], -other.began)), "shed")

    def _kill(self, job: Job, verdict: str) -> None:
        with self._lock:
            # A query that finished meanwhile has given its worker back, perhaps to another query.
            if job not in self._running or job.worker is None:
                return
            job.verdict = verdict
        self._metrics.count("kills", reason=verdict)
        job.worker.generation.end(job.worker.pid)
