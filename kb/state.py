"""What a build remembers of each document, so that the next one redoes only what changed.

One file per document (its text, individuals and claims) below DIR/state, and the record of retractions.
Nothing of it is published: it holds the articles' text.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, astuple, dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any

from kb import files
from kb.documents.base import Document
from kb.errors import StoreError
from kb.facts import KINDS
from kb.facts.base import Claim, Extraction, Fact
from kb.identity import digest, slug
from kb.ledger import Considered
from kb.model import Basis, Individual, IndividualKind, Link, Modality, Passage, Polarity
from kb.slots import slots

_KINDS = {kind.TYPE: kind for kind in KINDS}


@dataclass(frozen=True, order=True, slots=True)
class Retraction:
    """A version of a document that is no part of the knowledge base any more, since `date`, for `reason`."""

    document: str
    version: str
    reason: str
    date: str | None = None


class State:
    """The directory DIR/state of a knowledge base."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._finished = directory / "finished"
        self._retractions = directory / "retractions.json"
        (directory / "documents").mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other builds out of the directory; the system lifts the lock when the process ends."""
        with (self.directory / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                message = f"{self.directory.parent}: another build writes here; wait until it has ended"
                raise StoreError(message) from error
            files.sweep(self.directory)
            files.sweep(self.directory / "documents")
            yield

    def path(self, document: str) -> Path:
        """Where the state of the document with this id is kept."""
        return self.directory / "documents" / f"{slug(document)[:60]}-{digest(document, length=12)}.json"

    def save(self, extraction: Extraction, *, made_by: str, considered: Iterable[Considered] = ()) -> None:
        """Remember `extraction`, made by the program with this fingerprint, and its links as `considered`."""
        head = [extraction.document.id, version(extraction.document), made_by]
        content = {
            "document": asdict(extraction.document),
            "individuals": [asdict(individual) for individual in extraction.individuals],
            "claims": [_claim_json(claim) for claim in extraction.claims],
            "considered": [astuple(entry) for entry in considered],
        }
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in (head, content))
        files.write(self.path(extraction.document.id), "".join(lines))

    def forget(self, document: str) -> None:
        """Remove what is remembered of a document."""
        self.path(document).unlink(missing_ok=True)

    def known(self) -> dict[str, tuple[str, str]]:
        """For each document's id its version, and the fingerprint of the program that read it."""
        return {document: (version, made_by) for document, version, made_by in self._lines(0)}

    def extractions(self) -> Iterator[Extraction]:
        """What is remembered of every document."""
        return map(_extraction, self._lines(1))

    def considered(self) -> Iterator[tuple[str, Considered]]:
        """The ids of documents, each with every link that was considered for an individual of it."""
        for line in self._lines(1):
            yield from ((line["document"]["id"], Considered(*entry)) for entry in line["considered"])

    def texts(self) -> Iterator[tuple[str, str]]:
        """Id and text of every document."""
        return ((line["document"]["id"], line["document"]["text"]) for line in self._lines(1))

    def finish(self, inputs: str) -> None:
        """Remember what the published files were made from, once all is done."""
        files.write(self._finished, inputs)

    def finished(self) -> str | None:
        """What the published files were made from; None where no build was finished."""
        return self._finished.read_text("utf-8") if self._finished.exists() else None

    def retractions(self) -> list[Retraction]:
        """The versions of documents retracted so far, sorted."""
        if not self._retractions.exists():
            return []
        return sorted(Retraction(**record) for record in json.loads(self._retractions.read_text("utf-8")))

    def retract(self, retractions: Iterable[Retraction]) -> None:
        """Record retractions; each version of a document is retracted once."""
        known = self.retractions()
        records = {(record.document, record.version): record for record in known}
        for record in retractions:
            records.setdefault((record.document, record.version), record)
        if len(records) == len(known):
            return
        content = [asdict(records[key]) for key in sorted(records)]
        files.write(self._retractions, json.dumps(content, ensure_ascii=False, indent=1) + "\n")

    def _lines(self, number: int) -> Iterator[Any]:
        """Line `number` of every document's file: the first is short, the second holds the rest."""
        for path in sorted((self.directory / "documents").glob("*.json")):
            with path.open(encoding="utf-8", newline="\n") as stream:
                try:
                    yield json.loads(next(islice(stream, number, None)))
                except (ValueError, StopIteration) as error:
                    message = f"{path}: damaged; delete this file and build again"
                    raise StoreError(message) from error


def version(document: Document) -> str:
    """A hash of all that a document says: equal for equal documents."""
    return digest(*(str(value) for value in astuple(document)))


def _claim_json(claim: Claim) -> dict[str, Any]:
    return {**asdict(claim), "type": claim.fact.TYPE}


def _extraction(content: dict[str, Any]) -> Extraction:
    return Extraction(
        document=Document(**content["document"]),
        individuals=tuple(map(_individual, content["individuals"])),
        claims=tuple(map(_claim, content["claims"])),
    )


def _individual(content: dict[str, Any]) -> Individual:
    return Individual(
        name=content["name"],
        kind=IndividualKind(content["kind"]),
        mentions=tuple(Passage(**mention) for mention in content["mentions"]),
        links=tuple(Link(**link) for link in content["links"]),
        confidence=content["confidence"],
    )


def _claim(content: dict[str, Any]) -> Claim:
    kind = _KINDS[content["type"]]
    evidence = content["evidence"]
    read = {field.name: content[field.name] for field in fields(Claim)}
    return Claim(
        **{
            **read,
            "fact": _fact(kind, content["fact"]),
            "evidence": None if evidence is None else Passage(**evidence),
            "polarity": Polarity(content["polarity"]),
            "modality": Modality(content["modality"]),
            "basis": Basis(content["basis"]),
        }
    )


def _fact(kind: type[Fact], content: dict[str, Any]) -> Fact:
    found = {}
    for slot in slots(kind):
        value = content[slot.name]
        if slot.is_enumeration and value is not None:
            value = slot.filler(value)
        found[slot.name] = tuple(value) if slot.many else value
    return kind(**found)
