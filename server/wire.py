"""Messages between the service and its processes: a kind of one byte, a length, a payload."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any, Final

_HEAD: Final = struct.Struct("!cI")
# One receive takes what the sender's buffer holds.
_RECEIVE: Final = 1 << 18
_BUFFER: Final = 1 << 20

HEAD, DATA, END, ERROR = b"H", b"D", b"E", b"X"
"""An answer is HEAD DATA* END, or ERROR at any point."""
QUERY, WRITE, OUTCOME, COMMIT, READY = b"Q", b"W", b"O", b"C", b"R"

Frame = tuple[bytes, bytes]


class Wire:
    """One end of a stream socket that carries frames."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._buffer = bytearray()
        for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
            sock.setsockopt(socket.SOL_SOCKET, option, _BUFFER)

    def send(self, *frames: Frame) -> None:
        """Send frames in one piece; blocks while the other end does not take them."""
        self.sock.sendall(b"".join(_HEAD.pack(kind, len(body)) + body for kind, body in frames))

    def receive(self) -> Frame:
        """The next frame; EOFError when the other end is gone."""
        while (frame := self.pop()) is None:
            piece = self.sock.recv(_RECEIVE)
            if not piece:
                raise EOFError
            self.feed(piece)
        return frame

    def feed(self, piece: bytes) -> None:
        """Add what was received elsewhere."""
        self._buffer += piece

    def pop(self) -> Frame | None:
        """The next frame, if it has arrived in full."""
        if len(self._buffer) < _HEAD.size:
            return None
        kind, length = _HEAD.unpack_from(self._buffer)
        end = _HEAD.size + length
        if len(self._buffer) < end:
            return None
        body = bytes(self._buffer[_HEAD.size : end])
        del self._buffer[:end]
        return kind, body

    def close(self) -> None:
        """Close the socket."""
        self.sock.close()


def pack(**fields: Any) -> bytes:
    """A payload of named values."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(body: bytes) -> dict[str, Any]:
    """The named values of a payload."""
    fields: dict[str, Any] = json.loads(body)
    return fields
