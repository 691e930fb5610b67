"""Affiliation: a person or organization belongs to a country or organization, or is based there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Values, frame, role
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
    LASTS = True

    member: Name = slot(key=True, required=True)
    of: Name = slot(key=True, required=True)
    relation: AffiliationRelation = slot(default=AffiliationRelation.MEMBER_OF)


_TITLED = "title apposition"
_PERSON = role("member", "self", "person", required=True)
_BODY = role("member", "self", "organization", required=True)


def _through(*prepositions: str) -> str:
    """The paths from a name to what it belongs to: its own, and those of the nouns that describe it."""
    own = ("poss", "modifier", *prepositions)
    return " ".join([*own, *(f"{noun}.{step}" for noun in _TITLED.split() for step in own)])


def _settle(values: Values, candidate: Candidate) -> Values | None:
    return None if values["member"] == values["of"] else values


FRAMES: tuple[Frame, ...] = (
    frame(
        Affiliation,
        "person",
        "MENTION",
        _PERSON,
        role("of", f"{_through('of', 'from')}", "country", required=True),
        name="person-of-country",
        relation=AffiliationRelation.CITIZEN_OF,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "person",
        "MENTION",
        _PERSON,
        role(
            "of",
            f"{_through('of', 'at', 'from', 'with', 'for')} apposition title.of.apposition",
            "organization",
            required=True,
        ),
        name="person-of-body",
        relation=AffiliationRelation.MEMBER_OF,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "citizen national native resident",
        "NOUN",
        role("member", "bearer", "person", required=True),
        role("of", "of modifier poss", "country", required=True),
        relation=AffiliationRelation.CITIZEN_OF,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "member ally partner affiliate branch arm wing subsidiary unit division offshoot faction",
        "NOUN",
        role("member", "bearer", "person organization country", required=True),
        role("of", "of poss modifier", "organization", required=True),
        relation=AffiliationRelation.MEMBER_OF,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "organization",
        "MENTION",
        _BODY,
        role("of", f"{_through('in', 'of', 'from')} next", "country place", required=True),
        name="body-of-place",
        relation=AffiliationRelation.BASED_IN,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "base headquarter",
        "VERB",
        role("member", "object", "organization person", required=True),
        role("of", "in subject", "country place", required=True),
        relation=AffiliationRelation.BASED_IN,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "work serve study teach belong",
        "VERB",
        role("member", "subject", "person", required=True),
        role("of", "for at with in to", "organization", required=True),
        relation=AffiliationRelation.MEMBER_OF,
        settle=_settle,
    ),
    frame(
        Affiliation,
        "join",
        "VERB",
        role("member", "subject", "person country organization", required=True),
        role("of", "object", "organization", required=True),
        relation=AffiliationRelation.MEMBER_OF,
        settle=_settle,
    ),
)
