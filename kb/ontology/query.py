"""The SPARQL queries of ontology/: competency questions, and rules that translate into other vocabularies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace

from kb.errors import OntologyError
from kb.ontology.files import listing, text

QUERIES: Final = Namespace("https://w3id.org/communique/queries#")
"""Where the competency questions have their IRIs."""


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query of ontology/, with what its header says of it; `name` is the file's without suffix."""

    name: str
    title: str
    description: str
    text: str

    @classmethod
    def parse(cls, path: str, content: str) -> Query:
        """The query of a file, which starts with the lines "# title: …" and "# description: …"."""
        header = [line.partition(": ") for line in content.splitlines()[:2]]
        if [key for key, _, _ in header] != ["# title", "# description"]:
            raise OntologyError(f"ontology/{path} must start with the lines '# title: …', '# description: …'")
        name = path.rpartition("/")[2].removesuffix(".rq")
        return cls(name, header[0][2], header[1][2], content)


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


def executables() -> Graph:
    """The competency questions as SHACL executables, as catalogues of example queries read them."""
    found = Graph()
    found.bind("sh", SH)
    for query in queries():
        iri = QUERIES[query.name]
        found.add((iri, RDF.type, SH.SPARQLSelectExecutable))
        found.add((iri, RDFS.label, Literal(query.title, lang="en")))
        found.add((iri, RDFS.comment, Literal(query.description, lang="en")))
        found.add((iri, SH.select, Literal(query.text)))
    return found


def _queries(folder: str) -> tuple[Query, ...]:
    """The queries of a folder of ontology/, by name."""
    return tuple(Query.parse(path, text(path)) for path in listing(folder, ".rq"))
