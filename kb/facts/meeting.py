"""Meeting: named actors met, visited or called each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kb.facts.base import Claim, Fact, slot
from kb.model import Name, PartialDate


class MeetingKind(StrEnum):
    """The form of the encounter."""

    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"


@dataclass(frozen=True, kw_only=True)
class Meeting(Fact):
    """`participants` (the visitor first) met at `place` on `date`."""

    TYPE = "meeting"
    DIRECT = "metWith"
    ENDS = ("participants", "participants")
    ROLES = ("visitor",)

    participants: tuple[Name, ...] = slot(key=True, required=True)
    place: Name | None = slot(key=True)
    date: PartialDate | None = slot(key=True)
    kind: MeetingKind = slot(default=MeetingKind.MEETING)

    def event(self) -> tuple[Any, ...] | None:
        """Who met where: people come together in one place more than once, but rarely in one text."""
        return None if self.place is None else (self.participants, self.place, self.kind)

    @property
    def visitor(self) -> Name | None:
        """Who came, where this is a visit."""
        return self.participants[0] if self.kind is MeetingKind.VISIT and self.participants else None


def unify(claims: Iterable[Claim]) -> list[Claim]:
    """The claims; a meeting told of without place and date is the one of the same people that has them."""
    found = list(claims)
    known = [
        claim
        for claim in found
        if isinstance(claim.fact, Meeting) and (claim.fact.place is not None or claim.date is not None)
    ]
    return [_placed(claim, known) for claim in found]


def _placed(claim: Claim, known: Sequence[Claim]) -> Claim:
    fact = claim.fact
    if not isinstance(fact, Meeting) or fact.place is not None or fact.kind is not MeetingKind.MEETING:
        return claim
    for other in known:
        meeting = other.fact
        if not isinstance(meeting, Meeting) or meeting.kind is not fact.kind or other is claim:
            continue
        same = len(fact.participants) > 1 and set(fact.participants) <= set(meeting.participants)
        if same and claim.modality is other.modality and claim.date in (None, other.date):
            return replace(claim, fact=meeting, date=other.date)
    return claim
