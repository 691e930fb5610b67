"""Kinds of fact: one module each; everything else derives from KINDS."""

from __future__ import annotations

from kb.facts.affiliation import Affiliation
from kb.facts.base import Fact
from kb.facts.containment import Containment
from kb.facts.leadership import Leadership
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.facts.program import Program
from kb.facts.sanction import Sanction
from kb.facts.supply import Supply

KINDS: tuple[type[Fact], ...] = (
    Leadership,
    Containment,
    Program,
    Sanction,
    Need,
    Meeting,
    Supply,
    Affiliation,
)
