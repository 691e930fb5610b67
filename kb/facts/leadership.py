"""Leadership: a person holds, held or will hold an office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.facts.base import Fact, slot
from kb.model import Name, PartialDate, Text


class OfficeStatus(StrEnum):
    """Where the person stands with regard to the office at the document's date."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    CANDIDATE = "candidate"


@dataclass(frozen=True, kw_only=True)
class Leadership(Fact):
    """`person` holds the office `role` (without the country: "defense minister") of `of`."""

    TYPE = "leader"
    DIRECT = "leads"
    ENDS = ("person", "of")

    person: Name = slot(key=True, required=True)
    role: Text = slot(key=True, required=True)
    of: Name | None = slot(key=True)
    status: OfficeStatus = slot(default=OfficeStatus.CURRENT)
    from_: PartialDate | None = slot()
    to: PartialDate | None = slot()
