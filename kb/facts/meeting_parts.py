"""What the frames of encounters share: who takes part, for whom, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Frame, Role, Values, frame, role
from kb.facts.geography import countries_of, is_country
from kb.facts.lexicon import nouns
from kb.facts.meeting import Meeting, MeetingKind
from kb.gazetteer import builtin
from kb.model import IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Token

WHO = "person organization country"
COUNTERPART = "person organization country dignitary"
DELEGATES = "=" + "|".join(
    sorted(nouns("dignitary") | {"team", "mission", "delegate", "government", "representative", "head"})
)
"""Those who meet for the state or body that they are "of", "from", or named after."""
_CALLS = nouns("call")
_ASKING = frozenset("anchor columnist correspondent interviewer journalist presenter reporter".split())
GATHERINGS = frozenset({"verb:meet", "verb:gather"})
"""Frames in which one body may be all who meet."""
LED = "verb.=lead|head.subject"
ENCOUNTERS = "|".join(sorted(nouns("encounter")))
SIDE_BY_SIDE = "alongside beside next_to"
WITHIN = "after before during following in at on for over by"
"""Prepositions that put an encounter into the clause of somebody who takes part in it."""
OCCASIONS = f"{ENCOUNTERS}|ceremony|inauguration|funeral|opening|parade|celebration|coronation|assembly|expo"
"""What somebody is at a place for."""


def sides(*starts: str) -> str:
    """Paths to those at the end of each path of `starts`, or else to those for whom they are there."""
    steps = ("of.of", "of", "from", "poss", "modifier")
    ends = ("", *(f".{DELEGATES}.{step}" for step in steps))
    return " ".join(f"{start}{end}" for start in starts for end in ends)


def settle(values: Values, candidate: Candidate) -> Values | list[Values] | None:
    """A meeting takes two; a visit one and a place that is not the visitor; a call is with one at a time."""
    people, place = _without_press(values.get("participants", ()), candidate), values.get("place")
    values = {**values, "participants": people}
    kind = values.get("kind", MeetingKind.MEETING)
    if kind is MeetingKind.VISIT:
        if candidate.frame.name == "verb:travel" and _is_carried(candidate.trigger):
            return None
        return values if people and place and place not in people else None
    if candidate.frame.name == "verb:phone" and _calls_names(candidate.trigger):
        return None
    if candidate.frame.name == "verb:discuss" and any(w.lemma_ in _CALLS for w in candidate.trigger.sent):
        return None
    if len(people) < 2:
        alone = bool(people) and (_is_body(candidate) or _is_abroad(candidate, people[0], place))
        return values if place and alone else None
    named = tuple(person for person in people if not person.split()[-1].islower())
    if kind is MeetingKind.MEETING and len(named) > 1:
        values = {**values, "participants": named}
    callers = _callers(candidate)
    if kind is MeetingKind.MEETING or callers != 1:
        return values
    return [{**values, "participants": (people[0], other)} for other in people[1:]]


def _without_press(people: tuple[Name, ...], candidate: Candidate) -> tuple[Name, ...]:
    """The participants but for those who only ask: "spoke to *CNN*" tells of an interview."""
    found = candidate.fillers.get("participants")
    fillers = found if isinstance(found, tuple) else (found,)
    asking = {
        one.individual.name
        for one in fillers
        if isinstance(one, Filler) and one.individual is not None and _is_press(one)
    }
    return tuple(name for name in people if name not in asking)


def _is_press(filler: Filler) -> bool:
    token = filler.token
    titles = [child for child in token.children if child.dep_ in ("compound", "appos", "nmod")]
    titles += [token.head] if token.dep_ == "appos" else []
    assert filler.individual is not None
    media = any(entry.subtype == "media" for entry in builtin().entries(filler.individual.name))
    return media or any(title.lemma_.lower() in _ASKING for title in titles)


def _calls_names(verb: Token) -> bool:
    """Whether somebody is called something: "called him *a thief*"."""
    return any(child.dep_ in ("oprd", "attr", "ccomp", "xcomp") for child in verb.rights)


def _is_body(candidate: Candidate) -> bool:
    """Whether those who meet are one body, whose members do: "the Council met in Geneva"."""
    found = candidate.fillers["participants"]
    first = found[0] if isinstance(found, tuple) else found
    body = first.individual is not None and first.individual.kind is IndividualKind.ORGANIZATION
    return body and first.path.startswith("subject") and candidate.frame.name in GATHERINGS


def _is_abroad(candidate: Candidate, state: str, place: str | None) -> bool:
    """Whether those of one state hold talks outside it, with whomever the text leaves open."""
    held = candidate.frame.name == "noun:hold talks" and is_country(state) and place is not None
    return held and countries_of(state).isdisjoint(countries_of(place or ""))


def _is_carried(verb: Token) -> bool:
    """Whether something is flown there, or travel is only spoken of: "restrictions on *flying* to Cuba"."""
    spoken_of = verb.dep_ == "pcomp" and verb.head.head.pos_ == "NOUN"
    return spoken_of or any(child.dep_ == "dobj" for child in verb.children)


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
