"""Evidence is verified: a quotation is the text at its offsets, or nothing is published."""

from __future__ import annotations

from collections.abc import Iterator

from kb.errors import EvidenceError
from kb.facts.base import Extraction
from kb.model import Basis, Passage

SHOWN = 60
"""Characters of a quotation that an error message shows."""


def verify(extraction: Extraction) -> Extraction:
    """`extraction` itself if every quotation of it is right; else EvidenceError names the first wrong one."""
    for problem in problems(extraction):
        raise EvidenceError(problem)
    return extraction


def problems(extraction: Extraction) -> Iterator[str]:
    """A sentence for each quotation that is not the text at its offsets, and each claim without one."""
    document = extraction.document
    for claim in extraction.claims:
        if claim.evidence is None and claim.basis is Basis.TEXT:
            yield f"document {document.id}: a claim about {claim.fact} has no evidence; extract it again"
    for passage in _passages(extraction):
        found = document.text[passage.start : passage.end]
        if passage.start < 0 or found != passage.text or not found:
            yield (
                f"document {document.id}: characters {passage.start} to {passage.end} are "
                f"{found[:SHOWN]!r}, not the quoted {passage.text[:SHOWN]!r}; extract the document again"
            )


def _passages(extraction: Extraction) -> Iterator[Passage]:
    yield from (claim.evidence for claim in extraction.claims if claim.evidence is not None)
    yield from (mention for individual in extraction.individuals for mention in individual.mentions)
