"""Kinds of fact: one module each, with its frames beside where they are many; all else derives from them."""

from __future__ import annotations

from kb.facts import (
    affiliation,
    containment,
    containment_frames,
    designation_frames,
    exclusion_frames,
    leadership,
    leadership_frames,
    listing_frames,
    meeting,
    meeting_frames,
    meeting_visits,
    nearness_frames,
    need,
    need_frames,
    need_nouns,
    need_states,
    need_straits,
    program,
    program_frames,
    sanction,
    sanction_frames,
    supply,
    supply_flows,
    supply_nouns,
    supply_verbs,
    trade_frames,
    trial_frames,
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
    *leadership_frames.FRAMES,
    *containment_frames.FRAMES,
    *nearness_frames.FRAMES,
    *trial_frames.FRAMES,
    *program_frames.FRAMES,
    *designation_frames.FRAMES,
    *listing_frames.FRAMES,
    *exclusion_frames.FRAMES,
    *sanction_frames.FRAMES,
    *trade_frames.FRAMES,
    *need_frames.FRAMES,
    *need_nouns.FRAMES,
    *need_straits.FRAMES,
    *need_states.FRAMES,
    *meeting_frames.FRAMES,
    *meeting_visits.FRAMES,
    *supply_verbs.FRAMES,
    *supply_flows.FRAMES,
    *supply_nouns.FRAMES,
    *affiliation.FRAMES,
)
