"""From a text to its claims: what is stated, denied, claimed or announced, and with which evidence."""

from __future__ import annotations

import pytest

from kb.documents.base import Document
from kb.extract import extract
from kb.facts.base import Extraction
from kb.gazetteer import builtin
from kb.language import parse
from kb.model import Basis


def read(text: str) -> Extraction:
    ((document, doc),) = parse([Document("d", "", text, "2024-03-06")])  # type: ignore[misc]
    return extract(document, doc, gazetteer=builtin(), min_confidence=0.0)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Sudan needs fuel.", "need", "affirmed actual -"),
        ("Sudan does not need fuel.", "need", "negated actual -"),
        ("Sudan has no fuel.", "need", "affirmed actual -"),
        ("Families in Sudan do not have access to clean water.", "need", "affirmed actual -"),
        ("Sudan is not under American sanctions.", "sanction", "negated actual -"),
        ("Sudan may come under American sanctions.", "sanction", "affirmed possible -"),
        ("Sudan is not subject to American sanctions.", "sanction", "negated actual -"),
        ("Neither general is under American sanctions.", "sanction", "negated actual -"),
        ("The United States imposed sanctions on neither general.", "sanction", "negated actual -"),
        ("Canada sanctioned no bank.", "sanction", "negated actual -"),
        ("Sudan suffered under American sanctions.", "sanction", "affirmed actual -"),
        ("Sudan did not prosper under American sanctions.", "sanction", "affirmed actual -"),
        ("Sudan needs fuel, the World Food Programme said.", "need", "affirmed claimed World Food Programme"),
        # Who announces a sanction imposes it; who announces a need only says so.
        ("The European Union said it was imposing sanctions on Belarus.", "sanction", "affirmed actual -"),
        ("Russia said that Ukraine had launched a missile.", "program", "affirmed claimed Russia"),
        ("Poland offered tanks to Ukraine.", "supply", "affirmed planned -"),
    ],
)
def test_how_a_fact_is_presented(text: str, kind: str, expected: str) -> None:
    claims = [claim for claim in read(text).claims if kind == claim.fact.TYPE and claim.basis is Basis.TEXT]
    found = {f"{claim.polarity} {claim.modality} {claim.attributed_to or '-'}" for claim in claims}
    assert found == {expected}


def test_evidence_is_the_sentence_at_its_offsets() -> None:
    text = "Talks went on.\n\nThe European Union imposed sanctions on Belarus. Nothing else happened."
    (claim,) = [claim for claim in read(text).claims if claim.fact.TYPE == "sanction"]
    assert claim.evidence is not None
    assert claim.evidence.text == "The European Union imposed sanctions on Belarus."
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_what_the_gazetteer_knows_is_background_without_evidence() -> None:
    claims = read("The envoy flew to Nuremberg.").claims
    background = [claim for claim in claims if claim.basis is Basis.BACKGROUND]
    assert any(claim.fact.line().get("within") == "Germany" for claim in background)
    assert all(claim.evidence is None for claim in background)


def test_sanctions_of_nobody_in_particular_get_no_issuer_from_the_context() -> None:
    text = "The European Union imposed sanctions on Belarus. International sanctions against Iran hurt trade."
    claims = [claim for claim in read(text).claims if claim.fact.TYPE == "sanction"]
    found = {(claim.fact.line()["issuer"], claim.fact.line()["target"]) for claim in claims}
    assert found == {("European Union", "Belarus"), (None, "Iran")}
