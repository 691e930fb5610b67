"""Terms that exist, prefixes, concepts, and the IRIs of graphs.

A term is looked up in ontology.ttl, so that a misspelt name raises at once instead of ending up in a file.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final

from rdflib import DCAT, DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD, Namespace, URIRef

from kb.errors import OntologyError
from kb.model import IndividualKind
from kb.namespace import NAMESPACE
from kb.ontology.files import graph

DEFAULT_BASE: Final = "http://localhost:8000/"
OA: Final = Namespace("http://www.w3.org/ns/oa#")
# rdflib.namespace.WGS has the wrong scheme, https.
WGS: Final = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
WIKIDATA: Final = Namespace("http://www.wikidata.org/entity/")
GEONAMES: Final = Namespace("https://sws.geonames.org/")
DBPEDIA: Final = Namespace("http://dbpedia.org/resource/")

PREFIXES: Final[dict[str, str]] = {
    "kb": NAMESPACE,
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "skos": str(SKOS),
    "void": str(VOID),
    "wd": str(WIKIDATA),
    "wgs": str(WGS),
    "xsd": str(XSD),
}
"""Every prefix that files, queries and pages use, in the order in which they are written."""


class Terms:
    """The closed namespace: `KB.Leadership` and `KB["Leadership"]` are IRIs, `KB.Leadershp` raises."""

    def __getitem__(self, name: str) -> URIRef:
        iri = URIRef(NAMESPACE + name)
        if iri not in _defined():
            raise OntologyError(
                f"kb:{name} is not defined; add it to ontology/ontology.ttl or correct the name"
            )
        return iri

    def __getattr__(self, name: str) -> URIRef:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __contains__(self, iri: object) -> bool:
        return iri in _defined()


KB: Final = Terms()


def camel(name: str) -> str:
    """The ontology's spelling of a Python name: `place_kind` is "placeKind", `from_` is "from"."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


def property_of(field: str) -> URIRef:
    """The property that a dataclass field is written as."""
    return KB[camel(field)]


def class_of(kind: type | IndividualKind) -> URIRef:
    """The class of a fact class, a claim or an individual's kind."""
    return KB[kind.value.capitalize() if isinstance(kind, IndividualKind) else kind.__name__]


def concept(member: StrEnum) -> URIRef:
    """The SKOS concept of an enumeration's member: `SanctionStatus.IN_FORCE` is kb:SanctionStatus-inForce."""
    return KB[f"{type(member).__name__}-{camel(member.value.lower())}"]


@cache
def notation(iri: URIRef) -> str:
    """The spelling of a concept in the line format and in tables: "in_force"."""
    value = graph().value(iri, SKOS.notation)
    if value is None:
        raise OntologyError(
            f"{iri} is not a concept of ontology/ontology.ttl; give a member of an enumeration"
        )
    return str(value)


@cache
def shortcuts(*subjects: URIRef) -> tuple[URIRef, ...]:
    """The short properties that an asserted fact with these class and concepts also gets, sorted.

    Whether a fact holds at its document's date depends on the concepts in its slots: a former office gives
    no kb:leads, a lifted sanction no kb:sanctions.
    """
    found = {iri for subject in subjects for iri in graph().objects(subject, KB.shortcut)}
    return tuple(sorted(URIRef(str(iri)) for iri in found))


def document_graph(base: str, document: str) -> URIRef:
    """The document's IRI, which is also the name of the graph of its claims; `document` is IRI-safe."""
    return URIRef(f"{base}document/{document}")


def named_graph(base: str, name: str) -> URIRef:
    """The IRI of a graph that belongs to no document: "ontology", "links" or "dataset"."""
    return URIRef(f"{base}graph/{name}")


@cache
def _defined() -> frozenset[URIRef]:
    """Subjects of ontology.ttl in the namespace."""
    return frozenset(s for s in graph().subjects() if isinstance(s, URIRef) and s.startswith(NAMESPACE))
