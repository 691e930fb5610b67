"""How verbs tell of supplies that are granted, paid, shared, kept up or held back."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_parts import BY, GIVER, GOODS, HELPING, SENDER, TAKER
from kb.facts.supply_status import made_available, paid, settle

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        "pay+for finance fund cover support help",
        "VERB",
        role("item", "subject.=loan|grant|credit|aid|donation|gift|money|fund", required=True, keep="of in"),
        role("supplier", "subject.poss subject.modifier subject.from", GIVER, required=True),
        role("recipient", "object for object.of object.in object.for ~in", TAKER),
        name="money pays",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "available",
        "ADJ",
        role("supplier", "clause.=make.subject", SENDER, required=True),
        role("item", "object subject clause.=make.object", f"{GOODS} force service item", required=True),
        role("recipient", "to for ~to ~for", TAKER, required=True),
        name="make available",
        settle=made_available,
    ),
    frame(
        Supply,
        "put place",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "object", f"{GOODS} force service item", required=True),
        role("recipient", "at.=disposal.poss at.=disposal.of", TAKER, required=True),
        name="put at disposal",
        settle=settle,
    ),
    frame(
        Supply,
        "open advance",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "object", "money amount", required=True),
        role("recipient", "to for object.to object.for", TAKER, required=True),
        name="open credit",
        settle=settle,
    ),
    frame(
        Supply,
        "restore resume continue maintain",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("item", "object", "food medicine fuel aid", required=True),
        role("recipient", "to for object.to object.for", TAKER, required=True),
        name="restore",
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
        verbs("withhold") - {"hold", "reduce", "curtail", "delay", "resist", "disrupt", "end"},
        "VERB",
        role("supplier", "subject", "organization country place", required=True),
        role("recipient", "object.to object.for object.in.to object.in.for to", TAKER, context=True),
        role("item", "object", "money aid", required=True, keep="of in"),
        name="cut off aid",
        settle=settle,
        status=SupplyStatus.STOPPED,
    ),
    frame(
        Supply,
        "pay deposit",
        "VERB",
        role("supplier", BY, SENDER, required=True),
        role("recipient", "indirect to with in", TAKER, required=True),
        role("item", "object", "money", required=True),
        name="pay",
        settle=paid,
    ),
)
