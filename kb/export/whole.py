"""The three files that are the record of a knowledge base, written in one pass over its graphs.

kb.ttl is the default graph, kb.trig and kb.nq hold all graphs; kb.nq is sorted and canonical, so its SHA-256
is the RDFC-1.0 hash of the dataset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from kb.export.dataset import Statistics
from kb.files import replacing
from kb.graph import Mapper
from kb.iris import Iris
from kb.merge import Knowledge
from kb.provenance import Provenance
from kb.sorting import Sorter
from kb.terms import Triple, parse_line, quad_line, triple_line
from kb.turtle import Turtle

NamedGraph = tuple[str, Iterable[Triple]]


def write(
    knowledge: Knowledge,
    directory: Path,
    iris: Iris,
    graphs: Callable[[Statistics], Iterable[NamedGraph]],
) -> Statistics:
    """Write kb.ttl, kb.trig and kb.nq; `graphs` gives those that belong to no document."""
    turtle, statistics = Turtle(iris.base), Statistics()
    with ExitStack() as stack:
        default = stack.enter_context(Sorter(directory))
        quads = stack.enter_context(Sorter(directory))
        ttl, trig, nq = (
            stack.enter_context(replacing(directory / f"kb.{end}")) for end in ("ttl", "trig", "nq")
        )
        default.extend(map(triple_line, Mapper(iris).default_graph(knowledge)))
        _write(ttl, turtle.document(statistics.count(_triples(default))))
        _write(trig, turtle.document(_triples(default)))
        for name, triples in _named(knowledge, iris, graphs(statistics)):
            ordered = sorted(set(triples))
            if not ordered:
                continue
            quads.extend(quad_line(triple, name) for triple in ordered)
            _write(trig, turtle.graph(name, ordered))
        quads.extend(default)
        _write(nq, statistics.count_quads(quads))
    return statistics


def _named(knowledge: Knowledge, iris: Iris, graphs: Iterable[NamedGraph]) -> Iterator[NamedGraph]:
    """The graphs of all documents, then the others, each in the order of its IRI."""
    provenance = Provenance(iris)
    documents = {iris.document(document): document for document in knowledge.documents}
    for name in sorted(documents):
        yield name, provenance.document(knowledge, documents[name])
    yield from sorted(graphs, key=lambda graph: graph[0])


def _triples(lines: Iterable[str]) -> Iterator[Triple]:
    return (parse_line(line)[0] for line in lines)


def _write(stream: BinaryIO, lines: Iterable[str]) -> None:
    stream.writelines(line.encode() for line in lines)
