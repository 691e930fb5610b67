"""Learning what makes a claim right from annotated documents: the weights of `kb.confidence`.

Logistic regression with an L2 penalty, by gradient descent with AdaGrad steps in a fixed order, so that the
same documents give the same weights. What the table reports is cross-validated by document: each claim is
judged by a model that has not seen its document.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kb.agreement import SCORED, agrees
from kb.confidence import Model, described_by
from kb.evaluate import Line, evaluate
from kb.facts.base import Extraction, standing
from kb.lines import claim_line
from kb.model import Basis

EPOCHS: Final = 120
STEP: Final = 0.3
PENALTY: Final = 3.0
"""What a squared weight costs, in examples, however many examples it has: one alone is no ground to go by."""
FOLDS: Final = 5
TOLERANCE: Final = 0.006
"""F1 is flat near its best: of thresholds that cost less than this, the strictest is taken."""
THRESHOLDS: Final = tuple(step / 100 for step in range(0, 70, 2))


@dataclass(frozen=True, slots=True)
class Example:
    """One claim of an annotated document: its features, its line, whether gold has it."""

    document: str
    features: tuple[str, ...]
    line: Line
    right: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """A model of all examples, and (confidence, right) of each by a model that had not seen its document."""

    model: Model
    outcomes: list[tuple[float, bool]]


def examples(extractions: Iterable[Extraction], gold: Mapping[str, Sequence[Line]]) -> list[Example]:
    """The claims of the annotated documents, of the types that are scored."""
    found = []
    for extraction in extractions:
        document = extraction.document.id
        if document not in gold:
            continue
        kinds = {str(individual.name): individual.kind for individual in extraction.individuals}
        claims = [claim for claim in extraction.claims if claim.basis is Basis.TEXT]
        for claim, features in zip(claims, described_by(claims, kinds), strict=True):
            line = claim_line(claim, standing([claim]))
            if line["type"] in SCORED:
                of_type = (fact for fact in gold[document] if fact["type"] == line["type"])
                right = any(agrees(line, fact) for fact in of_type)
                found.append(Example(document, tuple(features), line, right))
    return found


def calibrate(found: Sequence[Example], gold: Mapping[str, Sequence[Line]]) -> Calibration:
    """Learn a model and the threshold at which it gives the best F1 on documents it has not seen."""
    documents = sorted({example.document for example in found})
    fold = {document: place % FOLDS for place, document in enumerate(documents)}
    judged: list[tuple[float, Example]] = []
    for held in range(FOLDS):
        model = fit([example for example in found if fold[example.document] != held])
        judged += [
            (model.confidence(example.features), example)
            for example in found
            if fold[example.document] == held
        ]
    known = {document: gold[document] for document in documents}
    f1 = {least: _f1(judged, known, least) for least in THRESHOLDS}
    threshold = max(least for least in THRESHOLDS if f1[least] >= max(f1.values()) - TOLERANCE)
    outcomes = [(confidence, example.right) for confidence, example in judged]
    return Calibration(Model(fit(found).weights, threshold), outcomes)


def fit(found: Sequence[Example]) -> Model:
    """The weights that make the examples most likely, less the penalty on large ones."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    counts = Counter(feature for example in found for feature in example.features)
    for _ in range(EPOCHS):
        for example in found:
            score = sum(weights[feature] for feature in example.features)
            error = float(example.right) - 1 / (1 + math.exp(-min(max(score, -30.0), 30.0)))
            for feature in example.features:
                gradient = error - PENALTY * weights[feature] / counts[feature]
                squares[feature] += gradient * gradient
                weights[feature] += STEP * gradient / math.sqrt(squares[feature] + 1e-6)
    return Model({feature: weight for feature, weight in weights.items() if abs(weight) >= 0.001})


def _f1(judged: Sequence[tuple[float, Example]], gold: Mapping[str, Sequence[Line]], least: float) -> float:
    kept: list[dict[str, Any]] = [dict(example.line) for confidence, example in judged if confidence >= least]
    return evaluate(gold, kept).micro.f1
