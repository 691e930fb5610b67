"""Short queries answered in waitress's own loop: no thread, no framework, nothing to wait for.

    request ──▸ cache ──▸ answer
                  └─▸ place in the pool ──▸ evaluator's socket joins the loop ──▸ answer
                                                     └─ long answer ──▸ a thread of waitress streams it

Everything that is no plain query, or is large, goes to the Flask application in a thread as usual.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from server.exchange import SHORT, Exchange, Http, Parser, asker, client, eligible, protocol_request
from server.listener import Listener
from server.operation import note
from server.pool import Job
from server.problems import Problem, busy
from server.protocol import read_query
from server.query import Reply
from server.service import Prepared, Service


class Front:
    """Takes requests before threads do; all methods but `add_task` run in the thread of the loop."""

    def __init__(self, server: TcpWSGIServer, service: Service) -> None:
        self.sockets: dict[int, Any] = server._map
        self._server = server
        self._service = service
        self._hops = service.settings.trusted_proxies
        self._thread = threading.get_ident()
        self._pending: deque[HTTPChannel] = deque()
        self._draining = False
        self._dispatch = server.task_dispatcher.add_task
        self._trigger = server.pull_trigger
        server.add_task = self.add_task
        server.pull_trigger = self.pull_trigger

    def pull_trigger(self) -> None:
        """Wake the loop, unless it is the loop that asks."""
        if threading.get_ident() != self._thread:
            self._trigger()

    def add_task(self, channel: HTTPChannel) -> None:
        """Take a request over from waitress, which holds a lock of the channel now."""
        if threading.get_ident() == self._thread and eligible(channel.requests[0]):
            self._pending.append(channel)
        else:
            self._dispatch(channel)

    def drain(self) -> None:
        """Begin with the requests that were taken over."""
        if self._draining:
            return
        self._draining = True
        try:
            while self._pending:
                self._begin(self._pending.popleft())
        finally:
            self._draining = False

    def _begin(self, channel: HTTPChannel) -> None:
        parser = channel.requests[0]
        try:
            query = read_query(protocol_request(parser, self._hops), limit=SHORT)
            if query is None:
                self._dispatch(channel)
                return
            prepared = self._service.prepare(query, asker(channel, parser, self._hops))
            exchange = Exchange(channel, prepared, parser.headers.get("IF_NONE_MATCH", ""))
            found = self._service.cached(prepared)
            if found is None:
                self._enter(exchange)
            else:
                self._answer(exchange, found)
        except Problem as problem:
            self._finish(channel, None, problem.http())

    def _enter(self, exchange: Exchange) -> None:
        plan, sender = exchange.prepared.plan, exchange.prepared.asker

        def ready() -> None:
            if not exchange.entering:
                self._server.trigger.pull_trigger(lambda: self._turn(exchange))

        pool = self._service.pool
        job = exchange.job = Job(pool, sender.client, plan.timeout, sender.gone, ready)
        exchange.entering = True
        pool.enter(job)
        exchange.entering = False
        if job.began or job.verdict:
            self._turn(exchange)

    def _turn(self, exchange: Exchange) -> None:
        """The query has its place: send it to an evaluator and listen."""
        if exchange.turned or exchange.job is None:
            return
        exchange.turned = True
        try:
            self._service.pool.begin(exchange.job, exchange.prepared.plan.request)
        except Problem as problem:
            self.fail(exchange, problem)
        else:
            Listener(self, exchange)

    def complete(self, exchange: Exchange, settle: Callable[[], object]) -> None:
        """The whole answer is here: send it, then `settle` its job."""
        assert exchange.job is not None
        prepared = exchange.prepared
        reply = self._service.complete(prepared, exchange.job, exchange.pieces)
        self._answer(exchange, reply, settle, lambda: self._service.keep(prepared, reply))

    def hand_over(self, exchange: Exchange) -> None:
        """The answer is long: let a thread pass it on."""
        channel = exchange.channel

        def outcome() -> Http:
            assert exchange.job is not None
            reply = self._service.collect(exchange.prepared, exchange.job, exchange.pieces)
            status, headers, body = reply.http(exchange.if_none_match)
            size = len(body) if reply.stream is None else None
            self._note(channel, channel.requests[0], exchange.prepared, status, size)
            return status, headers, reply.stream or body

        channel.requests[0].outcome = outcome
        self._dispatch(channel)

    def fail(self, exchange: Exchange, failure: Exception) -> None:
        """There is no answer, only a problem."""
        problem = failure if isinstance(failure, Problem) else busy(str(failure))
        self._finish(exchange.channel, exchange.prepared, problem.http())

    def _answer(self, exchange: Exchange, reply: Reply, *later: Callable[[], object]) -> None:
        self._finish(exchange.channel, exchange.prepared, reply.http(exchange.if_none_match), *later)

    def _finish(
        self, channel: HTTPChannel, prepared: Prepared | None, http: Http, *later: Callable[[], object]
    ) -> None:
        """Write an answer at once, and do afterwards what the client need not wait for."""
        if channel.requests:
            parser = channel.requests[0]
            parser.outcome = lambda: http
            channel.service()
            self._note(channel, parser, prepared, http[0], len(http[2]))  # type: ignore[arg-type]
        for step in later:
            step()
        # The next of several requests that came at once.
        self.drain()

    def _note(
        self, channel: HTTPChannel, parser: Parser, prepared: Prepared | None, status: int, size: int | None
    ) -> None:
        note(
            self._service,
            client=client(channel, parser, self._hops),
            method=parser.command,
            path=parser.path,
            status=status,
            size=size,
            began=prepared.began if prepared else time.perf_counter(),
            query=prepared.query.text if prepared else None,
        )
