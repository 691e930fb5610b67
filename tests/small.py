"""A small knowledge base of invented countries, for tests that must know every answer.

Each line of a document is a sentence with what it says; documents about Norland and Sudland make each other's
facts certain, doubtful or disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kb.documents.base import Document
from kb.facts.affiliation import Affiliation, AffiliationRelation
from kb.facts.base import Claim, Extraction, Fact
from kb.facts.containment import Containment, PlaceKind, PlaceRelation
from kb.facts.leadership import Leadership, OfficeStatus
from kb.facts.meeting import Meeting, MeetingKind
from kb.facts.need import Need
from kb.facts.program import Domain, Program, ProgramStatus
from kb.facts.sanction import Sanction, SanctionStatus
from kb.facts.supply import Supply, SupplyStatus
from kb.model import (
    Basis,
    Individual,
    IndividualKind,
    Link,
    Modality,
    Name,
    PartialDate,
    Passage,
    Polarity,
    Text,
)
from kb.slots import named

KINDS: Mapping[str, IndividualKind] = {
    **dict.fromkeys(("Ana Lume", "Bo Rask", "Cyn Dahl", "Dov Erel"), IndividualKind.PERSON),
    **dict.fromkeys(("Coastal League", "Harbour Bank", "Norland Navy"), IndividualKind.ORGANIZATION),
    **dict.fromkeys(("Norland", "Sudland", "Estmark", "Russia"), IndividualKind.COUNTRY),
    **dict.fromkeys(("Port Astra", "Lower Astra", "Fort Vell"), IndividualKind.PLACE),
    "Grey Heron": IndividualKind.OTHER,
}
LINKS = {
    "Norland": Link("wikidata", "Q9000001"),
    "Ana Lume": Link("wikidata", "Q9000002", 0.97),
    "Bo Rask": Link("wikidata", "Q9000003", 0.85),
}

REPORTED: Mapping[str, Any] = {"modality": Modality.CLAIMED}
PLANNED: Mapping[str, Any] = {"modality": Modality.PLANNED}
POSSIBLE: Mapping[str, Any] = {"modality": Modality.POSSIBLE}
DENIED: Mapping[str, Any] = {"polarity": Polarity.NEGATED}
BACKGROUND: Mapping[str, Any] = {"basis": Basis.BACKGROUND}

Line = tuple[str, Fact, Mapping[str, Any]]


def _leads(
    person: str, role: str, of: str | None, status: OfficeStatus = OfficeStatus.CURRENT, **more: str
) -> Fact:
    dates = {name: PartialDate(value) for name, value in more.items()}
    return Leadership(
        person=Name(person), role=Text(role), of=None if of is None else Name(of), status=status, **dates
    )


def _lies(place: str, within: str, relation: PlaceRelation, kind: PlaceKind | None = None) -> Fact:
    return Containment(place=Name(place), within=Name(within), relation=relation, place_kind=kind)


def _runs(operator: str, name: str, domain: Domain, status: ProgramStatus) -> Fact:
    return Program(operator=Name(operator), name=Text(name), domain=domain, status=status)


def _sanctions(
    issuer: str | None, target: str, measure: str | None, status: SanctionStatus, **more: str
) -> Fact:
    return Sanction(
        issuer=None if issuer is None else Name(issuer),
        target=Name(target),
        measure=None if measure is None else Text(measure),
        status=status,
        **{name: Text(value) for name, value in more.items()},
    )


def _needs(needer: str, item: str, supplier: str | None = None, purpose: str | None = None) -> Fact:
    return Need(
        needer=Name(needer),
        item=Text(item),
        supplier=None if supplier is None else Name(supplier),
        purpose=None if purpose is None else Text(purpose),
    )


def _supplies(supplier: str, recipient: str | None, item: str, status: SupplyStatus) -> Fact:
    return Supply(
        supplier=Name(supplier),
        recipient=None if recipient is None else Name(recipient),
        item=Text(item),
        status=status,
    )


def _meet(*participants: str, place: str | None, date: str | None, kind: MeetingKind) -> Fact:
    return Meeting(
        participants=tuple(Name(name) for name in participants),
        place=None if place is None else Name(place),
        date=None if date is None else PartialDate(date),
        kind=kind,
    )


def _belongs(member: str, of: str, relation: AffiliationRelation) -> Fact:
    return Affiliation(member=Name(member), of=Name(of), relation=relation)


SUMMIT: tuple[Line, ...] = (
    ("President Ana Lume of Norland spoke.", _leads("Ana Lume", "president", "Norland", from_="2021"), {}),
    (
        "Her predecessor is Bo Rask.",
        _leads("Bo Rask", "president", "Norland", OfficeStatus.FORMER, to="2021"),
        {},
    ),
    ("Mr. Rask now heads Harbour Bank.", _leads("Bo Rask", "chair", "Harbour Bank"), {}),
    (
        "Cyn Dahl is Sudland's acting premier.",
        _leads("Cyn Dahl", "premier", "Sudland", OfficeStatus.ACTING),
        {},
    ),
    (
        "Ms. Lume and Ms. Dahl met in Port Astra on May 2.",
        _meet("Ana Lume", "Cyn Dahl", place="Port Astra", date="2024-05-02", kind=MeetingKind.MEETING),
        {"date": PartialDate("2024-05-02")},
    ),
    (
        "Ms. Dahl will visit Estmark in June.",
        _meet("Cyn Dahl", place="Estmark", date="2024-06", kind=MeetingKind.VISIT),
        PLANNED,
    ),
    (
        "Mr. Erel visited Ms. Dahl in Estmark in March.",
        _meet("Dov Erel", "Cyn Dahl", place="Estmark", date="2024-03", kind=MeetingKind.VISIT),
        {},
    ),
    (
        "Port Astra is the capital of Norland.",
        _lies("Port Astra", "Norland", PlaceRelation.CAPITAL_OF, PlaceKind.CITY),
        {},
    ),
    (
        "Lower Astra lies in Port Astra.",
        _lies("Lower Astra", "Port Astra", PlaceRelation.IN, PlaceKind.REGION),
        {},
    ),
    ("Fort Vell stands near Lower Astra.", _lies("Fort Vell", "Lower Astra", PlaceRelation.NEAR), {}),
    (
        "Norland is a member of the Coastal League.",
        _belongs("Norland", "Coastal League", AffiliationRelation.MEMBER_OF),
        {},
    ),
    ("The navy is part of Norland.", _belongs("Norland Navy", "Norland", AffiliationRelation.PART_OF), {}),
    ("", _lies("Fort Vell", "Norland", PlaceRelation.IN), BACKGROUND),
)
SANCTIONS: tuple[Line, ...] = (
    (
        "Norland imposed an arms embargo on Sudland for missile tests.",
        _sanctions("Norland", "Sudland", "arms embargo", SanctionStatus.IMPOSED, reason="missile tests"),
        {},
    ),
    (
        "Under Decree 12 the League freezes assets of Harbour Bank.",
        _sanctions(
            "Coastal League", "Harbour Bank", "asset freeze", SanctionStatus.IN_FORCE, instrument="Decree 12"
        ),
        {},
    ),
    (
        "Sudland bans travel from Norland.",
        _sanctions("Sudland", "Norland", "travel ban", SanctionStatus.IN_FORCE),
        {},
    ),
    (
        "The League lifted tariffs on Estmark.",
        _sanctions("Coastal League", "Estmark", "tariffs", SanctionStatus.LIFTED),
        {},
    ),
    (
        "Norland threatens Estmark with sanctions.",
        _sanctions("Norland", "Estmark", None, SanctionStatus.THREATENED),
        {},
    ),
    (
        "The League keeps its export ban against Russia over piracy.",
        _sanctions("Coastal League", "Russia", "export ban", SanctionStatus.EXTENDED, reason="piracy"),
        {},
    ),
    (
        "Sudland tested the Grey Heron missile.",
        _runs("Sudland", "Grey Heron missile", Domain.MISSILE, ProgramStatus.TESTED),
        {},
    ),
    (
        "Sudland enriches uranium, said Ms. Lume.",
        _runs("Sudland", "uranium enrichment", Domain.NUCLEAR, ProgramStatus.ACTIVE),
        {**REPORTED, "attributed_to": Name("Ana Lume")},
    ),
    ("Ana Lume, Norland's president, spoke.", _leads("Ana Lume", "president", "Norland"), {}),
)
DENIAL: tuple[Line, ...] = (
    (
        "Sudland has no uranium enrichment, said Ms. Dahl.",
        _runs("Sudland", "uranium enrichment", Domain.NUCLEAR, ProgramStatus.ACTIVE),
        {**DENIED, **REPORTED, "attributed_to": Name("Cyn Dahl")},
    ),
    (
        "Ms. Dahl did not meet Dov Erel.",
        _meet("Cyn Dahl", "Dov Erel", place=None, date=None, kind=MeetingKind.MEETING),
        {**DENIED, "attributed_to": Name("Cyn Dahl")},
    ),
    (
        "Sudland needs grain from Norland for the winter.",
        _needs("Sudland", "grain", "Norland", "the winter"),
        {},
    ),
    ("Sudland is short of spare parts.", _needs("Sudland", "spare parts"), {}),
    (
        "Estmark delivered tonnes of grain to Sudland.",
        _supplies("Estmark", "Sudland", "tonnes of grain", SupplyStatus.DELIVERED),
        {},
    ),
    (
        "Estmark sends engines to Sudland, Ms. Lume said.",
        _supplies("Estmark", "Sudland", "engines", SupplyStatus.ALLEGED),
        {**REPORTED, "attributed_to": Name("Ana Lume")},
    ),
    ("Norland may offer tents.", _supplies("Norland", None, "tents", SupplyStatus.OFFERED), POSSIBLE),
)

DOCUMENTS: Mapping[str, tuple[str, str | None, tuple[Line, ...]]] = {
    "d1": ("Leaders meet in Port Astra", "2024-05-03", SUMMIT),
    "d2": ("Sanctions on Sudland", "2024-05-20", SANCTIONS),
    "d3": ("Sudland denies", None, DENIAL),
}


def extractions() -> list[Extraction]:
    """What the documents of the small knowledge base say."""
    return [_extraction(name, *about) for name, about in DOCUMENTS.items()]


def _extraction(name: str, title: str, date: str | None, lines: tuple[Line, ...]) -> Extraction:
    text = "\n\n".join([title, *(sentence for sentence, _, _ in lines if sentence)])
    claims = tuple(_claim(name, text, line) for line in lines)
    people = {filler for claim in claims for filler in (*named(claim.fact), claim.attributed_to) if filler}
    return Extraction(Document(name, title, text, date, None, "Example News"), _individuals(people), claims)


def _claim(document: str, text: str, line: Line) -> Claim:
    sentence, fact, more = line
    start = text.index(sentence)
    evidence = Passage(start, start + len(sentence), sentence) if sentence else None
    return Claim(document=document, fact=fact, evidence=evidence, construction="by hand", **more)


def _individuals(names: Iterable[Name]) -> tuple[Individual, ...]:
    return tuple(
        Individual(name, KINDS[name], (), (LINKS[name],) if name in LINKS else ()) for name in sorted(names)
    )
