"""Meeting: named actors met, visited or called each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
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

    participants: tuple[Name, ...] = slot(key=True, required=True)
    place: Name | None = slot(key=True)
    date: PartialDate | None = slot(key=True)
    kind: MeetingKind = slot(default=MeetingKind.MEETING)


FRAMES: tuple[Frame, ...] = ()
