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
        service: Service = app.extensions["kb"]
        service.metrics.count("requests", kind=request.blueprint or "none", status=str(response.status_code))
        if service.settings.access_log:
            log.info(json.dumps(_line(response), ensure_ascii=False))
        return response


def _line(response: Response) -> dict[str, object]:
    """What happened, without the query itself: it may tell more about its author than a log should keep."""
    line: dict[str, object] = {
        "client": request.remote_addr,
        "method": request.method,
        "path": request.path,
        "status": response.status_code,
        "bytes": response.content_length,
        "seconds": round(time.perf_counter() - g.began, 4),
    }
    if "query" in g:
        line["query"] = hashlib.sha256(g.query.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return line
