"""The service behind all addresses: queries through pool and cache, writes, and what pages need."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Hashable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from kb.store import Outcome, Write, chosen, discard, state
from server import syntax
from server.cache import Answer, Cache, whole
from server.locking import exclusive
from server.metrics import Metrics
from server.pool import Job, Limits, Pool
from server.problems import Problem, busy
from server.processes import Generation, Origin
from server.query import NOBODY, Asker, Reply
from server.query import Query as Query
from server.relay import Relay
from server.rules import permit
from server.settings import Settings
from server.wire import DATA, pack

# The longest answer that is collected before it is sent, with its length and tag; longer ones are streamed.
_WHOLE: Final = 1 << 20

# Reading a longer text takes the interpreter long: one at a time, so that short ones always get their turn.
_LONG: Final = 1 << 14
_PATIENCE: Final = 5.0
# How many plans of short queries are kept for those who ask again.
_PLANS: Final = 256


class Plan(NamedTuple):
    """What is to be done about a query, whoever asks; `normal` is None where the answer must not be kept."""

    form: str
    normal: str | None
    request: bytes
    timeout: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query ready for an evaluator; `key` is None where the answer must not be kept."""

    query: Query
    plan: Plan
    key: Hashable | None
    asker: Asker
    began: float


class Service:
    """A knowledge base that answers; make one for each application, and close it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.cache = Cache(settings.cache_bytes)
        self.mode = chosen(settings.directory, settings.store)
        self._lock_file = exclusive(settings.directory) if settings.update else None
        if settings.update:
            # What an interrupted write left must not be taken for the outcome of the next.
            current = state(settings.directory)
            discard(settings.directory, lambda other: other != current)
        places = settings.places
        origin = Origin(settings.directory, self.mode, settings.query_memory, reach=bool(settings.services))
        generation = Generation.load(origin)
        limits = Limits(places, 2 * places, settings.queue, settings.per_client)
        self.pool = Pool(generation, limits, self.metrics)
        self._known = lru_cache(maxsize=_PLANS)(self._plan)
        self._writing = threading.Lock()
        self._reading = threading.Lock()
        self._relay = Relay(settings.services, settings.timeout) if settings.services else None

    @property
    def generation(self) -> Generation:
        """The state of the data that new queries see."""
        return self.pool.generation

    def answer(self, query: Query, asker: Asker = NOBODY) -> Reply:
        """Answer a query from the cache or by evaluation; raises Problem."""
        prepared = self.prepare(query, asker)
        found = self.cached(prepared)
        return found if found is not None else self.collect(prepared, self.start(prepared))

    def prepare(self, query: Query, asker: Asker = NOBODY) -> Prepared:
        """Judge a query and translate it for an evaluator; raises Problem."""
        began = time.perf_counter()
        if query.size <= syntax.KEPT:
            plan = self._known(query)
        else:
            with self.reading(len(query.text)):
                plan = self._plan(query)
        key = query.key(self.generation.name, plan.normal) if plan.normal is not None else None
        return Prepared(query, plan, key, asker, began)

    @contextmanager
    def reading(self, size: int) -> Iterator[None]:
        """To be held while a request of so many bytes is read; raises Problem if others take too long."""
        if size <= _LONG:
            yield
            return
        if not self._reading.acquire(timeout=_PATIENCE):
            raise busy("other long requests are being read; try again later", after=5)
        try:
            yield
        finally:
            self._reading.release()

    def _plan(self, query: Query) -> Plan:
        text = self.permit(query.text)
        shape = syntax.shape(text)
        timeout = min(query.timeout or self.settings.timeout, self.settings.timeout)
        rows = self.settings.max_rows
        cut = syntax.capped(text, shape, rows) if rows is not None else None
        request = {
            "op": "explain" if query.explain else "query",
            "text": cut[0] if cut else text,
            "asked": query.text if query.explain else "",
            "probe": cut[1] if cut else "",
            "rows": rows if cut else None,
            "bytes": self.settings.max_bytes,
            "base": query.base,
            "default": query.default,
            "named": query.named,
            "results": query.results,
            "graphs": query.graphs,
            "coding": query.coding,
            "timeout": timeout,
        }
        normal = None if shape.volatile or query.explain else shape.normal
        return Plan(shape.form or "other", normal, pack(**request), timeout)

    def permit(self, text: str, *, update: bool = False) -> str:
        """A query or update as it may be evaluated; raises Problem."""
        services = self._relay.addresses if self._relay is not None else {}
        return permit(text, self.settings, services, update=update)

    def cached(self, prepared: Prepared) -> Reply | None:
        """The answer, if somebody asked the same before."""
        found = self.cache.get(prepared.key) if prepared.key is not None else None
        self.metrics.count("cache", outcome="miss" if found is None else "hit")
        return Reply(found) if found is not None else None

    def start(self, prepared: Prepared) -> Job:
        """Begin to evaluate; waits for a place."""
        return self.pool.start(prepared.plan.request, prepared.plan.timeout, prepared.asker)

    def collect(self, prepared: Prepared, job: Job, pieces: list[bytes] | None = None) -> Reply:
        """The answer of a job, its remaining frames read: whole if it is short, else as a stream."""
        pieces = pieces if pieces is not None else []
        with ExitStack() as failing:
            failing.callback(job.close, reuse=False)
            if job.head is None:
                job.receive()
            size = sum(map(len, pieces))
            while size < _WHOLE:
                kind, piece = job.receive()
                if kind != DATA:
                    return self.keep(prepared, self.complete(prepared, job, pieces))
                pieces.append(piece)
                size += len(piece)
            failing.pop_all()
        return Reply(Answer(b"", _headers(job, prepared.query)), _chain(pieces, job))

    def complete(self, prepared: Prepared, job: Job, pieces: list[bytes]) -> Reply:
        """The whole answer of a finished job."""
        return Reply(whole(b"".join(pieces), _headers(job, prepared.query)))

    def keep(self, prepared: Prepared, reply: Reply) -> Reply:
        """Keep a whole answer for others, and note how long it took."""
        self.metrics.latency(prepared.plan.form, time.perf_counter() - prepared.began)
        if prepared.key is not None:
            self.cache.put(prepared.key, reply.answer)
        return reply

    def rows(self, text: str, asker: Asker = NOBODY) -> list[dict[str, dict[str, str]]]:
        """The solutions of a SELECT in the form of SPARQL's JSON results: {variable: {type, value, …}}."""
        reply = self.answer(Query(text), asker)
        found: dict[str, Any] = json.loads(
            reply.answer.body if reply.stream is None else b"".join(reply.stream)
        )
        bindings: list[dict[str, dict[str, str]]] = found["results"]["bindings"]
        return bindings

    def dump(self, graph: str | None, query: Query, asker: Asker) -> Reply:
        """A whole graph (None: the default graph), in the format that the query names."""
        timeout = self.settings.timeout
        request = pack(op="dump", graph=graph, graphs=query.graphs, coding=query.coding, timeout=timeout)
        prepared = Prepared(query, Plan("dump", None, request, timeout), None, asker, time.perf_counter())
        return self.collect(prepared, self.start(prepared))

    def write(self, write: Write) -> Outcome:
        """Apply a change and publish the new generation; queries that run go on undisturbed."""
        with self._writing:
            try:
                generation, existed = self.generation.succeed(write, timeout=self.settings.timeout)
            except Problem as problem:
                self.metrics.count("writes", outcome=str(problem.status))
                raise
            self.pool.publish(generation)
        self.metrics.count("writes", outcome="done")
        return Outcome(existed)

    def close(self, *, grace: float = 0.0) -> None:
        """End all processes."""
        self.pool.close(grace=grace)
        if self._relay is not None:
            self._relay.close()
            self._relay = None
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None


def _headers(job: Job, query: Query) -> tuple[tuple[str, str], ...]:
    head = job.head
    assert head is not None
    headers = [("Content-Type", query.content_type or str(head["type"]))]
    if head["coding"]:
        headers.append(("Content-Encoding", str(head["coding"])))
    if head["truncated"] is not None:
        headers.append(("Result-Truncated", f"rows={head['truncated']}"))
    return tuple(headers)


def _chain(pieces: list[bytes], job: Job) -> Iterator[bytes]:
    try:
        yield from pieces
        yield from job.chunks()
    finally:
        job.close(reuse=False)
