"""What people look at and judge: the uncertain decisions of a knowledge base as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kb.facts.base import Extraction
from kb.gazetteer import Gazetteer
from kb.link.base import Candidate, Decision, Verdict
from kb.link.overrides import Override, Overrides, judge, load, undo
from kb.link.reconcile import Reconciler
from kb.link.resolving import resolve
from kb.link.targets import identifiers

TABLE: Final = "links.tsv"
"""The name of the table of verdicts in the directory of a knowledge base."""
COLUMNS: Final = ("document", "name", "identifier", "score", "candidate", "method", "passage")
AROUND: Final = 60
"""Characters of the document shown on either side of a name."""


def table(directory: Path) -> Path:
    """Where the verdicts on the links of the knowledge base in `directory` are kept."""
    return directory / TABLE


def overrides(directory: Path) -> Overrides:
    """The verdicts on the links of the knowledge base in `directory`."""
    return load(table(directory))


def review(
    extractions: Iterable[Extraction],
    gazetteer: Gazetteer,
    verdicts: Overrides,
    *,
    reconciler: Reconciler | None = None,
) -> Iterator[str]:
    """Lines of a table of the uncertain decisions, one for each likely candidate, the header first.

    Its first three columns are those by which a candidate is accepted or rejected. A reconciliation
    service, if given, adds its candidates to the decisions in doubt.
    """
    yield "\t".join(COLUMNS)
    for extraction in extractions:
        decisions: Iterable[Decision] = resolve(extraction, gazetteer, overrides=verdicts)[1]
        for decision in decisions if reconciler is None else reconciler.completed(decisions):
            if decision.uncertain:
                passage = _passage(extraction.document.text, decision)
                yield from (_row(decision, candidate, passage) for candidate in decision.likely)


def _row(decision: Decision, candidate: Candidate, passage: str) -> str:
    entry = candidate.entry
    shown = f"{entry.name} ({', '.join(filter(None, (entry.subtype, entry.iso2)))})"
    cells = (
        decision.document,
        decision.name,
        identifiers(entry)[0],
        f"{candidate.score:.2f}",
        shown,
        candidate.method,
        passage,
    )
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _passage(text: str, decision: Decision) -> str:
    mention = decision.mention
    if mention is None:
        return ""
    before, after = (
        text[max(0, mention.start - AROUND) : mention.start],
        text[mention.end : mention.end + AROUND],
    )
    return f"{before}[{mention.text}]{after}"


def accept(directory: Path, document: str, name: str, identifier: str, note: str = "") -> None:
    """Say that the individual `name` of a document (or of all: "*") is the entry with that identifier."""
    judge(table(directory), Override(document, name, identifier, Verdict.ACCEPTED, note))


def reject(directory: Path, document: str, name: str, identifier: str, note: str = "") -> None:
    """Say that the individual `name` of a document (or of all: "*") is not the entry with that identifier."""
    judge(table(directory), Override(document, name, identifier, Verdict.REJECTED, note))


def withdraw(directory: Path, document: str, name: str, identifier: str) -> None:
    """Take back what was accepted or rejected before."""
    undo(table(directory), document, name, identifier)
