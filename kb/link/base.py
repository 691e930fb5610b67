"""What linking decides: which entry of a gazetteer an individual of a document is, how surely, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kb.gazetteer import Entry
from kb.model import IndividualKind, Name, Passage

SAME: Final = 0.95
"""From this confidence on, an individual and an entry are the same (owl:sameAs)."""
CLOSE: Final = 0.8
"""From this confidence on, an individual closely matches an entry (skos:closeMatch)."""
POSSIBLE: Final = 0.2
"""Below this confidence a candidate is not worth a reviewer's time."""


class Verdict(StrEnum):
    """What a person said about a candidate."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that an individual may be, how probable that is, and what speaks for and against it."""

    entry: Entry
    score: float
    method: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What linking made of one individual of one document; `candidates` come best first.

    `mention` is the passage that names the individual first. `version` identifies the rules.
    """

    document: str
    name: Name
    kind: IndividualKind
    mention: Passage | None
    candidates: tuple[Candidate, ...]
    version: str

    @property
    def chosen(self) -> Candidate | None:
        """The candidate that the individual is linked to; None when in doubt."""
        best = self.candidates[0] if self.candidates else None
        return best if best is not None and best.score >= CLOSE else None

    @property
    def likely(self) -> tuple[Candidate, ...]:
        """The candidates worth a look, best first."""
        return tuple(candidate for candidate in self.candidates if candidate.score >= POSSIBLE)

    @property
    def uncertain(self) -> bool:
        """Whether a person should look at it: a candidate is likely, not sure, and nobody has judged it."""
        best = self.candidates[0] if self.candidates else None
        return best is not None and best.verdict is None and POSSIBLE <= best.score < SAME
