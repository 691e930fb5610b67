"""The Flask application: which parts it has, and which error gets which status."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from kb.errors import QueryError, StoreError
from server import downloads, extraction, graph_store, operation, pages, resources, sparql
from server.problems import Problem, busy, malformed
from server.service import Service
from server.settings import Settings

BLUEPRINTS: Final[tuple[Blueprint, ...]] = (
    sparql.blueprint,
    graph_store.blueprint,
    operation.blueprint,
    pages.blueprint,
    resources.blueprint,
    downloads.blueprint,
    extraction.blueprint,
)
"""Every part of the service; a new one is one line here."""

_ALLOW_HEADERS: Final = "Accept, Accept-Encoding, Authorization, Content-Type, If-None-Match, Prefer"
# Texts that others wrote are shown on pages: nothing in them may run, or load anything from elsewhere.
_PAGES: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
)
EVERYWHERE: Final = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "ETag, Link, Location, Result-Truncated, Retry-After"),
    ("X-Content-Type-Options", "nosniff"),
)
"""Headers of every answer."""


def create_app(directory: str | Path | Settings, **options: Any) -> Flask:
    """The application over a built directory; `options` are fields of Settings. End with `close(app)`."""
    settings = directory if isinstance(directory, Settings) else Settings(Path(directory), **options)
    app = Flask("server")
    app.extensions["kb"] = Service(settings)
    app.extensions["kb.reader"] = extraction.Reader()
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_body
    app.register_error_handler(Problem, _problem)
    app.register_error_handler(QueryError, lambda error: _problem(malformed(str(error))))
    app.register_error_handler(StoreError, lambda error: _problem(busy(str(error), after=10)))
    app.register_error_handler(HTTPException, _http)
    operation.observe(app)
    app.after_request(_cross_origin)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops)  # type: ignore[method-assign]
    return app


def close(app: Flask, *, grace: float = 0.0) -> None:
    """End the processes of an application."""
    service: Service = app.extensions["kb"]
    service.close(grace=grace)
    reader: extraction.Reader = app.extensions["kb.reader"]
    reader.close()


def _http(error: HTTPException) -> Response:
    """The framework's own errors (unknown address, method, size) as problem documents."""
    headers = {}
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        headers["Allow"] = ", ".join(sorted({*allowed, "OPTIONS"}))
    detail = error.description or ""
    if allowed:
        detail = f"{request.path} answers {headers['Allow']}, not {request.method}"
    status = error.code or 500
    if status in (301, 302, 307, 308):
        return Response(status=status, headers=dict(error.get_headers()))
    return _problem(Problem(status, error.name, detail, headers=headers))


def _problem(problem: Problem) -> Response:
    status, headers, body = problem.http()
    return Response(body, status, headers)


def _cross_origin(response: Response) -> Response:
    """Let pages of any origin read what is public: the service knows no cookies."""
    response.headers.extend(EVERYWHERE)
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = _PAGES
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
        response.headers["Access-Control-Allow-Headers"] = _ALLOW_HEADERS
        response.headers["Access-Control-Max-Age"] = "86400"
    return response
