"""Gazetteer files: what is written is found again, alone and beside the shipped gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import GazetteerError
from kb.gazetteer import builtin, load
from kb.gazetteer.making import from_table

CSV = """name,kind,subtype,iso2,wikidata,geonames,lat,lon,prior,aliases,offices
Zubrowka,country,country,ZX,Q990001,,47.5,13.25,0.9,Republic of Zubrowka,
Nebelsbad,place,city,ZX,Q990002,9900021,47.1,13.5,0.5,Nebels-Bad|Nebelsbad an der Aue,
Park Chul-soo,person,person,KR,Q990003,,,,0.6,,Defence Minister@South Korea@2030-01@
"Lutz, Society of",organization,ngo,ZX,,,,,0.4,SOL,
Gerhard Schröder,person,person,DE,Q990004,,,,0.5,,
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    source = tmp_path / "mine.csv"
    source.write_text(CSV, encoding="utf-8")
    assert from_table(source, tmp_path / "mine.gazetteer") == 5
    return tmp_path / "mine.gazetteer"


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Republic of Zubrowka", "Zubrowka"),
        ("nebels bad", "Nebelsbad"),
        ("SOL", "Lutz, Society of"),
        ("Kiev", "Kyiv"),
    ],
)
def test_names_of_both_are_found(out: Path, alias: str, name: str) -> None:
    assert load(out).entries(alias)[0].name == name


def test_the_longest_name_of_either_is_matched(out: Path) -> None:
    found = load(out).match("in Nebelsbad an der Aue today".split(), 1)
    assert found is not None
    assert (found[0], found[1][0].wikidata) == (5, "Q990002")


def test_family_names_follow_the_custom_of_the_country(out: Path) -> None:
    assert "Park Chul-soo" in [entry.name for entry in load(out).persons("Park")]


def test_an_entry_of_ours_without_identifier_gets_that_of_the_file(out: Path) -> None:
    (before,) = builtin().entries("Gerhard Schröder")
    (after,) = load(out).entries("Gerhard Schröder")
    assert (before.wikidata, after.wikidata) == (None, "Q990004")
    assert after.offices == before.offices


def test_the_same_table_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    from_table(tmp_path / "mine.csv", tmp_path / "again.gazetteer")
    assert (tmp_path / "again.gazetteer").read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("name,kind\nx,planet\n", "'planet'"),
        ("name,kind\nx\n", "line 2: 1 columns instead of 2"),
        ("name,kind,lat\nx,place,north\n", "no number"),
        ("name,kind,wikidata\nx,place,42\n", "Q"),
    ],
)
def test_a_bad_table_is_named_and_leaves_no_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        from_table(tmp_path / "bad.csv", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["bad.csv"]


@pytest.mark.parametrize("content", [b"", b"not a database, but longer than a header of SQLite files " * 4])
def test_what_is_no_gazetteer_file_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken").write_bytes(content)
    with pytest.raises(GazetteerError, match="kb gazetteer build"):
        load(tmp_path / "broken")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="missing"):
        load(tmp_path / "missing")
