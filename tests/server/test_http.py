"""The service as a process, over real connections: what a framework's test client cannot show."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError

from kb.errors import KbError
from server.exchange import Parser
from server.run import serve
from tests.server.conftest import make
from tests.server.process import started, tree
from tests.server.test_limits import ENDLESS, RUNAWAY, TEN, wait_until

Service = tuple[subprocess.Popen[str], str]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with started(make(tmp_path_factory.mktemp("http")), workers=2, timeout=3.0, trusted_proxies=1) as running:
        yield running


def connect(service: Service, timeout: float = 20) -> http.client.HTTPConnection:
    address = urlsplit(service[1])
    assert address.hostname is not None
    return http.client.HTTPConnection(address.hostname, address.port, timeout=timeout)


def ask(service: Service, query: str, headers: dict[str, str] | None = None, **fields: Any) -> Any:
    """One query by GET; the answer with its body as `data`."""
    connection = connect(service)
    try:
        connection.request("GET", "/sparql?" + urlencode({"query": query, **fields}), headers=headers or {})
        answer: Any = connection.getresponse()
        answer.data = answer.read()
        return answer
    finally:
        connection.close()


def raw(service: Service, *pieces: bytes, half_close: bool = False) -> bytes:
    """What comes back for bytes as they are."""
    address = urlsplit(service[1])
    with socket.create_connection((address.hostname, address.port), timeout=20) as sock:
        for piece in pieces:
            sock.sendall(piece)
        if half_close:
            sock.shutdown(socket.SHUT_WR)
        received = b""
        try:
            while piece := sock.recv(65536):
                received += piece
        except ConnectionError:
            pass
        return received


def test_many_queries_share_a_connection(service: Service) -> None:
    connection = connect(service)
    for number in range(50):
        query = urlencode({"query": f"SELECT ({number} AS ?n) {{}}"})
        connection.request("POST", "/sparql", query, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        assert not answer.will_close
        body = json.loads(answer.read())
        assert body["results"]["bindings"][0]["n"]["value"] == str(number)
    connection.close()


def test_pipelined_queries_are_answered_in_order(service: Service) -> None:
    requests = [
        f"GET /sparql?query={quote(f'SELECT ({n} AS ?n) {{}}')} HTTP/1.1\r\nHost: x\r\n" for n in range(5)
    ]
    last = requests.pop() + "Connection: close\r\n\r\n"
    received = raw(service, ("\r\n".join([*requests, ""]) + last).encode())
    values = [
        json.loads(part.split(b"HTTP/1.1")[0])["results"]["bindings"][0]["n"]["value"]
        for part in received.split(b"\r\n\r\n")[1:]
    ]
    assert values == ["0", "1", "2", "3", "4"]


def test_the_quick_way_and_the_framework_s_give_the_same_answer(service: Service) -> None:
    quick = ask(service, TEN)
    slow = ask(service, TEN + " " * 20_000)
    assert (quick.status, quick.data) == (slow.status, slow.data)
    headers = [
        sorted((name.lower(), value) for name, value in answer.getheaders() if name != "Date")
        for answer in (quick, slow)
    ]
    assert headers[0] == headers[1]


@pytest.mark.parametrize(
    "query", ["SELEC", "SELECT ?x { ?x a foo:b }", "ASK { SERVICE <http://127.0.0.1/> {} }"]
)
def test_problems_are_the_same_both_ways(service: Service, query: str) -> None:
    quick, slow = ask(service, query), ask(service, query + " " * 20_000)
    assert (quick.status, json.loads(quick.data)["title"]) == (slow.status, json.loads(slow.data)["title"])
    assert quick.headers["Content-Type"] == "application/problem+json"


def test_a_long_answer_is_streamed_whole(service: Service) -> None:
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(50)))} }}" for n in range(3))
    answer = ask(service, f"SELECT * {{ {values} }}", {"Accept": "text/csv"})
    assert (answer.status, answer.headers["Transfer-Encoding"]) == (200, "chunked")
    assert answer.data.count(b"\r\n") == 125_001
    packed = ask(service, f"SELECT * {{ {values} }}", {"Accept": "text/csv", "Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.data) == answer.data


def test_a_stream_cut_at_its_deadline_is_seen_to_be_incomplete(service: Service) -> None:
    with pytest.raises(http.client.IncompleteRead):
        ask(service, ENDLESS, timeout=1)


def test_runaways_in_the_loop_are_ended_and_leave_it_free(service: Service) -> None:
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda: statuses.append(ask(service, RUNAWAY).status)) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    times = []
    for number in range(10):
        began = time.monotonic()
        assert ask(service, f"SELECT ({number} AS ?n) {{}}").status == 200
        times.append(time.monotonic() - began)
    for thread in threads:
        thread.join()
    assert statuses == [503] * 6
    assert sorted(times)[7] < 1


@pytest.mark.parametrize("query", [RUNAWAY, ENDLESS])
def test_a_client_that_leaves_frees_its_evaluator_within_a_second(service: Service, query: str) -> None:
    connection = connect(service)
    connection.request("GET", "/sparql?" + urlencode({"query": query}))
    time.sleep(0.3)
    assert running(service) == 1
    assert connection.sock is not None
    connection.sock.close()
    connection.close()
    time.sleep(1)
    assert running(service) == 0


def running(service: Service) -> int:
    connection = connect(service)
    connection.request("GET", "/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    connection.close()
    return sum(int(line.split()[1]) for line in lines if line.startswith("kb_queries_"))


@pytest.mark.parametrize(
    ("pieces", "starts"),
    [
        ((b"nonsense\r\n\r\n",), b"HTTP/1.0 400"),
        ((b"GET /sparql HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 300_000 + b"\r\n\r\n",), b"HTTP/1.0 431"),
        ((b"GET /sparql?query=" + b"a" * 300_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",), b"HTTP/1.0 414"),
        ((b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n",), b"HTTP/1.1 413"),
        ((b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",), b"HTTP/1.1 400"),
        (
            (b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"zz\r\n"),
            b"HTTP/1.1 400",
        ),
        ((b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",), b"HTTP/1.1 501"),
        ((b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",), b"HTTP/1.1 404"),
        (
            (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",),
            b"HTTP/1.1 404",
        ),
        ((b"TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",), b"HTTP/1.1 405"),
    ],
)
def test_broken_http_is_answered_and_closed(
    service: Service, pieces: tuple[bytes, ...], starts: bytes
) -> None:
    head, _, body = raw(service, *pieces).partition(b"\r\n\r\n")
    assert head.startswith(starts) and b"application/problem+json" in head
    assert json.loads(body)["status"] == int(starts[-3:])
    assert ask(service, TEN).status == 200


@pytest.mark.parametrize(
    "piece", [b"", b"GET /sparql HT", b"POST /sparql HTTP/1.1\r\nContent-Length: 9\r\n\r\nq"]
)
def test_a_connection_closed_in_the_middle_of_a_request_harms_nobody(service: Service, piece: bytes) -> None:
    assert raw(service, piece, half_close=True) == b""
    assert ask(service, TEN).status == 200


def test_a_long_header_keeps_nobody_else_waiting(service: Service) -> None:
    """It is read in a thread, not in the loop."""
    accept = "text/csv," + ",".join(f"a/b{n}" for n in range(20_000)) + ",text/html"
    answer = ask(service, TEN, {"Accept": accept})
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")


def test_one_address_cannot_take_all_connections(tmp_path: Path) -> None:
    with started(make(tmp_path), workers=1) as (process, base):
        address = urlsplit(base)
        with ExitStack() as held:
            for _ in range(260):
                sock = socket.create_connection((address.hostname, address.port), 20, ("127.0.0.9", 0))
                held.enter_context(sock)
            with suppress(ConnectionError):
                sock.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                assert sock.recv(1) == b""
            assert ask((process, base), TEN).status == 200

        def served() -> bool:
            with socket.create_connection((address.hostname, address.port), 20, ("127.0.0.9", 0)) as sock:
                sock.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                with suppress(ConnectionError):
                    return sock.recv(12) == b"HTTP/1.1 200"
            return False

        # The service may hear of a new connection before it hears of those that were closed.
        assert wait_until(served)


def test_a_chunked_request_is_understood(service: Service) -> None:
    body = urlencode({"query": TEN}).encode()
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(body[i : i + 7]), body[i : i + 7]) for i in range(0, len(body), 7)
    )
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    received = raw(service, head + kind + chunks + b"0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 200") and b'"value":"10"' in received


def test_forwarded_headers_count_where_a_proxy_is_trusted(service: Service) -> None:
    headers = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "kb.example",
        "X-Forwarded-For": "evil, 192.0.2.1",
    }
    for padding in ("", " " * 20_000):
        answer = ask(service, "SELECT (<x> AS ?n) {}" + padding, headers)
        assert json.loads(answer.data)["results"]["bindings"][0]["n"]["value"] == "https://kb.example/x"


def test_a_stop_lets_running_queries_finish_and_leaves_no_process(tmp_path: Path) -> None:
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(4))
    with started(make(tmp_path), workers=2) as (process, base):
        found: list[int] = []
        query = f"SELECT (COUNT(*) AS ?n) {{ {values} }}"
        thread = threading.Thread(target=lambda: found.append(ask((process, base), query).status))
        thread.start()
        time.sleep(0.3)
        family = tree(process.pid)
        assert len(family) >= 4
        process.send_signal(signal.SIGTERM)
        thread.join()
        assert process.wait(10) == 0
        assert found == [200]
        assert all(vanished(pid) for pid in family)


def test_a_service_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    with started(make(tmp_path), workers=2) as (process, base):

        def disappointed() -> None:
            with pytest.raises(OSError):
                ask((process, base), RUNAWAY)

        thread = threading.Thread(target=disappointed)
        thread.start()
        time.sleep(0.3)
        family = tree(process.pid)
        process.kill()
        process.wait()
        thread.join()
        assert all(vanished(pid) for pid in family)


def test_a_keeper_that_is_killed_is_replaced(tmp_path: Path) -> None:
    with started(make(tmp_path), workers=2) as (process, base):
        keeper = next(pid for pid, parent in parents(process.pid).items() if parent == process.pid)
        os.kill(keeper, signal.SIGKILL)
        time.sleep(0.5)
        until = time.monotonic() + 20
        statuses = [503]
        while statuses[-1] != 200 and time.monotonic() < until:
            statuses.append(ask((process, base), f"SELECT ({len(statuses)} AS ?n) {{}}").status)
        assert set(statuses) == {200, 503}
        assert ask((process, base), "SELECT (0 AS ?n) {}").status == 200


def parents(pid: int) -> dict[int, int]:
    """The processes below one, each with its parent."""
    lines = {child: Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split() for child in tree(pid)}
    return {child: int(fields[1]) for child, fields in lines.items()}


def vanished(pid: int) -> bool:
    """Whether a process is gone within two seconds (a zombie waiting for init counts)."""
    for _ in range(40):
        try:
            os.kill(pid, 0)
            if "State:\tZ" in Path(f"/proc/{pid}/status").read_text(encoding="ascii"):
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_a_port_in_use_is_reported_before_anything_is_loaded(service: Service, tmp_path: Path) -> None:
    port = urlsplit(service[1]).port
    with pytest.raises(KbError, match=f"127.0.0.1:{port} cannot be listened on"):
        serve(tmp_path, port=port or 0)


def test_updates_without_tokens_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KbError, match="--token-file"):
        serve(tmp_path, update=True)


@pytest.mark.parametrize(
    ("path", "token", "size", "expect", "status"),
    [
        ("/sparql", b"both", 4_000_000, b"", b"HTTP/1.1 413"),
        ("/sparql", b"both", 4_000_000, b"Expect: 100-continue\r\n", b"HTTP/1.1 413"),
        ("/update", b"both", 4_000_000, b"", b"HTTP/1.1 413"),
        ("/graph-store?default", b"wrong", 4_000_000, b"", b"HTTP/1.1 413"),
        ("/graph-store?default", b"both", 4_000_000, b"Expect: 100-continue\r\n", b"HTTP/1.1 100"),
        ("/graph-store?default", b"both", 400_000_000, b"", b"HTTP/1.1 413"),
    ],
)
def test_a_body_that_is_too_long_is_refused_before_it_is_read(
    tmp_path: Path, path: str, token: bytes, size: int, expect: bytes, status: bytes
) -> None:
    (tmp_path / "tokens").write_text("both update graph-store\n")
    head = b"POST %b HTTP/1.1\r\nHost: x\r\nContent-Type: text/turtle\r\nContent-Length: %d\r\n%b" % (
        path.encode(),
        size,
        expect,
    )
    with started(make(tmp_path / "kb"), update=True, token_file=str(tmp_path / "tokens")) as running:
        head += b"Authorization: Bearer %b\r\n\r\n" % token
        assert raw(running, head, half_close=b"100" in status).startswith(status)


@pytest.mark.parametrize(
    "head",
    [
        b"GET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept: a/b\r\nAccept: c/d",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue",
        b"GET / HTTP/1.0\r\nConnection: keep-alive",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + b"y" * 3000,
    ],
)
def test_a_header_that_comes_again_is_read_as_the_first_time(head: bytes) -> None:
    adjustments, read = Adjustments(), []
    for kind in (HTTPRequestParser, Parser, Parser):
        parser = kind(adjustments)
        parser.parse_header(head)
        body = parser.__dict__.pop("body_rcv", None)
        read.append((dict(parser.__dict__), dict(parser.headers), type(body), getattr(body, "cl", None)))
        # What is done to one request is nothing to the next.
        parser.headers["X_CHANGED"] = "yes"
    assert read[0] == read[1] == read[2]


@pytest.mark.parametrize("head", [b"GET / HTTP/1.1\r\nno colon", b"GET / HTTP/1.1\r\nContent-Length: x"])
def test_a_header_that_is_wrong_is_wrong_each_time(head: bytes) -> None:
    for _ in range(2):
        with pytest.raises(ParsingError):
            Parser(Adjustments()).parse_header(head)
