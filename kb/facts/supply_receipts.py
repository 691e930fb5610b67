"""How supplies are told by who gets them: receive, buy, take delivery of, lease from, benefit, thank for."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import BY, GIVER, GOODS, SENDER, TAKER, TRANSFERS, WHAT
from kb.facts.supply_status import settle

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        "lease rent hire borrow source order",
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("supplier", "from object.from", GIVER, required=True),
        role("item", "object", WHAT, required=True),
        name="lease from",
        settle=settle,
    ),
    frame(
        Supply,
        "take+delivery take+receipt take+possession",
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("supplier", "object.of.from object.of.modifier object.from from", GIVER, required=True),
        role("item", "object.of", WHAT, required=True),
        name="take delivery",
        settle=settle,
    ),
    frame(
        Supply,
        "thank praise commend",
        "VERB",
        role("supplier", "object", "organization country", required=True),
        role(
            "item",
            f"for.{TRANSFERS}.of for for.=provide|send|supply|deliver|donate|give.object",
            f"{GOODS} force item",
            required=True,
        ),
        role("recipient", "subject", "organization country person", context=True),
        name="thank for",
        settle=settle,
    ),
    frame(
        Supply,
        "benefit",
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("item", "from", "money aid", required=True),
        role("supplier", "from.modifier from.from from.in.modifier from.in.from", GIVER, required=True),
        name="benefit from",
        settle=settle,
    ),
    frame(
        Supply,
        "pay",
        "VERB",
        role("supplier", "indirect to object", "organization country", required=True),
        role("recipient", BY, "organization country", required=True),
        role(
            "item", "for object.for object.of for.of", "food medicine fuel weapon technology", required=True
        ),
        name="pay for",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "account",
        "VERB",
        role("supplier", "subject", GIVER, required=True),
        role("recipient", f"for.of.{TRANSFERS}.poss for.of.{TRANSFERS}.to for.of.poss", TAKER, required=True),
        role("item", f"for.of.{TRANSFERS}.modifier for.of.{TRANSFERS}.of", f"{GOODS} item", required=True),
        name="account for",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "procure acquire obtain buy purchase source import",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("recipient", "for object.for", "organization country actor", required=True),
        role("item", "object", f"{GOODS} item", required=True),
        name="procure for",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("receive"),
        "VERB",
        role("recipient", "subject clause.subject", TAKER, required=True),
        role("supplier", "from object.from from.modifier", GIVER, required=True),
        role("item", "object.=delivery|consignment.of object", WHAT, required=True, keep="of in"),
        name="receive",
        settle=settle,
    ),
    frame(
        Supply,
        "receive",
        "VERB",
        role("recipient", "subject", "people -organization -country -person", required=True),
        role("item", "object", "food medicine shelter money aid service item", required=True, keep="of in"),
        role("supplier", "from by", GIVER, context=True),
        name="people receive",
        settle=settle,
    ),
    frame(
        Supply,
        "receive get obtain accept buy purchase import acquire procure",
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("supplier", "object.poss object.modifier object.in.modifier in.modifier", GIVER, required=True),
        role("item", "object", f"{GOODS} force", required=True),
        name="get",
        settle=settle,
    ),
)
