"""Bringing the state of a knowledge base up to date with its sources: the step that makes builds incremental.

Retractions are recorded before the state they concern is touched, so a build that is killed at any moment
can be run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kb.documents.base import Document
from kb.errors import KbError, SourceError
from kb.reading import Reader, Reading, read
from kb.state import Retraction, State, version
from kb.terms import is_date

ABSENT: Final = "no longer among the sources"
REPLACED: Final = "replaced by a newer version"

Progress = Callable[[str, int], None]
"""Told a step ("read", "merge", "write", "validate", "load") and how many documents it has done."""


@dataclass(frozen=True, slots=True)
class Absence:
    """What becomes of documents that are not among the sources: kept, or retracted with reason and date."""

    keep: bool = False
    reason: str = ABSENT
    date: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None and not is_date(self.date):
            raise KbError(f"{self.date!r} is no date; write it as 2024-03-05, 2024-03 or 2024")


RETRACTED: Final = Absence()


@dataclass(slots=True)
class Changes:
    """What was done: documents unchanged, read, kept though absent, and retracted; sources that failed."""

    unchanged: int = 0
    read: int = 0
    kept: int = 0
    retracted: list[str] = field(default_factory=list)
    failures: list[SourceError] = field(default_factory=list)


class Update:
    """One run over all sources; `made_by` identifies the reader."""

    def __init__(self, state: State, *, reader: Reader, made_by: str, progress: Progress) -> None:
        self.changes = Changes()
        self._state = state
        self._reader = reader
        self._made_by = made_by
        self._progress = progress
        self._known = state.known()
        self._seen: dict[str, str] = {}

    def run(self, found: Iterable[Document | SourceError], *, workers: int, absence: Absence) -> Changes:
        """Read what is new or changed and retract what is absent.

        While a source fails, absent documents stay: they may be what the source held.
        """
        for result in read(self._stale(found), self._reader, workers=workers):
            if isinstance(result, SourceError):
                self.changes.failures.append(result)
            else:
                self._save(result)
            self._progress("read", len(self._seen))
        absent = sorted(self._known.keys() - self._seen.keys())
        if absence.keep or self.changes.failures:
            self.changes.kept = len(absent)
        else:
            self._retract(absent, absence)
        return self.changes

    def _stale(self, found: Iterable[Document | SourceError]) -> Iterator[Document | SourceError]:
        """The documents that must be read, and all errors."""
        for item in found:
            if isinstance(item, SourceError):
                yield item
            elif item.id in self._seen:
                if self._seen[item.id] != version(item):
                    yield SourceError(
                        item.id, "another document has the same id; give one of them another id"
                    )
            elif self._is_stale(item):
                yield item

    def _is_stale(self, document: Document) -> bool:
        """Whether the state lacks this version of the document, read by this reader."""
        self._seen[document.id] = current = version(document)
        stale = self._known.get(document.id) != (current, self._made_by)
        self.changes.unchanged += not stale
        return stale

    def _save(self, reading: Reading) -> None:
        """Remember an extraction, after the retraction of the version that it replaces."""
        document = reading.extraction.document
        old = self._known.get(document.id)
        if old is not None and old[0] != version(document):
            self._state.retract([Retraction(document.id, old[0], REPLACED, document.date)])
            self.changes.retracted.append(document.id)
        self._state.save(reading.extraction, made_by=self._made_by, considered=reading.considered)
        self.changes.read += 1

    def _retract(self, absent: Sequence[str], absence: Absence) -> None:
        """Retract documents that are not among the sources."""
        self._state.retract(
            Retraction(document, self._known[document][0], absence.reason, absence.date)
            for document in absent
        )
        for document in absent:
            self._state.forget(document)
        self.changes.retracted.extend(absent)
