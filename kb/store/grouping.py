"""Loading a file of N-Quads so that its triples lie well in memory: by predicate, then by object.

A memory store keeps each triple where it was inserted. Queries walk along predicates and objects more than
along anything else, and neighbours in memory are walked several times faster than strangers. And since
walking counts references, an evaluator gets its own copy of every page on its way. The lines are sorted by
another process: that takes memory, and a process gives memory back only when it ends. They come in pieces,
for what the engine needs to load one piece it can use again for the next: a tenth of all memory.
"""

from __future__ import annotations

import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import IO, Final

import pyoxigraph as ox

from kb.errors import StoreError

# For less it is not worth a process.
_LARGE: Final = 4_000_000
_PIECE: Final = 1 << 21
# The first lines are loaded while the next are being sorted.
_WINDOW: Final = 1 << 24
# Pieces: as many as a window has.
_WAITING: Final = 8
_SIZE: Final = struct.Struct("!Q")
_PROGRAM: Final = "from kb.store.grouping import main; main()"


def fill(store: ox.Store, source: Path, *, group: bool, valid: Callable[[], bool] = bool) -> None:
    """Load a file of N-Quads; `group` is for stores in memory, others sort for themselves.

    `valid` says whether all IRIs are known to be well formed: to judge them takes a third of the time.
    """
    if group and source.stat().st_size > _LARGE:
        try:
            with grouped(source) as pieces:
                # Asked while the lines are being sorted, it costs no time.
                lenient = valid()
                for piece in pieces:
                    store.bulk_load(input=piece, format=ox.RdfFormat.N_QUADS, lenient=lenient)
            return
        except SyntaxError:
            # Its line is not a line of the file: read that, so that the complaint names the right one.
            store.clear()
    store.bulk_load(path=str(source), format=ox.RdfFormat.N_QUADS, lenient=valid())


@contextmanager
def grouped(source: Path) -> Iterator[Iterator[bytes]]:
    """The lines of a file in pieces, sorted by another process."""
    command = [sys.executable, "-c", _PROGRAM, str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        with closing(_ahead(_received(process.stdout))) as pieces:
            yield pieces
    # Without this a sorter that was killed would look like the end of the data.
    if process.returncode:
        raise StoreError(
            f"{source}: sorting it for loading failed with status {process.returncode}; try again"
        )


def by_predicate_and_object(source: Path, size: int) -> Iterator[bytes]:
    """The lines in the order of predicate and object, window by window, in pieces of about `size`.

    A label of a blank node means another node in each piece, so all lines with such labels are one: the last.
    """
    with_blank_nodes: list[bytes] = []
    with source.open("rb") as file:
        while lines := file.readlines(_WINDOW):
            with_blank_nodes += [line for line in lines if b"_:" in line]
            yield from _joined(sorted((line for line in lines if b"_:" not in line), key=_place), size)
    if with_blank_nodes:
        yield b"".join(with_blank_nodes)


def _place(line: bytes) -> bytes:
    """What follows the subject, in which there is no blank."""
    return line.partition(b" ")[2]


def _joined(lines: Iterable[bytes], size: int) -> Iterator[bytes]:
    piece: list[bytes] = []
    held = 0
    for line in lines:
        # The last line of the file may lack its end, and may now stand before others.
        piece.append(line if line.endswith(b"\n") else line + b"\n")
        held += len(line)
        if held >= size:
            yield b"".join(piece)
            piece, held = [], 0
    if piece:
        yield b"".join(piece)


def _received(stream: IO[bytes]) -> Iterator[bytes]:
    while len(head := stream.read(_SIZE.size)) == _SIZE.size:
        yield stream.read(*_SIZE.unpack(head))


def _ahead(pieces: Iterator[bytes]) -> Generator[bytes, None, None]:
    """The pieces, taken by a thread while others are being loaded: else who sorts would have to wait."""
    waiting: Queue[bytes | None] = Queue(_WAITING)
    unwanted = Event()

    def take() -> None:
        for piece in pieces:
            if unwanted.is_set():
                break
            waiting.put(piece)
        waiting.put(None)

    thread = Thread(target=take)
    thread.start()
    try:
        yield from iter(waiting.get, None)
    finally:
        unwanted.set()
        while thread.is_alive():
            with suppress(Empty):
                waiting.get(timeout=0.01)


def main() -> None:
    """Print the lines of the file that the first argument names: each piece after its size."""
    # Who reads may stop at a line that is damaged.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for piece in by_predicate_and_object(Path(sys.argv[1]), _PIECE):
        sys.stdout.buffer.write(_SIZE.pack(len(piece)) + piece)
