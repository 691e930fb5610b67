"""Where places lie: the gazetteer's coordinates for individuals that are linked to its entries."""

from __future__ import annotations

from functools import cache

from kb.gazetteer import Entry, builtin
from kb.identity import MergedIndividual

Degrees = tuple[float, float]


def coordinates(individual: MergedIndividual) -> Degrees | None:
    """Latitude and longitude of a place with a link; a name alone is no proof of which place is meant."""
    if individual.kind not in ("place", "country"):
        return None
    links = {(link.graph, link.identifier) for link in individual.links}
    for name in individual.names:
        for entry in builtin().entries(name):
            if not links.isdisjoint(_identifiers(entry)) and entry.lat is not None and entry.lon is not None:
                return entry.lat, entry.lon
    return None


@cache
def _identifiers(entry: Entry) -> frozenset[tuple[str, str]]:
    pairs = (("wikidata", entry.wikidata), ("geonames", entry.geonames))
    return frozenset((graph, identifier) for graph, identifier in pairs if identifier)
