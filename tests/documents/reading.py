"""What the tests of documents share."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from kb.documents import Document, read
from kb.errors import SourceError


def one(content: str | bytes, folder: Path, name: str = "item.txt") -> Document:
    """The only document of a file with this content."""
    (found,) = every(content, folder, name)
    assert isinstance(found, Document), found
    return found


def error(content: str | bytes, folder: Path, name: str = "item.txt") -> str:
    """Why a file with this content cannot be read."""
    (found,) = every(content, folder, name)
    assert isinstance(found, SourceError), found
    assert found.source.startswith(str(folder))
    return found.reason


def every(content: str | bytes, folder: Path, name: str = "item.txt") -> list[Document | SourceError]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([path]))


def piped(content: bytes) -> list[Document | SourceError]:
    return list(read(["-"], stdin=BytesIO(content)))
