"""Updates and the graph store: rights, atomicity, durability, and readers that are never disturbed."""

from __future__ import annotations

import io
import json
import resource
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from flask import Flask
from flask.testing import FlaskClient

from kb.errors import StoreError
from kb.store import Changes, Mode, Write
from server.access import TokenFileError, read_tokens
from server.app import close, create_app
from server.service import Service
from server.settings import Settings
from tests.server.conftest import DATA, TOKENS, make
from tests.server.test_limits import wait_until

GRAPH = "http://kb.test/graph/new"
ADD = "INSERT DATA { <urn:a> <urn:p>"
TURTLE = b"<http://kb.test/id/x> <http://kb.test/p> 1 , [ <http://kb.test/p> 2 ] ."


def count(client: FlaskClient, pattern: str = "?s ?p ?o") -> int:
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
    answer = client.get("/sparql", query_string={"query": query})
    return int(json.loads(answer.data)["results"]["bindings"][0]["n"]["value"])


def update(client: FlaskClient, text: str, **fields: Any) -> int:
    return client.post("/update", data={"update": text, **fields}).status_code


def test_an_update_is_visible_at_once_and_survives_a_restart(writable: Flask, writer: FlaskClient) -> None:
    assert update(writer, "INSERT DATA { <urn:a> <urn:p> 1 }") == 204
    assert (
        writer.post(
            "/update",
            data=b"DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 }",
            content_type="application/sparql-update",
        ).status_code
        == 204
    )
    assert count(writer, "<urn:a> <urn:p> 2") == 1
    directory = writable.extensions["kb"].settings.directory
    close(writable)
    again = create_app(Settings(directory, workers=1))
    try:
        assert count(again.test_client(), "<urn:a> <urn:p> 2") == 1
        assert count(again.test_client()) == 5
    finally:
        close(again)


def test_an_update_with_chance_in_it_survives_a_restart_exactly(writable: Flask, writer: FlaskClient) -> None:
    update(writer, "INSERT { GRAPH <urn:g> { <urn:a> <urn:p> ?u } } WHERE { BIND(STRUUID() AS ?u) }")
    update(writer, "CREATE GRAPH <urn:empty>")
    update(writer, "INSERT { <urn:n> <urn:p> ?t } WHERE { BIND(NOW() AS ?t) }")
    query = {"query": "SELECT ?u ?t { GRAPH <urn:g> { ?s ?p ?u } <urn:n> <urn:p> ?t GRAPH <urn:empty> {} }"}
    before = writer.get("/sparql", query_string=query).data
    directory = writable.extensions["kb"].settings.directory
    close(writable)
    again = create_app(Settings(directory, workers=1))
    try:
        assert again.test_client().get("/sparql", query_string=query).data == before
        assert len(json.loads(before)["results"]["bindings"]) == 1
    finally:
        close(again)


def test_a_failing_update_changes_nothing(writer: FlaskClient) -> None:
    assert update(writer, "INSERT DATA { <urn:a> <urn:p> 1 } ; CREATE GRAPH <http://kb.test/doc/1>") == 400
    assert update(writer, "INSERT DATA { <urn:a> <urn:p> ") == 400
    assert count(writer, "<urn:a> ?p ?o") == 0
    assert count(writer) == 4


def test_an_update_that_takes_too_long_is_undone(tmp_path: Path) -> None:
    app = create_app(Settings(make(tmp_path), workers=1, update=True, tokens=TOKENS, timeout=1.0))
    try:
        client = app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = "Bearer both"
        values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(5))
        answer = client.post(
            "/update", data={"update": f"INSERT {{ <urn:a> <urn:p> ?v0 }} WHERE {{ {values} }}"}
        )
        assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)
        assert update(client, "INSERT DATA { <urn:b> <urn:p> 1 }") == 204
        assert (count(client, "<urn:a> ?p ?o"), count(client)) == (0, 5)
    finally:
        close(app)


@pytest.mark.parametrize("store", ["memory", "disk"])
def test_a_change_that_needs_too_much_memory_is_undone(tmp_path: Path, store: Mode) -> None:
    """Entities that stand for ten others each, as deep as it takes to fill any memory."""
    settings = Settings(make(tmp_path), workers=1, update=True, tokens=TOKENS, store=store)
    app = create_app(replace(settings, query_memory=100 << 20))
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    document = (
        f'<!DOCTYPE r [<!ENTITY e0 "{"x" * 99}">{entities}]><rdf:RDF xmlns:e="http://kb.test/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="http://kb.test/id/a"><e:p>&e8;</e:p></rdf:Description></rdf:RDF>'
    )
    try:
        client = app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = "Bearer both"
        answer = client.put("/graph-store?default", data=document, content_type="application/rdf+xml")
        assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)
        assert count(client) == 4
        assert update(client, "INSERT DATA { <urn:a> <urn:p> 1 }") == 204
    finally:
        close(app)


def test_using_parameters_restrict_what_an_update_matches(writer: FlaskClient) -> None:
    text = "INSERT { <urn:n> <urn:p> ?o } WHERE { ?s <http://kb.test/quote> ?o }"
    assert update(writer, text, **{"using-graph-uri": "http://kb.test/doc/1"}) == 204
    assert count(writer, "<urn:n> <urn:p> ?o") == 1
    assert update(writer, "WITH <urn:x> " + text, **{"using-graph-uri": "urn:y"}) == 400


@pytest.mark.parametrize(
    ("token", "path", "status"),
    [
        (None, "/update", 401),
        ("wrong", "/update", 401),
        ("bot", "/update", 401),
        ("updates-only", "/update", 204),
        ("updates-only", "/graph-store?default", 403),
        ("both", "/graph-store?default", 204),
    ],
)
def test_tokens_have_rights(writable: Flask, token: str | None, path: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    body = {"update": "INSERT DATA {}"} if path == "/update" else b""
    kind = None if path == "/update" else "text/turtle"
    answer = writable.test_client().post(path, data=body, headers=headers, content_type=kind)
    assert answer.status_code == status
    assert ("WWW-Authenticate" in answer.headers) == (status == 401)


def test_without_update_nothing_can_be_changed(client: FlaskClient) -> None:
    headers = {"Authorization": "Bearer both"}
    assert client.post("/update", data={"update": "CLEAR ALL"}, headers=headers).status_code == 403
    assert client.put("/graph-store?default", data=b"", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "text", ["LOAD <http://127.0.0.1:1/x>", "INSERT DATA {} ; LOAD <file:///etc/passwd> INTO GRAPH <urn:g>"]
)
def test_load_is_refused_and_silent_load_does_nothing(writer: FlaskClient, text: str) -> None:
    assert update(writer, text) == 403
    assert update(writer, text.replace("LOAD", "LOAD SILENT")) == 204
    assert count(writer) == 4


def test_a_graph_is_put_read_merged_and_deleted(writer: FlaskClient) -> None:
    address = f"/graph-store?graph={quote(GRAPH, safe='')}"
    assert writer.get(address).status_code == 404
    assert writer.delete(address).status_code == 404
    assert writer.put(address, data=TURTLE, content_type="text/turtle").status_code == 201
    assert writer.put(address, data=TURTLE, content_type="text/turtle").status_code == 204
    assert count(writer, f"GRAPH <{GRAPH}> {{ ?s ?p ?o }}") == 3
    # Blank nodes of two documents are two.
    assert writer.post(address, data=TURTLE, content_type="text/turtle").status_code == 204
    assert count(writer, f"GRAPH <{GRAPH}> {{ ?s ?p ?o }}") == 5
    read = writer.get(address, headers={"Accept": "application/n-triples"})
    assert (read.status_code, read.content_type, len(read.text.splitlines())) == (
        200,
        "application/n-triples",
        5,
    )
    assert writer.head(address).status_code == 200
    assert writer.delete(address).status_code == 204
    assert writer.get(address).status_code == 404


def test_a_graph_has_an_address_of_its_own(writer: FlaskClient) -> None:
    made = writer.post("/graph-store", data=TURTLE, content_type="text/turtle")
    location = made.headers["Location"]
    assert made.status_code == 201
    assert count(writer, f"GRAPH <{location}> {{ ?s ?p ?o }}") == 3
    assert writer.get(location).status_code == 200
    relative = writer.put("/graph-store/person/1", data=b"<> <#p> <x> .", content_type="text/turtle")
    assert relative.status_code == 201
    graph = "http://localhost/graph-store/person/1"
    assert (
        count(writer, f"GRAPH <{graph}> {{ <{graph}> <{graph}#p> <http://localhost/graph-store/person/x> }}")
        == 1
    )


def test_several_files_make_one_graph(writer: FlaskClient) -> None:
    files = [
        (io.BytesIO(TURTLE), "a.ttl", "text/turtle"),
        (io.BytesIO(b"<urn:s> <urn:p> <urn:o> ."), "b.nt", "application/n-triples"),
    ]
    answer = writer.post(
        f"/graph-store?graph={GRAPH}", data={"file": files}, content_type="multipart/form-data"
    )
    assert answer.status_code == 201
    assert count(writer, f"GRAPH <{GRAPH}> {{ ?s ?p ?o }}") == 4


@pytest.mark.parametrize(
    ("address", "body", "kind", "status"),
    [
        ("/graph-store", b"", "text/turtle", 400),
        ("/graph-store?default&graph=urn:g", b"", "text/turtle", 400),
        ("/graph-store?graph=relative", b"", "text/turtle", 400),
        ("/graph-store?graph=urn:g", b"<a> <b>", "text/turtle", 400),
        ("/graph-store?graph=urn:g", b"x", "image/png", 415),
        ("/graph-store?graph=urn:g", b"\xff\xfe", "text/turtle", 400),
    ],
)
def test_bad_graphs_are_refused_and_leave_nothing(
    writer: FlaskClient, address: str, body: bytes, kind: str, status: int
) -> None:
    answer = writer.put(address, data=body, content_type=kind)
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert count(writer, "GRAPH <urn:g> { ?s ?p ?o }") == 0


def test_a_running_query_ends_on_the_data_it_began_with(writable: Flask, writer: FlaskClient) -> None:
    service: Service = writable.extensions["kb"]
    old = service.generation
    rows = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(40)))} }}" for n in range(3))
    slow = writer.get(
        "/sparql", query_string={"query": f"SELECT * WHERE {{ ?s <http://kb.test/born> ?o {rows} }}"}
    )
    assert update(writer, "DELETE WHERE { ?s ?p ?o }") == 204
    assert (service.generation.name == old.name, count(writer)) == (False, 0)
    assert slow.get_data().count(b'"s":{') == 40**3


@pytest.mark.parametrize("store", ["memory", "disk"])
def test_when_the_disk_is_full_nothing_is_lost_and_reading_goes_on(tmp_path: Path, store: Mode) -> None:
    """A limit to the size of files stands for the size of the disk."""
    room, former = 1 << 19, resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, former[1]))
    try:
        app = create_app(Settings(make(tmp_path), workers=1, update=True, tokens=TOKENS, store=store))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    try:
        client = app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = "Bearer both"
        assert update(client, "INSERT DATA { <urn:a> <urn:p> 0 }") == 204
        large = "x" * (room + 1)
        for text in (f"INSERT DATA {{ <urn:a> <urn:p> '{large}' }}", "INSERT DATA { <urn:a> <urn:p> 1 }"):
            answer = client.post("/update", data={"update": text})
            assert answer.status_code == (507 if large in text else 204)
        assert count(client, "<urn:a> <urn:p> ?o") == 2
        answer = client.put("/graph-store?graph=urn:g", data=f"<urn:a> <urn:p> '{large}' .".encode())
        assert (answer.status_code, "no room" in answer.json["detail"]) == (507, True)
    finally:
        close(app)
    again = create_app(Settings(tmp_path, workers=1, update=True, tokens=TOKENS, store=store))
    try:
        client = again.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = "Bearer both"
        assert (count(client, "<urn:a> <urn:p> ?o"), count(client, "GRAPH ?g { ?s ?p ?o }")) == (2, 2)
        assert update(client, "INSERT DATA { <urn:a> <urn:p> 2 }") == 204
    finally:
        close(again)


def test_a_change_whose_keeper_dies_when_it_was_kept_is_kept(writable: Flask, writer: FlaskClient) -> None:
    """The line is in the journal, but nobody is left to say so."""
    service: Service = writable.extensions["kb"]
    here, there = socket.socketpair()
    there.close()
    build, write = service.generation.name.split(".")[0], Write("update", text=f"{ADD} 1 }}")
    Changes(service.settings.directory).record(build, ox.Store(), write)
    service.pool.publish(service.generation.committed(here))
    assert count(writer, "<urn:a> <urn:p> 1") == 1
    assert update(writer, "INSERT DATA { <urn:a> <urn:p> 2 }") == 204
    assert count(writer, "<urn:a> <urn:p> ?o") == 2


def test_the_lock_outlives_changes_that_are_set_aside(tmp_path: Path) -> None:
    settings = Settings(make(tmp_path), workers=1, update=True, tokens=TOKENS)
    Changes(tmp_path).record("former", ox.Store(), Write("update", text="INSERT DATA { <urn:a> <urn:p> 1 }"))
    app = create_app(settings)
    try:
        assert (tmp_path / "updates-former").exists()
        with pytest.raises(StoreError, match="another service writes"):
            create_app(settings)
    finally:
        close(app)


def test_two_services_cannot_write_to_one_directory(writable: Flask) -> None:
    settings = writable.extensions["kb"].settings
    with pytest.raises(StoreError, match="another service writes"):
        create_app(settings)


def test_many_generations_follow_each_other(writable: Flask, writer: FlaskClient) -> None:
    service: Service = writable.extensions["kb"]
    many = 150 if service.mode == "memory" else 30
    for number in range(many):
        assert update(writer, f"INSERT DATA {{ <urn:a> <urn:p> {number} }}") == 204
    assert count(writer, "<urn:a> <urn:p> ?o") == many
    store = service.settings.directory / "store"
    assert wait_until(lambda: not store.exists() or len(list(store.iterdir())) == 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("secret", "line 1"),
        ("secret fly", "line 1"),
        ("# nothing\n", "no token"),
        ("a update\nb x", "line 2"),
    ],
)
def test_a_token_file_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "tokens").write_text(text, encoding="utf-8")
    with pytest.raises(TokenFileError, match=says):
        read_tokens(tmp_path / "tokens")


def test_a_token_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "tokens").write_text("# ours\nsecret  update graph-store\nother update\n", encoding="utf-8")
    assert read_tokens(tmp_path / "tokens") == (
        ("secret", frozenset({"update", "graph-store"})),
        ("other", frozenset({"update"})),
    )


def test_the_build_is_left_as_it_was(writable: Flask, writer: FlaskClient) -> None:
    update(writer, "CLEAR ALL")
    assert (writable.extensions["kb"].settings.directory / "kb.nq").read_text(encoding="utf-8") == DATA
