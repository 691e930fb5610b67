"""Sanction: an authority restricts a target's trade, assets or movement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
from kb.model import Name, Text


class SanctionStatus(StrEnum):
    """Where the sanction stands at the document's date."""

    IN_FORCE = "in_force"
    IMPOSED = "imposed"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    EXTENDED = "extended"
    EASED = "eased"
    LIFTED = "lifted"
    VIOLATED = "violated"


@dataclass(frozen=True, kw_only=True)
class Sanction(Fact):
    """`issuer` sanctions `target` by `measure` ("arms embargo") for `reason` under `instrument`."""

    TYPE = "sanction"
    DIRECT = "sanctions"
    ENDS = ("issuer", "target")

    issuer: Name | None = slot(key=True)
    target: Name = slot(key=True, required=True)
    measure: Text | None = slot(key=True)
    reason: Text | None = slot()
    instrument: Text | None = slot()
    status: SanctionStatus = slot(default=SanctionStatus.IN_FORCE)


FRAMES: tuple[Frame, ...] = ()
