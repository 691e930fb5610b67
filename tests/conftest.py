"""What many tests share: the parser, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kb import language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """The default pipeline."""
    return language.load()
