"""Alignments name terms that exist, and rules bring asserted facts alone into other vocabularies."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from rdflib import FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DefinedNamespace
from rdflib.term import Node

from kb import ontology
from tests.followthemoney import interpreter
from tests.test_ontology import CLASSES, closure, contradictions, local

ALIGNMENTS = ontology.alignments()
EXAMPLE = Path(__file__).parent / "ontology" / "conforming.ttl"
FTM = Namespace("https://schema.followthemoney.tech/#")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SF = Namespace("http://www.opengis.net/ont/sf#")
WD = Namespace("http://www.wikidata.org/entity/")
WDT = Namespace("http://www.wikidata.org/prop/direct/")
ID = Namespace("http://localhost:8000/id/")
CLOSED: tuple[type[DefinedNamespace], ...] = (FOAF, ORG, PROV, SDO, SKOS)

MORE = """
BASE <http://localhost:8000/>
INSERT DATA {
  <id/fact/visit> a kb:Meeting ; rdfs:label "Ana Lume – Bo Rask"@en ; kb:standing kb:Standing-asserted ;
    kb:kind kb:MeetingKind-visit ;
    kb:participants <id/person/ana-lume>, <id/person/bo-rask> ; kb:place <id/place/port-astra> ;
    kb:date "2024"^^xsd:gYear .
  <id/person/bo-rask> a kb:Person ; rdfs:label "Bo Rask"@en ; owl:sameAs wd:Q7 ;
    kb:citizenOf <id/country/norland>, <id/country/sudland> ; kb:memberOf <id/organization/league> .
  <id/country/sudland> owl:sameAs wd:Q2 .
  <id/fact/citizen> a kb:Affiliation ; kb:standing kb:Standing-asserted ; kb:documentCount 1 ;
    kb:member <id/person/bo-rask> ; kb:of <id/country/norland> ;
    kb:relation kb:AffiliationRelation-citizenOf .
  <id/fact/known> a kb:Affiliation ; kb:standing kb:Standing-asserted ; kb:documentCount 0 ;
    kb:member <id/person/bo-rask> ; kb:of <id/country/sudland> ;
    kb:relation kb:AffiliationRelation-citizenOf .
  <id/organization/league> a kb:Organization ; rdfs:label "League"@en ;
    owl:sameAs <https://dbpedia.example/League> .
  <id/fact/member> a kb:Affiliation ; kb:standing kb:Standing-asserted ; kb:member <id/person/bo-rask> ;
    kb:of <id/organization/league> ; kb:relation kb:AffiliationRelation-memberOf .
  <id/organization/bank> a kb:Organization ; rdfs:label "Bank"@en ;
    kb:partOf <id/organization/league>, <id/country/norland> .
  <id/organization/union> a kb:Organization ; rdfs:label "Union"@en ; owl:sameAs wd:Q8 .
  <id/person/bo-rask> kb:memberOf <id/organization/union> .
  <id/country/norland> kb:memberOf <id/organization/union> .
  <id/fact/joined> a kb:Affiliation ; kb:standing kb:Standing-asserted ; kb:documentCount 1 ;
    kb:member <id/person/bo-rask> ; kb:of <id/organization/union> ;
    kb:relation kb:AffiliationRelation-memberOf .
  <id/fact/joined-too> a kb:Affiliation ; kb:standing kb:Standing-asserted ; kb:documentCount 1 ;
    kb:member <id/country/norland> ; kb:of <id/organization/union> ;
    kb:relation kb:AffiliationRelation-memberOf .
  <id/fact/gift> a kb:Supply ; kb:standing kb:Standing-asserted ; kb:supplier <id/country/norland> ;
    kb:recipient <id/country/sudland> ; kb:item "tents" ; kb:status kb:SupplyStatus-delivered .
  <id/fact/past> a kb:Leadership ; kb:standing kb:Standing-asserted ; kb:person <id/person/bo-rask> ;
    kb:role "head of state" ;
    kb:of <id/country/norland> ; kb:status kb:OfficeStatus-former ; kb:to "2020"^^xsd:gYear .
}
"""


@cache
def data() -> Graph:
    graph = ontology.graph() + Graph().parse(data=EXAMPLE.read_text(encoding="utf-8"), format="turtle")
    graph.update(MORE, initNs=ontology.PREFIXES)
    return graph


@cache
def translated(rule: str) -> set[tuple[Node, Node, Node]]:
    (query,) = [query for query in ontology.rules() if query.name == rule]
    result = data().query(query.text).graph
    assert result is not None
    return set(result)


def about(rule: str, subject: URIRef) -> set[tuple[Node, Node]]:
    return {(p, o) for s, p, o in translated(rule) if s == subject}


def test_only_terms_of_the_ontology_are_aligned() -> None:
    subjects = {s for s in ALIGNMENTS.subjects() if str(s).startswith(ontology.NAMESPACE)}
    assert len(subjects) == 35
    assert [s for s in subjects if s not in ontology.KB] == []


def foreign_terms() -> set[URIRef]:
    results = (term for rule in ontology.rules() for triple in translated(rule.name) for term in triple[1:])
    return {
        term
        for term in (*ALIGNMENTS.objects(), *results)
        if isinstance(term, URIRef) and not term.startswith(ontology.NAMESPACE)
    }


@pytest.mark.parametrize("vocabulary", CLOSED, ids=lambda vocabulary: vocabulary.__name__)
def test_terms_of_other_vocabularies_exist(vocabulary: type[DefinedNamespace]) -> None:
    base = str(vocabulary._NS)
    used = {term.removeprefix(base) for term in foreign_terms() if term.startswith(base)}
    assert [name for name in used if name not in vocabulary] == []
    assert used or vocabulary is SKOS


def test_terms_of_follow_the_money_exist() -> None:
    names = (
        "from followthemoney import model; print(*(schema.name for schema in model), "
        "*(prop.qname for schema in model for prop in schema.properties.values()))"
    )
    listed = subprocess.run([interpreter(), "-c", names], capture_output=True, text=True, check=True)
    used = {term.removeprefix(FTM) for term in foreign_terms() if term.startswith(FTM)}
    known = set(listed.stdout.split())
    assert len(used) == 31
    assert used - known == set()


AXIOMS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
foaf:Organization owl:disjointWith foaf:Person, foaf:Document .
geo:Feature owl:disjointWith geo:Geometry .
prov:Activity owl:disjointWith prov:Entity .
skos:ConceptScheme owl:disjointWith skos:Concept .
skos:hasTopConcept rdfs:domain skos:ConceptScheme ; rdfs:range skos:Concept .
skos:inScheme rdfs:range skos:ConceptScheme .
"""
"""What FOAF, GeoSPARQL, PROV-O and SKOS say cannot be both."""


def test_no_class_is_at_odds_with_those_it_is_aligned_to() -> None:
    axioms = Graph().parse(data=AXIOMS, format="turtle")
    members = ((ID[f"x/{local(iri)}"], RDF.type, iri) for iri in CLASSES)
    assert contradictions(closure(*ALIGNMENTS, *axioms, *members)) == set()
    wrong = (ontology.KB.Person, RDFS.subClassOf, FOAF.Organization)
    assert contradictions(closure(*ALIGNMENTS, *axioms, wrong, (ID.x, RDF.type, ontology.KB.Person)))


def test_fact_classes_are_not_narrower_than_foreign_classes() -> None:
    narrower = {s for p in (RDFS.subClassOf, RDFS.subPropertyOf) for s in ALIGNMENTS.subjects(p)}
    facts = set(ontology.graph().subjects(RDFS.subClassOf, ontology.KB.Fact))
    slots = set(ontology.graph().subjects(RDFS.subPropertyOf, ontology.KB.slot))
    assert narrower & (facts | slots) == set()


def test_no_rule_names_a_fact_that_is_not_asserted() -> None:
    weaker = {s for s in data().subjects(ontology.KB.standing) if (s, None, None) in data()} - set(
        data().subjects(ontology.KB.standing, ontology.KB["Standing-asserted"])
    )
    assert len(weaker) == 4
    for rule in ontology.rules():
        assert {term for triple in translated(rule.name) for term in triple} & weaker == set(), rule.name


def test_an_office_is_a_membership_with_a_post() -> None:
    post = URIRef(f"{ID}country/norland#post-president")
    assert about("org", ID["fact/leads"]) == {
        (RDF.type, ORG.Membership),
        (ORG.member, ID["person/ana-lume"]),
        (ORG.organization, ID["country/norland"]),
        (SKOS.prefLabel, Literal("president")),
        (SDO.validFrom, Literal("2021", datatype=XSD.gYear)),
    }
    assert about("org", post) == {
        (RDF.type, ORG.Post),
        (SKOS.prefLabel, Literal("president")),
        (ORG.postIn, ID["country/norland"]),
        (ORG.heldBy, ID["person/ana-lume"]),
    }


def test_a_post_of_the_past_has_no_holder() -> None:
    post = URIRef(f"{ID}country/norland#post-head%20of%20state")
    assert (ORG.postIn, ID["country/norland"]) in about("org", post)
    assert [p for p, _ in about("org", post) if p == ORG.heldBy] == []
    assert (FTM["Occupancy:status"], Literal("ended")) in about("ftm-occupancies", ID["fact/past"])
    assert about("schema-roles", ID["fact/past"]) == set()


def test_a_sanction_is_one_of_follow_the_money() -> None:
    assert about("ftm-sanctions", ID["fact/sanction"]) == {
        (RDF.type, FTM.Sanction),
        (FTM["Sanction:entity"], ID["country/sudland"]),
        (FTM["Sanction:authority"], Literal("Norland", lang="en")),
        (FTM["Sanction:provisions"], Literal("arms embargo")),
        (FTM["Sanction:reason"], Literal("missile tests")),
        (FTM["Sanction:program"], Literal("Decree 12")),
        (FTM["Sanction:status"], Literal("in_force")),
    }


def test_a_meeting_is_an_event() -> None:
    year = Literal("2024", datatype=XSD.gYear)
    ana, bo = ID["person/ana-lume"], ID["person/bo-rask"]
    assert about("schema-events", ID["fact/visit"]) == {
        (RDF.type, SDO.Event),
        (SDO.name, Literal("Ana Lume – Bo Rask", lang="en")),
        (SDO.attendee, ana),
        (SDO.attendee, bo),
        (SDO.location, ID["place/port-astra"]),
        (SDO.startDate, year),
    }
    assert about("ftm-events", ID["fact/visit"]) == {
        (RDF.type, FTM.Event),
        (FTM["Thing:name"], Literal("Ana Lume – Bo Rask", lang="en")),
        (FTM["Event:involved"], ana),
        (FTM["Event:involved"], bo),
        (FTM["Event:location"], Literal("Port Astra", lang="en")),
        (FTM["Interval:date"], year),
    }
    assert about("sem", ID["fact/visit"]) == {
        (RDF.type, SEM.Event),
        (SEM.eventType, ontology.KB.Meeting),
        (SEM.hasActor, ana),
        (SEM.hasActor, bo),
        (SEM.hasPlace, ID["place/port-astra"]),
        (SEM.hasTimeStamp, year),
    }


def test_a_delivery_is_an_event() -> None:
    assert about("sem", ID["fact/gift"]) == {
        (RDF.type, SEM.Event),
        (SEM.eventType, ontology.KB.Supply),
        (SEM.hasActor, ID["country/norland"]),
        (SEM.hasActor, ID["country/sudland"]),
    }


def test_an_office_stands_between_organization_and_person() -> None:
    fact, country = ID["fact/leads"], ID["country/norland"]
    assert about("schema-roles", country) == {(SDO.member, fact)}
    assert (SDO.member, ID["person/ana-lume"]) in about("schema-roles", fact)


def test_names_and_coordinates_are_where_others_look() -> None:
    assert about("names", ID["person/ana-lume"]) == {
        (SDO.name, Literal("Ana Lume", lang="en")),
        (FOAF.name, Literal("Ana Lume", lang="en")),
        (FTM["Thing:name"], Literal("Ana Lume", lang="en")),
        (SDO.alternateName, Literal("Lume", lang="en")),
        (FTM["Thing:alias"], Literal("Lume", lang="en")),
    }
    geometry = URIRef(f"{ID}place/port-astra#geometry")
    assert about("geosparql", geometry) == {
        (RDF.type, SF.Point),
        (GEO.asWKT, Literal("POINT(-7.25 12.5)", datatype=GEO.wktLiteral)),
    }


def test_items_of_wikidata_are_related_where_both_ends_are_linked_and_a_document_says_so() -> None:
    assert translated("wikidata") == {(WD.Q7, WDT.P27, WD.Q1), (WD.Q1, WDT.P463, WD.Q8)}


def test_only_parts_that_are_organizations_are_parts_of_organizations() -> None:
    bank, league = ID["organization/bank"], ID["organization/league"]
    assert translated("org-parts") == {
        (bank, ORG.subOrganizationOf, league),
        (bank, SDO.parentOrganization, league),
    }


def test_a_passage_is_a_quotation_with_its_words() -> None:
    (passage,) = data().subjects(RDF.type, ontology.KB.Passage)
    assert isinstance(passage, URIRef)
    assert about("schema-documents", passage) == {
        (SDO.isPartOf, URIRef("http://localhost:8000/document/d1")),
        (SDO.text, Literal("President Ana Lume of Norland.")),
    }


def test_members_and_documents() -> None:
    assert about("ftm-memberships", ID["fact/member"]) == {
        (RDF.type, FTM.Membership),
        (FTM["Membership:member"], ID["person/bo-rask"]),
        (FTM["Membership:organization"], ID["organization/league"]),
    }
    document = URIRef("http://localhost:8000/document/d1")
    assert about("schema-documents", document) == {
        (SDO.headline, Literal("President of Norland speaks", lang="en")),
        (SDO.datePublished, Literal("2024-05-01", datatype=XSD.date)),
        (SDO.url, URIRef("https://news.example/1")),
    }
    assert about("schema-documents", URIRef(f"{document}#c1")) == {
        (SDO.appearance, document),
        (SDO.text, Literal("President Ana Lume of Norland.")),
    }
