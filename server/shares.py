"""Who has had how much of the evaluators lately, so that those who had least go first."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Final

# What was used counts half after this many seconds.
_HALF_LIFE: Final = 20.0
_KNOWN: Final = 10_000


class Shares:
    """Seconds of evaluation by client, fading with time."""

    def __init__(self) -> None:
        self._used: dict[str, tuple[float, float]] = {}

    def charge(self, client: str, seconds: float) -> None:
        """Add to what a client used."""
        if len(self._used) >= _KNOWN and client not in self._used:
            # The least recently charged is forgotten.
            self._used.pop(next(iter(self._used)))
        total = self.used(client) + seconds
        self._used.pop(client, None)
        self._used[client] = (total, time.monotonic())

    def used(self, client: str) -> float:
        """What a client used, as it counts now."""
        total, at = self._used.get(client, (0.0, 0.0))
        return total * 0.5 ** ((time.monotonic() - at) / _HALF_LIFE) if total else 0.0

    def least(self, clients: Iterable[str], running: Mapping[str, float]) -> str:
        """The client who used least, with what `running` adds; of several the first."""
        # Looked up once for each: what was used fades from one look to the next.
        used = {client: self.used(client) + running.get(client, 0.0) for client in dict.fromkeys(clients)}
        return min(used, key=used.__getitem__)
