"""Shapes agree with the Python classes, accept a sound graph, and tell what is wrong with a broken one."""

from dataclasses import fields
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SDO, SH, SKOS, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kb import ontology
from kb.facts import KINDS
from kb.facts.base import Claim, Fact
from kb.graph import Mapper
from kb.iris import Iris
from kb.merge import merge
from kb.model import Name, PartialDate, Passage, Text
from kb.ontology import KB
from kb.provenance import Provenance
from kb.terms import triple_line
from tests.small import extractions

SHAPES = ontology.shapes()
SHAPE = "https://w3id.org/communique/shapes#"
CONFORMING = Path(__file__).parent / "ontology" / "conforming.ttl"


def property_shapes(target: URIRef, path: Node) -> list[Node]:
    """The property shapes, warnings left out, that the shapes of a class have for a path."""
    return [
        shape
        for node in SHAPES.subjects(SH.targetClass, target)
        for shape in SHAPES.objects(node, SH.property)
        if SHAPES.value(shape, SH.path) == path and SHAPES.value(shape, SH.severity) is None
    ]


def constraint(target: URIRef, path: Node) -> tuple[int, int | None, Node | None]:
    """Minimum, maximum and what values must be (class, datatype or the shape of dates and scores)."""
    shapes = property_shapes(target, path)
    assert shapes, f"{target} has no shape for {path}"
    low = max(int(str(SHAPES.value(shape, SH.minCount) or 0)) for shape in shapes)
    highs = [int(str(high)) for shape in shapes for high in SHAPES.objects(shape, SH.maxCount)]
    kinds = [SHAPES.value(shape, p) for shape in shapes for p in (SH["class"], SH.datatype, SH.node)]
    kinds = [kind for kind in kinds if kind is not None]
    assert len(kinds) == 1
    return low, min(highs, default=None), kinds[0]


def expected(hint: Any) -> tuple[int, int | None, Node]:
    """What a field's type demands of its property."""
    if get_origin(hint) is tuple:
        return 1, None, expected(get_args(hint)[0])[2]
    if get_origin(hint) in (Union, UnionType):
        (kept,) = [option for option in get_args(hint) if option is not NoneType]
        return 0, 1, expected(kept)[2]
    return 1, 1, filler(hint)


def filler(hint: Any) -> Node:
    named: dict[Any, Node] = {
        Name: KB.Individual,
        Text: XSD.string,
        PartialDate: URIRef(SHAPE + "PartialDate"),
        Fact: KB.Fact,
        Passage: KB.Passage,
        float: URIRef(SHAPE + "Score"),
        str: XSD.string,
    }
    if hint in named:
        return named[hint]
    assert issubclass(hint, StrEnum)
    return KB[hint.__name__]


SLOTS = [(kind, field.name) for kind in KINDS for field in fields(kind)]


def test_there_are_slots_to_compare() -> None:
    assert len(SLOTS) == 35


@pytest.mark.parametrize(("kind", "field"), SLOTS, ids=lambda v: v if isinstance(v, str) else v.__name__)
def test_the_type_of_a_field_is_the_shape_of_its_property(kind: type[Fact], field: str) -> None:
    shape = constraint(ontology.class_of(kind), ontology.property_of(field))
    assert shape == expected(get_type_hints(kind)[field])


@pytest.mark.parametrize(
    "field", [f.name for f in fields(Claim) if f.name not in ("document", "construction")]
)
def test_the_type_of_a_claims_field_is_the_shape_of_its_property(field: str) -> None:
    path = KB.states if field == "fact" else ontology.property_of(field)
    assert constraint(KB.Claim, path) == expected(get_type_hints(Claim)[field])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_fact_class_has_no_shape_for_another_property(kind: type[Fact]) -> None:
    target = ontology.class_of(kind)
    paths = {
        SHAPES.value(shape, SH.path)
        for node in SHAPES.subjects(SH.targetClass, target)
        for shape in SHAPES.objects(node, SH.property)
    }
    derived = set(ontology.graph().subjects(RDFS.domain, target))
    assert paths == {ontology.property_of(field.name) for field in fields(kind)} | derived


def test_every_class_of_the_ontology_is_covered() -> None:
    graph = ontology.graph()
    concrete = {
        iri for iri in graph.subjects(RDF.type, OWL.Class) if (iri, RDF.type, SKOS.ConceptScheme) not in graph
    }
    targets = set(SHAPES.objects(predicate=SH.targetClass))
    covered = {iri for iri in concrete if targets & set(graph.transitive_objects(iri, RDFS.subClassOf))}
    assert covered == concrete


def test_the_short_triples_that_are_checked_are_all_of_them() -> None:
    checked = set(SHAPES.objects(URIRef(SHAPE + "Directly"), SH.targetNode))
    assert checked == set(ontology.graph().subjects(RDFS.subPropertyOf, KB.directly))


def test_the_shapes_are_shapes_and_name_terms_that_exist() -> None:
    assert pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)[0] is True
    used = {n for t in SHAPES for n in t if isinstance(n, URIRef) and n.startswith(ontology.NAMESPACE)}
    assert [iri for iri in used if iri not in KB] == []


def test_warnings_expect_what_the_ontology_expects() -> None:
    warned = set()
    for shape in SHAPES.subjects(SH.severity, SH.Warning):
        path = SHAPES.value(shape, SH.path)
        either = SHAPES.value(shape, SH["or"])
        options = Collection(SHAPES, either) if either is not None else [shape]
        classes = {SHAPES.value(option, SH["class"]) for option in options}
        assert classes <= set(ontology.graph().objects(path, SDO.rangeIncludes))
        warned.add(path)
    assert len(warned) == 7


@cache
def conforming() -> Graph:
    """All graphs of the sound example together."""
    return Graph().parse(data=CONFORMING.read_text(encoding="utf-8"), format="turtle")


def validate(graph: Graph) -> set[tuple[str, str]]:
    """Focus node, below the base, and message or path of each violation and warning."""
    _, report, _ = pyshacl.validate(graph + ontology.graph(), shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {
        (
            str(report.value(result, SH.focusNode)).removeprefix("http://localhost:8000/"),
            reason(report, result),
        )
        for result in report.objects(predicate=SH.result)
    }


def reason(report: Graph, result: Node) -> str:
    """The message where the shape gives one, else path and component."""
    shape = report.value(result, SH.sourceShape)
    if (shape, SH.message, None) in SHAPES or (shape, SH.sparql, None) in SHAPES:
        return str(report.value(result, SH.resultMessage))
    path = str(report.value(result, SH.resultPath)).rsplit("#", 1)[-1]
    if report.value(result, SH.sourceConstraintComponent) == SH.NodeConstraintComponent:
        return str(SHAPES.value(SHAPES.value(shape, SH.node), SH.message))
    component = str(report.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[-1]
    return f"{path} {component.removesuffix('ConstraintComponent')}"


def test_a_sound_graph_conforms() -> None:
    classes = {str(o).rsplit("#", 1)[-1] for o in conforming().objects(predicate=RDF.type)}
    assert {kind.__name__ for kind in KINDS} < classes
    assert validate(conforming()) == set()


def swap(subject: str, old: str, new: str) -> str:
    """The update that puts one predicate and object of a subject in the place of another."""
    return f"DELETE DATA {{ {subject} {old} }} ; INSERT DATA {{ {subject} {new} }}"


BROKEN = {
    "a fact without its slot": (
        "DELETE DATA { <id/fact/leads> kb:role 'president' }",
        {("id/fact/leads", "role MinCount")},
    ),
    "a slot filled twice": (
        "INSERT DATA { <id/fact/leads> kb:role 'premier' }",
        {("id/fact/leads", "role MaxCount")},
    ),
    "a text with a language": (
        swap("<id/fact/need>", "kb:purpose 'winter'", "kb:purpose 'winter'@en"),
        {("id/fact/need", "purpose Datatype")},
    ),
    "an empty text": (
        swap("<id/fact/need>", "kb:purpose 'winter'", "kb:purpose ''"),
        {("id/fact/need", "purpose MinLength")},
    ),
    "a filler without a type": (
        "DELETE DATA { <id/country/sudland> a kb:Country }",
        {
            ("id/fact/affiliation", "of Class"),
            ("id/fact/need", "supplier Class"),
            ("id/fact/program", "operator Class"),
            ("id/fact/program", "A programme is run by an actor."),
            ("id/fact/sanction", "target Class"),
            ("id/fact/supply", "supplier Class"),
            ("id/fact/supply", "Supplies come from an actor."),
            ("document/d1", "mentions Class"),
        },
    ),
    "a date that is no date": (
        swap("<id/fact/leads>", "kb:from '2021'^^xsd:gYear", "kb:from '2021'"),
        {
            (
                "id/fact/leads",
                "A date is written as year, year and month, or full date, with the datatype that fits.",
            )
        },
    ),
    "a concept of another enumeration": (
        swap("<id/fact/supply>", "kb:status kb:SupplyStatus-offered", "kb:status kb:SanctionStatus-proposed"),
        {("id/fact/supply", "status Class")},
    ),
    "a place within itself": (
        swap(
            "<id/fact/capital>",
            "kb:within <id/country/norland> . <id/place/port-astra> kb:capitalOf"
            " <id/country/norland> ; kb:locatedIn <id/country/norland>",
            "kb:within <id/place/port-astra>",
        ),
        {("id/fact/capital", "within Disjoint")},
    ),
    "a place within an organization": (
        swap("<id/country/norland>", "a kb:Country", "a kb:Organization"),
        {("id/fact/capital", "A place lies in or near a place.")},
    ),
    "a ship that does everything": (
        swap("<id/country/sudland>", "a kb:Country", "a kb:Other") + " ; "
        "INSERT DATA { <id/fact/sanction> kb:issuer <id/country/sudland> ."
        " <id/fact/meeting> kb:participants <id/country/sudland> ."
        " <id/fact/affiliation> kb:member <id/country/sudland> } ; "
        "DELETE DATA { <id/fact/sanction> kb:issuer <id/country/norland> ."
        " <id/country/norland> kb:sanctions <id/country/sudland> ."
        " <id/fact/affiliation> kb:member <id/person/ana-lume> ."
        " <id/fact/affiliation> kb:of <id/country/sudland> } ; "
        "INSERT DATA { <id/fact/affiliation> kb:of <id/country/norland> }",
        {
            ("id/fact/program", "A programme is run by an actor."),
            ("id/fact/sanction", "A sanction is imposed by an actor."),
            ("id/fact/supply", "Supplies come from an actor."),
            ("id/fact/meeting", "Those who meet are actors."),
            ("id/fact/affiliation", "Who belongs somewhere is an actor."),
        },
    ),
    "a meeting of one": (
        "DELETE DATA { <id/fact/meeting> kb:place <id/place/port-astra> ;"
        " kb:participants <id/group/two-banks> }",
        {("id/fact/meeting", "A meeting has two participants, or one and a place.")},
    ),
    "a visitor where nobody visited": (
        "INSERT DATA { <id/fact/meeting> kb:visitor <id/person/ana-lume> }",
        {("id/fact/meeting", "Only a visit has a visitor.")},
    ),
    "an office held by an organization": (
        swap("<id/person/ana-lume>", "a kb:Person", "a kb:Organization"),
        {("id/fact/leads", "An office is held by a person.")},
    ),
    "an individual without a label": (
        "DELETE DATA { <id/country/sudland> rdfs:label 'Sudland'@en }",
        {("id/country/sudland", "An individual has one English label, its name or description.")},
    ),
    "an individual with two labels": (
        "INSERT DATA { <id/country/sudland> rdfs:label 'South Land'@en }",
        {("id/country/sudland", "An individual has one English label, its name or description.")},
    ),
    "a linked description": (
        "INSERT DATA { <id/group/two-banks> owl:sameAs wd:Q2 }",
        {("id/group/two-banks", "A described group has no link: a description does not tell who it is.")},
    ),
    "a place off the earth": (
        swap("<id/place/port-astra>", "wgs:lat 12.5", "wgs:lat 125.0"),
        {("id/place/port-astra", "lat MaxInclusive")},
    ),
    "a fact that nobody states": (
        "DELETE WHERE { <document/d1#c9> ?p ?o }",
        {("id/fact/affiliation", "A fact needs at least one claim.")},
    ),
    "asserted, and only reported": (
        swap("<document/d1#c6>", "kb:modality kb:Modality-actual", "kb:modality kb:Modality-claimed"),
        {("id/fact/need", "An asserted fact needs a claim that affirms it in its document's own voice.")},
    ),
    "reported, though a document says so itself": (
        swap("<document/d1#c4>", "kb:polarity kb:Polarity-negated", "kb:polarity kb:Polarity-affirmed"),
        {
            ("id/fact/program", "A disputed fact is affirmed by one claim and denied by another."),
            (
                "id/fact/program",
                "A reported fact is affirmed as somebody's words, and by no document in its own voice.",
            ),
        },
    ),
    "planned, though only possible": (
        swap("<document/d1#c7>", "kb:modality kb:Modality-planned", "kb:modality kb:Modality-possible"),
        {("id/fact/meeting", "A planned fact is affirmed as planned, and nowhere more strongly.")},
    ),
    "possible, though planned": (
        swap("<document/d1#c8>", "kb:modality kb:Modality-possible", "kb:modality kb:Modality-planned"),
        {("id/fact/supply", "A possible fact is affirmed as possible, and nowhere more strongly.")},
    ),
    "denied, though affirmed": (
        swap("<document/d1#c9>", "kb:polarity kb:Polarity-negated", "kb:polarity kb:Polarity-affirmed"),
        {("id/fact/affiliation", "A denied fact is affirmed by no claim.")},
    ),
    "a short triple of a fact that is not asserted": (
        "INSERT DATA { <id/country/sudland> kb:supplies <id/country/norland> }",
        {
            (
                f"{ontology.NAMESPACE}supplies",
                "The short triple from http://localhost:8000/id/country/sudland to"
                " http://localhost:8000/id/country/norland has no asserted fact behind it.",
            )
        },
    ),
    "a short triple of an office that is over": (
        swap("<id/fact/leads>", "kb:status kb:OfficeStatus-current", "kb:status kb:OfficeStatus-former"),
        {
            (
                f"{ontology.NAMESPACE}leads",
                "The short triple from http://localhost:8000/id/person/ana-lume to"
                " http://localhost:8000/id/country/norland has no asserted fact behind it.",
            )
        },
    ),
    "a claim without evidence": (
        "DELETE DATA { <document/d1#c1> kb:evidence <document/d1#char=0,30> }",
        {
            (
                "document/d1#c1",
                "A claim read in the text has a passage as evidence; a claim from background has none.",
            )
        },
    ),
    "background with evidence": (
        "INSERT DATA { <document/d1#c2> kb:evidence <document/d1#char=0,30> }",
        {
            (
                "document/d1#c2",
                "A claim read in the text has a passage as evidence; a claim from background has none.",
            )
        },
    ),
    "more than sure": (
        swap("<document/d1#c1>", "kb:confidence 0.9", "kb:confidence 1.9"),
        {("document/d1#c1", "A confidence or score is a decimal from 0 to 1.")},
    ),
    "a passage that ends before it starts": (
        swap(
            "<document/d1#position=0,30>",
            "oa:start '0'^^xsd:integer",
            "oa:start '40'^^xsd:integer",
        ),
        {("document/d1#position=0,30", "A passage starts before it ends.")},
    ),
    "a description of no document": (
        "DELETE WHERE { <id/group/two-banks> kb:describedIn ?document }",
        {("id/group/two-banks", "A described group names the document that describes it.")},
    ),
    "a passage without its place": (
        "DELETE DATA { <document/d1#char=0,30> oa:hasSelector <document/d1#position=0,30> }",
        {("document/d1#char=0,30", "A passage has one text position selector.")},
    ),
    "a passage without its quote": (
        "DELETE DATA { <document/d1#char=0,30> oa:hasSelector <document/d1#quote=0,30> }",
        {("document/d1#char=0,30", "A passage has one text quote selector.")},
    ),
    "a document without its digest": (
        "DELETE WHERE { <document/d1> kb:textDigest ?digest }",
        {("document/d1", "A document has a title, the digest and the length of its text, or is retracted.")},
    ),
    "a retraction without a reason": (
        "DELETE WHERE { <document/d0#retraction> rdfs:comment ?reason }",
        {("document/d0#retraction", "A retraction says why.")},
    ),
    "a link decision without a score": (
        "DELETE WHERE { <graph/links#norland> kb:score ?score }",
        {("graph/links#norland", "score MinCount")},
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_graph_is_reported(case: str) -> None:
    update, results = BROKEN[case]
    graph = Graph() + conforming()
    before = set(graph)
    # Given as initNs, the prefixes hold for all operations of an update; a prologue holds for the first.
    graph.update(f"BASE <http://localhost:8000/>\n{update}", initNs=ontology.PREFIXES)
    assert set(graph) != before, "the update broke nothing"
    assert validate(graph) == results


def test_what_the_program_writes_conforms() -> None:
    knowledge, iris = merge(extractions()), Iris("http://localhost:8000/")
    triples = chain(
        Mapper(iris).default_graph(knowledge),
        *(Provenance(iris).document(knowledge, document) for document in knowledge.documents),
    )
    written = Graph().parse(data="".join(map(triple_line, triples)), format="nt")
    assert len(written) > 700
    assert validate(written) == set()


def test_every_message_is_given_by_a_case() -> None:
    given = " ".join(text for _, results in BROKEN.values() for _, text in results)
    messages = {str(message) for message in SHAPES.objects(predicate=SH.message)}
    assert {message for message in messages if message.split("{")[0] not in given} == set()
