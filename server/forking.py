"""What a process does when it forks, or was forked."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kb.errors import KbError

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_THP_DISABLE: Final = 41


def in_child(work: Callable[[], object]) -> bool:
    """Do something in a process of its own and wait for it; whether it came to something."""
    return os.waitpid(aside(work), 0)[1] == 0


def aside(work: Callable[[], object]) -> int:
    """Begin something in a process of its own, which ends with this one; its number."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            be_a_child()
            status = 0 if work() else 1
        except (KbError, OSError, RuntimeError) as error:
            print(error, file=sys.stderr)
        finally:
            os._exit(status)
    return pid


def resident() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    numbers = Path("/proc/self/statm")
    return int(numbers.read_text("ascii").split()[1]) * resource.getpagesize() if numbers.exists() else 0


def limit_growth(limit: int | None) -> None:
    """Let this process grow by `limit` bytes beyond what it shares; None is as much as it wants."""
    size, (_, hard) = Path("/proc/self/statm"), resource.getrlimit(resource.RLIMIT_AS)
    if limit is None or not size.exists():
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        return
    allowed = int(size.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + limit
    allowed = allowed if hard == resource.RLIM_INFINITY else min(allowed, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def be_a_child() -> None:
    """Where the system can do it (Linux), end with the keeper, however that ends, and share its pages.

    When it has time the kernel makes large pages of small ones, and would copy the shared ones among them.
    """
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        system.prctl(_PR_SET_THP_DISABLE, 1, 0, 0, 0)
