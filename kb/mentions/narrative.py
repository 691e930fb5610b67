"""Dates counted from another one that the text tells: "two days later", "that month", "the next day"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kb.mentions.days import counted, shifted
from kb.model import PartialDate

NEEDED = {"day": 2, "week": 2, "month": 1, "year": 0}
"""How precise a date must be for one at a distance from it: parts beside the year."""
HALF_A_DAY = 12
"""Hours that may lie in another day."""
_BACK = frozenset({"earlier", "before", "previously", "preceding", "previous"})
_CUE = re.compile(r"later|earlier|before|after|previous|preced|following|next|same|that|^time$")
"""What every phrase has that counts from a date told before."""
_VAGUE = {"minute": "day", "hour": "day", "day": "month"}
"""As what one is known that lies some of these units away."""
_LENGTH = r"(?:\b(?P<count>\w+)(?: of)? )?\b(?P<unit>minute|hour|day|week|month|year)s?\b"
_AWAY = re.compile(rf"{_LENGTH} (?P<way>later|earlier|before|after|afterwards|previously)\b")
_NEXT = re.compile(
    r"\bthe (?P<way>following|preceding|previous|next(?= day)) (?P<unit>day|week|month|year)\b"
)
_SAME = re.compile(
    r"\b(?:that|(?:that|the) (?:very )?same) (?P<unit>day|night|week|month|year)\b|^(?P<time>time)$"
)


class Distance(NamedTuple):
    """So many units after a date, before it where `number` is negative; without a unit that date itself."""

    number: int
    unit: str | None

    def of(self, known: PartialDate) -> PartialDate | None:
        """The date that far from a known one, if that is precise enough."""
        precision = known.count("-")
        if self.unit is None:
            return known
        if precision < NEEDED[self.unit]:
            return None
        return shifted(date.fromisoformat(known + "-01" * (2 - precision)), self.unit, self.number)


def length(phrase: str, way: int) -> Distance | None:
    """How far "about two months" reaches, back where `way` is -1; "hours" leave the day, "days" the month."""
    found = re.search(_LENGTH, phrase.lower())
    if found is None:
        return None
    count, unit = counted(found["count"] or ""), found["unit"]
    if count is not None and unit not in ("minute", "hour"):
        return Distance(way * count, unit)
    return Distance(0, _VAGUE[unit]) if unit in _VAGUE and (count or 0) < HALF_A_DAY else None


def distance(phrase: str) -> Distance | None:
    """How far from a date told before that lies which a phrase means only by it; None for other phrases."""
    words = " ".join(phrase.lower().split())
    if not _CUE.search(words):
        return None
    same = _SAME.search(words)
    if same is not None:
        return Distance(0, None if same["time"] else same["unit"].replace("night", "day"))
    following = _NEXT.search(words)
    if following is not None:
        return Distance(-1 if following["way"] in _BACK else 1, following["unit"])
    away = _AWAY.search(words)
    return None if away is None else length(away.group(), -1 if away["way"] in _BACK else 1)
