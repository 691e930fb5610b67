"""Answers kept for the next who asks the same: bounded in bytes, keyed by generation, query and format."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer: its body and the headers that describe it."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str = ""

    @property
    def size(self) -> int:
        """About how much memory it takes."""
        return len(self.body) + 1024


def whole(body: bytes, headers: tuple[tuple[str, str], ...]) -> Answer:
    """An answer with a strong entity tag: the same exactly for the same bytes in the same format."""
    etag = '"' + hashlib.blake2b(repr(headers).encode() + body, digest_size=12).hexdigest() + '"'
    return Answer(body, (*headers, ("ETag", etag)), etag)


class Cache:
    """The answers used last."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable) -> Answer | None:
        """The answer, if it is still here."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: Hashable, answer: Answer) -> None:
        """Keep an answer; the longest unused make room. One large answer does not displace many small."""
        if answer.size > self._limit // 16:
            return
        with self._lock:
            old = self._answers.pop(key, None)
            self._size += answer.size - (old.size if old else 0)
            self._answers[key] = answer
            while self._size > self._limit:
                self._size -= self._answers.popitem(last=False)[1].size

    @property
    def size(self) -> int:
        """Bytes in use."""
        return self._size
