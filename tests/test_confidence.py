from __future__ import annotations

import pytest

from kb.calibrate import Example, calibrate, examples, fit
from kb.confidence import BIAS, CERTAIN, DOUBTFUL, THRESHOLD, Model, described_by, shipped, weighed
from kb.documents.base import Document
from kb.facts.base import Claim, Extraction
from kb.facts.need import Need
from kb.model import IndividualKind, Modality, Name, Passage, Text

KINDS = {"Norland": IndividualKind.COUNTRY}


def need(item: str, *, modality: Modality = Modality.ACTUAL, start: int = 0) -> Claim:
    return Claim(
        document="d",
        fact=Need(needer=Name("Norland"), item=Text(item)),
        evidence=Passage(start, start + 5, "Needs"),
        modality=modality,
        construction="verb:need needer=subject item=object",
    )


def example(number: int, *features: str, right: bool) -> Example:
    line = {"type": "need", "document": f"d{number}", "needer": "Norland", "item": f"item {number}"}
    return Example(f"d{number}", (BIAS, *features), line, right)


MIXED = [example(n, "frame need good", right=n % 10 > 0) for n in range(40)] + [
    example(40 + n, "frame need bad", right=n % 10 == 0) for n in range(40)
]


def test_features_name_frame_paths_fillers_and_presentation() -> None:
    (features,) = described_by([need("spare parts", modality=Modality.CLAIMED)], KINDS)
    assert features == [
        BIAS,
        "type need",
        "frame need verb:need",
        "path need needer=subject",
        "path need item=object",
        "slot need needer country",
        "slot need item words 2",
        "slot need supplier empty",
        "slot need purpose empty",
        "modality claimed",
        "length 0",
    ]


def test_a_fact_told_twice_is_known_as_repeated() -> None:
    told = described_by([need("fuel"), need("fuel", start=9), need("food")], KINDS)
    assert ["repeated need" in features for features in told] == [True, True, False]


def test_what_was_mostly_right_is_more_confident_than_what_was_mostly_wrong() -> None:
    model = fit(MIXED)
    good, bad = (model.confidence([BIAS, f"frame need {name}"]) for name in ("good", "bad"))
    assert 0.7 < good < 0.95 and 0.05 < bad < 0.3


def test_the_same_examples_give_the_same_table_and_it_reads_back() -> None:
    assert list(fit(MIXED).lines()) == list(fit(MIXED).lines())
    assert next(fit(MIXED).lines()) == f"{THRESHOLD}\t0.00\n"


def test_the_threshold_leaves_out_what_costs_more_than_it_brings() -> None:
    gold = {one.document: [dict(one.line)] if one.right else [] for one in MIXED}
    calibration = calibrate(MIXED, gold)
    good, bad = (calibration.model.confidence([BIAS, f"frame need {name}"]) for name in ("good", "bad"))
    assert bad < calibration.model.threshold < good
    assert len(calibration.outcomes) == len(MIXED)


def test_confidence_stays_within_what_a_small_model_can_know() -> None:
    model = Model({"sure": 50.0, "wrong": -50.0})
    assert (model.confidence(["sure"]), model.confidence(["wrong"])) == (CERTAIN, DOUBTFUL)


def test_weighing_changes_confidence_only() -> None:
    (claim,) = weighed([need("fuel")], KINDS, Model({BIAS: 0.0}))
    assert claim.confidence == pytest.approx(0.5)
    assert claim.fact == need("fuel").fact


def test_examples_are_the_claims_of_annotated_documents_judged_by_gold() -> None:
    extraction = Extraction(
        Document("d", "", "Needs fuel. Needs food."), (), (need("fuel"), need("food", start=12))
    )
    gold = {"d": [{"type": "need", "needer": {"name": "Norland"}, "item": {"text": "fuel"}}]}
    assert [one.right for one in examples([extraction], gold)] == [True, False]
    assert examples([extraction], {}) == []


def test_the_shipped_model_knows_every_scored_type() -> None:
    weights = shipped().weights
    types = ("leader", "location", "program", "sanction", "need", "meeting", "supply")
    assert all(f"type {kind}" in weights for kind in types)
    assert BIAS in weights and 0 <= shipped().threshold < 0.7
