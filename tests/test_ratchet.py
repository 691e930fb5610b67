"""Extraction is at least as good on our annotated documents as it has been."""

from __future__ import annotations

import json

from tests.ratchet import FLOORS, digest, fallen, raised, scores


def test_floors_belong_to_the_annotated_documents() -> None:
    assert json.loads(FLOORS.read_text())["gold"] == digest()


def test_no_score_is_below_its_floor() -> None:
    floors = json.loads(FLOORS.read_text())["floors"]
    reached = scores()
    assert set(floors) == set(reached)
    assert fallen(reached, floors) == {}


def test_floors_only_rise() -> None:
    floors = {"leader": 0.7, "need": 0.5}
    assert raised({"leader": 0.6, "need": 0.61234}, floors) == {"leader": 0.7, "need": 0.612}
    assert fallen({"leader": 0.6, "need": 0.492}, floors) == {"leader": 0.6}
