"""The serialisations of results and graphs: one table for command line and server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import pyoxigraph as ox

Engine = TypeVar("Engine", ox.QueryResultsFormat, ox.RdfFormat)


@dataclass(frozen=True, slots=True)
class Format(Generic[Engine]):
    """A serialisation: its short name, its media type as sent, and the other media types it answers to."""

    name: str
    media_type: str
    engine: Engine
    aliases: tuple[str, ...] = ()
    iri: str = ""

    @property
    def content_type(self) -> str:
        """The Content-Type header: text carries its encoding."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


_W3C: Final = "http://www.w3.org/ns/formats/"

RESULTS: Final = (
    Format(
        "json",
        "application/sparql-results+json",
        ox.QueryResultsFormat.JSON,
        ("application/json", "text/json"),
        _W3C + "SPARQL_Results_JSON",
    ),
    Format(
        "xml",
        "application/sparql-results+xml",
        ox.QueryResultsFormat.XML,
        ("application/xml", "text/xml"),
        _W3C + "SPARQL_Results_XML",
    ),
    Format("csv", "text/csv", ox.QueryResultsFormat.CSV, (), _W3C + "SPARQL_Results_CSV"),
    Format("tsv", "text/tab-separated-values", ox.QueryResultsFormat.TSV, (), _W3C + "SPARQL_Results_TSV"),
)
"""Formats of SELECT and ASK, the default first."""

GRAPHS: Final = (
    Format("turtle", "text/turtle", ox.RdfFormat.TURTLE, ("application/x-turtle",), _W3C + "Turtle"),
    Format("ntriples", "application/n-triples", ox.RdfFormat.N_TRIPLES, ("text/plain",), _W3C + "N-Triples"),
    Format("jsonld", "application/ld+json", ox.RdfFormat.JSON_LD, ("application/json",), _W3C + "JSON-LD"),
    Format(
        "rdfxml",
        "application/rdf+xml",
        ox.RdfFormat.RDF_XML,
        ("application/xml", "text/xml"),
        _W3C + "RDF_XML",
    ),
    Format("nquads", "application/n-quads", ox.RdfFormat.N_QUADS, ("text/x-nquads",), _W3C + "N-Quads"),
    Format("trig", "application/trig", ox.RdfFormat.TRIG, (), _W3C + "TriG"),
    Format("n3", "text/n3", ox.RdfFormat.N3, ("text/rdf+n3",), _W3C + "N3"),
)
"""Formats of CONSTRUCT, DESCRIBE and whole graphs, the default first."""
