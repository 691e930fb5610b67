"""One writer at a time: two services that change the same directory would not see each other's changes."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from kb.errors import StoreError


def exclusive(directory: Path) -> int:
    """The descriptor of a lock on the directory's changes, held until it is closed."""
    # Not in `updates`: that folder may be set aside, and a lock with it.
    descriptor = os.open(directory / "updates.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise StoreError(
            f"{directory}: another service writes here; stop it, or leave out --update"
        ) from error
    return descriptor
