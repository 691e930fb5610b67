"""The line format: one JSON object for each claim and each individual of a document.

What other programs read (evaluation, `jq`, spreadsheets) stays as it is written here: slot names are those
of the fact classes, offsets are code points of the document's text, a claim of the gazetteer has no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kb.facts.base import Claim, Extraction, standing
from kb.model import Individual, Modality, Passage, Polarity, Standing


def lines(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The claims of a document, claims of one fact together and the strongest first, then its individuals."""
    by_fact: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        by_fact[type(claim.fact), claim.fact.key()].append(claim)
    for claims in by_fact.values():
        together = standing(claims)
        for claim in sorted(claims, key=_weight):
            yield claim_line(claim, together)
    for individual in extraction.individuals:
        yield individual_line(extraction.document.id, individual)


def _weight(claim: Claim) -> tuple[bool, int, float]:
    """Sorts affirmed before negated, actual before possible, confident before doubtful."""
    return (
        claim.polarity is Polarity.NEGATED,
        list(Modality).index(claim.modality),
        -claim.confidence,
    )


def claim_line(claim: Claim, together: Standing) -> dict[str, Any]:
    """One claim; `together` is the standing that all claims of the document give its fact."""
    return {
        "document": claim.document,
        "type": claim.fact.TYPE,
        **claim.fact.line(),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attributed_to": claim.attributed_to,
        "date": claim.date,
        "confidence": round(claim.confidence, 3),
        "evidence": None if claim.evidence is None else _passage(claim.evidence),
        "standing": together,
        "basis": claim.basis,
    }


def individual_line(document: str, individual: Individual) -> dict[str, Any]:
    """One individual with all its mentions and links."""
    return {
        "document": document,
        "type": "individual",
        "name": individual.name,
        "kind": individual.kind,
        "mentions": [_passage(mention) for mention in individual.mentions],
        "links": {link.graph: link.identifier for link in individual.links},
        "confidence": round(individual.confidence, 3),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "text": passage.text}
