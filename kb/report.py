"""What a validation found, as a table for people and as a SHACL report in Turtle for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb import ontology
from kb.identity import digest
from kb.terms import A, Triple, boolean, english, iri
from kb.turtle import Turtle

SH = "http://www.w3.org/ns/shacl#"
VIOLATION = "Violation"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found wanting: `severity` is Violation, Warning or Info; terms are encoded."""

    severity: str
    focus: str
    path: str | None
    value: str | None
    message: str
    constraint: str | None = None

    @property
    def is_violation(self) -> bool:
        """Whether it is worse than a warning."""
        return self.severity == VIOLATION


@dataclass(frozen=True, slots=True)
class Report:
    """All that a validation found; the base conforms where nothing is worse than a warning."""

    base: str
    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation."""
        return not any(result.is_violation for result in self.results)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Severity, node, property, value and message of each result, as short as Turtle writes them."""
        spell = Turtle(self.base).term
        for result in self.results:
            terms = (result.focus, result.path, result.value)
            yield (result.severity, *("" if term is None else spell(term) for term in terms), result.message)

    def turtle(self) -> str:
        """The report as a graph without blank nodes."""
        return "".join(Turtle(self.base).document(sorted(self._triples())))

    def _triples(self) -> Iterator[Triple]:
        graph = ontology.named_graph(self.base, "report")
        report = iri(f"{graph}#it")
        yield report, A, _sh("ValidationReport")
        yield report, _sh("conforms"), boolean(self.conforms)
        for result in self.results:
            subject = iri(f"{graph}#result-{digest(*map(str, _fields(result)), length=16)}")
            yield report, _sh("result"), subject
            yield subject, A, _sh("ValidationResult")
            yield subject, _sh("resultSeverity"), _sh(result.severity)
            yield subject, _sh("resultMessage"), english(result.message)
            for name, term in zip(_TERMS, _fields(result), strict=False):
                if term:
                    yield subject, _sh(name), term


_TERMS = ("focusNode", "resultPath", "value", "sourceConstraintComponent")


def _fields(result: Result) -> tuple[str | None, ...]:
    return (result.focus, result.path, result.value, result.constraint, result.severity, result.message)


def _sh(name: str) -> str:
    return iri(SH + name)
