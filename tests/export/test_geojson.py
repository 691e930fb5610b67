from __future__ import annotations

import json
from pathlib import Path

from tests.export.base import exported


def test_places_with_coordinates_show_their_facts(directory: Path) -> None:
    found = json.loads(exported(directory, "geojson"))
    assert found["type"] == "FeatureCollection"
    features = {feature["properties"]["name"]: feature for feature in found["features"]}
    oslo = features["Oslo"]
    longitude, latitude = oslo["geometry"]["coordinates"]
    assert (round(longitude, 1), round(latitude, 1)) == (10.7, 59.9)
    assert oslo["properties"]["wikidata"] == "Q585"
    assert [(fact["class"], fact["label"], fact["standing"]) for fact in oslo["properties"]["facts"]] == [
        ("Containment", "Oslo – Norland", "Asserted"),
        ("Meeting", "Ada Berg – Cato Dahl – Oslo – 2024-03", "Asserted"),
    ]


def test_the_gazetteer_must_know_link_and_name(directory: Path) -> None:
    found = json.loads(exported(directory, "geojson"))
    assert {feature["properties"]["name"] for feature in found["features"]} == {"Oslo"}
