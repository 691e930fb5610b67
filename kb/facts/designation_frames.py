"""How those whom a sanction names are told: designated, listed, taken off a list, barred, cut off."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.lexicon import verbs
from kb.facts.sanction import MARKS, Sanction, SanctionStatus, settle, taken_up
from kb.facts.sanction_roles import INSTRUMENT, ISSUERS, REASON, TARGETS

_WHY = "for object.for over because_of in_response_to object.in_response_to due_to"
_WHO = "subject subject.modifier subject.poss"
_DESIGNATING = "sanction blacklist embargo designate proscribe"
_OFF = "remove delete strike drop take exclude"
_SEVERAL = "object.=network|group|number|set|series|cell|ring|web"
_LISTED = dict.fromkeys("add place put name".split(), SanctionStatus.IMPOSED)


def _designate(triggers: str, name: str, target: Role, issuer: Role, *more: Role, **options: Any) -> Frame:
    """A frame on verbs that sanction whom they have for an object."""
    return frame(Sanction, triggers, "VERB", target, issuer, *more, name=name, settle=settle, **options)


def _list(triggers: str, name: str, *more: Role, under: str, **options: Any) -> Frame:
    """A frame on the lists of those sanctioned: "added X to its *blacklist*"."""
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role(
            "target",
            "verb.object.member verb.object verb.clause.subject verb.subject",
            TARGETS,
            required=True,
        ),
        role("issuer", "poss of modifier verb.subject verb.~by", ISSUERS, context=True),
        *more,
        REASON,
        name=name,
        settle=settle,
        under=under,
        **options,
    )


def _lists(triggers: str, measure: str, *more: Role) -> tuple[Frame, ...]:
    """Being put on lists, and being taken off."""
    return (
        _list(
            triggers,
            "list",
            *more,
            under="add include place put be remain appear name",
            marks={"status": _LISTED},
            measure=measure,
        ),
        _list(triggers, "off the list", *more, under=_OFF, measure=measure, status=SanctionStatus.LIFTED),
    )


FRAMES: tuple[Frame, ...] = (
    _designate(
        _DESIGNATING,
        "designate",
        role("target", f"object.member {_SEVERAL}.of object", TARGETS, required=True),
        role("issuer", f"{_WHO} ~by", ISSUERS, context=True),
        role("reason", _WHY, "-time", keep="of in for against with on to dobj prep"),
        INSTRUMENT,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    _designate(
        _DESIGNATING,
        "examples",
        role("target", "~including", "person organization", required=True),
        role("issuer", _WHO, ISSUERS, context=True),
        also=True,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "sanction sanctioned blacklist blacklisted",
        "ADJ",
        role("target", "bearer", "person organization", required=True),
        role("issuer", "modifier ~by", ISSUERS, context=True),
        name="sanctioned",
        settle=settle,
        measure="sanctions",
    ),
    _designate(
        "list relist",
        "listed",
        role("target", "object", f"{TARGETS} -country", required=True),
        role("issuer", f"{_WHO} ~by", ISSUERS, context=True),
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "list designation addition listing package",
        "NOUN",
        role(
            "target", "predicate.=include|comprise|cover|contain|feature|name.object", TARGETS, required=True
        ),
        role("issuer", "poss of modifier", ISSUERS, context=True),
        name="list includes",
        settle=settle,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "individual entity person company firm official target vessel group businessman banker designation",
        "NOUN",
        role("target", "member predicate.=include.object", TARGETS, required=True),
        role("issuer", "poss", ISSUERS, context=True),
        name="among those",
        settle=taken_up,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "designation listing blacklisting",
        "NOUN",
        role("target", "poss of", TARGETS, required=True),
        role("issuer", "by verb.subject", ISSUERS, context=True),
        role("list", "as", required=True),
        name="designation as",
        settle=settle,
        marks=MARKS,
        measure="designation",
    ),
    frame(
        Sanction,
        "resolution",
        "NOUN",
        role(
            "target",
            "verb.subject verb.subject.modifier verb.subject.poss verb.subject.of",
            "country",
            required=True,
        ),
        role("issuer", "modifier poss of", "organization", required=True),
        role("measure", "self", keep=""),
        name="resolution",
        settle=settle,
        under=verbs("violate"),
        status=SanctionStatus.VIOLATED,
    ),
    _designate(
        "delist",
        "delist",
        role("target", "object", TARGETS, required=True),
        role("issuer", _WHO, ISSUERS, context=True),
        status=SanctionStatus.LIFTED,
        measure="designation",
    ),
    _designate(
        "ban bar prohibit forbid",
        "bar",
        role("target", "object", "person organization country people actor", required=True),
        role("issuer", _WHO, "country organization person place", required=True),
        role("measure", "from object.from", "clause", keep="dobj prep"),
        role("reason", _WHY),
        status=SanctionStatus.IMPOSED,
    ),
    _designate(
        "ban outlaw proscribe",
        "outlaw",
        role("target", "object.bearer object", "organization", required=True),
        role("issuer", "subject in object.in", "country organization", required=True),
        measure="ban",
    ),
    _designate(
        "expel exclude disconnect remove eject cut bar suspend",
        "cut off",
        role("target", "object object.modifier", "country organization actor", required=True),
        role("issuer", f"{_WHO} ~by", ISSUERS, context=True),
        role("measure", "from.=SWIFT|Swift|swift off_from.=SWIFT|Swift|swift", required=True),
        status=SanctionStatus.IMPOSED,
    ),
    *_lists("list", "list of sponsors", role("list", "of.=sponsor|supporter", required=True)),
    *_lists(
        "list",
        "sanctions",
        role(
            "list",
            "modifier of.=those|target|entity|individual|person of.=terrorist|organization",
            "measure listed actor people",
            required=True,
        ),
    ),
    *_lists("blacklist", "blacklist"),
)
