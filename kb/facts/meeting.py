"""Meeting: named actors met, visited or called each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Values, frame, role
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
_COUNTERPART = "person organization country dignitary"
_VISITOR = role(
    "participants", "subject subject.from subject.of subject.modifier subject.led_by", _WHO, required=True
)
_PLACE = role("place", "in at verb.in verb.at predicate.in predicate.at with.in between.in", "place")


def _settle(values: Values, candidate: Candidate) -> Values | None:
    """A meeting takes two; a visit one and a place that is not the visitor."""
    people, place = values.get("participants", ()), values.get("place")
    if values.get("kind") is MeetingKind.VISIT:
        return values if people and place and place not in people else None
    return values if len(people) > 1 else None


FRAMES: tuple[Frame, ...] = (
    frame(
        Meeting,
        "speak telephone phone call",
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "with to", _COUNTERPART, required=True),
        name="speak",
        kind=MeetingKind.CALL,
        settle=_settle,
    ),
    frame(
        Meeting,
        "telephone phone call ring",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        name="phone",
        kind=MeetingKind.CALL,
        settle=_settle,
    ),
    frame(
        Meeting,
        verbs("meet"),
        "VERB",
        role("participants", "subject subject.of", _WHO, required=True),
        role("participants", "with object", _COUNTERPART),
        role("place", "in at with.in with.at object.in object.at", "place"),
        name="meet",
        settle=_settle,
    ),
    frame(
        Meeting,
        verbs("host"),
        "VERB",
        role("participants", "subject", "person country", required=True),
        role("participants", "object", "person country dignitary", required=True),
        role("place", "in at to", "place"),
        name="host",
        settle=_settle,
    ),
    frame(
        Meeting,
        verbs("visit"),
        "VERB",
        _VISITOR,
        role("place", "object object.of", "place", required=True),
        name="visit",
        kind=MeetingKind.VISIT,
        settle=_settle,
    ),
    frame(
        Meeting,
        "travel fly head go journey",
        "VERB",
        _VISITOR,
        role("place", "to to.of", "place", required=True),
        name="travel",
        kind=MeetingKind.VISIT,
        settle=_settle,
    ),
    frame(
        Meeting,
        "arrive land",
        "VERB",
        _VISITOR,
        role("place", "in at in.of", "place", required=True),
        name="arrive",
        kind=MeetingKind.VISIT,
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("visit"),
        "NOUN",
        role("participants", "poss by of of.led_by verb.subject from modifier", _WHO, required=True),
        role("place", "to in to.of", "place", required=True),
        name="visit",
        kind=MeetingKind.VISIT,
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("call"),
        "NOUN",
        role("participants", "between", _WHO, required=True),
        name="call between",
        kind=MeetingKind.CALL,
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("call"),
        "NOUN",
        role("participants", "poss by verb.subject verb.by", _WHO, required=True),
        role("participants", "with to verb.to verb.with", _COUNTERPART, required=True),
        name="call",
        kind=MeetingKind.CALL,
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("encounter"),
        "NOUN",
        role("participants", "between among", _COUNTERPART, required=True),
        _PLACE,
        name="talks between",
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("encounter"),
        "NOUN",
        role("participants", "poss verb.subject", _WHO, required=True),
        role("participants", "with verb.with", _COUNTERPART, required=True),
        _PLACE,
        name="talks",
        settle=_settle,
    ),
    frame(
        Meeting,
        nouns("encounter"),
        "NOUN",
        role("participants", "of modifier", _WHO, required=True),
        role("participants", "with verb.with", _COUNTERPART),
        _PLACE,
        name="talks of",
        settle=_settle,
    ),
)
