from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.export import Selection, export_tables
from kb.export.tables import cell
from tests.export.base import exported
from tests.stories import BERG_LEADS

ID = "http://localhost:8000/id/"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_has_what_an_analyst_asks_for(directory: Path) -> None:
    (row,) = rows(exported(directory, "csv", selection=Selection(kind="Sanction")).decode())
    assert row.pop("fact").startswith("http://localhost:8000/id/fact/")
    assert row == {
        "issuer": "Northern Union",
        "issuer wikidata": "Q77",
        "issuer iri": f"{ID}organization/northern-union",
        "target": "Sudland",
        "target wikidata": "Q31",
        "target iri": f"{ID}country/sudland",
        "measure": "an arms embargo and asset freezes",
        "measure type": "arms_embargo; asset_freeze",
        "reason": "the border war",
        "instrument": "",
        "status": "imposed",
        "standing": "Asserted",
        "disputed": "false",
        "documents": "2",
        "first reported": "2024-03-05",
        "last reported": "2024-03-05",
        "confidence": "0.9",
        "claimed by": "",
        "quote": BERG_LEADS,
        "document title": "Story a",
        "document date": "2024-03-05",
        "document url": "https://news.example/a?b=c&d=e",
    }


def test_who_claims_it_and_that_it_is_disputed(directory: Path) -> None:
    (row,) = rows(exported(directory, "csv", selection=Selection(kind="Need")).decode())
    assert (row["standing"], row["disputed"], row["claimed by"]) == ("Reported", "true", "Cato Dahl")
    assert row["document title"] == 'Fuel "ä"\n<&'


def test_a_cell_is_never_a_formula(directory: Path) -> None:
    (row,) = rows(exported(directory, "csv", selection=Selection(kind="Supply")).decode())
    assert row["item"] == '\'=HYPERLINK("http://x")'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("-34.5", "-34.5"),
        ("-7", "-7"),
        ("-7+1", "'-7+1"),
        ("-", "'-"),
        ("+7", "'+7"),
        ("@a", "'@a"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
    ],
)
def test_numbers_are_no_formulas(value: str, written: str) -> None:
    assert cell(value) == written


def test_several_values_share_a_cell(directory: Path) -> None:
    (row,) = rows(exported(directory, "csv", selection=Selection(kind="Meeting")).decode())
    assert (row["participants"], row["participants wikidata"]) == ("Ada Berg; Cato Dahl", "Q5551; ")
    assert row["date"] == "2024-03"


def test_who_visited_stands_beside_the_participants(directory: Path) -> None:
    (row,) = rows(exported(directory, "csv", selection=Selection(kind="Meeting")).decode())
    assert row["visitor"] == ""


def test_one_table_per_class(directory: Path, tmp_path: Path) -> None:
    paths = export_tables(directory, tmp_path / "tables")
    names = [
        "affiliation",
        "containment",
        "individual",
        "leadership",
        "meeting",
        "need",
        "sanction",
        "supply",
    ]
    assert sorted(path.stem for path in paths) == names
    assert (tmp_path / "tables" / "need.csv").read_bytes() == exported(
        directory, "csv", selection=Selection(kind="Need")
    )


def test_the_table_of_individuals_joins_with_those_of_facts(directory: Path, tmp_path: Path) -> None:
    export_tables(directory, tmp_path)
    (meeting,) = rows((tmp_path / "meeting.csv").read_text("utf-8"))
    known = {row["iri"]: row for row in rows((tmp_path / "individual.csv").read_text("utf-8"))}
    assert [known[iri]["name"] for iri in meeting["participants iri"].split("; ")] == [
        "Ada Berg",
        "Cato Dahl",
    ]
    assert known[meeting["place iri"]] == {
        "iri": f"{ID}place/oslo",
        "kind": "place",
        "name": "Oslo",
        "other names": "",
        "country code": "",
        "latitude": known[meeting["place iri"]]["latitude"],
        "longitude": known[meeting["place iri"]]["longitude"],
        "wikidata": "Q585",
        "geonames": "3143244",
        "dbpedia": "",
    }
    assert float(known[meeting["place iri"]]["latitude"]) == pytest.approx(59.9, abs=0.1)


def test_a_single_table_needs_a_single_class(directory: Path) -> None:
    with pytest.raises(
        KbError, match=r"\(leadership, containment, sanction, need, meeting, supply, affiliation here\)"
    ):
        exported(directory, "csv")
