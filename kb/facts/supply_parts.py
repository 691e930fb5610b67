"""What the frames of supplies share: who may give and get what, and where the grammar tells it."""

from __future__ import annotations

GIVER = "person organization country place"
SENDER = f"{GIVER} giver dignitary office proper"
TAKER = "actor people society place -money"
WHAT = "item other -access -abstract -organization -country -person -place"
_DEAL = "clause.=sign|reach|agree|conclude|strike|make|win|finalize|finalise"
"""A deal to supply is a supply of those who make it."""
_CREW = (
    "=team|staff|worker|convoy|member|medic|volunteer|plane|aircraft|flight|truck|ship|vessel|flotilla|bridge|"
    "airlift|partner|colleague|programme|program|mission|delegation|personnel|engineer|expert|clinic"
)
BY = (
    f"subject.member subject.{_CREW}.modifier subject.{_CREW}.poss subject.{_CREW}.of subject.{_CREW}.from "
    f"subject {_DEAL}.subject object.of.from object.of.of.from"
)
_ARRIVED = "object.predicate.=reach.object object.predicate.=arrive|land.in"
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
