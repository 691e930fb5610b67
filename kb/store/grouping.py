"""Loading a file of N-Quads so that its triples lie well in memory: those of one predicate together.

A memory store keeps each triple where it was inserted. Queries walk along predicates more than along anything
else, and neighbours in memory are walked several times faster than strangers. And since walking counts
references, an evaluator gets its own copy of every page on its way. The lines are sorted by another process:
that takes memory, and a process gives memory back only when it ends. They come in pieces, for what the engine
needs to load one piece it can use again for the next: a tenth of all memory.
"""

from __future__ import annotations

import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, Final

import pyoxigraph as ox

from kb.errors import StoreError

# For less it is not worth a process.
_LARGE: Final = 4_000_000
_PIECE: Final = 1 << 21
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
        yield _received(process.stdout)
    # Without this a sorter that was killed would look like the end of the data.
    if process.returncode:
        raise StoreError(
            f"{source}: sorting it for loading failed with status {process.returncode}; try again"
        )


def by_predicate(source: Path, size: int) -> Iterator[bytes]:
    """The lines of each predicate, in the order in which predicates first occur, in pieces of about `size`.

    A label of a blank node means another node in each piece, so all lines with such labels are one: the last.
    """
    groups: dict[bytes, list[bytes]] = {}
    with_blank_nodes: list[bytes] = []
    with source.open("rb") as file:
        for line in file:
            if b"_:" in line:
                with_blank_nodes.append(line)
                continue
            # No subject or predicate has a blank in it. Whatever else a line may be, it is passed on.
            predicate = line.split(b" ", 2)[1:2]
            groups.setdefault(predicate[0] if predicate else b"", []).append(line)
    yield from _joined(chain.from_iterable(groups.values()), size)
    if with_blank_nodes:
        yield b"".join(with_blank_nodes)


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
    while head := stream.read(_SIZE.size):
        yield stream.read(*_SIZE.unpack(head))


def main() -> None:
    """Print the lines of the file that the first argument names: each piece after its size."""
    # Who reads may stop at a line that is damaged.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for piece in by_predicate(Path(sys.argv[1]), _PIECE):
        sys.stdout.buffer.write(_SIZE.pack(len(piece)) + piece)
