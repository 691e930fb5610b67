"""No query can hold the service: time, rows, bytes, memory, places, clients, nesting."""

from __future__ import annotations

import gc
import json
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import close, create_app
from server.job import Job
from server.problems import Problem, StreamCut
from server.query import Asker, Query
from server.service import Service
from server.settings import Settings
from tests.server.conftest import make

NUMBERS = " ".join(f'"{n:04}"' for n in range(100))
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{n} {{ {NUMBERS} }}" for n in range(6)) + " }"
ENDLESS = "SELECT * { " + " ".join(f"VALUES ?v{n} {{ {NUMBERS} }}" for n in range(5)) + " }"
TEN = "SELECT ?v { VALUES ?v { 1 2 3 4 5 6 7 8 9 10 } }"
BOMB = (
    "SELECT (GROUP_CONCAT(?c) AS ?d) { "
    + " ".join(f"VALUES ?v{n} {{ {NUMBERS} }}" for n in range(4))
    + ' BIND(CONCAT(?v0, "------------------------------------------------------", ?v1) AS ?c) }'
)


class Asking:
    """Who waits for a job's turn."""

    job: Job
    told = 0

    def ready(self) -> None:
        """Count the calls."""
        self.told += 1


@pytest.fixture
def limited(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Flask]:
    options: dict[str, Any] = {"workers": 2, "timeout": 2.0} | getattr(request, "param", {})
    app = create_app(Settings(make(tmp_path), **options))
    yield app
    close(app)


def ask(app: Flask, query: str, **fields: Any) -> Any:
    return app.test_client().get("/sparql", query_string={"query": query, **fields})


def service(app: Flask) -> Service:
    found: Service = app.extensions["kb"]
    return found


def wait_until(condition: Any) -> bool:
    until = time.monotonic() + 5
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(condition())


def test_a_runaway_is_ended_at_its_time_and_the_next_query_is_answered(limited: Flask) -> None:
    began = time.monotonic()
    answer = ask(limited, RUNAWAY)
    took = time.monotonic() - began
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "took longer than 2 s" in answer.json["detail"]
    assert 1.9 < took < 4
    assert ask(limited, TEN).status_code == 200


@pytest.mark.parametrize("how", ["parameter", "header"])
def test_a_client_may_ask_for_less_time_but_not_for_more(limited: Flask, how: str) -> None:
    def status(seconds: float) -> float:
        client, began = limited.test_client(), time.monotonic()
        fields = {"query": RUNAWAY} | ({"timeout": seconds} if how == "parameter" else {})
        headers = {"Prefer": f"wait={seconds}"} if how == "header" else {}
        assert client.get("/sparql", query_string=fields, headers=headers).status_code == 503
        return time.monotonic() - began

    assert status(0.3) < 1.5
    assert status(600) < 4


def test_a_stream_that_is_cut_breaks(limited: Flask) -> None:
    answer = ask(limited, ENDLESS)
    assert answer.status_code == 200
    assert "Content-Length" not in answer.headers
    with pytest.raises(StreamCut):
        for _ in answer.response:
            pass


@pytest.mark.parametrize("limited", [{"timeout": 30.0}], indirect=True)
def test_who_leaves_frees_the_evaluator_within_a_second(limited: Flask) -> None:
    gone = threading.Event()
    raised: list[Problem] = []

    def run() -> None:
        try:
            service(limited).answer(Query(RUNAWAY), Asker("c", gone.is_set))
        except Problem as problem:
            raised.append(problem)

    thread = threading.Thread(target=run)
    thread.start()
    assert wait_until(lambda: service(limited).pool.counts()["running"] == 1)
    gone.set()
    began = time.monotonic()
    thread.join()
    assert time.monotonic() - began < 1
    assert [problem.status for problem in raised] == [503]
    assert sum(service(limited).pool.counts().values()) == 0


@pytest.mark.parametrize("limited", [{"per_client": 1}], indirect=True)
def test_what_a_page_asks_counts_as_its_readers_own(limited: Flask) -> None:
    thread = threading.Thread(target=ask, args=(limited, RUNAWAY))
    thread.start()
    assert wait_until(lambda: service(limited).pool.counts()["running"] == 1)
    client = limited.test_client()
    readers = ("127.0.0.1", "192.0.2.1")
    statuses = [client.get("/", environ_overrides={"REMOTE_ADDR": reader}).status_code for reader in readers]
    thread.join()
    assert statuses == [429, 200]


def test_a_response_that_is_closed_early_frees_the_evaluator(limited: Flask) -> None:
    answer = ask(limited, ENDLESS)
    answer.close()
    assert wait_until(lambda: sum(service(limited).pool.counts().values()) == 0)


@pytest.mark.parametrize("limited", [{"query_memory": 200 << 20, "timeout": 20.0}], indirect=True)
def test_a_query_that_wants_all_memory_is_ended(limited: Flask) -> None:
    answer = ask(limited, BOMB)
    assert (answer.status_code, "memory" in answer.json["detail"]) == (503, True)
    assert ask(limited, TEN).status_code == 200


def test_a_query_that_overflows_the_stack_is_refused(limited: Flask) -> None:
    answer = ask(limited, "SELECT (" + "+".join(["1"] * 50_000) + " AS ?x) {}")
    assert (answer.status_code, "chains too many" in answer.json["detail"]) == (400, True)
    assert ask(limited, TEN).status_code == 200


@pytest.mark.parametrize("limited", [{"max_rows": 5}], indirect=True)
@pytest.mark.parametrize(
    ("query", "rows", "mark"),
    [
        (TEN, 5, "rows=5"),
        (TEN + " LIMIT 5", 5, None),
        (TEN + " LIMIT 7", 5, "rows=5"),
        (TEN + " OFFSET 5", 5, None),
        (TEN + " OFFSET 4", 5, "rows=5"),
        (TEN + " LIMIT 3", 3, None),
        ("SELECT ?v { } VALUES ?v { 1 2 3 4 5 6 }", 5, "rows=5"),
        ("SELECT ?v { } VALUES ?v { 1 2 3 4 5 }", 5, None),
    ],
)
def test_rows_are_never_cut_without_a_mark(limited: Flask, query: str, rows: int, mark: str | None) -> None:
    answer = ask(limited, query)
    assert len(answer.json["results"]["bindings"]) == rows
    assert answer.headers.get("Result-Truncated") == mark


@pytest.mark.parametrize("limited", [{"max_rows": 2}], indirect=True)
def test_triples_are_never_cut_without_a_mark(limited: Flask) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    answer = ask(limited, query, format="nt")
    assert (answer.text.count("\n"), answer.headers["Result-Truncated"]) == (2, "rows=2")
    few = ask(limited, query + " LIMIT 2", format="nt")
    assert (few.text.count("\n"), "Result-Truncated" in few.headers) == (2, False)


@pytest.mark.parametrize("limited", [{"max_bytes": 200}], indirect=True)
def test_too_many_bytes_are_refused(limited: Flask) -> None:
    assert ask(limited, TEN + " LIMIT 1").status_code == 200
    answer = ask(limited, TEN)
    assert (answer.status_code, answer.content_type) == (413, "application/problem+json")


@pytest.mark.parametrize("limited", [{"max_query": 1000}], indirect=True)
def test_a_query_that_is_too_long_is_refused(limited: Flask) -> None:
    client = limited.test_client()
    long = TEN + " " * 1000
    assert ask(limited, long).status_code == 413
    assert (
        client.post("/sparql", data=long.encode(), content_type="application/sparql-query").status_code == 413
    )
    assert client.post("/sparql", data={"query": "x" * 4000}).status_code == 413


@pytest.mark.parametrize("limited", [{"per_client": 3, "timeout": 4.0}], indirect=True)
def test_one_client_has_a_share_and_others_are_served(limited: Flask) -> None:
    answers: list[int] = []

    def greedy() -> None:
        answers.append(ask(limited, RUNAWAY).status_code)

    threads = [threading.Thread(target=greedy) for _ in range(8)]
    for thread in threads:
        thread.start()
    assert wait_until(lambda: answers.count(429) == 5)
    began = time.monotonic()
    polite = service(limited).answer(Query(TEN), Asker("another"))
    assert (b'"value":"10"' in polite.answer.body, time.monotonic() - began < 1) == (True, True)
    for thread in threads:
        thread.join()
    assert sorted(answers) == [429] * 5 + [503] * 3


def test_long_texts_are_read_one_at_a_time_and_short_ones_at_once(
    limited: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.service._PATIENCE", 0.1)
    long = TEN + " " * 20_000
    with service(limited).reading(1 << 20):
        assert ask(limited, TEN).status_code == 200
        assert ask(limited, long).status_code == 503
        posted = limited.test_client().post("/sparql", data={"query": long})
        assert (posted.status_code, posted.headers["Retry-After"]) == (503, "5")
    assert ask(limited, long).status_code == 200


@pytest.mark.parametrize(
    ("before", "processor", "now", "worked"),
    [(1.0, 1.2, 0.3, 0.2), (1.0, 1.2, 32.0, 2.0), (1.0, 5.0, 4.0, 4.0), (0.0, 0.0, 3.0, 3.0)],
)
def test_a_query_is_long_by_what_it_works_and_not_by_what_others_do(
    before: float, processor: float, now: float, worked: float
) -> None:
    worker: Any = SimpleNamespace(processor=lambda: processor)
    owner: Any = None
    job = Job(owner, "client", 30.0, bool, bool, worker=worker, before=before)
    assert job.work(now) == pytest.approx(worked)


def test_a_job_lets_go_of_who_was_told() -> None:
    """They know each other, and hold the answer: else only a collection of garbage would free it."""
    owner: Any = None
    asking = Asking()
    asking.job = Job(owner, "client", 30.0, bool, asking.ready)
    gone = weakref.ref(asking)
    asking.job.announce()
    asking.job.announce()
    assert asking.told == 1
    gc.disable()
    try:
        del asking
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_the_system_tells_what_a_process_had_of_the_processor(limited: Flask) -> None:
    worker = service(limited).pool.idle[-1]
    before = worker.processor()
    assert ask(limited, TEN).status_code == 200
    assert 0 < before < worker.processor() < before + 1


@pytest.mark.parametrize("limited", [{"workers": 1, "queue": 1, "timeout": 6.0}], indirect=True)
def test_a_full_queue_says_so(limited: Flask) -> None:
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda: statuses.append(ask(limited, RUNAWAY).status_code)) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) == {503}
    assert ask(limited, TEN).status_code == 200


def test_health_and_metrics_tell_what_happened(limited: Flask) -> None:
    client: FlaskClient = limited.test_client()
    ask(limited, TEN)
    ask(limited, TEN)
    ask(limited, "SELEC")
    ask(limited, RUNAWAY, timeout=0.2)
    health = client.get("/health")
    assert (health.status_code, json.loads(health.data)["status"]) == (200, "ready")
    assert json.loads(health.data)["quads"] == 6
    metrics = client.get("/metrics").text.splitlines()
    assert 'kb_requests_total{kind="sparql",status="200"} 2' in metrics
    assert 'kb_requests_total{kind="sparql",status="400"} 1' in metrics
    assert 'kb_requests_total{kind="sparql",status="503"} 1' in metrics
    assert 'kb_kills_total{reason="timeout"} 1' in metrics
    assert 'kb_cache_total{outcome="hit"} 1' in metrics
    assert 'kb_query_seconds_count{kind="select"} 1' in metrics
    assert "kb_queries_running 0" in metrics


def test_evaluators_that_hold_much_memory_of_their_own_are_replaced(
    limited: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = service(limited).pool
    assert ask(limited, TEN).status_code == 200
    assert [worker.copied > 0 for worker in pool.idle] == [False, False, False, True]
    monkeypatch.setattr("server.pool._COPIED", 0)
    monkeypatch.setattr("server.pool._COPIES", 1)
    before = {worker.pid for worker in pool.idle}
    assert [
        row["v"]["value"] for row in ask(limited, TEN.replace("1 2", "0 2")).json["results"]["bindings"]
    ] == [str(n) for n in (0, *range(2, 11))]
    assert wait_until(lambda: len(pool.idle) == 4 and {worker.pid for worker in pool.idle} != before)
    assert sum(worker.copied for worker in pool.idle) == 0
