"""The pieces of an answer given in waitress's own loop: request, task, and the query between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError, TransferEncodingNotImplemented
from waitress.receiver import ChunkedReceiver, FixedStreamReceiver
from waitress.task import WSGITask
from waitress.utilities import Error, RequestHeaderFieldsTooLarge, build_http_date
from werkzeug.http import HTTP_STATUS_CODES

from server.access import longest_body
from server.app import EVERYWHERE
from server.job import Job
from server.problems import Problem
from server.protocol import Request
from server.query import Asker
from server.service import Prepared
from server.settings import Settings

# Reading a longer query would keep the loop from others.
SHORT = 1 << 14

# Longer headers are seldom sent again.
_REPEATED: Final = 1 << 11

Http = tuple[int, list[tuple[str, str]], "bytes | Iterator[bytes]"]


class Refusal(Error):  # type: ignore[misc]
    """A problem that was found before the request had come to its end."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self._problem = problem

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Status line, headers and body, as waitress writes them."""
        status, headers, body = self._problem.http()
        return f"{status} {HTTP_STATUS_CODES.get(status, '')}", [*headers, *EVERYWHERE], body


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request, and how to answer it where that is known already; `settings` say how long it may be."""

    settings: Settings
    error: object = None
    outcome: Callable[[], Http] | None = None

    def received(self, data: bytes) -> int:
        """Take a piece; refuse a body that is too long as soon as its length is known."""
        taken: int = super().received(data)
        if self.error is not None and not isinstance(self.error, Refusal):
            self.error = Refusal(self._problem(self.error))
        size = max(self.content_length, self.body_bytes_received)
        if size <= self.settings.max_query or self.error is not None:
            return taken
        longest = longest_body(self.settings, self.path, self.headers.get("AUTHORIZATION", ""))
        if size > longest:
            self.error = Refusal(
                Problem(413, "Request too large", f"a request may send {longest} bytes here")
            )
            self.completed = True
            # Else waitress would ask for the body.
            self.expect_continue = False
        return taken

    def parse_header(self, header_plus: bytes) -> None:
        """Read the header. Clients send the same again and again: what was read of it before is copied."""
        known = _read(header_plus, self.adj) if len(header_plus) <= _REPEATED else None
        if known is None:
            super().parse_header(header_plus)
            return
        self.__dict__.update(known, headers=dict(known["headers"]))
        if self.chunked:
            self.body_rcv = ChunkedReceiver(OverflowableBuffer(self.adj.inbuf_overflow))
        elif self.content_length > 0:
            self.body_rcv = FixedStreamReceiver(
                self.content_length, OverflowableBuffer(self.adj.inbuf_overflow)
            )

    def _problem(self, error: Error) -> Problem:
        """What the framework found wrong."""
        if isinstance(error, RequestHeaderFieldsTooLarge) and b"\n" not in self.header_plus.lstrip():
            return Problem(414, "URI too long", "the address is too long; send the query by POST")
        return Problem(error.code, error.reason, error.body or error.reason)


@lru_cache(maxsize=256)
def _read(header: bytes, adjustments: Adjustments) -> dict[str, Any] | None:
    """What waitress reads in a header; None if that is wrong."""
    parser = HTTPRequestParser(adjustments)
    try:
        parser.parse_header(header)
    except (ParsingError, TransferEncodingNotImplemented):
        return None
    read: dict[str, Any] = parser.__dict__
    return read


class Task(WSGITask):  # type: ignore[misc]
    """Writes a known answer, or asks the application."""

    def execute(self) -> None:
        """Answer the request."""
        if self.request.outcome is None:
            super().execute()
            return
        try:
            status, headers, body = self.request.outcome()
        except Problem as problem:
            status, headers, body = problem.http()
        self.status = f"{status} {HTTP_STATUS_CODES.get(status, '')}"
        self.response_headers = [*headers, *EVERYWHERE]
        self.complete = True
        if isinstance(body, bytes):
            self.content_length = len(body)
            # Header and body in one piece: one system call, one packet.
            self.channel.write_soon(self._head() + (body if self.has_body else b""))
            self.wrote_header = True
            return
        for chunk in body:
            self.write(chunk)

    def _head(self) -> bytes:
        """The header of a whole answer: as waitress makes it, but sooner where nothing is special."""
        connection = self.request.headers.get("CONNECTION", "keep-alive").lower()
        if self.version != "1.1" or connection != "keep-alive" or not self.has_body:
            head: bytes = self.build_response_header()
            return head
        lines = [f"{name}: {value}\r\n" for name, value in self.response_headers]
        ident, date = self.channel.server.adj.ident, _date(int(self.start_time))
        last = f"Content-Length: {self.content_length}\r\nDate: {date}\r\nServer: {ident}\r\n\r\n"
        return f"HTTP/1.1 {self.status}\r\n{''.join(lines)}{last}".encode("latin-1")


_date = lru_cache(maxsize=1)(build_http_date)


@dataclass(eq=False, slots=True)
class Exchange:
    """A query in the loop: its connection, its job, and what has come of the answer."""

    channel: HTTPChannel
    prepared: Prepared
    if_none_match: str
    job: Job | None = None
    entering: bool = False
    turned: bool = False
    pieces: list[bytes] = field(default_factory=list)


def eligible(parser: Parser) -> bool:
    """Whether this is a short query."""
    if parser.error or parser.path != "/sparql":
        return False
    if len(parser.query) > SHORT or parser.header_bytes_received > 2 * SHORT:
        return False
    if parser.command == "POST":
        return 0 < parser.content_length <= SHORT and not parser.chunked
    return bool(parser.command == "GET" and "query=" in parser.query)


def protocol_request(parser: Parser, hops: int) -> Request:
    """What the protocol reads of a request; `hops` proxies before it are trusted."""
    return Request(
        method=parser.command,
        query_string=parser.query,
        header=lambda name: str(parser.headers.get(name.upper().replace("-", "_"), "")),
        length=parser.content_length,
        body=lambda: bytes(parser.get_body_stream().read()),
        address=_origin(parser, hops) + "/sparql",
    )


def asker(channel: HTTPChannel, parser: Parser, hops: int) -> Asker:
    """Who sent the request."""
    return Asker(client(channel, parser, hops), lambda: not channel.connected)


def client(channel: HTTPChannel, parser: Parser, hops: int) -> str:
    """The address that the request came from."""
    return _forwarded(parser, "X_FORWARDED_FOR", hops) or str(channel.addr[0])


def _forwarded(parser: Parser, name: str, hops: int) -> str:
    """What the last trusted proxy says, "" if there is none."""
    values = [value.strip() for value in parser.headers.get(name, "").split(",")]
    return values[-hops] if 0 < hops <= len(values) else ""


def _origin(parser: Parser, hops: int) -> str:
    scheme = _forwarded(parser, "X_FORWARDED_PROTO", hops) or "http"
    host = _forwarded(parser, "X_FORWARDED_HOST", hops) or parser.headers.get("HOST", "localhost")
    return f"{scheme}://{host}{_forwarded(parser, 'X_FORWARDED_PREFIX', hops)}"
