"""Connections whose clients can hold nothing: neither by reading or writing slowly, nor by their number."""

from __future__ import annotations

import socket
import time
from collections import Counter
from typing import Any, Final

from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.server import TcpWSGIServer

from server.exchange import Parser, Task
from server.front import Front

# How long one response may wait, in all, for a client that does not read it.
_PATIENCE: Final = 30.0
# How long a client may take to send one request, and how many bytes a second it must send after that.
_SENDING: Final = 30.0
_RATE: Final = 10_000


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose client cannot hold a thread by reading slowly, nor itself by writing slowly."""

    parser_class = Parser
    task_class = Task
    front: Front
    waited = 0.0
    request_began: float | None = None
    request_bytes = 0
    held: Counter[str]
    most: int
    counted = False

    def __init__(
        self, server: TcpWSGIServer, sock: socket.socket, addr: tuple[Any, ...], *rest: Any, **more: Any
    ):
        super().__init__(server, sock, addr, *rest, **more)
        self.counted = True
        self.held[addr[0]] += 1
        self.will_close = self.held[addr[0]] > self.most

    def handle_close(self) -> None:
        """Close, and let the address have another connection."""
        super().handle_close()
        if self.counted:
            self.counted = False
            self.held[self.addr[0]] -= 1
            if not self.held[self.addr[0]]:
                del self.held[self.addr[0]]

    def _flush_outbufs_below_high_watermark(self) -> None:
        """As waitress does it, but not for ever."""
        if self.total_outbufs_len <= self.adj.outbuf_high_watermark:
            return
        with self.outbuf_lock:
            while self.connected and self.total_outbufs_len > self.adj.outbuf_high_watermark:
                began = time.monotonic()
                self.server.pull_trigger()
                self.outbuf_lock.wait(1.0)
                self.waited += time.monotonic() - began
                if self.waited > _PATIENCE:
                    self.will_close = True
                    self.server.pull_trigger()
                    raise ClientDisconnected

    def service(self) -> None:
        """Serve one request; its patience begins anew."""
        self.waited = 0.0
        super().service()

    def received(self, data: bytes) -> bool:
        """Take a piece of a request; one that trickles in for too long is dropped."""
        now = time.monotonic()
        if self.request is None or self.request_began is None:
            self.request_began, self.request_bytes = now, 0
        self.request_bytes += len(data)
        late = now - self.request_began - _SENDING
        if late > 0 and self.request_bytes < late * _RATE:
            self.will_close = True
            return False
        taken = bool(super().received(data))
        self.front.drain()
        return taken
