from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.base import built


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("kb"))
