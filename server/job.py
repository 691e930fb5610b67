"""One query on its way: waiting for a place, running in an evaluator, answered or failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from server.problems import Problem, StreamCut, from_process
from server.processes import Worker
from server.wire import DATA, END, ERROR, HEAD, QUERY, Frame, unpack

# How much less a second counts that a query waited or let others wait.
_IDLE: Final = 16


class Owner(Protocol):
    """What a job asks of its pool."""

    def release(self, job: Job, *, reuse: bool) -> None:
        """Take the job out."""

    def explain(self, job: Job) -> Problem:
        """Say why its worker went away."""


@dataclass(eq=False, slots=True)
class Job:
    """A query; `ready` is called when it has a place or has waited in vain."""

    pool: Owner
    client: str
    timeout: float
    gone: Callable[[], bool]
    ready: Callable[[], None]
    entered: float = 0.0
    worker: Worker | None = None
    began: float = 0.0
    before: float = 0.0
    overtime: bool = False
    verdict: str = ""
    head: dict[str, Any] | None = None

    def announce(self) -> None:
        """Call `ready` once: who waits holds the job, and both would hold the answer until gc finds them."""
        ready, self.ready = self.ready, _nobody
        ready()

    def send(self, request: bytes) -> None:
        """Give the worker its query."""
        assert self.worker is not None
        try:
            self.worker.wire.send((QUERY, request))
        except OSError as error:
            raise self.failure() from error

    def receive(self) -> Frame:
        """The worker's next frame; a problem, or a cut stream once the answer has begun."""
        assert self.worker is not None
        try:
            return self.take(self.worker.wire.receive())
        except (EOFError, ConnectionError) as error:
            raise self.failure() from error

    def take(self, frame: Frame) -> Frame:
        """Note what a frame says about the job."""
        kind, body = frame
        if kind == HEAD:
            self.head = unpack(body)
        elif kind == END:
            costs = unpack(body)
            if self.worker is not None:
                self.worker.copied = costs["copied"]
            self.close(reuse=not costs["retire"])
        elif kind == ERROR:
            problem = from_process(unpack(body))
            self.close(reuse=True)
            raise problem if self.head is None else StreamCut(problem.detail)
        return frame

    def chunks(self) -> Iterator[bytes]:
        """The rest of the answer."""
        try:
            while (frame := self.receive())[0] == DATA:
                yield frame[1]
        finally:
            self.close(reuse=False)

    def work(self, now: float) -> float:
        """Seconds that it has worked: of processor time, not those in which the processor served others.

        Time counts a little in any case, or an answer that nobody reads would cost nothing.
        """
        assert self.worker is not None
        return max(self.worker.processor() - self.before, (now - self.began) / (_IDLE if self.before else 1))

    def close(self, *, reuse: bool) -> None:
        """Free the place, and keep the worker if it is ready for another query."""
        self.pool.release(self, reuse=reuse)

    def failure(self) -> Exception:
        """What to tell the client about a worker that is gone."""
        problem = self.pool.explain(self)
        self.close(reuse=False)
        return problem if self.head is None else StreamCut(problem.detail)


def _nobody() -> None:
    """Nobody waits any more."""
