"""The service behind all addresses: queries through pool and cache, writes, and what pages need."""

from __future__ import annotations

import fcntl
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from kb.errors import StoreError
from kb.store import GRAPHS, RESULTS, Outcome, Write, chosen
from server import syntax
from server.cache import Answer, Cache, tag
from server.metrics import Metrics
from server.pool import Job, Limits, Pool
from server.problems import Problem
from server.processes import Generation
from server.rules import permit
from server.settings import Settings
from server.wire import DATA, pack, unpack

# The longest answer that is collected before it is sent, with its length and tag; longer ones are streamed.
_WHOLE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was asked; dataset None means the store's own."""

    text: str
    base: str | None = None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    results: str = RESULTS[0].media_type
    graphs: str = GRAPHS[0].media_type
    content_type: str | None = None
    gzip: bool = False
    timeout: float | None = None
    client: str = ""
    gone: Callable[[], bool] = lambda: False

    def key(self, generation: str, normal: str) -> tuple[Any, ...]:
        """What decides the answer."""
        dataset = (self.default, self.named)
        return (
            generation,
            normal,
            self.base,
            dataset,
            self.results,
            self.graphs,
            self.content_type,
            self.gzip,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: complete, or the rest of it as a stream."""

    answer: Answer
    stream: Iterator[bytes] | None = None


class Service:
    """A knowledge base that answers; make one for each application, and close it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.cache = Cache(settings.cache_bytes)
        self.mode = chosen(settings.directory, settings.store)  # type: ignore[arg-type]
        self._lock_file = _exclusive(settings) if settings.update else None
        places = settings.places
        generation = Generation.load(settings.directory, mode=self.mode, memory=settings.query_memory)
        limits = Limits(places, 2 * places, settings.queue, settings.per_client)
        self.pool = Pool(generation, limits, self.metrics)
        self._writing = threading.Lock()

    @property
    def generation(self) -> Generation:
        """The state of the data that new queries see."""
        return self.pool.generation

    def answer(self, query: Query) -> Reply:
        """Answer a query from the cache or by evaluation; raises Problem."""
        text = permit(query.text, self.settings)
        shape = syntax.shape(text)
        key = query.key(self.generation.name, shape.normal)
        if not shape.volatile and (found := self.cache.get(key)) is not None:
            self.metrics.count("cache", outcome="hit")
            return Reply(found)
        self.metrics.count("cache", outcome="miss")
        began = time.perf_counter()
        job = self._begin(query, text, shape)
        reply = self._collect(job, query.content_type)
        self.metrics.latency(shape.form or "other", time.perf_counter() - began)
        if reply.stream is None and not shape.volatile:
            self.cache.put(key, reply.answer)
        return reply

    def rows(self, text: str, **options: Any) -> list[dict[str, dict[str, str]]]:
        """The solutions of a SELECT in the form of SPARQL's JSON results: {variable: {type, value, …}}."""
        bindings: list[dict[str, dict[str, str]]] = json.loads(self._whole(Query(text, **options)))[
            "results"
        ]["bindings"]
        return bindings

    def graph(self, text: str, media_type: str, **options: Any) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE, serialised."""
        return self._whole(Query(text, graphs=media_type, **options))

    def dump(
        self, graph: str | None, media_type: str, *, content_type: str, gzip: bool, client: str
    ) -> Reply:
        """A whole graph (None: the default graph)."""
        request = pack(op="dump", graph=graph, graphs=media_type, gzip=gzip, timeout=self.settings.timeout)
        job = self.pool.start(request, client=client, timeout=self.settings.timeout, gone=lambda: False)
        return self._collect(job, content_type)

    def write(self, write: Write) -> Outcome:
        """Apply a change and publish the new generation; queries that run go on undisturbed."""
        if self.mode == "disk":
            raise Problem(501, "Not implemented", "updates need --store memory")
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
        if self._lock_file is not None:
            os.close(self._lock_file)

    def _begin(self, query: Query, text: str, shape: syntax.Shape) -> Job:
        timeout = min(query.timeout or self.settings.timeout, self.settings.timeout)
        rows = self.settings.max_rows
        cut = syntax.capped(text, shape, rows) if rows is not None else None
        text, probe = cut or (text, "")
        request = pack(
            op="query",
            text=text,
            probe=probe,
            rows=rows if cut else None,
            bytes=self.settings.max_bytes,
            base=query.base,
            default=query.default,
            named=query.named,
            results=query.results,
            graphs=query.graphs,
            gzip=query.gzip,
            timeout=timeout,
        )
        return self.pool.start(request, client=query.client, timeout=timeout, gone=query.gone)

    def _collect(self, job: Job, content_type: str | None) -> Reply:
        """The whole answer if it is short, else its beginning and a stream."""
        try:
            _, body = job.receive()
            headers = _headers(unpack(body), content_type)
            pieces: list[bytes] = []
            size = 0
            while size < _WHOLE:
                kind, piece = job.receive()
                if kind != DATA:
                    whole = b"".join(pieces)
                    return Reply(Answer(whole, (*headers, ("ETag", tag(whole, repr(headers))))))
                pieces.append(piece)
                size += len(piece)
        except BaseException:
            job.close(reuse=False)
            raise
        return Reply(Answer(b"", headers), _chain(pieces, job))

    def _whole(self, query: Query) -> bytes:
        reply = self.answer(query)
        return reply.answer.body if reply.stream is None else b"".join(reply.stream)


def _headers(head: dict[str, Any], content_type: str | None) -> tuple[tuple[str, str], ...]:
    headers = [("Content-Type", content_type or str(head["type"]))]
    if head["gzip"]:
        headers.append(("Content-Encoding", "gzip"))
    if head["truncated"] is not None:
        headers.append(("Result-Truncated", f"rows={head['truncated']}"))
    return tuple(headers)


def _chain(pieces: list[bytes], job: Job) -> Iterator[bytes]:
    try:
        yield from pieces
        yield from job.chunks()
    finally:
        job.close(reuse=False)


def _exclusive(settings: Settings) -> int:
    """A lock on the directory: two services that write would not see each other's changes."""
    folder = settings.directory / "updates"
    folder.mkdir(exist_ok=True)
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        with suppress(OSError):
            os.close(descriptor)
        raise StoreError(
            f"{settings.directory}: another service writes here; stop it, or serve without --update"
        ) from error
    return descriptor
