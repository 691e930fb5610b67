"""The addresses /sparql, /update and /.well-known/void."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.access import require
from server.description import describe, void
from server.protocol import Request, read_query, read_update
from server.query import Asker, Reply
from server.service import Service

blueprint = Blueprint("sparql", __name__)


def service() -> Service:
    """The service of the application that handles the request."""
    found: Service = current_app.extensions["kb"]
    return found


@blueprint.route("/sparql", methods=["GET", "POST"])
def query() -> ResponseReturnValue:
    """Answer a query; without one, describe the service."""
    with service().reading(_size()):
        asked = read_query(_request(), limit=service().settings.max_query)
    if asked is not None:
        g.query = asked.text
        return respond(service().answer(asked, asker()))
    described = describe(service(), request)
    return redirect(url_for("pages.editor")) if described is None else respond(described)


@blueprint.route("/update", methods=["POST"])
def update() -> Response:
    """Carry out an update."""
    require("update")
    limit = service().settings.max_query
    permit = partial(service().permit, update=True)
    with service().reading(_size()):
        write = read_update(_request(), limit=limit, permit=permit)
    service().write(write)
    return Response(status=204)


@blueprint.route("/.well-known/void")
def well_known() -> Response:
    """Describe the dataset."""
    return respond(void(service(), request))


def respond(reply: Reply) -> Response:
    """A reply as a response."""
    status, headers, body = reply.http(request.headers.get("If-None-Match", ""))
    if reply.stream is None or status == 304:
        return Response(body, status, headers)
    # Werkzeug closes the stream with the response, also for HEAD, and that frees the evaluator.
    return Response(reply.stream, status, headers)


def asker() -> Asker:
    """Who sent the request."""
    return Asker(request.remote_addr or "", request.environ.get("waitress.client_disconnected", bool))


def ask(text: str) -> list[dict[str, dict[str, str]]]:
    """The solutions of a SELECT that a page for the client needs: its work counts as the client's."""
    return service().rows(text, asker())


def _size() -> int:
    return len(request.query_string) + (request.content_length or 0)


def _request() -> Request:
    return Request(
        method=request.method,
        query_string=request.query_string.decode("latin-1"),
        header=lambda name: request.headers.get(name, ""),
        length=request.content_length or 0,
        body=lambda: request.get_data(cache=False),
        address=request.base_url,
    )
