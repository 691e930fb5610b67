"""The process that holds the store of one generation, forks evaluators and its successor, and kills.

    service ──control socket──▸ keeper ──fork──▸ evaluator ◂──socket pair── service
                                  └──fork──▸ keeper of the next generation, which alone applies a write

Forking shares the store's memory, so a write touches nobody: it succeeds in the successor, or that goes.
Single-threaded, because only then is a fork safe.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kb.errors import KbError, StoreError
from kb.store import (
    Changes,
    Write,
    apply,
    derive,
    discard,
    has_index,
    open_state,
    open_store,
    prepare_index,
    refreshed,
    state,
)
from server import evaluator
from server.confinement import shut_off
from server.forking import aside, be_a_child, in_child, limit_growth, resident
from server.problems import told
from server.wire import COMMIT, ERROR, OUTCOME, READY, WRITE, Wire, pack

_MESSAGE: Final = 1 << 16
_GENTLY: Final = 19
# A write may need as much memory as this many queries: it parses whole files.
_WRITES: Final = 8


class Keeper:
    """A store, the generation it is, and the processes forked from it."""

    def __init__(self, control: socket.socket, directory: Path, *, mode: str, memory: int | None) -> None:
        self.control = control
        self.directory = directory
        self.mode = mode
        self.memory = memory
        self.base = ""
        self.changes = 0
        self.store: ox.Store | None = None
        self._superseded = False
        self._children: set[int] = set()
        self._dying: set[int] = set()

    def load(self) -> None:
        """Open the store and tell the service that it is ready."""
        began = time.perf_counter()
        self.base, count = state(self.directory).split(".")
        self.changes = int(count)
        if self.mode == "disk":
            # In a process of its own: the threads of RocksDB would not survive a fork.
            if not in_child(lambda: refreshed(self.directory)):
                raise StoreError(f"{self.directory / 'store'} cannot be made; the reason is in the log")
            quads = None
        else:
            self.store = open_store(self.directory, mode="memory")
            quads = len(self.store)
        gc.freeze()
        self._ready(quads, time.perf_counter() - began)

    @property
    def generation(self) -> str:
        """The name of the state of the data."""
        return f"{self.base}.{self.changes}"

    def index(self) -> None:
        """Make the full-text index, where the build has made none, beside everything else."""
        if not has_index(self.directory, self.generation):
            self._dying.add(aside(self._index))

    def _index(self) -> bool:
        self.control.close()
        os.nice(_GENTLY)
        prepare_index(self._store(), self.directory, self.generation)
        return True

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
        if self._superseded and self.mode == "disk":
            discard(self.directory, lambda other: other == self.generation)

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
        self._superseded = True
        return {}

    def _evaluate(self, descriptor: int) -> None:
        """Be an evaluator."""
        self.control.close()
        be_a_child()
        with socket.socket(fileno=descriptor) as sock:
            data = evaluator.Data(self._store(), self.directory, self.generation)
            evaluator.serve(sock, data, memory=self.memory)

    def _store(self) -> ox.Store:
        # An empty store counts as false.
        return self.store if self.store is not None else open_state(self.directory, self.generation)

    def _succeed(self, descriptor: int) -> bool:
        """Apply one write; when the service commits it, make it durable and become the keeper."""
        self.control.close()
        self.control = socket.socket(fileno=descriptor)
        self._children.clear()
        self._dying.clear()
        limit_growth(self.memory and _WRITES * self.memory)
        in_memory = self.store is not None
        if not (self._reported(self._apply) if in_memory else in_child(lambda: self._reported(self._derive))):
            return False
        limit_growth(None)
        self.changes += 1
        self._ready(None if self.store is None else len(self.store), 0.0)
        return True

    def _apply(self) -> bool:
        """Apply the write that the service sends; whether it is made durable."""
        write, store = self._receive(), self._store()
        if not self._agreed(store, write):
            return False
        Changes(self.directory).record(self.base, store, write)
        return True

    def _derive(self) -> bool:
        """The same on the disk: in a copy of this state, which becomes the next."""
        write, after = self._receive(), f"{self.base}.{self.changes + 1}"
        if not derive(self.directory, self.generation, after, lambda store: self._agreed(store, write)):
            return False
        Changes(self.directory).record(self.base, open_state(self.directory, after), write)
        return True

    def _reported(self, work: Callable[[], bool]) -> bool:
        """Do the work of a write, and report what fails."""
        try:
            return work()
        except KbError as error:
            Wire(self.control).send((ERROR, pack(**told(error))))
            return False

    def _receive(self) -> Write:
        kind, body = Wire(self.control).receive()
        assert kind == WRITE
        return Write.from_json(body.decode("utf-8"))

    def _agreed(self, store: ox.Store, write: Write) -> bool:
        """Apply a write, report, and hear whether the service wants it kept."""
        wire = Wire(self.control)
        wire.send((OUTCOME, pack(existed=apply(store, write).existed)))
        return wire.receive()[0] == COMMIT

    def _ready(self, quads: int | None, seconds: float) -> None:
        fields = {"generation": self.generation, "quads": quads, "seconds": round(seconds, 3)}
        Wire(self.control).send((READY, pack(memory=resident(), **fields)))

    def _message(self) -> tuple[dict[str, Any], int] | None:
        """The next request with its descriptor (-1 for none); None at the end."""
        data, descriptors, _, _ = socket.recv_fds(self.control, _MESSAGE, 1)
        return (json.loads(data), descriptors[0] if descriptors else -1) if data else None

    def _end(self, pid: int) -> None:
        if pid in self._children:
            os.kill(pid, signal.SIGKILL)
            self._children.discard(pid)
            self._dying.add(pid)
        for other in list(self._dying):
            if os.waitpid(other, os.WNOHANG)[0]:
                self._dying.discard(other)


def main() -> None:
    """Run as `python -m server.keeper DESCRIPTOR DIRECTORY MODE MEMORY REACH`; REACH 0 is no network."""
    # Ctrl-C goes to every process of the terminal; the service ends its keepers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptor, directory, mode, memory, reach = sys.argv[1:]
    control = socket.socket(fileno=int(descriptor))
    if not int(reach):
        shut_off()
    keeper = Keeper(control, Path(directory), mode=mode, memory=int(memory) or None)
    try:
        keeper.load()
    except KbError as error:
        Wire(control).send((ERROR, pack(**told(error))))
        sys.exit(1)
    keeper.index()
    keeper.run()


if __name__ == "__main__":
    main()
