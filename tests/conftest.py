"""What many tests share: the parser, loaded once, and a small built directory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb import language
from kb.language.transcription import transcribed
from tests.export.base import built

if TYPE_CHECKING:
    from kb.tokens import Doc


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """The default pipeline, and what extraction reads of its parse."""
    return lambda text: transcribed([language.load()(text)], text)


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge base to read, never to change."""
    return built(tmp_path_factory.mktemp("kb"))
