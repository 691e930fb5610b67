from __future__ import annotations

import json

from kb.documents.base import Document
from kb.facts.base import Claim, Extraction
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.lines import lines, table
from kb.model import (
    Basis,
    Individual,
    IndividualKind,
    Link,
    Modality,
    Name,
    PartialDate,
    Passage,
    Text,
)

TEXT = "Talks in Oslo\n\nPresident Ada Berg met Cato Dahl. Norland needs fuel, Berg said. Norland needs fuel."


def passage(text: str) -> Passage:
    start = TEXT.rindex(text)
    return Passage(start, start + len(text), text)


MET = passage("President Ada Berg met Cato Dahl.")
SAID = passage("Norland needs fuel, Berg said.")
STATED = passage("Norland needs fuel.")
NEED = Need(needer=Name("Norland"), item=Text("fuel"))
EXTRACTION = Extraction(
    Document("talks", "Talks in Oslo", TEXT, "2024-03-05"),
    (
        Individual(
            Name("Ada Berg"),
            IndividualKind.PERSON,
            (passage("Ada Berg"),),
            (Link("wikidata", "Q1"),),
            0.97654,
        ),
    ),
    (
        Claim(
            document="talks",
            fact=NEED,
            evidence=SAID,
            modality=Modality.CLAIMED,
            attributed_to=Name("Ada Berg"),
            confidence=0.61239,
        ),
        Claim(
            document="talks",
            fact=Meeting(participants=(Name("Ada Berg"), Name("Cato Dahl"))),
            evidence=MET,
            date=PartialDate("2024-03-05"),
        ),
        Claim(document="talks", fact=NEED, evidence=STATED, confidence=0.9),
        Claim(
            document="talks",
            fact=Leadership(
                person=Name("Ada Berg"),
                role=Text("president"),
                of=Name("Norland"),
                status=OfficeStatus.CURRENT,
            ),
            evidence=None,
            basis=Basis.BACKGROUND,
        ),
    ),
)


def test_the_strongest_claim_of_a_fact_comes_first_and_all_carry_its_standing() -> None:
    needs = [line for line in lines(EXTRACTION) if line["type"] == "need"]
    assert [(line["modality"], line["attributed_to"], line["standing"]) for line in needs] == [
        ("actual", None, "Asserted"),
        ("claimed", "Ada Berg", "Asserted"),
    ]


def test_a_claim_line_holds_slots_stance_and_verbatim_evidence() -> None:
    line = json.loads(json.dumps(next(lines(EXTRACTION))))
    assert line == {
        "document": "talks",
        "type": "need",
        "needer": "Norland",
        "item": "fuel",
        "supplier": None,
        "purpose": None,
        "polarity": "affirmed",
        "modality": "actual",
        "attributed_to": None,
        "date": None,
        "confidence": 0.9,
        "evidence": {"start": 80, "end": 99, "text": "Norland needs fuel."},
        "standing": "Asserted",
        "basis": "text",
    }
    assert TEXT[80:99] == "Norland needs fuel."


def test_slots_go_by_the_names_of_the_line_format() -> None:
    leader = next(line for line in lines(EXTRACTION) if line["type"] == "leader")
    assert {"person", "role", "of", "status", "from", "to"} <= set(leader)


def test_an_individual_line_holds_mentions_and_links() -> None:
    assert list(lines(EXTRACTION))[-1] == {
        "document": "talks",
        "type": "individual",
        "name": "Ada Berg",
        "kind": "person",
        "mentions": [{"start": 25, "end": 33, "text": "Ada Berg"}],
        "links": {"wikidata": "Q1"},
        "confidence": 0.977,
    }


def test_the_table_shows_who_says_it_and_leaves_background_out() -> None:
    rows = [row.split("\t") for row in table(EXTRACTION, evidence_width=20).splitlines()[2:]]
    assert [(row[0], row[1], row[2], row[5]) for row in rows] == [
        ("need", "needer: Norland, item: fuel", "", "Norland needs fuel."),
        ("need", "needer: Norland, item: fuel", "claimed (Ada Berg)", "Norland needs fuel,…"),
        (
            "meeting",
            "participants: Ada Berg & Cato Dahl, date: 2024-03-05, kind: meeting",
            "",
            "President Ada Berg …",
        ),
    ]
