"""Paths, directories and standard input → open sources, in an order that depends on their names only."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO, Final, cast

from kb.errors import SourceError

SUFFIXES: Final = frozenset(
    ".txt .text .md .html .htm .xhtml .json .jsonl .ndjson .xml .rss .atom "
    ".zip .tar .tgz .gz .bz2 .xz".split()
)
"""What is read of a directory; a file given by its own name is judged by its content."""
ASIDE: Final = ("readme", "license", "licence", "copying", "index.md", "makefile")
"""How the names of files begin that describe a directory and are no part of what it holds."""
LARGEST: Final = 64_000_000
"""Bytes of one file at most, unless it is an archive or JSON lines, which are read in pieces."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A named source that can be opened: a file, standard input, or a member of an archive."""

    name: str
    origin: Path | bytes | BinaryIO

    @property
    def stem(self) -> str:
        """The name without folders and without suffixes that tell the format."""
        base = self.name.rpartition(":")[2].replace("\\", "/").rstrip("/").rpartition("/")[2]
        stem, dot, suffix = base.rpartition(".")
        while dot and stem and f".{suffix.lower()}" in SUFFIXES:
            base = stem
            stem, dot, suffix = base.rpartition(".")
        return base

    @property
    def suffix(self) -> str:
        """The last suffix, lower-case, with its dot."""
        return Path(self.name).suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """A stream that can be peeked into; standard input stays open."""
        if isinstance(self.origin, Path):
            with self.origin.open("rb") as stream:
                yield stream
        else:
            content = BytesIO(self.origin) if isinstance(self.origin, bytes) else self.origin
            # A buffered reader asks of its stream no more than any binary stream can do.
            yield BufferedReader(cast(RawIOBase, content))


def walk(sources: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Blob | SourceError]:
    """Every file of `sources`, sorted by name; an error for each that is not there or of no known kind."""
    for source in sorted({os.fspath(source) for source in sources}):
        if source == "-":
            yield _standard_input(stdin)
        elif Path(source).is_dir():
            yield from _directory(Path(source))
        else:
            yield _file(Path(source))


def _standard_input(stdin: BinaryIO | None) -> Blob | SourceError:
    if stdin is None:
        return SourceError("-", "standard input is not available here; name a file")
    return Blob("stdin", stdin)


def _directory(directory: Path) -> Iterator[Blob | SourceError]:
    """The files below `directory`; hidden ones and those that describe it are passed over."""
    empty = True
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(directory, onerror=unreadable.append):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name.lower().startswith(ASIDE):
                continue
            empty = False
            path = Path(parent, name)
            if path.suffix.lower() in SUFFIXES:
                yield _file(path)
            else:
                yield SourceError(str(path), "is of no kind that is read; name it by itself if it is text")
    for error in unreadable:
        yield SourceError(str(error.filename), "is a folder that cannot be opened; check its permissions")
    if empty and not unreadable:
        yield SourceError(str(directory), "holds no documents; check the path")


def _file(path: Path) -> Blob | SourceError:
    if not path.exists():
        return SourceError(str(path), "does not exist; check the path")
    if not path.is_file():
        return SourceError(str(path), "is no regular file; pipe its content in and name it -")
    return Blob(str(path), path)
