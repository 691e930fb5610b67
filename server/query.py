"""The values between protocol, service and servers: a query as it was asked, and the reply to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from kb.store import GRAPHS, RESULTS
from server.cache import Answer

_ALWAYS: Final = (("Vary", "Accept, Accept-Encoding"), ("Cache-Control", "no-cache"))


class Asker(NamedTuple):
    """Who asks: the client's address, and whether it has left by now. The default is the service itself."""

    client: str = ""
    gone: Callable[[], bool] = bool


NOBODY: Final = Asker()


@dataclass(frozen=True, slots=True)
class Query:
    """A query; dataset None means the store's own."""

    text: str
    base: str | None = None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    results: str = RESULTS[0].media_type
    graphs: str = GRAPHS[0].media_type
    content_type: str | None = None
    coding: str = ""
    timeout: float | None = None
    explain: bool = False

    @property
    def size(self) -> int:
        """Characters of what the client sent."""
        return sum(map(len, (self.text, self.base or "", *(self.default or ()), *(self.named or ()))))

    def key(self, generation: str, normal: str) -> tuple[Any, ...]:
        """What decides the answer."""
        dataset = (self.default, self.named)
        return (
            generation,
            normal,
            self.base,
            dataset,
            self.results,
            self.graphs,
            self.content_type,
            self.coding,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: complete, or the rest of it as a stream."""

    answer: Answer
    stream: Iterator[bytes] | None = None

    def http(self, if_none_match: str) -> tuple[int, list[tuple[str, str]], bytes]:
        """Status, headers and body of a complete answer; 304 if the client has it already."""
        headers = [*self.answer.headers, *_ALWAYS]
        etag = self.answer.etag
        if etag and etag in [given.strip().removeprefix("W/") for given in if_none_match.split(",")]:
            return 304, [header for header in headers if header[0] != "Content-Type"], b""
        return 200, headers, self.answer.body
