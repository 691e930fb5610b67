"""Pages, linked data and downloads, over the small knowledge base whose answers are known."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import RDFS, Graph, URIRef
from werkzeug.test import TestResponse

from kb import manifest
from kb.build import Builder
from kb.documents.base import Document
from kb.reading import Read, Reading
from server import create_app
from server.app import close
from server.extraction import WAITING, Reader
from server.problems import Problem
from tests.small import extractions

NORLAND = "/id/country/norland"
FORMATS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("small")
    found = {extraction.document.id: extraction for extraction in extractions()}
    documents = [extraction.document for extraction in found.values()]

    def read(batch: Sequence[Document]) -> list[Read]:
        return [Reading(found[document.id]) for document in batch]

    Builder(out, reader=read, made_by="test").build(documents)
    return out


@pytest.fixture(scope="module")
def client(directory: Path) -> Iterator[FlaskClient]:
    app = create_app(directory, access_log=False)
    try:
        yield app.test_client()
    finally:
        close(app)


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    """A response that has been read and closed."""
    with client.get(path, headers=headers) as response:
        response.get_data()
    return response


def page(client: FlaskClient, path: str) -> str:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text
    assert response.content_type == "text/html; charset=utf-8"
    return response.text


def test_the_home_page_counts_facts_by_kind_and_standing(client: FlaskClient) -> None:
    rows = {
        row[0]: [int(number) for number in row[1:]]
        for row in re.findall(
            r'<th scope="row">(\w+)</th>' + r'<td class="number">(\d+)</td>' * 5, page(client, "/")
        )
    }
    stated = client.get("/sparql", query_string={"query": COUNT, "format": "csv"}).text.split()[1:]
    assert sum(map(sum, rows.values())) == int(stated[0]) > 0
    assert rows["Leadership"][0] > 0


COUNT = "PREFIX kb: <https://w3id.org/communique/ontology#> SELECT (COUNT(?f) AS ?n) { ?f kb:standing ?s }"


def test_the_page_of_a_country_shows_each_fact_with_its_sentence(client: FlaskClient) -> None:
    text = page(client, NORLAND)
    assert "<h1>Norland</h1>" in text
    quotes = re.findall(r"<blockquote>\s*<p>(.*?)</p>", text)
    assert quotes and len(quotes) >= len(re.findall("<article", text))
    assert all(quote.endswith(".") for quote in quotes)


def test_what_is_claimed_or_denied_is_marked_with_its_source(client: FlaskClient) -> None:
    whole = "".join(page(client, f"/id/country/{name}") for name in ("norland", "sudland", "estmark"))
    assert re.search(r"<b>claimed</b> by \w+", whole)
    assert "<b>denied</b>" in whole
    assert 'class="disputed"' in whole


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_resource_answers_in_every_format_by_suffix_and_by_accept(client: FlaskClient, suffix: str) -> None:
    by_suffix = client.get(f"{NORLAND}.{suffix}")
    by_accept = client.get(NORLAND, headers={"Accept": FORMATS[suffix]})
    assert by_suffix.data == by_accept.data
    assert by_suffix.content_type.partition(";")[0] == FORMATS[suffix]
    graph = Graph().parse(data=by_suffix.data, format=FORMATS[suffix])
    iri = URIRef(f"http://localhost:8000{NORLAND}")
    assert str(graph.value(iri, RDFS.label)) == "Norland"
    assert len(set(graph.subjects(None, iri))) > 3, "the facts about it come with it"
    assert f'<{NORLAND}.{suffix}>; rel="alternate"; type="{FORMATS[suffix]}"' in by_suffix.headers["Link"]


def test_a_document_answers_with_its_claims_and_no_more_of_its_text_than_quotes(
    client: FlaskClient, directory: Path
) -> None:
    extraction = next(iter(extractions()))
    path = f"/document/{extraction.document.id}"
    assert extraction.document.title in page(client, path)
    graph = Graph().parse(data=client.get(f"{path}.ttl").data, format="turtle")
    states = URIRef("https://w3id.org/communique/ontology#states")
    assert len(set(graph.subjects(states))) == len(extraction.claims)


@pytest.mark.parametrize(
    "path",
    [
        "/id/country/nowhere",
        "/id/",
        "/document/nothing",
        "/download/state",
        "/download/..%2fstate%2fx",
        "/ontology.doc",
    ],
)
def test_what_is_not_there_is_a_problem_document(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"


@pytest.mark.parametrize("path", ["/id/a%20b", "/id/a%3E%20%7B%7D", "/document/x%22y"])
def test_an_address_cannot_smuggle_query_text(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers={"Accept": "text/turtle"}).status_code == 404


def test_an_unacceptable_format_names_what_is_offered(client: FlaskClient) -> None:
    response = client.get(NORLAND, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert "text/turtle" in response.get_json(force=True)["detail"]


def test_a_download_is_the_file_with_its_checksum_as_tag(client: FlaskClient, directory: Path) -> None:
    response = get(client, "/download/kb.ttl")
    assert response.data == (directory / "kb.ttl").read_bytes()
    digest = hashlib.sha256(response.data).hexdigest()
    assert (
        response.headers["ETag"] == f'"{digest}"' == f'"{manifest.load(directory).files["kb.ttl"]["sha256"]}"'
    )
    assert get(client, "/download/kb.ttl", **{"If-None-Match": f'"{digest}"'}).status_code == 304
    part = get(client, "/download/kb.ttl", Range="bytes=0-9")
    assert (part.status_code, part.data) == (206, response.data[:10])


def test_every_file_of_the_manifest_can_be_downloaded(client: FlaskClient, directory: Path) -> None:
    listing = client.get("/download/").get_json()
    assert set(listing["files"]) == set(manifest.load(directory).files)
    for name in listing["files"]:
        assert get(client, f"/download/{name}").status_code == 200


def test_the_editor_opens_with_the_example_asked_for(client: FlaskClient) -> None:
    text = page(client, "/editor?example=meetings")
    assert "# title: Who met whom, where and when?" in text
    assert page(client, "/editor?query=%3Cscript%3E").count("<script>") == 0


@pytest.mark.parametrize("path", ["/", "/editor", "/ontology.html"])
def test_pages_run_and_load_nothing_from_elsewhere(client: FlaskClient, path: str) -> None:
    policy = get(client, path).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "script-src" not in policy
    assert "Content-Security-Policy" not in get(client, "/ontology.ttl").headers


def test_a_browser_that_opens_the_endpoint_gets_the_editor(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.headers["Location"]) == (302, "/editor")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "text/plain", 400),
        (b"   \n", "text/plain", 400),
        (b"\xff\xfe\x00", "text/plain", 400),
        (b"President Ada Berg", "application/json", 415),
        (b"x" * 500_000, "text/plain", 413),
        (b"It was " + b"=" * 500 + b" said.", "text/plain", 400),
    ],
)
def test_a_text_that_cannot_be_read_is_refused(
    client: FlaskClient, body: bytes, kind: str, status: int
) -> None:
    assert client.post("/extract", data=body, content_type=kind).status_code == status


def test_a_posted_text_gives_its_facts(client: FlaskClient) -> None:
    response = client.post(
        "/extract?date=2024-03-05",
        data="The United Nations imposed an arms embargo on Libya on Monday.",
        content_type="text/plain",
    )
    assert response.status_code == 200, response.text
    facts = [line for line in map(json.loads, response.text.splitlines()) if line["type"] == "sanction"]
    assert [(fact["target"], fact["measure"], fact["date"]) for fact in facts] == [
        ("Libya", "arms embargo", "2024-03-04")
    ]


def test_texts_that_wait_for_one_that_takes_too_long_are_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.extraction.PATIENCE", 0.4)
    reader, ends = Reader(), []

    def read() -> None:
        try:
            reader.read("President Ada Berg met him.", "", None)
        except Problem as problem:
            ends.append(problem.status)

    threads = [threading.Thread(target=read) for _ in range(WAITING)]
    for thread in threads:
        thread.start()
        # The first is out of patience when the others still have some.
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    reader.close()
    assert ends == [503] * WAITING
