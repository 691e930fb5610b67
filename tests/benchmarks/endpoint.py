"""Compare the service with `oxigraph serve`: `python -m tests.benchmarks.endpoint HARNESS DATA.nq --docs N`.

HARNESS is a bench.py with `run` and `table`; DATA.nq is what it asks about. The servers run one by one,
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

from tests.server.process import serving

OXIGRAPH = Path(sys.executable).parent / "oxigraph"
PORT = 8417

Server = Callable[[], AbstractContextManager[str]]


def servers(data: Path, scratch: Path) -> dict[str, Server]:
    """What is compared, the yardstick first: how to start each, giving the address of its endpoint."""
    directory = scratch / "kb"
    directory.mkdir()
    (directory / "kb.nq").symlink_to(data.resolve())
    store = scratch / "oxigraph"
    subprocess.run([OXIGRAPH, "load", "--location", store, "--file", data], check=True, capture_output=True)
    return {
        "oxigraph, disk": lambda: oxigraph("--location", str(store)),
        "oxigraph, memory": lambda: oxigraph(load=data),
        "kb": lambda: ours(directory, cache_bytes=0),
        "kb, cached": lambda: ours(directory),
        "kb, disk": lambda: ours(directory, cache_bytes=0, store="disk"),
    }


@contextmanager
def oxigraph(*arguments: str, load: Path | None = None) -> Iterator[str]:
    """The engine's own server."""
    command = [str(OXIGRAPH), "serve", *arguments, "--bind", f"127.0.0.1:{PORT}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait()
        if load is not None:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)
            with load.open("rb") as body:
                connection.request("POST", "/store", body, {"Content-Type": "application/n-quads"})
                assert connection.getresponse().status in (201, 204)
            connection.close()
        yield f"http://127.0.0.1:{PORT}/query"
    finally:
        process.terminate()
        process.wait()


def _wait() -> None:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=1)
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("oxigraph did not start")


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
    parser.add_argument("--without", default="", help="the name of a server to leave out")
    arguments, rest = parser.parse_known_args()
    scratch = Path(tempfile.mkdtemp())
    try:
        found = {k: v for k, v in servers(arguments.data, scratch).items() if k != arguments.without}
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
