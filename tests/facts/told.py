"""What a text of our own states of one kind of fact, read from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.documents.base import Document
from kb.extract import extract
from kb.facts.base import Claim
from kb.gazetteer import builtin

if TYPE_CHECKING:
    from kb.tokens import Doc

DATE = "2024-05-15"


def claims(doc: Doc, kind: str) -> list[Claim]:
    """What a text of DATE states of one kind of fact."""
    document = Document("test", "", doc.text, DATE)
    found = extract(document, doc, gazetteer=builtin(), min_confidence=0.0).claims
    return [claim for claim in found if kind == claim.fact.TYPE and claim.evidence is not None]


def told(doc: Doc, kind: str, slots: tuple[str, ...]) -> set[tuple[object, ...]]:
    """The facts of a kind as the values of some of their slots."""
    return {tuple(getattr(claim.fact, slot) for slot in slots) for claim in claims(doc, kind)}
