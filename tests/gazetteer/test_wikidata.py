"""A dump, made here in the real format, becomes a gazetteer file."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kb.errors import GazetteerError
from kb.gazetteer import Entry, Office, load
from kb.gazetteer.making import from_dump
from kb.model import IndividualKind
from tests.gazetteer.items import held, item

ITEMS: list[dict[str, Any]] = [
    # The person comes before the office and the office before the country: nothing may depend on the order.
    item(
        "Q900001",
        "Ilmar Tuvik",
        aliases=("I. Tuvik",),
        P31=["Q5"],
        P27=["Q900003"],
        P39=[held("Q900002", ("2011-04-07", 11), ("2015-00-00", 9)), held("Q900009", ("2016-02-00", 10))],
        P10632=["NK-abc"],
    ),
    item("Q900002", "Prime Minister of Ruritania", P279=["Q900090"], P1001=["Q900003"]),
    item("Q900009", "Minister of Finance", P279=["Q900090"], P17=["Q900003"]),
    item("Q900003", "Ruritania", aliases=("Kingdom of Ruritania",), P31=["Q3624078"], P297=["RX"]),
    item(
        "Q900004",
        "Strelsau",
        P31=["Q515"],
        P17=["Q900003"],
        P1566=["7654321"],
        P625=[{"latitude": 50.25, "longitude": 14.5, "precision": 0.1}],
    ),
    item("Q900005", "Blue Guard", P31=["Q17149090"], P17=["Q900003"]),
    item("Q900006", "Zenda-1", P31=["Q728"], P17=["Q900003"], P1813=[{"text": "Z-1", "language": "en"}]),
    item("Q900007", "Old Premier", P31=["Q5"], P39=[held("Q900002", ("1950-01-01", 11), ("1960-01-01", 11))]),
    item("Q900008", "A Painter", P31=["Q5"]),
    item("Q900010", "A Painting", P31=["Q3305213"]),
]


def dump(path: Path, lines: list[str]) -> Path:
    text = "[\n" + ",\n".join(lines) + "\n]\n"
    opener: Any = {".gz": gzip.open, ".bz2": bz2.open}.get(path.suffix, open)
    with opener(path, "wt", encoding="utf-8") as stream:
        stream.write(text)
    return path


@pytest.fixture(params=["dump.json", "dump.json.gz", "dump.json.bz2"])
def source(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return dump(tmp_path / request.param, [json.dumps(one) for one in ITEMS])


def test_a_dump_becomes_a_gazetteer(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "big.gazetteer"
    assert from_dump(source, out) == 5
    gazetteer = load(out)
    (person,) = gazetteer.entries("I. Tuvik")
    assert person == Entry(
        name="Ilmar Tuvik",
        kind=IndividualKind.PERSON,
        subtype="person",
        wikidata="Q900001",
        wikipedia="Ilmar Tuvik (article)",
        iso2="RX",
        offices=(
            Office("Prime Minister", "Ruritania", "2011-04-07", "2015"),
            Office("Minister of Finance", "Ruritania", "2016-02", None),
        ),
        prior=0.29,
        opensanctions="NK-abc",
    )
    assert gazetteer.persons("Tuvik") == (person,)


@pytest.mark.parametrize(
    ("name", "kind", "subtype", "iso2"),
    [
        ("Kingdom of Ruritania", "country", "country", "RX"),
        ("Strelsau", "place", "city", "RX"),
        ("Blue Guard", "organization", "group", "RX"),
        ("Z-1", "other", "weapon", "RX"),
    ],
)
def test_kinds(source: Path, tmp_path: Path, name: str, kind: str, subtype: str, iso2: str) -> None:
    from_dump(source, tmp_path / "big.gazetteer")
    (entry,) = load(tmp_path / "big.gazetteer").entries(name)
    assert (entry.kind.value, entry.subtype, entry.iso2) == (kind, subtype, iso2)


def test_place_has_its_position(source: Path, tmp_path: Path) -> None:
    from_dump(source, tmp_path / "big.gazetteer")
    (city,) = load(tmp_path / "big.gazetteer").entries("Strelsau")
    assert (city.geonames, city.lat, city.lon) == ("7654321", 50.25, 14.5)


@pytest.mark.parametrize("name", ["Old Premier", "A Painter", "A Painting"])
def test_what_is_left_out(source: Path, tmp_path: Path, name: str) -> None:
    from_dump(source, tmp_path / "big.gazetteer")
    assert load(tmp_path / "big.gazetteer").entries(name) == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [(["{broken"], "about line 2"), ([json.dumps(ITEMS[0]), '{"id": "Q1", "cla'], "about line 3")],
)
def test_a_damaged_dump_is_named_and_leaves_no_file(tmp_path: Path, lines: list[str], message: str) -> None:
    source = dump(tmp_path / "dump.json", lines)
    with pytest.raises(GazetteerError, match=message):
        from_dump(source, tmp_path / "big.gazetteer")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dump.json"]


def test_a_dump_cut_off_in_its_compression_is_named(tmp_path: Path) -> None:
    source = dump(tmp_path / "dump.json.gz", [json.dumps(one) for one in ITEMS])
    source.write_bytes(source.read_bytes()[:-40])
    with pytest.raises(GazetteerError, match="cut off"):
        from_dump(source, tmp_path / "big.gazetteer")
