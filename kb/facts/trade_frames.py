"""How curbs on trade, assets and travel are told: tariffs, frozen assets, revoked visas, bans on goods."""

from __future__ import annotations

from typing import Any

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.sanction import MARKS, STATUS, Sanction, SanctionStatus, settle
from kb.facts.sanction_roles import INSTRUMENT, ISSUERS, REASON, TARGETS

_RAISING = ("raise", "hike", "charge", "increase", "double")
_FORBIDDING = verbs("ban") - {"halt", "suspend", "stop", "cut", "deny"}
_OUTLAWING = frozenset({"ban", "bar", "prohibit", "forbid", "outlaw"})
_ENDING = frozenset("suspend halt stop cut sever cease end freeze ban prohibit forbid".split())


def _trade(
    name: str,
    triggers: str,
    target: str,
    issuer: str = "verb.subject verb.~by verb.subject.modifier verb.subject.of",
    *,
    told: bool = False,
    **options: Any,
) -> Frame:
    """A frame on trade that somebody forbids: "bans *imports* of coal from X".

    Who forbids it must be `told` in the sentence, or may be known from others.
    """
    return frame(
        Sanction,
        triggers,
        "NOUN",
        role("target", target, TARGETS, required=True),
        role("issuer", issuer, ISSUERS, required=told, context=not told),
        REASON,
        INSTRUMENT,
        *([] if "measure" in options else [role("measure", "self", keep="of")]),
        name=name,
        settle=settle,
        **options,
    )


_REVOKING = frozenset({"revoke", "cancel", "withdraw", "deny", "refuse", "restrict", "annul", "rescind"})
_BY_ORDER = "verb.subject.clause.subject verb.subject.by verb.subject.from"
"""Whoever signed the order that freezes something."""

FRAMES: tuple[Frame, ...] = (
    _trade(
        "tariff",
        "tariff levy duty",
        "on against on.modifier on.poss on.from verb.on ~on ~on.modifier ~on.from",
        "by poss verb.subject modifier from",
        under=verbs("impose", "threaten", "lift", "ease", "extend") | set(_RAISING),
        marks={"status": {**STATUS, **dict.fromkeys(_RAISING, SanctionStatus.IMPOSED)}},
    ),
    _trade(
        "tariffs",
        "tariff levy",
        "on against on.modifier",
        "poss modifier by",
        marks=MARKS,
    ),
    _trade(
        "assets",
        "asset property account fund holding reserve interest",
        "of poss belonging_to held_by of.modifier modifier verb.of of.poss",
        f"verb.subject verb.~by {_BY_ORDER}",
        under=verbs("freeze"),
        status=SanctionStatus.IMPOSED,
        measure="asset freeze",
    ),
    _trade(
        "visas",
        "visa passport accreditation licence license",
        "of poss for of.modifier modifier verb.of",
        under=_REVOKING,
        status=SanctionStatus.IMPOSED,
        measure="visa restrictions",
    ),
    _trade(
        "standing",
        "status privilege membership preference benefit exemption waiver eligibility licence license right",
        "poss of of.poss modifier verb.~from",
        under=_REVOKING | {"suspend", "strip", "remove", "end", "freeze"},
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "borders",
        "border airspace frontier crossing port harbour harbor link route",
        "with to verb.~to verb.~with",
        "verb.subject verb.~by",
        told=True,
        under={"close", "shut", "seal", "block"},
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "arms sales",
        "arms+export arms+sale weapon+sale weapons+sale weapon+export weapons+export military+export "
        "arms+shipment weapons+shipment technology+export chip+export oil+export",
        "to verb.to",
        under=_ENDING | {"restrict", "limit", "bar", "block", "curb"},
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "ban on trade",
        "ban restriction curb prohibition limit control moratorium",
        "on.to on.from on.with on.against on.into on.across on.in on on.of.modifier on.modifier against",
        "by poss verb.subject from modifier",
        marks=MARKS,
        under=verbs("impose", "extend", "ease", "lift", "freeze", "propose"),
    ),
    _trade(
        "curbs on dealings",
        "ban restriction curb prohibition limit control sanction",
        "on.=dealing|transaction|business|trade|commerce.with",
        "by poss verb.subject from modifier",
        marks=MARKS,
    ),
    _trade(
        "ban on goods",
        "ban embargo boycott",
        "of.modifier of.poss to on.modifier on.poss on.from on.of on.=import|purchase.from "
        "on.=import|export|sale.of.modifier",
        "by poss modifier from",
        marks=MARKS,
    ),
    _trade(
        "all trade",
        "trade commerce",
        "with between verb.with",
        under=_ENDING,
        status=SanctionStatus.IMPOSED,
    ),
    _trade(
        "dealings",
        "dealing business transaction relation",
        "with verb.with",
        under=_OUTLAWING,
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
)
