"""SPARQL 1.1 Protocol: /sparql for queries, /update for updates."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final
from urllib.parse import parse_qsl

from flask import Blueprint, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from kb.store import Write
from server import negotiate
from server.access import require
from server.description import describe, void
from server.problems import Problem, malformed
from server.rules import permit
from server.service import Query, Reply, Service
from server.syntax import shape
from server.using import with_dataset

blueprint = Blueprint("sparql", __name__)

_QUERY_TYPE: Final = "application/sparql-query"
_UPDATE_TYPE: Final = "application/sparql-update"
_FORM_TYPE: Final = "application/x-www-form-urlencoded"
_MAX_FIELDS: Final = 1000
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*")
_WAIT: Final = re.compile(r"\bwait\s*=\s*(\d+(?:\.\d+)?)")

_ALWAYS: Final = (("Vary", "Accept, Accept-Encoding"), ("Cache-Control", "no-cache"))

Fields = dict[str, list[str]]


def service() -> Service:
    """The service of the application that handles the request."""
    found: Service = current_app.extensions["kb"]
    return found


@blueprint.route("/sparql", methods=["GET", "POST"])
def query() -> ResponseReturnValue:
    """Answer a query; without one, describe the service."""
    text, fields = _operation("query", _QUERY_TYPE)
    if text is None:
        if request.method == "POST":
            raise malformed(
                "there is no query; send it as the parameter `query` or as application/sparql-query"
            )
        described = describe(service(), request)
        if described is None:
            return redirect(url_for("pages.editor"))
        return respond(described)
    g.query = text
    return respond(service().answer(_query(text, fields)))


@blueprint.route("/.well-known/void")
def well_known() -> Response:
    """Describe the dataset."""
    return respond(void(service(), request))


@blueprint.route("/update", methods=["POST"])
def update() -> Response:
    """Carry out an update."""
    require("update")
    text, fields = _operation("update", _UPDATE_TYPE)
    if text is None:
        raise malformed(
            "there is no update; send it as the parameter `update` or as application/sparql-update"
        )
    if "query" in fields:
        raise malformed("a request is either a query or an update; send queries to /sparql")
    text = permit(text, service().settings)
    default, named = _iris(fields, "using-graph-uri"), _iris(fields, "using-named-graph-uri")
    service().write(Write("update", text=with_dataset(text, default, named), base=request.base_url))
    return Response(status=204)


def respond(reply: Reply) -> Response:
    """A reply as a response: 304 if the client has it already."""
    headers = [*reply.answer.headers, *_ALWAYS]
    if reply.stream is not None:
        response = Response(reply.stream, headers=headers)
        if request.method == "HEAD":
            reply.stream.close()  # type: ignore[attr-defined]
        return response
    etag = dict(reply.answer.headers)["ETag"]
    if etag in [
        given.strip().removeprefix("W/") for given in request.headers.get("If-None-Match", "").split(",")
    ]:
        return Response(status=304, headers=[header for header in headers if header[0] != "Content-Type"])
    return Response(reply.answer.body, headers=headers)


def _operation(parameter: str, direct: str) -> tuple[str | None, Fields]:
    """The text of a query or update and the other fields, by whichever of the three ways it came."""
    fields = _fields(request.query_string, "the address")
    if request.method == "POST":
        kind = request.mimetype
        if kind == direct:
            return _utf8(_body()), fields
        if kind != _FORM_TYPE:
            raise Problem(
                415,
                "Unsupported media type",
                f"{kind or 'a body without Content-Type'} is not understood; send {direct} or {_FORM_TYPE}",
                headers={"Accept-Post": f"{direct}, {_FORM_TYPE}"},
            )
        for name, values in _fields(_body(), "the form").items():
            fields[name] += values
    texts = fields.pop(parameter, [])
    if len(texts) > 1:
        raise malformed(f"the parameter `{parameter}` is given {len(texts)} times; give it once")
    return (texts[0] if texts else None), fields


def _body() -> bytes:
    limit = service().settings.max_query
    # A form doubles or triples what it encodes.
    if (request.content_length or 0) > 3 * limit:
        raise Problem(
            413,
            "Request too large",
            f"a query may have {limit} bytes, this request has {request.content_length}",
        )
    return request.get_data(cache=False)


def _utf8(body: bytes) -> str:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem(415, "Unsupported media type", f"the encoding {charset} is not understood; send UTF-8")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise malformed(f"the body is not UTF-8: {error}; send UTF-8") from error


def _fields(encoded: bytes, where: str) -> Fields:
    fields: Fields = defaultdict(list)
    try:
        pairs = parse_qsl(
            encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS
        )
    except ValueError as error:
        raise malformed(f"{where} is not a list of UTF-8 parameters: {error}") from error
    for name, value in pairs:
        fields[name].append(value)
    return fields


def _query(text: str, fields: Fields) -> Query:
    """The query with everything that the request says about it."""
    if "update" in fields:
        raise malformed("a request is either a query or an update; send updates to /update")
    default, named = _iris(fields, "default-graph-uri"), _iris(fields, "named-graph-uri")
    given = bool(default or named)
    override = next((fields[name][-1] for name in ("format", "output") if fields.get(name)), None)
    form = shape(text[: service().settings.max_query]).form
    accept = request.headers.get("Accept", "")
    types: dict[str, Any] = {}
    if form in ("select", "ask"):
        types["results"], types["content_type"] = negotiate.results(accept, override)
    elif form is not None:
        types["graphs"], types["content_type"] = negotiate.graphs(accept, override)
    return Query(
        text,
        base=request.base_url,
        default=default if given else None,
        named=named if given else None,
        gzip=negotiate.compressed(request.headers.get("Accept-Encoding", "")),
        timeout=_timeout(fields),
        client=request.remote_addr or "",
        gone=request.environ.get("waitress.client_disconnected", bool),
        **types,
    )


def _iris(fields: Fields, name: str) -> tuple[str, ...]:
    for iri in fields.get(name, []):
        if not _IRI.fullmatch(iri):
            raise malformed(f"{name} {iri!r} is not an absolute IRI")
    return tuple(fields.get(name, []))


def _timeout(fields: Fields) -> float | None:
    """The client's own time limit: the parameter `timeout` or the header `Prefer: wait=SECONDS`."""
    prefer = _WAIT.search(request.headers.get("Prefer", ""))
    given = fields.get("timeout", [prefer[1]] if prefer else [])
    try:
        seconds = float(given[-1]) if given else None
    except ValueError as error:
        raise malformed(f"timeout {given[-1]!r} is not a number of seconds") from error
    if seconds is not None and not 0 < seconds < float("inf"):
        raise malformed("timeout must be more than 0 seconds")
    return seconds
