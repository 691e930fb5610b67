from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest

from kb.build import turtle
from kb.errors import OntologyError
from kb.facts.base import Claim, Fact
from kb.facts.containment import Containment, PlaceRelation
from kb.facts.leadership import OfficeStatus
from kb.facts.meeting import Meeting
from kb.facts.program import Domain, Program, ProgramStatus
from kb.facts.sanction import Sanction, SanctionStatus
from kb.iris import Iris, concept, curie
from kb.merge import merge
from kb.model import IndividualKind, Link, Modality, Name, PartialDate, Text
from kb.provenance import Provenance
from kb.turtle import Turtle
from tests.stories import LEADS, NEEDS, SANCTIONS, TEXT, claim, denied, said, story

BASE = "http://localhost:8000/"


def body(text: str) -> str:
    """Turtle without its prefixes."""
    return text[text.index("\n\n") :]


def test_individuals_facts_and_short_triples() -> None:
    leads = replace(LEADS, from_=PartialDate("2022"), to=PartialDate("2024-03"))
    named = (
        ("Norland", IndividualKind.COUNTRY, {"wikidata": "Q1", "iso3166": "NX", "geonames": "9"}),
        ("Ada Berg", IndividualKind.PERSON, {"dbpedia": "Ada_Berg"}),
    )
    assert (
        body(turtle([story("a", claim(leads), text=TEXT, named=named)]))
        == """

<id/country/norland> a kb:Country ;
    rdfs:label "Norland"@en ;
    owl:sameAs wd:Q1 ,
        <https://sws.geonames.org/9/> ;
    kb:countryCode "NX" .

<id/fact/8954e6ac09f6ab2022f4> a kb:Leadership ;
    rdfs:label "Ada Berg – president – Norland"@en ;
    kb:confidence 0.8 ;
    kb:disputed false ;
    kb:documentCount 1 ;
    kb:firstReported "2024-03-05"^^xsd:date ;
    kb:from "2022"^^xsd:gYear ;
    kb:lastReported "2024-03-05"^^xsd:date ;
    kb:of <id/country/norland> ;
    kb:person <id/person/ada-berg> ;
    kb:role "president" ;
    kb:standing kb:Standing-asserted ;
    kb:status kb:OfficeStatus-current ;
    kb:to "2024-03"^^xsd:gYearMonth .

<id/person/ada-berg> a kb:Person ;
    rdfs:label "Ada Berg"@en ;
    owl:sameAs <http://dbpedia.org/resource/Ada_Berg> ;
    kb:leads <id/country/norland> .
"""
    )


def test_a_fact_iri_depends_on_class_and_key_slots_only() -> None:
    other = replace(LEADS, status=OfficeStatus.FORMER)
    texts = [
        turtle([story(name, one)], base=base)
        for name, one, base in (
            ("a", claim(LEADS), "http://one.example/"),
            ("b", denied(other), "http://two.example/"),
        )
    ]
    assert all("<id/fact/8954e6ac09f6ab2022f4> a kb:Leadership" in text for text in texts)


SATELLITE = Program(
    operator=Name("Norland"), name=Text("satellite"), domain=Domain.SPACE, status=ProgramStatus.ACTIVE
)
TRAVEL = Sanction(
    issuer=Name("Norland"),
    target=Name("Ada Berg"),
    measure=Text("a travel ban"),
    status=SanctionStatus.IN_FORCE,
)
MET = Meeting(participants=(Name("Ada Berg"), Name("Norland")))
IN = Containment(place=Name("Ada Berg"), within=Name("Norland"))


@pytest.mark.parametrize(
    ("fact", "short"),
    [
        (LEADS, {"kb:leads <id/country/norland>"}),
        (replace(LEADS, status=OfficeStatus.ACTING), {"kb:leads <id/country/norland>"}),
        (replace(LEADS, status=OfficeStatus.FORMER), set()),
        (replace(LEADS, of=None), set()),
        (NEEDS, {'kb:needs "fuel"'}),
        (SATELLITE, {'kb:operates "satellite"'}),
        (replace(SATELLITE, status=ProgramStatus.PLANNED), set()),
        (TRAVEL, {"kb:sanctions <id/person/ada-berg>"}),
        (replace(TRAVEL, status=SanctionStatus.LIFTED), set()),
        (MET, {"kb:metWith <id/country/norland>", "kb:metWith <id/person/ada-berg>"}),
        (IN, {"kb:locatedIn <id/country/norland>"}),
        (replace(IN, relation=PlaceRelation.NEAR), {"kb:near <id/country/norland>"}),
        (
            replace(IN, relation=PlaceRelation.CAPITAL_OF),
            {"kb:capitalOf <id/country/norland>", "kb:locatedIn <id/country/norland>"},
        ),
    ],
)
def test_short_triples_of_asserted_facts_that_hold(fact: Fact, short: set[str]) -> None:
    assert _short(claim(fact)) == short


@pytest.mark.parametrize(
    "one",
    [
        said(LEADS),
        denied(LEADS),
        claim(LEADS, modality=Modality.PLANNED),
        claim(LEADS, modality=Modality.POSSIBLE),
    ],
)
def test_no_short_triple_without_assertion(one: Claim) -> None:
    assert _short(one) == set()


def _short(one: Claim) -> set[str]:
    lines = (line.strip().rstrip(" ;.,") for line in turtle([story("a", one)]).splitlines())
    names = ("leads", "needs", "operates", "sanctions", "metWith", "locatedIn", "near", "capitalOf")
    return {line for line in lines if line.startswith(tuple(f"kb:{name} " for name in names))}


def test_measures_have_their_categories() -> None:
    text = turtle([story("a", claim(replace(SANCTIONS, measure=Text("asset freezes and a travel ban"))))])
    assert "kb:measureType kb:SanctionMeasure-assetFreeze ,\n        kb:SanctionMeasure-travelBan ;" in text


def test_an_unsure_link_is_no_identity() -> None:
    found = story("a", claim(LEADS))
    unsure = replace(found.individuals[0], links=(Link("wikidata", "Q1", 0.9),))
    assert "skos:closeMatch wd:Q1" in turtle([replace(found, individuals=(unsure, found.individuals[1]))])


def test_the_graph_of_a_document() -> None:
    found = story(
        "a",
        said(NEEDS, "Ada Berg", date=PartialDate("2024-02"), construction="need.verb"),
        text=TEXT,
        source="Wire",
    )
    original = story("0", text=TEXT)
    knowledge = merge([found, original])
    triples = sorted(set(Provenance(Iris(BASE)).document(knowledge, "a")))
    (fact,) = (path.removeprefix("fact/") for path in knowledge.facts)
    text = "".join(Turtle(BASE).body(triples))
    assert (
        re.sub("#claim-[0-9a-f]{16}>", "#claim-CLAIM>", text)
        == """
<document/a#char=0,33> a kb:Passage ;
    oa:hasSelector <document/a#position=0,33> ,
        <document/a#quote=0,33> ;
    oa:hasSource <document/a> .

<document/a#claim-CLAIM> a oa:Annotation ,
        kb:Claim ;
    oa:hasBody <id/fact/FACT> ;
    oa:hasTarget <document/a#char=0,33> ;
    prov:wasDerivedFrom <document/a> ;
    prov:wasGeneratedBy <document/a#extraction> ;
    kb:attributedTo <id/person/ada-berg> ;
    kb:basis kb:Basis-text ;
    kb:confidence 0.8 ;
    kb:construction "need.verb" ;
    kb:date "2024-02"^^xsd:gYearMonth ;
    kb:evidence <document/a#char=0,33> ;
    kb:modality kb:Modality-claimed ;
    kb:polarity kb:Polarity-affirmed ;
    kb:states <id/fact/FACT> .

<document/a#extraction> a kb:Extraction ;
    prov:used <document/a> ;
    prov:wasAssociatedWith <https://w3id.org/communique/program> .

<document/a#position=0,33> a oa:TextPositionSelector ;
    oa:end 33 ;
    oa:start 0 .

<document/a#quote=0,33> a oa:TextQuoteSelector ;
    oa:exact "Ada Berg is president of Norland." .

<document/a> a kb:Document ;
    dcterms:identifier "a" ;
    dcterms:issued "2024-03-05"^^xsd:date ;
    dcterms:title "Story a"@en ;
    kb:copyOf <document/0> ;
    kb:mentions <id/country/norland> ,
        <id/person/ada-berg> ;
    kb:publisher "Wire" ;
    kb:textDigest "DIGEST" ;
    kb:textLength 53 .
""".replace("FACT", fact).replace("DIGEST", hashlib.sha256(TEXT.encode()).hexdigest())
    )


def test_concepts_of_equal_members_differ() -> None:
    assert concept(ProgramStatus.PLANNED).endswith("#ProgramStatus-planned>")
    assert concept(Modality.PLANNED).endswith("#Modality-planned>")


def test_a_term_that_is_not_defined_raises() -> None:
    with pytest.raises(OntologyError, match="kb:stats"):
        curie("kb:stats")


def test_a_claim_keeps_what_its_document_says_where_the_fact_has_moved_on() -> None:
    knowledge = merge(
        [story("a", claim(SATELLITE), date="2023"), story("b", claim(TESTED), said(UNKNOWN), date="2024")]
    )
    provenance = Provenance(Iris(BASE))
    stated = [
        {
            obj
            for _, predicate, obj in provenance.document(knowledge, name)
            if predicate == curie("kb:statesAs")
        }
        for name in "ab"
    ]
    active, tested, space = ProgramStatus.ACTIVE, ProgramStatus.TESTED, Domain.SPACE
    assert stated == [{concept(active), concept(space)}, {concept(tested), concept(space)}]


TESTED = replace(SATELLITE, status=ProgramStatus.TESTED)
UNKNOWN = replace(SATELLITE, domain=Domain.OTHER, status=ProgramStatus.UNKNOWN)
