"""What the frames of needs share: who may need what, from whom and what for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.facts.frames import Frame, Role, frame, role
from kb.facts.need import Need

WHO = "actor people place"
GIVER = "person organization country place"
WHAT = "item access -abstract"
ANYTHING = "thing"
GOODS = "food medicine shelter fuel weapon money aid"
SUFFERING = (
    "=face|experience|suffer|confront|endure|see|have|meet|grapple|struggle|battle|fight|fill|go|lack|feel|"
    "express|identify|be|cite|leave|overcome|address|tackle|alleviate|ease|survive"
)
"""Verbs whose subject has the shortage that their object tells of."""
PURPOSE = role(
    "purpose", "for infinitive", "-country -time", keep="of for in to with dobj prep xcomp ccomp nsubj"
)
NEEDED = role("item", "object", WHAT, required=True)
NEEDER = role("needer", "subject", f"{WHO} self", required=True)


def need(triggers: Iterable[str] | str, pos: str, *roles: Role, **options: Any) -> Frame:
    """A frame of needs."""
    return frame(Need, triggers, pos, *roles, **options)
