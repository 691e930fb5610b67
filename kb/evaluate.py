"""Precision and recall of extracted facts against hand-annotated gold facts.

A gold file is {"id", "facts": [...]}; its facts carry the slots of the line format ("in" may stand for
"within"), each value a string or an object with "name" or "text" and "alt", the other forms that count as
right. Facts that share all scored slots count once on either side.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.agreement import SCORED, agrees, closeness, signature
from kb.errors import GoldError

Line = Mapping[str, Any]

CORE = ("leader", "location", "program", "sanction", "need")


@dataclass
class Score:
    """Counts for one type of fact: right, wrong and missed ones, and attributes on the right ones."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    attributes: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    @property
    def precision(self) -> float:
        """Share of the predicted facts that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True)
class Evaluation:
    """Scores by type of fact, what went wrong, and (confidence, right) of each predicted fact."""

    scores: dict[str, Score]
    errors: list[tuple[str, str, Line]]
    outcomes: list[tuple[float, bool]]

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the five core types."""
        return sum(self.scores[kind].f1 for kind in CORE) / len(CORE)

    @property
    def micro(self) -> Score:
        """All types together."""
        scores = self.scores.values()
        return Score(
            sum(s.right for s in scores), sum(s.wrong for s in scores), sum(s.missed for s in scores)
        )


def read_gold(folder: Path) -> dict[str, list[Line]]:
    """Gold facts by document id, from all JSON files under `folder` that hold "facts"."""
    gold: dict[str, list[Line]] = {}
    for file in sorted(folder.rglob("*.json")):
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise GoldError(f"{file}: not readable as JSON ({error}); mend or remove the file") from error
        if isinstance(record, dict) and "facts" in record:
            if "id" not in record:
                raise GoldError(f'{file}: has "facts" but no "id"; add the id of the document')
            gold[record["id"]] = record["facts"]
    if not gold:
        raise GoldError(f'{folder}: no gold documents found; expected JSON files with "id" and "facts"')
    return gold


def evaluate(gold: Mapping[str, Sequence[Line]], predicted: Iterable[Line]) -> Evaluation:
    """Compare predicted lines of the line format with gold facts."""
    found: dict[tuple[str, str], dict[Any, Line]] = defaultdict(dict)
    for line in predicted:
        if line["type"] in SCORED and line.get("basis", "text") == "text" and line["document"] in gold:
            found[line["document"], line["type"]].setdefault(signature(line), line)
    result = Evaluation({kind: Score() for kind in SCORED}, [], [])
    for document, facts in gold.items():
        for kind in SCORED:
            groups: dict[Any, list[Line]] = defaultdict(list)
            for fact in facts:
                if fact["type"] == kind:
                    groups[signature(fact)].append(fact)
            _compare(document, kind, list(groups.values()), found[document, kind].values(), result)
    return result


def _compare(
    document: str, kind: str, groups: list[list[Line]], found: Iterable[Line], result: Evaluation
) -> None:
    score = result.scores[kind]
    for line in found:
        fitting = [group for group in groups if agrees(line, group[0])]
        result.outcomes.append((float(line.get("confidence") or 0.0), bool(fitting)))
        if not fitting:
            score.wrong += 1
            result.errors.append(("wrong", document, line))
            continue
        best = max(fitting, key=lambda group: closeness(line, group[0]))
        groups.remove(best)
        score.right += 1
        for slot in ("status", "relation", "domain", "polarity", "modality", "date"):
            wanted = {fact[slot] for fact in best if fact.get(slot) is not None}
            if wanted:
                score.attributes[slot].append(line.get(slot) in wanted)
    score.missed += len(groups)
    result.errors.extend(("missed", document, group[0]) for group in groups)


def reliability(outcomes: Sequence[tuple[float, bool]], *, bins: int = 10) -> list[tuple[float, float, int]]:
    """Calibration table: (mean confidence, share right, count) of each occupied bin of equal width."""
    binned: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in outcomes:
        binned[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return [
        (sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows), len(rows))
        for _, rows in sorted(binned.items())
    ]
