from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kb.errors import KbError, OntologyError
from kb.export import Selection
from tests.export.base import exported, quads

KB = "https://w3id.org/communique/ontology#"
BASE = "http://localhost:8000/"


def chosen(directory: Path, selection: Selection) -> dict[str, list[str]]:
    """The names of the subjects by class."""
    found: dict[str, list[str]] = {}
    for quad in quads(exported(directory, "nquads", selection=selection), ox.RdfFormat.N_QUADS):
        if quad.predicate.value.endswith("#type"):
            name = quad.subject.value.removeprefix(BASE)
            found.setdefault(quad.object.value.rpartition("#")[2], []).append(name)
    return {kind: sorted(names) for kind, names in sorted(found.items())}


FACTS = ("Affiliation", "Containment", "Leadership", "Meeting", "Need", "Sanction", "Supply")


@pytest.mark.parametrize(
    ("selection", "facts", "individuals"),
    [
        (
            Selection(document="c"),
            {"Affiliation", "Need", "Sanction"},
            {"ada-berg", "northern-union", "norland", "sudland"},
        ),
        (
            Selection(individual="country/sudland"),
            {"Sanction", "Supply"},
            {"northern-union", "sudland", "norland"},
        ),
        (Selection(individual=f"{BASE}id/person/cato-dahl"), {"Meeting"}, {"ada-berg", "cato-dahl", "oslo"}),
        (Selection(kind="Leadership"), {"Leadership"}, {"ada-berg", "norland"}),
        (
            Selection(kind="Organization"),
            {"Affiliation", "Sanction"},
            {"ada-berg", "northern-union", "sudland"},
        ),
        (
            Selection(kind="Fact"),
            set(FACTS),
            {"ada-berg", "cato-dahl", "norland", "northern-union", "oslo", "sudland"},
        ),
    ],
)
def test_facts_come_with_the_individuals_they_name(
    directory: Path, selection: Selection, facts: set[str], individuals: set[str]
) -> None:
    found = chosen(directory, selection)
    assert set(found) & set(FACTS) == facts
    assert {name.rpartition("/")[2] for kind in set(found) - facts for name in found[kind]} == individuals


def test_short_triples_stay_within_the_selection(directory: Path) -> None:
    text = exported(directory, "turtle", selection=Selection(kind="Leadership")).decode()
    assert "kb:leads <id/country/norland>" in text
    assert "kb:metWith" not in text
    assert "kb:memberOf" not in text


def test_provenance_leads_from_facts_to_quotations(directory: Path) -> None:
    found = chosen(directory, Selection(kind="Sanction", provenance=True))
    assert found["Document"] == ["document/a", "document/c"]
    assert len(found["Claim"]) == len(found["Passage"]) == len(found["TextQuoteSelector"]) == 2
    assert len(found["TextPositionSelector"]) == 2
    assert found["SoftwareAgent"] == ["https://w3id.org/communique/program"]


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_claims_stay_in_the_graph_of_their_document(directory: Path, form: str) -> None:
    content = exported(directory, form, selection=Selection(kind="Sanction", provenance=True))
    formats = {"trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
    graphs = {
        quad.graph_name.value
        for quad in quads(content, formats[form])
        if quad.graph_name != ox.DefaultGraph()
    }
    assert graphs == {f"{BASE}document/a", f"{BASE}document/c", f"{BASE}graph/dataset"}


@pytest.mark.parametrize(
    "selection", [Selection(document="z"), Selection(individual="person/nobody"), Selection(kind="Program")]
)
def test_nothing_selected_is_reported(directory: Path, selection: Selection) -> None:
    with pytest.raises(KbError, match="no fact is selected"):
        exported(directory, "turtle", selection=selection)


def test_an_unknown_class_is_reported(directory: Path) -> None:
    with pytest.raises(OntologyError, match="kb:Sanctoin is not defined"):
        exported(directory, "turtle", selection=Selection(kind="Sanctoin"))
