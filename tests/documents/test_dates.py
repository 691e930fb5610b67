"""Dates of sources."""

from __future__ import annotations

import pytest

from kb.documents.dates import iso_date


@pytest.mark.parametrize(
    "text, day",
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-9-3", "2023-09-03"),
        ("20230913", "2023-09-13"),
        ("2023-09-13T23:30:00-05:00", "2023-09-13"),
        ("2023-09-13 10:00:00+00:00", "2023-09-13"),
        ("2023/09/13", "2023-09-13"),
        ("Wed, 13 Sep 2023 10:00:00 GMT", "2023-09-13"),
        ("13 September 2023", "2023-09-13"),
        ("13-Sep-2023", "2023-09-13"),
        ("September 13, 2023", "2023-09-13"),
        ("Sept. 13, 2023", "2023-09-13"),
        ("Wednesday, September 13th, 2023, 10:00 a.m.", "2023-09-13"),
        ("1st May 2004", "2004-05-01"),
        ("13/09/2023", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("04.04.2023", "2023-04-04"),
        ("1694606400", "2023-09-13"),
        ("1694606400000", "2023-09-13"),
        ("03/04/2023", None),
        ("2023-13-45", None),
        ("31 June 2023", None),
        ("13 Brumaire 2023", None),
        ("2023", None),
        ("2023-09", None),
        ("yesterday", None),
        ("9" * 60, None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_its_iso_day_or_none(text: str | None, day: str | None) -> None:
    assert iso_date(text) == day
