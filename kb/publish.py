"""All that a build writes for others: data files, their description, validation report and manifest."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version as installed
from pathlib import Path

from kb import manifest, ontology, store, validate
from kb.export import whole
from kb.export.crate import ro_crate
from kb.export.dataset import Description, Statistics
from kb.files import sweep, write
from kb.iris import Iris
from kb.manifest import Manifest
from kb.merge import Knowledge
from kb.report import Report
from kb.state import Retraction, version
from kb.terms import Triple, encode, iri
from kb.turtle import Turtle
from kb.update import Progress


class Publication:
    """Writes `knowledge` to `directory`, with the retractions so far and the ledger of link decisions."""

    def __init__(
        self,
        knowledge: Knowledge,
        directory: Path,
        *,
        base: str,
        retractions: Iterable[Retraction] = (),
        decisions: Iterable[Triple] = (),
    ) -> None:
        self._knowledge = knowledge
        self._directory = directory
        self._iris = Iris(base)
        self._description = Description(self._iris)
        self._retractions = tuple(retractions)
        self._decisions = tuple(decisions)
        self._dates = sorted(filter(None, (document.date for document in knowledge.documents.values())))

    def publish(self, *, workers: int, progress: Progress) -> Manifest:
        """Write, describe, load and validate the files; the manifest, which vouches for them, comes last."""
        sweep(self._directory)
        (self._directory / manifest.NAME).unlink(missing_ok=True)
        statistics = whole.write(self._knowledge, self._directory, self._iris, self._graphs)
        progress("write", len(self._knowledge.documents))
        self._describe(statistics)
        store.rebuild(self._directory)
        store.index(self._directory)
        progress("load", len(self._knowledge.documents))
        report = self._validate(workers)
        progress("validate", len(self._knowledge.documents))
        made = self._manifest(statistics, report)
        manifest.save(self._directory, made)
        return made

    def _graphs(self, statistics: Statistics) -> list[whole.NamedGraph]:
        """The graphs that belong to no document: ontology, ledger, and the dataset with its retractions."""
        alive = {document.id: version(document) for document in self._knowledge.documents.values()}
        tombstones = self._description.retractions(self._retractions, alive)
        return [
            (iri(ontology.named_graph(self._iris.base, "ontology")), _encoded_ontology()),
            (iri(ontology.named_graph(self._iris.base, "links")), self._decisions),
            (iri(self._description.graph), [*self._about(statistics), *tombstones]),
        ]

    def _about(self, statistics: Statistics) -> Iterable[Triple]:
        documents = len(self._knowledge.documents)
        return self._description.dataset(statistics, documents=documents, dates=self._dates)

    def _describe(self, statistics: Statistics) -> None:
        """Write what catalogues and archives ask for: sizes and checksums, which no file holds of itself."""
        files = manifest.distributions(self._directory)
        about = sorted({*self._about(statistics), *self._description.distributions(files)})
        write(self._directory / "dataset.ttl", "".join(Turtle(self._iris.base).document(about)))
        crate = ro_crate(files, base=self._iris.base, modified=self._dates[-1] if self._dates else None)
        write(self._directory / "ro-crate-metadata.json", crate)

    def _validate(self, workers: int) -> Report:
        """Validate what was written, and write the report beside it."""
        results = validate.validate(self._directory, workers=workers)
        report = Report(self._iris.base, tuple(results))
        write(self._directory / "report.ttl", report.turtle())
        return report

    def _manifest(self, statistics: Statistics, report: Report) -> Manifest:
        names = (*manifest.MEDIA_TYPES, *manifest.COMPANIONS)
        measured = {name: manifest.measured(self._directory, name) for name in names}
        violations = sum(result.is_violation for result in report.results)
        counts = {
            "documents": len(self._knowledge.documents),
            "sources": len(set(self._knowledge.copies.values())),
            "individuals": len(self._knowledge.individuals),
            "facts": len(self._knowledge.facts),
            "claims": sum(map(len, self._knowledge.claims.values())),
            "triples": statistics.triples,
            "quads": statistics.quads,
            "violations": violations,
            "warnings": len(report.results) - violations,
        }
        return Manifest(
            version=installed("communique"),
            base=self._iris.base,
            counts=counts,
            files=measured,
            rdfc10=measured["kb.nq"]["sha256"],
        )


def _encoded_ontology() -> list[Triple]:
    return [(encode(s), encode(p), encode(o)) for s, p, o in ontology.graph()]
