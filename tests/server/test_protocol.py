"""SPARQL 1.1 Protocol: every way to ask, every format, every refusal."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from zstandard import ZstdDecompressor

LABELS = "SELECT ?l WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?l"
TRIPLES = "CONSTRUCT { ?s <http://kb.test/knows> ?o } WHERE { ?s <http://kb.test/knows> ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
NAMED = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
ONE, TWO = "http://kb.test/doc/1", "http://kb.test/doc/2"
FORM = "application/x-www-form-urlencoded"
HTML_FIRST = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def number(answer: Any) -> int:
    assert answer.status_code == 200, answer.text
    return int(json.loads(answer.data)["results"]["bindings"][0]["n"]["value"])


def test_a_query_comes_in_three_ways(client: FlaskClient) -> None:
    answers = [
        client.get("/sparql", query_string={"query": LABELS}),
        client.post("/sparql", data={"query": LABELS}),
        client.post("/sparql", data=LABELS.encode(), content_type="application/sparql-query"),
        client.post("/sparql", data=LABELS.encode(), content_type="application/sparql-query; charset=UTF-8"),
    ]
    values = [[row["l"]["value"] for row in json.loads(a.data)["results"]["bindings"]] for a in answers]
    assert values == [["Ada Lovelace", "Béla Bartók"]] * 4
    assert {answer.content_type for answer in answers} == {"application/sparql-results+json"}


@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (LABELS, "", "application/sparql-results+json"),
        (LABELS, "*/*", "application/sparql-results+json"),
        (LABELS, "application/json", "application/json"),
        (LABELS, "text/csv", "text/csv; charset=utf-8"),
        (LABELS, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (LABELS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (LABELS, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (LABELS, "text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        (LABELS, "text/*", "text/csv; charset=utf-8"),
        (LABELS, "text/csv; header=present, nonsense, ;;", "text/csv; charset=utf-8"),
        (LABELS, HTML_FIRST, "application/xml"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (TRIPLES, "", "text/turtle; charset=utf-8"),
        (TRIPLES, "application/n-triples", "application/n-triples"),
        (TRIPLES, "application/ld+json", "application/ld+json"),
        (TRIPLES, "application/rdf+xml;q=0.9, text/turtle;q=0.8", "application/rdf+xml"),
        (TRIPLES, "application/n-quads", "application/n-quads"),
        (TRIPLES, "application/trig", "application/trig"),
        ("DESCRIBE <http://kb.test/id/a>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_accept_chooses_the_format(client: FlaskClient, query: str, accept: str, content_type: str) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (200, content_type)


@pytest.mark.parametrize(
    ("parameter", "value", "query", "content_type"),
    [
        ("format", "csv", LABELS, "text/csv; charset=utf-8"),
        ("output", "xml", LABELS, "application/sparql-results+xml"),
        ("format", "application/sparql-results+json", LABELS, "application/sparql-results+json"),
        ("format", "ttl", TRIPLES, "text/turtle; charset=utf-8"),
        ("output", "json", TRIPLES, "application/ld+json"),
        ("format", "nt", TRIPLES, "application/n-triples"),
    ],
)
def test_a_parameter_overrides_accept(
    client: FlaskClient, parameter: str, value: str, query: str, content_type: str
) -> None:
    asked = {"query": query, parameter: value}
    answer = client.get("/sparql", query_string=asked, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.content_type) == (200, content_type)


def test_the_bodies_of_all_result_formats_are_exact(client: FlaskClient) -> None:
    query = "SELECT ?t WHERE { GRAPH <http://kb.test/doc/1> { ?s ?p ?t } }"
    bodies = {
        name: client.get("/sparql", query_string={"query": query, "format": name}).text
        for name in ("json", "csv", "tsv", "xml")
    }
    text = 'The bridge, he "said",\nis shut.'
    assert json.loads(bodies["json"])["results"]["bindings"] == [{"t": {"type": "literal", "value": text}}]
    assert bodies["csv"] == 't\r\n"The bridge, he ""said"",\nis shut."\r\n'
    assert bodies["tsv"] == '?t\n"The bridge, he \\"said\\",\\nis shut."\n'
    assert "<literal>The bridge, he &quot;said&quot;,\nis shut.</literal>" in bodies["xml"]


@pytest.mark.parametrize(
    ("dataset", "default", "named"),
    [
        ({}, 4, 2),
        ({"default-graph-uri": [ONE]}, 1, 0),
        ({"default-graph-uri": [ONE, TWO]}, 2, 0),
        ({"named-graph-uri": [ONE]}, 0, 1),
        ({"default-graph-uri": [TWO], "named-graph-uri": [ONE]}, 1, 1),
        ({"default-graph-uri": ["http://kb.test/nothing"]}, 0, 0),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_dataset_parameters_decide_what_is_seen(
    client: FlaskClient, dataset: dict[str, list[str]], default: int, named: int, method: str
) -> None:
    def ask(query: str) -> int:
        fields = {"query": query, **dataset}
        if method == "get":
            return number(client.get("/sparql", query_string=fields))
        return number(client.post("/sparql", data=fields))

    assert (ask(COUNT), ask(NAMED)) == (default, named)


def test_the_protocol_s_dataset_overrides_the_query_s(client: FlaskClient) -> None:
    query = f"SELECT (COUNT(*) AS ?n) FROM <{ONE}> FROM <{TWO}> WHERE {{ ?s ?p ?o }}"
    assert number(client.get("/sparql", query_string={"query": query})) == 2
    assert number(client.get("/sparql", query_string={"query": query, "default-graph-uri": ONE})) == 1


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        ({"query_string": {"query": "SELEC ?x {}"}}, 400, "line 1, column"),
        ({"query_string": {"query": "SELECT ?x { ?x a foo:b }"}}, 400, "PREFIX foo:"),
        ({"query_string": "query=ASK{}&query=ASK{}"}, 400, "2 times"),
        ({"query_string": {"update": "CLEAR ALL"}}, 400, "/update"),
        ({"query_string": "query=%FF"}, 400, "UTF-8"),
        ({"query_string": {"query": "ASK {}", "default-graph-uri": "relative"}}, 400, "absolute IRI"),
        ({"query_string": {"query": "ASK {}", "timeout": "soon"}}, 400, "number of seconds"),
        ({"query_string": {"query": "ASK {}", "timeout": "-1"}}, 400, "more than 0"),
        ({"query_string": {"query": "ASK {}", "format": "png"}}, 400, "json, xml, csv, tsv"),
        ({"query_string": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406, "text/csv"),
        (
            {"method": "POST", "data": b"ASK {}", "content_type": "text/plain"},
            415,
            "application/sparql-query",
        ),
        ({"method": "POST", "data": b"ASK {}"}, 415, "without Content-Type"),
        ({"method": "POST", "data": b"\xff", "content_type": "application/sparql-query"}, 400, "UTF-8"),
        (
            {
                "method": "POST",
                "data": "ASK {}".encode("utf-16"),
                "content_type": "application/sparql-query; charset=utf-16",
            },
            415,
            "utf-16",
        ),
        ({"method": "POST", "data": b"", "content_type": FORM}, 400, "no query"),
        ({"method": "POST", "data": b"query=%C3%28", "content_type": FORM}, 400, "UTF-8"),
        ({"method": "PUT"}, 405, "GET, HEAD, OPTIONS, POST"),
        ({"query_string": {"query": "ASK {" + "{" * 200 + "}" * 201}}, 400, "nested"),
        ({"query_string": {"query": "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 403, "SERVICE"),
        (
            {"query_string": {"query": "ASK { VALUES ?g { <http://x/> } SERVICE ?g { ?s ?p ?o } }"}},
            403,
            "SERVICE",
        ),
    ],
)
def test_a_refusal_is_a_problem_document_that_helps(
    client: FlaskClient, options: dict[str, Any], status: int, says: str
) -> None:
    answer = client.open("/sparql", **options)
    document = json.loads(answer.data)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert document["status"] == status
    assert says in json.dumps(document, ensure_ascii=False)


def test_a_syntax_error_names_line_and_column(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "SELECT *\nWHERE {\n  ?s ?p \n}"})
    document = json.loads(answer.data)
    assert (document["line"], document["column"]) == (4, 2)


def test_silent_services_are_as_if_they_had_failed(client: FlaskClient) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o SERVICE SILENT <http://127.0.0.1:1/> { ?a ?b ?c } }"
    assert number(client.get("/sparql", query_string={"query": query})) == 4


def test_head_has_the_headers_and_no_body(client: FlaskClient) -> None:
    answer = client.head("/sparql", query_string={"query": LABELS})
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["ETag"]


def test_options_tells_methods_and_cross_origin_rules(client: FlaskClient) -> None:
    answer = client.options("/sparql", headers={"Origin": "http://elsewhere.test"})
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_relative_iris_are_resolved_against_the_endpoint(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "SELECT (<x> AS ?n) {}"})
    assert json.loads(answer.data)["results"]["bindings"][0]["n"]["value"] == "http://localhost/x"


def test_an_answer_has_a_strong_tag_and_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/sparql", query_string={"query": LABELS})
    tag = first.headers["ETag"]
    again = client.get(
        "/sparql", query_string={"query": "#\n" + LABELS}, headers={"If-None-Match": f'"x", {tag}'}
    )
    other = client.get("/sparql", query_string={"query": LABELS, "format": "csv"})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert other.headers["ETag"] != tag
    assert not tag.startswith("W/")


def test_volatile_answers_are_not_kept(client: FlaskClient) -> None:
    query = "SELECT (STRUUID() AS ?n) {}"
    answers = {client.get("/sparql", query_string={"query": query}).data for _ in range(3)}
    assert len(answers) == 3


@pytest.mark.parametrize(
    ("accept", "coding", "unpack"),
    [
        ("br, gzip;q=0.5", "gzip", gzip.decompress),
        ("gzip, zstd", "zstd", lambda body: ZstdDecompressor().stream_reader(body).read()),
    ],
)
def test_long_answers_are_compressed_for_who_takes_it(
    client: FlaskClient, accept: str, coding: str, unpack: Callable[[bytes], bytes]
) -> None:
    query = "SELECT * { VALUES ?a { 1 2 3 4 5 6 7 8 9 } VALUES ?b { 1 2 3 4 5 6 7 8 9 } VALUES ?c { 1 2 3 } }"
    plain = client.get("/sparql", query_string={"query": query})
    packed = client.get("/sparql", query_string={"query": query}, headers={"Accept-Encoding": accept})
    refused = client.get("/sparql", query_string={"query": query}, headers={"Accept-Encoding": "gzip;q=0"})
    assert packed.headers["Content-Encoding"] == coding
    assert unpack(packed.data) == plain.data == refused.data
    assert len(packed.data) < len(plain.data) / 4


def test_explain_shows_algebra_and_times(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": LABELS, "explain": ""})
    document = json.loads(answer.data)
    assert answer.content_type == "application/json"
    assert (document["rows"], document["form"]) == (2, "solutions")
    assert document["algebra"][0] == "SelectQuery (PV=[?l])"
    assert set(document["seconds"]) == {"parse and plan", "first row", "all rows"}


@pytest.mark.parametrize("query", ["VERSION '1.2' ASK {}", "ASK { ?s ?p <<( ?a ?b ?c )>> }"])
def test_explain_does_without_the_algebra_that_another_parser_does_not_know(
    client: FlaskClient, query: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query, "explain": ""})
    assert (answer.status_code, answer.json["algebra"]) == (200, None)  # type: ignore[index]
