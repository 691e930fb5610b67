"""The ontology is complete, consistent, and says the same as the Python classes."""

import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import get_type_hints

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import split_uri
from rdflib.term import Node

from kb import ontology
from kb.errors import OntologyError
from kb.facts import KINDS
from kb.facts.base import Claim, Fact
from kb.facts.leadership import OfficeStatus
from kb.facts.sanction import SanctionStatus
from kb.model import Basis, IndividualKind, Modality, Polarity, Standing
from kb.ontology import KB

GRAPH = ontology.graph()
CLASSES = sorted(URIRef(str(s)) for s in GRAPH.subjects(RDF.type, OWL.Class))
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
PROPERTIES = sorted({URIRef(str(s)) for kind in PROPERTY_TYPES for s in GRAPH.subjects(RDF.type, kind)})
CONCEPTS = sorted(URIRef(str(s)) for s in GRAPH.subjects(SKOS.inScheme))
ANNOTATIONS = {KB.keySlot, KB.subjectSlot, KB.objectSlot, KB.shortcut, KB.slot, KB.directly}
CLAIM_FIELDS = {"fact": KB.states}
"""A claim's fact is what it states, its document the graph it stands in; all others follow the rule."""


def enumerations(kind: type) -> Iterator[type[StrEnum]]:
    for hint in get_type_hints(kind).values():
        for option in getattr(hint, "__args__", (hint,)):
            if isinstance(option, type) and issubclass(option, StrEnum):
                yield option


ENUMERATIONS = sorted(
    {e for kind in (*KINDS, Claim) for e in enumerations(kind)} | {Standing}, key=lambda e: e.__name__
)


def local(iri: Node) -> str:
    return split_uri(str(iri))[1]


def names(iris: Iterator[Node]) -> set[str]:
    return {local(iri) for iri in iris}


def test_the_files_are_all_there() -> None:
    assert (len(CLASSES), len(PROPERTIES), len(CONCEPTS)) == (37, 74, 82)
    assert len(ENUMERATIONS) == 13


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_every_term_is_labelled_defined_and_shown(term: URIRef) -> None:
    (label,) = GRAPH.objects(term, RDFS.label)
    (definition,) = GRAPH.objects(term, SKOS.definition)
    (example,) = GRAPH.objects(term, SKOS.example)
    assert isinstance(label, Literal) and label.language == "en"
    assert isinstance(definition, Literal) and definition.language == "en"
    assert str(definition)[0].isupper() and str(definition).endswith(".")
    shown = {term, *GRAPH.subjects(RDFS.subClassOf, term)}
    assert any(re.search(rf"kb:{local(iri)}\b", str(example)) for iri in shown)


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=local)
def test_every_example_is_turtle_of_terms_that_exist(term: URIRef) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in ontology.PREFIXES.items())
    example = Graph().parse(
        data=f"@base <http://localhost:8000/> .\n{prefixes}{GRAPH.value(term, SKOS.example)}", format="turtle"
    )
    assert len(example) > 0
    for node in {node for triple in example for node in triple}:
        assert not str(node).startswith(ontology.NAMESPACE) or node in KB


@pytest.mark.parametrize("term", [term for term in PROPERTIES if term not in ANNOTATIONS], ids=local)
def test_every_property_has_domain_and_range(term: URIRef) -> None:
    assert set(GRAPH.objects(term, RDFS.domain)) | set(GRAPH.objects(term, SDO.domainIncludes))
    assert len(list(GRAPH.objects(term, RDFS.range))) == 1


@pytest.mark.parametrize("concept", CONCEPTS, ids=local)
def test_every_concept_is_labelled_defined_and_in_its_scheme(concept: URIRef) -> None:
    (scheme,) = GRAPH.objects(concept, SKOS.inScheme)
    assert (concept, RDF.type, scheme) in GRAPH
    assert (scheme, RDF.type, SKOS.ConceptScheme) in GRAPH
    assert local(concept).startswith(f"{local(scheme)}-")
    for predicate in (SKOS.prefLabel, SKOS.notation, SKOS.definition):
        assert len(list(GRAPH.objects(concept, predicate))) == 1


def test_no_term_is_used_without_being_defined() -> None:
    used = {n for t in GRAPH for n in t if isinstance(n, URIRef) and n.startswith(ontology.NAMESPACE)}
    assert {n for n in used if n not in KB} == {URIRef(ontology.NAMESPACE)} & used


def test_the_ontology_has_no_blank_nodes_and_no_clock() -> None:
    assert {type(node) for triple in GRAPH for node in triple} == {URIRef, Literal}
    assert not [
        o for o in GRAPH.objects() if isinstance(o, Literal) and o.datatype in (XSD.date, XSD.dateTime)
    ]
    assert list(GRAPH.objects(URIRef(ontology.NAMESPACE.rstrip("#")), OWL.versionInfo)) == [Literal("1.1.0")]


def test_every_kind_of_fact_has_its_class_and_vice_versa() -> None:
    classes = set(GRAPH.subjects(RDFS.subClassOf, KB.Fact))
    assert {ontology.class_of(kind) for kind in KINDS} == classes


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_fields_are_the_slots_of_the_class(kind: type[Fact]) -> None:
    iri = ontology.class_of(kind)
    slots = {
        property
        for property in GRAPH.subjects(SDO.domainIncludes, iri)
        if (property, RDFS.subPropertyOf, KB.slot) in GRAPH
    }
    assert slots == {ontology.property_of(field.name) for field in fields(kind)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_key_slots_and_ends_are_those_of_the_class(kind: type[Fact]) -> None:
    iri = ontology.class_of(kind)
    keys = {ontology.property_of(field.name) for field in fields(kind) if field.metadata["key"]}
    assert set(GRAPH.objects(iri, KB.keySlot)) == keys
    assert kind.ENDS is not None
    ends = GRAPH.value(iri, KB.subjectSlot), GRAPH.value(iri, KB.objectSlot)
    assert ends == tuple(ontology.property_of(end) for end in kind.ENDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_direct_property_is_one_that_the_class_or_its_concepts_give(kind: type[Fact]) -> None:
    concepts = [ontology.concept(member) for enumeration in enumerations(kind) for member in enumeration]
    given = ontology.shortcuts(ontology.class_of(kind), *concepts)
    assert kind.DIRECT is not None
    assert ontology.property_of(kind.DIRECT) in given
    assert all((iri, RDFS.subPropertyOf, KB.directly) in GRAPH for iri in given)


def test_fields_of_a_claim_are_its_properties() -> None:
    expected = {
        CLAIM_FIELDS.get(f.name) or ontology.property_of(f.name)
        for f in fields(Claim)
        if f.name != "document"
    }
    expected.add(KB.statesAs)
    domain = set(GRAPH.subjects(RDFS.domain, KB.Claim)) | set(GRAPH.subjects(SDO.domainIncludes, KB.Claim))
    assert domain == expected


@pytest.mark.parametrize("kind", IndividualKind)
def test_every_kind_of_individual_has_its_class(kind: IndividualKind) -> None:
    assert KB.Individual in GRAPH.transitive_objects(ontology.class_of(kind), RDFS.subClassOf)


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda e: e.__name__)
def test_members_are_the_concepts_of_the_scheme(enumeration: type[StrEnum]) -> None:
    scheme = KB[enumeration.__name__]
    concepts = {ontology.concept(member): member.value for member in enumeration}
    assert set(GRAPH.subjects(SKOS.inScheme, scheme)) == set(concepts)
    assert {iri: ontology.notation(iri) for iri in concepts} == concepts


def test_no_concept_has_one_label_twice() -> None:
    """https://www.w3.org/TR/skos-reference/#S13: labels of different kinds have nothing in common."""
    labels = [
        (concept, str(label).casefold())
        for concept in CONCEPTS
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
        for label in GRAPH.objects(concept, kind)
    ]
    assert len(set(labels)) == len(labels) > len(CONCEPTS)


def test_all_concepts_of_a_scheme_are_top_concepts() -> None:
    tops = {(concept, scheme) for scheme, concept in GRAPH.subject_objects(SKOS.hasTopConcept)}
    assert tops == set(GRAPH.subject_objects(SKOS.inScheme))


def test_schemes_are_the_enumerations_and_the_measures() -> None:
    schemes = names(GRAPH.subjects(RDF.type, SKOS.ConceptScheme))
    assert schemes == {enumeration.__name__ for enumeration in ENUMERATIONS} | {"SanctionMeasure"}


def closure(*triples: tuple[Node, Node, Node]) -> Graph:
    graph = Graph() + GRAPH
    for triple in triples:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: Graph) -> set[str]:
    errors = {str(o) for s, p, o in graph if str(p).startswith("http://www.daml.org/2002/03/agents/")}
    return errors | {str(s) for s in graph.subjects(RDF.type, OWL.Nothing) if isinstance(s, URIRef)}


def test_no_class_is_unsatisfiable() -> None:
    members = [(URIRef(f"http://localhost:8000/x/{local(iri)}"), RDF.type, iri) for iri in CLASSES]
    graph = closure(*members)
    assert contradictions(graph) == set()
    assert [c for c in CLASSES if (c, RDFS.subClassOf, OWL.Nothing) in graph] == []


def test_the_reasoner_would_notice_a_contradiction() -> None:
    both = URIRef("http://localhost:8000/x/both")
    assert contradictions(closure((both, RDF.type, KB.Person), (both, RDF.type, KB.Country)))


@pytest.mark.parametrize(
    ("field", "property"),
    [("from_", "from"), ("place_kind", "placeKind"), ("attributed_to", "attributedTo"), ("of", "of")],
)
def test_fields_are_written_in_camel_case(field: str, property: str) -> None:
    assert ontology.property_of(field) == URIRef(ontology.NAMESPACE + property)


@pytest.mark.parametrize("name", ["Leadershp", "imposedOn", "OfficeStatus-retired", "", "person "])
def test_an_unknown_term_raises(name: str) -> None:
    with pytest.raises(OntologyError, match=r"is not defined; add it to ontology/ontology\.ttl"):
        KB[name]


def test_an_unknown_attribute_raises() -> None:
    with pytest.raises(OntologyError, match="kb:leeds"):
        _ = KB.leeds


def test_terms_are_iris() -> None:
    assert KB.leads == URIRef("https://w3id.org/communique/ontology#leads")
    assert ontology.concept(SanctionStatus.IN_FORCE) == KB["SanctionStatus-inForce"]
    assert ontology.concept(Standing.ASSERTED) == KB["Standing-asserted"]
    assert [ontology.concept(e) for e in (Polarity.NEGATED, Modality.CLAIMED, Basis.TEXT)] == [
        KB["Polarity-negated"],
        KB["Modality-claimed"],
        KB["Basis-text"],
    ]


def test_a_file_that_does_not_exist_is_named() -> None:
    with pytest.raises(OntologyError, match=r"ontology/nothing\.ttl does not exist"):
        ontology.text("nothing.ttl")


def test_a_notation_is_only_of_a_concept() -> None:
    with pytest.raises(OntologyError, match="is not a concept"):
        ontology.notation(KB.Leadership)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (OfficeStatus.CURRENT, {KB.leads}),
        (OfficeStatus.ACTING, {KB.leads}),
        (OfficeStatus.FORMER, set()),
        (OfficeStatus.CANDIDATE, set()),
        (SanctionStatus.EXTENDED, {KB.sanctions}),
        (SanctionStatus.LIFTED, set()),
        (SanctionStatus.THREATENED, set()),
    ],
)
def test_only_what_holds_gives_a_short_triple(status: StrEnum, expected: set[URIRef]) -> None:
    assert set(ontology.shortcuts(KB.Leadership, ontology.concept(status))) == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (None, ()),
        ("sanctions", ()),
        ("further punitive measures", ()),
        ("travel bans on twelve officials", ("travelBan",)),
        ("asset freezes and travel bans", ("assetFreeze", "travelBan")),
        ("froze the assets of the central bank", ("assetFreeze",)),
        ("arms embargo", ("armsEmbargo",)),
        ("trade embargo", ("tradeEmbargo",)),
        ("a ban on arms exports", ("armsEmbargo",)),
        ("an export ban on luxury goods", ("exportControl",)),
        ("ban on imports of iron ore", ("importRestrictions",)),
        ("import tariffs", ("tradeEmbargo",)),
        ("price cap", ("importRestrictions",)),
        ("exclusion from SWIFT", ("financialRestrictions",)),
        ("a ban on new investment", ("investmentBan",)),
        ("closure of airspace", ("transportation",)),
        ("suspension of military aid", ("aidSuspension",)),
        ("the expulsion of ten diplomats", ("diplomaticMeasures",)),
        ("blacklisting", ("designation",)),
        ("debarment", ("debarment",)),
        ("sectoral sanctions", ("sectoralSanctions",)),
        ("a ban on consulting services", ("servicesBan",)),
    ],
)
def test_the_wording_tells_the_measure(wording: str | None, expected: tuple[str, ...]) -> None:
    assert ontology.measure_types(wording) == tuple(KB[f"SanctionMeasure-{name}"] for name in expected)


def test_every_measure_can_be_told() -> None:
    measures = GRAPH.subjects(RDF.type, KB.SanctionMeasure)
    assert all(list(GRAPH.objects(measure, SKOS.hiddenLabel)) for measure in measures)


def test_graphs_have_iris_below_the_base() -> None:
    base = "https://example.org/"
    assert ontology.document_graph(base, "d-1") == URIRef("https://example.org/document/d-1")
    assert ontology.named_graph(base, "links") == URIRef("https://example.org/graph/links")
