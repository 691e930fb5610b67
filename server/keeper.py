"""The process that holds the store of one generation, forks evaluators and its successor, and kills.

    service ──control socket──▸ keeper ──fork──▸ evaluator ◂──socket pair── service
                                  └──fork──▸ keeper of the next generation, which alone applies a write

Forking shares the store's memory, so a write touches nobody: it succeeds in the successor, or that goes.
Single-threaded, because only then is a fork safe.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kb.errors import KbError
from kb.store import Changes, MissingGraph, Write, apply, generation, open_store
from server import evaluator
from server.wire import COMMIT, ERROR, OUTCOME, READY, WRITE, Wire, pack

_MESSAGE: Final = 1 << 16
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_THP_DISABLE: Final = 41


class Keeper:
    """A store, the generation it is, and the processes forked from it."""

    def __init__(self, control: socket.socket, directory: Path, *, mode: str, memory: int | None) -> None:
        self.control = control
        self.directory = directory
        self.mode = mode
        self.memory = memory
        self.base = ""
        self.changes = 0
        self.generation = ""
        self.store: ox.Store | None = None
        self._children: set[int] = set()
        self._dying: set[int] = set()

    def load(self) -> None:
        """Open the store and tell the service that it is ready."""
        began = time.perf_counter()
        self.base = generation(self.directory)
        self.changes = Changes(self.directory).count()
        if self.mode == "disk":
            # In a process of its own: the threads of RocksDB would not survive a fork.
            _in_child(lambda: _refresh(self.directory))
            quads = None
        else:
            self.store = open_store(self.directory, mode="memory")
            quads = len(self.store)
        gc.freeze()
        self._ready(quads, time.perf_counter() - began)

    def run(self) -> None:
        """Obey the service until it closes the control socket; then end all evaluators."""
        while (message := self._message()) is not None:
            request, descriptor = message
            answer = getattr(self, f"_do_{request['op']}")(request, descriptor)
            # None: this is the successor by now, and the request was not its own.
            if answer is not None:
                self.control.sendall(pack(**answer))
        for pid in list(self._children):
            self._end(pid)

    def _do_fork(self, request: dict[str, Any], descriptor: int) -> dict[str, Any]:
        """Fork an evaluator that talks through the descriptor that came along."""
        pid = os.fork()
        if pid == 0:
            try:
                self._evaluate(descriptor)
            finally:
                os._exit(0)
        os.close(descriptor)
        self._children.add(pid)
        return {"pid": pid}

    def _do_end(self, request: dict[str, Any], descriptor: int) -> dict[str, Any]:
        """Kill a process. It is reaped when it is gone: to give back much memory takes a while."""
        self._end(request["pid"])
        return {}

    def _do_status(self, request: dict[str, Any], descriptor: int) -> dict[str, Any]:
        """Say how a process ended that has closed its socket; it stays a child until `end`."""
        if request["pid"] not in self._children:
            return {"status": 0}
        ended = os.waitid(os.P_PID, request["pid"], os.WEXITED | os.WNOWAIT)
        return {"status": ended.si_status if ended else 0}

    def _do_succeed(self, request: dict[str, Any], descriptor: int) -> dict[str, Any] | None:
        """Fork the next generation's keeper, which obeys the descriptor that came along."""
        pid = os.fork()
        if pid == 0:
            succeeded = False
            try:
                succeeded = self._succeed(descriptor)
            finally:
                if not succeeded:
                    os._exit(0)
            return None
        os.close(descriptor)
        self._children.add(pid)
        return {"pid": pid}

    def _do_release(self, request: dict[str, Any], descriptor: int) -> dict[str, Any]:
        """Let a successor live on by itself."""
        self._children.discard(request["pid"])
        return {}

    def _evaluate(self, descriptor: int) -> None:
        """Be an evaluator."""
        self.control.close()
        _be_a_child()
        with socket.socket(fileno=descriptor) as sock:
            # An empty store counts as false.
            store = self.store if self.store is not None else open_store(self.directory, mode="disk")
            data = evaluator.Data(store, self.directory, self.generation)
            evaluator.serve(sock, data, memory=self.memory)

    def _succeed(self, descriptor: int) -> bool:
        """Apply one write; when the service commits it, make it durable and become the keeper."""
        assert self.store is not None
        self.control.close()
        self.control = socket.socket(fileno=descriptor)
        self._children.clear()
        self._dying.clear()
        wire = Wire(self.control)
        kind, body = wire.receive()
        assert kind == WRITE
        write = Write.from_json(body.decode("utf-8"))
        try:
            outcome = apply(self.store, write)
        except KbError as error:
            wire.send((ERROR, _refusal(error)))
            return False
        wire.send((OUTCOME, pack(existed=outcome.existed)))
        if wire.receive()[0] != COMMIT:
            return False
        Changes(self.directory).record(self.base, self.store, write)
        self.changes += 1
        self._ready(len(self.store), 0.0)
        return True

    def _ready(self, quads: int | None, seconds: float) -> None:
        self.generation = f"{self.base}.{self.changes}"
        fields = {"generation": self.generation, "quads": quads, "seconds": round(seconds, 3)}
        Wire(self.control).send((READY, pack(memory=_resident(), **fields)))

    def _message(self) -> tuple[dict[str, Any], int] | None:
        """The next request with its descriptor (-1 for none); None at the end."""
        data, descriptors, _, _ = socket.recv_fds(self.control, _MESSAGE, 1)
        if not data:
            return None
        return json.loads(data), descriptors[0] if descriptors else -1

    def _end(self, pid: int) -> None:
        if pid in self._children:
            os.kill(pid, signal.SIGKILL)
            self._children.discard(pid)
            self._dying.add(pid)
        for other in list(self._dying):
            if os.waitpid(other, os.WNOHANG)[0]:
                self._dying.discard(other)


def _refusal(error: KbError) -> bytes:
    if isinstance(error, MissingGraph):
        return pack(kind="missing", detail=str(error))
    position = {name: getattr(error, name) for name in ("line", "column", "hint") if hasattr(error, name)}
    return pack(
        kind="syntax" if position else "query", detail=getattr(error, "message", str(error)), **position
    )


def _refresh(directory: Path) -> None:
    """Make DIR/store current; opening it does that."""
    open_store(directory, mode="disk")


def _in_child(work: Any) -> None:
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except KbError as error:
            print(error, file=sys.stderr)
            os._exit(1)
        os._exit(0)
    os.waitpid(pid, 0)


def _resident() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    numbers = Path("/proc/self/statm")
    return int(numbers.read_text("ascii").split()[1]) * resource.getpagesize() if numbers.exists() else 0


def _be_a_child() -> None:
    """Where the system can do it (Linux), end with the keeper, however that ends, and share its pages.

    When it has time the kernel makes large pages of small ones, and would copy the shared ones among them.
    """
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        system.prctl(_PR_SET_THP_DISABLE, 1, 0, 0, 0)


def main() -> None:
    """Run as `python -m server.keeper DESCRIPTOR DIRECTORY MODE MEMORY`."""
    # Ctrl-C goes to every process of the terminal; the service ends its keepers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptor, directory, mode, memory = sys.argv[1:]
    control = socket.socket(fileno=int(descriptor))
    keeper = Keeper(control, Path(directory), mode=mode, memory=int(memory) or None)
    try:
        keeper.load()
    except KbError as error:
        Wire(control).send((ERROR, _refusal(error)))
        sys.exit(1)
    keeper.run()


if __name__ == "__main__":
    main()
