"""Supply: an actor gives, sells or sends goods, arms, aid or money to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from kb.facts.base import Fact, slot
from kb.model import Modality, Name, Text


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
    POPULATED = "recipient"
    UNREAL: ClassVar = {
        SupplyStatus.PLANNED: Modality.PLANNED,
        SupplyStatus.OFFERED: Modality.PLANNED,
        SupplyStatus.ALLEGED: Modality.CLAIMED,
    }

    supplier: Name = slot(key=True, required=True)
    recipient: Name | None = slot(key=True)
    item: Text = slot(key=True, required=True)
    status: SupplyStatus = slot(default=SupplyStatus.DELIVERED)

    def told(self, modality: Modality) -> Self:
        """What is still to be supplied is planned, what may be is offered."""
        if self.status not in (SupplyStatus.DELIVERED, SupplyStatus.ONGOING) or modality not in _TO_COME:
            return self
        return replace(self, status=_TO_COME[modality])


_TO_COME = {Modality.PLANNED: SupplyStatus.PLANNED, Modality.POSSIBLE: SupplyStatus.OFFERED}
