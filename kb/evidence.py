"""Evidence is verified: a quotation is the text at its offsets, or nothing is published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from kb.errors import EvidenceError
from kb.facts.base import Extraction
from kb.model import Basis, Passage
from kb.terms import parse_line

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


_QUOTE = re.compile(r"<(.*)#quote=(\d+),(\d+)>")
_EXACT = "<http://www.w3.org/ns/oa#exact>"


def unverified(lines: Iterable[str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Quotations in lines of N-Quads that are not in their document's text, each with a sentence on why.

    `texts` has the text of each document by the document's IRI.
    """
    for (subject, predicate, obj), _ in map(parse_line, lines):
        quote = _QUOTE.fullmatch(subject) if predicate == _EXACT else None
        if quote is None:
            continue
        document, start, end = quote[1], int(quote[2]), int(quote[3])
        if document not in texts:
            yield subject, "the text of the document is not at hand; build it again from its source"
        # The escapes of canonical N-Quads are a part of those of JSON.
        elif texts[document][start:end] != json.loads(obj):
            yield subject, f"the document has {texts[document][start:end][:SHOWN]!r} there; build again"


def _passages(extraction: Extraction) -> Iterator[Passage]:
    yield from (claim.evidence for claim in extraction.claims if claim.evidence is not None)
    yield from (mention for individual in extraction.individuals for mention in individual.mentions)
