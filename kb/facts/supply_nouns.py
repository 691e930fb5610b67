"""How nouns tell of supplies: deliveries, gifts, suppliers, buyers."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import ACTING, BENEFICIARY, BOUND, GIVER, GOODS, TAKER, TRANSFER, WHAT
from kb.facts.supply_status import STATUS, presented, settle

_SIGNED = "holder.=contract|deal|agreement|accord|pact|memorandum|protocol.verb.subject"
"""Who signs that something is to be delivered to somebody."""

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        TRANSFER,
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
        under=ACTING,
        marks={"status": STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        TRANSFER,
        "NOUN",
        role("recipient", "to into of.to verb.to for of.for ~to ~for", TAKER, context=True),
        role("item", "of modifier", WHAT, required=True),
        role(
            "supplier",
            "by poss from modifier verb.subject verb.subject.poss verb.from of.modifier",
            f"{GIVER} dignitary giver",
            context=True,
        ),
        name="deliver more",
        under=verbs("resume", "withhold") | {"speed"},
        marks={"status": STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        TRANSFER,
        "NOUN",
        role("recipient", f"to into of.to verb.to for of.for {BOUND}", TAKER, required=True),
        role("item", "of modifier", WHAT, required=True),
        role(
            "supplier",
            f"by poss from modifier verb.from of.from of.modifier {_SIGNED}",
            GIVER,
            required=True,
        ),
        name="delivery",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "donor contributor funder benefactor",
        "NOUN",
        role("supplier", "bearer", "organization country", required=True),
        role("item", "of modifier", "money aid force", required=True),
        role("recipient", "to poss of.to of.for of.in in for ~in", f"{TAKER} proper", required=True),
        name="donor",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "supplier provider donor exporter seller contributor lender source purveyor backer",
        "NOUN",
        role("supplier", "bearer", "organization country", required=True),
        role("item", "of for modifier", "item", required=True),
        role(
            "recipient", "to poss of.to of.for of.verb.to for.verb.to for", f"{TAKER} proper", required=True
        ),
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
            f"to for verb.to {BENEFICIARY} predicate.=arrive|land.in predicate.=reach.object {BOUND}",
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
        "gift donation present",
        "NOUN",
        role("item", "bearer", f"{GOODS} item", required=True),
        role("supplier", "from of", GIVER, required=True),
        role("recipient", "to for", TAKER, context=True),
        name="is a gift",
        settle=presented,
    ),
)
