"""Kinds of fact: one module each, with its frames beside where they are many; all else derives from them."""

from __future__ import annotations

from kb.facts import (
    affiliation,
    containment,
    leadership,
    meeting,
    need,
    need_frames,
    program,
    sanction,
    sanction_frames,
    supply,
    supply_frames,
)
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
    *sanction_frames.FRAMES,
    *need_frames.FRAMES,
    *meeting.FRAMES,
    *supply_frames.FRAMES,
    *affiliation.FRAMES,
)
