"""SERVICE reaches the endpoints that the operator allows, and nothing else."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from server.app import close, create_app
from server.relay import ask, permits
from server.settings import Settings
from tests.server.conftest import make

ROWS = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "far"}}]}}


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint with one answer; /redirect leads there."""

    calls: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.calls.append(self.path)
        body = json.dumps(ROWS).encode()
        self.send_response(302 if self.path == "/redirect" else 200)
        self.send_header("Location", "/trap")
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, format: str, *arguments: Any) -> None:
        """Stay quiet."""


@pytest.fixture
def far() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Endpoint.calls.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "calls"),
    [
        ("/sparql", 200, ["/sparql"]),
        ("/redirect", 502, ["/redirect"]),
        ("/sparql?x", 403, []),
        ("/", 403, []),
    ],
)
def test_only_what_is_allowed_is_called(
    tmp_path: Path, far: str, path: str, status: int, calls: list[str]
) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=(f"{far}/sparql", f"{far}/redirect")))
    try:
        query = f"SELECT ?x {{ SERVICE <{far}{path}> {{ ?s ?p ?x }} }}"
        answer = app.test_client().get("/sparql", query_string={"query": query})
        assert (answer.status_code, Endpoint.calls) == (status, calls)
        assert status != 200 or answer.json == ROWS
    finally:
        close(app)


def test_a_service_that_is_down_is_a_bad_gateway(tmp_path: Path) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=("http://127.0.0.1:1/",)))
    try:
        client = app.test_client()
        query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
        assert client.get("/sparql", query_string={"query": query}).status_code == 502
        silent = client.get("/sparql", query_string={"query": query.replace("SERVICE", "SERVICE SILENT")})
        assert silent.status_code == 200
    finally:
        close(app)


@pytest.mark.parametrize(
    ("host", "address", "permitted"),
    [
        ("example.org", "93.184.215.14", True),
        ("example.org", "127.0.0.1", False),
        ("example.org", "10.1.2.3", False),
        ("example.org", "169.254.169.254", False),
        ("example.org", "::1", False),
        ("example.org", "fd00::1", False),
        ("example.org", "::ffff:127.0.0.1", False),
        ("example.org", "0.0.0.0", False),
        ("127.0.0.1", "127.0.0.1", True),
        ("localhost", "127.0.0.1", True),
        ("10.1.2.3", "10.1.2.3", True),
    ],
)
def test_a_name_may_not_lead_to_a_private_address(host: str, address: str, permitted: bool) -> None:
    assert permits(host, address) == permitted


def test_a_name_is_resolved_once_and_what_was_judged_is_called(
    far: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere when it is asked for again."""
    port = int(far.rpartition(":")[2])
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]]
    monkeypatch.setattr("server.relay.permits", lambda host, address: True)
    real = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **options: Any) -> Any:
        return answers.pop() if host == "rebinding.test" else real(host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    connection = ask(f"http://rebinding.test:{port}/sparql", b"", {}, 5)
    assert (connection.getresponse().status, Endpoint.calls, answers) == (200, ["/sparql"], [])
    connection.close()


def test_a_name_that_leads_inside_is_not_called(far: str, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(far.rpartition(":")[2])))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *rest, **options: inside)
    with pytest.raises(PermissionError, match="private address"):
        ask("http://rebinding.test/sparql", b"", {}, 5)
    assert Endpoint.calls == []


def test_answers_of_others_are_not_kept(tmp_path: Path, far: str) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=(f"{far}/sparql",)))
    try:
        query = f"SELECT ?x {{ SERVICE <{far}/sparql> {{ ?s ?p ?x }} }}"
        answers = [app.test_client().get("/sparql", query_string={"query": query}).json for _ in range(2)]
        assert (answers, Endpoint.calls) == ([ROWS, ROWS], ["/sparql", "/sparql"])
    finally:
        close(app)
