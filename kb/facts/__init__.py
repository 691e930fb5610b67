"""Kinds of fact: one module each; everything else derives from KINDS and FRAMES."""

from __future__ import annotations

from kb.facts import affiliation, containment, leadership, meeting, need, program, sanction, supply
from kb.facts.base import Fact
from kb.facts.frames import Frame

KINDS: tuple[type[Fact], ...] = (
    leadership.Leadership,
    containment.Containment,
    program.Program,
    sanction.Sanction,
    need.Need,
    meeting.Meeting,
    supply.Supply,
    affiliation.Affiliation,
)
FRAMES: tuple[Frame, ...] = (
    *leadership.FRAMES,
    *containment.FRAMES,
    *program.FRAMES,
    *sanction.FRAMES,
    *need.FRAMES,
    *meeting.FRAMES,
    *supply.FRAMES,
    *affiliation.FRAMES,
)
