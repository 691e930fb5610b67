"""Opening a built directory: kb.nq in memory with the changes made since, or DIR/store on disk."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

import pyoxigraph as ox

from kb.errors import StoreError
from kb.store.changes import Changes
from kb.store.grouping import fill

Mode = Literal["auto", "memory", "disk"]

# About 390 bytes of memory for 150 bytes of N-Quads: 1 GB of file needs 2.6 GB of memory.
DISK_ABOVE: Final = 1_000_000_000
_STAMP: Final = "GENERATION"


def open_store(directory: str | Path, *, mode: Mode = "auto") -> ox.Store:
    """The data of a built directory; a missing or outdated DIR/store is rebuilt from kb.nq."""
    folder = Path(directory)
    if chosen(folder, mode) == "memory":
        return load(folder)
    if not _current(folder):
        rebuild(folder)
    with _damage(folder / "store"):
        return ox.Store.read_only(str(folder / "store"))


def chosen(directory: str | Path, mode: Mode) -> Literal["memory", "disk"]:
    """Where a store of this size should live, unless told."""
    if mode != "auto":
        return mode
    return "disk" if _source(Path(directory)).stat().st_size > DISK_ABOVE else "memory"


def load(directory: str | Path) -> ox.Store:
    """A memory store of the build and of the changes made to it."""
    store = ox.Store()
    _fill(store, Path(directory), group=True)
    return store


def rebuild(directory: str | Path) -> None:
    """Make DIR/store anew; the old one stays until the new one is complete."""
    folder = Path(directory)
    fresh, old = folder / f"store.{os.getpid()}.new", folder / f"store.{os.getpid()}.old"
    shutil.rmtree(fresh, ignore_errors=True)
    store = ox.Store(str(fresh))
    _fill(store, folder, group=False)
    store.flush()
    # A RocksDB directory stays locked while its object lives.
    del store
    (fresh / _STAMP).write_text(_state(folder), encoding="ascii")
    if (folder / "store").exists():
        (folder / "store").rename(old)
    fresh.rename(folder / "store")
    shutil.rmtree(old, ignore_errors=True)


def _fill(store: ox.Store, folder: Path, *, group: bool) -> None:
    source = _source(folder)
    changes = Changes(folder)
    with _damage(source):
        if changes.any() and changes.present(generation(folder)):
            changes.fill(store, source, group=group)
        else:
            fill(store, source, group=group)


def _state(folder: Path) -> str:
    """What a store on disk must hold to be current: this build and this many changes."""
    return f"{generation(folder)}.{Changes(folder).count()}"


def generation(directory: str | Path) -> str:
    """A name for the exact data in DIR/kb.nq: the start of its SHA-256."""
    with _source(Path(directory)).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _current(folder: Path) -> bool:
    stamp = folder / "store" / _STAMP
    return stamp.exists() and stamp.read_text(encoding="ascii") == _state(folder)


def _source(folder: Path) -> Path:
    source = folder / "kb.nq"
    if not source.is_file():
        raise StoreError(f"{folder}: there is no kb.nq; make it with `kb build SOURCES --out {folder}`")
    return source


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """The engine's errors while reading a file, as ours."""
    try:
        yield
    except SyntaxError as error:
        raise StoreError(f"{path}: damaged, {error}; run `kb build` again") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"{path}: cannot be opened, {error}") from error
