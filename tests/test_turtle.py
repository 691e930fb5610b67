from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph

from kb.terms import A, Triple, iri, literal, segment
from kb.turtle import Turtle

BASE = "http://localhost:8000/"
XSD = "http://www.w3.org/2001/XMLSchema#"
KB = "https://w3id.org/communique/ontology#"


@pytest.mark.parametrize(
    ("term", "spelling"),
    [
        (iri(f"{KB}Standing-asserted"), "kb:Standing-asserted"),
        (iri(f"{KB}a.b"), f"<{KB}a.b>"),
        (iri(KB), f"<{KB}>"),
        (iri(f"{BASE}id/person/ada-berg"), "<id/person/ada-berg>"),
        (iri(f"{BASE}document/a#char=0,35"), "<document/a#char=0,35>"),
        (iri(f"{BASE}document/.."), f"<{BASE}document/..>"),
        (iri(f"{BASE}document/a//b"), f"<{BASE}document/a//b>"),
        (iri(f"{BASE}document/a?b"), f"<{BASE}document/a?b>"),
        (iri(BASE), f"<{BASE}>"),
        (iri("http://elsewhere.example/x"), "<http://elsewhere.example/x>"),
        (literal("3", datatype=f"{XSD}integer"), "3"),
        (literal("03.", datatype=f"{XSD}integer"), '"03."^^xsd:integer'),
        (literal("0.5", datatype=f"{XSD}decimal"), "0.5"),
        (literal("1", datatype=f"{XSD}decimal"), '"1"^^xsd:decimal'),
        (literal("true", datatype=f"{XSD}boolean"), "true"),
        (literal("1", datatype=f"{XSD}boolean"), '"1"^^xsd:boolean'),
        (literal('"^^<x>'), '"\\"^^<x>"'),
        (literal("a\nb", language="en"), '"a\\nb"@en'),
    ],
)
def test_the_shortest_spelling_that_means_the_same(term: str, spelling: str) -> None:
    assert Turtle(BASE).term(term) == spelling


def test_a_graph_has_one_spelling() -> None:
    triples = [
        (iri(f"{BASE}id/b"), iri(f"{KB}of"), literal("x")),
        (iri(f"{BASE}id/a"), iri(f"{KB}role"), literal("z")),
        (iri(f"{BASE}id/a"), iri(f"{KB}role"), literal("y")),
        (iri(f"{BASE}id/a"), A, iri(f"{KB}Leadership")),
    ]
    expected = """
<id/a> a kb:Leadership ;
    kb:role "y" ,
        "z" .

<id/b> kb:of "x" .
"""
    assert "".join(Turtle(BASE).body(sorted(triples))) == expected


IRIS = st.one_of(
    st.text(max_size=8).map(lambda text: iri(f"{BASE}document/{segment(text)}")),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(lambda text: iri(f"{KB}{text}")),
    st.sampled_from([f"{BASE}id/a", f"{BASE}id/a#b", f"{BASE}id/a/../b", f"{BASE}id", "urn:x:y"]).map(iri),
)
LITERALS = st.builds(
    lambda text, kind: literal(text, **kind),
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.sampled_from(["1", "1.", "-2.50", "true"]),
    ),
    st.sampled_from(
        [
            {},
            {"language": "en"},
            *({"datatype": f"{XSD}{name}"} for name in ("integer", "decimal", "boolean", "date")),
        ]
    ),
)
TRIPLES = st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS))


@settings(max_examples=200, deadline=None)
@given(st.lists(TRIPLES, max_size=6))
def test_what_is_written_is_read_again_as_the_same(triples: list[Triple]) -> None:
    turtle = "".join(Turtle(BASE).document(sorted(triples)))
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    read = {quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)}
    assert read == {quad.triple for quad in ox.parse(lines.encode(), format=ox.RdfFormat.N_TRIPLES)}


def test_rdflib_reads_the_same_too() -> None:
    triples = [
        (iri(f"{BASE}id/a"), iri(f"{KB}role"), literal('quoted "x"\n\\', language="en")),
        (iri(f"{BASE}id/a"), A, iri(f"{KB}Need")),
    ]
    graph = Graph().parse(data="".join(Turtle(BASE).document(sorted(triples))), format="turtle")
    assert set(graph) == set(Graph().parse(data="".join(f"{' '.join(t)} .\n" for t in triples), format="nt"))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_named_graph_is_a_block() -> None:
    turtle = Turtle(BASE)
    triple = (iri(f"{BASE}id/a"), A, iri(f"{KB}Need"))
    text = "".join(
        [*turtle.header(), *turtle.body([triple]), *turtle.graph(iri(f"{BASE}document/d"), [triple])]
    )
    assert text.endswith("\n<document/d> {\n    <id/a> a kb:Need .\n}\n")
    assert {str(quad[3]) for quad in Dataset().parse(data=text, format="trig").quads()} == {
        f"{BASE}document/d",
        "urn:x-rdflib:default",
    }
