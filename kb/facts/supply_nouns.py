"""How nouns tell of supplies: deliveries, aid, suppliers, buyers."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import GIVER, TAKER, WHAT
from kb.facts.supply_status import settle

_STATUS = {
    **dict.fromkeys(verbs("pledge"), SupplyStatus.PLANNED),
    **dict.fromkeys(verbs("offer"), SupplyStatus.OFFERED),
    **dict.fromkeys(verbs("resume"), SupplyStatus.ONGOING),
    **dict.fromkeys(verbs("withhold"), SupplyStatus.STOPPED),
}
_TRANSFERS = (
    "delivery supply shipment sale transfer donation provision export consignment handover gift distribution "
    "transport flow drop airdrop drawdown airlift injection resupply contribution allocation disbursement"
)
_AID = tuple("aid assistance relief loan grant funding financing credit bailout donation subsidy".split())
_AMOUNTS = tuple("support help arms weapon package million billion tranche fund".split())
_ACTING = verbs("pledge", "offer", "resume", "withhold") | {
    "make",
    "begin",
    "start",
    "complete",
    "carry",
    "notify",
    "facilitate",
    "organize",
    "organise",
    "arrange",
    "coordinate",
    "broker",
    "conduct",
    "oversee",
    "handle",
    "clear",
}
"""Verbs whose subject is who supplies what their object tells of."""
_BENEFICIARY = "predicate.=benefit|help|assist|support|reach.object"

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        _TRANSFERS,
        "NOUN",
        role("recipient", "to into of.to verb.to for of.for ~to ~for", TAKER, required=True),
        role("item", "of modifier", WHAT, required=True),
        role(
            "supplier",
            "by poss from modifier verb.subject verb.subject.poss verb.from of.modifier",
            f"{GIVER} dignitary giver",
            context=True,
        ),
        name="deliver",
        under=_ACTING,
        marks={"status": _STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        _TRANSFERS,
        "NOUN",
        role("recipient", "to into of.to verb.to for of.for", TAKER, required=True),
        role("item", "of modifier", WHAT, required=True),
        role("supplier", "by poss from modifier verb.from", GIVER, required=True),
        name="delivery",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "supplier provider donor exporter seller contributor lender",
        "NOUN",
        role("supplier", "bearer", "organization country", required=True),
        role("item", "of modifier", "item", required=True),
        role("recipient", "to poss of.to of.for", TAKER, required=True),
        name="supplier",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "buyer importer purchaser recipient",
        "NOUN",
        role("recipient", "bearer", "organization country", required=True),
        role("supplier", "of.modifier of.from of.poss", GIVER, required=True),
        role("item", "of", "item", required=True),
        name="buyer",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "import purchase",
        "NOUN",
        role("recipient", "poss by", "organization country", required=True),
        role("supplier", "of.modifier from of.from", GIVER, required=True),
        role("item", "of modifier", "item", required=True),
        name="imports",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "donation gift provision consignment shipment handover contribution grant",
        "NOUN",
        role(
            "recipient",
            f"to for verb.to {_BENEFICIARY} predicate.=arrive|land.in predicate.=reach.object",
            TAKER,
            required=True,
        ),
        role("item", "of", "thing", required=True),
        role("supplier", "by poss from modifier verb.from verb.by", GIVER, required=True),
        name="gift",
        settle=settle,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss modifier verb.subject", GIVER, required=True),
        role("recipient", "from verb.from to for", TAKER, required=True),
        role("item", "self", keep="of in"),
        name="withhold",
        under="withhold withdraw cut deny",
        settle=settle,
        status=SupplyStatus.STOPPED,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss by from modifier verb.subject verb.from", f"{GIVER} dignitary", context=True),
        role(
            "recipient",
            f"to for for.in for.modifier in.for in.to of.in verb.to verb.for verb.indirect {_BENEFICIARY}",
            TAKER,
            context=True,
        ),
        role("item", "verb.=bring|raise.to self", keep="of in"),
        name="aid",
        under=_ACTING - {"make", "complete", "carry"} | {"bring", "total"},
        marks={"status": _STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        (*_AID, "support", "help"),
        "NOUN",
        role("supplier", "from by poss", GIVER, required=True),
        role(
            "recipient",
            "verb.object verb.subject clause.subject",
            "organization country actor",
            required=True,
        ),
        role("item", "self", keep="of"),
        name="with aid",
        after="with to through",
        settle=settle,
    ),
    frame(
        Supply,
        (*_AID, "package", "consignment", "shipment", "delivery"),
        "NOUN",
        role(
            "item",
            "predicate.=include|comprise|contain.listed listed predicate.=include|comprise|contain.object",
            "thing",
            required=True,
        ),
        role("supplier", "poss by from modifier", GIVER, context=True),
        role("recipient", "to for", TAKER, context=True),
        name="aid includes",
        also=True,
        settle=settle,
    ),
    frame(
        Supply,
        _AID,
        "NOUN",
        role("recipient", f"to for for.in {_BENEFICIARY}", TAKER, required=True),
        role("supplier", "poss by from modifier", GIVER, required=True),
        role("item", "self"),
        name="aid of",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "country organization",
        "MENTION",
        role("supplier", "self"),
        role("item", "entry", "money", required=True, keep="of in"),
        role("recipient", "entry.for entry.to entry.in.for entry.in.to", TAKER, context=True),
        name="entry",
        settle=settle,
    ),
)
