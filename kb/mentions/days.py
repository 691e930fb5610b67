"""Days, months and years: what their names mean, and which lie so many of them away."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from kb.model import PartialDate

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
WEEKDAYS |= {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""Their last months; winter lies in two years."""
NUMBERS = {
    word: i
    for i, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
}
NUMBERS |= {"a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50}


def counted(word: str) -> int | None:
    """How many a word or numeral counts."""
    return int(word) if word.isdigit() and len(word) < 5 else NUMBERS.get(word)


def anchor_of(text: str | None) -> date | None:
    """The day that an ISO date or date-time names; None for partial and unreadable ones."""
    try:
        return None if text is None else date.fromisoformat(text[:10])
    except ValueError:
        return None


def partial(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The date with those parts, if there is one."""
    if month is None:
        return PartialDate(f"{year:04}")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return PartialDate(f"{year:04}-{month:02}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(f"{year:04}-{month:02}-{day:02}")


def day_of(day: date) -> PartialDate:
    """A day as a date."""
    return PartialDate(day.isoformat())


def month_of(day: date) -> PartialDate:
    """The month of a day as a date."""
    return PartialDate(day.isoformat()[:7])


def shifted(day: date, unit: str, count: int) -> PartialDate | None:
    """The date so many units away, as precise as the unit: weeks are known to the month."""
    try:
        if unit == "day":
            return day_of(day + timedelta(count))
        if unit == "week":
            return month_of(day + timedelta(weeks=count))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        moved = date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
    return PartialDate(f"{moved.year:04}") if unit == "year" else month_of(moved)


def weekday(wanted: int, anchor: date, *, future: bool) -> date:
    """The nearest day of that name that is not after the anchor, or for the future not before it."""
    if future:
        return anchor + timedelta((wanted - anchor.weekday()) % 7)
    return anchor - timedelta((anchor.weekday() - wanted) % 7)


def weekday_of(wanted: int, anchor: date, weeks: int) -> date:
    """The day of that name in the week so many weeks after that of the anchor."""
    return anchor + timedelta(wanted - anchor.weekday() + 7 * weeks)
