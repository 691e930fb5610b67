"""From entries to identifiers in other graphs, and from those to IRIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kb.gazetteer import Entry
from kb.gazetteer.shipping import table
from kb.link.base import SAME
from kb.model import IndividualKind, Link


@dataclass(frozen=True, slots=True)
class Target:
    """Another graph: how its IRIs are formed, and what a data set description says of it."""

    title: str
    homepage: str
    pattern: str
    prefix: str

    def iri(self, identifier: str) -> str:
        """The IRI that an identifier of this graph stands for."""
        return self.pattern.format(identifier)

    def within(self, space: str) -> bool:
        """Whether IRIs that begin with `space` are of this graph, by http or https."""
        own, other = (text.partition("://")[2].rstrip("/") for text in (self.pattern.format(""), space))
        return own == other


PROGRAMMES: Final = "opensanctions-programs"
TARGETS: Final = {
    "wikidata": Target(
        "Wikidata", "https://www.wikidata.org/", "http://www.wikidata.org/entity/{}", "wikidata"
    ),
    "geonames": Target("GeoNames", "https://www.geonames.org/", "https://sws.geonames.org/{}/", "geonames"),
    "dbpedia": Target("DBpedia", "https://www.dbpedia.org/", "http://dbpedia.org/resource/{}", "dbpedia"),
    "opensanctions": Target(
        "OpenSanctions",
        "https://www.opensanctions.org/",
        "https://www.opensanctions.org/entities/{}",
        "opensanctions",
    ),
    PROGRAMMES: Target(
        "OpenSanctions programmes",
        "https://www.opensanctions.org/programs/",
        "https://www.opensanctions.org/programs/{}/",
        PROGRAMMES,
    ),
    "loc": Target(
        "Library of Congress: MARC countries",
        "https://id.loc.gov/vocabulary/countries.html",
        "http://id.loc.gov/vocabulary/countries/{}",
        "loccountry",
    ),
}
"""The graphs linked to, under the names that `Link.graph` has for them."""


def identified(name: str, kind: IndividualKind, graph: str, identifier: str) -> Entry:
    """An entry of which nothing is known but its name, kind and identifier in one graph."""
    return Entry(
        name,
        kind,
        kind.value,
        wikidata=identifier if graph == "wikidata" else None,
        geonames=identifier if graph == "geonames" else None,
        wikipedia=identifier.replace("_", " ") if graph == "dbpedia" else None,
        opensanctions=identifier if graph == "opensanctions" else None,
    )


def identifiers(entry: Entry) -> tuple[str, ...]:
    """All identifiers of an entry as people write them ("wikidata:Q30"), the best known graph first."""
    pairs = (
        ("wikidata", entry.wikidata),
        ("geonames", entry.geonames),
        ("opensanctions", entry.opensanctions),
        ("dbpedia", entry.wikipedia and entry.wikipedia.replace(" ", "_")),
        ("name", entry.name),
    )
    return tuple(f"{graph}:{identifier}" for graph, identifier in pairs if identifier)


def links(entry: Entry, confidence: float) -> Iterator[Link]:
    """The identifiers of `entry`; the code of a country is one of them."""
    if entry.wikidata:
        yield Link("wikidata", entry.wikidata, confidence)
    if entry.geonames:
        yield Link("geonames", entry.geonames, confidence)
    if entry.wikipedia:
        yield Link("dbpedia", entry.wikipedia.replace(" ", "_"), confidence)
    if entry.kind is IndividualKind.COUNTRY and entry.subtype == "country" and entry.iso2:
        yield Link("iso3166", entry.iso2, confidence)
        if entry.iso2 in _marc_codes():
            yield Link("loc", _marc_codes()[entry.iso2], confidence)
    if entry.opensanctions:
        programme = entry.subtype == "sanctions programme"
        yield Link(PROGRAMMES if programme else "opensanctions", entry.opensanctions, confidence)


@cache
def _marc_codes() -> dict[str, str]:
    """The code that the Library of Congress has for the country of each ISO 3166 code."""
    return {row["iso2"]: row["marc"] for row in table("countries.tsv") if row["marc"]}


def iri(link: Link) -> str | None:
    """The IRI that a link leads to; None for codes that are no resources, like those of ISO 3166."""
    target = TARGETS.get(link.graph)
    return None if target is None else target.iri(link.identifier)


def predicate(link: Link) -> str:
    """What the link says, as a prefixed name: identity only where the decision is sure."""
    return "owl:sameAs" if link.confidence >= SAME else "skos:closeMatch"


def point(entry: Entry) -> str | None:
    """The position of an entry as GeoSPARQL's well-known text, longitude first."""
    if entry.lat is None or entry.lon is None:
        return None
    return f"POINT({entry.lon:g} {entry.lat:g})"
