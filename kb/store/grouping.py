"""Loading a file of N-Quads so that its triples lie well in memory: those of one predicate together.

A memory store keeps each triple where it was inserted. Queries walk along predicates more than along anything
else, and neighbours in memory are walked several times faster than strangers. And since walking counts
references, an evaluator gets its own copy of every page on its way. The lines are sorted by another process:
that takes memory, and a process gives memory back only when it ends.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kb.errors import StoreError

# For less it is not worth a process.
_LARGE: Final = 4_000_000
_PROGRAM: Final = "from kb.store.grouping import main; main()"
_DESCRIPTORS: Final = Path("/dev/fd")


def fill(store: ox.Store, source: Path, *, group: bool) -> None:
    """Load a file of N-Quads; `group` is for stores in memory, others sort for themselves."""
    if group and source.stat().st_size > _LARGE and _DESCRIPTORS.exists():
        try:
            with grouped(source) as lines:
                store.bulk_load(path=lines, format=ox.RdfFormat.N_QUADS)
            return
        except SyntaxError:
            # Its line is not a line of the file: read that, so that the complaint names the right one.
            store.clear()
    store.bulk_load(path=str(source), format=ox.RdfFormat.N_QUADS)


@contextmanager
def grouped(source: Path) -> Iterator[str]:
    """A path from which the grouped lines of a file can be read, once."""
    command = [sys.executable, "-c", _PROGRAM, str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield f"/dev/fd/{process.stdout.fileno()}"
    # Without this a sorter that was killed would look like the end of the data.
    if process.returncode:
        raise StoreError(
            f"{source}: sorting it for loading failed with status {process.returncode}; try again"
        )


def _group(source: Path) -> Iterator[bytes]:
    """The lines of each predicate, in the order in which predicates first occur."""
    groups: dict[bytes, list[bytes]] = {}
    with source.open("rb") as file:
        for line in file:
            # No subject or predicate has a blank in it. Whatever else a line may be, it is passed on.
            predicate = line.split(b" ", 2)[1:2]
            groups.setdefault(predicate[0] if predicate else b"", []).append(line)
    for lines in groups.values():
        yield b"".join(lines)


def main() -> None:
    """Print the lines of the file that the first argument names."""
    # Who reads may stop at a line that is damaged.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for piece in _group(Path(sys.argv[1])):
        # The last line of the file may lack its end, and may now stand before others.
        sys.stdout.buffer.write(piece if piece.endswith(b"\n") else piece + b"\n")
