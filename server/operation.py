"""For those who run the service: /health, /metrics, and the access log."""

from __future__ import annotations

import hashlib
import json
import logging
import time
from typing import Final

from flask import Blueprint, Flask, Response, current_app, g, request

from server.service import Service

blueprint = Blueprint("operation", __name__)
log: Final = logging.getLogger("kb.access")

# Of a path that leads nowhere nobody needs more.
_SHOWN: Final = 500


@blueprint.route("/health")
def health() -> Response:
    """Live, and ready with which data."""
    service: Service = current_app.extensions["kb"]
    generation = service.generation
    state = {
        "status": "ready",
        "generation": generation.name,
        "quads": generation.quads,
        "store": service.mode,
    }
    return Response(
        json.dumps(state) + "\n", mimetype="application/json", headers={"Cache-Control": "no-store"}
    )


@blueprint.route("/metrics")
def metrics() -> Response:
    """Counters and latencies for Prometheus."""
    service: Service = current_app.extensions["kb"]
    gauges: dict[str, float] = {f"queries_{name}": count for name, count in service.pool.counts().items()}
    gauges |= {"cache_bytes": service.cache.size, "quads": service.generation.quads or 0}
    return Response(service.metrics.text(gauges), content_type="text/plain; version=0.0.4; charset=utf-8")


def observe(app: Flask) -> None:
    """Count every request, and log it as one line of JSON if the settings say so."""

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        note(
            app.extensions["kb"],
            client=request.remote_addr or "",
            method=request.method,
            path=request.path,
            status=response.status_code,
            size=response.content_length,
            began=g.began,
            query=g.get("query"),
        )
        return response


def note(
    service: Service,
    *,
    client: str,
    method: str,
    path: str,
    status: int,
    size: int | None,
    began: float,
    query: str | None,
) -> None:
    """Count and log one request; of a query only a digest: it may tell more than a log should keep."""
    service.metrics.count("requests", kind=_kind(path), status=str(status))
    if not service.settings.access_log:
        return
    line: dict[str, object] = {
        "client": client,
        "method": method,
        "path": path[:_SHOWN],
        "status": status,
        "bytes": size,
    }
    line["seconds"] = round(time.perf_counter() - began, 4)
    if query is not None:
        line["query"] = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    log.info(json.dumps(line, ensure_ascii=False))


def _kind(path: str) -> str:
    """The first step of a path that is served here: others must not become labels without end."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in KINDS else "other"


KINDS: Final = frozenset(
    "sparql update graph-store id document ontology download extract health metrics".split()
)
