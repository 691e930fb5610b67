"""The stream from the engine's serialiser to the service: small answers whole, large ones as they come."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import IO, Final, Protocol, cast

from zstandard import ZstdCompressor

from server.wire import DATA, HEAD, Frame, Wire, pack

PIECE: Final = 1 << 16
# Below this compression saves nothing worth its time.
_COMPRESS_FROM: Final = 1024
# Level 1 makes results six to ten times smaller; higher levels cost more time than they save.
_LEVEL: Final = 1
_GZIP: Final = 31


class Packer(Protocol):
    """Compresses a stream."""

    def compress(self, data: bytes, /) -> bytes:
        """The next piece."""

    def flush(self) -> bytes:
        """What is left."""


PACKERS: Final[dict[str, Callable[[], Packer]]] = {
    "gzip": lambda: zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP),
    "zstd": lambda: ZstdCompressor(_LEVEL).compressobj(),
}
"""How to compress, by content coding."""


class TooLong(Exception):
    """The answer is longer than the service allows."""


class Output:
    """A binary file for the engine to write into; sends HEAD with the first piece, then DATA."""

    def __init__(self, wire: Wire, kind: str, *, coding: str, limit: int | None) -> None:
        self.total = 0
        self._wire = wire
        self._kind = kind
        self._coding = coding
        self._limit = limit
        self._cap: int | None = None
        self._more: Callable[[], bool] | None = None
        self._begun = False
        self._packer: Packer | None = None
        self._pieces: list[bytes] = []
        self._size = 0

    def cap(self, rows: int, more: Callable[[], bool]) -> None:
        """Say that at most `rows` come; `more` tells, at a price, whether that cuts the answer."""
        self._cap, self._more = rows, more

    def write(self, data: bytes) -> int:
        """Take a piece from the engine."""
        self.total += len(data)
        if self._limit is not None and self.total > self._limit:
            raise TooLong(f"the answer is longer than {self._limit} bytes; ask for less with LIMIT")
        self._pieces.append(bytes(data))
        self._size += len(data)
        if self._size >= PIECE:
            self._flush()
        return len(data)

    def flush(self) -> None:
        """Do nothing: pieces leave when they are large enough."""

    @property
    def file(self) -> IO[bytes]:
        """This object as the engine's signatures want it."""
        return cast("IO[bytes]", self)

    def finish(self, end: Frame) -> None:
        """Send what is left and the end, of a short answer all in one: each message wakes the service."""
        self._flush(end)

    def _flush(self, *end: Frame) -> None:
        frames: list[Frame] = []
        if not self._begun:
            frames.append((HEAD, self._head(last=bool(end))))
            self._begun = True
        data = b"".join(self._pieces)
        self._pieces, self._size = [], 0
        if self._packer is not None:
            data = self._packer.compress(data) + (self._packer.flush() if end else b"")
        if data:
            frames.append((DATA, data))
        frames += end
        if frames:
            self._wire.send(*frames)

    def _head(self, *, last: bool) -> bytes:
        if self._coding and self.total >= _COMPRESS_FROM:
            self._packer = PACKERS[self._coding]()
        return pack(
            type=self._kind,
            coding=self._coding if self._packer is not None else "",
            truncated=self._truncated(last=last),
            complete=last,
        )

    def _truncated(self, *, last: bool) -> int | None:
        """The cap, if it cuts the answer. A row takes a byte or more: a short answer needs no second look."""
        if self._cap is None or self._more is None or (last and self.total < self._cap):
            return None
        return self._cap if self._more() else None
