"""The errors that callers may catch.

KbError                  anything that this package reports on purpose
├── SourceError          a source cannot be read as an English document
├── PipelineError        a spaCy pipeline cannot be loaded, or lacks a component
├── GoldError            an evaluation file is not well formed
├── OntologyError        a term is asked for that ontology.ttl does not define
├── GazetteerError       a gazetteer file cannot be read
├── LinkError            a verdict on a link, or a service asked for links, cannot be used
├── EvidenceError        a quotation differs from its document
├── InvalidGraph         a graph violates ontology/shapes.ttl
├── StoreError           a knowledge base directory cannot be opened or is damaged
└── QueryError           a SPARQL query or update is malformed or not permitted

Every message says what was wrong, with which value, and what to do about it.
"""

from __future__ import annotations


class KbError(Exception):
    """Base of all errors that this package reports on purpose."""


class SourceError(KbError):
    """A source cannot be read as an English document; `source` names it."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        # Exceptions are pickled by their message, which is not what __init__ takes: workers send errors back.
        return type(self), (self.source, self.reason)


class PipelineError(KbError):
    """A spaCy pipeline cannot be loaded, or lacks a component that extraction needs."""


class GoldError(KbError):
    """An evaluation file is not well formed."""


class OntologyError(KbError):
    """A term is asked for that ontology.ttl does not define."""


class GazetteerError(KbError):
    """A gazetteer file cannot be read."""


class LinkError(KbError):
    """A verdict on a link, or a service asked for links, cannot be used."""


class EvidenceError(KbError):
    """A quotation is not the text at its offsets."""


class InvalidGraph(KbError):
    """A graph violates the shapes."""


class StoreError(KbError):
    """A knowledge base directory cannot be opened or is damaged."""


class QueryError(KbError):
    """A SPARQL query or update is malformed or not permitted."""
