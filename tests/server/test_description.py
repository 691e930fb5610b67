"""Service description and VoID, health, metrics, access log."""

from __future__ import annotations

import json
import logging
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib import RDF, VOID, Graph, Literal, Namespace, URIRef

from server.negotiate import best, coding
from server.shares import Shares

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")


def described(client: FlaskClient, path: str, accept: str = "text/turtle") -> Graph:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type.split(";")[0]) == (200, accept)
    graph = Graph()
    graph.parse(data=answer.data, format={"application/ld+json": "json-ld"}.get(accept, accept))
    return graph


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]
)
@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
def test_the_service_describes_itself(client: FlaskClient, path: str, accept: str) -> None:
    graph = described(client, path, accept)
    endpoint = URIRef("http://localhost/sparql")
    assert (endpoint, SD.endpoint, endpoint) in graph
    assert (endpoint, SD.supportedLanguage, SD.SPARQL11Query) in graph
    assert (endpoint, SD.supportedLanguage, SD.SPARQL11Update) not in graph
    assert (endpoint, SD.propertyFeature, URIRef("https://w3id.org/communique/ontology#search")) in graph
    (dataset,) = graph.objects(endpoint, SD.defaultDataset)
    assert graph.value(dataset, VOID.triples) == Literal(6)
    named = {str(name) for name in graph.objects(None, SD.name)}
    assert named == {"http://kb.test/doc/1", "http://kb.test/doc/2"}
    assert set(graph.subjects(RDF.type, SD.NamedGraph)) == set(graph.subjects(SD.name))


def test_a_service_that_writes_says_so(writer: FlaskClient) -> None:
    assert (None, SD.supportedLanguage, SD.SPARQL11Update) in described(writer, "/sparql")


def test_a_description_is_not_sent_twice(client: FlaskClient) -> None:
    tag = client.get("/sparql").headers["ETag"]
    assert client.get("/sparql", headers={"If-None-Match": tag}).status_code == 304


def test_requests_are_logged_without_their_queries(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="kb.access"):
        app.test_client().get("/sparql", query_string={"query": "SELECT ('secret' AS ?x) {}"})
    line = json.loads(caplog.records[-1].message)
    assert {name: line[name] for name in ("client", "method", "path", "status")} == {
        "client": "127.0.0.1",
        "method": "GET",
        "path": "/sparql",
        "status": 200,
    }
    assert (len(line["query"]), "secret" in caplog.text) == (16, False)


@pytest.mark.parametrize(
    ("accept", "offer"),
    [
        ("", "a/b"),
        ("x/y", "x/y"),
        ("x/*", "x/y"),
        ("a/b;q=0.3, x/y;q=0.31", "x/y"),
        ("a/b;q=0, */*", "x/y"),
        ("x/y;q=1.0, a/b", "x/y"),
        ("a/b, x/y;q=1.0", "a/b"),
        ("*/*, x/y", "x/y"),
        ("*/*;q=0.1, x/*;q=0", "a/b"),
        ("X/Y", "x/y"),
        ("c/d", None),
        ("a/b;q=0", None),
        ("garbage", "a/b"),
        ("x/y;q=7, a/b", "x/y"),
    ],
)
def test_negotiation_follows_the_standard(accept: str, offer: str | None) -> None:
    assert best(accept, ("a/b", "x/y")) == offer


@pytest.mark.parametrize(
    ("accept", "taken"),
    [
        ("gzip", "gzip"),
        ("deflate, GZIP;q=0.5", "gzip"),
        ("gzip;q=0", ""),
        ("br", ""),
        ("", ""),
        ("x-gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("zstd;q=0.2, gzip;q=0.8", "gzip"),
        ("zstd;q=0, gzip;q=0", ""),
        ("*", ""),
    ],
)
def test_answers_are_compressed_for_those_who_name_how(accept: str, taken: str) -> None:
    assert coding(accept) == taken


def test_who_used_least_is_first_and_of_equals_who_came_first() -> None:
    shares = Shares()
    shares.charge("a", 2.0)
    shares.charge("b", 1.0)
    assert shares.least(["a", "b", "a"], {}) == "b"
    assert shares.least(["a", "b"], {"b": 3.0}) == "a"
    assert shares.least(["d", "c", "b"], {}) == "d"


def test_shares_fade(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    shares = Shares()
    shares.charge("a", 4.0)
    shares.charge("b", 1.0)
    assert (shares.used("a"), shares.used("b"), shares.used("c")) == (4.0, 1.0, 0.0)
    now += 20
    assert shares.used("a") == pytest.approx(2.0)
    shares.charge("a", 1.0)
    now += 20
    assert shares.used("a") == pytest.approx(1.5)
