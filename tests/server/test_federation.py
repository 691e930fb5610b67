"""SERVICE reaches the endpoints that the operator allows, and nothing else."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from flask.testing import FlaskClient

from kb.store import GRAPHS, RESULTS
from server.app import close, create_app
from server.processes import Generation, Origin
from server.relay import ask, permits
from server.settings import Settings
from server.wire import ERROR, HEAD, QUERY, pack
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
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
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


def test_a_service_may_be_reached_elsewhere_than_its_name_says(tmp_path: Path, far: str) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=(f"http://data.test/sparql {far}/copy",)))
    try:
        query = "SELECT ?x { SERVICE <http://data.test/sparql> { ?s ?p ?x } }"
        answer = app.test_client().get("/sparql", query_string={"query": query})
        assert (answer.json, Endpoint.calls) == (ROWS, ["/copy"])
    finally:
        close(app)


def test_a_service_that_is_down_is_a_bad_gateway(tmp_path: Path) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=("http://127.0.0.1:1/",)))
    try:
        client = app.test_client()
        query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
        failed = client.get("/sparql", query_string={"query": query})
        assert (failed.status_code, "http" in failed.json["detail"]) == (502, False)
        silent = client.get("/sparql", query_string={"query": query.replace("SERVICE", "SERVICE SILENT")})
        assert silent.status_code == 200
    finally:
        close(app)


@pytest.mark.parametrize("name", ["<FAR/sparql>", "far:sparql", "<sparql>", "\t<sparql>#\n"])
def test_a_service_may_be_named_in_any_way(tmp_path: Path, far: str, name: str) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, services=(f"{far}/sparql",)))
    try:
        name = name.replace("FAR", far)
        query = f"BASE <{far}/x> PREFIX far: <{far}/> SELECT ?x {{ SERVICE {name} {{ ?s ?p ?x }} }}"
        answer = app.test_client().get("/sparql", query_string={"query": query})
        assert (answer.json, Endpoint.calls) == (ROWS, ["/sparql"])
    finally:
        close(app)


HIDDEN = (
    "PREFIX f: <{far}/> ASK {{ SERVICEf:x {{ ?s ?p ?o }} }}",
    "PREFIX : <{far}/> ASK {{ SERVICE:x {{ ?s ?p ?o }} }}",
    "PREFIX SERVICEf: <urn:x> PREFIX f: <{far}/> ASK {{ SERVICEf:x {{ ?s ?p ?o }} }}",
    "PREFIX f: <{far}/> ASK {{ VALUES ?o {{ true }} SERVICESILENTf:x {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICESILENT<{far}> {{ ?s ?p ?o }} }}",
    "ASK {{ SELECT * {{ BIND(1 AS ?a) SERVICE SILENT<{far}> {{ ?s ?p ?o }} }} }}",
    "PREFIX b: <http://kb.test/id/b> ASK {{ ?a ?b b:.SERVICE<{far}> {{ ?s ?p ?o }} }}",
    "ASK {{ FILTER(1<2#>'''\n) SERVICE <{far}> {{ ?s ?p ?o }} #'''\n}}",
    'ASK {{ FILTER(1<2#>"""\n) SERVICE <{far}> {{ ?s ?p ?o }} #"""\n}}',
    "ASK {{ FILTER(1<'>') SERVICE <{far}> {{ ?s ?p ?o }} #'\n}}",
    "SELECT * {{ ?s ?p ?o FILTER(1 <2#> SERVICE\n) SERVICE SILENT <{far}> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE SILENT <urn:x> {{ SERVICE SILENT <urn:y> {{}} }} SERVICE SILENT <{far}> {{}} }}",
)
"""The engine takes each of these for a call to {far}."""


@pytest.fixture(scope="module")
def reaching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A service that the kernel does not shut off, since it may call one other."""
    directory = make(tmp_path_factory.mktemp("reaching"))
    app = create_app(Settings(directory, workers=1, services=("http://127.0.0.1:1/",)))
    yield app.test_client()
    close(app)


@pytest.mark.parametrize("query", HIDDEN)
def test_no_hidden_service_is_called(reaching: FlaskClient, far: str, query: str) -> None:
    answer = reaching.get("/sparql", query_string={"query": query.format(far=far)})
    assert (answer.status_code in (200, 400, 403), Endpoint.calls) == (True, [])


@pytest.mark.skipif(sys.platform != "linux", reason="other kernels cannot do it")
def test_a_process_that_is_shut_off_calls_nobody(far: str) -> None:
    port = far.rpartition(":")[2]
    program = (
        "import socket, sys; from server.confinement import shut_off\n"
        "done = shut_off(); socket.socketpair()\n"
        f"try: socket.create_connection(('127.0.0.1', {port}))\n"
        "except PermissionError: sys.exit(0 if done else 1)"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_evaluators_are_shut_off_unless_a_service_is_allowed(far: str, tmp_path: Path) -> None:
    def asked(reach: bool) -> bytes:
        generation = Generation.load(Origin(make(tmp_path), "memory", None, reach))
        worker = generation.fork()
        try:
            query = {
                "op": "query",
                "text": f"ASK {{ SERVICE <{far}> {{ ?s ?p ?x }} }}",
                "timeout": 5,
                "coding": "",
            }
            unused = dict.fromkeys(("base", "default", "named", "rows", "bytes"))
            kinds = {"results": RESULTS[0].media_type, "graphs": GRAPHS[0].media_type}
            worker.wire.send((QUERY, pack(**query, **unused, **kinds)))
            return worker.wire.receive()[0]
        finally:
            worker.end()
            generation.close()

    assert (asked(False), Endpoint.calls) == (ERROR, [])
    assert (asked(True), Endpoint.calls) == (HEAD, ["/"])


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
