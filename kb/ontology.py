"""The only reader of the ontology's files: terms that exist, prefixes, concepts, and the IRIs of graphs.

A term is looked up in ontology.ttl, so that a misspelt name raises at once instead of ending up in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import DCAT, DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD, Graph, Namespace, URIRef

from kb.errors import OntologyError
from kb.model import IndividualKind

NAMESPACE: Final = "https://w3id.org/communique/ontology#"
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


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query of ontology/, with what its header says of it; `name` is the file's without suffix."""

    name: str
    title: str
    description: str
    text: str


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


def text(name: str) -> str:
    """The content of a file of ontology/, as "ontology.ttl" or "queries/meetings.rq"."""
    try:
        return files("ontology").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise OntologyError(f"ontology/{name} does not exist; reinstall the package") from error


@cache
def graph() -> Graph:
    """The ontology. The graph is shared: read it, do not change it."""
    return _parse("ontology.ttl")


@cache
def shapes() -> Graph:
    """The SHACL shapes. The graph is shared: read it, do not change it."""
    return _parse("shapes.ttl")


@cache
def alignments() -> Graph:
    """How terms correspond to those of other vocabularies. The graph is shared: read it, do not change it."""
    return _parse("alignments.ttl")


@cache
def queries() -> tuple[Query, ...]:
    """The competency questions: what an analyst may ask of a knowledge base, by name."""
    return _queries("queries")


@cache
def rules() -> tuple[Query, ...]:
    """The CONSTRUCT queries that translate asserted facts into other vocabularies, by name.

    They are asked of all graphs together with the ontology.
    """
    return _queries("alignments")


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


def measure_types(wording: str | None) -> tuple[URIRef, ...]:
    """The usual categories of a sanction measure: "asset freezes and travel bans" gives two; sorted.

    The longest telling words count first, and each word tells one category only: in "ban on oil imports"
    the import ban leaves nothing for an oil embargo.
    """
    words = [_stem(word) for word in (wording or "").casefold().replace("-", " ").split()]
    found = set()
    for telling, iri in _measures():
        places = _places(telling, words)
        if places:
            found.add(iri)
            words = ["" if i in places else word for i, word in enumerate(words)]
    return tuple(sorted(found))


def document_graph(base: str, document: str) -> URIRef:
    """The document's IRI, which is also the name of the graph of its claims; `document` is IRI-safe."""
    return URIRef(f"{base}document/{document}")


def named_graph(base: str, name: str) -> URIRef:
    """The IRI of a graph that belongs to no document: "ontology", "links" or "dataset"."""
    return URIRef(f"{base}graph/{name}")


def _parse(name: str) -> Graph:
    return Graph().parse(data=text(name), format="turtle")


def _queries(folder: str) -> tuple[Query, ...]:
    """The queries of a folder of ontology/, by name."""
    names = sorted(
        file.name for file in files("ontology").joinpath(folder).iterdir() if file.name.endswith(".rq")
    )
    return tuple(_query(f"{folder}/{name}") for name in names)


def _query(path: str) -> Query:
    """The query of a file, which starts with the lines "# title: …" and "# description: …"."""
    content = text(path)
    header = [line.split(": ", 1) for line in content.splitlines()[:2]]
    if [line[0] for line in header] != ["# title", "# description"]:
        raise OntologyError(f"ontology/{path} must start with the lines '# title: …' and '# description: …'")
    return Query(path.rpartition("/")[2].removesuffix(".rq"), header[0][1], header[1][1], content)


@cache
def _defined() -> frozenset[URIRef]:
    """Subjects of ontology.ttl in the namespace."""
    return frozenset(s for s in graph().subjects() if isinstance(s, URIRef) and s.startswith(NAMESPACE))


@cache
def _measures() -> tuple[tuple[tuple[str, ...], URIRef], ...]:
    """The telling words of each measure, stemmed, those with most words first."""
    pairs = {
        (tuple(_stem(word) for word in str(label).replace("-", " ").split()), URIRef(str(iri)))
        for iri in graph().subjects(RDF.type, KB.SanctionMeasure)
        for label in graph().objects(iri, SKOS.hiddenLabel)
    }
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _stem(word: str) -> str:
    """The word without plural and punctuation, enough to compare nouns and participles with labels."""
    word = word.strip(".,;:()\"'“”’")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _places(wanted: tuple[str, ...], words: list[str]) -> set[int]:
    """The indexes where the wanted words stand, in any order; empty unless all are there."""
    places = {words.index(word) for word in wanted if word in words}
    return places if len(places) == len(wanted) else set()
