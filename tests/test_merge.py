from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.build import turtle
from kb.facts.affiliation import Affiliation
from kb.facts.base import Claim, Extraction, Fact
from kb.facts.containment import Containment, PlaceRelation
from kb.facts.leadership import OfficeStatus
from kb.facts.meeting import Meeting, MeetingKind
from kb.facts.program import Domain, Program, ProgramStatus
from kb.merge import MergedFact, fact_path, merge
from kb.model import Basis, IndividualKind, Modality, Name, Standing, Text
from tests.stories import (
    COUNTRY,
    FORMERLY,
    LEADS,
    NEEDS,
    NORLAND_NEEDS,
    PERSON,
    SANCTIONS,
    TEXT,
    claim,
    denied,
    said,
    story,
)
from tests.synthetic import extractions

PLANNED = claim(LEADS, modality=Modality.PLANNED)
POSSIBLE = claim(LEADS, modality=Modality.POSSIBLE)
BACKGROUND = claim(LEADS, basis=Basis.BACKGROUND, evidence=None)


def told(*claims: Claim) -> MergedFact:
    """The one fact that results where each claim stands in a document of its own, a day after the last."""
    stories = (story(f"d{day}", one, date=f"2024-03-0{day}") for day, one in enumerate(claims, start=1))
    (fact,) = merge(stories).facts.values()
    return fact


def test_facts_with_equal_key_slots_are_one_over_documents() -> None:
    named = (("Norland", COUNTRY, {"wikidata": "Q1"}), ("Ada Bérg", PERSON, {}))
    other = replace(LEADS, person=Name("Ada Bérg"), role=Text("The President"))
    knowledge = merge(
        [story("a", claim(LEADS)), story("b", claim(LEADS)), story("c", claim(other), named=named)]
    )
    (fact,) = knowledge.facts.values()
    assert fact.fact == replace(LEADS, person=Name("person/ada-berg"), of=Name("country/norland"))
    assert fact.path == fact_path(fact.fact)
    assert [claims[0].fact for claims in knowledge.claims.values()] == 3 * [fact.path]


@pytest.mark.parametrize(
    "other",
    [
        replace(LEADS, role=Text("prime minister")),
        replace(LEADS, of=None),
        replace(LEADS, person=Name("Cato Dahl")),
        NEEDS,
    ],
)
def test_other_key_slots_make_another_fact(other: Fact) -> None:
    assert len(merge([story("a", claim(LEADS)), story("b", claim(other))]).facts) == 2


@pytest.mark.parametrize(
    ("claims", "standing", "disputed"),
    [
        ((claim(LEADS),), Standing.ASSERTED, False),
        ((said(LEADS, "Ada Berg"), claim(LEADS)), Standing.ASSERTED, False),
        ((PLANNED, said(LEADS, "Ada Berg")), Standing.REPORTED, False),
        ((POSSIBLE, PLANNED), Standing.PLANNED, False),
        ((POSSIBLE,), Standing.POSSIBLE, False),
        ((denied(LEADS),), Standing.DENIED, False),
        ((denied(LEADS), claim(LEADS)), Standing.ASSERTED, True),
        ((denied(LEADS, modality=Modality.CLAIMED), said(LEADS)), Standing.REPORTED, True),
        ((denied(LEADS, modality=Modality.PLANNED), claim(LEADS)), Standing.ASSERTED, False),
        ((denied(LEADS), PLANNED), Standing.PLANNED, False),
        ((BACKGROUND,), Standing.ASSERTED, False),
        ((BACKGROUND, said(LEADS)), Standing.ASSERTED, False),
        ((BACKGROUND, denied(LEADS)), Standing.ASSERTED, True),
    ],
)
def test_what_all_claims_make_of_a_fact(
    claims: tuple[Claim, ...], standing: Standing, disputed: bool
) -> None:
    fact = told(*claims)
    assert (fact.standing, fact.disputed) == (standing, disputed)


@pytest.mark.parametrize(
    ("claims", "documents", "confidence"),
    [
        ((claim(LEADS, confidence=0.6),), 1, 0.6),
        ((claim(LEADS, confidence=0.6), claim(LEADS, confidence=0.5)), 2, 0.8),
        ((claim(LEADS, confidence=0.6), said(LEADS, confidence=0.9)), 1, 0.6),
        ((denied(LEADS, confidence=0.5), denied(LEADS, confidence=0.5)), 2, 0.75),
        ((BACKGROUND,), 0, 0.8),
    ],
)
def test_confidence_counts_independent_documents_that_support_the_standing(
    claims: tuple[Claim, ...], documents: int, confidence: float
) -> None:
    fact = told(*claims)
    assert (fact.documents, fact.sources, fact.confidence) == (documents, documents, confidence)


def test_two_claims_of_one_document_are_no_more_than_its_best() -> None:
    twice = claim(LEADS, confidence=0.6), claim(LEADS, NORLAND_NEEDS, confidence=0.7)
    (fact,) = merge([story("a", *twice)]).facts.values()
    assert (fact.documents, fact.confidence) == (1, 0.7)


def test_copies_of_a_document_count_once() -> None:
    copies = [story(name, claim(LEADS, confidence=0.6), text=f"{TEXT} {40 * 'Wire text. '}") for name in "ab"]
    knowledge = merge([*copies, story("c", claim(LEADS, confidence=0.5))])
    (fact,) = knowledge.facts.values()
    assert (fact.documents, fact.sources, fact.confidence) == (3, 2, 0.8)
    assert knowledge.copies == {"a": "a", "b": "a", "c": "c"}


def test_a_slot_that_changes_is_as_the_latest_supporting_document_has_it() -> None:
    assert told(claim(LEADS), claim(FORMERLY)).fact.status is OfficeStatus.FORMER
    assert told(claim(FORMERLY), claim(LEADS)).fact.status is OfficeStatus.CURRENT
    assert told(claim(LEADS), said(FORMERLY)).fact.status is OfficeStatus.CURRENT
    fact = told(claim(FORMERLY), claim(LEADS))
    assert (fact.first, fact.last) == ("2024-03-01", "2024-03-02")


def test_a_value_that_says_nothing_yields_to_an_older_one() -> None:
    tested = Program(
        operator=Name("Norland"), name=Text("satellite"), domain=Domain.SPACE, status=ProgramStatus.TESTED
    )
    vague = Program(operator=Name("Norland"), name=Text("satellite"))
    assert told(claim(tested), claim(vague)).fact == replace(tested, operator=Name("country/norland"))


@pytest.mark.parametrize(
    "fact",
    [
        Affiliation(member=Name("Norland"), of=Name("Norland")),
        Containment(place=Name("Norland"), within=Name("Kingdom of Norland")),
        Meeting(participants=(Name("Norland"), Name("Kingdom of Norland"))),
    ],
)
def test_a_fact_with_one_individual_at_both_ends_says_nothing(fact: Fact) -> None:
    named = tuple((name, COUNTRY, {"wikidata": "Q1"}) for name in ("Norland", "Kingdom of Norland"))
    assert not merge([story("a", claim(fact), named=named)]).facts


def test_a_visit_needs_one_visitor_and_a_place() -> None:
    visit = Meeting(participants=(Name("Ada Berg"),), place=Name("Norland"))
    assert told(claim(visit)).fact == Meeting(
        participants=(Name("person/ada-berg"),), place=Name("country/norland")
    )


def test_participants_are_a_set() -> None:
    there, back = ((Name("Ada Berg"), Name("Norland")), (Name("Norland"), Name("Ada Berg")))
    assert told(claim(Meeting(participants=there)), claim(Meeting(participants=back))).documents == 2


VISIT = Meeting(
    participants=(Name("Norland"), Name("Ada Berg")), place=Name("Norland"), kind=MeetingKind.VISIT
)
RETURNED = replace(VISIT, participants=VISIT.participants[::-1])
MET = replace(VISIT, kind=MeetingKind.MEETING)
NORLAND_CAME, BERG_CAME = {"visitor": "country/norland"}, {"visitor": "person/ada-berg"}


@pytest.mark.parametrize(
    ("claims", "roles"),
    [
        ((claim(VISIT),), NORLAND_CAME),
        ((claim(RETURNED),), BERG_CAME),
        ((claim(VISIT), claim(RETURNED)), {}),
        ((claim(VISIT), claim(RETURNED), claim(VISIT)), NORLAND_CAME),
        ((claim(RETURNED), claim(VISIT), claim(RETURNED)), BERG_CAME),
        ((claim(MET), claim(MET), claim(RETURNED)), BERG_CAME),
        ((claim(RETURNED), claim(MET)), {}),
        ((claim(MET),), {}),
        ((said(VISIT), claim(RETURNED), said(VISIT)), BERG_CAME),
        ((denied(VISIT),), NORLAND_CAME),
    ],
)
def test_who_came_is_what_most_claims_of_the_visit_say(
    claims: tuple[Claim, ...], roles: dict[str, str]
) -> None:
    fact = told(*claims)
    assert fact.roles == roles
    assert isinstance(fact.fact, Meeting)
    assert fact.fact.participants == ("country/norland", "person/ada-berg")


def test_speakers_and_targets_that_no_individual_is_are_groups() -> None:
    knowledge = merge([story("a", said(SANCTIONS, "unnamed officials"))])
    (merged,) = knowledge.claims["a"]
    assert merged.claim.attributed_to in knowledge.individuals
    assert {one.kind for one in knowledge.individuals.values()} == {"country", "person", "group"}
    assert knowledge.mentions["a"] == ("country/norland", "person/ada-berg")


def test_equal_claims_of_a_document_are_one() -> None:
    knowledge = merge([story("a", claim(LEADS), claim(LEADS))])
    assert len(knowledge.claims["a"]) == 1


SYNTHETIC = tuple(extractions(12, claims=6, names=5))
MERGED = merge(SYNTHETIC)
TURTLE = turtle(SYNTHETIC)


@settings(max_examples=40, deadline=None)
@given(st.permutations(SYNTHETIC))
def test_order_does_not_matter(shuffled: list[Extraction]) -> None:
    assert merge(shuffled) == MERGED
    assert turtle(shuffled) == TURTLE


def test_a_capital_that_also_lies_in_its_country_stays_its_capital() -> None:
    inside = Containment(place=Name("Oslund"), within=Name("Norland"))
    capital = replace(inside, relation=PlaceRelation.CAPITAL_OF)
    named = (("Norland", COUNTRY, {}), ("Oslund", IndividualKind.PLACE, {}))
    stories = (story(f"d{n}", claim(one), named=named) for n, one in enumerate((inside, capital, inside)))
    (fact,) = (merged.fact for merged in merge(stories).facts.values())
    assert isinstance(fact, Containment)
    assert fact.relation is PlaceRelation.CAPITAL_OF


def test_nothing_gives_nothing() -> None:
    assert not merge([]).facts
