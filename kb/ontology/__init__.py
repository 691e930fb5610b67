"""The only reader of the ontology's files: terms that exist, shapes, queries, and the IRIs of graphs."""

from kb.namespace import NAMESPACE
from kb.ontology.files import alignments, graph, shapes, text
from kb.ontology.measures import measure_types
from kb.ontology.query import Query, executables, queries, rules
from kb.ontology.terms import (
    DBPEDIA,
    DEFAULT_BASE,
    GEONAMES,
    KB,
    OA,
    PREFIXES,
    WGS,
    WIKIDATA,
    Terms,
    camel,
    class_of,
    concept,
    document_graph,
    named_graph,
    notation,
    property_of,
    shortcuts,
)

__all__ = [
    "DBPEDIA",
    "DEFAULT_BASE",
    "GEONAMES",
    "KB",
    "NAMESPACE",
    "OA",
    "PREFIXES",
    "WGS",
    "WIKIDATA",
    "Query",
    "Terms",
    "alignments",
    "camel",
    "class_of",
    "concept",
    "document_graph",
    "executables",
    "graph",
    "measure_types",
    "named_graph",
    "notation",
    "property_of",
    "queries",
    "rules",
    "shapes",
    "shortcuts",
    "text",
]
