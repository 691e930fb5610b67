"""Containment: a place lies in, near or at the head of another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Values, frame, role
from kb.facts.lexicon import nouns
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

    place: Name = slot(key=True, required=True)
    within: Name = slot(key=True, required=True)
    relation: PlaceRelation = slot(default=PlaceRelation.IN)
    place_kind: PlaceKind | None = slot(line="kind")


_PLACE_KINDS = {
    **dict.fromkeys(nouns("settlement"), PlaceKind.CITY),
    **dict.fromkeys(nouns("region"), PlaceKind.REGION),
    **dict.fromkeys(nouns("facility"), PlaceKind.FACILITY),
    **dict.fromkeys(nouns("water"), PlaceKind.WATER),
}


def _settle(values: Values, candidate: Candidate) -> Values | None:
    """No place within itself; the kind of the place by its last word."""
    if values["place"] == values["within"]:
        return None
    word = values["place"].rsplit(" ", 1)[-1].lower()
    kind = _PLACE_KINDS.get(word) or _PLACE_KINDS.get(candidate.trigger.lemma_.lower())
    if kind is not None:
        values.setdefault("place_kind", kind)
    return values


_CONTAINER = "place country"
_NAMED = role("place", "of apposition bearer", "place -country", required=True)

FRAMES: tuple[Frame, ...] = (
    frame(
        Containment,
        "capital",
        "NOUN",
        role("place", "bearer of.apposition apposition", "place -country", required=True),
        role("within", "poss of modifier bearer.poss bearer.modifier", "country place", required=True),
        relation=PlaceRelation.CAPITAL_OF,
        settle=_settle,
        place_kind=PlaceKind.CITY,
    ),
    frame(
        Containment,
        nouns("settlement", "region", "facility"),
        "NOUN",
        role("place", "of apposition bearer", "place -country", required=True),
        role("within", "poss modifier in", _CONTAINER, required=True),
        name="sort",
        settle=_settle,
    ),
    frame(
        Containment,
        "place",
        "MENTION",
        role("place", "self", "-country", required=True),
        role("within", "next in poss of modifier apposition", _CONTAINER, required=True),
        name="in",
        settle=_settle,
    ),
    frame(
        Containment,
        "place",
        "MENTION",
        role("place", "self", "-country", required=True),
        role("within", "near off outside beside", _CONTAINER, required=True),
        name="near",
        relation=PlaceRelation.NEAR,
        settle=_settle,
    ),
    frame(
        Containment,
        "locate situate base lie sit stand",
        "VERB",
        role("place", "subject object", "place", required=True),
        role("within", "in on at", _CONTAINER, required=True),
        name="locate",
        settle=_settle,
    ),
    frame(
        Containment,
        "locate situate lie sit",
        "VERB",
        role("place", "subject object", "place", required=True),
        role("within", "near off outside of from", _CONTAINER, required=True),
        name="near",
        relation=PlaceRelation.NEAR,
        settle=_settle,
    ),
    frame(
        Containment,
        "kilometer kilometre km mile hour",
        "NOUN",
        role("place", "bearer subject", "place", required=True),
        role("within", "from off of away_from", _CONTAINER, required=True),
        name="distance",
        relation=PlaceRelation.NEAR,
        settle=_settle,
    ),
    frame(
        Containment,
        "border neighbor neighbour adjoin",
        "VERB",
        role("place", "subject", "place country", required=True),
        role("within", "object", "place country", required=True),
        name="border",
        relation=PlaceRelation.NEAR,
        settle=_settle,
    ),
)
