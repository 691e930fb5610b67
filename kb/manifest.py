"""The manifest: what a knowledge base directory holds, with counts and checksums, written last of all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from kb.errors import StoreError
from kb.files import sha256, write

NAME: Final = "manifest.json"
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "kb.ttl": "text/turtle",
    "kb.trig": "application/trig",
    "kb.nq": "application/n-quads",
}
"""The files that hold data."""
COMPANIONS: Final = ("dataset.ttl", "report.ttl", "ro-crate-metadata.json")
"""The files beside the data that the manifest vouches for too."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file that holds data and can be downloaded."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What manifest.json says; `rdfc10` is the RDFC-1.0 hash (SHA-256) of the dataset."""

    version: str
    base: str
    counts: Mapping[str, int]
    files: Mapping[str, Mapping[str, Any]]
    rdfc10: str


def distributions(directory: Path) -> list[Distribution]:
    """The files of `directory` that hold data."""
    return [Distribution(name, *measured(directory, name).values()) for name in MEDIA_TYPES]


def measured(directory: Path, name: str) -> dict[str, Any]:
    """Size and checksum of a file as the manifest gives them."""
    path = directory / name
    return {"bytes": path.stat().st_size, "sha256": sha256(path)}


def save(directory: Path, manifest: Manifest) -> None:
    """Write manifest.json."""
    write(directory / NAME, json.dumps(asdict(manifest), indent=2) + "\n")


def load(directory: Path) -> Manifest:
    """Read manifest.json; StoreError if there is none or it is damaged."""
    path = directory / NAME
    try:
        return Manifest(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError as error:
        raise StoreError(f"{directory}: holds no finished knowledge base; run `kb build` into it") from error
    except (ValueError, TypeError) as error:
        raise StoreError(f"{path}: damaged ({error}); run `kb build` again") from error


def differences(directory: Path, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """The name of each file that is not as the manifest says, and a sentence on it."""
    for name, expected in manifest.files.items():
        if not (directory / name).is_file():
            yield name, f"{name} is missing; run `kb build` again"
        elif measured(directory, name) != expected:
            yield name, f"{name} has changed since it was built; run `kb build` again"
