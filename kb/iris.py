"""What things of a knowledge base are called: encoded IRIs of individuals, facts, documents and terms."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from kb import ontology
from kb.terms import iri, segment


class Iris:
    """The IRIs of what lives below `base`, encoded."""

    def __init__(self, base: str) -> None:
        self.base = base

    def individual(self, path: str) -> str:
        """The IRI of an individual or fact with this path."""
        return iri(f"{self.base}id/{path}")

    def document(self, document: str, fragment: str = "") -> str:
        """The IRI of a document, which is also its graph, or of a part of it."""
        return iri(ontology.document_graph(self.base, segment(document)) + fragment)


@cache
def curie(name: str) -> str:
    """The encoded IRI of "kb:states" or "oa:start"; a term that the ontology does not define raises."""
    prefix, local = name.split(":")
    return iri(ontology.KB[local] if prefix == "kb" else ontology.PREFIXES[prefix] + local)


@cache
def property_of(field: str) -> str:
    """The encoded property of a field."""
    return iri(ontology.property_of(field))


def concept(member: StrEnum) -> str:
    """The encoded concept of an enumeration's member."""
    # Members of different enumerations are equal where their values are: the class belongs to the key.
    return _concept_of(type(member), member.value)


@cache
def _concept_of(enumeration: type[StrEnum], value: str) -> str:
    return iri(ontology.concept(enumeration(value)))
