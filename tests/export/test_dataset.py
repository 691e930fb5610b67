from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox

from kb import manifest, ontology
from kb.export import dataset
from kb.files import sha256

BASE = "http://localhost:8000/"


def ask(directory: Path, name: str, select: str, pattern: str) -> set[tuple[str, ...]]:
    """The solutions of a pattern over a file, as texts."""
    prefixes = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in ontology.PREFIXES.items())
    store = ox.Store()
    store.bulk_load(path=str(directory / name))
    answer = store.query(f"{prefixes} SELECT {select} {{ {pattern} }}", use_default_graph_as_union=True)
    return {tuple(value.value for value in row) for row in answer}


def test_void_counts_what_the_default_graph_holds(directory: Path) -> None:
    for name in ("dataset.ttl", "kb.nq"):
        stated = ask(directory, name, "?c ?n", "?d void:classPartition [ void:class ?c ; void:entities ?n ]")
        counted = ask(directory, "kb.ttl", "?c (COUNT(?s) AS ?n)", "?s a ?c } GROUP BY ?c #")
        assert stated == counted
        stated = ask(
            directory, name, "?p ?n", "?d void:propertyPartition [ void:property ?p ; void:triples ?n ]"
        )
        counted = ask(directory, "kb.ttl", "?p (COUNT(*) AS ?n)", "?s ?p ?o } GROUP BY ?p #")
        assert stated == counted
        (triples,) = ask(directory, name, "?n", "?d a dcat:Dataset ; void:triples ?n")
        assert triples == (str(manifest.load(directory).counts["triples"]),)


def test_linksets_count_links_to_each_graph(directory: Path) -> None:
    pattern = "?l a void:Linkset ; void:objectsTarget [ void:uriSpace ?space ] ; void:triples ?n"
    assert ask(directory, "dataset.ttl", "?space ?n", pattern) == {
        ("http://www.wikidata.org/entity/", "5"),
        ("http://dbpedia.org/resource/", "1"),
        ("https://sws.geonames.org/", "1"),
    }


def test_distributions_have_size_and_checksum(directory: Path) -> None:
    pattern = (
        "?d dcat:distribution ?f . ?f dcat:downloadURL ?u ; dcat:mediaType ?m ; dcat:byteSize ?b ; "
        "<http://spdx.org/rdf/terms#checksum>/<http://spdx.org/rdf/terms#checksumValue> ?h"
    )
    types = "https://www.iana.org/assignments/media-types/"
    assert ask(directory, "dataset.ttl", "?u ?m ?b ?h", pattern) == {
        (
            f"{BASE}download/{name}",
            types + media,
            str((directory / name).stat().st_size),
            sha256(directory / name),
        )
        for name, media in manifest.MEDIA_TYPES.items()
    }


def test_licence_endpoint_and_newest_document(directory: Path) -> None:
    pattern = (
        "?d a void:Dataset ; dcterms:license ?l ; void:sparqlEndpoint ?e ; "
        "dcterms:modified ?m ; void:documents ?n"
    )
    expected = ("https://creativecommons.org/publicdomain/zero/1.0/", f"{BASE}sparql", "2024-03-05", "3")
    assert ask(directory, "dataset.ttl", "?l ?e ?m ?n", pattern) == {expected}


def test_a_catalogue_finds_what_it_asks_for(directory: Path) -> None:
    pattern = (
        "?d a dcat:Dataset ; dcterms:title ?title ; dcterms:rights [ a dcterms:RightsStatement ] ; "
        "dcterms:temporal [ dcat:startDate ?first ; dcat:endDate ?last ] . "
        "?service a dcat:DataService ; dcat:servesDataset ?d ; dcat:endpointURL ?url"
    )
    found = ask(directory, "dataset.ttl", "?title ?first ?last ?url", pattern)
    assert found == {(dataset.TITLE, "2024-03-05", "2024-03-05", f"{BASE}sparql")}
    assert len(ask(directory, "dataset.ttl", "?word", "?d dcat:keyword ?word")) == len(dataset.KEYWORDS)
    titles = {
        title for (title,) in ask(directory, "dataset.ttl", "?t", "?f a dcat:Distribution ; dcterms:title ?t")
    }
    assert titles == set(dataset.TITLES.values())


def test_the_crate_lists_every_data_file(directory: Path) -> None:
    crate = json.loads((directory / "ro-crate-metadata.json").read_text("utf-8"))
    entries = {entry["@id"]: entry for entry in crate["@graph"]}
    # What version 1.1 does not define, the crate does: https://www.researchobject.org/ro-crate/1.1/appendix/jsonld
    assert crate["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    assert "sha256" in crate["@context"][1]
    assert entries["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert {part["@id"] for part in entries["./"]["hasPart"]} == set(manifest.MEDIA_TYPES)
    assert entries["./"]["datePublished"] == "2024-03-05"
    assert entries["kb.nq"]["sha256"] == sha256(directory / "kb.nq")
    assert entries["kb.nq"]["contentSize"] == str((directory / "kb.nq").stat().st_size)
