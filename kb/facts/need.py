"""Need: an actor lacks, seeks or depends on something."""

from __future__ import annotations

from dataclasses import dataclass

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
from kb.model import Name, Text


@dataclass(frozen=True, kw_only=True)
class Need(Fact):
    """`needer` needs `item`, from `supplier`, for `purpose`."""

    TYPE = "need"
    DIRECT = "needs"
    ENDS = ("needer", "item")

    needer: Name = slot(key=True, required=True)
    item: Text = slot(key=True, required=True)
    supplier: Name | None = slot()
    purpose: Text | None = slot()


FRAMES: tuple[Frame, ...] = ()
