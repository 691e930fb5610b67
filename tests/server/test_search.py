"""The property kb:search: found by the index, written into the query as values."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb.errors import QueryError
from kb.store import Mode
from server.app import close, create_app
from server.magic import with_search
from tests.server.conftest import make
from tests.server.test_limits import wait_until

PREFIX = "PREFIX kb: <https://w3id.org/communique/ontology#> "


def find(words: str) -> list[str]:
    return [f"urn:{word}" for word in words.split()]


@pytest.mark.parametrize(
    ("query", "rewritten"),
    [
        (
            'SELECT * { ?x kb:search "a b" . ?x ?p ?o }',
            "SELECT * { VALUES ?x { <urn:a> <urn:b> } ?x ?p ?o }",
        ),
        (
            "SELECT * { ?x kb:search 'a' ; ?p ?o }",
            "SELECT * { VALUES ?x { <urn:a> } ?x  ?p ?o }",
        ),
        ("ASK { ?x kb:search 'a' }", "ASK { VALUES ?x { <urn:a> }}"),
        (
            "ASK { ?x <https://w3id.org/communique/ontology#search> '''a''' . ?y kb:search \"b\" . }",
            "ASK { VALUES ?x { <urn:a> } VALUES ?y { <urn:b> } }",
        ),
        ("ASK { ?x ?p 'kb:search' } # kb:search", "ASK { ?x ?p 'kb:search' } # kb:search"),
        ("ASK { ?x other:search 'a' }", "ASK { ?x other:search 'a' }"),
    ],
)
def test_a_search_becomes_values(query: str, rewritten: str) -> None:
    assert with_search(PREFIX + query, find) == PREFIX + rewritten


@pytest.mark.parametrize(
    ("token", "words"), [(r'"\"a b\" c\\d"', '"a b" c\\d'), (r"'it\'s\tb'", "it's\tb"), ('"""x"y"""', 'x"y')]
)
def test_the_words_are_the_value_of_the_string(token: str, words: str) -> None:
    seen: list[str] = []
    with_search(PREFIX + f"ASK {{ ?x kb:search {token} }}", lambda text: seen.append(text) or [])  # type: ignore[func-returns-value]
    assert seen == [words]


@pytest.mark.parametrize(
    "query", ["ASK { <a> kb:search 'a' }", "ASK { ?x kb:search ?y }", "ASK { ?x kb:search", "kb:search"]
)
def test_another_use_is_explained(query: str) -> None:
    with pytest.raises(QueryError, match="is used like this"):
        with_search(PREFIX + query, find)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("bridge", ["a", "q"]),
        ("bela bartok", ["b"]),
        ("bridge noon", ["a"]),
        ("nothing", []),
        ('"he said"', ["q"]),
    ],
)
def test_the_service_searches(client: FlaskClient, words: str, names: list[str]) -> None:
    text = words.replace('"', '\\"')
    query = PREFIX + f'SELECT ?x {{ ?x kb:search "{text}" }} ORDER BY ?x'
    answer = client.get("/sparql", query_string={"query": query, "format": "csv"})
    assert answer.text.split() == ["x", *(f"http://kb.test/id/{name}" for name in names)]


def test_a_wrong_search_is_a_bad_request(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": PREFIX + "ASK { ?x kb:search ' ' }"})
    assert (answer.status_code, "no word" in answer.json["detail"]) == (400, True)  # type: ignore[index]


@pytest.mark.parametrize("mode", ["memory", "disk"])
def test_the_index_is_made_before_anybody_searches(tmp_path: Path, mode: Mode) -> None:
    app = create_app(make(tmp_path), workers=1, store=mode)
    try:
        assert wait_until(lambda: list(tmp_path.glob("search-*.sqlite")))
    finally:
        close(app)
