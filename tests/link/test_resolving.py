"""Decisions on whole documents: joint, repeatable, and safe for any name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.documents.base import Document
from kb.facts.base import Claim, Extraction
from kb.facts.leadership import Leadership
from kb.gazetteer import builtin
from kb.link import CLOSE, resolve
from kb.model import Individual, IndividualKind, Name, Passage, Text
from tests.link.marked import extraction

KINDS = st.sampled_from(list(IndividualKind))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), KINDS), max_size=6), st.text(max_size=40))
def test_any_names_are_decided_on_and_twice_the_same(
    names: list[tuple[str, IndividualKind]], tail: str
) -> None:
    text, individuals = "", []
    for name, kind in names:
        individuals.append(Individual(Name(name), kind, (Passage(len(text), len(text) + len(name), name),)))
        text += f"{name} {tail} "
    document = Extraction(Document("d", "", text, "2020-01-01"), tuple(individuals), ())
    linked, decisions = resolve(document, builtin())
    assert resolve(document, builtin()) == (linked, decisions)
    for decision in decisions:
        assert sum(one.score for one in decision.candidates) <= 1.001


@pytest.mark.parametrize("name", ["'", "— —", "A. '", "Mr ", "Jr. III", "of the", "𝔎𝔦𝔪 Jong", "x" * 5000])
@pytest.mark.parametrize("kind", list(IndividualKind))
def test_odd_names_are_no_error(name: str, kind: IndividualKind) -> None:
    document = Extraction(
        Document("d", "", name), (Individual(Name(name), kind, (Passage(0, len(name), name),)),), ()
    )
    assert len(resolve(document, builtin())[1]) == 1


def test_what_is_sure_decides_what_is_not() -> None:
    alone = resolve(extraction("[place:Tripoli] was quiet."), builtin())[1][0]
    together = resolve(
        extraction("[place:Tripoli] was quiet, [place:Beirut] and [place:Sidon] too."), builtin()
    )[1][0]
    assert alone.candidates[0].entry.iso2 == "LY"
    assert together.candidates[0].entry.iso2 == "LB"
    assert together.candidates[0].score > CLOSE


def test_an_office_that_the_document_states_decides_a_surname() -> None:
    document = extraction("[person:Peskov] spoke for [country:Russia].")
    office = Leadership(person=Name("Peskov"), role=Text("Presidential Spokesperson"), of=Name("Russia"))
    stated = replace(document, claims=(Claim(document="test", fact=office, evidence=None),))
    before, after = (resolve(one, builtin())[1][0].candidates[0] for one in (document, stated))
    assert (before.entry.name, after.entry.name) == ("Dmitry Peskov", "Dmitry Peskov")
    assert after.score > before.score
    assert "holds the office" in after.method


def test_a_state_taken_for_a_country_becomes_a_place() -> None:
    linked, _ = resolve(
        extraction("He campaigned in the state of [country:Georgia] and in [place:Alabama]."), builtin()
    )
    assert [one.kind for one in linked.individuals] == [IndividualKind.PLACE, IndividualKind.PLACE]


def test_without_a_decision_there_is_no_link() -> None:
    document = extraction("[person:Jordan] appeared in court.")
    linked, (decision,) = resolve(document, builtin())
    assert decision.chosen is None
    assert linked.individuals[0].links == ()
