"""Attack a service while a polite client uses it: `python -m tests.benchmarks.attack [DIR] [--seconds N]`.

Hostile clients, each with an address of its own in 127.0.0.0/8, do everything that is known to stop SPARQL
endpoints. Beside them a polite client asks small queries, and checks every answer. Prints what came of it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import random
import re
import signal
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing.queues import Queue
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from tests.server.process import started, tree

NUMBERS = " ".join(map(str, range(100)))
CROSS = " ".join(f"VALUES ?v{n} {{ {NUMBERS} }}" for n in range(6))
JSON = {"Accept": "application/sparql-results+json"}
POST = b"POST /sparql HTTP/1.1\r\nHost: x\r\n"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to attack, from which address, and a trap that must never be called."""

    host: str
    port: int
    source: str
    trap: str
    patience: float = 40

    def connection(self) -> http.client.HTTPConnection:
        """A new connection from the attacker's address."""
        return http.client.HTTPConnection(
            self.host, self.port, timeout=self.patience, source_address=(self.source, 0)
        )

    def socket(self) -> socket.socket:
        """A new bare connection from the attacker's address."""
        return socket.create_connection((self.host, self.port), self.patience, (self.source, 0))

    def ask(
        self, method: str, path: str, body: str | bytes | None = None, headers: dict[str, str] | None = None
    ) -> int:
        """The status of one request."""
        connection = self.connection()
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            while answer.read(1 << 20):
                pass
            return answer.status
        finally:
            connection.close()

    def query(self, text: str) -> int:
        """The status of one query."""
        return self.ask("POST", "/sparql", urlencode({"query": text}), FORM | JSON)

    def raw(self, *pieces: bytes, pause: float = 0.0, leave: bool = False) -> int:
        """The status after bytes as they are; 0 for none."""
        with self.socket() as sock:
            for piece in pieces:
                sock.sendall(piece)
                time.sleep(pause)
            if leave:
                sock.shutdown(socket.SHUT_WR)
            found = re.match(rb"HTTP/1\.\d (\d+)", sock.recv(1 << 16))
            return int(found[1]) if found else 0


def runaway(target: Target) -> int:
    """A product of six lists."""
    return target.query(f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER({random.random()} > 0) }}")


def runaway_join(target: Target) -> int:
    """All triples with all triples with all triples."""
    return target.query(
        f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER({random.random()} > 0) }}"
    )


def paths(target: Target) -> int:
    """Closures from everywhere to everywhere."""
    return target.query(
        f"SELECT (COUNT(*) AS ?n) {{ ?a (!<x:>|^!<x:>)* ?b . ?b (!<x:{random.random()}>)+ ?c }}"
    )


def regex_bomb(target: Target) -> int:
    """Patterns that make backtracking engines hang."""
    text = "a" * 5000
    pattern = random.choice(["(a+)+$", "(a|a)*b", "(.*)*x", "a{1000}{1000}", "(a?){500}a{500}"])
    return target.query(f'ASK {{ VALUES ?x {{ "{text}" }} {CROSS} FILTER(REGEX(?x, "{pattern}!")) }}')


def memory_bomb(target: Target) -> int:
    """A text that doubles and doubles."""
    doubling = " ".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1})" for n in range(40))
    return target.query(f'SELECT (STRLEN(?t40) AS ?n) {{ BIND("{random.random()}" AS ?t0) {doubling} }}')


def sort_bomb(target: Target) -> int:
    """A million rows to be sorted and joined into one text."""
    return target.query(f"SELECT (GROUP_CONCAT(?v0) AS ?x) {{ {CROSS[:1300]} }} }} ORDER BY RAND()")


def huge_query(target: Target) -> int:
    """A hundred megabytes."""
    head = POST + b"Content-Type: application/sparql-query\r\nContent-Length: 100000000\r\n\r\n"
    return target.raw(head, b"ASK {" + b" " * 65536)


def huge_chunks(target: Target) -> int:
    """As much as is taken, in chunks, without saying how much it will be."""
    head = POST + b"Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
    return target.raw(head, *[b"10000\r\n" + b" " * 65536 + b"\r\n"] * 100, b"0\r\n\r\n")


def deep(target: Target) -> int:
    """Brackets in brackets, and chains of operators."""
    depth = random.randrange(90, 30_000)
    text = random.choice(
        ["ASK {" + "{" * depth + "}" * depth + "}", "SELECT (" + "+".join(["1"] * depth) + " AS ?x) {}"]
    )
    return target.query(text)


def wordy(target: Target) -> int:
    """A long query of as many words as it can have, with a forbidden one at the end."""
    return target.query("ASK {" + random.choice(["1+", "a:b ", "() "]) * 60_000 + "SERVICE<x:>{}}")


def long_headers(target: Target) -> int:
    """A list of formats as long as headers may be."""
    accept = ",".join(f"a/b;q=0.{n}" for n in range(15_000))
    return target.ask("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": accept})


def slow_reader(target: Target) -> int:
    """Asks for much and reads it byte by byte."""
    query = quote(f"SELECT * {{ {CROSS} }} #{random.random()}")
    with target.socket() as sock:
        sock.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        for _ in range(40):
            if not sock.recv(1):
                return 0
            time.sleep(0.25)
    return 200


def slow_writer(target: Target) -> int:
    """Sends a request byte by byte."""
    text = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 20 + b"\r\n\r\n"
    return target.raw(*[text[n : n + 1] for n in range(len(text))], pause=0.1)


def broken_chunks(target: Target) -> int:
    """Chunks that are none."""
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    return target.raw(
        head, random.choice([b"xyz\r\n", b"-1\r\n", b"5\r\nab\r\n", b"fffffffffffffffff\r\n", b"\r\n" * 50])
    )


def half_closed(target: Target) -> int:
    """Leaves in the middle."""
    piece = random.choice(
        [b"", b"GET", b"GET / HTTP/1.1\r\nHost", b"POST /sparql HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"]
    )
    return target.raw(piece, leave=True)


def leaver(target: Target) -> int:
    """Asks for much work and leaves."""
    connection = target.connection()
    connection.request("POST", "/sparql", urlencode({"query": f"ASK {{ {CROSS} FILTER(?v0 > 1000) }}"}), FORM)
    time.sleep(0.2)
    connection.close()
    return 0


def header_flood(target: Target) -> int:
    """A megabyte of headers."""
    lines = b"".join(b"X-%d: %s\r\n" % (n, b"y" * 100) for n in range(10_000))
    return target.raw(b"GET / HTTP/1.1\r\nHost: x\r\n" + lines + b"\r\n")


def idle(target: Target) -> int:
    """Opens connections and says nothing."""
    socks = [target.socket() for _ in range(20)]
    time.sleep(3)
    for sock in socks:
        sock.close()
    return 0


def forgery(target: Target) -> int:
    """Makes the server call others."""
    bait = f"{target.trap}{random.random()}"
    tries: list[Callable[[], int]] = [
        lambda: target.query(f"SELECT * {{ SERVICE <{bait}> {{ ?s ?p ?o }} }}"),
        lambda: target.query(f"SELECT * {{ SERVICE SILENT <{bait}> {{ ?s ?p ?o }} }}"),
        lambda: target.query(f"SELECT * {{ VALUES ?g {{ <{bait}> }} SERVICE ?g {{ ?s ?p ?o }} }}"),
        lambda: target.query(f"PREFIX x: <{bait}> ASK {{ SERVICEx: {{ ?s ?p ?o }} }}"),
        lambda: target.query(f"ASK {{ FILTER(1<2#>'''\n) SERVICE<{bait}> {{ ?s ?p ?o }} #'''\n}}"),
        lambda: target.query(f"SELECT * FROM <{bait}> {{ ?s ?p ?o }}"),
        lambda: target.ask("POST", "/update", urlencode({"update": f"LOAD <{bait}>"}), FORM),
        lambda: target.ask("POST", "/update", urlencode({"update": f"LOAD SILENT <{bait}>"}), FORM | TOKEN),
        lambda: target.ask("GET", f"/sparql?query=ASK%7B%7D&default-graph-uri={quote(bait)}"),
        lambda: target.ask("GET", f"/graph-store?graph={quote(bait)}", None, TOKEN),
    ]
    return random.choice(tries)()


def path_tricks(target: Target) -> int:
    """Ways out of the served directory."""
    path = random.choice(
        [
            "/../../etc/passwd",
            "/download/..%2f..%2fetc%2fpasswd",
            "/download/%2e%2e/kb.nq",
            "//etc/passwd",
            "/%00",
        ]
    )
    return target.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())


def wrong_tokens(target: Target) -> int:
    """Writing without the right to."""
    token = random.choice(["", "Bearer", "Bearer x", "Basic eDp4", "Bearer " + "x" * 5000])
    path = random.choice(["/update", "/graph-store?default"])
    return target.ask("POST", path, "update=CLEAR%20ALL", FORM | {"Authorization": token})


TOKEN = {"Authorization": "Bearer polite"}
ATTACKS = (
    runaway,
    runaway_join,
    paths,
    regex_bomb,
    memory_bomb,
    sort_bomb,
    huge_query,
    huge_chunks,
    deep,
    wordy,
    long_headers,
    slow_reader,
    slow_writer,
    broken_chunks,
    half_closed,
    leaver,
    header_flood,
    idle,
    forgery,
    path_tricks,
    wrong_tokens,
)


@dataclass(slots=True)
class Outcome:
    """What came of an attack."""

    latencies: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    trapped: int = 0
    peak_kilobytes: int = 0
    left_over: int = 0
    stopped_with: int | None = None

    def p95(self) -> float:
        """Seconds within which 95 of 100 polite queries were answered."""
        return sorted(self.latencies)[int(0.95 * (len(self.latencies) - 1))]

    def faults(self) -> int:
        """Answers that blame the server: 5xx other than 501 and 503."""
        return sum(
            count
            for counts in self.statuses.values()
            for status, count in counts.items()
            if status.startswith("5") and status not in ("501", "503")
        )


def hostile(number: int, target: Target, until: float, seed: int, reports: Queue[Any]) -> None:
    """One process of attackers: a thread for each address."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    found: dict[str, Counter[str]] = {attack.__name__: Counter() for attack in ATTACKS}

    def rage(source: str) -> None:
        own = replace(target, source=source)
        while time.time() < until:
            attack = random.choice(ATTACKS)
            try:
                status = str(attack(own))
            except (OSError, http.client.HTTPException) as error:
                status = type(error).__name__
            found[attack.__name__][status] += 1

    random.seed(seed + number)
    threads = [threading.Thread(target=rage, args=(f"127.0.{number + 1}.{n + 1}",)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reports.put(found)


def polite(target: Target, until: float, outcome: Outcome) -> None:
    """Ask small queries, and check what comes back."""
    connection = target.connection()
    number = 0
    while time.time() < until:
        number += 1
        query = f"SELECT ({number} + 1 AS ?n) (COUNT(*) AS ?m) {{ VALUES ?x {{ 1 2 3 }} }}"
        began = time.perf_counter()
        try:
            connection.request("POST", "/sparql", urlencode({"query": query}), FORM | JSON)
            answer = connection.getresponse()
            body = answer.read()
            row = json.loads(body)["results"]["bindings"][0] if answer.status == 200 else {}
            values = (row.get("n", {}).get("value"), row.get("m", {}).get("value"))
            if values != (str(number + 1), "3"):
                outcome.wrong.append(f"{answer.status} {body[:200]!r}")
        except (OSError, http.client.HTTPException) as error:
            outcome.wrong.append(repr(error))
            connection.close()
        outcome.latencies.append(time.perf_counter() - began)
        time.sleep(0.1)
    connection.close()


class Trap(BaseHTTPRequestHandler):
    """A server that nobody may call."""

    calls = 0

    def do_GET(self) -> None:
        """Count."""
        type(self).calls += 1

    do_POST = do_GET


def attack(
    directory: Path, *, seconds: float, clients: int = 50, seed: int = 1, patience: float = 40, **options: Any
) -> Outcome:
    """Start a service over a directory, attack it, and stop it."""
    outcome = Outcome()
    tokens = directory / "tokens"
    tokens.write_text("polite update graph-store\n", encoding="utf-8")
    trap = HTTPServer(("127.0.0.1", 0), Trap)
    threading.Thread(target=trap.serve_forever, daemon=True).start()
    with started(directory, update=True, token_file=str(tokens), **options) as (process, base):
        address = urlsplit(base)
        assert address.hostname and address.port
        bait = f"http://127.0.0.1:{trap.server_port}/"
        target = Target(address.hostname, address.port, "127.0.0.1", bait, patience)
        until = time.time() + seconds
        context = multiprocessing.get_context("spawn")
        reports: Queue[Any] = context.Queue()
        attackers = [
            context.Process(target=hostile, args=(n, target, until, seed, reports))
            for n in range(clients // 10)
        ]
        for attacker in attackers:
            attacker.start()
        watcher = threading.Thread(target=_weigh, args=(process.pid, until, outcome))
        watcher.start()
        polite(target, until, outcome)
        watcher.join()
        for _ in attackers:
            for name, counts in reports.get(timeout=120).items():
                outcome.statuses.setdefault(name, Counter()).update(counts)
        for attacker in attackers:
            attacker.join()
        family = tree(process.pid)
        process.send_signal(signal.SIGTERM)
        outcome.stopped_with = process.wait(30)
        time.sleep(0.5)
        outcome.left_over = sum(Path(f"/proc/{pid}").exists() for pid in family)
    outcome.trapped = Trap.calls
    trap.shutdown()
    trap.server_close()
    return outcome


def _weigh(pid: int, until: float, outcome: Outcome) -> None:
    """Watch the memory that the service's processes do not share."""
    while time.time() < until:
        outcome.peak_kilobytes = max(outcome.peak_kilobytes, sum(map(_own, tree(pid))))
        time.sleep(0.5)


def _own(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
    return int(found[1]) if found else 0


def main() -> int:
    """Print a table; exit 1 if the polite client suffered."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--clients", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        directory = arguments.directory or Path(scratch)
        if arguments.directory is None:
            (directory / "kb.nq").write_text("<urn:a> <urn:p> <urn:b> .\n", encoding="utf-8")
        outcome = attack(directory, seconds=arguments.seconds, clients=arguments.clients)
    print("| attack | outcomes |\n|---|---|")
    for name, counts in outcome.statuses.items():
        print(f"| {name} | {', '.join(f'{status}: {count}' for status, count in counts.most_common())} |")
    print(f"\npolite queries {len(outcome.latencies)}, p95 {outcome.p95() * 1000:.0f} ms", end=", ")
    print(f"slowest {max(outcome.latencies) * 1000:.0f} ms, wrong {len(outcome.wrong)} {outcome.wrong[:3]}")
    print(f"server faults {outcome.faults()}, trap called {outcome.trapped} times", end=", ")
    print(f"peak memory {outcome.peak_kilobytes / 1024:.0f} MiB, processes left {outcome.left_over}")
    return 0 if outcome.p95() < 1 and not outcome.wrong and not outcome.faults() else 1


if __name__ == "__main__":
    sys.exit(main())
