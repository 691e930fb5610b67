"""The way to the services that queries may ask: the engine asks this relay, and the relay asks the service.

The engine would resolve names by itself, and a name may lead to another address each time it is asked for
(DNS rebinding). The relay resolves a name once, connects to the very address that it has judged, and
follows no redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import secrets
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, Final
from urllib.parse import urlsplit

_HEADERS: Final = ("Content-Type", "Accept")
_LONGEST: Final = 1 << 24
_PIECE: Final = 1 << 16


class Relay:
    """A server on the loopback interface that only evaluators know how to ask.

    A service is its address, or the name that queries give it and its address with a blank between them.
    """

    def __init__(self, services: tuple[str, ...], timeout: float) -> None:
        self._secret = secrets.token_urlsafe(16)
        paths = {f"/{self._secret}/{n}": service.split()[-1] for n, service in enumerate(services)}
        handler = type("Bound", (_Handler,), {"paths": paths, "timeout": timeout})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        root = f"http://127.0.0.1:{self._server.server_port}"
        self.addresses = {
            service.split()[0]: root + path for service, path in zip(services, paths, strict=True)
        }
        self._thread = threading.Thread(target=self._server.serve_forever, name="relay", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Relay nothing more."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """One question of an evaluator, and the answer that the service gives."""

    protocol_version = "HTTP/1.1"
    paths: ClassVar[dict[str, str]]
    timeout: ClassVar[float]

    def do_POST(self) -> None:
        """Pass a query on."""
        service = self.paths.get(self.path)
        length = self.headers.get("Content-Length", "")
        if service is None or not length.isdigit() or int(length) > _LONGEST:
            self.send_error(404)
            return
        body = self.rfile.read(int(length))
        headers = {name: value for name in _HEADERS if (value := self.headers[name])}
        try:
            self._pass_on(ask(service, body, headers, self.timeout))
        except (OSError, http.client.HTTPException) as error:
            self.send_error(502, f"{service} cannot be asked", str(error))

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the log is for requests from outside."""

    def _pass_on(self, connection: http.client.HTTPConnection) -> None:
        try:
            answer = connection.getresponse()
            # A redirect would lead where nobody has looked.
            self.send_response(answer.status if answer.status < 300 or answer.status >= 400 else 502)
            self.send_header("Content-Type", answer.headers.get("Content-Type", ""))
            # In chunks: the engine takes a body that only the end of the connection ends for empty.
            self.send_header("Transfer-Encoding", "chunked")
            self.send_header("Connection", "close")
            self.end_headers()
            while piece := answer.read(_PIECE):
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        finally:
            connection.close()


def ask(service: str, body: bytes, headers: dict[str, str], timeout: float) -> http.client.HTTPConnection:
    """A connection on which the query was sent; OSError where the service must not or cannot be reached."""
    parts = urlsplit(service)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    sock = _connected(host, port, timeout)
    if parts.scheme == "https":
        sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    connection.sock = sock
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("POST", target, body, {**headers, "Accept-Encoding": "identity"})
    return connection


def _connected(host: str, port: int, timeout: float) -> socket.socket:
    """A socket connected to an address of the host that is permitted."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    permitted = [str(address[0]) for *_, address in found if permits(host, str(address[0]))]
    if not permitted:
        raise PermissionError(f"{host} leads to a private address; allow that address itself, if it is meant")
    return socket.create_connection((permitted[0], port), timeout)


def permits(host: str, address: str) -> bool:
    """Whether a host may be reached at an address: a public one, or one that the operator named."""
    return host in (address, "localhost") or ipaddress.ip_address(address).is_global
