"""Date expressions of English prose → ISO 8601 dates, as precise as the wording and no more.

Relative wording ("Wednesday", "last month", "two weeks ago", "in July") counts from an anchor, the date of
the document; without one it stays unresolved. A bare weekday or month is the nearest one that is not after
the anchor, or for what is still to come the nearest one that is not before it. Spans too wide for one date
("the 1990s", "recent weeks") give none.
"""

from __future__ import annotations

import calendar
import re
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
NUMBERS = {
    word: i
    for i, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
NUMBERS |= {"a": 1, "an": 1, "couple": 2}
DAYS_OFF = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0, "last night": -1}
DAYS_OFF |= {f"this {part}": 0 for part in ("morning", "afternoon", "evening")}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<month>{_MONTH})\.? {_DAY}(?: ?(?:-|–|to|and) ?\d+(?:th)?)?(?:,? (?:of )?{_YEAR})?\b",
        rf"\b{_DAY}(?: ?(?:-|–|to|and) ?\d+(?:th)?)? (?:of )?(?P<month>{_MONTH})\b\.?(?:,? {_YEAR})?",
        rf"\b(?P<month>{_MONTH})\b\.?(?: of)?,? {_YEAR}\b",
    )
]
_RANGE = re.compile(
    rf"\b(?:{_MONTH})\.?(?: \d+)? ?(?:-|–|to|and|until|through) ?(?:{_MONTH})\b\.?(?: \d+)?,? {_YEAR}\b"
)
"""Months apart are one date only in the year that they share."""
_UNIT = r"(?P<unit>day|week|month|year)s?"
_AGO = re.compile(rf"\b(?P<count>\w+)(?: of)? {_UNIT} (?P<way>ago|earlier|before|from now|later)\b")
_SHIFTED = re.compile(
    rf"\b(?P<way>last|past|previous|this|current|next|coming)\b (?:\w+ )?(?P<what>{_UNIT}|weekend|\w+)\b"
)
_DISTANCE = re.compile(rf"\b(?P<count>\w+)(?: of)? {_UNIT}\b")
NEEDED = {"day": 2, "week": 2, "month": 1, "year": 0}
"""How precise a date must be for one at a distance from it: parts beside the year."""
_BARE_YEAR = re.compile(r"(?<![\d,.$€£-])" + _YEAR + r"(?![\d,.%-]|s\b)")


def resolve(phrase: str, anchor: date | None, *, future: bool = False) -> PartialDate | None:
    """The date that `phrase` means in a text of date `anchor`; `future` where it tells of what is to come."""
    words = " ".join(phrase.lower().replace("’", "'").split())
    spanned = _RANGE.search(words)
    if spanned is not None:
        return PartialDate(spanned["year"])
    explicit = _explicit(words, anchor, future)
    if explicit is not None:
        return explicit
    year = _BARE_YEAR.search(words)
    if year and not (anchor and _SHIFTED.search(words)):
        return PartialDate(year["year"])
    return None if anchor is None else _relative(words, anchor, future)


def moved(known: PartialDate, distance: str, way: int) -> PartialDate | None:
    """The date that lies "two months" (`distance`) after a known one, before it where `way` is -1."""
    found = _DISTANCE.search(distance.lower())
    count = None if found is None else _count(found["count"])
    if found is None or count is None:
        return None
    unit, precision = found["unit"], known.count("-")
    if precision < NEEDED[unit]:
        return None
    return _shift(date.fromisoformat(known + "-01" * (2 - precision)), unit, way * count)


def anchor_of(text: str | None) -> date | None:
    """The day that an ISO date or date-time names; None for partial and unreadable ones."""
    try:
        return None if text is None else date.fromisoformat(text[:10])
    except ValueError:
        return None


def _explicit(words: str, anchor: date | None, future: bool) -> PartialDate | None:
    for pattern in _PATTERNS:
        found = pattern.search(words)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"]]
        day = int(parts["day"]) if parts.get("day") else None
        year = int(parts["year"]) if parts.get("year") else _year_of(month, day, anchor, future)
        return None if year is None else _iso(year, month, day)
    return None


def _iso(year: int, month: int, day: int | None) -> PartialDate | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return PartialDate(f"{year:04}-{month:02}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return PartialDate(f"{year:04}-{month:02}-{day:02}")


def _year_of(month: int, day: int | None, anchor: date | None, future: bool) -> int | None:
    """The year of a month (and day) that the text gives without one."""
    if anchor is None:
        return None
    here, there = (anchor.month, anchor.day), (month, day or anchor.day)
    if future:
        return anchor.year + (there < here)
    return anchor.year - (there > here)


def _relative(words: str, anchor: date, future: bool) -> PartialDate | None:
    for word, days in DAYS_OFF.items():
        if re.search(rf"\b{word}\b", words):
            return _day(anchor + timedelta(days))
    found = _AGO.search(words)
    if found is not None:
        return _ago(found, anchor)
    found = _SHIFTED.search(words)
    if found is not None and found["way"] == "past" and found["unit"]:
        return None  # "over the past year": a span
    step = _step(found["way"]) if found else 0
    for word in re.findall(r"[a-z]+", words):
        if word in WEEKDAYS:
            found_day = _weekday(WEEKDAYS[word], anchor, step > 0 or (future and step == 0))
            return _day(found_day + timedelta(7 * step) if found_day == anchor else found_day)
        if word in MONTHS:
            return _month(MONTHS[word], anchor, step, future)
    return _unit(found, step, anchor) if found else None


def _step(way: str) -> int:
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(way, 0)


def _weekday(weekday: int, anchor: date, future: bool) -> date:
    if future:
        return anchor + timedelta((weekday - anchor.weekday()) % 7)
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def _month(month: int, anchor: date, step: int, future: bool) -> PartialDate:
    if step < 0:
        year = anchor.year - (month >= anchor.month)
    elif step > 0 or future:
        year = anchor.year + (month < anchor.month)
    else:
        year = anchor.year - (month > anchor.month)
    return PartialDate(f"{year:04}-{month:02}")


def _ago(found: re.Match[str], anchor: date) -> PartialDate | None:
    count = _count(found["count"])
    if count is None:
        return None
    sign = 1 if found["way"] in ("from now", "later") else -1
    return _shift(anchor, found["unit"], sign * count)


def _count(counted: str) -> int | None:
    return int(counted) if counted.isdigit() and len(counted) < 5 else NUMBERS.get(counted)


def _unit(found: re.Match[str], step: int, anchor: date) -> PartialDate | None:
    unit = found["unit"]
    if found["what"] == "weekend":
        return _month_of(_weekday(5, anchor, step > 0))
    if unit is None or found["what"].endswith("s") or "few" in found.group() or "recent" in found.group():
        return None
    return _shift(anchor, unit, step)


def _shift(anchor: date, unit: str, count: int) -> PartialDate | None:
    """The anchor moved by a number of units, as precise as the unit: weeks are known to the month."""
    try:
        if unit == "day":
            return _day(anchor + timedelta(count))
        if unit == "week":
            return _month_of(anchor + timedelta(weeks=count))
        months = anchor.year * 12 + anchor.month - 1 + count * (12 if unit == "year" else 1)
        moved = date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
    return PartialDate(f"{moved.year:04}") if unit == "year" else _month_of(moved)


def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())


def _month_of(day: date) -> PartialDate:
    return PartialDate(f"{day.year:04}-{day.month:02}")
