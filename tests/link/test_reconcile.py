"""The client of reconciliation services, against a server that speaks version 0.2 of the protocol."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb.errors import KbError
from kb.gazetteer.polite import Client
from kb.link import Decision
from kb.link.reconcile import Reconciler
from kb.model import IndividualKind, Name
from tests.link.loopback import serving

MANIFEST = {
    "versions": ["0.2"],
    "name": "Test register",
    "identifierSpace": "https://www.wikidata.org/entity/",
    "schemaSpace": "https://www.wikidata.org/prop/direct/",
    "batchSize": 2,
}
REGISTER = {
    "Vasile Cornea": [
        {"id": "Q501", "name": "Vasile Cornea", "score": 100, "match": True, "type": []},
        {"id": "Q502", "name": "Vasil Korn", "score": 60, "match": False, "type": []},
    ],
    "Ostrava Steelworks": [{"id": "Q503", "name": "Ostrava Steel", "score": 250.0, "match": False}],
}


def register(parameters: dict[str, str]) -> Any:
    if "queries" not in parameters:
        return MANIFEST
    queries = json.loads(parameters["queries"])
    return {key: {"result": REGISTER.get(query["query"], [])} for key, query in queries.items()}


def undecided(name: str, kind: IndividualKind = IndividualKind.PERSON) -> Decision:
    return Decision("d1", Name(name), kind, None, (), "1")


def patient() -> tuple[Client, list[float]]:
    """A client that only notes how long it would have slept, by a clock that stands still."""
    slept: list[float] = []
    return Client(pause=1.0, sleep=slept.append, clock=lambda: 0.0), slept


def test_candidates_are_added_to_decisions_in_doubt() -> None:
    with serving(register) as server:
        reconciler = Reconciler(server.url, client=patient()[0])
        decisions = list(reconciler.completed([undecided("Vasile Cornea"), undecided("Nobody Known")]))
    found = [(one.entry.wikidata, one.score, one.method) for one in decisions[0].candidates]
    assert found == [("Q501", 0.9, "asked of Test register"), ("Q502", 0.474, "asked of Test register")]
    assert decisions[1].candidates == ()


def test_a_score_without_match_never_links() -> None:
    with serving(register) as server:
        asked = [undecided("Ostrava Steelworks", IndividualKind.ORGANIZATION)]
        (decision,) = Reconciler(server.url, client=patient()[0]).completed(asked)
    assert [one.score for one in decision.candidates] == [0.79]
    assert decision.chosen is None


def test_questions_go_in_batches_of_the_size_the_service_takes() -> None:
    with serving(register) as server:
        reconciler = Reconciler(server.url, client=patient()[0])
        list(reconciler.completed([undecided(f"Person Number{i}") for i in range(5)]))
        sizes = [len(json.loads(one["queries"])) for one in server.asked if "queries" in one]
    assert sizes == [2, 2, 1]


def test_countries_are_not_asked() -> None:
    with serving(register) as server:
        reconciler = Reconciler(server.url, client=patient()[0])
        list(reconciler.completed([undecided("Ruritania", IndividualKind.COUNTRY)]))
        assert [one for one in server.asked if "queries" in one] == []


def test_no_question_is_sent_twice(tmp_path: Path) -> None:
    with serving(register) as server:
        for _ in range(2):
            reconciler = Reconciler(server.url, client=patient()[0], cache=tmp_path / "cache")
            found = list(reconciler.completed([undecided("Vasile Cornea"), undecided("Vasile Cornea")]))
        assert len([one for one in server.asked if "queries" in one]) == 1
    assert [len(one.candidates) for one in found] == [2, 2]


def test_a_cache_line_cut_off_by_a_kill_is_asked_again(tmp_path: Path) -> None:
    with serving(register) as server:
        Reconciler(server.url, client=patient()[0], cache=tmp_path / "cache")
        (tmp_path / "cache").write_text('["abc", [{"id"', encoding="utf-8")
        reconciler = Reconciler(server.url, client=patient()[0], cache=tmp_path / "cache")
        (decision,) = reconciler.completed([undecided("Vasile Cornea")])
    assert len(decision.candidates) == 2


def test_a_refusal_is_waited_out_as_long_as_the_service_says() -> None:
    refusals = iter([(429, {"Retry-After": "7"}, ""), (503, {}, "")])
    client, slept = patient()
    with serving(lambda parameters: next(refusals, None) or register(parameters)) as server:
        assert Reconciler(server.url, client=client).service.name == "Test register"
    assert [pause for pause in slept if pause != 1.0] == [7.0, 2.0]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((404, {}, "no"), "HTTP 404"),
        ((503, {}, "down"), "HTTP 503"),
        ((200, {}, "<html>"), "no JSON"),
        ([], "no manifest"),
        ({**MANIFEST, "versions": ["0.1"]}, "not 0.2"),
        ({**MANIFEST, "identifierSpace": "https://example.org/"}, "https://example.org/"),
    ],
)
def test_what_is_no_service_is_said(answer: Any, message: str) -> None:
    with serving(lambda _: answer) as server, pytest.raises(KbError, match=message):
        Reconciler(server.url, client=patient()[0])


@pytest.mark.parametrize("result", [{"result": [{"id": "Q1"}]}, {"result": "none"}, {}])
def test_a_malformed_answer_is_said(result: Any) -> None:
    def answer(parameters: dict[str, str]) -> Any:
        return {"q0": result} if "queries" in parameters else MANIFEST

    with serving(answer) as server:
        reconciler = Reconciler(server.url, client=patient()[0])
        with pytest.raises(KbError, match="Vasile Cornea"):
            list(reconciler.completed([undecided("Vasile Cornea")]))


def test_other_addresses_than_http_are_refused() -> None:
    with pytest.raises(KbError, match="only http"):
        Reconciler("file:///etc/passwd")
