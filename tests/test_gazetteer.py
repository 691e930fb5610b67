"""What the shipped gazetteer knows, and that its tables are sound."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kb.gazetteer import builtin
from kb.gazetteer.names import fold
from kb.gazetteer.shipping import DATA, shipped, table

GAZETTEER = builtin()
COLLISIONS = [
    "bayern",
    "bis",
    "djibouti",
    "emirates",
    "george bush",
    "georgia",
    "hyderabad",
    "kingston",
    "luxembourg",
    "raf",
    "rsf",
    "san jose",
    "sana",
    "santiago",
    "victoria",
]
"""Names of several well-known entries: linking must tell them apart by context."""
ENTRIES = [entry for entry, _ in shipped(table("countries.tsv"))]


def test_identifiers_are_well_formed() -> None:
    assert [e.name for e in ENTRIES if e.wikidata and not re.fullmatch(r"Q[1-9]\d*", e.wikidata)] == []
    assert [e.name for e in ENTRIES if e.geonames and not e.geonames.isdigit()] == []
    assert [e.name for e in ENTRIES if e.iso2 and not re.fullmatch(r"[A-Z]{2}", e.iso2)] == []


def test_no_identifier_names_two_entries_of_one_kind() -> None:
    for field in ("wikidata", "geonames"):
        counts = Counter((e.kind, getattr(e, field)) for e in ENTRIES if getattr(e, field))
        assert {key: count for key, count in counts.items() if count > 1} == {}


def test_every_row_has_the_columns_and_kinds_it_needs() -> None:
    assert len(ENTRIES) > 18_000
    assert [e.name for e in ENTRIES if not 0 < e.prior <= 1] == []
    assert [e.name for e in ENTRIES if (e.lat is None) != (e.lon is None)] == []


def test_no_person_organization_or_thing_stands_twice() -> None:
    counts = Counter((e.name, e.kind, e.iso2) for e in ENTRIES if e.kind.value not in ("place", "country"))
    assert {key: count for key, count in counts.items() if count > 1} == {}


def test_every_country_has_identifiers_and_its_capital_is_known() -> None:
    countries = [e for e in ENTRIES if e.subtype == "country"]
    assert len(countries) == 250
    assert [e.name for e in countries if not (e.wikidata and e.geonames and e.iso2)] == []
    seats = [row for row in table("countries.tsv") if row["capital"]]
    assert [row["name"] for row in seats if GAZETTEER.capital(row["name"]) is None] == []


def test_offices_are_held_in_known_places_with_ordered_dates() -> None:
    held = [(e.name, office) for e in ENTRIES for office in e.offices]
    dates = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
    wrong = [
        (name, office)
        for name, office in held
        if any(date is not None and not dates.fullmatch(date) for date in (office.start, office.end))
        or (office.start and office.end and office.start[:4] > office.end[:4])
    ]
    assert len(held) > 4_000
    assert wrong == []


def test_well_known_names_that_several_bear() -> None:
    bearers: dict[str, set[str]] = {}
    for entry, names in shipped(table("countries.tsv")):
        if entry.prior >= 0.6:
            for name in names:
                bearers.setdefault(fold(name), set()).add(f"{entry.name} {entry.kind} {entry.iso2}")
    assert sorted(name for name, entries in bearers.items() if len(entries) > 1) == COLLISIONS


def test_the_tables_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.tsv")) <= 2_000_000


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
