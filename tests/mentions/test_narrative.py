"""Dates counted from others that a text tells."""

from __future__ import annotations

import pytest

from kb.mentions.narrative import distance, length
from kb.model import PartialDate


@pytest.mark.parametrize(
    ("known", "phrase", "way", "expected"),
    [
        ("2012-12", "two months", 1, "2013-02"),
        ("2012-12-30", "three days", 1, "2013-01-02"),
        ("2013-02-20", "about a month", -1, "2013-01"),
        ("2014-03", "two years", 1, "2016"),
        ("2014-03-10", "two weeks", -1, "2014-02"),
        ("2014", "two months", 1, None),
        ("2014-03", "a week", 1, None),
        ("9999-12-31", "two days", 1, None),
    ],
)
def test_a_distance_is_as_precise_as_what_it_counts_from(
    known: str, phrase: str, way: int, expected: str | None
) -> None:
    away = length(phrase, way)
    assert away is not None
    assert away.of(PartialDate(known)) == expected


@pytest.mark.parametrize("phrase", ["some time", "several weeks", "48 hours", "Monday", ""])
def test_what_counts_nothing_is_no_length(phrase: str) -> None:
    assert length(phrase, 1) is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("two days later", "2019-05-05"),
        ("a day earlier", "2019-05-02"),
        ("three days before", "2019-04-30"),
        ("a week later", "2019-05"),
        ("two months afterwards", "2019-07"),
        ("Three years  previously", "2016"),
        ("hours later", "2019-05-03"),
        ("two hours before", "2019-05-03"),
        ("days later", "2019-05"),
        ("a few days earlier", "2019-05"),
        ("the same day", "2019-05-03"),
        ("that night", "2019-05-03"),
        ("later that month", "2019-05"),
        ("that same year", "2019"),
        ("the next day", "2019-05-04"),
        ("the following month", "2019-06"),
        ("the previous day", "2019-05-02"),
        ("the preceding year", "2018"),
        ("time", "2019-05-03"),
    ],
)
def test_a_phrase_may_mean_a_date_only_by_one_told_before(phrase: str, expected: str) -> None:
    away = distance(phrase)
    assert away is not None
    assert away.of(PartialDate("2019-05-03")) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "weeks later",
        "several weeks earlier",
        "Monday",
        "last month",
        "two days ago",
        "next year",
        "some time",
        "2016",
    ],
)
def test_other_phrases_count_from_none(phrase: str) -> None:
    assert distance(phrase) is None


@pytest.mark.parametrize(("known", "phrase"), [("2019", "that month"), ("2019-05", "the next day")])
def test_a_date_too_vague_to_count_from_gives_none(known: str, phrase: str) -> None:
    away = distance(phrase)
    assert away is not None
    assert away.of(PartialDate(known)) is None
