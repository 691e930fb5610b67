"""The graph of one document: its metadata, its claims as Web Annotations of passages, and how it was read.

Selectors are those of https://www.w3.org/TR/annotation-model/#selectors. Only quoted passages are published,
never the text of the document.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from kb.documents.base import Document
from kb.facts.base import Claim
from kb.identity import digest
from kb.iris import Iris, concept, curie, property_of
from kb.merge import UNSAID, Knowledge, MergedClaim
from kb.model import Passage
from kb.slots import slots, values
from kb.terms import A, Triple, date, decimal, english, integer, iri, literal

PROGRAM: Final = "https://w3id.org/communique/program"
"""The software agent that reads documents."""
_ABSOLUTE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)")


class Provenance:
    """Writes documents with their claims as triples."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris

    def document(self, knowledge: Knowledge, document: str) -> Iterator[Triple]:
        """The graph of a document: its metadata, what it mentions, its claims and their evidence."""
        yield from self._metadata(knowledge.documents[document])
        subject = self._iris.document(document)
        original = knowledge.copies[document]
        if original != document:
            yield subject, curie("kb:copyOf"), self._iris.document(original)
        for path in knowledge.mentions[document]:
            yield subject, curie("kb:mentions"), self._iris.individual(path)
        claims = knowledge.claims[document]
        for claim in claims:
            yield from self._claim(claim)
        for passage in {merged.claim.evidence for merged in claims if merged.claim.evidence is not None}:
            yield from self._passage(document, passage)

    def _metadata(self, document: Document) -> Iterator[Triple]:
        """What is known of the document itself, and the activity that read it."""
        subject, activity = self._iris.document(document.id), self._iris.document(document.id, "#extraction")
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
        claim, fact = merged.claim, self._iris.individual(merged.fact)
        subject = self._iris.document(claim.document, f"#claim-{_claim_digest(merged)}")
        yield subject, A, curie("kb:Claim")
        yield subject, A, curie("oa:Annotation")
        for predicate in ("kb:states", "oa:hasBody"):
            yield subject, curie(predicate), fact
        if claim.evidence is not None:
            passage = self._passage_iri(claim.document, claim.evidence)
            yield from ((subject, curie(predicate), passage) for predicate in ("kb:evidence", "oa:hasTarget"))
        for member in (claim.polarity, claim.modality, claim.basis):
            yield subject, property_of(type(member).__name__.lower()), concept(member)
        yield from ((subject, curie("kb:statesAs"), concept(member)) for member in _concepts(claim))
        yield subject, curie("kb:confidence"), decimal(claim.confidence)
        yield subject, curie("prov:wasDerivedFrom"), self._iris.document(claim.document)
        yield subject, curie("prov:wasGeneratedBy"), self._iris.document(claim.document, "#extraction")
        yield from ((subject, *pair) for pair in self._circumstances(claim))

    def _circumstances(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Who said it, when it happened and what found it, where known."""
        if claim.attributed_to is not None:
            yield curie("kb:attributedTo"), self._iris.individual(claim.attributed_to)
        if claim.date is not None:
            yield curie("kb:date"), date(claim.date)
        if claim.construction:
            yield curie("kb:construction"), literal(claim.construction)

    def _passage_iri(self, document: str, passage: Passage, part: str = "char") -> str:
        return self._iris.document(document, f"#{part}={passage.start},{passage.end}")

    def _passage(self, document: str, passage: Passage) -> Iterator[Triple]:
        """A quotation by its text and by its place."""
        subject = self._passage_iri(document, passage)
        position = self._passage_iri(document, passage, "position")
        quote = self._passage_iri(document, passage, "quote")
        yield subject, A, curie("kb:Passage")
        yield subject, curie("oa:hasSource"), self._iris.document(document)
        yield subject, curie("oa:hasSelector"), position
        yield subject, curie("oa:hasSelector"), quote
        yield position, A, curie("oa:TextPositionSelector")
        for predicate, offset in (("oa:start", passage.start), ("oa:end", passage.end)):
            yield position, curie(predicate), integer(offset)
        yield quote, A, curie("oa:TextQuoteSelector")
        yield quote, curie("oa:exact"), literal(passage.text)


def _concepts(claim: Claim) -> Iterator[StrEnum]:
    """The concepts by which a claim describes its fact, but for those that say nothing."""
    for slot in slots(type(claim.fact)):
        if slot.is_enumeration:
            yield from (member for member in values(claim.fact, slot) if member not in UNSAID)


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
