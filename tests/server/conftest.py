"""A small knowledge base, an application over it, and a client; fresh ones for writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import close, create_app
from server.settings import Settings

DATA = """\
<http://kb.test/id/a> <http://www.w3.org/2000/01/rdf-schema#label> "Ada Lovelace"@en .
<http://kb.test/id/a> <http://kb.test/knows> <http://kb.test/id/b> .
<http://kb.test/id/b> <http://www.w3.org/2000/01/rdf-schema#label> "Béla Bartók"@hu .
<http://kb.test/id/b> <http://kb.test/born> "1881"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://kb.test/id/q> <http://kb.test/quote> "The bridge, he \\"said\\",\\nis shut." <http://kb.test/doc/1> .
<http://kb.test/id/a> <http://kb.test/quote> "Open the bridge at noon." <http://kb.test/doc/2> .
"""
TOKENS = (("both", frozenset({"update", "graph-store"})), ("updates-only", frozenset({"update"})))


def make(folder: Path, data: str = DATA) -> Path:
    """A built directory."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kb.nq").write_text(data, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("kb"))


@pytest.fixture(scope="session")
def app(directory: Path) -> Iterator[Flask]:
    app = create_app(directory, workers=2)
    yield app
    close(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(params=["memory", "disk"])
def writable(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Flask]:
    folder = make(tmp_path / "kb")
    app = create_app(Settings(folder, workers=2, update=True, tokens=TOKENS, store=request.param))
    yield app
    close(app)


@pytest.fixture
def writer(writable: Flask) -> FlaskClient:
    client = writable.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = "Bearer both"
    return client
