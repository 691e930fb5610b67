from __future__ import annotations

from dataclasses import replace

import pytest

from kb.errors import EvidenceError
from kb.evidence import unverified, verify
from kb.facts.base import Claim
from kb.iris import Iris
from kb.merge import merge
from kb.model import Basis, Passage
from kb.provenance import Provenance
from kb.terms import quad_line
from tests.stories import LEADS, claim, passage, story

BASE = "http://localhost:8000/"


def test_right_quotations_pass() -> None:
    extraction = story("a", claim(LEADS), claim(LEADS, basis=Basis.BACKGROUND, evidence=None))
    assert verify(extraction) is extraction


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            claim(LEADS, evidence=Passage(1, 34, "Ada Berg is president of Norland.")),
            "characters 1 to 34 are 'da Berg",
        ),
        (claim(LEADS, evidence=Passage(0, 3, "ada")), "characters 0 to 3 are 'Ada', not the quoted 'ada'"),
        (claim(LEADS, evidence=Passage(-3, 0, "")), "characters -3 to 0"),
        (claim(LEADS, evidence=Passage(0, 0, "")), "characters 0 to 0"),
        (claim(LEADS, evidence=None), "has no evidence"),
    ],
)
def test_a_wrong_quotation_names_document_place_and_both_texts(wrong: Claim, message: str) -> None:
    with pytest.raises(EvidenceError, match=message) as raised:
        verify(story("a", claim(LEADS), wrong))
    assert str(raised.value).startswith("document a: ")


def test_mentions_are_quotations_too() -> None:
    extraction = story("a")
    shifted = replace(extraction.individuals[0], mentions=(Passage(0, 7, "Norland"),))
    with pytest.raises(EvidenceError, match="Ada Ber"):
        verify(replace(extraction, individuals=(shifted,)))


def lines(text: str) -> list[str]:
    knowledge = merge([story("a", claim(LEADS, 'line\nfeed "x" 😀', text=text), text=text)])
    iris = Iris(BASE)
    graph = iris.document("a")
    return [quad_line(triple, graph) for triple in Provenance(iris).document(knowledge, "a")]


TEXT = 'Some line\nfeed "x" 😀 there, Norland and Ada Berg.'


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({f"{BASE}document/a": TEXT}, []),
        ({f"{BASE}document/a": TEXT[1:]}, ["the document has 'ine\\nfeed \"x\" 😀 ' there; build again"]),
        ({}, ["the text of the document is not at hand; build it again from its source"]),
    ],
)
def test_published_quotations_are_compared_with_the_text(texts: dict[str, str], found: list[str]) -> None:
    place = passage(TEXT, 'line\nfeed "x" 😀')
    quote = f"<{BASE}document/a#quote={place.start},{place.end}>"
    assert list(unverified(lines(TEXT), texts)) == [(quote, why) for why in found]
