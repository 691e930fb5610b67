"""The service's side of its processes: generations of the store, and the evaluators of each."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kb.errors import StoreError
from kb.store import Write
from server.problems import Problem, busy, from_process
from server.wire import COMMIT, ERROR, READY, WRITE, Wire, unpack

_MESSAGE = 1 << 16


class Origin(NamedTuple):
    """How a keeper is started: `memory` is each evaluator's, `reach` whether they may call others."""

    directory: Path
    mode: str
    memory: int | None
    reach: bool


@dataclass(eq=False, slots=True)
class Worker:
    """An evaluator process of one generation; `copied` bytes of it are its own, the rest is the keeper's."""

    generation: Generation
    wire: Wire
    pid: int
    copied: int = 0

    def kill(self) -> None:
        """Kill it at once. Only `end` has it reaped, so until then its number is its own."""
        os.kill(self.pid, signal.SIGKILL)

    def processor(self) -> float:
        """Seconds of processor time that it has had in all; 0 where the system does not tell."""
        # Linux has a clock for each process; its number is the complement of the process's.
        clock = (~self.pid << 3) | 2
        try:
            return time.clock_gettime(clock) if sys.platform == "linux" else 0.0
        except OSError:
            return 0.0

    def yield_processor(self) -> None:
        """Let quick queries go first from now on."""
        os.setpriority(os.PRIO_PROCESS, self.pid, 19)

    def status(self) -> int:
        """How it ended, if its end of the socket is closed."""
        return self.generation.status(self.pid)

    def end(self) -> None:
        """Kill and reap it."""
        self.wire.close()
        self.generation.end(self.pid)


class Generation:
    """One state of the data, held by a keeper process."""

    def __init__(
        self, control: socket.socket, process: subprocess.Popen[bytes] | None, origin: Origin
    ) -> None:
        self._control = control
        self._origin = origin
        self._process = process
        self._lock = threading.Lock()
        kind, body = Wire(control).receive()
        ready = unpack(body)
        if kind != READY:
            raise from_process(ready)
        self.name: str = ready["generation"]
        self.quads: int | None = ready["quads"]
        self.seconds: float = ready["seconds"]
        self.memory: int = ready["memory"]

    @classmethod
    def load(cls, origin: Origin) -> Generation:
        """Start a keeper in a fresh interpreter and wait until it holds the store."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "server.keeper", str(theirs.fileno()), str(origin.directory)]
        command += [origin.mode, str(origin.memory or 0), str(int(origin.reach))]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=_large_pages(os.environ))
        theirs.close()
        try:
            return cls(ours, process, origin)
        except Problem as problem:
            raise StoreError(problem.detail) from problem
        except EOFError as error:
            raise StoreError(f"{origin.directory}: the process that loads the store died") from error

    def reload(self) -> Generation:
        """The same data again, from the disk: for the case that the keeper was killed."""
        return Generation.load(self._origin)

    def fork(self) -> Worker:
        """A new evaluator."""
        ours, theirs = socket.socketpair()
        with theirs:
            pid = self._ask("fork", theirs)["pid"]
        return Worker(self, Wire(ours), pid)

    def end(self, pid: int) -> None:
        """Kill and reap a process of this generation."""
        self._ask("end", pid=pid)

    def status(self, pid: int) -> int:
        """How a process that is gone ended."""
        return int(self._ask("status", pid=pid)["status"])

    def succeed(self, write: Write, *, timeout: float) -> tuple[Generation, bool]:
        """The generation after a write, durable, and whether the written graph existed before it."""
        ours, theirs = socket.socketpair()
        with theirs:
            pid = self._ask("succeed", theirs)["pid"]
        wire = Wire(ours)
        ours.settimeout(timeout)
        try:
            wire.send((WRITE, write.to_json().encode("utf-8")))
            kind, body = wire.receive()
            if kind == ERROR:
                raise from_process(unpack(body))
            ours.settimeout(None)
            # From here on it must not be killed: the client would not know whether the change was kept.
            wire.send((COMMIT, b""))
            successor = self.committed(ours)
        except (TimeoutError, EOFError, Problem) as error:
            ours.close()
            self.end(pid)
            raise _refused(error, timeout) from error
        self._ask("release", pid=pid)
        return successor, bool(unpack(body)["existed"])

    def committed(self, control: socket.socket) -> Generation:
        """The generation after a write that was to be kept; if its keeper was killed, the disk tells."""
        try:
            return Generation(control, None, self._origin)
        except EOFError:
            control.close()
            found = self.reload()
            if found.name != self.name:
                return found
            found.close()
            raise

    def close(self) -> None:
        """Let the keeper end, and with it every evaluator that is left."""
        self._control.close()
        if self._process is not None:
            self._process.wait()

    def _ask(self, op: str, descriptor: socket.socket | None = None, **fields: Any) -> dict[str, Any]:
        message = json.dumps({"op": op, **fields}).encode("ascii")
        descriptors = [descriptor.fileno()] if descriptor is not None else []
        try:
            with self._lock:
                socket.send_fds(self._control, [message], descriptors)
                return unpack(self._control.recv(_MESSAGE))
        except (OSError, ValueError) as error:
            raise busy("the process that holds the store is gone and is being replaced", after=5) from error


def _large_pages(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with the store in large pages, where glibc has them: joins and forks get faster."""
    tunables = [environment.get("GLIBC_TUNABLES", ""), "glibc.malloc.hugetlb=1"]
    return {**environment, "GLIBC_TUNABLES": ":".join(filter(None, tunables))}


def _refused(error: Exception, timeout: float) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, TimeoutError):
        return busy(f"the change took longer than {timeout:g} s and was undone; make it smaller", after=10)
    return busy("the change needed more memory than there is and was undone; make it smaller", after=10)
