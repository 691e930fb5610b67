"""Supply: an actor gives, sells or sends goods, arms, aid or money to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
from kb.model import Name, Text


class SupplyStatus(StrEnum):
    """How far the supply has come."""

    DELIVERED = "delivered"
    ONGOING = "ongoing"
    OFFERED = "offered"
    PLANNED = "planned"
    ALLEGED = "alleged"
    STOPPED = "stopped"


@dataclass(frozen=True, kw_only=True)
class Supply(Fact):
    """`supplier` supplies `recipient` with `item`."""

    TYPE = "supply"
    DIRECT = "supplies"
    ENDS = ("supplier", "recipient")

    supplier: Name = slot(key=True, required=True)
    recipient: Name | None = slot(key=True)
    item: Text = slot(key=True, required=True)
    status: SupplyStatus = slot(default=SupplyStatus.DELIVERED)


FRAMES: tuple[Frame, ...] = ()
