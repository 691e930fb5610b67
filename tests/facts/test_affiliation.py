"""Belonging: citizens, members, and where organizations are based."""

from __future__ import annotations

import pytest

from kb.facts.affiliation import Affiliation
from tests.facts.marked import slots

PERSON, BODY = "[Mia Lund|person]", "[Nordvik|organization]"
STATED = [
    (f"{PERSON}, an economist at {BODY}, was cautious.", {("Mia Lund", "Nordvik", "member_of")}),
    (f"{PERSON} of {BODY} disagreed.", {("Mia Lund", "Nordvik", "member_of")}),
    (f"{BODY} analyst {PERSON} disagreed.", {("Mia Lund", "Nordvik", "member_of")}),
    (f"{PERSON} works for {BODY}.", {("Mia Lund", "Nordvik", "member_of")}),
    (f"The [Norway|country:Norwegian] novelist {PERSON} won.", {("Mia Lund", "Norway", "citizen_of")}),
    (f"{PERSON}, a citizen of [Norway|country], was freed.", {("Mia Lund", "Norway", "citizen_of")}),
    (f"[Norway|country]'s {BODY} cut its forecast.", {("Nordvik", "Norway", "based_in")}),
    (f"{BODY}, based in [Oslo|place], cut its forecast.", {("Nordvik", "Oslo", "based_in")}),
    (f"{BODY} in [Oslo|place] cut its forecast.", {("Nordvik", "Oslo", "based_in")}),
    (
        "[Finland|country] joined [NATO|organization] last year.",
        {("Finland", "NATO", "member_of")},
    ),
]
NOTHING = [
    f"{PERSON} criticised {BODY}.",
    f"{PERSON} flew to [Norway|country].",
    f"{BODY} sued [Norway|country].",
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_belonging_is_read(sentence: str, expected: set[tuple[str, ...]]) -> None:
    assert slots(Affiliation, sentence, "member", "of", "relation") == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_belonging_is_made_up(sentence: str) -> None:
    assert slots(Affiliation, sentence, "member", "of", "relation") == set()
