"""What the frames of sanctions share: who issues them, against whom, why, and by which instrument."""

from __future__ import annotations

from kb.facts.frames import role

ISSUERS = "organization country person place authority"
TARGETS = "actor place people other dignitary"
WHO = "subject subject.modifier subject.poss subject.clause.subject"
"""Who does what a verb says, or whose official or law it is that does."""
WHY = "for object.for over because_of in_response_to object.in_response_to due_to"
REASON = role(
    "reason",
    "for over because_of in_response_to due_to verb.for verb.over verb.because_of verb.in_response_to "
    "on.in_response_to verb.on.in_response_to verb.on.for",
    "-country -person -time",
    keep="of in for against with on to dobj prep",
)
INSTRUMENT = role(
    "instrument", "under pursuant_to verb.under verb.pursuant_to", "instrument", keep="of appos"
)
