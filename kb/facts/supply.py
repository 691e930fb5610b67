"""Supply: an actor gives, sells or sends goods, arms, aid or money to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.model import Name, Text


class SupplyStatus(StrEnum):
    """How far the supply has come."""

    DELIVERED = "delivered"
    ONGOING = "ongoing"
    OFFERED = "offered"
    PLANNED = "planned"
    ALLEGED = "alleged"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True)
class Supply(Fact):
    """`supplier` supplies `recipient` with `item`."""

    TYPE = "supply"
    DIRECT = "supplies"
    ENDS = ("supplier", "recipient")

    supplier: Name = slot(key=True, required=True)
    recipient: Name | None = slot(key=True)
    item: Text = slot(key=True, required=True)
    status: SupplyStatus = slot(default=SupplyStatus.DELIVERED)


_GIVER = "person organization country"
_TAKER = "actor people place"
_WHAT = "item"
_STATUS = {
    **dict.fromkeys(verbs("pledge"), SupplyStatus.PLANNED),
    **dict.fromkeys(verbs("offer"), SupplyStatus.OFFERED),
    **dict.fromkeys(verbs("resume"), SupplyStatus.ONGOING),
    **dict.fromkeys(verbs("withhold"), SupplyStatus.STOPPED),
}
_MARKS = {"status": _STATUS}

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        verbs("supply"),
        "VERB",
        role("supplier", "subject", _GIVER, context=True),
        role("item", "with", _WHAT, required=True),
        role("recipient", "object", _TAKER, required=True),
        name="supply with",
    ),
    frame(
        Supply,
        verbs("supply", "give", "ship", "sell"),
        "VERB",
        role("supplier", "subject", _GIVER, context=True),
        role("recipient", "indirect to into for", _TAKER, context=True),
        role("item", "object", _WHAT, required=True),
        name="give",
        marks={
            "status": dict.fromkeys(
                ("pledge", "promise", "commit", "earmark", "allocate", "slate"), SupplyStatus.PLANNED
            )
            | {"offer": SupplyStatus.OFFERED}
        },
    ),
    frame(
        Supply,
        verbs("receive"),
        "VERB",
        role("recipient", "subject", _TAKER, required=True),
        role("item", "object", _WHAT, required=True),
        role("supplier", "from object.from object.poss object.modifier", _GIVER, required=True),
        name="receive",
    ),
    frame(
        Supply,
        verbs("fund"),
        "VERB",
        role("supplier", "subject", _GIVER, required=True),
        role("recipient", "object", _TAKER, required=True),
        name="fund",
        item="funding",
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "support back",
        "VERB",
        role("supplier", "subject", "organization country", required=True),
        role("recipient", "object", "organization people", required=True),
        name="support",
        item="support",
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "delivery supply shipment sale transfer donation provision export consignment handover gift distribution "
        "transport flow",
        "NOUN",
        role("recipient", "to into verb.to for", _TAKER, required=True),
        role("item", "of modifier", _WHAT, required=True),
        role("supplier", "by poss from verb.subject modifier verb.from", _GIVER, context=True),
        name="delivery",
        marks=_MARKS,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "aid assistance relief support loan grant funding financing credit bailout donation subsidy arms weapon help "
        "package million billion tranche fund",
        "NOUN",
        role("recipient", "to for verb.to verb.for verb.indirect", _TAKER, required=True),
        role("supplier", "poss by from modifier verb.subject verb.from", _GIVER, required=True),
        role("item", "self"),
        name="aid",
        under=verbs("pledge", "offer", "resume", "withhold"),
        marks=_MARKS,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "aid assistance relief support loan grant funding financing credit bailout donation subsidy",
        "NOUN",
        role("recipient", "to for", _TAKER, required=True),
        role("supplier", "poss by from modifier", _GIVER, required=True),
        role("item", "self"),
        name="aid of",
        status=SupplyStatus.ONGOING,
    ),
)
