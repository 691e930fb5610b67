from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.mentions.forms import (
    acronym_of,
    parts,
    same_but_for_suffix,
    same_person,
    short_for_organization,
    short_for_person,
    sound,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Omar al-Haddad", ("omar", "haddad")),
        ("José Ñúñez-Pérez", ("jose", "nunez", "perez")),
        ("U.N.", ("un",)),
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("El", ("el",)),
        ("—", ()),
    ],
)
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert parts(name) == words


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("qadhafi", "kaddafi", True),
        ("mohammed", "muhammad", True),
        ("sergei", "sergey", True),
        ("rohani", "rouhani", True),
        ("katar", "qatar", True),
        ("orlov", "orlow", True),
        ("stone", "stein", True),
        ("haddad", "mora", False),
    ],
)
def test_spellings_that_sound_alike(first: str, second: str, same: bool) -> None:
    assert (sound(first) == sound(second)) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Anna Brandt", "Anna Brandt", True),
        ("Anna Maria Brandt", "Anna Brandt", True),
        ("A. Brandt", "Anna Brandt", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Sergei Orlov", "Sergey Orlov", True),
        ("Mohammed bin Salman Al Haddad", "Mohammed bin Salman", True),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Anna Brandt", "Karl Brandt", False),
        ("Anna Brandt", "Anna Huber", False),
    ],
)
def test_names_of_one_person(first: str, second: str, same: bool) -> None:
    assert same_person(first, second) is same
    assert same_person(second, first) is same


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Brandt", "Anna Brandt", True),
        ("al-Haddad", "Omar al-Haddad", True),
        ("Kim", "Kim Jong-un", True),
        ("Orlow", "Sergei Orlov", True),
        ("von der Leyen", "Ursula von der Leyen", True),
        ("Huber", "Anna Brandt", False),
        ("", "Anna Brandt", False),
    ],
)
def test_short_names_of_persons(short: str, full: str, fits: bool) -> None:
    assert short_for_person(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("IGB", "International Grain Board", True),
        ("I.G.B.", "International Grain Board", True),
        ("FAO", "Food and Agriculture Organization", True),
        ("OFM", "Office of Foreign Markets", True),
        ("OOFM", "Office of Foreign Markets", True),
        ("IGC", "International Grain Board", False),
        ("Igb", "International Grain Board", False),
        ("B", "Board", False),
    ],
)
def test_acronyms(short: str, full: str, fits: bool) -> None:
    assert acronym_of(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Foreign Ministry", "Sandovian Foreign Ministry", True),
        ("Vedeno", "Vedeno Bank", True),
        ("Grain Board", "International Grain Board", True),
        ("Ministry", "Foreign Ministry", False),
        ("Bank", "Bank of Vedeno", False),
        ("Grain", "International Grain Board", False),
        ("International Grain Board", "Grain Board", False),
    ],
)
def test_short_names_of_organizations(short: str, full: str, fits: bool) -> None:
    assert short_for_organization(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Vedeno", "Vedeno Group", True),
        ("Vedeno", "Vedeno International Ltd.", True),
        ("Vedeno", "Vedeno Summit", False),
        ("Vedeno", "Old Vedeno", False),
    ],
)
def test_suffixes_of_companies(short: str, full: str, same: bool) -> None:
    assert same_but_for_suffix(short, full) is same


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_names_can_be_compared(first: str, second: str) -> None:
    assert same_person(first, second) is same_person(second, first)
    for compare in (short_for_person, short_for_organization, acronym_of):
        assert compare(first, second) in (True, False)
