"""SPARQL 1.1 Graph Store HTTP Protocol at /graph-store: graphs by parameter or by their own address."""

from __future__ import annotations

import secrets
from typing import Final

from flask import Blueprint, Response, request

from kb.store import GRAPHS, Part, Write
from server import negotiate
from server.access import require
from server.problems import Problem, malformed
from server.query import Query
from server.sparql import asker, respond, service

blueprint = Blueprint("graph_store", __name__)

_METHODS: Final = ["GET", "HEAD", "PUT", "POST", "DELETE"]
_READABLE: Final = frozenset(kind for format in GRAPHS for kind in (format.media_type, *format.aliases))


@blueprint.route("/graph-store", methods=_METHODS, defaults={"path": ""})
@blueprint.route("/graph-store/<path:path>", methods=_METHODS)
def graph_store(path: str) -> Response:
    """Read or change one graph."""
    require("graph-store")
    if request.method == "POST" and not path and not request.args:
        return _create()
    graph = _graph(path)
    if request.method in ("GET", "HEAD"):
        return _read(graph)
    if request.method == "DELETE":
        return _delete(graph)
    outcome = service().write(
        Write(
            "put" if request.method == "PUT" else "post",
            base=graph or request.base_url,
            graph=graph,
            parts=_parts(),
        )
    )
    if outcome.existed:
        return Response(status=204)
    return Response(status=201, headers={"Location": request.url})


def _create() -> Response:
    """Make a new graph and name it."""
    graph = f"{request.base_url}/{secrets.token_hex(8)}"
    service().write(Write("post", base=graph, graph=graph, parts=_parts()))
    return Response(status=201, headers={"Location": graph})


def _read(graph: str | None) -> Response:
    media_type, content_type = negotiate.graphs(request.headers.get("Accept", ""), request.args.get("format"))
    coding = negotiate.coding(request.headers.get("Accept-Encoding", ""))
    query = Query("", graphs=media_type, content_type=content_type, coding=coding)
    return respond(service().dump(graph, query, asker()))


def _delete(graph: str | None) -> Response:
    service().write(Write("delete", graph=graph))
    return Response(status=204)


def _graph(path: str) -> str | None:
    """The IRI of the graph that the request means; None for the default graph."""
    if path:
        return request.base_url
    indirect = request.args.getlist("graph")
    if "default" in request.args and not indirect:
        return None
    if len(indirect) != 1 or "default" in request.args:
        raise malformed("name one graph: ?graph=IRI or ?default")
    iri = indirect[0]
    if ":" not in iri:
        raise malformed(f"graph {iri!r} is not an absolute IRI")
    return iri


def _parts() -> tuple[Part, ...]:
    """The uploaded graphs: the body, or each file of a multipart form."""
    if request.mimetype == "multipart/form-data":
        files = [file for _, file in request.files.items(multi=True)]
        return tuple(_part(file.mimetype, file.read()) for file in files)
    return (_part(request.mimetype or "text/turtle", request.get_data(cache=False)),)


def _part(media_type: str, body: bytes) -> Part:
    if media_type not in _READABLE:
        raise Problem(
            415,
            "Unsupported media type",
            f"{media_type} is not an RDF format; send {', '.join(format.media_type for format in GRAPHS)}",
        )
    return Part(media_type, body)
