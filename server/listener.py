"""An evaluator's socket in waitress's loop."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from server.exchange import Exchange
from server.problems import Problem
from server.wire import DATA, END, HEAD

_RECEIVE: Final = 1 << 18


class Answers(Protocol):
    """Who wants to know what came of a query."""

    sockets: dict[int, Any]

    def complete(self, exchange: Exchange, settle: Callable[[], object]) -> None:
        """The whole answer is here, and `settle` is to be called when it is sent."""

    def hand_over(self, exchange: Exchange) -> None:
        """The answer is long, and its rest is still to be read."""

    def fail(self, exchange: Exchange, failure: Exception) -> None:
        """There is no answer."""


class Listener:
    """An evaluator's socket as a member of waitress's loop, until the answer is complete or long."""

    accepting = False

    def __init__(self, front: Answers, exchange: Exchange) -> None:
        assert exchange.job is not None and exchange.job.worker is not None
        self._front = front
        self._exchange = exchange
        self._job = exchange.job
        self._wire = exchange.job.worker.wire
        self._descriptor = self._wire.sock.fileno()
        self._left = False
        front.sockets[self._descriptor] = self

    def readable(self) -> bool:
        """Whether the loop should look for data: always."""
        return True

    def writable(self) -> bool:
        """Whether the loop should wait to write: never."""
        return False

    def handle_read_event(self) -> None:
        """Take what has arrived."""
        try:
            piece = self._wire.sock.recv(_RECEIVE, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self.handle_close()
            return
        self._wire.feed(piece)
        try:
            self._take()
        except (Problem, OSError) as failure:
            self._leave()
            self._front.fail(self._exchange, failure)

    def handle_close(self) -> None:
        """The evaluator is gone."""
        # The loop may report one end twice: as data that are none, and as a hang-up.
        if not self._left:
            self._leave()
            self._front.fail(self._exchange, self._job.failure())

    handle_expt_event = close = handle_close

    def handle_error(self) -> None:
        """A fault of this program: log it, and close the connection, for there is no answer."""
        logging.getLogger("kb").exception("fault while answering a query")
        self._leave()
        self._exchange.channel.will_close = True
        self._job.close(reuse=False)

    def _take(self) -> None:
        while (frame := self._wire.pop()) is not None:
            if frame[0] == END:
                # Leave before the evaluator is free for others, and answer before all else.
                self._leave()
                self._front.complete(self._exchange, partial(self._job.take, frame))
                return
            kind, body = self._job.take(frame)
            if kind == DATA:
                self._exchange.pieces.append(body)
            elif kind == HEAD and self._job.head is not None and not self._job.head["complete"]:
                self._leave()
                self._front.hand_over(self._exchange)
                return

    def _leave(self) -> None:
        """Take the socket out of the loop, once: its number may be another one's soon."""
        if self._left:
            return
        self._left = True
        self._front.sockets.pop(self._descriptor, None)
