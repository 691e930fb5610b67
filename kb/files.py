"""Files that are never half-written: a temporary name, flushed to the disk, then renamed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 20
SUFFIX = ".partial"
"""Ends the names of what is still being written; what a killed run left of them is overwritten or swept."""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file that becomes `path` when the block ends well, and vanishes when it does not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}{SUFFIX}")
    try:
        with temporary.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


def write(path: Path, content: str | bytes) -> None:
    """Make `content` the whole of the file `path`, or leave the file as it was."""
    with replacing(path) as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


def sha256(path: Path) -> str:
    """The SHA-256 of the file `path` in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sweep(directory: Path) -> None:
    """Remove what a killed run left half-written directly in `directory`."""
    for left in sorted(directory.glob(f"*{SUFFIX}")):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def _settle(directory: Path) -> None:
    """Flush the renaming itself, where the system lets a directory be flushed."""
    if os.name == "posix":
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
