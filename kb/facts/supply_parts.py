"""What the frames of supplies share: who may give and get what, and where the grammar tells it."""

from __future__ import annotations

from kb.facts.lexicon import verbs

GIVER = "person organization country place"
BRINGER = f"{GIVER} giver dignitary office proper"
"""Who brings goods is no ship."""
SENDER = f"{BRINGER} actor"
TAKER = "actor people society place self proper -money"
WHAT = "item other -access -abstract -honour -organization -country -person -place"
TRANSFER = (
    "delivery supply shipment sale transfer donation provision export consignment handover gift distribution "
    "transport flow drop airdrop drawdown airlift injection resupply contribution allocation disbursement"
).split()
"""Nouns for the giving of what follows after "of"."""
TRANSFERS = f"={'|'.join(TRANSFER)}|import|purchase"
_DEAL = "clause.=sign|reach|agree|conclude|strike|make|win|finalize|finalise"
"""A deal to supply is a supply of those who make it."""
_CREW = (
    "=peacekeeper|frigate|warship|destroyer|tanker|helicopter|barge|boat|troop|soldier|force|marine|embassy|warplane|team|staff|worker|convoy|member|medic|volunteer|plane|aircraft|flight|truck|ship|vessel|flotilla|bridge|"
    "airlift|partner|colleague|programme|program|mission|delegation|personnel|engineer|expert|clinic"
)
_STAFF = _CREW.replace("|partner|colleague", "")
"""Of whom "Kenya's partners" are none."""
BY = (
    f"subject.member subject.called subject.{_CREW}.modifier subject.{_STAFF}.poss subject.{_CREW}.of "
    f"subject.{_CREW}.from "
    f"subject.{_STAFF}.verb.subject subject {_DEAL}.subject object.of.from object.of.of.from"
)
_ARRIVED = "object.predicate.=reach.object object.predicate.=arrive|land.in object.predicate.=arrive|land.at"
HELPING = "=help|assist|support|enable|allow|reach|benefit"
RECIPIENT = (
    "indirect to into towards.of towards toward object.to object.for.modifier for "
    "object.towards object.of.for object.of.to object.for "
    "for.modifier "
    f"clause.=use|fire|operate|deploy|receive|get|accept.subject {_ARRIVED} "
    f"infinitive.{HELPING}.object object.infinitive.{HELPING}.object object.predicate.{HELPING}.object "
    "infinitive.=help|enable|allow.complement.subject ~to ~for"
)
COLLECTIVE = "object.=fleet|series|range|array|collection|convoy|shipload|planeload.of"
CARRYING = (
    "subject.predicate.=carry|load|bring|transport|haul.object subject.predicate.=load|pack|fill.with "
    "subject.=convoy|truck|ship|plane|aircraft|vessel|lorry|shipment|flight.of subject.with "
    "subject.=shipment|consignment|delivery|donation|cargo.of"
)
"""What is in the vehicles that arrive."""
GOODS = "food medicine shelter fuel weapon money aid technology"
ACTING = verbs("pledge", "offer", "resume", "withhold") | {
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
    "speed",
}
"""Verbs whose subject is who supplies what their object tells of."""
BENEFICIARY = (
    "predicate.=benefit|help|assist|support|reach|feed|rebuild|repair|equip.object "
    f"infinitive.{HELPING}.object"
    " infinitive.=help|enable|allow.complement.subject"
)
BOUND = "verb.=destine|bind|bound|intend|head|earmark|slate.for"
"""Where things are said to go that have not come there yet."""
