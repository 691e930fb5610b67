"""Requests to public services as operators ask for: one at a time, named, slow, patient when refused."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from kb.errors import GazetteerError

AGENT: Final = "communique (knowledge graph of international affairs)"
AGAIN: Final = frozenset({429, 500, 502, 503, 504})
"""Answers after which a later request may succeed."""
LARGEST: Final = 256 << 20
"""Bytes of an answer that are read at most."""
LONGEST_WAIT: Final = 300.0


@dataclass(slots=True)
class Client:
    """Sends requests at least `pause` seconds apart and repeats those that were refused for now."""

    pause: float = 1.0
    tries: int = 5
    timeout: float = 90.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: float = field(default=float("-inf"), init=False)

    def json(self, url: str, data: dict[str, str] | None = None) -> Any:
        """The JSON that `url` answers, to a GET or with form `data` to a POST."""
        answer = self._answer(url, None if data is None else urlencode(data).encode())
        try:
            return json.loads(answer)
        except ValueError as error:
            raise GazetteerError(
                f"{url}: the answer is no JSON ({error}); is this the right address?"
            ) from error

    def _answer(self, url: str, body: bytes | None) -> bytes:
        if urlsplit(url).scheme not in ("http", "https"):
            raise GazetteerError(f"{url}: only http and https addresses can be asked")
        failure = ""
        for attempt in range(self.tries):
            self._wait()
            try:
                return self._send(url, body)
            except urllib.error.HTTPError as error:
                failure = f"HTTP {error.code} {error.reason}"
                if error.code not in AGAIN:
                    break
                self.sleep(_patience(error.headers.get("Retry-After"), attempt))
            except (OSError, ValueError) as error:
                failure = str(error)
                self.sleep(_patience(None, attempt))
        raise GazetteerError(f"{url}: {failure}; nothing was changed, try again later")

    def _wait(self) -> None:
        rest = self._last + self.pause - self.clock()
        if rest > 0:
            self.sleep(rest)
        self._last = self.clock()

    def _send(self, url: str, body: bytes | None) -> bytes:
        headers = {"User-Agent": AGENT, "Accept": "application/json, application/sparql-results+json"}
        request = urllib.request.Request(url, data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=self.timeout) as answer:
            content: bytes = answer.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ValueError(f"the answer is longer than {LARGEST >> 20} MiB")
        return content


def _patience(retry_after: str | None, attempt: int) -> float:
    """Seconds to wait before asking again: as long as the service says, else twice as long each time."""
    if retry_after is not None and retry_after.strip().isdigit():
        return min(LONGEST_WAIT, float(retry_after))
    return min(LONGEST_WAIT, 2.0**attempt)
