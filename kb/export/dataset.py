"""The knowledge base describes itself: VoID counts, DCAT distributions and service, retractions.

Everything is computed from the data; what no data tells (the licence, the title) is a constant here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import chain
from typing import Final

from rdflib import XSD

from kb import ontology
from kb.iris import Iris, curie
from kb.link.targets import TARGETS
from kb.manifest import MEDIA_TYPES, Distribution
from kb.provenance import PROGRAM
from kb.state import Retraction
from kb.terms import A, Triple, date, english, integer, iri, literal

TITLE: Final = "Facts from news on international affairs"
DESCRIPTION: Final = (
    "Individuals and facts read from news documents, each fact with its standing, the claims behind it and "
    "the verbatim passages that the claims were read from."
)
RIGHTS: Final = (
    "The quoted passages are short quotations from documents whose rights remain with their publishers."
)
KEYWORDS: Final = (
    "international affairs",
    "news",
    "sanctions",
    "leaders",
    "weapons programs",
    "aid",
    "arms supplies",
)
LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/ENG"
PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"
TITLES: Final[Mapping[str, str]] = {
    "kb.ttl": "Individuals, facts and short triples in Turtle",
    "kb.trig": "All graphs in TriG",
    "kb.nq": "All graphs in canonical N-Quads",
}
"""What the files that hold data are called."""
LICENCE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_SAME = curie("owl:sameAs")


@dataclass(slots=True)
class Statistics:
    """What VoID says about the default graph, counted while triples stream by, and the number of quads."""

    triples: int = 0
    quads: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)

    def count(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Pass `triples`, each once, on and count them."""
        for triple in triples:
            self.triples += 1
            self.properties[triple[1]] += 1
            if triple[1] == A:
                self.classes[triple[2]] += 1
            elif triple[1] == _SAME:
                self.links[_other_graph(triple[2])] += 1
            yield triple

    def count_quads(self, lines: Iterable[str]) -> Iterator[str]:
        """Pass the lines of all graphs on and count them."""
        for line in lines:
            self.quads += 1
            yield line


class Description:
    """Writes what the knowledge base says of itself as triples about `<base>graph/dataset#it`."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris
        self.graph = ontology.named_graph(iris.base, "dataset")

    def part(self, fragment: str) -> str:
        """The encoded IRI of a part of the description."""
        return iri(f"{self.graph}#{fragment}")

    def dataset(self, statistics: Statistics, *, documents: int, dates: Sequence[str]) -> Iterator[Triple]:
        """The dataset with its counts; `dates` are those of its documents, sorted."""
        subject = self.part("it")
        yield from ((subject, A, curie(kind)) for kind in ("void:Dataset", "dcat:Dataset"))
        yield subject, curie("dcterms:title"), english(TITLE)
        yield subject, curie("dcterms:description"), english(DESCRIPTION)
        yield subject, curie("dcterms:license"), iri(LICENCE)
        yield subject, curie("dcterms:rights"), self.part("rights")
        yield self.part("rights"), A, curie("dcterms:RightsStatement")
        yield self.part("rights"), curie("rdfs:label"), english(RIGHTS)
        yield subject, curie("dcterms:language"), iri(LANGUAGE)
        yield subject, curie("dcterms:creator"), iri(PROGRAM)
        yield from ((subject, curie("dcat:keyword"), english(keyword)) for keyword in KEYWORDS)
        yield subject, curie("dcterms:conformsTo"), iri(ontology.NAMESPACE.rstrip("#"))
        yield subject, curie("void:vocabulary"), iri(ontology.NAMESPACE)
        yield subject, curie("void:uriSpace"), literal(f"{self._iris.base}id/")
        yield subject, curie("void:sparqlEndpoint"), iri(f"{self._iris.base}sparql")
        yield subject, curie("void:triples"), integer(statistics.triples)
        yield subject, curie("void:classes"), integer(len(statistics.classes))
        yield subject, curie("void:properties"), integer(len(statistics.properties))
        yield subject, curie("void:documents"), integer(documents)
        yield iri(PROGRAM), A, curie("prov:SoftwareAgent")
        yield iri(PROGRAM), curie("rdfs:label"), english("Communiqué")
        yield iri(PROGRAM), curie("schema:softwareVersion"), literal(version("communique"))
        yield from chain(self._period(dates), self._service())
        yield from chain(self._partitions(statistics), self._linksets(statistics))

    def _period(self, dates: Sequence[str]) -> Iterator[Triple]:
        """From when to when its documents are; the newest one is the last change."""
        if dates:
            yield self.part("it"), curie("dcterms:modified"), date(dates[-1])
            yield self.part("it"), curie("dcterms:temporal"), self.part("period")
            yield self.part("period"), A, curie("dcterms:PeriodOfTime")
            yield self.part("period"), curie("dcat:startDate"), date(dates[0])
            yield self.part("period"), curie("dcat:endDate"), date(dates[-1])

    def _service(self) -> Iterator[Triple]:
        """The endpoint that answers queries."""
        service = self.part("service")
        yield service, A, curie("dcat:DataService")
        yield service, curie("dcterms:title"), english("SPARQL endpoint")
        yield service, curie("dcat:endpointURL"), iri(f"{self._iris.base}sparql")
        yield service, curie("dcterms:conformsTo"), iri(PROTOCOL)
        yield service, curie("dcat:servesDataset"), self.part("it")

    def _partitions(self, statistics: Statistics) -> Iterator[Triple]:
        """How many individuals and facts each class has, how many triples each property."""
        for kind, counts, of, measure in (
            ("class", statistics.classes, "void:class", "void:entities"),
            ("property", statistics.properties, "void:property", "void:triples"),
        ):
            for term, count in sorted(counts.items()):
                partition = self.part(f"{kind}-{_local(term)}")
                yield self.part("it"), curie(f"void:{kind}Partition"), partition
                yield partition, A, curie("void:Dataset")
                yield partition, curie(of), term
                yield partition, curie(measure), integer(count)

    def _linksets(self, statistics: Statistics) -> Iterator[Triple]:
        """How many individuals are identified with entries of each other graph."""
        for graph, count in sorted(statistics.links.items()):
            linkset = self.part(f"links-{graph}")
            yield self.part("it"), curie("void:subset"), linkset
            yield linkset, A, curie("void:Linkset")
            yield linkset, curie("void:linkPredicate"), _SAME
            yield linkset, curie("void:subjectsTarget"), self.part("it")
            yield linkset, curie("void:objectsTarget"), self.part(graph)
            yield linkset, curie("void:triples"), integer(count)
            yield self.part(graph), A, curie("void:Dataset")
            yield self.part(graph), curie("void:uriSpace"), literal(_space(graph))
            yield self.part(graph), curie("dcterms:title"), english(TARGETS[graph].title)

    def retractions(self, records: Iterable[Retraction], alive: Mapping[str, str]) -> Iterator[Triple]:
        """A tombstone for each version of a document that is no part of the knowledge base any more."""
        for record in records:
            document = self._iris.document(record.document)
            if alive.get(record.document) == record.version:
                continue
            version = self._iris.document(record.document, f"#version-{record.version}")
            retraction = self._iris.document(record.document, f"#retraction-{record.version}")
            yield version, A, curie("prov:Entity")
            yield version, curie("prov:specializationOf"), document
            yield version, curie("prov:wasInvalidatedBy"), retraction
            yield retraction, A, curie("kb:Retraction")
            yield retraction, curie("rdfs:comment"), english(record.reason)
            if record.date is not None:
                yield retraction, curie("dcterms:date"), date(record.date)
            if record.document in alive:
                yield document, curie("prov:wasRevisionOf"), version
            else:
                yield document, A, curie("kb:Document")
                yield document, curie("prov:wasInvalidatedBy"), retraction

    def distributions(self, files: Iterable[Distribution]) -> Iterator[Triple]:
        """Where each file is downloaded, how large it is, and its checksum."""
        spdx = "http://spdx.org/rdf/terms#"
        for file in files:
            subject, checksum = self.part(file.name), self.part(f"{file.name}-checksum")
            download = iri(f"{self._iris.base}download/{file.name}")
            yield self.part("it"), curie("dcat:distribution"), subject
            yield self.part("it"), curie("void:dataDump"), download
            yield subject, A, curie("dcat:Distribution")
            yield subject, curie("dcterms:title"), english(TITLES[file.name])
            yield subject, curie("dcterms:license"), iri(LICENCE)
            yield subject, curie("dcat:downloadURL"), download
            yield subject, curie("dcat:accessURL"), download
            yield subject, curie("dcat:mediaType"), iri(_MEDIA + MEDIA_TYPES[file.name])
            yield (
                subject,
                curie("dcat:byteSize"),
                literal(str(file.size), datatype=str(XSD.nonNegativeInteger)),
            )
            yield subject, iri(f"{spdx}checksum"), checksum
            yield checksum, A, iri(f"{spdx}Checksum")
            yield checksum, iri(f"{spdx}algorithm"), iri(f"{spdx}checksumAlgorithm_sha256")
            yield checksum, iri(f"{spdx}checksumValue"), literal(file.sha256, datatype=str(XSD.hexBinary))


def _other_graph(target: str) -> str:
    """The name of the graph that an encoded IRI belongs to."""
    return next(name for name in TARGETS if target[1:].startswith(_space(name)))


def _space(graph: str) -> str:
    """How the IRIs of another graph start."""
    return TARGETS[graph].pattern.partition("{}")[0]


def _local(term: str) -> str:
    """The last part of an encoded IRI."""
    return term.strip("<>").replace("#", "/").rpartition("/")[2]
