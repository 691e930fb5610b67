"""What an operator can set, with defaults that keep a public endpoint alive."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kb.store import Mode


@dataclass(frozen=True, slots=True)
class Settings:
    """All options of the service; `directory` is a built knowledge base."""

    directory: Path
    store: Mode = "auto"
    workers: int = 0
    timeout: float = 30.0
    max_rows: int | None = None
    max_bytes: int | None = None
    query_memory: int | None = 512 << 20
    per_client: int = 32
    queue: int = 64
    cache_bytes: int = 64 << 20
    max_query: int = 1 << 20
    max_upload: int = 256 << 20
    update: bool = False
    tokens: tuple[tuple[str, frozenset[str]], ...] = ()
    services: tuple[str, ...] = ()
    trusted_proxies: int = 0
    access_log: bool = True

    @property
    def max_body(self) -> int:
        """The longest request body in bytes; only who may write has reason to send a long one."""
        return self.max_upload if self.update else 16 * self.max_query

    @property
    def places(self) -> int:
        """Queries that run at full speed at a time: one for each processor, unless told, but always two.

        More would each copy of the store what they walk over, and answer no sooner.
        """
        return self.workers or max(2, os.cpu_count() or 1)
