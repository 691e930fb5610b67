"""Meeting: named actors met, visited or called each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import nouns, verbs
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


_WHO = "person organization country"
_WHERE = "place"

FRAMES: tuple[Frame, ...] = (
    frame(
        Meeting,
        "speak talk call telephone phone",
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "with to object", _WHO, required=True),
        role("manner", "by.phone on.phone", ""),
        name="phone",
        kind=MeetingKind.CALL,
    ),
    frame(
        Meeting,
        verbs("meet"),
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "with object", _WHO),
        role("place", "in at object.in object.at with.in", _WHERE),
        name="meet",
    ),
    frame(
        Meeting,
        verbs("host"),
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "object", _WHO, required=True),
        role("place", "in at", _WHERE),
        name="host",
    ),
    frame(
        Meeting,
        verbs("visit"),
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("place", "object", _WHERE, required=True),
        name="visit",
        kind=MeetingKind.VISIT,
    ),
    frame(
        Meeting,
        verbs("travel"),
        "VERB",
        role("participants", "subject", "person", required=True),
        role("place", "to in into at", _WHERE, required=True),
        name="travel",
        kind=MeetingKind.VISIT,
    ),
    frame(
        Meeting,
        nouns("visit"),
        "NOUN",
        role("participants", "poss by of verb.subject modifier", _WHO, required=True),
        role("place", "to in", _WHERE, required=True),
        name="trip",
        kind=MeetingKind.VISIT,
    ),
    frame(
        Meeting,
        nouns("call"),
        "NOUN",
        role("participants", "poss by of verb.subject", _WHO),
        role("participants", "with between to from", _WHO, required=True),
        name="call",
        kind=MeetingKind.CALL,
    ),
    frame(
        Meeting,
        nouns("encounter"),
        "NOUN",
        role("participants", "poss verb.subject", _WHO),
        role("participants", "with between of among verb.with", _WHO, required=True),
        role("place", "in at verb.in verb.at predicate.in predicate.at with.in", _WHERE),
        name="talks",
    ),
)
