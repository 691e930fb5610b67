"""How verbs tell of supplies on their way: bring, announce, arrive, pay, receive, buy."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import BY, CARRYING, GIVER, GOODS, HELPING, SENDER, TAKER, WHAT
from kb.facts.supply_status import settle

_PARCELS = (
    "this|it|these|they|support|help|shipment|delivery|consignment|cargo|contribution|donation|capability|equipment|"
    "tranche|total"
)
"""What stands for things given that were just told of."""

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        "equip arm outfit",
        "VERB",
        role("item", "with", f"{GOODS} force", required=True),
        role("supplier", "with.modifier with.from", GIVER, required=True),
        role("recipient", "object", TAKER, required=True),
        name="equipped with",
        settle=settle,
    ),
    frame(
        Supply,
        "thank praise commend",
        "VERB",
        role("supplier", "object", "organization country", required=True),
        role(
            "item", "for for.=provide|send|supply|deliver|donate|give.object", f"{GOODS} force", required=True
        ),
        role("recipient", "subject", "organization country person", context=True),
        name="thank for",
        settle=settle,
    ),
    frame(
        Supply,
        "include comprise contain",
        "VERB",
        role("what", f"subject.={_PARCELS}", required=True),
        role("item", "listed object", f"{GOODS} item", required=True),
        role("supplier", "subject.poss subject.from subject.modifier", GIVER, context=True),
        role("recipient", "subject.to subject.for", TAKER, context=True),
        name="aid includes",
        settle=settle,
        status=SupplyStatus.DELIVERED,
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
        "pay",
        "VERB",
        role("supplier", "subject", SENDER, context=True),
        role("item", "for", GOODS, required=True),
        role("recipient", "for.for for.in ~for ~in", TAKER, required=True),
        name="pay for others",
        settle=settle,
    ),
    frame(
        Supply,
        "spend",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "on", GOODS, required=True),
        role("recipient", "on.for on.to for ~for", TAKER, required=True),
        name="spend on",
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
        "share",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("recipient", "with object.with", "organization country", required=True),
        role("item", "object", "service technology", required=True),
        name="share",
        settle=settle,
    ),
    frame(
        Supply,
        "bring carry take rush ferry haul",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role(
            "recipient",
            "to into object.to for object.for subject.predicate.=arrive|land.in",
            TAKER,
            required=True,
        ),
        role("item", "object", GOODS, required=True),
        name="bring",
        settle=settle,
    ),
    frame(
        Supply,
        "bring carry ferry haul load unload",
        "VERB",
        role("item", "object with", GOODS, required=True),
        role("supplier", "object.from from object.modifier with.from with.modifier", GIVER, required=True),
        role("recipient", "to into for object.to object.for object.of.to in", TAKER, context=True),
        name="carry",
        settle=settle,
    ),
    frame(
        Supply,
        "announce unveil approve authorize authorise",
        "VERB",
        role("supplier", "subject", SENDER, context=True),
        role(
            "recipient",
            "object.to object.for object.in.to object.in.for object.of.for to for "
            f"object.infinitive.{HELPING}.object "
            f"infinitive.{HELPING}.object object.complement.{HELPING}.object "
            "object.complement.=help|enable|allow.complement.subject "
            "infinitive.=help|enable|allow.complement.subject "
            "~for.in ~to ~for ~for.modifier",
            TAKER,
            required=True,
        ),
        role("item", "object", "aid money weapon", required=True, keep="of in"),
        name="announce",
        settle=settle,
        status=SupplyStatus.PLANNED,
    ),
    frame(
        Supply,
        verbs("withhold") - {"reduce", "curtail", "delay", "resist", "disrupt", "end"},
        "VERB",
        role("supplier", "subject", "organization country place", required=True),
        role("recipient", "object.to object.for object.in.to object.in.for to", TAKER, required=True),
        role("item", "object", GOODS, required=True, keep="of in"),
        name="cut off",
        settle=settle,
        status=SupplyStatus.STOPPED,
    ),
    frame(
        Supply,
        "arrive land reach come dock flow pour enter cross roll",
        "VERB",
        role(
            "item",
            f"{CARRYING} subject.=most|much|half|all|some|percent.of subject subject.of",
            f"{GOODS} amount",
            required=True,
        ),
        role(
            "supplier",
            "subject.predicate.=carry|load.object.from subject.of.modifier "
            "subject.modifier subject.poss "
            "subject.from subject.of.from subject.of.of.from subject.~from from",
            GIVER,
            required=True,
        ),
        role("recipient", "in to into object at in.of subject.of.poss subject.poss", TAKER, required=True),
        name="arrive",
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
        "pay deposit",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("recipient", "to with in object.of", TAKER, required=True),
        role("item", "object", "money", required=True),
        name="pay",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("receive"),
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("supplier", "from object.from", GIVER, required=True),
        role("item", "object.=delivery|consignment.of object", WHAT, required=True),
        name="receive",
        settle=settle,
    ),
    frame(
        Supply,
        "receive get obtain accept buy purchase import acquire procure",
        "VERB",
        role("recipient", "subject", TAKER, required=True),
        role("supplier", "object.poss object.modifier", GIVER, required=True),
        role("item", "object", f"{GOODS} force", required=True),
        name="get",
        settle=settle,
    ),
)
