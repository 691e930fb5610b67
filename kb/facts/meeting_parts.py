"""What the frames of encounters share: who takes part, for whom, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.facts.frames import Candidate, Frame, Role, Values, frame, role
from kb.facts.lexicon import nouns
from kb.facts.meeting import Meeting, MeetingKind
from kb.model import IndividualKind

WHO = "person organization country"
COUNTERPART = "person organization country dignitary"
DELEGATES = "=" + "|".join(
    sorted(nouns("dignitary") | {"team", "mission", "delegate", "government", "representative", "head"})
)
"""Those who meet for the state or body that they are "of", "from", or named after."""
LED = "verb.=lead|head.subject"
ENCOUNTERS = "|".join(sorted(nouns("encounter")))
OCCASIONS = f"{ENCOUNTERS}|ceremony|inauguration|funeral|opening|parade|celebration|coronation|assembly|expo"
"""What somebody is at a place for."""


def sides(*starts: str) -> str:
    """Paths to those at the end of each path of `starts`, or else to those for whom they are there."""
    steps = ("of.of", "of", "from", "poss", "modifier")
    ends = ("", *(f".{DELEGATES}.{step}" for step in steps))
    return " ".join(f"{start}{end}" for start in starts for end in ends)


def settle(values: Values, candidate: Candidate) -> Values | list[Values] | None:
    """A meeting takes two; a visit one and a place that is not the visitor; a call is with one at a time."""
    people, place = values.get("participants", ()), values.get("place")
    kind = values.get("kind", MeetingKind.MEETING)
    if kind is MeetingKind.VISIT:
        if candidate.frame.name == "verb:travel" and any(
            c.dep_ == "dobj" for c in candidate.trigger.children
        ):
            return None  # what is flown there does not visit
        return values if people and place and place not in people else None
    if len(people) < 2:
        return values if place and people and _is_body(candidate) else None
    named = tuple(person for person in people if not person.split()[-1].islower())
    if kind is MeetingKind.MEETING and len(named) > 1:
        values = {**values, "participants": named}
    callers = _callers(candidate)
    if kind is MeetingKind.MEETING or callers != 1:
        return values
    return [{**values, "participants": (people[0], other)} for other in people[1:]]


def _is_body(candidate: Candidate) -> bool:
    """Whether those who meet are one body, whose members do: "the Council met in Geneva"."""
    found = candidate.fillers["participants"]
    first = found[0] if isinstance(found, tuple) else found
    body = first.individual is not None and first.individual.kind is IndividualKind.ORGANIZATION
    return body and first.path == "subject" and candidate.frame.name == "verb:meet"


def _callers(candidate: Candidate) -> int:
    """How many of the participants stand on the calling side."""
    found = candidate.fillers["participants"]
    paths = [filler.path for filler in found] if isinstance(found, tuple) else []
    return sum(path.endswith(("subject", "poss", "by")) for path in paths)


def meeting(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame whose facts must have enough participants."""
    return frame(Meeting, triggers, pos, *roles, settle=settle, **options)


def visit(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame of visits: one participant and a place are enough."""
    return meeting(triggers, pos, *roles, kind=MeetingKind.VISIT, **options)


def call(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame of calls."""
    return meeting(triggers, pos, *roles, kind=MeetingKind.CALL, **options)


def party(*starts: str, types: str = WHO, required: bool = True) -> Role:
    """The participants on one side of an encounter."""
    return role("participants", sides(*starts), types, required=required)
