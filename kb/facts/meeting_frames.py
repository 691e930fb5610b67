"""How encounters are told: meetings, visits and calls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.facts.frames import Candidate, Frame, Role, Values, frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.meeting import Meeting, MeetingKind

_WHO = "person organization country"
_COUNTERPART = "person organization country dignitary"
_DELEGATES = "=delegation|team|mission|diplomat|official|negotiator|envoy|lawmaker|minister"
_VISITOR = role(
    "participants",
    f"subject subject.verb.=lead|head.subject subject.{_DELEGATES}.from subject.{_DELEGATES}.of "
    f"subject.{_DELEGATES}.modifier",
    _WHO,
    required=True,
)
_LED = "of.verb.=lead|head.subject"
_DESTINATION = role("place", "to to.of", "place", required=True)
_PLACE = role("place", "in at verb.in verb.at predicate.in predicate.at with.in between.in", "place")
_VISITS = "visit trip tour journey mission swing pilgrimage"
_MAKING = "make pay begin start end finish conclude complete cut cancel postpone plan undertake have arrive"
_SPEAKING = "speak talk telephone phone call"


def _settle(values: Values, candidate: Candidate) -> Values | list[Values] | None:
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
        return None
    named = tuple(person for person in people if not person.split()[-1].islower())
    if kind is MeetingKind.MEETING and len(named) > 1:
        values = {**values, "participants": named}
    callers = _callers(candidate)
    if kind is MeetingKind.MEETING or callers != 1:
        return values
    return [{**values, "participants": (people[0], other)} for other in people[1:]]


def _callers(candidate: Candidate) -> int:
    """How many of the participants stand on the calling side."""
    found = candidate.fillers["participants"]
    paths = [filler.path for filler in found] if isinstance(found, tuple) else []
    return sum(path.endswith(("subject", "poss", "by")) for path in paths)


def _meeting(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame whose facts must have enough participants."""
    return frame(Meeting, triggers, pos, *roles, settle=_settle, **options)


def _visit(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    return _meeting(triggers, pos, *roles, kind=MeetingKind.VISIT, **options)


def _call(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    return _meeting(triggers, pos, *roles, kind=MeetingKind.CALL, **options)


FRAMES: tuple[Frame, ...] = (
    _call(
        _SPEAKING,
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "with to", _COUNTERPART, required=True),
        name="speak",
    ),
    _call(
        "speak talk",
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role(
            "manner",
            "by.=phone|telephone|video on.=phone|telephone|line over.=phone|telephone",
            required=True,
        ),
        name="speak by phone",
    ),
    _call(
        "telephone phone call ring",
        "VERB",
        role("participants", "subject", "person", required=True),
        role("participants", "object", "person", required=True),
        name="phone",
    ),
    _meeting(
        verbs("meet"),
        "VERB",
        role("participants", f"subject subject.of subject.{_DELEGATES}.modifier", _WHO, required=True),
        role("participants", "with object", _COUNTERPART),
        role("place", "in at with.in with.at object.in object.at subject.in", "place"),
        name="meet",
    ),
    _meeting(
        "sit+down",
        "VERB",
        role("participants", "subject", _WHO, required=True),
        role("participants", "with", _COUNTERPART, required=True),
        role("place", "in at", "place"),
        name="sit down",
    ),
    _meeting(
        verbs("host"),
        "VERB",
        role("participants", "subject subject.of", "person country", required=True),
        role("participants", "object", "person dignitary", required=True),
        role("place", "in at to subject.in object.in", "place"),
        name="host",
    ),
    _visit(
        verbs("visit"),
        "VERB",
        _VISITOR,
        role("place", "object object.of", "place", required=True),
        name="visit",
    ),
    _visit("travel fly head go journey", "VERB", _VISITOR, _DESTINATION, name="travel"),
    _visit(
        "arrive land",
        "VERB",
        _VISITOR,
        role("place", "in at in.of", "place", required=True),
        name="arrive",
    ),
    _visit(
        "send dispatch",
        "VERB",
        role("envoy", "object", "dignitary person", required=True),
        role("participants", "object", "person"),
        role("place", "to to.of", "place", required=True),
        role("participants", "subject", "country organization"),
        name="send",
    ),
    _visit(
        _VISITS,
        "NOUN",
        role("participants", f"poss by {_LED} to.{_LED} of to.of", _WHO, required=True),
        _DESTINATION,
        name="visit",
    ),
    _visit(
        _VISITS,
        "NOUN",
        role("participants", "verb.subject from", _WHO, required=True),
        _DESTINATION,
        name="pay visit",
        under=_MAKING,
    ),
    _visit(
        _VISITS,
        "NOUN",
        role("participants", "verb.subject holder modifier", _WHO, required=True),
        _DESTINATION,
        name="on visit",
        after="during on after for following before from",
    ),
    _visit(
        "stop stopover stay layover arrival tour",
        "NOUN",
        role("participants", "poss by of verb.subject", _WHO, required=True),
        role("place", "in at", "place", required=True),
        name="stop",
    ),
    _call(nouns("call"), "NOUN", role("participants", "between", _WHO, required=True), name="call between"),
    _call(
        nouns("call"),
        "NOUN",
        role("participants", "poss by verb.by verb.subject", _WHO, required=True),
        role("participants", "with to verb.to verb.with", _COUNTERPART, required=True),
        name="call",
    ),
    _meeting(
        nouns("encounter"),
        "NOUN",
        role(
            "participants",
            "between among predicate.=involve|include|gather.object",
            _COUNTERPART,
            required=True,
        ),
        _PLACE,
        name="talks between",
    ),
    _meeting(
        nouns("encounter"),
        "NOUN",
        role("participants", "poss verb.subject", _WHO, required=True),
        role("participants", "with verb.with", _COUNTERPART, required=True),
        _PLACE,
        name="talks",
    ),
    _meeting(
        nouns("encounter"),
        "NOUN",
        role("participants", "verb.subject verb.subject.of", _COUNTERPART, required=True),
        _PLACE,
        name="hold talks",
        under="hold have start begin open conclude finish resume",
    ),
    _meeting(
        nouns("encounter"),
        "NOUN",
        role("participants", "of of.of modifier", _WHO, required=True),
        role("participants", "with verb.with", _COUNTERPART),
        _PLACE,
        name="talks of",
    ),
)
