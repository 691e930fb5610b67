"""The line format: one JSON object for each claim and each individual of a document.

What other programs read (evaluation, `jq`, spreadsheets) stays as it is written here: slot names are those
of the fact classes, offsets are code points of the document's text, a claim of the gazetteer has no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kb.facts.base import Claim, Extraction, standing
from kb.model import Basis, Individual, Modality, Passage, Polarity, Standing


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


def _weight(claim: Claim) -> tuple[bool, int, bool, float]:
    """Affirmed before negated, actual before possible, dated before undated, sure before doubtful."""
    return (
        claim.polarity is Polarity.NEGATED,
        list(Modality).index(claim.modality),
        claim.date is None,
        -claim.confidence,
    )


def claim_line(claim: Claim, together: Standing) -> dict[str, Any]:
    """One claim; `together` is the standing that all claims of the document give its fact."""
    slots = claim.fact.line()
    return {
        "document": claim.document,
        "type": claim.fact.TYPE,
        **slots,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attributed_to": claim.attributed_to,
        "date": claim.date or slots.get("date"),
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


COLUMNS = ("type", "fact", "how", "date", "confidence", "evidence")


def table(extraction: Extraction, *, evidence_width: int = 100) -> str:
    """The facts of a document for reading in a terminal: one line each, tab-separated, a heading first.

    "how" is empty for what the text states in its own voice; else the modality or "not", and the source.
    """
    rows = [f"# {extraction.document.id}: {extraction.document.title}", "\t".join(COLUMNS)]
    for line in lines(extraction):
        if line["type"] != "individual" and line["basis"] == Basis.TEXT:
            rows.append("\t".join(_row(line, evidence_width)))
    return "\n".join(rows)


def _row(line: dict[str, Any], evidence_width: int) -> tuple[str, ...]:
    slots = list(line)[2 : list(line).index("polarity")]
    fact = ", ".join(f"{slot}: {_shown(line[slot])}" for slot in slots if line[slot] is not None)
    how = [] if line["polarity"] == Polarity.AFFIRMED else ["not"]
    how += [] if line["modality"] == Modality.ACTUAL else [line["modality"]]
    how += [f"({line['attributed_to']})"] if line["attributed_to"] else []
    evidence = " ".join(line["evidence"]["text"].split())
    if len(evidence) > evidence_width:
        evidence = evidence[: evidence_width - 1] + "…"
    return line["type"], fact, " ".join(how), line["date"] or "", f"{line['confidence']:.2f}", evidence


def _shown(value: Any) -> str:
    return " & ".join(value) if isinstance(value, tuple) else str(value)


def _passage(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "text": passage.text}
