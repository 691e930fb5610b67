"""Sanction: an authority restricts a target's trade, assets or movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame, frame, role
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
_ISSUERS = "organization country person"
_TARGETS = "actor place people other"
_RESTRICTED = nouns("restricted")
_MEASURES = (
    "sanction",
    "embargo",
    "blacklisting",
    *(f"{what}+{curb}" for what in sorted(_RESTRICTED) for curb in sorted(nouns("curb"))),
)
_DEEDS = verbs("impose", "extend", "ease", "lift", "freeze")
_TO_WHOM = (
    "on against verb.on verb.against predicate.against predicate.target.object bearer.on bearer.against"
)
_REASON = role(
    "reason", "for over because_of in_response_to verb.for verb.over verb.because_of verb.in_response_to"
)
_INSTRUMENT = role("instrument", "under pursuant_to verb.under verb.pursuant_to", "instrument")
_MEASURE = role("measure", "self")

FRAMES: tuple[Frame, ...] = (
    frame(
        Sanction,
        _MEASURES,
        "NOUN",
        role("target", "verb.subject", _TARGETS, required=True),
        role("issuer", "by from of modifier poss", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="face",
        under="face confront endure suffer weather withstand incur risk escape",
        marks={"status": {"risk": SanctionStatus.THREATENED}},
    ),
    frame(
        Sanction,
        _MEASURES,
        "NOUN",
        role("target", "on against verb.object", _TARGETS, required=True),
        role("issuer", "by from of modifier poss verb.subject", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="hit",
        under="hit target strike cripple squeeze batter isolate subject place put slap threaten punish "
        "penalize penalise pressure ensnare affect constrain",
        marks={
            "status": {
                "threaten": SanctionStatus.THREATENED,
                **dict.fromkeys(
                    ("place", "put", "slap", "punish", "penalize", "penalise"), SanctionStatus.IMPOSED
                ),
            }
        },
    ),
    frame(
        Sanction,
        _MEASURES,
        "NOUN",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", "by poss verb.subject from of modifier", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="impose",
        under=_DEEDS,
        marks=_MARKS,
    ),
    frame(
        Sanction,
        _MEASURES,
        "NOUN",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", "by poss from of modifier", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="measure",
        marks=_MARKS,
    ),
    frame(
        Sanction,
        "sanction blacklist embargo boycott designate proscribe",
        "VERB",
        role("target", "object", _TARGETS, required=True),
        role("issuer", "subject", _ISSUERS, context=True),
        role("reason", "for over because_of in_response_to"),
        role("instrument", "under pursuant_to", "instrument"),
        name="designate",
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        verbs("ban"),
        "VERB",
        role("target", "object", "person organization people actor", required=True),
        role("issuer", "subject", _ISSUERS, required=True),
        role("measure", "from", "", required=True),
        role("reason", "for over because_of in_response_to"),
        name="bar",
        status=SanctionStatus.IMPOSED,
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
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "export sale shipment delivery transfer supply",
        "NOUN",
        role("target", "to verb.to", "country organization place", required=True),
        role("issuer", "verb.subject", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="exports",
        under=verbs("ban"),
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "import purchase trade transaction investment travel flight tourism",
        "NOUN",
        role(
            "target", "from verb.from with in to into modifier", "country organization place", required=True
        ),
        role("issuer", "verb.subject", _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="imports",
        under=verbs("ban"),
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "ban restriction curb prohibition limit control moratorium",
        "NOUN",
        role(
            "target",
            "on.to on.from on.with on.against on.in on.of against",
            "country organization place",
            required=True,
        ),
        role("issuer", "by poss verb.subject from modifier", _ISSUERS, context=True),
        role("trade", "on", "restricted"),
        _REASON,
        _INSTRUMENT,
        _MEASURE,
        name="ban",
        marks=_MARKS,
    ),
    frame(
        Sanction,
        "list blacklist",
        "NOUN",
        role("target", "verb.object verb.subject", _TARGETS, required=True),
        role("issuer", "poss of modifier", _ISSUERS, context=True),
        _REASON,
        name="list",
        under="add include place put be remain appear",
        marks={"status": dict.fromkeys(("add", "place", "put"), SanctionStatus.IMPOSED)},
    ),
)
