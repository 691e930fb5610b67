from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kb.errors import GoldError
from kb.evaluate import evaluate, read_gold, reliability


def need(needer: Any, item: Any, **more: Any) -> dict[str, Any]:
    return {"type": "need", "document": "d", "needer": needer, "item": item, "confidence": 0.9, **more}


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (need("Russia", "ammunition"), need("Russia", "ammunition"), True),
        (need({"name": "United States", "alt": []}, {"text": "aid"}), need("the U.S.", "aid"), True),
        (need({"name": "Antonio Guterres", "alt": []}, "aid"), need("Mr. António Guterres", "aid"), True),
        (
            need("Russia", {"text": "spare parts for aircraft", "alt": []}),
            need("Russia", "spare parts"),
            True,
        ),
        (need("Russia", {"text": "spare parts for old civilian aircraft"}), need("Russia", "parts"), False),
        (need("Russia", "ammunition"), need("Ukraine", "ammunition"), False),
        (need("Russia", "ammunition"), need("Russia", "food"), False),
        (need("Russia", "ammunition"), need("Russia", "ammunition", basis="background"), None),
        (
            need({"name": "people in the flooded towns", "alt": []}, "food"),
            need("people in flooded towns", "food"),
            True,
        ),
    ],
)
def test_a_fact_is_right_when_its_key_slots_agree(gold: Any, predicted: Any, right: bool | None) -> None:
    result = evaluate({"d": [gold]}, [predicted]).scores["need"]
    expected = {True: (1, 0, 0), False: (0, 1, 1), None: (0, 0, 1)}[right]
    assert (result.right, result.wrong, result.missed) == expected


def test_two_common_participants_make_a_meeting_right() -> None:
    gold = {"type": "meeting", "participants": ["Ann Lee", "Bo Ek", "Cy Day"], "place": "Oslo"}
    near = {"type": "meeting", "document": "d", "participants": ["Bo Ek", "Cy Day"], "place": None}
    placed = {"type": "meeting", "document": "d", "participants": ["Bo Ek", "Di Fay"], "place": "Oslo"}
    alone = {"type": "meeting", "document": "d", "participants": ["Bo Ek", "Di Fay"], "place": "Rome"}
    outcomes = [evaluate({"d": [gold]}, [line]).scores["meeting"].right for line in (near, placed, alone)]
    assert outcomes == [1, 1, 0]


def test_repeated_facts_count_once_and_attributes_are_counted_on_right_ones() -> None:
    gold = [need("Russia", "food", polarity="affirmed", modality="claimed")]
    predicted = [need("Russia", "food", polarity="affirmed", modality="actual"), need("Russia", "the food")]
    score = evaluate({"d": gold}, predicted).scores["need"]
    assert (score.right, score.wrong, score.attributes) == (1, 0, {"polarity": [True], "modality": [False]})


def test_macro_and_micro_scores() -> None:
    result = evaluate({"d": [need("Russia", "food"), need("Russia", "fuel")]}, [need("Russia", "food")])
    assert result.scores["need"].f1 == pytest.approx(2 / 3)
    assert result.macro_f1 == pytest.approx(2 / 15)
    assert (result.micro.precision, result.micro.recall) == (1.0, 0.5)


def test_reliability_bins_by_confidence() -> None:
    assert reliability([(0.92, True), (0.98, False), (0.31, False), (1.0, True)]) == [
        (0.31, 0.0, 1),
        (pytest.approx(0.9667, abs=1e-4), pytest.approx(2 / 3), 3),
    ]


def test_unreadable_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold documents found"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(GoldError, match=r"a\.json: not readable as JSON"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps({"facts": []}))
    with pytest.raises(GoldError, match=r'no "id"'):
        read_gold(tmp_path)
