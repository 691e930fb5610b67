"""How supplies are told."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_status import settle

_GIVER = "person organization country place"
_SENDER = f"{_GIVER} giver"
_TAKER = "actor people place"
_WHAT = "item other -access -abstract -organization -country -person -place"
_STATUS = {
    **dict.fromkeys(verbs("pledge"), SupplyStatus.PLANNED),
    **dict.fromkeys(verbs("offer"), SupplyStatus.OFFERED),
    **dict.fromkeys(verbs("resume"), SupplyStatus.ONGOING),
    **dict.fromkeys(verbs("withhold"), SupplyStatus.STOPPED),
}
_TRANSFERS = (
    "delivery supply shipment sale transfer donation provision export consignment handover gift distribution "
    "transport flow resupply contribution allocation disbursement"
)
_DEAL = "clause.=sign|reach|agree|conclude|strike|make|win|finalize|finalise"
"""A deal to supply is a supply of those who make it."""
_CREW = "=team|staff|worker|convoy|member|medic|volunteer|plane|aircraft|flight|truck|ship|vessel|flotilla"
_BY = f"subject.{_CREW}.modifier subject.{_CREW}.of subject.{_CREW}.from subject {_DEAL}.subject"
_AID = tuple("aid assistance relief loan grant funding financing credit bailout donation subsidy".split())
_AMOUNTS = tuple("support help arms weapon package million billion tranche fund".split())
_ACTING = verbs("pledge", "offer", "resume", "withhold") | {"make", "begin", "start", "complete", "carry"}
"""Verbs whose subject is who supplies what their object tells of."""
_ARRIVED = "object.predicate.=reach.object object.predicate.=arrive|land.in"
_BENEFICIARY = "predicate.=benefit|help|assist|support|reach.object"
_RECIPIENT = (
    "indirect to into object.to for object.for for.modifier "
    f"clause.=use|fire|operate|deploy|receive|get|accept.subject {_ARRIVED} "
    "infinitive.=help|assist|support|enable.object"
)
_GOODS = "food medicine shelter fuel weapon money aid technology"

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        verbs("supply", "equip"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("item", "with object.with", _WHAT, required=True),
        role("recipient", "object", _TAKER, required=True),
        name="supply with",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("supply", "give", "ship", "sell"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("recipient", _RECIPIENT, _TAKER, context=True),
        role("item", "object", _WHAT, required=True, keep="of in"),
        name="give",
        settle=settle,
    ),
    frame(
        Supply,
        "bring carry take rush",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "to into object.to subject.predicate.=arrive|land.in", _TAKER, required=True),
        role("item", "object", _GOODS, required=True),
        name="bring",
        settle=settle,
    ),
    frame(
        Supply,
        "announce unveil approve authorize authorise",
        "VERB",
        role("supplier", "subject", "organization country place", required=True),
        role("recipient", "object.to object.for object.in.to object.in.for to for", _TAKER, required=True),
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
        role("recipient", "object.to object.for object.in.to object.in.for to", _TAKER, required=True),
        role("item", "object", _GOODS, required=True, keep="of in"),
        name="cut off",
        settle=settle,
        status=SupplyStatus.STOPPED,
    ),
    frame(
        Supply,
        "arrive land reach come",
        "VERB",
        role("item", "subject subject.of", _GOODS, required=True),
        role("supplier", "subject.from subject.of.from from", _GIVER, required=True),
        role("recipient", "in to object subject.of.poss subject.poss", _TAKER, required=True),
        name="arrive",
        settle=settle,
    ),
    frame(
        Supply,
        "pay deposit",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "to with in", _TAKER, required=True),
        role("item", "object", "money", required=True),
        name="pay",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("receive"),
        "VERB",
        role("recipient", "subject", _TAKER, required=True),
        role("supplier", "from object.from", _GIVER, required=True),
        role("item", "object.=delivery|consignment.of object", _WHAT, required=True),
        name="receive",
        settle=settle,
    ),
    frame(
        Supply,
        "receive get obtain accept buy purchase import acquire procure",
        "VERB",
        role("recipient", "subject", _TAKER, required=True),
        role("supplier", "object.poss object.modifier", _GIVER, required=True),
        role("item", "object", f"{_GOODS} force", required=True),
        name="get",
        settle=settle,
    ),
    frame(
        Supply,
        "arm",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role("recipient", "object", "organization country people actor", required=True),
        name="arm",
        item="arms",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("fund"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("recipient", "object", _TAKER, required=True),
        name="fund",
        item="funding",
        settle=settle,
    ),
    frame(
        Supply,
        "support",
        "VERB",
        role("supplier", "subject", "organization country", required=True),
        role("recipient", "object", "organization people", required=True),
        name="support",
        item="support",
        status=SupplyStatus.ONGOING,
        settle=settle,
    ),
    frame(
        Supply,
        _TRANSFERS,
        "NOUN",
        role("recipient", "to into of.to verb.to for of.for", _TAKER, required=True),
        role("item", "of modifier", _WHAT, required=True),
        role(
            "supplier",
            "by poss from modifier verb.subject verb.subject.poss verb.from",
            _GIVER,
            required=True,
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
        role("recipient", "to into of.to verb.to for of.for", _TAKER, required=True),
        role("item", "of modifier", _WHAT, required=True),
        role("supplier", "by poss from modifier verb.from", _GIVER, required=True),
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
        role("recipient", "to poss of.to of.for", _TAKER, required=True),
        name="supplier",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "buyer importer purchaser recipient",
        "NOUN",
        role("recipient", "bearer", "organization country", required=True),
        role("supplier", "of.modifier of.from of.poss", _GIVER, required=True),
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
        role("supplier", "of.modifier from of.from", _GIVER, required=True),
        role("item", "of modifier", "item", required=True),
        name="imports",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        "donation gift provision consignment shipment handover",
        "NOUN",
        role("recipient", "to", _TAKER, required=True),
        role("item", "of", "thing", required=True),
        role("supplier", "by poss from modifier verb.from", _GIVER, required=True),
        name="gift",
        settle=settle,
    ),
    frame(
        Supply,
        (*_AID, *_AMOUNTS),
        "NOUN",
        role("supplier", "poss modifier verb.subject", _GIVER, required=True),
        role("recipient", "from verb.from to for", _TAKER, required=True),
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
        role("supplier", "poss by from modifier verb.subject verb.from", _GIVER, context=True),
        role(
            "recipient",
            f"to for in.for in.to verb.to verb.for verb.indirect {_BENEFICIARY}",
            _TAKER,
            context=True,
        ),
        role("item", "self", keep="of in"),
        name="aid",
        under=_ACTING - {"make", "complete", "carry"},
        marks={"status": _STATUS},
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
    frame(
        Supply,
        (*_AID, "support", "help"),
        "NOUN",
        role("supplier", "from by poss", _GIVER, required=True),
        role("recipient", "verb.subject", "organization country actor", required=True),
        role("item", "self"),
        name="with aid",
        after="with",
        settle=settle,
    ),
    frame(
        Supply,
        (*_AID, "package", "consignment"),
        "NOUN",
        role("item", "predicate.=include|comprise|contain.object", "thing", required=True),
        role("supplier", "poss by from modifier", _GIVER, context=True),
        role("recipient", "to for", _TAKER, context=True),
        name="aid includes",
        settle=settle,
    ),
    frame(
        Supply,
        _AID,
        "NOUN",
        role("recipient", f"to for {_BENEFICIARY}", _TAKER, required=True),
        role("supplier", "poss by from modifier", _GIVER, required=True),
        role("item", "self"),
        name="aid of",
        settle=settle,
        status=SupplyStatus.ONGOING,
    ),
)
