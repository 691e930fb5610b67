"""Scores on annotated documents that lie beside the project: `make evaluate`.

Prints the tables of each evaluation whose data is found below ../shared; what is missing is named and left
out. Nothing here passes or fails: floors are held by the tests.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
OUT = ROOT / "build" / "evaluation"
RELATIONS = (
    "head_of_state,head_of_gov,minister_of,agent_of,citizen_of,member_of,"
    "head_of,spokesperson_of,based_in0,in0,in1,in2"
)


def run(*command: object, output: Path | None = None) -> None:
    """Run a command from the project's root; its output goes to the terminal or a file."""
    words = [str(word) for word in command]
    if output is None:
        sys.stdout.flush()
        subprocess.run(words, cwd=ROOT, check=False)
    else:
        with output.open("w", encoding="utf-8") as out:
            subprocess.run(words, cwd=ROOT, check=False, stdout=out)


def extract(sources: Path, name: str) -> Path:
    """Facts of all documents in `sources`, in the line format."""
    facts = OUT / f"{name}.jsonl"
    start = time.monotonic()
    run(sys.executable, "-m", "kb", "extract", sources, "--format", "jsonl", "--workers", 2, output=facts)
    print(f"read {sources.name} in {time.monotonic() - start:.0f} s", flush=True)
    return facts


def facts_on_gold(gold: Path) -> None:
    """Precision and recall by type of fact, and the reliability of confidence."""
    facts = extract(gold / "texts", "gold-dev")
    run(sys.executable, gold.parent / "score_facts.py", gold / "facts", facts)
    run(sys.executable, "-m", "kb", "eval", gold / "facts", "--predictions", facts)


def relations_on_dwie(dwie: Path) -> None:
    """Entities and the twelve core relations, end to end from raw text."""
    documents = OUT / "dwie-documents.jsonl"
    with documents.open("w", encoding="utf-8") as out:
        for line in (dwie / "relations.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            out.write(json.dumps({"id": record["id"], "text": record["text"]}) + "\n")
    facts, predictions = extract(documents, "dwie"), OUT / "dwie-predictions.jsonl"
    tools, countries = dwie.parent, SHARED / "linking" / "facts.csv"
    run(sys.executable, tools / "relations_from_facts.py", facts, countries, output=predictions)
    run(
        sys.executable,
        tools / "score_relations.py",
        dwie / "relations.jsonl",
        predictions,
        "--predicates",
        RELATIONS,
    )


def links_on_dwie(dwie: Path) -> None:
    """Links to Wikipedia titles, end to end from raw text."""
    run(sys.executable, "-m", "tests.link.evaluation", dwie / "entities.jsonl")


EVALUATIONS = {
    "Facts on gold-dev": (facts_on_gold, SHARED / "eval" / "gold-dev"),
    "Entities and relations on DWIE": (relations_on_dwie, SHARED / "eval" / "dwie-dev"),
    "Links on DWIE": (links_on_dwie, SHARED / "eval" / "dwie-dev"),
}


def main() -> None:
    """Run every evaluation whose data is there."""
    OUT.mkdir(parents=True, exist_ok=True)
    for title, (evaluation, data) in EVALUATIONS.items():
        print(f"\n== {title}", flush=True)
        if data.exists():
            evaluation(data)
        else:
            print(f"left out: no {data.name} beside the project")


if __name__ == "__main__":
    main()
