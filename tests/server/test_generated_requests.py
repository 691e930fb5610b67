"""Thousands of generated requests over HTTP: whatever is sent, the answer is one that the protocol knows."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.server.conftest import make
from tests.server.process import serving

REQUESTS = 2000
KNOWN = {200, 201, 204, 302, 304, 400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 501, 503}

GOOD = [
    "ASK {}",
    "SELECT * { ?s ?p ?o } LIMIT 3",
    "SELECT ?x { GRAPH ?g { ?s ?p ?x } }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <http://kb.test/id/a>",
    "INSERT DATA { <urn:a> <urn:p> 'é\\u00e9' }",
    "DELETE WHERE { <urn:a> ?p ?o }",
    "CLEAR SILENT GRAPH <urn:x>",
    'PREFIX kb: <https://w3id.org/communique/ontology#> SELECT ?x { ?x kb:search "bridge*" }',
]
WORDS = st.sampled_from(
    "SELECT ASK CONSTRUCT WHERE { } ( ) [ ] . ; , ?x <a> <http://x> a:b \"x\" '''y FILTER UNION SERVICE LOAD "
    "SILENT LIMIT 1 -1 VALUES BIND ( 1 + AS ) !^/|*+? \\ # \n \x00 \ud7ff é 𝒳 kb:search PREFIX : USING "
    "WITH".split(" ")
)
TEXTS = st.one_of(
    st.sampled_from(GOOD),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.text(max_size=60),
    st.builds(
        lambda good, at, junk: good[:at] + junk + good[at:],
        st.sampled_from(GOOD),
        st.integers(0, 30),
        st.text(max_size=4),
    ),
)
IRIS = st.one_of(
    st.sampled_from(["urn:g", "http://kb.test/doc/1", "", "relative", "http://x y", "<>"]),
    st.text(max_size=12),
)
NAMES = st.sampled_from(
    "query update default-graph-uri named-graph-uri using-graph-uri using-named-graph-uri format output "
    "timeout explain graph default other".split()
)
VALUES = st.one_of(TEXTS, IRIS, st.sampled_from(["json", "ttl", "1", "-1", "nan", "1e9"]))
FIELDS = st.builds(
    lambda first, rest: [*first, *rest],
    st.lists(st.tuples(st.sampled_from(["query", "query", "update"]), TEXTS), max_size=1),
    st.lists(st.tuples(NAMES, VALUES), max_size=3),
)
TYPES = st.sampled_from(
    [
        "",
        "application/x-www-form-urlencoded",
        "application/sparql-query",
        "application/sparql-update; charset=utf-8",
        "application/sparql-query; charset=utf-16",
        "text/turtle",
        "application/n-quads",
        "application/ld+json",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain;;",
        "nonsense",
    ]
)
TOKENS = ["bearer all", "Bearer", "Basic x", "Bearer é".encode("latin-1"), ""]
HEADERS = st.fixed_dictionaries(
    {"Authorization": st.one_of(*[st.just("Bearer all")] * 4, st.sampled_from(TOKENS))},
    optional={
        "Accept": st.sampled_from(
            [
                "*/*",
                "text/csv",
                "text/html",
                "application/ld+json;q=0.1,*/*;q=0",
                "q=1",
                ",;",
                "a/b",
                "text/*;q=2",
            ]
        ),
        "Accept-Encoding": st.sampled_from(["gzip", "gzip;q=0", "zstd", "*", "br"]),
        "If-None-Match": st.sampled_from(["*", '"x"', "W/"]),
        "Prefer": st.sampled_from(["wait=1", "wait=0", "wait=99999999999999999999", "x"]),
        "Host": st.sampled_from(["localhost", "", "a b", "x" * 300]),
        "Range": st.just("bytes=0-1"),
    },
)
PATHS = st.sampled_from(
    "/sparql /update /graph-store /graph-store/a%20b /.well-known/void /health /metrics /sparql/ "
    "/graph-store/%00 /graph-store/%ff /%2e%2e/x".split()
)
METHODS = st.sampled_from("GET POST HEAD PUT DELETE OPTIONS PATCH BREW".split())
SENSIBLE = [("GET", "/sparql"), ("POST", "/sparql"), ("POST", "/update"), ("GET", "/graph-store")]
SENSIBLE += [("PUT", "/graph-store"), ("POST", "/graph-store"), ("DELETE", "/graph-store/a%20b")]
ROUTES = st.one_of(*[st.just(route) for route in SENSIBLE], st.tuples(METHODS, PATHS))
BODIES = st.one_of(
    st.none(),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    FIELDS.map(lambda fields: urlencode(fields, errors="replace").encode()),
    st.binary(max_size=40),
    st.sampled_from(
        [b"<urn:a> <urn:p> 1 .", b"<a> <b> .", b'{"@id": "urn:a", "urn:p": 1}', b"--x\r\n\r\n--x--"]
    ),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = make(tmp_path_factory.mktemp("generated"))
    (folder / "tokens").write_text("all update graph-store\n", encoding="utf-8")
    options = {"update": True, "token_file": str(folder / "tokens"), "timeout": 2.0, "workers": 2}
    with serving(folder, **options) as address:
        yield address


@settings(
    max_examples=REQUESTS,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
@given(
    route=ROUTES,
    fields=FIELDS,
    kind=TYPES,
    headers=HEADERS,
    body=BODIES,
)
def test_every_answer_is_one_that_the_protocol_knows(
    base: str,
    route: tuple[str, str],
    fields: list[tuple[str, str]],
    kind: str,
    headers: dict[str, str | bytes],
    body: bytes | None,
) -> None:
    method, path = route
    target = path + ("?" + urlencode(fields, errors="replace") if fields else "")
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=20)
    try:
        connection.request(method, target, body, {**headers, **({"Content-Type": kind} if kind else {})})
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    event(f"{method} {path.split('/')[1]} {answer.status}")
    assert answer.status in KNOWN, content
    # Nothing that is sent here is heavy.
    assert answer.status != 503, content
    if answer.status >= 400 and content:
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = json.loads(content)
        assert (problem["status"], bool(problem["detail"])) == (answer.status, True)
    if answer.status == 405:
        assert answer.headers["Allow"]


def test_after_all_that_the_service_still_answers(base: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=20)
    connection.request("GET", "/sparql?query=ASK%7B%7D")
    assert json.loads(connection.getresponse().read())["boolean"] is True
    connection.close()
