"""An interpreter that has the followthemoney package, which needs ICU headers to build: `make ftm`."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PLACES = (os.environ.get("FTM_PYTHON", ""), str(ROOT / "build" / "ftm" / "bin" / "python"))


def interpreter() -> str:
    """The first that is there; a test that asks for it is skipped where none is."""
    own = [sys.executable] if find_spec("followthemoney") else []
    for path in (*PLACES, *own):
        if path and Path(path).exists():
            return path
    pytest.skip("followthemoney is not installed: run `make ftm`")
