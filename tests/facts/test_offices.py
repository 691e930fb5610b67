"""Whose office it is where the sentence does not say, and what the gazetteer knows beside the text."""

from __future__ import annotations

import pytest

from kb.documents.base import Document
from kb.extract import extract
from kb.facts.base import Claim
from kb.facts.containment import Containment
from kb.facts.leadership import Leadership
from kb.gazetteer import builtin
from kb.language import parse
from kb.model import Basis


def claims(text: str, date: str | None = "2024-05-15") -> list[Claim]:
    document = Document("d", "", text, date)
    (parsed,) = parse([document])
    assert not isinstance(parsed, Exception)
    return list(extract(*parsed, gazetteer=builtin()).claims)


OFFICES = [
    # known of the person
    ("President Putin spoke on Monday.", "2024-05-15", "Vladimir Putin", "Russia", "current"),
    # over by the date of the document
    (
        "President George W. Bush signed the order at the time.",
        "2024-05-15",
        "George W. Bush",
        "United States",
        "former",
    ),
    # who died or resigned holds no office any more
    (
        "Interior Minister Kithure Otieno of Kenya died on Tuesday.",
        "2024-05-15",
        "Kithure Otieno",
        "Kenya",
        "former",
    ),
    (
        "Interior Minister Kithure Otieno of Kenya may resign. Otieno did not resign on Tuesday.",
        "2024-05-15",
        "Kithure Otieno",
        "Kenya",
        "current",
    ),
    # over by the date of the document, whatever country the sentence names
    (
        "Sanctions were imposed under President Donald Trump of the United States.",
        "2022-05-15",
        "Donald Trump",
        "United States",
        "former",
    ),
    # the country of the text
    (
        "Floods hit Kenya again. Kenya's government met. Interior Minister Kithure Otieno flew over Kenya.",
        "2024-05-15",
        "Kithure Otieno",
        "Kenya",
        "current",
    ),
    # the scene of the sentence
    (
        "Kenya and Kenya again. In Poland, Foreign Minister Jan Kowalczyk agreed.",
        "2024-05-15",
        "Jan Kowalczyk",
        "Poland",
        "current",
    ),
    # a title that only one state has, spelt as only there
    (
        "Treasury Secretary Jane Holloway arrived in Nairobi, in Kenya. Kenya's cabinet met.",
        "2024-05-15",
        "Jane Holloway",
        "United States",
        "current",
    ),
    (
        "Manila hopes. Defense Secretary Jane Holloway spoke. The Philippines bought ships.",
        "2024-05-15",
        "Jane Holloway",
        "Philippines",
        "current",
    ),
    # a body without a name
    (
        "The head of the regional election board, Jane Holloway, agreed. Kenya and Kenya met.",
        "2024-05-15",
        "Jane Holloway",
        "regional election board",
        "current",
    ),
    # a title that only one state has
    (
        "Secretary of State Jane Holloway arrived in Nairobi.",
        "2024-05-15",
        "Jane Holloway",
        "United States",
        "current",
    ),
]


@pytest.mark.parametrize(("text", "date", "person", "of", "status"), OFFICES)
def test_an_office_is_completed(text: str, date: str, person: str, of: str, status: str) -> None:
    found = [c.fact for c in claims(text, date) if c.basis is Basis.TEXT and isinstance(c.fact, Leadership)]
    assert [(fact.of, fact.status) for fact in found if person.endswith(fact.person.split()[-1])] == [
        (of, status)
    ]


def test_a_counterpart_holds_the_same_office() -> None:
    text = "Kenya's Foreign Minister Alice Otieno met her Norwegian counterpart, Espen Berg."
    found = [c.fact for c in claims(text) if c.basis is Basis.TEXT and isinstance(c.fact, Leadership)]
    assert {(fact.person, fact.role, fact.of) for fact in found} == {
        ("Alice Otieno", "foreign minister", "Kenya"),
        ("Espen Berg", "foreign minister", "Norway"),
    }


def test_a_release_calls_its_own_officers_by_their_titles() -> None:
    text = "Counselor Jane Holloway flew to Kenya. Kenya's president received Kenya's guests."
    document = Document("d", "", text, "2024-05-15", source="U.S. Department of State")
    (parsed,) = parse([document])
    assert not isinstance(parsed, Exception)
    found = [c.fact for c in extract(*parsed, gazetteer=builtin(), min_confidence=0.0).claims]
    assert [
        fact.of
        for fact in found
        if isinstance(fact, Leadership) and fact.person.startswith("Jane") and fact.role == "counselor"
    ] == ["United States"]


@pytest.mark.parametrize(
    ("text", "person", "role", "of"),
    [
        (
            "UNICEF Deputy Executive Director Ada Berg spoke.",
            "Ada Berg",
            "deputy executive director",
            "UNICEF",
        ),
        (
            "Health Policy Committee Chairman Sen. Ada Berg spoke.",
            "Ada Berg",
            "chairman",
            "Health Policy Committee",
        ),
    ],
)
def test_titles_in_a_row_are_no_part_of_a_name(text: str, person: str, role: str, of: str) -> None:
    found = [claim.fact for claim in claims(text) if isinstance(claim.fact, Leadership)]
    assert (person, role, of) in {(fact.person, fact.role, fact.of) for fact in found}


def test_the_beginning_tells_more_of_what_a_text_is_about() -> None:
    text = (
        "Ghana voted on Monday.\n\n"
        + "Polls were calm. " * 20
        + "Mali and Chad voted before. President Ada Berg spoke."
    )
    assert [fact.of for fact in (c.fact for c in claims(text)) if isinstance(fact, Leadership)] == ["Ghana"]


@pytest.mark.parametrize(("post", "of"), [("Argentina", "Kenya"), ("Kenya", None)])
def test_an_ambassador_is_not_of_where_he_is_sent(post: str, of: str | None) -> None:
    text = f"Kenya voted and Kenya waits. Ada Berg, a former ambassador to {post}, spoke of Kenya."
    found = [claim.fact for claim in claims(text) if isinstance(claim.fact, Leadership)]
    assert [(fact.person, fact.role, fact.of) for fact in found] == [
        ("Ada Berg", f"ambassador to {post}", of)
    ]


def test_who_replaces_somebody_holds_the_office() -> None:
    text = "Ada Berg replaced Espen Dahl as Sweden's defence minister."
    assert {
        (fact.person, fact.role, fact.of, fact.status)
        for fact in (claim.fact for claim in claims(text))
        if isinstance(fact, Leadership)
    } == {
        ("Ada Berg", "defence minister", "Sweden", "current"),
        ("Espen Dahl", "defence minister", "Sweden", "former"),
    }


def test_an_office_is_one_with_its_full_title() -> None:
    text = "Sweden's envoy for Mali, Espen Berg, left. Envoy Espen Berg of Sweden will be back."
    assert {
        (fact.person, fact.role, fact.of)
        for fact in (claim.fact for claim in claims(text))
        if isinstance(fact, Leadership)
    } == {("Espen Berg", "envoy for Mali", "Sweden")}


def test_an_office_of_nothing_is_not_stated() -> None:
    assert [c for c in claims("Director Ann Lee laughed.") if isinstance(c.fact, Leadership)] == []


def test_background_is_told_apart_and_has_no_evidence() -> None:
    found = [c for c in claims("The talks in Nairobi went on for days.") if isinstance(c.fact, Containment)]
    assert [(c.fact.place, c.fact.within, c.basis, c.evidence) for c in found] == [
        ("Nairobi", "Kenya", Basis.BACKGROUND, None)
    ]


def test_what_the_text_states_is_not_background_too() -> None:
    found = [c for c in claims("The talks in Nairobi, Kenya, went on.") if isinstance(c.fact, Containment)]
    assert [c.basis for c in found] == [Basis.TEXT]


def test_every_named_country_is_an_individual_of_the_document() -> None:
    document = Document("d", "", "President Putin spoke on Monday.", "2024-05-15")
    (parsed,) = parse([document])
    assert not isinstance(parsed, Exception)
    extraction = extract(*parsed, gazetteer=builtin())
    names = {individual.name for individual in extraction.individuals}
    assert {c.fact.of for c in extraction.claims if isinstance(c.fact, Leadership)} <= names


def test_an_under_secretary_is_no_secretary() -> None:
    (found,) = {
        claim.fact.role
        for claim in claims("Under Secretary of State Mary Berg met the generals in Washington.")
        if isinstance(claim.fact, Leadership)
    }
    assert found == "under secretary of state"


def test_joseph_is_joe() -> None:
    (found,) = {
        claim.fact.of
        for claim in claims(
            "President Joseph R. Biden Jr. met Prime Minister Ali Bakri of Iraq.", "2022-07-16"
        )
        if isinstance(claim.fact, Leadership) and claim.fact.person.startswith("Joseph")
    }
    assert found == "United States"
