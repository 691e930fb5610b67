"""Links out: identifiers to IRIs, what a link says, positions, SSSOM and N-Triples."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kb.gazetteer import Entry, builtin
from kb.link.sssom import Mapping, table, triples
from kb.link.targets import iri, links, point, predicate
from kb.model import IndividualKind, Link


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link("wikidata", "Q30"), "http://www.wikidata.org/entity/Q30"),
        (Link("geonames", "6252001"), "https://sws.geonames.org/6252001/"),
        (Link("dbpedia", "United_States"), "http://dbpedia.org/resource/United_States"),
        (Link("opensanctions", "NK-abc"), "https://www.opensanctions.org/entities/NK-abc"),
        (Link("opensanctions-programs", "EU-RUS"), "https://www.opensanctions.org/programs/EU-RUS/"),
        (Link("loc", "xxu"), "http://id.loc.gov/vocabulary/countries/xxu"),
        (Link("iso3166", "US"), None),
    ],
)
def test_iri(link: Link, expected: str | None) -> None:
    assert iri(link) == expected


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [(1.0, "owl:sameAs"), (0.95, "owl:sameAs"), (0.9499, "skos:closeMatch"), (0.8, "skos:closeMatch")],
)
def test_identity_only_where_the_decision_is_sure(confidence: float, expected: str) -> None:
    assert predicate(Link("wikidata", "Q30", confidence)) == expected


def test_a_country_has_its_code_and_a_city_has_none() -> None:
    (ukraine,) = builtin().entries("Ukraine")
    assert {(link.graph, link.identifier) for link in links(ukraine, 0.99)} == {
        ("wikidata", "Q212"),
        ("geonames", "690791"),
        ("dbpedia", "Ukraine"),
        ("iso3166", "UA"),
        ("loc", "un"),
    }
    kyiv = builtin().entries("Kyiv")[0]
    assert {link.graph for link in links(kyiv, 0.99)} == {"wikidata", "geonames", "dbpedia"}


def test_a_sanctions_programme_is_linked_as_such() -> None:
    (programme,) = builtin().entries("Resolution 1718")
    (found,) = links(programme, 0.9)
    assert found == Link("opensanctions-programs", "UN-SC1718", 0.9)


def test_positions_are_longitude_first() -> None:
    entry = Entry("Kyiv", IndividualKind.PLACE, "capital", lat=50.4547, lon=30.5238)
    assert point(entry) == "POINT(30.5238 50.4547)"
    assert point(Entry("Nowhere", IndividualKind.PLACE, "city")) is None


MAPPINGS = [
    Mapping("http://kb/id/place/kyiv", "Kyiv", Link("geonames", "703448", 0.97)),
    Mapping("http://kb/id/country/ukraine", "Ukraine", Link("wikidata", "Q212", 0.85), judged=True),
    Mapping("http://kb/id/country/ukraine", "Ukraine", Link("iso3166", "UA", 0.85)),
]


def test_sssom() -> None:
    text = list(table(MAPPINGS, mapping_set="http://kb/links", licence="http://kb/licence"))
    assert [line.rstrip("\n").split("\t") for line in text if not line.startswith("#")] == [
        ["subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification", "confidence"],
        [
            "http://kb/id/country/ukraine",
            "Ukraine",
            "skos:closeMatch",
            "http://www.wikidata.org/entity/Q212",
            "semapv:ManualMappingCuration",
            "0.85",
        ],
        [
            "http://kb/id/place/kyiv",
            "Kyiv",
            "owl:sameAs",
            "https://sws.geonames.org/703448/",
            "semapv:LexicalMatching",
            "0.97",
        ],
    ]
    assert text[0] == "#curie_map:\n"


def test_triples_are_triples() -> None:
    graph = Graph().parse(data="".join(triples(MAPPINGS)), format="nt")
    assert {(str(s), str(p), str(o)) for s, p, o in graph} == {
        (
            "http://kb/id/place/kyiv",
            "http://www.w3.org/2002/07/owl#sameAs",
            "https://sws.geonames.org/703448/",
        ),
        (
            "http://kb/id/country/ukraine",
            "http://www.w3.org/2004/02/skos/core#closeMatch",
            "http://www.wikidata.org/entity/Q212",
        ),
    }
