"""What the shipped gazetteer knows, and that its tables are sound."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kb.gazetteer import builtin
from kb.gazetteer.builtin import shipped, table

GAZETTEER = builtin()
ENTRIES = [entry for entry, _ in shipped(table("countries.tsv"))]


def test_identifiers_are_well_formed() -> None:
    assert [e.name for e in ENTRIES if e.wikidata and not re.fullmatch(r"Q[1-9]\d*", e.wikidata)] == []
    assert [e.name for e in ENTRIES if e.geonames and not e.geonames.isdigit()] == []
    assert [e.name for e in ENTRIES if e.iso2 and not re.fullmatch(r"[A-Z]{2}", e.iso2)] == []


def test_no_identifier_names_two_entries_of_one_kind() -> None:
    for field in ("wikidata", "geonames"):
        counts = Counter((e.kind, getattr(e, field)) for e in ENTRIES if getattr(e, field))
        assert {key: count for key, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("DPRK", "North Korea"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("São Tomé & Príncipe", "São Tomé and Príncipe"),
        ("Kiev", "Kyiv"),
        ("al-Qaida", "Al-Qaeda"),
        ("Emmanuel Macron", "Emmanuel Macron"),
    ],
)
def test_alias_leads_to_the_usual_name(alias: str, name: str) -> None:
    assert GAZETTEER.entries(alias)[0].name == name


@pytest.mark.parametrize(
    ("words", "end", "name"),
    [
        ("the Democratic Republic of the Congo said", 6, "Democratic Republic of the Congo"),
        ("the U.S. State Department said", 4, "United States Department of State"),
        ("the N'Djamena government", 2, "N'Djamena"),
    ],
)
def test_match_takes_the_longest_name(words: str, end: int, name: str) -> None:
    found = GAZETTEER.match(words.split(), 1)
    assert found is not None
    assert (found[0], found[1][0].name) == (end, name)


@pytest.mark.parametrize("words", ["let us go", "a turkey sandwich", "who said so"])
def test_match_respects_capitals(words: str) -> None:
    assert GAZETTEER.match(words.split(), 1) is None


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "Russia"), ("Iranians", "Iran"), ("Nigerien", "Niger"), ("Soviet", "Soviet Union")],
)
def test_demonyms(word: str, country: str) -> None:
    entry = GAZETTEER.demonym(word)
    assert entry is not None
    assert entry.name == country


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("the Kremlin", "Russia"),
        ("Pyongyang", "North Korea"),
        ("White House", "United States"),
        ("Rome", "Italy"),
    ],
)
def test_metonyms(phrase: str, country: str) -> None:
    entry = GAZETTEER.metonym(phrase)
    assert entry is not None
    assert entry.name == country


def test_capital_country_and_code() -> None:
    capital = GAZETTEER.capital("Ukraine")
    assert capital is not None
    assert capital.name == "Kyiv"
    assert GAZETTEER.country_of(capital) == GAZETTEER.country("UA")
