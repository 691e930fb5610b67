"""The whole flow: sources are read one by one, merged, written, loaded and validated.

The sources are the whole knowledge base: what an earlier build read elsewhere is retracted, unless it is to
be kept. Only new and changed documents are read; a build that was killed goes on where it stopped.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from kb import documents, manifest, ontology
from kb.documents.base import Document
from kb.errors import KbError, SourceError, StoreError
from kb.facts.base import Extraction
from kb.graph import Mapper
from kb.identity import digest
from kb.iris import Iris
from kb.ledger import ledger
from kb.manifest import Manifest
from kb.merge import merge
from kb.publish import Publication
from kb.reading import DEFAULT, Pipeline, Reader, fingerprint, read
from kb.state import State
from kb.turtle import Turtle
from kb.update import RETRACTED, Absence, Changes, Progress, Update

_BASE = re.compile(r"https?://[\w.:\[\]-]+/(?:[\w.~/-]*/)?")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the changes since the last one, and what the base now holds.

    `fresh` is false where nothing had changed and the files were left as they were.
    """

    directory: Path
    changes: Changes
    manifest: Manifest
    fresh: bool

    @property
    def conforms(self) -> bool:
        """Whether the graphs satisfy the shapes."""
        return not self.manifest.counts["violations"]

    def summary(self) -> str:
        """The outcome in a line or two."""
        counts, changes = self.manifest.counts, self.changes
        held = ", ".join(
            f"{counts[name]:,} {name}" for name in ("documents", "individuals", "facts", "claims")
        )
        done = f"{changes.read:,} read, {changes.unchanged:,} unchanged, {len(changes.retracted):,} retracted"
        kept = f", {changes.kept:,} kept though absent" if changes.kept else ""
        failed = f"{kept}, {len(changes.failures):,} failed" if changes.failures else kept
        verdict = (
            "" if self.conforms else f"\n{counts['violations']:,} violations of the shapes: see report.ttl"
        )
        return f"{self.directory}: {held} ({done}{failed}){verdict}"


def silent(step: str, done: int) -> None:
    """A progress display that shows nothing."""


def read_sources(
    sources: Iterable[str | Path],
    *,
    pipeline: Pipeline = DEFAULT,
    workers: int = 1,
    stdin: BinaryIO | None = None,
) -> Iterator[Extraction | SourceError]:
    """What each document of `sources` states, or why it cannot be read; nothing is kept."""
    found = documents.read(sources, stdin=stdin or sys.stdin.buffer)
    for result in read(found, pipeline, workers=workers):
        yield result if isinstance(result, SourceError) else result.extraction


def turtle(extractions: Iterable[Extraction], *, base: str = ontology.DEFAULT_BASE) -> str:
    """The default graph of a knowledge base of these extractions alone."""
    triples = sorted(set(Mapper(Iris(base)).default_graph(merge(extractions))))
    return "".join(Turtle(base).document(triples))


def build(
    sources: Iterable[str | Path],
    out: Path,
    *,
    base: str = ontology.DEFAULT_BASE,
    pipeline: Pipeline = DEFAULT,
    workers: int = 1,
    absence: Absence = RETRACTED,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Built:
    """Make `out` the knowledge base of `sources`; see the module for what is read anew and retracted."""
    found = documents.read(sources, stdin=stdin or sys.stdin.buffer)
    builder = Builder(
        out, reader=pipeline, made_by=pipeline.fingerprint(), workers=workers, progress=progress
    )
    return builder.build(found, base=base, absence=absence)


class Builder:
    """Builds into `out` what `reader`, which `made_by` identifies, reads out of documents."""

    def __init__(
        self,
        out: Path,
        *,
        reader: Reader,
        made_by: str,
        workers: int = 1,
        progress: Progress = silent,
    ) -> None:
        self._out = out
        self._state = State(out / "state")
        self._reader = reader
        self._made_by = made_by
        self._workers = workers
        self._progress = progress

    def build(
        self,
        found: Iterable[Document | SourceError],
        *,
        base: str = ontology.DEFAULT_BASE,
        absence: Absence = RETRACTED,
    ) -> Built:
        """Bring state and files up to date with the documents `found`."""
        if _BASE.fullmatch(base) is None:
            raise KbError(
                f"the base {base!r} is not of the form https://kb.example.org/ (with a slash at the end)"
            )
        try:
            return self._build(found, base, absence)
        except OSError as error:
            message = (
                f"{self._out}: cannot be written or read: {error}; see to space and rights, then build again"
            )
            raise StoreError(message) from error

    def _build(self, found: Iterable[Document | SourceError], base: str, absence: Absence) -> Built:
        """The flow: what each step makes is what the next one takes."""
        with self._state.locked():
            update = Update(self._state, reader=self._reader, made_by=self._made_by, progress=self._progress)
            changes = update.run(found, workers=self._workers, absence=absence)
            inputs = self._inputs(base)
            current = self._current(inputs)
            if current is not None:
                return Built(self._out, changes, current, fresh=False)
            knowledge = merge(self._state.extractions())
            self._progress("merge", len(knowledge.documents))
            retractions = self._state.retractions()
            decisions = list(ledger(self._state.considered(), knowledge.identities, Iris(base)))
            publication = Publication(
                knowledge,
                self._out,
                base=base,
                retractions=retractions,
                decisions=decisions,
            )
            made = publication.publish(workers=self._workers, progress=self._progress)
            self._state.finish(inputs)
            return Built(self._out, changes, made, fresh=True)

    def _inputs(self, base: str) -> str:
        """A hash of all that the files are made from: documents, retractions, base and program."""
        known = sorted((document, *found) for document, found in self._state.known().items())
        program = fingerprint(), fingerprint(package=Path(str(files("ontology"))))
        return digest(base, *program, repr(known), repr(self._state.retractions()))

    def _current(self, inputs: str) -> Manifest | None:
        """The manifest of the files in `out` if they were made from the same inputs and are whole."""
        if self._state.finished() != inputs:
            return None
        try:
            found = manifest.load(self._out)
        except StoreError:
            return None
        return None if any(manifest.differences(self._out, found)) else found
