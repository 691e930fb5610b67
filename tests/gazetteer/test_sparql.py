"""Office-holders from a SPARQL endpoint, against a server that answers pages of results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rdflib.plugins.sparql import prepareQuery

from kb.errors import GazetteerError
from kb.gazetteer import Office, load, sparql
from kb.gazetteer.making import from_endpoint
from kb.gazetteer.polite import Client
from tests.link.loopback import serving


def row(person: str, name: str, title: str, **more: str) -> dict[str, dict[str, str]]:
    values = {
        "person": f"http://www.wikidata.org/entity/{person}",
        "name": name,
        "title": title,
        "known": "30",
        **more,
    }
    return {key: {"type": "literal", "value": value} for key, value in values.items()}


ROWS = [
    row(
        "Q700001",
        "Amadou Test",
        "President of Chad",
        start="2031-04-20T00:00:00Z",
        aliases="A. Test|Test Amadou",
    ),
    row(
        "Q700001",
        "Amadou Test",
        "Minister of Defence",
        start="2029-01-01T00:00:00Z",
        end="2031-04-19T00:00:00Z",
    ),
    row("Q700002", "Mariam Test", "Prime Minister of Chad", article="Mariam Test (politician)"),
]


def pages(parameters: dict[str, str]) -> Any:
    query = parameters["query"]
    start = int(query.rpartition("OFFSET ")[2])
    size = int(query.rpartition("LIMIT ")[2].split()[0])
    return {"head": {"vars": []}, "results": {"bindings": ROWS[start : start + size]}}


def test_pages_are_fetched_until_one_is_short() -> None:
    client = Client(sleep=lambda _: None)
    with serving(pages) as server:
        chad = load(None).country("TD")
        assert chad is not None
        found = list(sparql.records(server.url, [chad], client=client, page=2))
        assert [one["query"].rpartition("OFFSET ")[2] for one in server.asked] == ["0", "2"]
    assert [(entry.name, entry.wikidata, entry.wikipedia, names) for entry, names in found] == [
        ("Amadou Test", "Q700001", None, ("Amadou Test", "A. Test", "Test Amadou")),
        ("Mariam Test", "Q700002", "Mariam Test (politician)", ("Mariam Test",)),
    ]


def test_offices_are_those_of_the_country(tmp_path: Path) -> None:
    with serving(pages) as server:
        client = Client(sleep=lambda _: None)
        assert from_endpoint(server.url, tmp_path / "td", countries=("TD",), client=client) == 2
    (person,) = load(tmp_path / "td").entries("A. Test")
    assert person.offices == (
        Office("President", "Chad", "2031-04-20", None),
        Office("Minister of Defence", "Chad", "2029-01-01", "2031-04-19"),
    )


@pytest.mark.parametrize("answer", [[], {"results": {}}, {"boolean": True}])
def test_an_answer_that_is_no_result_leaves_no_file(tmp_path: Path, answer: Any) -> None:
    with serving(lambda _: answer) as server, pytest.raises(GazetteerError, match="no SPARQL result"):
        from_endpoint(server.url, tmp_path / "td", countries=("TD",), client=Client(sleep=lambda _: None))
    assert list(tmp_path.iterdir()) == []


def test_the_query_is_sparql() -> None:
    prepareQuery(sparql.QUERY.format(country="Q657", since=1990, limit=10, offset=0))


def test_unknown_countries_are_said(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="QQ"):
        from_endpoint("http://127.0.0.1:1/", tmp_path / "qq", countries=("TD", "QQ"))
