"""The ledger of link decisions: which entries of other graphs each individual may be, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb import ontology
from kb.identity import Identities, digest
from kb.iris import Iris, curie
from kb.link import Decision
from kb.link.targets import TARGETS, links
from kb.terms import A, Triple, boolean, decimal, iri, literal


@dataclass(frozen=True, order=True, slots=True)
class Considered:
    """One entry that the individual called `name` in a document may be; `graph` as in Link."""

    name: str
    graph: str
    identifier: str
    score: float
    method: str
    accepted: bool


def considered(decisions: Iterable[Decision]) -> Iterator[Considered]:
    """The candidates of decisions that have an identifier anywhere."""
    for decision in decisions:
        for candidate in decision.candidates:
            for link in links(candidate.entry, candidate.score):
                if link.graph in TARGETS:
                    accepted = candidate is decision.chosen
                    yield Considered(
                        decision.name,
                        link.graph,
                        link.identifier,
                        candidate.score,
                        candidate.method,
                        accepted,
                    )
                    break


def ledger(entries: Iterable[tuple[str, Considered]], identities: Identities, iris: Iris) -> Iterator[Triple]:
    """The triples of the ledger: one decision per individual and candidate, the best of all documents."""
    best: dict[tuple[str, str], Considered] = {}
    for document, entry in entries:
        key = identities.path(document, entry.name), TARGETS[entry.graph].iri(entry.identifier)
        if key not in best or _weight(entry) > _weight(best[key]):
            best[key] = entry
    for (path, candidate), entry in best.items():
        yield from _decision(iris, path, candidate, entry)


def _weight(entry: Considered) -> tuple[bool, float, str]:
    return entry.accepted, entry.score, entry.method


def _decision(iris: Iris, path: str, candidate: str, entry: Considered) -> Iterator[Triple]:
    graph = ontology.named_graph(iris.base, "links")
    subject = iri(f"{graph}#{digest(path, candidate, length=16)}")
    yield subject, A, curie("kb:LinkDecision")
    yield subject, curie("kb:decides"), iris.individual(path)
    yield subject, curie("kb:candidate"), iri(candidate)
    yield subject, curie("kb:score"), decimal(entry.score)
    yield subject, curie("kb:method"), literal(entry.method)
    yield subject, curie("kb:accepted"), boolean(entry.accepted)
