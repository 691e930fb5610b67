"""The whole flow: sources are read one by one, merged, written, validated and loaded.

The sources are the whole knowledge base: what an earlier build read elsewhere is retracted, unless it is to
be kept. Only new and changed documents are read; a build that was killed goes on where it stopped.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version as installed
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from kb import documents, manifest, ontology, store, validate
from kb.documents.base import Document
from kb.errors import SourceError
from kb.export import whole
from kb.export.dataset import Description, Statistics, ro_crate
from kb.files import write
from kb.graph import Mapper
from kb.identity import digest
from kb.manifest import Manifest
from kb.merge import Knowledge, merge
from kb.reading import DEFAULT, Pipeline, Read, Reader, fingerprint, read
from kb.report import VIOLATION, Report
from kb.state import State, version
from kb.terms import encode, iri
from kb.turtle import Turtle
from kb.update import RETRACTED, Absence, Changes, Progress, Update


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the changes since the last one, what the base now holds, whether it is valid.

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


def silent(step: str, done: int) -> None:
    """A progress display that shows nothing."""


def read_sources(
    sources: Iterable[str | Path],
    *,
    pipeline: Pipeline = DEFAULT,
    workers: int = 1,
    stdin: BinaryIO | None = None,
) -> Iterator[Read]:
    """What each document of `sources` states, or why it cannot be read; nothing is kept."""
    return read(documents.read(sources, stdin=stdin or sys.stdin.buffer), pipeline, workers=workers)


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
    builder = Builder(out, base=base, workers=workers, progress=progress)
    return builder.build(found, reader=pipeline, made_by=pipeline.fingerprint(), absence=absence)


class Builder:
    """Writes the directory `out`; `base` is the IRI below which everything of the knowledge base lives."""

    def __init__(
        self,
        out: Path,
        *,
        base: str = ontology.DEFAULT_BASE,
        workers: int = 1,
        progress: Progress = silent,
    ) -> None:
        self._out = out
        self._state = State(out / "state")
        self._mapper = Mapper(base)
        self._workers = workers
        self._progress = progress

    def build(
        self,
        found: Iterable[Document | SourceError],
        *,
        reader: Reader,
        made_by: str,
        absence: Absence = RETRACTED,
    ) -> Built:
        """Bring state and files up to date with the documents `found`, which `reader` reads where needed."""
        with self._state.locked():
            update = Update(self._state, reader=reader, made_by=made_by, progress=self._progress)
            changes = update.run(found, workers=self._workers, absence=absence)
            inputs = self._inputs()
            current = self._current(inputs)
            if current is not None:
                return Built(self._out, changes, current, fresh=False)
            knowledge = merge(self._state.extractions())
            self._progress("merge", len(knowledge.documents))
            return Built(self._out, changes, self._publish(knowledge, inputs), fresh=True)

    def _inputs(self) -> str:
        """A hash of all that the files are made from: documents, retractions, base and program."""
        known = sorted((document, *found) for document, found in self._state.known().items())
        program = fingerprint(), fingerprint(package=Path(str(files("ontology"))))
        return digest(self._mapper.base, *program, repr(known), repr(self._state.retractions()))

    def _current(self, inputs: str) -> Manifest | None:
        """The manifest of the files in `out` if they were made from the same inputs and are whole."""
        if not (self._out / manifest.NAME).exists():
            return None
        found = manifest.load(self._out)
        whole_ = found.inputs == inputs and not list(manifest.differences(self._out, found))
        return found if whole_ else None

    def _publish(self, knowledge: Knowledge, inputs: str) -> Manifest:
        """Write, validate and load the files; the manifest comes last."""
        latest = max(
            (document.date for document in knowledge.documents.values() if document.date), default=None
        )
        description = Description(self._mapper)

        def graphs(statistics: Statistics) -> list[whole.NamedGraph]:
            about = description.dataset(statistics, documents=len(knowledge.documents), latest=latest)
            alive = {document.id: version(document) for document in knowledge.documents.values()}
            tombstones = description.retractions(self._state.retractions(), alive)
            return [self._ontology(), (iri(description.graph), [*about, *tombstones])]

        statistics = whole.write(knowledge, self._out, self._mapper, graphs)
        self._progress("write", len(knowledge.documents))
        report = self._validate()
        distributions = manifest.distributions(self._out)
        about = (
            *description.dataset(statistics, documents=len(knowledge.documents), latest=latest),
            *description.distributions(distributions),
        )
        write(self._out / "dataset.ttl", "".join(Turtle(self._mapper.base).document(sorted(about))))
        write(
            self._out / "ro-crate-metadata.json",
            ro_crate(distributions, base=self._mapper.base, modified=latest),
        )
        measured = {
            name: manifest.measured(self._out, name) for name in (*manifest.MEDIA_TYPES, *manifest.COMPANIONS)
        }
        made = Manifest(
            version=installed("communique"),
            base=self._mapper.base,
            inputs=inputs,
            counts=_counts(knowledge, statistics, report),
            files=measured,
            rdfc10=measured["kb.nq"]["sha256"],
        )
        store.rebuild(self._out)
        self._progress("load", len(knowledge.documents))
        manifest.save(self._out, made)
        return made

    def _validate(self) -> Report:
        """Validate what was written, and write the report beside it."""
        with (self._out / "kb.nq").open(encoding="utf-8", newline="\n") as lines:
            report = Report(self._mapper.base, tuple(validate.validate(lines, workers=self._workers)))
        write(self._out / "report.ttl", report.turtle())
        self._progress("validate", len(report.results))
        return report

    def _ontology(self) -> whole.NamedGraph:
        """The graph of the ontology itself."""
        name = ontology.named_graph(self._mapper.base, "ontology")
        return iri(name), [(encode(s), encode(p), encode(o)) for s, p, o in ontology.graph()]


def _counts(knowledge: Knowledge, statistics: Statistics, report: Report) -> dict[str, int]:
    """What the manifest counts."""
    return {
        "documents": len(knowledge.documents),
        "sources": len(set(knowledge.copies.values())),
        "individuals": len(knowledge.individuals),
        "facts": len(knowledge.facts),
        "claims": sum(map(len, knowledge.claims.values())),
        "triples": statistics.triples,
        "quads": statistics.quads,
        "violations": sum(result.severity == VIOLATION for result in report.results),
        "warnings": sum(result.severity != VIOLATION for result in report.results),
    }
