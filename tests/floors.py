"""Floors of the scores on tests/gold, which only rise: `python -m tests.floors` raises them to the scores.

A floor lies a little below the score, so that a change which costs one fact and wins two can be made.
"""

from __future__ import annotations

from functools import cache
from math import floor
from pathlib import Path

from kb import build, evaluate, lines
from kb.errors import SourceError
from kb.evaluate import Evaluation

GOLD = Path(__file__).parent / "gold"
FILE = GOLD / "floors.tsv"
SLACK = 1.5
"""Percentage points between a score and its floor."""


@cache
def scores() -> Evaluation:
    """How extraction does on the annotated documents of this project."""
    results = build.read_sources([GOLD / "texts"])
    found = [
        line for result in results if not isinstance(result, SourceError) for line in lines.lines(result)
    ]
    return evaluate.evaluate(evaluate.read_gold(GOLD / "facts"), found)


def measured() -> dict[str, tuple[float, float]]:
    """Precision and F1 in percent, by type of fact and over all."""
    result = scores()
    rows = {**result.scores, "all": result.micro}
    return {kind: (100 * score.precision, 100 * score.f1) for kind, score in rows.items()}


def read() -> dict[str, tuple[float, float]]:
    """The floors by type of fact."""
    rows = (row.split("\t") for row in FILE.read_text(encoding="utf-8").splitlines()[1:])
    return {kind: (float(precision), float(f1)) for kind, precision, f1 in rows}


def main() -> None:
    """Write the higher of each floor and today's score."""
    known = read() if FILE.exists() else {}
    rows = ["type\tprecision\tF1"]
    for kind, today in measured().items():
        raised = [
            max(old, floor(10 * (new - SLACK)) / 10)
            for old, new in zip(known.get(kind, (0.0, 0.0)), today, strict=True)
        ]
        rows.append("\t".join([kind, *(f"{value:.1f}" for value in raised)]))
    FILE.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
