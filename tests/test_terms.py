from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Literal, URIRef

from kb.terms import (
    boolean,
    date,
    decimal,
    encode,
    english,
    integer,
    iri,
    literal,
    parse_line,
    quad_line,
    segment,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_a_literal_is_written_as_canonical_quads_write_it(text: str) -> None:
    line = quad_line(("<http://a/s>", "<http://a/p>", literal(text)), "<http://a/g>")
    assert line.count("\n") == 1
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.Literal(text)
    dataset = ox.Dataset([quad])
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) == line.encode()
    assert parse_line(line) == (("<http://a/s>", "<http://a/p>", literal(text)), "<http://a/g>")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (english("Côte"), '"Côte"@en'),
        (integer(12), '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (decimal(0.123456), '"0.1235"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (decimal(1), '"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (decimal(0.00001), '"0.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (decimal(-122.5), '"-122.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (boolean(True), '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (date("2024"), '"2024"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        (date("2024-03"), '"2024-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        (date("2024-13"), '"2024-13"'),
        (date("2024-02-30"), '"2024-02-30"'),
        (date("last week"), '"last week"'),
        (date("2024-03-05"), '"2024-03-05"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (literal('a\tb\n\x7f\x01"\\'), '"a\\tb\\n\\u007F\\u0001\\"\\\\"'),
        (encode(Literal("x", datatype=XSD.string)), '"x"'),
        (literal("x", datatype=str(XSD.string)), '"x"'),
        (encode(Literal("x", lang="en")), '"x"@en'),
        (encode(URIRef("http://a/b")), "<http://a/b>"),
        (iri("http://a/b c<d>\n"), "<http://a/b%20c%3Cd%3E%0A>"),
        (iri("http://a/çß"), "<http://a/çß>"),
    ],
)
def test_terms(term: str, expected: str) -> None:
    assert term == expected


@given(TEXTS)
def test_whatever_stands_in_an_iri_it_is_one(text: str) -> None:
    (quad,) = ox.parse(
        f"{iri(f'http://a/{text}')} <http://a/p> <http://a/o> .".encode(), format=ox.RdfFormat.N_QUADS
    )
    assert iri(quad.subject.value) == iri(f"http://a/{text}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a/b?c#d", "a%2Fb%3Fc%23d"), ("..", "%2E%2E"), (".", "%2E"), ("a.b", "a.b"), ("é", "%C3%A9")],
)
def test_a_segment_cannot_leave_its_place(name: str, expected: str) -> None:
    assert segment(name) == expected


@pytest.mark.parametrize(
    "line", ["", "<a> <b> .", "_:b <http://p> <http://o> .", '<http://s> <http://p> "open .']
)
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match="canonical N-Quads"):
        parse_line(line)
