"""What this endpoint is and offers: SPARQL 1.1 Service Description at /sparql, VoID at /.well-known/void."""

from __future__ import annotations

from flask import Request, current_app
from rdflib import RDF, VOID, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kb.store import GRAPHS, RESULTS
from server import negotiate
from server.cache import whole
from server.magic import SEARCH
from server.query import Reply
from server.service import Service

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
# More would make the description long; the query that lists all of them is quick.
NAMED_GRAPHS = 500

_HTML = "text/html"
_LIST = f"SELECT ?graph WHERE {{ GRAPH ?graph {{}} }} LIMIT {NAMED_GRAPHS}"


def describe(service: Service, request: Request) -> Reply | None:
    """The service description in the format asked for; None where the client wants the page for people."""
    accept = request.headers.get("Accept", "")
    offers = tuple(format.media_type for format in GRAPHS)
    page = current_app.view_functions.get("pages.editor")
    if page is not None and negotiate.best(accept, (*offers, _HTML)) == _HTML:
        return None
    media_type, content_type = negotiate.graphs(accept, request.args.get("format"))
    return _reply(service, request.base_url, media_type, content_type)


def void(service: Service, request: Request) -> Reply:
    """The same description, whose dataset VoID clients look for at a fixed address."""
    media_type, content_type = negotiate.graphs(request.headers.get("Accept", ""), None)
    endpoint = request.url_root + "sparql"
    return _reply(service, endpoint, media_type, content_type)


def _reply(service: Service, endpoint: str, media_type: str, content_type: str) -> Reply:
    """Kept in the result cache: it is the same as long as the data are."""
    key = (service.generation.name, "description", endpoint, media_type)
    answer = service.cache.get(key)
    if answer is None:
        graph = _description(service, endpoint)
        body = graph.serialize(format=_RDFLIB[media_type], encoding="utf-8")
        answer = whole(body, (("Content-Type", content_type),))
        service.cache.put(key, answer)
    return Reply(answer)


# rdflib's names of the formats; N3 is a superset of Turtle, and a description has one graph.
_RDFLIB = {
    "text/turtle": "turtle",
    "text/n3": "turtle",
    "application/n-triples": "nt11",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
    "application/n-quads": "nt11",
    "application/trig": "turtle",
}


def _description(service: Service, endpoint: str) -> Graph:
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("void", VOID)
    this, dataset, default = URIRef(endpoint), BNode("dataset"), BNode("default")
    statements: list[tuple[Node, Node, Node]] = [
        (this, RDF.type, SD.Service),
        (this, SD.endpoint, this),
        (this, SD.supportedLanguage, SD.SPARQL11Query),
        (this, SD.feature, SD.BasicFederatedQuery)
        if service.settings.services
        else (this, RDF.type, SD.Service),
        (this, SD.propertyFeature, URIRef(SEARCH)),
        (this, SD.defaultDataset, dataset),
        (this, SD.availableGraphs, dataset),
        (dataset, RDF.type, SD.Dataset),
        (dataset, RDF.type, SD.GraphCollection),
        (dataset, RDF.type, VOID.Dataset),
        (dataset, VOID.sparqlEndpoint, this),
        (dataset, SD.defaultGraph, default),
        (default, RDF.type, SD.Graph),
    ]
    if service.settings.update:
        statements.append((this, SD.supportedLanguage, SD.SPARQL11Update))
    if service.generation.quads is not None:
        statements.append((dataset, VOID.triples, Literal(service.generation.quads, datatype=XSD.integer)))
    statements += [(this, SD.resultFormat, URIRef(format.iri)) for format in (*RESULTS, *GRAPHS)]
    statements += [(this, SD.inputFormat, URIRef(format.iri)) for format in GRAPHS]
    for row in service.rows(_LIST):
        name = URIRef(row["graph"]["value"])
        named = BNode()
        statements += [
            (dataset, SD.namedGraph, named),
            (named, RDF.type, SD.NamedGraph),
            (named, SD.name, name),
        ]
    for statement in statements:
        graph.add(statement)
    return graph
