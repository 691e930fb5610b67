"""Run the W3C SPARQL tests over HTTP against a scratch service: `python -m tests.conformance HARNESS`.

HARNESS is a conform.py that takes --query, --update, --gsp and --token. Exits 1 when a group passes fewer
tests than the engine allows; where HARNESS does not exist, says so and exits 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tests.server.process import serving

FLOORS = {
    "query": 224,
    "formats": 9,
    "syntax": 96,
    "update": 102,
    "update-syntax": 49,
    "protocol": 34,
    "gsp": 13,
    "sd": 3,
}
"""Tests that must pass: all but those that the engine itself fails."""
ASKED = "http://conform.example/tests/sparql11/syntax-fed/g"
"""The service that syntax tests ask, allowed for them."""


class Nothing(BaseHTTPRequestHandler):
    """A SPARQL endpoint that finds nothing."""

    def do_POST(self) -> None:
        body = b'{"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": []}}'
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Stay quiet."""


@contextmanager
def service() -> Iterator[str]:
    """The address of an endpoint that finds nothing."""
    server = HTTPServer(("127.0.0.1", 0), Nothing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def main(harness: Path, options: list[str]) -> int:
    """Start a service on an empty knowledge base, run the harness, compare with the floors."""
    if not harness.exists():
        print(f"{harness} is not here; nothing was tested", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder, service() as nothing:
        directory = Path(folder)
        (directory / "kb.nq").write_bytes(b"")
        (directory / "tokens").write_text("conformance update graph-store\n", encoding="utf-8")
        results = directory / "results.json"
        rights = {"update": True, "token_file": str(directory / "tokens"), "services": [f"{ASKED} {nothing}"]}
        with serving(directory, access_log=False, **rights) as base:
            command = [
                sys.executable,
                str(harness),
                "--query",
                f"{base}/sparql",
                "--update",
                f"{base}/update",
            ]
            command += ["--gsp", f"{base}/graph-store", "--token", "conformance", "--json", str(results)]
            subprocess.run([*command, "--groups", ",".join(FLOORS), *options], check=True)
        passed = {group: found["pass"] for group, found in json.loads(results.read_text("utf-8")).items()}
    short = {group: passed.get(group, 0) for group, floor in FLOORS.items() if passed.get(group, 0) < floor}
    for group, number in short.items():
        print(f"{group}: {number} passed, {FLOORS[group]} should", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
