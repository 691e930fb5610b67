"""The web service: a SPARQL endpoint, pages and downloads over a built knowledge base."""

from server.app import create_app
from server.settings import Settings

__all__ = ["Settings", "create_app"]
