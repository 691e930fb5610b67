from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kb import ontology
from kb.export import Selection
from tests.export.base import exported, quads

BASE = "http://localhost:8000/"
PREFIXES = {
    "ftm": "https://schema.followthemoney.tech/#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "geo": "http://www.opengis.net/ont/geosparql#",
}


def aligned(directory: Path, **selection: str | bool) -> ox.Store:
    """A store of what a consumer gets who does not reason."""
    store = ox.Store()
    content = exported(directory, "nquads", selection=Selection(**selection), alignments=True)
    store.bulk_load(input=content, format=ox.RdfFormat.N_QUADS)
    return store


def ask(store: ox.Store, pattern: str) -> set[tuple[str, ...]]:
    header = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    found = store.query(f"{header} SELECT * {{ {pattern} }}", use_default_graph_as_union=True)
    return {tuple(value.value.removeprefix(BASE) for value in row) for row in found}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (
            "?a a schema:Person ; schema:name ?b FILTER(?b = 'Ada Berg'@en)",
            {("id/person/ada-berg", "Ada Berg")},
        ),
        (
            "?a a ftm:Territory ; ftm:Thing:name ?b FILTER(?b = 'Norland'@en)",
            {("id/country/norland", "Norland")},
        ),
        ("?a schema:containedInPlace ?b", {("id/place/oslo", "id/country/norland")}),
        ("?a geo:sfWithin ?b", {("id/place/oslo", "id/country/norland")}),
        (
            "[] a ftm:Sanction ; ftm:Sanction:entity ?a ; ftm:Sanction:authority ?b",
            {("id/country/sudland", "Northern Union")},
        ),
        (
            "[] a ftm:Occupancy ; ftm:Occupancy:holder ?a ; ftm:Occupancy:post/ftm:Thing:name ?b",
            {("id/person/ada-berg", "president")},
        ),
        ("?a org:memberOf ?b", {("id/person/ada-berg", "id/organization/northern-union")}),
    ],
)
def test_others_find_asserted_facts_in_their_own_terms(
    directory: Path, pattern: str, expected: set[tuple[str, ...]]
) -> None:
    assert ask(aligned(directory), pattern) == expected


def test_what_is_only_claimed_reaches_no_other_vocabulary(directory: Path) -> None:
    store = aligned(directory, kind="Need", provenance=True)
    (fact,) = ask(store, f"?fact a <{ontology.NAMESPACE}Need>")
    terms = {term for row in ask(store, f"<{BASE}{fact[0]}> a|!a ?x ; ?p ?x") for term in row}
    foreign = {term for term in terms if term.startswith(tuple(PREFIXES.values()))}
    assert foreign == set()


def test_own_triples_stay_as_they_are(directory: Path) -> None:
    selection = Selection(provenance=True)
    plain = quads(exported(directory, "nquads", selection=selection), ox.RdfFormat.N_QUADS)
    more = quads(exported(directory, "nquads", selection=selection, alignments=True), ox.RdfFormat.N_QUADS)
    assert plain < more
    assert all(quad.graph_name == ox.DefaultGraph() for quad in more - plain)
