"""The core of the attack run: hostile clients for some seconds, and a polite one who must not notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.attack import ATTACKS, Outcome, attack
from tests.server.conftest import make


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    directory: Path = make(tmp_path_factory.mktemp("attack"))
    return attack(directory, seconds=25, clients=50, patience=8, timeout=5.0, access_log=False)


def test_the_polite_client_gets_right_answers_in_time(outcome: Outcome) -> None:
    assert outcome.wrong == []
    assert len(outcome.latencies) > 20
    assert outcome.p95() < 1


def test_every_attack_was_tried_and_none_became_a_fault(outcome: Outcome) -> None:
    tried = {name for name, counts in outcome.statuses.items() if counts}
    assert tried == {attack.__name__ for attack in ATTACKS}
    assert outcome.faults() == 0, outcome.statuses


def test_nobody_was_called_through_the_service(outcome: Outcome) -> None:
    assert outcome.trapped == 0
    assert outcome.statuses["forgery"]["403"] > 0


def test_nothing_was_written_without_the_right(outcome: Outcome) -> None:
    assert set(outcome.statuses["wrong_tokens"]) <= {"401", "TimeoutError"}


def test_memory_stayed_bounded_and_nothing_is_left_running(outcome: Outcome) -> None:
    # Places and overtime, each with the store and what one query may have, and the service itself.
    assert outcome.peak_kilobytes < 12 * (512 << 10)
    assert (outcome.left_over, outcome.stopped_with) == (0, 0)
