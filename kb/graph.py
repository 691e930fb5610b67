"""Knowledge becomes RDF: individuals and facts in the default graph, one named graph per document.

The mapping is generic over the fields of the fact classes: a field is written as the ontology's property of
its name. Triples are tuples of encoded terms (kb.terms), made while they are asked for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Any, Final

from rdflib import XSD

from kb import ontology
from kb.documents.base import Document
from kb.facts.base import Claim, Fact
from kb.identity import MergedIndividual, digest
from kb.merge import Knowledge, MergedClaim, MergedFact
from kb.model import Link, Passage, Standing
from kb.slots import Slot, slots, values
from kb.terms import A, Triple, boolean, date, decimal, english, integer, iri, literal, segment

PROGRAM: Final = "https://w3id.org/communique/program"
"""The software agent that reads documents."""
OTHER_GRAPHS: Final[Mapping[str, str]] = {
    "wikidata": f"{ontology.WIKIDATA}{{}}",
    "geonames": f"{ontology.GEONAMES}{{}}/",
    "dbpedia": f"{ontology.DBPEDIA}{{}}",
    "opensanctions": "https://www.opensanctions.org/entities/{}",
}
"""The IRIs of other graphs that the identifiers of links stand for."""
DERIVED: Final[Mapping[str, Callable[[str], Iterable[str]]]] = {"measure": ontology.measure_types}
"""For a slot, how the categories are found that `<slot>Type` holds."""

_ABSOLUTE = re.compile(r"https?://[^/\s]+")


@cache
def curie(name: str) -> str:
    """The encoded IRI of "kb:states" or "oa:start"; a term that the ontology does not define raises."""
    prefix, local = name.split(":")
    return iri(ontology.KB[local] if prefix == "kb" else ontology.PREFIXES[prefix] + local)


class Mapper:
    """Writes knowledge as triples; `base` is the IRI below which individuals, facts and documents live."""

    def __init__(self, base: str) -> None:
        self.base = base

    def individual_iri(self, path: str) -> str:
        """The encoded IRI of an individual or fact with this path."""
        return iri(f"{self.base}id/{path}")

    def document_iri(self, document: str, fragment: str = "") -> str:
        """The encoded IRI of a document, which is also its graph, or of a part of it."""
        return iri(ontology.document_graph(self.base, segment(document)) + fragment)

    def default_graph(self, knowledge: Knowledge) -> Iterator[Triple]:
        """All individuals, facts and short triples, in no order."""
        for individual in knowledge.individuals.values():
            yield from self.individual(individual)
        for fact in knowledge.facts.values():
            yield from self.fact(fact)
            yield self.individual_iri(fact.path), curie("rdfs:label"), english(_label(fact.fact, knowledge))

    def individual(self, individual: MergedIndividual) -> Iterator[Triple]:
        """An individual with its names and links."""
        subject = self.individual_iri(individual.path)
        yield subject, A, curie(f"kb:{individual.kind.capitalize()}")
        label, *others = individual.names
        yield subject, curie("rdfs:label"), english(label)
        yield from ((subject, curie("skos:altLabel"), english(name)) for name in others)
        if individual.described_in is not None:
            yield subject, curie("kb:describedIn"), self.document_iri(individual.described_in)
        yield from ((subject, *pair) for pair in map(_link, individual.links))

    def fact(self, merged: MergedFact) -> Iterator[Triple]:
        """A fact with its slots and standing and, if it is asserted, its short triples."""
        subject, fact = self.individual_iri(merged.path), merged.fact
        yield subject, A, iri(ontology.class_of(type(fact)))
        yield from ((subject, *pair) for pair in self._slots(fact))
        yield subject, curie("kb:standing"), _concept(merged.standing)
        yield subject, curie("kb:disputed"), boolean(merged.disputed)
        yield subject, curie("kb:documentCount"), integer(merged.sources)
        yield subject, curie("kb:confidence"), decimal(merged.confidence)
        for name, day in (("kb:firstReported", merged.first), ("kb:lastReported", merged.last)):
            if day is not None:
                yield subject, curie(name), date(day)
        if merged.standing is Standing.ASSERTED:
            yield from self._short(fact)

    def document(self, knowledge: Knowledge, document: str) -> Iterator[Triple]:
        """The graph of a document: its metadata, what it mentions, its claims and their evidence."""
        yield from self._metadata(knowledge.documents[document])
        subject = self.document_iri(document)
        original = knowledge.copies[document]
        if original != document:
            yield subject, curie("kb:copyOf"), self.document_iri(original)
        for path in knowledge.mentions[document]:
            yield subject, curie("kb:mentions"), self.individual_iri(path)
        claims = knowledge.claims[document]
        for claim in claims:
            yield from self._claim(claim)
        for passage in {merged.claim.evidence for merged in claims if merged.claim.evidence is not None}:
            yield from self._passage(document, passage)

    def _slots(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Property and value of every slot that is filled, and of the categories derived from them."""
        for slot in slots(type(fact)):
            for value in values(fact, slot):
                yield _property(slot.name), self._filler(slot, value)
                for category in DERIVED[slot.name](value) if slot.name in DERIVED else ():
                    yield curie(f"kb:{slot.name}Type"), iri(category)

    def _filler(self, slot: Slot, value: Any) -> str:
        """The term for what fills a slot."""
        if slot.is_name:
            return self.individual_iri(value)
        if slot.is_enumeration:
            return _concept(value)
        return literal(value) if slot.is_text else date(value)

    def _short(self, fact: Fact) -> Iterator[Triple]:
        """The short triples from one end of a fact to the other that its class and concepts give."""
        filled = [(slot, value) for slot in slots(type(fact)) for value in values(fact, slot)]
        concepts = [ontology.concept(value) for slot, value in filled if slot.is_enumeration]
        predicates = ontology.shortcuts(ontology.class_of(type(fact)), *concepts)
        ends = [
            [self._filler(slot, value) for slot, value in filled if slot.name == end]
            for end in type(fact).ENDS or ()
        ]
        for (subject, obj), predicate in product(product(*ends) if ends else (), predicates):
            if subject != obj:
                yield subject, iri(predicate), obj

    def _metadata(self, document: Document) -> Iterator[Triple]:
        """What is known of the document itself, and the activity that read it."""
        subject, activity = self.document_iri(document.id), self.document_iri(document.id, "#extraction")
        yield subject, A, curie("kb:Document")
        yield subject, curie("dcterms:identifier"), literal(document.id)
        yield subject, curie("dcterms:title"), english(document.title)
        yield subject, curie("kb:textDigest"), literal(hashlib.sha256(document.text.encode()).hexdigest())
        yield subject, curie("kb:textLength"), integer(len(document.text))
        if document.date:
            yield subject, curie("dcterms:issued"), date(document.date)
        if document.source:
            yield subject, curie("kb:publisher"), literal(document.source)
        if document.url and _ABSOLUTE.match(document.url):
            yield subject, curie("dcterms:source"), iri(document.url)
        yield activity, A, curie("kb:Extraction")
        yield activity, curie("prov:used"), subject
        yield activity, curie("prov:wasAssociatedWith"), iri(PROGRAM)

    def _claim(self, merged: MergedClaim) -> Iterator[Triple]:
        """A claim as a Web Annotation of its passage."""
        claim, fact = merged.claim, self.individual_iri(merged.fact)
        subject = self.document_iri(claim.document, f"#claim-{_claim_digest(merged)}")
        yield subject, A, curie("kb:Claim")
        yield subject, A, curie("oa:Annotation")
        for predicate in ("kb:states", "oa:hasBody"):
            yield subject, curie(predicate), fact
        if claim.evidence is not None:
            passage = self._passage_iri(claim.document, claim.evidence)
            yield from ((subject, curie(predicate), passage) for predicate in ("kb:evidence", "oa:hasTarget"))
        for member in (claim.polarity, claim.modality, claim.basis):
            yield subject, _property(type(member).__name__.lower()), _concept(member)
        yield subject, curie("kb:confidence"), decimal(claim.confidence)
        yield subject, curie("prov:wasDerivedFrom"), self.document_iri(claim.document)
        yield subject, curie("prov:wasGeneratedBy"), self.document_iri(claim.document, "#extraction")
        yield from ((subject, *pair) for pair in self._circumstances(claim))

    def _circumstances(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Who said it, when it happened and what found it, where known."""
        if claim.attributed_to is not None:
            yield curie("kb:attributedTo"), self.individual_iri(claim.attributed_to)
        if claim.date is not None:
            yield curie("kb:date"), date(claim.date)
        if claim.construction:
            yield curie("kb:construction"), literal(claim.construction)

    def _passage_iri(self, document: str, passage: Passage, part: str = "char") -> str:
        return self.document_iri(document, f"#{part}={passage.start},{passage.end}")

    def _passage(self, document: str, passage: Passage) -> Iterator[Triple]:
        """A quotation by its text and by its place."""
        subject = self._passage_iri(document, passage)
        position = self._passage_iri(document, passage, "position")
        quote = self._passage_iri(document, passage, "quote")
        yield subject, A, curie("kb:Passage")
        yield subject, curie("oa:hasSource"), self.document_iri(document)
        yield subject, curie("oa:hasSelector"), position
        yield subject, curie("oa:hasSelector"), quote
        yield position, A, curie("oa:TextPositionSelector")
        for predicate, offset in (("oa:start", passage.start), ("oa:end", passage.end)):
            yield position, curie(predicate), literal(str(offset), datatype=str(XSD.nonNegativeInteger))
        yield quote, A, curie("oa:TextQuoteSelector")
        yield quote, curie("oa:exact"), literal(passage.text)


def _label(fact: Fact, knowledge: Knowledge) -> str:
    """What fills the key slots, for people to read: "Maia Sandu – president – Moldova"."""
    return " – ".join(
        knowledge.individuals[value].names[0] if slot.is_name else str(value)
        for slot in slots(type(fact))
        if slot.key
        for value in values(fact, slot)
    )


@cache
def _property(field: str) -> str:
    """The encoded property of a field."""
    return iri(ontology.property_of(field))


def _concept(member: StrEnum) -> str:
    """The encoded concept of an enumeration's member."""
    # Members of different enumerations are equal where their values are: the class belongs to the key.
    return _concept_of(type(member), member.value)


@cache
def _concept_of(enumeration: type[StrEnum], value: str) -> str:
    return iri(ontology.concept(enumeration(value)))


def _link(link: Link) -> tuple[str, str]:
    """Property and value for an identifier in another graph."""
    if link.graph == "iso3166":
        return curie("kb:countryCode"), literal(link.identifier)
    return curie("owl:sameAs"), iri(OTHER_GRAPHS[link.graph].format(link.identifier))


def _claim_digest(merged: MergedClaim) -> str:
    """A hash of all that tells a claim from the others of its document."""
    claim, evidence = merged.claim, merged.claim.evidence
    place = () if evidence is None else (evidence.start, evidence.end)
    slots_stated = repr(claim.fact)
    circumstances = (
        claim.polarity,
        claim.modality,
        claim.attributed_to,
        claim.date,
        claim.basis,
        claim.construction,
    )
    return digest(merged.fact, slots_stated, *map(str, (*place, *circumstances)), length=16)
