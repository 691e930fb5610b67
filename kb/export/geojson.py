"""Places with coordinates and the facts about them, as GeoJSON (RFC 7946) for maps."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from kb.export.records import Records, literal
from kb.facts import KINDS
from kb.ontology import camel
from kb.slots import slots


def write(records: Records) -> Iterator[str]:
    """The feature collection, one feature per line."""
    facts = _facts(records)
    places = sorted(place for kind in ("Place", "Country") for place in records.typed(kind))
    features = (
        _feature(records, place, facts[place]) for place in places if records.values(place, "wgs:lat")
    )
    lines = (
        json.dumps(feature, ensure_ascii=False) for feature in features if feature["properties"]["facts"]
    )
    yield '{"type": "FeatureCollection", "features": [\n'
    yield ",\n".join(lines)
    yield "\n]}\n"


def _facts(records: Records) -> Mapping[str, list[tuple[str, str]]]:
    """Class and IRI of the facts in which each individual fills a slot."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind in KINDS:
        names = [f"kb:{camel(slot.name)}" for slot in slots(kind) if slot.is_name]
        for fact in records.typed(kind.__name__):
            for individual in {value for name in names for value in records.values(fact, name)}:
                found[individual].append((kind.__name__, fact))
    return found


def _feature(records: Records, place: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    longitude, latitude = (float(literal(records.values(place, name)[0])) for name in ("wgs:long", "wgs:lat"))
    return {
        "type": "Feature",
        "id": place[1:-1],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "name": records.text(place),
            **records.links(place),
            "facts": [
                {
                    "id": fact[1:-1],
                    "class": kind,
                    "label": records.text(fact),
                    "standing": "; ".join(records.texts(fact, "kb:standing")),
                }
                for kind, fact in facts
            ],
        },
    }
