"""A file of N-Quads as `kb build` leaves it: vouched for, and with the index for searches."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kb import manifest, store
from kb.manifest import Manifest


def built(data: Path, directory: Path) -> Path:
    """Make a directory to serve; `data` stays where it is."""
    directory.mkdir(exist_ok=True)
    (directory / "kb.nq").symlink_to(data.resolve())
    files = {"kb.nq": manifest.measured(directory, "kb.nq")}
    manifest.save(directory, Manifest("", "http://localhost:8000/", {}, files, files["kb.nq"]["sha256"]))
    # Without changes the index is made of the file, and the store is not looked at.
    store.prepare_index(ox.Store(), directory, store.state(directory))
    return directory
