"""The web service: a SPARQL endpoint, pages and downloads over a built knowledge base."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from server.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["Settings", "create_app"]


def create_app(directory: str | Path | Settings, **options: Any) -> Flask:
    """The application over a built directory; `options` are fields of Settings. End with `close(app)`."""
    # Imported here because the processes that evaluate import this package too, and need no web framework.
    from server.app import create_app

    return create_app(directory, **options)
