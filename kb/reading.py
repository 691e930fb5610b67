"""From documents to extractions, in any number of processes: the door to all steps before merging."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

from kb.documents.base import Document
from kb.errors import SourceError
from kb.evidence import verify
from kb.facts.base import Extraction
from kb.identity import digest
from kb.ledger import Considered, considered
from kb.workers import mapped

BATCH: Final = 16
"""Documents that a worker takes at once: the parser is quicker on several, and a killed build loses few."""
PACKAGE: Final = Path(__file__).parent
STEPS: Final = "errors model documents gazetteer language mentions facts extract link data".split()
"""The modules of this package that decide what is read out of a document."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one document, and which links were considered for its individuals."""

    extraction: Extraction
    considered: tuple[Considered, ...] = ()


Read = Reading | SourceError
Reader = Callable[[Sequence[Document]], list[Read]]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """How documents are read: calling it with a batch gives an extraction or an error for each document."""

    pipeline: str = "en_core_web_md"
    gazetteer: Path | None = None
    min_confidence: float | None = None

    def __call__(self, batch: Sequence[Document]) -> list[Read]:
        """Parse, extract and link."""
        # spaCy takes a second to import: not in a build that finds nothing to read.
        from kb import extract, gazetteer, language, link

        known = gazetteer.builtin()
        results: list[Read] = []
        for parsed in language.parse(batch, pipeline=self.pipeline):
            if isinstance(parsed, SourceError):
                results.append(parsed)
            else:
                found = extract.extract(*parsed, gazetteer=known, min_confidence=self.min_confidence)
                linked, decisions = link.resolve(found, known)
                results.append(Reading(linked, tuple(considered(decisions))))
        return results

    def fingerprint(self) -> str:
        """Equal for two pipelines that read the same out of every document."""
        added = "" if self.gazetteer is None else hashlib.sha256(self.gazetteer.read_bytes()).hexdigest()
        return digest(fingerprint(*STEPS), self.pipeline, added, str(self.min_confidence))


DEFAULT: Final = Pipeline()


def fingerprint(*names: str, package: Path = PACKAGE) -> str:
    """A hash of the files of `package`, or of the modules and folders `names` of it."""
    roots = [path for name in names for path in package.glob(f"{name}*")] if names else [package]
    files = {path for root in roots for path in ([root] if root.is_file() else root.rglob("*"))}
    content = hashlib.sha256()
    for path in sorted(files):
        if path.is_file() and path.suffix != ".pyc":
            content.update(f"{path.relative_to(package)}\0".encode())
            content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()[:20]


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
        found = self.reader(documents) if documents else []
        for one in found:
            if isinstance(one, Reading):
                verify(one.extraction)
        return errors + found


def _batches(documents: Iterable[Document | SourceError]) -> Iterator[Sequence[Document | SourceError]]:
    rest = iter(documents)
    for first in rest:
        yield list(chain([first], islice(rest, BATCH - 1)))
