"""Containment: a place lies in, near or at the head of another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from kb.facts.base import Fact, slot
from kb.model import Name


class PlaceRelation(StrEnum):
    """How the place lies to the other."""

    IN = "in"
    CAPITAL_OF = "capital_of"
    NEAR = "near"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    CITY = "city"
    REGION = "region"
    FACILITY = "facility"
    WATER = "water"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Containment(Fact):
    """`place` lies in (or near, or is the capital of) `within`."""

    TYPE = "location"
    DIRECT = "locatedIn"
    ENDS = ("place", "within")
    LASTS = True
    IMPLIES: ClassVar = {PlaceRelation.CAPITAL_OF: PlaceRelation.IN}

    place: Name = slot(key=True, required=True)
    within: Name = slot(key=True, required=True)
    relation: PlaceRelation = slot(default=PlaceRelation.IN)
    place_kind: PlaceKind | None = slot(line="kind")
