"""How verbs tell of supplies: give, send, fund, pay, receive."""

from __future__ import annotations

from kb.facts.frames import Frame, frame, role
from kb.facts.lexicon import verbs
from kb.facts.supply import Supply, SupplyStatus
from kb.facts.supply_status import settle

GIVER = "person organization country place"
_SENDER = f"{GIVER} giver"
TAKER = "actor people place"
WHAT = "item other -access -abstract -organization -country -person -place"
_DEAL = "clause.=sign|reach|agree|conclude|strike|make|win|finalize|finalise"
"""A deal to supply is a supply of those who make it."""
_CREW = (
    "=team|staff|worker|convoy|member|medic|volunteer|plane|aircraft|flight|truck|ship|vessel|flotilla|bridge|"
    "airlift|partner|colleague|programme|program|mission|delegation|personnel|engineer|expert|clinic"
)
_BY = (
    f"subject.{_CREW}.modifier subject.{_CREW}.poss subject.{_CREW}.of subject.{_CREW}.from subject "
    f"{_DEAL}.subject"
)
_ARRIVED = "object.predicate.=reach.object object.predicate.=arrive|land.in"
_HELPING = "=help|assist|support|enable|allow|reach|benefit"
_RECIPIENT = (
    "indirect to into object.to for object.for for.modifier "
    f"clause.=use|fire|operate|deploy|receive|get|accept.subject {_ARRIVED} "
    f"infinitive.{_HELPING}.object object.infinitive.{_HELPING}.object object.predicate.{_HELPING}.object "
    "infinitive.=help|enable|allow.complement.subject ~to ~for"
)
_GOODS = "food medicine shelter fuel weapon money aid technology"

FRAMES: tuple[Frame, ...] = (
    frame(
        Supply,
        verbs("supply", "equip"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("item", "with object.with", WHAT, required=True),
        role("recipient", "object", TAKER, required=True),
        name="supply with",
        settle=settle,
    ),
    frame(
        Supply,
        verbs("supply", "give", "ship", "sell"),
        "VERB",
        role("supplier", _BY, _SENDER, context=True),
        role("recipient", _RECIPIENT, TAKER, context=True),
        role("item", "object listed", WHAT, required=True, keep="of in"),
        name="give",
        settle=settle,
    ),
    frame(
        Supply,
        "bring carry take rush ferry haul",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
        role(
            "recipient",
            "to into object.to for object.for subject.predicate.=arrive|land.in",
            TAKER,
            required=True,
        ),
        role("item", "object", _GOODS, required=True),
        name="bring",
        settle=settle,
    ),
    frame(
        Supply,
        "announce unveil approve authorize authorise",
        "VERB",
        role("supplier", "subject", GIVER, required=True),
        role(
            "recipient",
            "object.to object.for object.in.to object.in.for to for ~for.in ~to ~for ~for.modifier",
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
        role(
            "supplier",
            "subject.from subject.of.from subject.of.of.from subject.~from from",
            GIVER,
            required=True,
        ),
        role("recipient", "in to object at subject.of.poss subject.poss", TAKER, required=True),
        name="arrive",
        settle=settle,
    ),
    frame(
        Supply,
        "pay deposit",
        "VERB",
        role("supplier", _BY, _SENDER, required=True),
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
        role("recipient", "object", TAKER, required=True),
        name="fund",
        item="funding",
        settle=settle,
    ),
    frame(
        Supply,
        "support back",
        "VERB",
        role("supplier", "subject", "organization country", context=True),
        role("recipient", "object", "organization people country", required=True),
        name="support",
        item="support",
        status=SupplyStatus.ONGOING,
        settle=settle,
    ),
    frame(
        Supply,
        "treat",
        "VERB",
        role("supplier", _BY, "organization country", required=True),
        role("recipient", "object", "people", required=True),
        name="treat",
        item="treatment",
        settle=settle,
    ),
    frame(
        Supply,
        "feed",
        "VERB",
        role("supplier", _BY, "organization country", required=True),
        role("recipient", "object", "people country", required=True),
        name="feed",
        item="food",
        settle=settle,
    ),
    frame(
        Supply,
        "vaccinate immunize immunise inoculate",
        "VERB",
        role("supplier", _BY, "organization country", required=True),
        role("recipient", "object", "people", required=True),
        name="vaccinate",
        item="vaccines",
        settle=settle,
    ),
)
