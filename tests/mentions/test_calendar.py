from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.mentions.calendar import resolve
from kb.mentions.days import anchor_of

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
        ("the day before yesterday", "2023-09-11"),
        ("the day after tomorrow", "2023-09-15"),
        ("Friday last week", "2023-09-08"),
        ("Monday of last week", "2023-09-04"),
        ("this Friday", "2023-09-15"),
        ("this Monday", "2023-09-11"),
        ("this past Monday", "2023-09-11"),
        ("next Monday", "2023-09-18"),
        ("last weekend", "2023-09"),
        ("the week before last", "2023-08"),
        ("the year before last", "2021"),
        ("eighteen months ago", "2022-03"),
        ("twenty years ago", "2003"),
        ("nearly two months ago", "2023-07"),
        ("half a year ago", None),
        ("two and a half years ago", None),
        ("more than two years ago", None),
        ("less than a month ago", None),
        ("decades ago", None),
        ("a few days ago", None),
        ("May last year", "2022-05"),
        ("November of last year", "2022-11"),
        ("June 12 last year", "2022-06-12"),
        ("in October this year", "2023-10"),
        ("January next year", "2024-01"),
        ("mid-2015", "2015"),
        ("the end of 2019", "2019"),
        ("the spring of 2017", "2017"),
        ("last spring", "2023"),
        ("last autumn", "2022"),
        ("next spring", "2024"),
        ("last winter", None),
        ("1 May of 2020", "2020-05-01"),
        ("09.10.2016", "2016-10-09"),
        ("between Feb 8 and 25", "2023-02"),
        ("the week of May 1", "2023-05"),
        ("from January 2014 to March 2016", None),
        ("from January 2014 to March 2014", "2014"),
        ("between January and March", "2023"),
        ("May and June", "2023"),
        ("November and December", "2022"),
        ("July 30 to August 2", "2023-07-30"),
        ("from 2014 to 2016", None),
        ("2014-2016", None),
        ("2015/16", None),
        ("both 2016 and 2017", None),
        ("fiscal year 2019", None),
        ("every Monday", None),
        ("each year", None),
        ("61 years old", None),
        ("1718", None),
        ("2,017 tonnes", None),
        ("the following year", None),
        ("two days later", None),
        ("the 21st century", None),
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
