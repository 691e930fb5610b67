"""The JSON-LD context spells every property of the ontology: documents are compact and lose nothing."""

import json
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib.compare import isomorphic

from kb import ontology
from kb.ontology import KB

CONTEXT = json.loads(ontology.text("context.jsonld"))["@context"]
GRAPH = ontology.graph()
EXAMPLE = (Path(__file__).parent / "ontology" / "conforming.ttl").read_text(encoding="utf-8")
PROPERTIES = sorted(
    URIRef(str(s)) for t in (OWL.ObjectProperty, OWL.DatatypeProperty) for s in GRAPH.subjects(RDF.type, t)
)


def coercion(term: URIRef) -> str | None:
    """What the range of a property makes of its values in JSON."""
    target = GRAPH.value(term, RDFS.range)
    if target == SKOS.Concept or (target, RDF.type, SKOS.ConceptScheme) in GRAPH:
        return "@vocab"
    if (term, RDF.type, OWL.ObjectProperty) in GRAPH:
        return "@id"
    return {XSD.decimal: "xsd:decimal", XSD.date: "xsd:date"}.get(target)


def test_there_are_properties_to_spell() -> None:
    assert len(PROPERTIES) == 68


@pytest.mark.parametrize("term", PROPERTIES, ids=lambda iri: iri.rpartition("#")[2])
def test_every_property_is_spelt(term: URIRef) -> None:
    name = term.removeprefix(ontology.NAMESPACE)
    assert CONTEXT[name]["@id"] == f"kb:{name}"
    assert CONTEXT[name].get("@type") == coercion(term)


def test_the_prefixes_are_those_of_all_other_files() -> None:
    assert {name: CONTEXT[name] for name in ontology.PREFIXES} == ontology.PREFIXES
    assert CONTEXT["@vocab"] == ontology.NAMESPACE


def test_no_name_is_of_a_property_that_does_not_exist() -> None:
    spelt = {v["@id"].removeprefix("kb:") for v in CONTEXT.values() if str(v).find("'@id': 'kb:") >= 0}
    assert {KB[name] for name in spelt} == set(PROPERTIES)


# rdflib's own JSON-LD parser uses what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_graph_survives_the_round_trip() -> None:
    graph = Graph().parse(data=EXAMPLE, format="turtle")
    compact = graph.serialize(format="json-ld", context=CONTEXT, auto_compact=False)
    assert isomorphic(Graph().parse(data=compact, format="json-ld"), graph)
    expected = set(pyoxigraph.parse(EXAMPLE, format=pyoxigraph.RdfFormat.TURTLE))
    assert set(pyoxigraph.parse(compact, format=pyoxigraph.RdfFormat.JSON_LD)) == expected


def test_a_fact_is_compact() -> None:
    graph = Graph().parse(data=EXAMPLE, format="turtle")
    compact = json.loads(graph.serialize(format="json-ld", context=CONTEXT, auto_compact=False))
    base = "http://localhost:8000/id"
    (meeting,) = [node for node in compact["@graph"] if node["type"] == "Meeting"]
    assert {name: meeting[name] for name in ("kind", "standing", "place", "confidence", "date")} == {
        "kind": "MeetingKind-meeting",
        "standing": "Standing-planned",
        "place": f"{base}/place/port-astra",
        "confidence": "0.8",
        "date": {"type": "xsd:gYearMonth", "@value": "2024-05"},
    }
    assert sorted(meeting["participants"]) == [f"{base}/group/two-banks", f"{base}/person/ana-lume"]
