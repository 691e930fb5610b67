"""Linked data: every individual, fact and document answers at its own address, in the format asked for.

The address is the resource's IRI with the service in place of the base: /id/… and /document/…. A suffix
(.ttl, .jsonld, .nt, .rdf, .html) names the format; without one the Accept header decides, and a browser gets
the page. Every answer links to the others ("Link: rel=alternate").
"""

from __future__ import annotations

import re
from typing import Final

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from kb.ontology import KB, graph, text
from kb.store import GRAPHS
from server import negotiate, ontology_page, views
from server.problems import Problem
from server.query import Query
from server.sparql import ask, asker, respond, service

blueprint = Blueprint("resources", __name__)

SUFFIXES: Final = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "html": "text/html",
}
_OFFERS: Final = ("text/turtle", *(media for media in SUFFIXES.values() if media != "text/turtle"))
_UNSAFE: Final = re.compile(r"[<>\"{}|^`\\\x00-\x20]")


@blueprint.route("/id/<path:path>")
def individual(path: str) -> ResponseReturnValue:
    """An individual or a fact."""
    name, media_type = _format(path)
    iri = _iri(f"id/{name}")
    statements = views.statements(ask, iri)
    if not statements:
        raise Problem(404, "Not found", f"this knowledge base knows no <{iri}>")
    if media_type == "text/html":
        page = render_template(
            "resource.html",
            iri=iri,
            path=f"/id/{name}",
            statements=statements,
            facts=views.fact(ask, iri) or views.facts_about(ask, iri),
        )
        return _linked(Response(page), f"/id/{name}")
    described = (
        f"CONSTRUCT {{ <{iri}> ?p ?o . ?fact ?fp ?fo }} WHERE {{ {{ <{iri}> ?p ?o }} UNION "
        f"{{ ?fact ?slot <{iri}> ; <{KB.standing}> ?standing ; ?fp ?fo }} }}"
    )
    return _graph(described, media_type, f"/id/{name}")


@blueprint.route("/document/<path:path>")
def document(path: str) -> ResponseReturnValue:
    """A document: its metadata, claims and evidence, which are the graph of its name."""
    name, media_type = _format(path)
    iri = _iri(f"document/{name}")
    about = views.metadata(ask, iri)
    if not about:
        raise Problem(404, "Not found", f"this knowledge base holds no document <{iri}>")
    if media_type == "text/html":
        page = render_template(
            "document.html",
            iri=iri,
            path=f"/document/{name}",
            about=about,
            facts=views.facts_of(ask, iri),
        )
        return _linked(Response(page), f"/document/{name}")
    held = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
    return _graph(held, media_type, f"/document/{name}")


@blueprint.route("/ontology")
@blueprint.route("/ontology.<suffix>")
def ontology(suffix: str = "") -> ResponseReturnValue:
    """The ontology: its documentation for people, Turtle for programs."""
    if suffix not in ("", "ttl", "html"):
        raise Problem(404, "Not found", "the ontology is offered as /ontology.ttl and /ontology.html")
    if suffix == "html" or (not suffix and _negotiated() == "text/html"):
        return _linked(Response(ontology_page.render(graph())), "/ontology")
    return Response(text("ontology.ttl"), content_type="text/turtle; charset=utf-8")


def _iri(path: str) -> str:
    """The IRI that a path of this service stands for; the base is the knowledge base's own."""
    if _UNSAFE.search(path):
        raise Problem(404, "Not found", "no resource has blanks or brackets in its address")
    return views.base(service().settings.directory) + path


def _format(path: str) -> tuple[str, str]:
    """The name of a resource and the media type to answer in, from suffix or Accept header."""
    name, dot, suffix = path.rpartition(".")
    if dot and suffix in SUFFIXES:
        return name, SUFFIXES[suffix]
    return path, _negotiated()


def _negotiated() -> str:
    media_type = negotiate.best(request.headers.get("Accept", ""), _OFFERS)
    if media_type is None:
        raise Problem(406, "Not acceptable", f"Accept allows nothing that is offered: {', '.join(_OFFERS)}")
    return media_type


def _graph(query: str, media_type: str, path: str) -> Response:
    content_type = next(format.content_type for format in GRAPHS if format.media_type == media_type)
    reply = service().answer(Query(query, graphs=media_type, content_type=content_type), asker())
    return _linked(respond(reply), path)


def _linked(response: Response, path: str) -> Response:
    """Name the other formats of a resource."""
    if path != "/ontology":
        links = [f'<{path}.{suffix}>; rel="alternate"; type="{media}"' for suffix, media in SUFFIXES.items()]
        response.headers["Link"] = ", ".join(links)
    response.headers["Vary"] = "Accept, Accept-Encoding"
    return response
