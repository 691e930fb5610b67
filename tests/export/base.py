"""A small built directory for the tests of exports, and what Oxigraph and rdflib read in a file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kb.build import Builder
from kb.documents.base import Document
from kb.export import export
from kb.facts.affiliation import Affiliation
from kb.facts.base import Extraction
from kb.facts.containment import Containment, PlaceRelation
from kb.facts.meeting import Meeting
from kb.facts.sanction import Sanction, SanctionStatus
from kb.facts.supply import Supply
from kb.model import IndividualKind, Name, PartialDate, Text
from kb.reading import Read, Reading
from tests.stories import LEADS, NEEDS, NORLAND_NEEDS, PERSON, claim, denied, said, story

NAMED = (
    ("Norland", IndividualKind.COUNTRY, {"wikidata": "Q20", "iso3166": "NO", "dbpedia": "Norland"}),
    ("Sudland", IndividualKind.COUNTRY, {"wikidata": "Q31", "iso3166": "BE"}),
    ("Northern Union", IndividualKind.ORGANIZATION, {"wikidata": "Q77"}),
    ("Ada Berg", PERSON, {"wikidata": "Q5551"}),
    ("Cato Dahl", PERSON, {}),
    ("Oslo", IndividualKind.PLACE, {"wikidata": "Q585", "geonames": "3143244"}),
)
SANCTIONED = Sanction(
    issuer=Name("Northern Union"),
    target=Name("Sudland"),
    measure=Text("an arms embargo and asset freezes"),
    reason=Text("the border war"),
    status=SanctionStatus.IMPOSED,
)
MET = Meeting(
    participants=(Name("Ada Berg"), Name("Cato Dahl")), place=Name("Oslo"), date=PartialDate("2024-03")
)
SUPPLIED = Supply(supplier=Name("Norland"), recipient=Name("Sudland"), item=Text('=HYPERLINK("http://x")'))
MEMBER = Affiliation(member=Name("Ada Berg"), of=Name("Northern Union"))
LIES = Containment(place=Name("Oslo"), within=Name("Norland"), relation=PlaceRelation.CAPITAL_OF)
STORIES = (
    story(
        "a",
        claim(LEADS),
        claim(SANCTIONED),
        claim(MET),
        claim(LIES),
        named=NAMED,
        url="https://news.example/a?b=c&d=e",
    ),
    story(
        "b",
        claim(LEADS),
        said(NEEDS, "Cato Dahl", quote=NORLAND_NEEDS),
        claim(SUPPLIED),
        named=NAMED,
        title='Fuel "ä"\n<&',
    ),
    story("c", claim(MEMBER), denied(NEEDS), claim(SANCTIONED, confidence=0.5), named=NAMED, date=None),
)


def built(directory: Path, stories: tuple[Extraction, ...] = STORIES) -> Path:
    """Build `directory` from `stories`."""
    known = {found.document: found for found in stories}

    def read(batch: Any) -> list[Read]:
        return [Reading(known[document]) for document in batch]

    documents: list[Document] = [found.document for found in stories]
    assert Builder(directory, reader=read, made_by="test").build(documents).conforms
    return directory


def exported(directory: Path, form: str, **options: Any) -> bytes:
    """What `export` writes."""
    output = io.BytesIO()
    export(directory, output, form=form, **options)
    return output.getvalue()


def quads(content: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    """The quads that Oxigraph reads."""
    return set(ox.parse(content, format=form))
