"""Compare the service with others: `python -m tests.benchmarks.endpoint HARNESS DATA.nt --docs N`.

HARNESS is a bench.py with `run` and `table`; DATA.nt is what it asks about. The servers run one by one,
each alone, `--rounds` times in turn. The table has for each query and each number of clients the best round:
other work on the machine can make a round slower, but never faster.
"""

from __future__ import annotations

import argparse
import http.client
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from math import inf
from pathlib import Path
from typing import Any

from tests.benchmarks.built import built
from tests.server.process import serving

OXIGRAPH = Path(sys.executable).parent / "oxigraph"
PORT = 8417
LOADING = 600

Server = Callable[[], AbstractContextManager[str]]


def servers(data: Path, scratch: Path, rdflib: Path | None) -> dict[str, Server]:
    """What is compared, the yardstick first: how to start each, giving the address of its endpoint.

    `rdflib` is the interpreter of an environment with rdflib-endpoint, if that is to be compared too.
    """
    directory = built(data, scratch / "kb")
    store = scratch / "oxigraph"
    subprocess.run([OXIGRAPH, "load", "--location", store, "--file", data], check=True, capture_output=True)
    peers: dict[str, Server] = {"rdflib-endpoint": lambda: _rdflib(rdflib, data)} if rdflib else {}
    return {
        "oxigraph, disk": lambda: oxigraph("--location", str(store)),
        "oxigraph, memory": lambda: oxigraph(load=data),
        "kb": lambda: ours(directory, cache_bytes=0),
        "kb, cached": lambda: ours(directory),
        "kb, disk": lambda: ours(directory, cache_bytes=0, store="disk"),
        **peers,
    }


@contextmanager
def oxigraph(*arguments: str, load: Path | None = None) -> Iterator[str]:
    """The engine's own server."""
    with _listening(str(OXIGRAPH), "serve", *arguments, "--bind", f"127.0.0.1:{PORT}"):
        if load is not None:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=LOADING)
            with load.open("rb") as body:
                connection.request("POST", "/store", body, {"Content-Type": "application/n-quads"})
                assert connection.getresponse().status in (201, 204)
            connection.close()
        yield f"http://127.0.0.1:{PORT}/query"


@contextmanager
def _rdflib(python: Path, data: Path) -> Iterator[str]:
    """rdflib-endpoint over the same engine's store in memory."""
    command = [str(python), "-m", "rdflib_endpoint", "serve", "--store", "Oxigraph", str(data.resolve())]
    with _listening(*command, "--host", "127.0.0.1", "--port", str(PORT)):
        yield f"http://127.0.0.1:{PORT}/"


@contextmanager
def _listening(*command: str) -> Iterator[None]:
    """A server's process, from when it answers until the end of the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process)
        yield
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + LOADING
    while process.poll() is None and time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=1)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"{process.args!r} did not start")


@contextmanager
def ours(directory: Path, **options: object) -> Iterator[str]:
    """This project's service."""
    with serving(directory, access_log=False, **options) as base:
        yield f"{base}/sparql"


def measure(harness: Path, name: str, server: Server, options: list[str], out: Path) -> dict[str, Any]:
    """What the harness found in one run."""
    with server() as url:
        command = [sys.executable, str(harness), "run", "--url", url, "--name", name, "--out", str(out)]
        subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


def best(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The best of several runs, query by query."""
    queries = {
        name: min((run["queries"][name] for run in runs), key=lambda found: found.get("median_ms", inf))
        for name in runs[0]["queries"]
    }
    throughput = [
        max(found, key=lambda f: f["rps"]) for found in zip(*(r["throughput"] for r in runs), strict=True)
    ]
    return {**runs[0], "queries": queries, "throughput": throughput}


def main() -> None:
    """Run all, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("harness", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--docs", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", action="append", default=[], help="the name of a server to leave out")
    parser.add_argument("--rdflib", type=Path, help="the Python of an environment with rdflib-endpoint")
    arguments, rest = parser.parse_known_args()
    scratch = Path(tempfile.mkdtemp())
    try:
        offered = servers(arguments.data, scratch, arguments.rdflib)
        found = {name: server for name, server in offered.items() if name not in arguments.without}
        runs: dict[str, list[dict[str, Any]]] = {name: [] for name in found}
        out = scratch / "run.json"
        for number in range(arguments.rounds):
            for name, server in found.items():
                print(f"round {number + 1}: {name}", file=sys.stderr, flush=True)
                runs[name].append(
                    measure(arguments.harness, name, server, ["--docs", arguments.docs, *rest], out)
                )
        files = [scratch / f"{name}.json" for name in found]
        for file, results in zip(files, runs.values(), strict=True):
            file.write_text(json.dumps(best(results)), encoding="utf-8")
        subprocess.run([sys.executable, str(arguments.harness), "table", *map(str, files)], check=True)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
