"""Zip and tar archives and compressed files → their members; nothing is ever written to disk."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedIOBase, BufferedReader, BytesIO
from typing import IO, Final

from kb.documents.paths import ASIDE, LARGEST, SUFFIXES, Blob
from kb.errors import SourceError

LARGEST_TOTAL: Final = 2_000_000_000
"""Bytes that the members of one archive may come to: a bomb is given up after seconds."""
MOST_MEMBERS: Final = 200_000
_ZIP: Final = b"PK\x03\x04"
_COMPRESSED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_DAMAGE: Final = (
    tarfile.TarError,
    zipfile.BadZipFile,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    # What zipfile raises for a member that is encrypted.
    RuntimeError,
    ValueError,
)


def is_archive(head: bytes) -> bool:
    """Whether a stream that starts with `head` is an archive or compressed."""
    return head.startswith((_ZIP, *_COMPRESSED)) or head[257:262] == b"ustar"


def members(blob: Blob, stream: BufferedReader) -> Iterator[Blob | SourceError]:
    """The members of an archive that may hold documents, in its order; an error for each that is damaged."""
    head = stream.peek(512)
    # Standard input cannot be rewound, and both kinds of archive must be.
    seekable: IO[bytes] = stream if stream.seekable() else BytesIO(stream.read(LARGEST_TOTAL))
    try:
        yield from _zip(blob, seekable) if head.startswith(_ZIP) else _tar(blob, seekable, head)
    except _DAMAGE as error:
        raise SourceError(blob.name, f"is a damaged archive ({error}); fetch it again") from error


def _zip(blob: Blob, stream: IO[bytes]) -> Iterator[Blob | SourceError]:
    with zipfile.ZipFile(stream) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names or names[:1] == ["mimetype"]:
            raise SourceError(blob.name, "is an office document or book; save it as text or HTML")
        total = 0
        for count, member in enumerate(archive.infolist()):
            name, total = f"{blob.name}:{member.filename}", total + member.file_size
            _check(blob, count, total)
            if member.is_dir() or not _is_wanted(member.filename):
                continue
            try:
                with archive.open(member) as content:
                    yield _member(name, content)
            except _DAMAGE as error:
                yield SourceError(name, f"cannot be unpacked ({error}); pack it again without a password")


def _tar(blob: Blob, stream: IO[bytes], head: bytes) -> Iterator[Blob | SourceError]:
    try:
        archive = tarfile.open(fileobj=stream, mode="r:*")  # noqa: SIM115 — closed below
    except tarfile.ReadError:
        stream.seek(0)
        yield _single(blob, stream, head)
        return
    with archive:
        total = 0
        for count, member in enumerate(archive):
            total += member.size
            _check(blob, count, total)
            content = archive.extractfile(member) if member.isfile() and _is_wanted(member.name) else None
            if content is not None:
                yield _member(f"{blob.name}:{member.name}", content)


def _single(blob: Blob, stream: IO[bytes], head: bytes) -> Blob | SourceError:
    """What a compressed file holds that is no archive."""
    name = blob.name.removesuffix(blob.suffix) if blob.suffix in SUFFIXES else blob.name
    if head.startswith(b"BZh"):
        return _member(name, bz2.open(stream))
    return _member(name, lzma.open(stream) if head.startswith(b"\xfd") else gzip.open(stream))


def _member(name: str, content: IO[bytes] | BufferedIOBase) -> Blob | SourceError:
    data = content.read(LARGEST + 1)
    if len(data) > LARGEST:
        return SourceError(name, f"is larger than {LARGEST:,} bytes when unpacked; unpack and split it first")
    return Blob(name, data)


def _is_wanted(path: str) -> bool:
    """Whether a member is a document by its name; the others are metadata of systems and of the archive."""
    parts = path.replace("\\", "/").split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts if part not in {".", ".."})
    return not hidden and not parts[-1].lower().startswith(ASIDE)


def _check(blob: Blob, count: int, total: int) -> None:
    if total > LARGEST_TOTAL or count > MOST_MEMBERS:
        limits = f"{LARGEST_TOTAL:,} bytes or {MOST_MEMBERS:,} members"
        raise SourceError(blob.name, f"unpacks to more than {limits}; unpack what you need from it first")
