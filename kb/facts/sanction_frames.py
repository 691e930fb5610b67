"""How sanctions are told: imposed, faced, extended, lifted, broken; on trade, assets, travel; by lists."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.sanction import MARKS, Sanction, SanctionStatus, settle

_ISSUERS = "organization country person place"
_TARGETS = "actor place people other"
_MEASURES = (
    *"sanction embargo blockade boycott blacklisting restrictive+measure punitive+measure".split(),
    *(f"{what}+{curb}" for what in sorted(nouns("restricted")) for curb in sorted(nouns("curb"))),
)
_DEEDS = verbs("impose", "extend", "ease", "lift", "freeze")
_FORBIDDING = verbs("ban") - {"halt", "suspend", "stop", "cut", "deny"}
_TO_WHOM = (
    "on against toward towards verb.on verb.against predicate.on predicate.against bearer.on bearer.against "
    "predicate.=target|hit|cover.object predicate.=aim|direct.at verb.complement.=target|hit.object on.poss "
    "verb.complement.=target|hit.object.poss "
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
        settle=settle,
        **options,
    )


def _list(triggers: str, measure: str, *more: Role) -> Frame:
    """A frame on the lists of those sanctioned: "added X to its *blacklist*"."""
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role("target", "verb.object verb.subject", _TARGETS, required=True),
        role("issuer", "poss of modifier verb.subject", _ISSUERS, context=True),
        *more,
        _REASON,
        name="list",
        settle=settle,
        under="add include place put be remain appear name",
        marks={"status": dict.fromkeys("add place put name".split(), SanctionStatus.IMPOSED)},
        measure=measure,
    )


def _trade(name: str, triggers: str, target: str, issuer: str = "verb.subject", **options: Any) -> Frame:
    """A frame on trade that somebody forbids: "bans *imports* of coal from X"."""
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role("target", target, _TARGETS, required=True),
        role("issuer", issuer, _ISSUERS, context=True),
        _REASON,
        _INSTRUMENT,
        role("measure", "self", keep="of"),
        name=name,
        settle=settle,
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
    _trade(
        "tariff",
        "tariff levy duty",
        "on against on.modifier on.poss on.from verb.on",
        "by poss verb.subject modifier from",
        under=verbs("impose", "threaten", "lift", "ease", "extend"),
        marks=MARKS,
    ),
    _measure(
        "impose",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", _BY_WHOM, _ISSUERS, context=True),
        under=_DEEDS,
        marks=MARKS,
    ),
    _measure(
        "measure",
        role("target", _TO_WHOM, _TARGETS, context=True),
        role("issuer", "by poss from of modifier bearer.of bearer.poss", _ISSUERS, context=True),
        marks=MARKS,
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
        settle=settle,
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
        settle=settle,
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
        settle=settle,
        status=SanctionStatus.IMPOSED,
    ),
    frame(
        Sanction,
        "ban outlaw proscribe",
        "VERB",
        role("target", "object.bearer object", "organization", required=True),
        role("issuer", "subject in object.in", "country organization", required=True),
        name="outlaw",
        settle=settle,
        measure="ban",
    ),
    _trade(
        "assets",
        "asset property account fund holding reserve",
        "of poss belonging_to of.modifier modifier verb.of",
        under=verbs("freeze"),
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
        "from verb.from with in to into of.modifier of.poss modifier",
        under=_FORBIDDING,
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "ban on trade",
        "ban restriction curb prohibition limit control moratorium",
        "on.to on.from on.with on.against on.into on.across on.in on.of.modifier on.modifier against",
        "by poss verb.subject from modifier",
        marks=MARKS,
        under=_DEEDS | verbs("propose"),
    ),
    _list("list blacklist", "sanctions", role("list", "modifier", "measure", required=True)),
    _list("list", "list of sponsors", role("list", "of.=sponsor|supporter", required=True)),
    _list("blacklist", "blacklist"),
)
