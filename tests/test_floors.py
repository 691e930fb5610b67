"""Extraction is as good as it was: precision and F1 on the annotated documents of this project."""

from __future__ import annotations

import pytest

from kb.agreement import SCORED
from tests import floors


def test_every_type_of_fact_has_a_floor() -> None:
    assert set(floors.read()) == {*SCORED, "all"}


@pytest.mark.parametrize("kind", [*SCORED, "all"])
def test_scores_do_not_fall(kind: str) -> None:
    for name, score, least in zip(
        ("precision", "F1"), floors.measured()[kind], floors.read()[kind], strict=True
    ):
        assert score >= least, f"{name} of {kind}: {score:.1f} is below its floor of {least:.1f}"


def test_the_annotated_documents_are_many_enough() -> None:
    result = floors.scores()
    assert sum(score.right + score.missed for score in result.scores.values()) >= 300
