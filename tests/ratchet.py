"""Floors under the quality of extraction on tests/gold: scores may only rise.

python -m tests.ratchet            what extraction reaches now, beside the floors
python -m tests.ratchet --update   raise the floors to it; refuses while any score is below its floor
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from kb import evaluate
from kb.documents import Document, read
from kb.lines import lines
from kb.reading import Pipeline, Reading

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.json"
SLACK = 0.01
"""What a score may fall by: a fact more or less of the rarest type is not yet a step back."""


def digest() -> str:
    """A hash of the annotated documents: floors hold for these and no others."""
    content = hashlib.sha256()
    for path in sorted(GOLD.glob("*/*.json")):
        content.update(path.relative_to(GOLD).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:20]


def scores() -> dict[str, float]:
    """F1 by type of fact, their mean over the five core types, and the precision of all facts."""
    documents = [document for document in read([GOLD / "texts"]) if isinstance(document, Document)]
    readings = [result for result in Pipeline()(documents) if isinstance(result, Reading)]
    assert len(readings) == len(documents) > 0
    found = [line for reading in readings for line in lines(reading.extraction)]
    result = evaluate.evaluate(evaluate.read_gold(GOLD / "facts"), found)
    reached = {kind: score.f1 for kind, score in result.scores.items()}
    return {**reached, "core": result.macro_f1, "precision": result.micro.precision}


def fallen(reached: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The scores that are below their floors."""
    return {name: reached[name] for name, floor in floors.items() if reached[name] < floor - SLACK}


def raised(reached: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors after a step: never below the old ones."""
    return {name: max(round(score, 3), floors.get(name, 0.0)) for name, score in reached.items()}


def main(arguments: list[str]) -> int:
    """Print the table and, if asked, write the floors."""
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {"gold": digest(), "floors": {}}
    # Floors of other annotations say nothing about these.
    floors = kept["floors"] if kept["gold"] == digest() else {}
    reached = scores()
    for name, score in reached.items():
        print(f"{name:10} {score:.3f}  floor {floors.get(name, 0.0):.3f}")
    if below := fallen(reached, floors):
        print(f"below the floor: {', '.join(below)}", file=sys.stderr)
        return 1
    if "--update" in arguments:
        FLOORS.write_text(json.dumps({"gold": digest(), "floors": raised(reached, floors)}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
