from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.mentions.calendar import anchor_of, moved, resolve
from kb.model import PartialDate

WEDNESDAY = date(2023, 9, 13)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Wednesday", "2023-09-13"),
        ("last Wednesday", "2023-09-06"),
        ("on Tuesday evening", "2023-09-12"),
        ("yesterday", "2023-09-12"),
        ("tomorrow", "2023-09-14"),
        ("three days ago", "2023-09-10"),
        ("two weeks ago", "2023-08"),
        ("last week", "2023-09"),
        ("last month", "2023-08"),
        ("earlier this month", "2023-09"),
        ("in July", "2023-07"),
        ("in November", "2022-11"),
        ("late last July", "2023-07"),
        ("last year", "2022"),
        ("a year ago", "2022"),
        ("since 2016", "2016"),
        ("early 2019", "2019"),
        ("March 2003", "2003-03"),
        ("April 13, 2012", "2012-04-13"),
        ("13 April 2012", "2012-04-13"),
        ("the 5th of May", "2023-05-05"),
        ("Sept. 5", "2023-09-05"),
        ("25-26 July", "2023-07-25"),
        ("between May 3 and August 20, 2021", "2021"),
        ("from March to October 2019", "2019"),
        ("2021-02-11", "2021-02-11"),
        ("the third quarter of 2021", "2021"),
        ("the 1990s", None),
        ("recent weeks", None),
        ("the past two years", None),
        ("this morning", "2023-09-13"),
        ("last night", "2023-09-12"),
        ("the past year", None),
        ("last year", "2022"),
        ("12 percent", None),
        ("$2019", None),
        ("daily", None),
        ("", None),
    ],
)
def test_a_phrase_gives_a_date_as_precise_as_its_wording(phrase: str, expected: str | None) -> None:
    assert resolve(phrase, WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Tuesday", "2023-09-19"),
        ("in July", "2024-07"),
        ("next month", "2023-10"),
        ("next year", "2024"),
        ("November 2", "2023-11-02"),
        ("January 5", "2024-01-05"),
    ],
)
def test_what_is_to_come_lies_after_the_document(phrase: str, expected: str) -> None:
    assert resolve(phrase, WEDNESDAY, future=True) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("Wednesday", None), ("in July", None), ("last year", None), ("May 2010", "2010-05"), ("2010", "2010")],
)
def test_without_a_document_date_relative_wording_stays_unresolved(phrase: str, expected: str | None) -> None:
    assert resolve(phrase, None) == expected


def test_a_partial_document_date_is_no_anchor() -> None:
    assert anchor_of("2023-09") is None
    assert anchor_of("2023-09-13T10:00:00Z") == WEDNESDAY


@given(st.text(max_size=60), st.booleans())
def test_any_text_resolves_to_an_iso_date_or_to_nothing(phrase: str, future: bool) -> None:
    found = resolve(phrase, WEDNESDAY, future=future)
    if found is not None:
        date.fromisoformat({4: f"{found}-01-01", 7: f"{found}-01"}.get(len(found), found))


@pytest.mark.parametrize(
    ("known", "distance", "way", "expected"),
    [
        ("2012-12", "two months", 1, "2013-02"),
        ("2012-12-30", "three days", 1, "2013-01-02"),
        ("2013-02-20", "about a month", -1, "2013-01"),
        ("2014-03", "two years", 1, "2016"),
        ("2014-03-10", "two weeks", -1, "2014-02"),
        ("2014", "two months", 1, None),
        ("2014-03", "a week", 1, None),
        ("2014-03", "some time", 1, None),
        ("9999-12-31", "two days", 1, None),
    ],
)
def test_a_distance_is_as_precise_as_what_it_counts_from(
    known: str, distance: str, way: int, expected: str | None
) -> None:
    assert moved(PartialDate(known), distance, way) == expected
