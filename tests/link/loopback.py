"""A server on the loopback interface that answers what a test tells it to, and keeps what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Answer = tuple[int, dict[str, str], str]


@dataclass
class Loopback:
    """Where the server listens, and the parameters of each request so far."""

    url: str
    asked: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(answer: Callable[[dict[str, str]], Answer | Any]) -> Iterator[Loopback]:
    """Serve `answer(parameters)`: JSON, or status, headers and body."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _reply(self, query: str) -> None:
            parameters = {name: values[0] for name, values in parse_qs(query).items()}
            seen.append(parameters)
            found = answer(parameters)
            status, headers, body = found if isinstance(found, tuple) else (200, {}, json.dumps(found))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body.encode())), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Loopback(f"http://127.0.0.1:{server.server_address[1]}/api", seen)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
