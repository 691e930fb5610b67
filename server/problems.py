"""What can go wrong with a request, as RFC 9457 problem documents."""

from __future__ import annotations

import json
from typing import Any, Final

from kb.errors import KbError, StoreError
from kb.store import FullDisk, MalformedQuery, MissingGraph

MEDIA_TYPE: Final = "application/problem+json"


class Problem(Exception):
    """A request that is not answered as asked: status, title, what was wrong and what to do."""

    def __init__(
        self, status: int, title: str, detail: str, *, headers: dict[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(f"{title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = headers or {}
        self.more = more

    def http(self) -> tuple[int, list[tuple[str, str]], bytes]:
        """Status, headers and body of the problem document."""
        document = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        body = json.dumps(document | self.more, ensure_ascii=False) + "\n"
        headers = [("Content-Type", MEDIA_TYPE), ("Cache-Control", "no-store"), *self.headers.items()]
        return self.status, headers, body.encode("utf-8", "replace")


class StreamCut(OSError):
    """An answer that had begun cannot be finished: the connection must break, so that the client sees it.

    An OSError: WSGI servers take that for a broken connection, and neither finish the body nor log a fault.
    """


def malformed(detail: str, **more: Any) -> Problem:
    """400."""
    return Problem(400, "Bad request", detail, **more)


def busy(detail: str, *, after: int = 1) -> Problem:
    """503 with Retry-After."""
    return Problem(503, "Service unavailable", detail, headers={"Retry-After": str(after)})


def too_many(detail: str) -> Problem:
    """429 with Retry-After."""
    return Problem(429, "Too many requests", detail, headers={"Retry-After": "1"})


def told(error: KbError) -> dict[str, Any]:
    """What an evaluator or keeper reports of an error."""
    if isinstance(error, MalformedQuery):
        position = {"line": error.line, "column": error.column, "hint": error.hint}
        return {"kind": "syntax", "detail": error.message, **position}
    kind = next((kind for kind, found in _KINDS.items() if isinstance(error, found)), "query")
    return {"kind": kind, "detail": str(error)}


_KINDS: Final = {"missing": MissingGraph, "full": FullDisk, "store": StoreError}
"""What an error is called between processes; the first that fits."""


def from_process(error: dict[str, Any]) -> Problem:
    """The problem that an evaluator or keeper reported."""
    detail = error.pop("detail")
    kind = error.pop("kind")
    if kind == "syntax":
        return malformed(f"line {error['line']}, column {error['column']}: {detail}", **error)
    if kind == "bytes":
        return Problem(413, "Answer too large", detail)
    if kind == "missing":
        return Problem(404, "Not found", detail)
    if kind == "service":
        return Problem(502, "Bad gateway", detail)
    if kind == "full":
        return Problem(507, "Insufficient storage", detail)
    if kind == "store":
        return busy(detail, after=10)
    if kind == "memory":
        return out_of_memory()
    return malformed(detail)


def out_of_memory() -> Problem:
    """503: the evaluation was ended for its memory."""
    return busy("the query needs more memory than one query may have; make it more selective", after=10)
