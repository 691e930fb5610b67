"""How nouns tell of aid, loans and sums: whose they are, whom they are for, where they come from."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import ACTING, BENEFICIARY, BOUND, GIVER, TAKER
from kb.facts.supply_status import STATUS, settle

_AID = tuple(
    "aid assistance relief loan grant funding financing credit bailout donation subsidy credit+line "
    "credit+facility swap+line loan+guarantee".split()
)
_AMOUNTS = tuple("support help arms weapon package million billion tranche fund".split())

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        "loan+agreement loan+deal loan+contract financing+agreement grant+agreement funding+agreement",
        "NOUN",
        role("supplier", "with verb.subject by", "organization", required=True),
        role("recipient", "verb.subject with for", "country", required=True),
        role("item", "self"),
        name="loan agreement",
        settle=settle,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss modifier verb.subject", GIVER, required=True),
        role("recipient", f"from verb.from to for {BOUND}", TAKER, required=True),
        role("item", "self", keep="of in"),
        name="withhold",
        under="withhold withdraw cut deny delay freeze suspend",
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
            f"to for for.in for.modifier in.for in.to of.in verb.to verb.for verb.indirect {BENEFICIARY}",
            TAKER,
            context=True,
        ),
        role("item", "verb.=bring|raise.to self", keep="of in"),
        name="aid",
        under=ACTING - {"make", "complete", "carry", "hope", "aim"} | {"bring", "total"},
        marks={"status": STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        (*_AID, "support", "money", "fund"),
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
        role("recipient", f"to for for.in {BENEFICIARY} {BOUND}", TAKER, required=True),
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
        role("item", "sum", "money", required=True, keep="of in"),
        role("recipient", "sum.for sum.to sum.in.for sum.in.to", TAKER, context=True),
        name="sum from",
        settle=settle,
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
