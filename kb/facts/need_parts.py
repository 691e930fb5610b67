"""What the frames of needs share: who may need what, from whom and what for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.facts.frames import Candidate, Frame, Role, Settle, Values, frame, role
from kb.facts.lexicon import nouns, verbs
from kb.facts.need import Need
from kb.facts.need_senses import is_no_need

WHO = "actor people place"
GIVER = "person organization country place"
WHAT = "item access -abstract"
NOUN = "thing access -abstract -time -date"
THING = f"{NOUN} -act"
ANYTHING = "thing"
GOODS = "food medicine shelter fuel weapon money aid"
STOCKS = "subject.=stock|supply|reserve|stockpile|inventory|level.of"
"""Of what there are stocks that come to an end."""
ACTS = (
    "=purchase|acquisition|procurement|delivery|supply|provision|deployment|establishment|transfer|shipment|dispatch|"
    "opening|creation|distribution|resumption|import"
)
"""Acts asked for that bring what follows after "of"."""
GETTING = "get|obtain|secure|acquire|buy|purchase|import|receive|raise|find|procure|borrow|access"
GIVING = "|".join(
    sorted(
        verbs("supply", "give", "ship", "sell", "fund", "resume") | {"release", "let", "publish", "return"}
    )
)
BRINGING = "get|bring|deliver|rush|send|move|ship|fly"
SENDING = "|".join(sorted(verbs("supply", "give", "ship") | {"bring", "get", "take"}))
"""Verbs whose subject has what he brings to those who need it."""
OTHERS = "complement.to complement.indirect complement.object.to complement.object.for complement.for"
"""Whom somebody is asked to supply, who is not always the one that asks."""
BASICS = nouns("food", "medicine", "shelter", "fuel") | set(
    "electricity power heating healthcare internet education aid sanitation care protection".split()
)
"""What nobody can do without."""
SUFFERING = (
    "=face|experience|suffer|confront|endure|see|have|meet|grapple|struggle|battle|fight|fill|go|lack|feel|"
    "express|identify|be|cite|leave|overcome|address|tackle|alleviate|ease|survive"
)
"""Verbs whose subject has the shortage that their object tells of."""
PURPOSE = role(
    "purpose", "for infinitive", "-country -time", keep="of for in to with dobj prep xcomp ccomp nsubj"
)
NEEDED = role("item", "object", WHAT, required=True)
PLANS = "=plan|appeal|response|operation|programme|program|effort|project|initiative|crisis"
"""Undertakings that need what those need for whom they are run."""
NEEDER = role(
    "needer",
    f"subject.member subject.{PLANS}.poss subject.{PLANS}.for subject.{PLANS}.in "
    f"subject.{PLANS}.modifier subject "
    f"object.verb.={SENDING}.indirect object.verb.={SENDING}.to "
    "object.verb.=have|get|receive|find|access.subject",
    f"{WHO} dignitary office self",
    required=True,
)


def need(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame of needs; words used in another sense tell none."""
    settle: Settle | None = options.pop("settle", None)

    def sound(values: Values, candidate: Candidate) -> Values | list[Values] | None:
        if is_no_need(candidate):
            return None
        return values if settle is None else settle(values, candidate)

    return frame(Need, triggers, pos, *roles, settle=sound, **options)
