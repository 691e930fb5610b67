"""Affiliation: a person or organization belongs to a country or organization, or is based there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
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


FRAMES: tuple[Frame, ...] = ()
