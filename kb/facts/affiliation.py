"""Affiliation: a person or organization belongs to a country or organization, or is based there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame, frame, role
from kb.model import Name


class AffiliationRelation(StrEnum):
    """The way of belonging."""

    CITIZEN_OF = "citizen_of"
    MEMBER_OF = "member_of"
    BASED_IN = "based_in"
    PART_OF = "part_of"


@dataclass(frozen=True, kw_only=True)
class Affiliation(Fact):
    """`member` belongs to `of` in the way that `relation` says."""

    TYPE = "affiliation"
    DIRECT = "memberOf"
    ENDS = ("member", "of")

    member: Name = slot(key=True, required=True)
    of: Name = slot(key=True, required=True)
    relation: AffiliationRelation = slot(default=AffiliationRelation.MEMBER_OF)


FRAMES: tuple[Frame, ...] = (
    frame(
        Affiliation,
        "citizen national native resident",
        "NOUN",
        role("member", "bearer", "person", required=True),
        role("of", "of modifier", "country", required=True),
        relation=AffiliationRelation.CITIZEN_OF,
    ),
    frame(
        Affiliation,
        "member ally partner affiliate branch arm wing subsidiary unit division",
        "NOUN",
        role("member", "bearer", "person organization country", required=True),
        role("of", "of poss modifier", "organization", required=True),
        relation=AffiliationRelation.MEMBER_OF,
    ),
    frame(
        Affiliation,
        "person",
        "MENTION",
        role("member", "self", required=True),
        role("of", "of from modifier poss apposition", "organization", required=True),
        name="person-of",
        relation=AffiliationRelation.MEMBER_OF,
    ),
    frame(
        Affiliation,
        "base headquarter",
        "VERB",
        role("member", "object subject", "organization person", required=True),
        role("of", "in", "country place", required=True),
        relation=AffiliationRelation.BASED_IN,
    ),
    frame(
        Affiliation,
        "organization",
        "MENTION",
        role("member", "self", required=True),
        role("of", "poss modifier in next of", "country place", required=True),
        name="organization-in",
        relation=AffiliationRelation.BASED_IN,
    ),
    frame(
        Affiliation,
        "join",
        "VERB",
        role("member", "subject", "person country organization", required=True),
        role("of", "object", "organization", required=True),
        relation=AffiliationRelation.MEMBER_OF,
    ),
)
