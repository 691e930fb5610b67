from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from kb.errors import KbError
from kb.workers import mapped


def double(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def die(number: int) -> int:
    os._exit(3)


def refuse(number: int) -> int:
    raise KbError(f"no {number}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    found = list(mapped(double, range(20), workers=workers))
    assert [result for result, _ in found] == list(range(0, 40, 2))
    assert (os.getpid() in {process for _, process in found}) is (workers == 1)


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = []

    def batches() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    assert next(iter(mapped(double, batches(), workers=2)))[0] == 0
    assert len(taken) <= 8


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_reaches_the_caller(workers: int) -> None:
    with pytest.raises(KbError, match="no 0"):
        list(mapped(refuse, range(3), workers=workers))


def test_a_dead_worker_is_reported_with_the_remedy() -> None:
    with pytest.raises(KbError, match="with fewer workers"):
        list(mapped(die, range(3), workers=2))
