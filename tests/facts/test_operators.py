"""Programmes over a whole document: whose they are, which are the same, and how far they are."""

from __future__ import annotations

import pytest

from kb.documents.base import Document
from kb.extract import extract
from kb.facts.program import Program
from kb.gazetteer import builtin
from kb.language import parse

CASES = [
    # a later name that adds nothing is the same programme
    (
        "Iran's nuclear program worries Israel. Inspectors visited Iran's nuclear weapons program.",
        {("Iran", "nuclear program", "active")},
    ),
    # the same model by its number
    (
        "North Korea launched a Hwasong-12 ballistic missile. The Hwasong-12 missile flew over the sea.",
        {("North Korea", "Hwasong-12 ballistic missile", "tested")},
    ),
    # a state for who acts in its name
    (
        "North Korean leader Kim Jong Un watched. Kim test-fired a ballistic missile on Monday.",
        {("North Korea", "ballistic missile", "tested")},
    ),
    # the main operator of the field for what is done by nobody named
    (
        "China launched a lunar probe. China launched a satellite. A space telescope was launched in May.",
        {
            ("China", "lunar probe", "tested"),
            ("China", "satellite", "tested"),
            ("China", "space telescope", "tested"),
        },
    ),
    # who leaves an agreement does not own what it is about
    (
        "The United States left the nuclear agreement. Iran says that its nuclear program is peaceful.",
        {("Iran", "nuclear program", "active")},
    ),
    # a plan to end a programme does not end it
    (
        "Iran promised to suspend its uranium enrichment program.",
        {("Iran", "uranium enrichment program", "active")},
    ),
    # what is still planned is not tested
    (
        "India will launch a weather satellite in June.",
        {("India", "weather satellite", "planned")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_programmes_of_a_document(text: str, expected: set[tuple[str, str, str]]) -> None:
    (parsed,) = parse([Document("d", "", text, "2024-05-15")])
    assert not isinstance(parsed, Exception)
    found = [c.fact for c in extract(*parsed, gazetteer=builtin()).claims]
    assert {(f.operator, f.name, f.status) for f in found if isinstance(f, Program)} == expected
