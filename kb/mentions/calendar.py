"""Date expressions of English prose → ISO 8601 dates, as precise as the wording and no more.

Relative wording ("Wednesday", "last month", "two weeks ago", "in July") counts from an anchor, the date of
the document; without one it stays unresolved. A bare weekday or month is the nearest one that is not after
the anchor, or for what is still to come the nearest one that is not before it. Spans too wide for one date
("the 1990s", "recent weeks", "from 2014 to 2016") give none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kb.mentions.days import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    counted,
    day_of,
    month_of,
    partial,
    shifted,
    weekday,
    weekday_of,
)
from kb.model import PartialDate

DAYS_OFF = {"day before yesterday": -2, "day after tomorrow": 2}
DAYS_OFF |= {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0, "last night": -1}
DAYS_OFF |= {f"this {part}": 0 for part in ("morning", "afternoon", "evening")}
STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

_DAYS_OFF = re.compile(rf"\b(?:{'|'.join(DAYS_OFF)})\b")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        r"\b(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?P<year>\d{4})\b",
        rf"\b(?P<month>{_MONTH})\.? {_DAY}(?: ?(?:-|–|to|and) ?\d+(?:th)?)?(?:,? (?:of )?{_YEAR})?\b",
        rf"\b{_DAY}(?: ?(?:-|–|to|and) ?\d+(?:th)?)? (?:of )?(?P<month>{_MONTH})\b\.?(?:,? (?:of )?{_YEAR})?",
        rf"\b(?P<month>{_MONTH})\b\.?(?: of)?,? {_YEAR}\b",
    )
]
_RANGE = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?(?P<day> \d\d?)?(?:,? (?P<since>\d{{4}}))? ?(?:-|–|to|and|until|through) ?"
    rf"(?:{_MONTH})\b\.?(?: \d\d?\b)?(?:,? {_YEAR}\b)?"
)
"""Months apart are one date only in the year that they share."""
_WITHIN = re.compile(r"^(?:sometime )?between\b|\bweek of\b")
"""What lies between days is known to the month."""
_VAGUE = re.compile(
    r"\b(?:every|each|fiscal|financial|fy|half an?|(?:more|less) than|over an?|under an?|at least|within)\b"
)
"""What recurs, is counted otherwise, or lies beyond or before a date that is told."""
_UNIT = r"(?P<unit>day|week|month|year)s?"
_AGO = re.compile(rf"\b(?P<count>\w+)(?: of)? {_UNIT} (?P<way>ago|from now)\b")
_SHIFTED = re.compile(
    rf"\b(?P<way>{'|'.join(STEPS)})\b (?:\w+ )?(?P<what>{_UNIT}|weekend|{'|'.join(SEASONS)}|\w+)\b"
)
_BEFORE_LAST = re.compile(r"\b(?P<unit>week|month|year) before last\b")
_SHIFTED_YEAR = re.compile(r"\b(?P<way>last|this|next) year\b")
_DIGIT = re.compile(r"\d")
_BARE_YEAR = re.compile(r"(?:(?<=mid-)|(?<![\d,.$€£/-]))" + _YEAR + r"(?![\d,.%/-]|s\b)")


def resolve(phrase: str, anchor: date | None, *, future: bool = False) -> PartialDate | None:
    """The date that `phrase` means in a text of date `anchor`; `future` where it tells of what is to come."""
    words = " ".join(phrase.lower().replace("’", "'").split())
    if _VAGUE.search(words):
        return None
    spanned = _RANGE.search(words)
    if spanned is not None and not (spanned["day"] and spanned["year"] is None):
        return _shared(words, spanned, anchor, future)
    if _DIGIT.search(words):
        explicit = _explicit(words, anchor, future)
        if explicit is not None:
            return PartialDate(explicit[:7]) if _WITHIN.search(words) else explicit
        years = {found["year"] for found in _BARE_YEAR.finditer(words)}
        if years and not (anchor and _SHIFTED.search(words)):
            return PartialDate(years.pop()) if len(years) == 1 else None
    return None if anchor is None else _relative(words, anchor, future)


def _shared(words: str, months: re.Match[str], anchor: date | None, future: bool) -> PartialDate | None:
    """The year of months apart."""
    if months["since"] and months["since"] != months["year"]:
        return None
    year = months["year"] or _year_of(words, MONTHS[months["month"]], None, anchor, future)
    return None if year is None else partial(int(year))


def _explicit(words: str, anchor: date | None, future: bool) -> PartialDate | None:
    for pattern in _PATTERNS:
        found = pattern.search(words)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"]]
        day = int(parts["day"]) if parts.get("day") else None
        year = int(parts["year"]) if parts.get("year") else _year_of(words, month, day, anchor, future)
        return None if year is None else partial(year, month, day)
    return None


def _year_of(words: str, month: int, day: int | None, anchor: date | None, future: bool) -> int | None:
    """The year of a month (and day) that the text gives without one."""
    if anchor is None:
        return None
    told = _SHIFTED_YEAR.search(words)
    if told is not None:
        return anchor.year + STEPS[told["way"]]
    here, there = (anchor.month, anchor.day), (month, day or anchor.day)
    if future:
        return anchor.year + (there < here)
    return anchor.year - (there > here)


def _relative(words: str, anchor: date, future: bool) -> PartialDate | None:
    off = _DAYS_OFF.search(words)
    if off is not None:
        return day_of(anchor + timedelta(DAYS_OFF[off.group()]))
    found = _AGO.search(words)
    if found is not None:
        return _ago(found, anchor)
    found = _BEFORE_LAST.search(words)
    if found is not None:
        return shifted(anchor, found["unit"], -2)
    found = _SHIFTED.search(words)
    if found is not None and found["way"] == "past" and found["unit"]:
        return None  # "over the past year": a span
    return _named(words, found, anchor, future) or (_unit(found, anchor) if found else None)


def _named(words: str, shift: re.Match[str] | None, anchor: date, future: bool) -> PartialDate | None:
    """The nearest day or month of the first name of one."""
    step = STEPS[shift["way"]] if shift else 0
    for word in re.findall(r"[a-z]+", words):
        if word in WEEKDAYS:
            return _weekday(WEEKDAYS[word], shift, anchor, future)
        if word in MONTHS:
            return _month(words, MONTHS[word], anchor, step, future)
    return None


def _weekday(wanted: int, shift: re.Match[str] | None, anchor: date, future: bool) -> PartialDate:
    step = STEPS[shift["way"]] if shift else 0
    if shift and (shift["unit"] == "week" or (shift["way"] == "this" and not shift["unit"])):
        return day_of(weekday_of(wanted, anchor, step))
    day = weekday(wanted, anchor, future=step > 0 or (future and step == 0))
    return day_of(day + timedelta(7 * step) if day == anchor else day)


def _month(words: str, month: int, anchor: date, step: int, future: bool) -> PartialDate | None:
    if _SHIFTED_YEAR.search(words) or step == 0:
        return partial(_year_of(words, month, None, anchor, future) or anchor.year, month)
    if step < 0:
        return partial(anchor.year - (month >= anchor.month), month)
    return partial(anchor.year + (month < anchor.month), month)


def _ago(found: re.Match[str], anchor: date) -> PartialDate | None:
    count = counted(found["count"])
    return (
        None
        if count is None
        else shifted(anchor, found["unit"], count if found["way"] == "from now" else -count)
    )


def _unit(found: re.Match[str], anchor: date) -> PartialDate | None:
    unit, step = found["unit"], STEPS[found["way"]]
    if found["what"] == "weekend":
        return month_of(weekday(5, anchor, future=step > 0))
    if found["what"] in SEASONS:
        over = anchor.month > SEASONS[found["what"]]
        return partial(anchor.year - (step < 0 and not over) + (step > 0 and over))
    if unit is None or found["what"].endswith("s") or "few" in found.group() or "recent" in found.group():
        return None
    return shifted(anchor, unit, step)
