"""Dates as sources write them → ISO 8601 days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|"
        "oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = r"(?P<month>[A-Za-z]{3,9})\.?"
_TIMESTAMP: Final = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def _plain(found: re.Match[str]) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _named(found: re.Match[str]) -> date:
    return date(int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"]))


def _either_order(found: re.Match[str]) -> date:
    """Day and month in whichever order only one is possible; 03/04/2023 could be two days, so it is none."""
    first, second = int(found["first"]), int(found["second"])
    if first <= 12 and second <= 12 and first != second:
        raise ValueError(found.group())
    day, month = max(first, second), min(first, second)
    return date(int(found["year"]), month, day)


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...]] = (
    (re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?!\d)"), _plain),
    (re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?!\d)"), _plain),
    (
        re.compile(
            rf"(?:[A-Za-z]+,?\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b"
        ),
        _named,
    ),
    (
        re.compile(
            rf"(?:[A-Za-z]+day,?\s+)?{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"
        ),
        _named,
    ),
    (re.compile(r"(?P<first>\d\d?)([-/.])(?P<second>\d\d?)\2(?P<year>\d{4})\b"), _either_order),
)


def iso_date(text: str | None) -> str | None:
    """The day that `text` begins with (any time and zone after it are dropped), or None if it names none."""
    words = " ".join((text or "").split())[:100]
    if _TIMESTAMP.fullmatch(words):
        return _of_timestamp(float(words))
    for form, day in _FORMS:
        if found := form.match(words):
            try:
                return day(found).isoformat()
            except (ValueError, KeyError):
                return None
    return None


def _of_timestamp(seconds: float) -> str:
    """The day, in universal time, of so many seconds (or milliseconds) after 1970 began."""
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, tz=UTC).date().isoformat()
