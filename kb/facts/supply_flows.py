"""How verbs tell of supplies on their way: bring, fly in, carry, include, arrive."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import BRINGER, BY, CARRYING, GIVER, GOODS, SENDER, TAKER
from kb.facts.supply_status import settle, taken_up

_PARCELS = (
    "this|it|these|they|support|help|shipment|delivery|consignment|cargo|contribution|donation|capability|equipment|"
    "tranche|total"
)
"""What stands for things given that were just told of."""
_VEHICLES = (
    "convoy|truck|lorry|plane|aircraft|flight|ship|vessel|boat|freighter|helicopter|airlift|train|caravan"
)
"""What may carry them."""

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
        "include comprise contain",
        "VERB",
        role("what", f"subject.={_PARCELS}", required=True),
        role("item", "listed object", f"{GOODS} item", required=True),
        role("supplier", "object.from from subject.poss subject.from subject.modifier", GIVER, context=True),
        role("recipient", "subject.to subject.for", TAKER, context=True),
        name="aid includes",
        settle=settle,
        status=SupplyStatus.DELIVERED,
    ),
    frame(
        Supply,
        "fly+in ship+in bring+in send+in truck+in airlift+in ferry+in",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "object in", f"{GOODS} force item", required=True),
        role("recipient", "to for ~to ~for", TAKER, context=True),
        name="fly in",
        settle=settle,
    ),
    frame(
        Supply,
        "destine bind bound intend earmark head",
        "VERB",
        role("item", "object subject", f"{GOODS} item", required=True),
        role(
            "supplier",
            "object.modifier object.from object.of.modifier subject.modifier from by",
            GIVER,
            required=True,
        ),
        role("recipient", "for to", TAKER, required=True),
        name="destined",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "bring carry take rush ferry haul fly",
        "VERB",
        role("supplier", BY, BRINGER, required=True),
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
        "carry bring transport haul hold deliver",
        "VERB",
        role("what", f"subject.={_VEHICLES}", required=True),
        role("item", "listed object", f"{GOODS} item", required=True),
        role("supplier", "subject.poss subject.from subject.of subject.modifier", GIVER, context=True),
        role("recipient", "to into for", TAKER, context=True),
        name="convoy carries",
        settle=taken_up,
        status=SupplyStatus.DELIVERED,
    ),
    frame(
        Supply,
        "arrive land reach come dock flow pour enter cross roll",
        "VERB",
        role(
            "item",
            f"{CARRYING} with subject.=most|much|half|all|some|percent.of subject subject.of",
            f"{GOODS} amount",
            required=True,
        ),
        role(
            "supplier",
            "subject.predicate.=carry|load.object.from subject.of.modifier subject.with.modifier "
            "subject.with.from "
            "subject.modifier subject.poss "
            "subject.from subject.of.from subject.of.of.from subject.~from from",
            GIVER,
            required=True,
        ),
        role(
            "recipient",
            "in to into object at in.of subject.of.poss subject.of.in subject.in subject.poss",
            TAKER,
            required=True,
        ),
        name="arrive",
        settle=settle,
    ),
)
