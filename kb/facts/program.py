"""Program: a state or organization runs a weapons, space or similar strategic programme or system."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from kb.facts.base import Fact, slot
from kb.model import Modality, Name, Text


class Domain(StrEnum):
    """The technical field of a programme."""

    NUCLEAR = "nuclear"
    MISSILE = "missile"
    SPACE = "space"
    NAVAL = "naval"
    AIR = "air"
    DRONE = "drone"
    CHEMICAL = "chemical"
    BIOLOGICAL = "biological"
    CYBER = "cyber"
    CONVENTIONAL = "conventional"
    OTHER = "other"


class ProgramStatus(StrEnum):
    """How far the programme is at the document's date."""

    ACTIVE = "active"
    PLANNED = "planned"
    DEVELOPING = "developing"
    TESTED = "tested"
    FAILED = "failed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Program(Fact):
    """`operator` runs, builds, tests or plans the programme or system called `name`."""

    TYPE = "program"
    DIRECT = "operates"
    ENDS = ("operator", "name")
    EVENTS = frozenset({ProgramStatus.TESTED, ProgramStatus.FAILED})
    UNREAL: ClassVar = {ProgramStatus.PLANNED: Modality.PLANNED}

    operator: Name = slot(key=True, required=True)
    name: Text = slot(key=True, line="program", required=True)
    domain: Domain = slot(default=Domain.OTHER)
    status: ProgramStatus = slot(default=ProgramStatus.UNKNOWN)

    def told(self, modality: Modality) -> Program:
        """What is still planned is not yet developed, tested or active; what may be developed is not yet."""
        begun = self.status in (ProgramStatus.DEVELOPING, ProgramStatus.TESTED, ProgramStatus.ACTIVE)
        developed = self.status is ProgramStatus.DEVELOPING and modality is Modality.POSSIBLE
        unreal = developed or (begun and modality is Modality.PLANNED)
        return replace(self, status=ProgramStatus.PLANNED) if unreal else self

    def given(self) -> Program:
        """A programme that somebody plans to suspend or end is active."""
        over = self.status in (ProgramStatus.SUSPENDED, ProgramStatus.ENDED)
        return replace(self, status=ProgramStatus.ACTIVE) if over else self
