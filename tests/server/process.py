"""A service in a process of its own, as `kb serve` runs it, on a free port."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PROGRAM = """
import json, sys
from server.run import serve
serve(sys.argv[1], **json.loads(sys.argv[2]))
"""


@contextmanager
def serving(directory: Path, **options: Any) -> Iterator[str]:
    """The base address of a service over a directory; the process ends with the block."""
    with started(directory, **options) as (process, base):
        try:
            yield base
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0


@contextmanager
def started(directory: Path, **options: Any) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A service's process and base address; the process is killed at the end if it still runs."""
    command = [sys.executable, "-c", _PROGRAM, str(directory), json.dumps({"port": 0, **options})]
    root = Path(__file__).parent.parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    with (directory / "service.log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(command, stderr=log, text=True, env=environment)
        try:
            yield process, _address(process, directory / "service.log")
        finally:
            process.kill()
            process.wait()


def _address(process: subprocess.Popen[str], log: Path) -> str:
    """What the service says when it is ready."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        text = log.read_text(encoding="utf-8")
        if " at http" in text and text.endswith("\n"):
            return text.split(" at ")[1].split()[0].rstrip("/")
        time.sleep(0.05)
    raise AssertionError(f"the service did not start: {log.read_text(encoding='utf-8')}")


def tree(pid: int) -> dict[int, int]:
    """Every process below one, with its resident kilobytes."""
    children: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except (FileNotFoundError, ProcessLookupError):
            continue
        own = int(status.parent.name)
        children.setdefault(int(fields["PPid"]), []).append(own)
        sizes[own] = int(fields.get("VmRSS", "0 kB").split()[0])
    found, todo = {}, [pid]
    while todo:
        current = todo.pop()
        found[current] = sizes.get(current, 0)
        todo += children.get(current, [])
    return found
