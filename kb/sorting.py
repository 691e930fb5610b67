"""Sorting more lines than memory holds: sorted runs on the disk, merged while they are read."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TextIO

from kb.files import SUFFIX

RUN = 400_000
"""Lines per run: some 100 MB of N-Quads in memory."""


class Sorter:
    """Takes lines in any order and gives them sorted by code point, each once; use it in a `with` block."""

    def __init__(self, directory: Path, *, run: int = RUN) -> None:
        self._directory = TemporaryDirectory(dir=directory, suffix=SUFFIX, ignore_cleanup_errors=True)
        self._run = run
        self._lines: list[str] = []
        self._files: list[Path] = []

    def __enter__(self) -> Sorter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._directory.cleanup()

    def extend(self, lines: Iterable[str]) -> None:
        """Take `lines`, each ending with its only line feed."""
        for line in lines:
            self._lines.append(line)
            if len(self._lines) >= self._run:
                self._spill()

    def __iter__(self) -> Iterator[str]:
        self._lines.sort()
        with ExitStack() as stack:
            runs: list[Iterable[str]] = [stack.enter_context(_reading(path)) for path in self._files]
            last = None
            for line in heapq.merge(*runs, self._lines) if runs else self._lines:
                if line != last:
                    yield line
                last = line

    def _spill(self) -> None:
        """Write the lines in memory to the disk as one run."""
        path = Path(self._directory.name) / f"{len(self._files)}.run"
        self._lines.sort()
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(self._lines)
        self._files.append(path)
        self._lines.clear()


def _reading(path: Path) -> TextIO:
    # newline="\n": the default would also end lines at a carriage return.
    return path.open(encoding="utf-8", newline="\n")
