"""How likely a claim is right: a logistic regression whose weights are a readable table.

Features are names that hold or do not hold of a claim: the frame that found it, the grammatical path of each
filler, what sort of filler each slot has, how it is presented, how long its sentence is, whether the document
says it again. `kb calibrate` learns the weights from annotated documents and writes kb/data/confidence.tsv.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files
from typing import Final

from kb.facts.base import Claim
from kb.model import IndividualKind, Modality

FILE: Final = "confidence.tsv"
THRESHOLD: Final = "(threshold)"
BIAS: Final = "(always)"
LENGTHS: Final = (60, 120, 200, 300, 450)
"""Characters of evidence that bound the classes of length."""
CERTAIN: Final = 0.99
DOUBTFUL: Final = 0.01
"""A model learnt from some hundred facts knows nothing surer than this."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features, and the confidence below which leaving claims out loses least."""

    weights: Mapping[str, float]
    threshold: float = 0.0

    def confidence(self, features: Iterable[str]) -> float:
        """The probability that a claim with these features is right."""
        score = sum(self.weights.get(feature, 0.0) for feature in features)
        return min(max(1 / (1 + math.exp(-min(max(score, -30.0), 30.0))), DOUBTFUL), CERTAIN)

    def lines(self) -> Iterator[str]:
        """The table: a feature and its weight on each line, by name."""
        yield f"{THRESHOLD}\t{self.threshold:.2f}\n"
        for feature, weight in sorted(self.weights.items()):
            yield f"{feature}\t{weight:.3f}\n"


@cache
def shipped() -> Model:
    """The model that the package carries."""
    rows = (files("kb") / "data" / FILE).read_text("utf-8").splitlines()
    weights = {feature: float(weight) for feature, weight in (row.split("\t") for row in rows)}
    return Model(weights, weights.pop(THRESHOLD, 0.0))


def weighed(claims: Sequence[Claim], kinds: Mapping[str, IndividualKind], model: Model) -> list[Claim]:
    """The claims of one document with the confidence that `model` gives them."""
    described = described_by(claims, kinds)
    return [
        replace(claim, confidence=model.confidence(features))
        for claim, features in zip(claims, described, strict=True)
    ]


def described_by(claims: Sequence[Claim], kinds: Mapping[str, IndividualKind]) -> list[list[str]]:
    """The features of each claim of one document; `kinds` gives those of its individuals by name."""
    told = Counter((type(claim.fact), claim.fact.key()) for claim in claims)
    return [list(_features(claim, kinds, told[type(claim.fact), claim.fact.key()])) for claim in claims]


def _features(claim: Claim, kinds: Mapping[str, IndividualKind], times: int) -> Iterator[str]:
    kind = claim.fact.TYPE
    yield BIAS
    yield f"type {kind}"
    frame, *paths = claim.construction.split(" ")
    yield f"frame {kind} {frame}"
    for path in paths:
        yield f"path {kind} {path}"
    for field in fields(claim.fact):
        yield f"slot {kind} {field.name} {_sort(getattr(claim.fact, field.name), kinds)}"
    if claim.modality is not Modality.ACTUAL:
        yield f"modality {claim.modality}"
    if claim.evidence is not None:
        longer = sum(len(claim.evidence.text) > length for length in LENGTHS)
        yield f"length {longer}"
    if times > 1:
        yield f"repeated {kind}"


def _sort(value: object, kinds: Mapping[str, IndividualKind]) -> str:
    """What fills a slot, roughly: nothing, the kind of an individual, or the shape of a description."""
    if value is None or value == ():
        return "empty"
    if isinstance(value, tuple):
        return f"{min(len(value), 4)} {_sort(value[0], kinds)}"
    text = str(value)
    if text in kinds:
        return str(kinds[text])
    words = len(text.split())
    return f"{'name' if text[:1].isupper() else 'words'} {min(words, 6)}"
