"""Program: a state or organization runs a weapons, space or similar strategic programme or system."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.facts.frames import Frame
from kb.model import Name, Text


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

    operator: Name = slot(key=True, required=True)
    name: Text = slot(key=True, line="program", required=True)
    domain: Domain = slot(default=Domain.OTHER)
    status: ProgramStatus = slot(default=ProgramStatus.UNKNOWN)


FRAMES: tuple[Frame, ...] = ()
