"""Opening a built directory: kb.nq in memory with the changes made since, or DIR/store on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

import pyoxigraph as ox

from kb import manifest
from kb.errors import StoreError
from kb.files import sha256
from kb.store import disk
from kb.store.changes import Changes
from kb.store.grouping import fill
from kb.store.search import prepare_index

Mode = Literal["auto", "memory", "disk"]

# About 390 bytes of memory for 150 bytes of N-Quads: 1 GB of file needs 2.6 GB of memory.
DISK_ABOVE: Final = 1_000_000_000


def open_store(directory: str | Path, *, mode: Mode = "auto") -> ox.Store:
    """The data of a built directory; a missing or outdated DIR/store is rebuilt from kb.nq."""
    folder = Path(directory)
    if chosen(folder, mode) == "memory":
        return load(folder)
    return open_state(folder, refreshed(folder))


def at_hand(directory: str | Path) -> ox.Store:
    """The data as they can be had soonest, for a query or two: loading takes longer than most answers.

    A DIR/store that is missing, outdated or damaged is left alone, and kb.nq loaded.
    """
    folder = Path(directory)
    name = state(folder)
    if disk.place(folder, name).exists():
        try:
            return open_state(folder, name)
        except StoreError:
            return load(folder)
    return open_store(folder)


def refreshed(directory: str | Path) -> str:
    """The name of the present state of the data, which DIR/store holds after this call."""
    folder = Path(directory)
    name = state(folder)
    if not disk.place(folder, name).exists():
        rebuild(folder)
    return name


def state(directory: str | Path) -> str:
    """A name for the data: the build and how many changes to it; changes to another build are set aside."""
    build = generation(directory)
    changes = Changes(directory)
    return f"{build}.{changes.count() if changes.any() and changes.present(build) else 0}"


def open_state(directory: str | Path, state: str) -> ox.Store:
    """A state of the data on the disk, to read."""
    path = disk.place(Path(directory), state)
    with _damage(path):
        return ox.Store.read_only(str(path))


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
    """Make the present state in DIR/store anew from kb.nq and the changes to it."""
    folder = Path(directory)
    disk.create(folder, state(folder), lambda store: _fill(store, folder, group=False))


def index(directory: str | Path) -> None:
    """Make the full-text index of the present state from DIR/store, so that services find it there."""
    folder = Path(directory)
    name = state(folder)
    prepare_index(open_state(folder, name), folder, name)


def _fill(store: ox.Store, folder: Path, *, group: bool) -> None:
    source = _source(folder)
    changes = Changes(folder)
    with _damage(source):
        if changes.any() and changes.present(generation(folder)):
            changes.fill(store, source, group=group)
        else:
            fill(store, source, group=group, valid=lambda: _as_built(folder))


def _as_built(folder: Path) -> bool:
    """Whether kb.nq is what a build wrote, loaded and vouched for."""
    try:
        return manifest.load(folder).files["kb.nq"] == manifest.measured(folder, "kb.nq")
    except (StoreError, KeyError):
        return False


def generation(directory: str | Path) -> str:
    """A name for the exact data in DIR/kb.nq: the start of its SHA-256."""
    return sha256(_source(Path(directory)))[:16]


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
