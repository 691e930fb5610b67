"""Sanction: an authority restricts a target's trade, assets or movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, ClassVar, Self

from kb.facts.base import Fact, slot
from kb.facts.frames import Candidate, Frame, Role, Values, frame, role
from kb.facts.lexicon import nouns, verbs
from kb.model import Modality, Name, Text


class SanctionStatus(StrEnum):
    """Where the sanction stands at the document's date."""

    IN_FORCE = "in_force"
    IMPOSED = "imposed"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    EXTENDED = "extended"
    EASED = "eased"
    LIFTED = "lifted"
    VIOLATED = "violated"


@dataclass(frozen=True, kw_only=True)
class Sanction(Fact):
    """`issuer` sanctions `target` by `measure` ("arms embargo") for `reason` under `instrument`."""

    TYPE = "sanction"
    DIRECT = "sanctions"
    ENDS = ("issuer", "target")
    UNREAL: ClassVar = {
        SanctionStatus.PROPOSED: Modality.PLANNED,
        SanctionStatus.THREATENED: Modality.POSSIBLE,
    }
    PERFORMER = "issuer"

    issuer: Name | None = slot(key=True)
    target: Name = slot(key=True, required=True)
    measure: Text | None = slot(key=True)
    reason: Text | None = slot()
    instrument: Text | None = slot()
    status: SanctionStatus = slot(default=SanctionStatus.IN_FORCE)

    def told(self, modality: Modality) -> Self:
        """A sanction that is still to come is a proposal, one that may come a threat."""
        if self.status is not SanctionStatus.IMPOSED or modality not in _TO_COME:
            return self
        return replace(self, status=_TO_COME[modality])


_STATUS = {
    **dict.fromkeys(verbs("propose"), SanctionStatus.PROPOSED),
    **dict.fromkeys(verbs("impose"), SanctionStatus.IMPOSED),
    **dict.fromkeys(verbs("extend"), SanctionStatus.EXTENDED),
    **dict.fromkeys(verbs("ease"), SanctionStatus.EASED),
    **dict.fromkeys(verbs("lift"), SanctionStatus.LIFTED),
    **dict.fromkeys(verbs("threaten"), SanctionStatus.THREATENED),
    **dict.fromkeys(verbs("violate"), SanctionStatus.VIOLATED),
    **dict.fromkeys(("maintain", "keep", "remain", "enforce", "retain"), SanctionStatus.IN_FORCE),
}
_TO_COME = {Modality.PLANNED: SanctionStatus.PROPOSED, Modality.POSSIBLE: SanctionStatus.THREATENED}
_MARKS = {"status": _STATUS}
_ISSUERS = "organization country person place"
_TARGETS = "actor place people other"
_RESTRICTED = nouns("restricted")
_MEASURES = (
    "sanction",
    "embargo",
    "blockade",
    "boycott",
    "blacklisting",
    *(f"{what}+{curb}" for what in sorted(_RESTRICTED) for curb in sorted(nouns("curb"))),
)
_DEEDS = verbs("impose", "extend", "ease", "lift", "freeze")
_FORBIDDING = verbs("ban") - {"halt", "suspend", "stop", "cut", "deny"}
_TO_WHOM = (
    "on against toward towards verb.on verb.against predicate.on predicate.against bearer.on bearer.against "
    "predicate.=target|hit|cover.object predicate.=aim|direct.at verb.complement.=target|hit.object on.poss "
    "on.modifier against.modifier"
)
_BY_WHOM = (
    "by poss verb.subject verb.subject.modifier verb.subject.poss from of modifier bearer.of bearer.poss"
)
_WHY = "for object.for over because_of in_response_to object.in_response_to due_to"
_REASON = role(
    "reason",
    "for over because_of in_response_to due_to verb.for verb.over verb.because_of verb.in_response_to "
    "on.in_response_to verb.on.in_response_to verb.on.for",
    "-country -person -time",
    keep="of in for against with on to dobj prep",
)
_INSTRUMENT = role(
    "instrument", "under pursuant_to verb.under verb.pursuant_to", "instrument", keep="of appos"
)
_MEASURE = role("measure", "self")


def _settle(values: Values, candidate: Candidate) -> Values | None:
    """An authority does not sanction itself, and bans of smoking or parking are no sanctions."""
    return None if values.get("issuer") == values.get("target") else values


def _measure(name: str, target: Role, issuer: Role, **options: Any) -> Frame:
    """A frame on the nouns for measures."""
    return frame(
        Sanction,
        _MEASURES,
        "NOUN",
        target,
        issuer,
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name=name,
        settle=_settle,
        **options,
    )


def _trade(name: str, triggers: str, target: str, issuer: str = "verb.subject", **options: Any) -> Frame:
    """A frame on trade that somebody forbids: "bans *imports* of coal from X"."""
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role("target", target, "country organization place people actor", required=True),
        role("issuer", issuer, _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        role("measure", "self", keep="of"),
        name=name,
        settle=_settle,
        **options,
    )


_FOREIGN_ISSUER = role("issuer", "by from of modifier bearer.of bearer.poss", _ISSUERS, context=True)

FRAMES: tuple[Frame, ...] = (
    _measure(
        "face",
        role("target", "verb.subject", _TARGETS, required=True),
        _FOREIGN_ISSUER,
        under="face confront endure suffer weather withstand incur risk escape dodge",
        marks={"status": {"risk": SanctionStatus.THREATENED}},
    ),
    _measure(
        "under",
        role("target", "holder", _TARGETS, required=True),
        _FOREIGN_ISSUER,
        after="under",
    ),
    _measure(
        "hit",
        role("target", "on against verb.object", _TARGETS, required=True),
        role("issuer", "by from of modifier verb.subject", _ISSUERS, context=True),
        under="hit target strike cripple squeeze batter isolate subject place put slap threaten punish "
        "penalize penalise pressure affect constrain",
        marks={
            "status": {
                "threaten": SanctionStatus.THREATENED,
                **dict.fromkeys("place put slap punish penalize penalise".split(), SanctionStatus.IMPOSED),
            }
        },
    ),
    _measure(
        "join",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", "verb.subject", _ISSUERS, required=True),
        under="join mirror match follow adopt copy align back_up",
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "tariff levy duty",
        "NOUN",
        role("target", "on against on.modifier on.poss on.from verb.on", "country place", required=True),
        role("issuer", "by poss verb.subject modifier from", _ISSUERS, context=True),
        _REASON,
        _MEASURE,
        name="tariff",
        settle=_settle,
        under=verbs("impose", "threaten", "lift", "ease", "extend"),
        marks=_MARKS,
    ),
    _measure(
        "impose",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", _BY_WHOM, _ISSUERS, context=True),
        under=_DEEDS,
        marks=_MARKS,
    ),
    _measure(
        "measure",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", "by poss from of modifier bearer.of bearer.poss", _ISSUERS, context=True),
        marks=_MARKS,
    ),
    frame(
        Sanction,
        "measure restriction penalty designation package order countermeasure",
        "NOUN",
        role(
            "target",
            "predicate.=target|hit|freeze|block|aim.object predicate.=aim.at",
            _TARGETS,
            required=True,
        ),
        role("issuer", "by poss from of modifier verb.subject", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="targeting",
        settle=_settle,
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "sanction blacklist embargo designate proscribe",
        "VERB",
        role("target", "object", _TARGETS, required=True),
        role("issuer", "subject subject.modifier subject.poss", _ISSUERS, context=True),
        role("reason", _WHY, "-time", keep="of in for against with on to dobj prep"),
        role("instrument", "under pursuant_to", "instrument", keep="of appos"),
        name="designate",
        settle=_settle,
        status=SanctionStatus.IMPOSED,
        measure="designation",
    ),
    frame(
        Sanction,
        "ban bar prohibit forbid",
        "VERB",
        role("target", "object", "person organization country people actor", required=True),
        role(
            "issuer",
            "subject subject.modifier subject.poss",
            "country organization person place",
            required=True,
        ),
        role("measure", "from object.from", "clause", keep="dobj prep"),
        role("reason", _WHY),
        name="bar",
        settle=_settle,
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "ban outlaw proscribe",
        "VERB",
        role("target", "object.bearer object", "organization", required=True),
        role("issuer", "subject in object.in", "country organization", required=True),
        name="outlaw",
        settle=_settle,
        measure="ban",
    ),
    frame(
        Sanction,
        "asset property account fund holding reserve",
        "NOUN",
        role("target", "of poss belonging_to of.modifier modifier verb.of", _TARGETS, required=True),
        role("issuer", "verb.subject", _ISSUERS, context=True),
        _REASON,
        _MEASURE,
        name="assets",
        under=verbs("freeze"),
        settle=_settle,
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "exports",
        "export sale shipment delivery transfer supply",
        "to verb.to",
        under=_FORBIDDING,
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "imports",
        "import purchase trade transaction investment travel flight tourism",
        "from verb.from with in to into modifier",
        under=_FORBIDDING,
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "ban on trade",
        "ban restriction curb prohibition limit control moratorium",
        "on.to on.from on.with on.against on.into on.across on.in on.of.modifier on.modifier against",
        "by poss verb.subject from modifier",
        marks=_MARKS,
        under=_DEEDS | verbs("propose"),
    ),
    frame(
        Sanction,
        "list blacklist",
        "NOUN",
        role("target", "verb.object verb.subject", _TARGETS, required=True),
        role("issuer", "poss of modifier verb.subject", _ISSUERS, context=True),
        role("list", "modifier", "measure", required=True),
        _REASON,
        name="list",
        settle=_settle,
        under="add include place put be remain appear name",
        marks={"status": dict.fromkeys("add place put name".split(), SanctionStatus.IMPOSED)},
        measure="sanctions",
    ),
    frame(
        Sanction,
        "blacklist",
        "NOUN",
        role("target", "verb.object verb.subject", _TARGETS, required=True),
        role("issuer", "poss of modifier verb.subject", _ISSUERS, context=True),
        _REASON,
        name="blacklist",
        settle=_settle,
        under="add include place put be remain appear name",
        marks={"status": dict.fromkeys("add place put name".split(), SanctionStatus.IMPOSED)},
        measure="blacklist",
    ),
)
