from __future__ import annotations

import gzip
import io
import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from kb import manifest, ontology
from kb.errors import KbError, QueryError
from kb.export import FORMATS, Selection, export
from tests.export.base import exported, quads

RDF = {
    "turtle": (ox.RdfFormat.TURTLE, "turtle"),
    "trig": (ox.RdfFormat.TRIG, "trig"),
    "nt": (ox.RdfFormat.N_TRIPLES, "nt"),
    "nquads": (ox.RdfFormat.N_QUADS, "nquads"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
    "rdfxml": (ox.RdfFormat.RDF_XML, "xml"),
}
WITH_GRAPHS = ("trig", "nquads", "jsonld")


def rdflib_quads(content: bytes, form: str) -> set[str]:
    """What rdflib reads, as lines of N-Quads for what Oxigraph reads out of its N-Quads."""
    if form in WITH_GRAPHS:
        lines = Dataset().parse(data=content, format=RDF[form][1]).serialize(format="nquads")
    else:
        lines = Graph().parse(data=content, format=RDF[form][1]).serialize(format="nt")
    return {
        str(quad).replace(" <urn:x-rdflib:default>", "")
        for quad in ox.parse(lines.encode(), format=ox.RdfFormat.N_QUADS)
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("alignments", [False, True])
@pytest.mark.parametrize("provenance", [False, True])
@pytest.mark.parametrize("form", RDF)
def test_every_format_holds_the_same_for_every_reader(
    directory: Path, form: str, provenance: bool, alignments: bool
) -> None:
    selection = Selection(provenance=provenance)
    expected = quads(
        exported(directory, "nquads", selection=selection, alignments=alignments), ox.RdfFormat.N_QUADS
    )
    if form not in WITH_GRAPHS:
        expected = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in expected}
    content = exported(directory, form, selection=selection, alignments=alignments)
    assert quads(content, RDF[form][0]) == expected
    assert rdflib_quads(content, form) == {str(quad) for quad in expected}
    assert len(expected) > 100


@pytest.mark.parametrize(("form", "name"), [("turtle", "kb.ttl"), ("trig", "kb.trig"), ("nquads", "kb.nq")])
def test_the_whole_base_is_the_file_that_was_built(directory: Path, form: str, name: str) -> None:
    selection = Selection(provenance=form != "turtle")
    assert exported(directory, form, selection=selection) == (directory / name).read_bytes()


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "csv"])
def test_gzip_has_the_same_content_and_no_time(directory: Path, form: str) -> None:
    packed = exported(directory, form, compress=True)
    assert gzip.decompress(packed) == exported(directory, form)
    assert packed[4:8] == bytes(4)
    assert packed == exported(directory, form, compress=True)


def test_json_ld_reads_like_json(directory: Path) -> None:
    content = json.loads(exported(directory, "jsonld", selection=Selection(individual="country/sudland")))
    assert content["@context"]["@base"] == "http://localhost:8000/"
    nodes = {node["id"]: node for node in content["@graph"]}
    (sanction,) = (node for node in nodes.values() if node["type"] == "Sanction")
    assert sanction == {
        "id": sanction["id"],
        "type": "Sanction",
        "label": "Northern Union – Sudland – an arms embargo and asset freezes",
        "confidence": "0.9",
        "disputed": False,
        "documentCount": 2,
        "firstReported": "2024-03-05",
        "issuer": "id/organization/northern-union",
        "lastReported": "2024-03-05",
        "measure": "an arms embargo and asset freezes",
        "measureType": ["SanctionMeasure-armsEmbargo", "SanctionMeasure-assetFreeze"],
        "reason": "the border war",
        "standing": "Standing-asserted",
        "status": "SanctionStatus-imposed",
        "target": "id/country/sudland",
    }


def test_rdfxml_keeps_what_xml_can_hold(directory: Path) -> None:
    content = exported(directory, "rdfxml", selection=Selection(document="b", provenance=True)).decode()
    assert '<dcterms:title xml:lang="en">Fuel "ä"\n&lt;&amp;</dcterms:title>' in content
    assert not re.search(r"xmlns:ns\d", content)


SHORT = "CONSTRUCT { ?one kb:leads ?other } WHERE { ?one kb:leads ?other }"


def test_a_query_selects(directory: Path) -> None:
    query = f"PREFIX kb: <{ontology.NAMESPACE}> {SHORT}"
    expected = "<id/person/ada-berg> kb:leads <id/country/norland> ."
    assert exported(directory, "turtle", query=query).decode().endswith(f"\n\n{expected}\n")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p ?o }", "no format"),
        ("CONSTRUCT { ?s ?p", "line 1"),
        ("CONSTRUCT { [] ?p ?o } WHERE { ?s ?p ?o }", "blank nodes"),
    ],
)
def test_a_query_that_gives_no_graph_is_refused(directory: Path, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        exported(directory, "turtle", query=query)


def test_an_unknown_format_is_refused_with_those_there_are(directory: Path) -> None:
    with pytest.raises(KbError, match="no format 'n3'; use one of turtle, trig, nt, nquads, jsonld"):
        exported(directory, "n3")


def test_a_directory_without_a_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KbError, match="holds no finished knowledge base"):
        export(tmp_path, io.BytesIO())


def test_suffixes_and_media_types_are_those_of_the_files() -> None:
    known = {f"kb{form.suffix}": form.media_type for form in FORMATS.values()}
    assert known.items() >= manifest.MEDIA_TYPES.items()
