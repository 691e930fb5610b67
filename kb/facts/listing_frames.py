"""How lists of those sanctioned are told: put on, taken off, what a list names, who is among those named."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.sanction import MARKS, Sanction, SanctionStatus, listed, settle, taken_up
from kb.facts.sanction_roles import ISSUERS, REASON, TARGETS

_OFF = "remove delete strike drop take exclude"
_DRAWN_UP = "issue publish release unveil announce expand draw have keep maintain"
_LISTED = dict.fromkeys("add place put name".split(), SanctionStatus.IMPOSED)
_THOSE = (
    "individual entity person company firm official target vessel group businessman banker designation bank "
    "ship tanker leader oligarch lawmaker officer commander organization organisation citizen national figure"
)


def _list(triggers: str, name: str, *more: Role, under: str, **options: Any) -> Frame:
    """A frame on the lists of those sanctioned: "added X to its *blacklist*"."""
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role(
            "target",
            "verb.object.member verb.object verb.object.of verb.indirect verb.subject verb.clause.subject",
            TARGETS,
            required=True,
        ),
        role("issuer", "poss of modifier verb.subject verb.subject.poss verb.~by", ISSUERS, context=True),
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
    frame(
        Sanction,
        "list blacklist designation addition listing package",
        "NOUN",
        role(
            "target",
            "predicate.=include|comprise|cover|contain|feature|name|mention.object",
            TARGETS,
            required=True,
        ),
        role("issuer", "poss of modifier", ISSUERS, context=True),
        name="list includes",
        settle=listed,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        _THOSE,
        "NOUN",
        role(
            "target",
            "member predicate.=include.object predicate.=be.attribute",
            TARGETS,
            required=True,
        ),
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
        "sanctioning blacklisting delisting designation",
        "NOUN",
        role("target", "of", TARGETS, required=True),
        role("issuer", "by poss modifier", ISSUERS, context=True),
        name="sanctioning",
        settle=settle,
        marks=MARKS,
        measure="designation",
    ),
    frame(
        Sanction,
        "blacklist",
        "NOUN",
        role("target", "of", TARGETS, required=True),
        role("issuer", "poss verb.subject", ISSUERS, required=True),
        name="list of",
        settle=settle,
        under=_DRAWN_UP,
        status=SanctionStatus.IMPOSED,
        measure="blacklist",
    ),
    frame(
        Sanction,
        "list blacklist",
        "NOUN",
        role("target", "verb.by", TARGETS, required=True),
        role("issuer", "verb.subject verb.subject.poss poss", ISSUERS, required=True),
        role("list", "modifier self", "listed embargo", required=True),
        name="list grows",
        settle=settle,
        under="expand extend enlarge widen",
        status=SanctionStatus.IMPOSED,
        measure="designation",
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
