"""DIR/store: a RocksDB directory for each state of the data, named after it, complete or not there at all.

A directory is never written to once it has its name, so any number of processes may read it. A change is made
in a copy, which shares the large files (RocksDB never alters them) and gets its name when it is complete.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from kb.errors import StoreError

Result = TypeVar("Result")

_SHARED: Final = ".sst"
# What RocksDB writes about itself: LOCK, LOG and a LOG.old of each opening.
_OWN: Final = "LO"
_FULL: Final = tuple(map(os.strerror, (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)))


class FullDisk(StoreError):
    """There is no room for a change."""

    def __init__(self) -> None:
        super().__init__("there is no room on the disk for the change; nothing was changed")


def is_full(error: OSError) -> bool:
    """Whether there is no room on the disk; of RocksDB's errors only the text tells."""
    return any(reason in str(error) for reason in _FULL)


@contextmanager
def writing() -> Iterator[None]:
    """The system's errors while a change is written, as ours."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise FullDisk from error
        reason = error.strerror or str(error)
        raise StoreError(f"the change cannot be written: {reason}; nothing was changed") from error


def place(directory: Path, state: str) -> Path:
    """Where a state of the data lives."""
    return directory / "store" / state


def create(directory: Path, state: str, fill: Callable[[ox.Store], None]) -> None:
    """Make a state from nothing, and remove what belongs to another build."""
    fresh = _fresh(directory, state)
    try:
        _write(fresh, fill)
        _publish(fresh, place(directory, state))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    build = state.partition(".")[0]
    discard(directory, lambda other: not other.startswith(f"{build}."))


def derive(directory: Path, before: str, after: str, change: Callable[[ox.Store], bool]) -> bool:
    """Make a state from another one; False, and nothing made, where `change` says so."""
    fresh = _fresh(directory, after)
    try:
        with writing():
            _copy(place(directory, before), fresh)
            if _write(fresh, change):
                _publish(fresh, place(directory, after))
                return True
        return False
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def discard(directory: Path, unwanted: Callable[[str], bool]) -> None:
    """Remove states by name."""
    folder = directory / "store"
    for entry in folder.iterdir() if folder.exists() else ():
        if not unwanted(entry.name):
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


def _fresh(directory: Path, state: str) -> Path:
    fresh = directory / "store" / f"{state}.{os.getpid()}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(exist_ok=True)
    return fresh


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    for file in source.iterdir():
        if file.suffix == _SHARED:
            os.link(file, target / file.name)
        elif not file.name.startswith(_OWN):
            shutil.copyfile(file, target / file.name)


def _write(path: Path, work: Callable[[ox.Store], Result]) -> Result:
    """Work on a store and close it: its files are complete when its object is gone."""
    store = ox.Store(str(path))
    result = work(store)
    store.flush()
    return result


def _publish(fresh: Path, final: Path) -> None:
    for file in (*fresh.iterdir(), fresh):
        sync(file)
    # Only what a crash between the naming and the journal left can be there.
    shutil.rmtree(final, ignore_errors=True)
    fresh.rename(final)
    sync(final.parent)


def sync(path: Path) -> None:
    """Have a file or directory written to the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
